import ast
import importlib.util
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.kit import Toast
from deskhelper.ui.translation import Language, install_translators, lang_of

I18N = Path(__file__).parents[2] / "resources" / "i18n"
UI = Path(__file__).parents[2] / "deskhelper" / "ui"


@pytest.fixture(scope="module")
def refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("refresh_translations", I18N / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def english_again(qapp: QApplication) -> object:
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def test_every_string_is_translated_and_none_is_left_over(refresh: ModuleType, tmp_path: Path) -> None:
    for name in refresh.FILES:
        (tmp_path / name).write_bytes((I18N / name).read_bytes())
    refresh.collect(tmp_path)
    for name in refresh.FILES:
        fresh = (tmp_path / name).read_text("utf-8")
        assert "unfinished" not in fresh, f"untranslated words in {name}: run resources/i18n/refresh.py"
        assert fresh == (I18N / name).read_text("utf-8"), f"{name} is old: run resources/i18n/refresh.py"


def test_built_translations_are_current(refresh: ModuleType, tmp_path: Path) -> None:
    refresh.release(I18N, tmp_path)
    for name in refresh.FILES:
        built = name.replace(".ts", ".qm")
        assert (tmp_path / built).read_bytes() == (I18N / built).read_bytes(), "run resources/i18n/refresh.py"


def translated_within(tree: ast.AST) -> list[int]:
    """Return the lines of calls for a translation that stand within an f-string."""
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    calls = [call for node in joined for call in ast.walk(node) if isinstance(call, ast.Call)]
    return [call.lineno for call in calls if ast.unparse(call.func).rpartition(".")[2] in {"tr", "translate"}]


def test_no_words_to_be_translated_stand_within_an_f_string() -> None:
    """Qt's tool does not find them there, so they would be shown in English."""
    assert translated_within(ast.parse("f'{self.tr(words)}'")) == [1]
    found = {
        str(path.relative_to(UI)): translated_within(ast.parse(path.read_text("utf-8"))) for path in UI.rglob("*.py")
    }
    assert {name: lines for name, lines in found.items() if lines} == {}


def counting_classes(trees: Iterable[ast.AST]) -> set[str]:
    """Return the classes that ask `self.tr` for words with a count although others derive from them."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    bases = {ast.unparse(base).partition("[")[0].rpartition(".")[2] for one in classes for base in one.bases}
    return {one.name for one in classes if one.name in bases and any(map(is_count, ast.walk(one)))}


def is_count(node: ast.AST) -> bool:
    """Tell whether `node` is a call of `self.tr` with a count."""
    if not isinstance(node, ast.Call) or ast.unparse(node.func) != "self.tr":
        return False
    return bool(node.args) and isinstance(node.args[0], ast.Constant) and "%n" in str(node.args[0].value)


def test_no_class_with_heirs_asks_for_words_with_a_count_by_its_heirs_name() -> None:
    """Qt puts the count into the English words and takes them for the heir's own, so they would be shown in English."""
    heir = "class A(B):\n    def say(self):\n        self.tr('%n orders', '', 2)\nclass C(A): pass"
    assert counting_classes([ast.parse(heir)]) == {"A"}
    assert counting_classes(ast.parse(path.read_text("utf-8")) for path in UI.rglob("*.py")) == set()


def test_placeholders_survive_translation() -> None:
    words = (I18N / "deskhelper_zh_CN.ts").read_text("utf-8")
    for source, translation in re.findall(r"<source>(.*?)</source>.*?<translation>(.*?)</translation>", words, re.S):
        assert sorted(re.findall(r"\{\w+\}", source)) == sorted(re.findall(r"\{\w+\}", translation)), source


@pytest.mark.usefixtures("english_again")
def test_desk_and_qt_speak_chinese(qapp: QApplication, resources: Path, qtbot: QtBot) -> None:
    assert install_translators(qapp, resources, Language.CHINESE) == "zh"
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Toast(parent).button.text() == "撤销"
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent)
    assert buttons.buttons()[0].text() == "取消"


@pytest.mark.usefixtures("english_again")
def test_english_needs_no_file(qapp: QApplication, resources: Path, qtbot: QtBot) -> None:
    assert install_translators(qapp, resources, Language.ENGLISH) == "en"
    parent = QWidget()
    qtbot.addWidget(parent)
    assert Toast(parent).button.text() == "Undo"


@pytest.mark.parametrize(("system", "lang"), [("en_GB", "en"), ("zh_CN", "zh"), ("de_DE", "zh")])
def test_system_language_is_english_or_else_chinese(monkeypatch: pytest.MonkeyPatch, system: str, lang: str) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert lang_of(Language.SYSTEM) == lang


def test_a_missing_tool_is_named(refresh: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refresh, "tool", lambda _name: sys.executable)
    with pytest.raises(SystemExit, match="pyside6-lupdate"):
        refresh.run("pyside6-lupdate", "-c", "raise SystemExit('pyside6-lupdate failed')")
    monkeypatch.undo()
    with pytest.raises(FileNotFoundError):
        refresh.tool("no-such-tool")
