"""Import and export by keys: a file is read, shown, chosen from, taken, and taken back."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.phrase_imports import OnShare, Wish
from deskhelper.services.phrase_preview import PhrasePreview
from deskhelper.services.script_finder import MOST_CHANGED
from deskhelper.ui.scripts import listing
from deskhelper.ui.scripts.import_dialog import PhraseImportDialog
from deskhelper.ui.scripts.places import Place, PlaceKind
from deskhelper.ui.scripts.preview_lines import LineKind
from tests.ui.scripts.conftest import CTRL, OWN, Library, focus

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
OWN_TOO = LibraryScript(id="", title="还有一条", wordings=("亲，好的。",), path=("发票",), scope=Scope.SHOP)
TABLE = """快捷编码,标题,分类,内容
fp1,开票时间,发票/开票,亲，发票会在[[几天]]内开好。
fpjd,进度,发票,亲，发票已经在开了。
wx,加微信,售后,亲，加我微信说
kong,空,售后,
"""


def opened(library: Library, path: Path) -> PhraseImportDialog:
    library.dialog.phrases.start(path)
    dialog = library.dialog.phrases.dialog
    assert dialog is not None
    library.qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    library.qtbot.waitActive(dialog)
    return dialog


def said(dialog: PhraseImportDialog) -> str:
    return "\n".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "phrases.csv"
    path.write_text(TABLE, "utf-8-sig")
    return path


def test_a_file_is_shown_before_anything_changes_and_taken_with_one_key(library: Library, table: Path) -> None:
    before = library.house.scripts.all(with_disabled=True)
    dialog = opened(library, table)
    kinds = [dialog.model.line(row).kind for row in range(dialog.model.rowCount())]
    assert kinds == [LineKind.NEW, LineKind.DUPLICATE, LineKind.NEW, LineKind.PROBLEM]
    assert "几天" in said(dialog)
    assert "加我微信" in " ".join(dialog.model.line(2).findings)
    assert library.house.scripts.all(with_disabled=True) == before
    assert focus() is dialog.table
    library.press(Qt.Key.Key_Down, Qt.Key.Key_2)
    library.press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    library.press(ENTER, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.undo_button.isVisible())
    assert "added 1 · replaced 1" in said(dialog)
    kept = {one.title: one for one in library.house.scripts.all()}
    assert kept["开票时间"].path == ("发票/开票",)
    assert kept["进度"].wordings == ("亲，发票已经在开了。",)
    assert "加微信" not in kept
    assert "开票时间" in library.titles
    dialog.undo_button.click()
    library.qtbot.waitUntil(lambda: "as it was" in said(dialog))
    assert library.house.scripts.all(with_disabled=True) == before
    library.press(ESC)
    assert library.dialog.isVisible()


def test_thousands_of_phrases_are_read_in_the_background_and_an_edit_meanwhile_is_there(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go, standing = Event(), listing._standing
    monkeypatch.setattr(listing, "MOST_MOVED", 5)
    monkeypatch.setattr(listing, "_standing", lambda read: standing(read) if go.wait(20) else None)
    path = tmp_path / "many.csv"
    lines = "".join(f"bm{number},第{number}条,导入,亲，这是第{number}条。\n" for number in range(12))
    path.write_text("快捷编码,标题,分类,内容\n" + lines, "utf-8-sig")
    dialog = opened(library, path)
    own, working = library.dialog.listing, library.dialog.reading
    refreshed: list[object] = []
    working.read.connect(refreshed.append)
    library.press(ENTER, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.undo_button.isVisible())
    assert own.is_much_changed, "the list stands as it did until it is read"
    assert "第3条" not in library.titles
    library.house.scripts.save(OWN_TOO)
    go.set()
    library.qtbot.waitUntil(lambda: "第3条" in library.titles)
    assert len(refreshed) == 1
    assert isinstance(refreshed[0], listing.Standing)
    assert OWN_TOO.title in library.titles
    assert ("导入",) in own.paths()
    assert library.dialog.list.places.index_of(Place(PlaceKind.CATEGORY, path=("导入",))).isValid()
    dialog.undo_button.click()
    library.qtbot.waitUntil(lambda: "第3条" not in library.titles)
    assert OWN_TOO.title in library.titles


def test_a_large_import_is_indexed_in_the_background_before_the_next_key(library: Library, tmp_path: Path) -> None:
    library.house.scripts.find("发票")
    path = tmp_path / "many.csv"
    lines = "".join(f"bm{number},第{number}条,导入,亲，这是第{number}条。\n" for number in range(MOST_CHANGED + 1))
    path.write_text("快捷编码,标题,分类,内容\n" + lines, "utf-8-sig")
    dialog = opened(library, path)
    library.press(ENTER, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.undo_button.isVisible())
    library.qtbot.waitUntil(lambda: library.house.scripts.is_ready)


def test_new_scripts_go_where_they_are_put(library: Library, table: Path) -> None:
    dialog = opened(library, table)
    dialog.scope.setCurrentIndex(dialog.scope.findData(Scope.PERSONAL))
    dialog.category.setText("导入")
    library.press(ENTER, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.undo_button.isVisible())
    taken = next(one for one in library.house.scripts.all() if one.title == "开票时间")
    assert (taken.scope, taken.path) == (Scope.PERSONAL, ("导入", "发票/开票"))
    assert next(one for one in library.house.scripts.all() if one.code == "fpjd").title == OWN.title


@pytest.mark.parametrize("is_late", [False, True])
def test_an_import_runs_in_the_background_and_stops_with_its_dialog_or_says_that_it_was_done(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch, is_late: bool
) -> None:
    dialog = opened(library, table)
    before = library.house.scripts.all(with_disabled=True)
    phrases, go, begun = library.house.phrases, Event(), Event()
    prepare = phrases.prepare_apply

    def held(preview: PhrasePreview, wish: Wish, on_progress: OnShare) -> Callable[[], object]:
        work = prepare(preview, wish, on_progress)

        def wait() -> object:
            ended = work() if is_late else None
            begun.set()
            assert go.wait(5)
            return ended or work()

        return wait

    monkeypatch.setattr(phrases, "prepare_apply", held)
    library.press(ENTER, held=CTRL)
    library.qtbot.waitUntil(begun.is_set)
    assert not dialog.import_button.isEnabled()
    dialog.reject()
    go.set()
    library.qtbot.waitUntil(lambda: not library.dialog._world.tasks.is_busy)
    added = len(library.house.scripts.all(with_disabled=True)) - len(before)
    assert added == (2 if is_late else 0)
    assert library.toast.startswith("The import was done") == is_late
    if is_late:
        library.house.scripts.undo()
    assert library.house.scripts.all(with_disabled=True) == before


def test_what_cannot_be_read_is_said_in_the_dialog(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"")
    library.dialog.phrases.start(path)
    dialog = library.dialog.phrases.dialog
    assert dialog is not None
    library.qtbot.waitUntil(lambda: dialog.banner.isVisible())
    assert not dialog.import_button.isEnabled()
    library.qtbot.keyClick(dialog, ESC)
    assert library.dialog.phrases.dialog is None


def test_a_table_of_nobodys_asks_once_which_column_is_what(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("甲,乙\n一,亲，这边帮您看看。\n二,好的，请稍等。\n", "utf-8-sig")
    library.dialog.phrases.start(path)
    phrases = library.dialog.phrases
    library.qtbot.waitUntil(lambda: phrases.mapping is not None)
    mapping = phrases.mapping
    assert mapping is not None
    body, title = mapping.fields["body"], mapping.fields["title"]
    body.setCurrentIndex(body.findData(""))
    assert not mapping.ok_button.isEnabled()
    body.setCurrentIndex(body.findData("乙"))
    title.setCurrentIndex(title.findData("甲"))
    mapping.ok_button.click()
    dialog = phrases.dialog
    assert dialog is not None
    library.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    assert dialog.model.line(0).title == "一"
    dialog.reject()
    assert opened(library, path).model.rowCount() == 2
    assert phrases.mapping is None


def test_the_shops_own_scripts_are_exported_to_a_chosen_file(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    library.press(Qt.Key.Key_E, held=CTRL)
    question = library.dialog.phrases.export_dialog
    assert question is not None
    assert question.what.currentText() == "the shop's own (1)"
    question.ok_button.click()
    assert OWN.title in path.read_text("utf-8")
    assert "out.yaml" in library.toast


def test_an_import_asks_for_unsaved_changes_first(
    library: Library, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    library.stand_on(OWN.title)
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    library.press(Qt.Key.Key_I, held=CTRL)
    assert library.dialog.phrases.dialog is None
    library.qtbot.keyClick(library.dialog.bench.leaving.question, ENTER)
    dialog = library.dialog.phrases.dialog
    assert dialog is not None
    library.qtbot.waitUntil(lambda: dialog.model.rowCount() > 0)
    assert library.stand_on(OWN.title).wordings[0].startswith("abc")
    dialog.reject()
