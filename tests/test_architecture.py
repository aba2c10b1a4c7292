"""The rooms of the house and the arrows between them, as a test that fails in words."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "deskhelper"

MAY_IMPORT = {
    "unread": set(),
    "core": set(),
    "paths": {"core"},
    "content": {"core"},
    "exchange": {"core"},
    "storage": {"core", "unread"},
    "drawing": {"core"},
    "services": {"core", "content", "exchange", "storage"},
    "ui": {"core", "services", "drawing"},
    "foundations": {"core", "paths", "content", "storage", "services"},
    "app": {"core", "paths", "foundations", "content", "exchange", "storage", "services", "ui"},
    "machine": {"core"},
    "start": {"core", "paths", "content", "services", "ui", "app", "machine"},
    "cli_words": {"core", "content", "drawing", "services"},
    "cli_call": {"core", "paths", "content", "services", "app"},
    "cli_care": {"core", "services", "cli_call"},
    "cli_notices": {"core", "services", "cli_call"},
    "cli_boards": {"core", "services", "cli_call"},
    "cli_insights": {"core", "services", "cli_call"},
    "cli_evidence": {"core", "services", "start", "cli_call"},
    "cli_cases": {"core", "services", "start", "cli_call"},
    "cli_phrases": {"core", "services", "cli_call"},
    "cli_scripts": {"core", "services", "cli_call", "cli_phrases"},
    "cli": {
        *("core", "paths", "content", "services", "app", "start"),
        *("cli_words", "cli_call", "cli_care", "cli_notices", "cli_boards", "cli_insights", "cli_scripts"),
        *("cli_evidence", "cli_cases"),
    },
    "__main__": {"paths", "start", "cli"},
    "__init__": {"unread"},
}
"""What each room may import; a new room or module on top must be placed here."""

FOREIGN = {
    "PySide6": {"ui", "start", "machine"},
    "shiboken6": {"ui"},
    "sqlite3": {"storage"},
    "pysqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "ruamel": {"content"},
    "csv": {"exchange"},
    "python_calamine": {"exchange"},
    "xlsxwriter": {"exchange"},
    "click": {
        *("cli_evidence", "cli_cases"),
        *("cli", "cli_boards", "cli_call", "cli_care", "cli_insights", "cli_notices", "cli_phrases", "cli_scripts"),
    },
    "platformdirs": {"paths"},
    "grandalf": {"drawing"},
    "rapidfuzz": {"services"},
    "pyqtgraph": {"ui"},
    "numpy": set(),
    "msgspec": {
        *("core", "content", "exchange", "storage", "drawing", "services"),
        *("ui", "start", "cli_call", "cli_words", "paths", "__init__"),
    },
}
"""The only importers of each library."""

NEVER_IN_CORE = {"os", "io", "time", "random", "pathlib", "socket", "logging", "threading", "subprocess"}
NEVER = {"socket", "http", "urllib", "requests", "ssl", "pynput", "keyboard", "pickle"}
"""No network, no keyboard hook, no code in data."""


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports() -> Iterator[tuple[Path, int, str]]:
    """Yield file, line and full name of every import of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                assert node.level == 0, f"{path}:{node.lineno}: relative import"
                if node.module == "deskhelper":
                    yield from ((path, node.lineno, f"deskhelper.{alias.name}") for alias in node.names)
                else:
                    yield path, node.lineno, node.module


def test_every_module_on_top_has_its_place() -> None:
    on_top = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    assert on_top == set(MAY_IMPORT)


def test_arrows_point_down() -> None:
    wrong = []
    for path, line, name in imports():
        parts = name.split(".")
        if parts[0] != "deskhelper" or len(parts) == 1:
            continue
        here, there = room_of(path), parts[1]
        if there != here and there not in MAY_IMPORT[here]:
            wrong.append(f"{path.relative_to(ROOT)}:{line}: {here} must not import {there}")
    assert wrong == []


def test_each_library_has_its_importers() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: {room_of(path)} must not import {name}"
        for path, line, name in imports()
        if room_of(path) not in FOREIGN.get(name.split(".")[0], {room_of(path)})
    ]
    assert wrong == []


def test_core_knows_no_clock_disk_or_chance() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: core must not import {name}"
        for path, line, name in imports()
        if room_of(path) == "core" and name.split(".")[0] in NEVER_IN_CORE
    ]
    assert wrong == []


def test_nothing_reaches_the_network_or_the_keyboard() -> None:
    wrong = [f"{path}:{line}: {name}" for path, line, name in imports() if name.split(".")[0] in NEVER]
    assert wrong == []


@pytest.mark.parametrize("word", ["eval", "exec", "compile", "__import__"])
def test_no_code_is_made_from_data(word: str) -> None:
    called = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == word
    ]
    assert called == []


def test_no_file_is_a_house_of_its_own() -> None:
    longest = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {str(path): lines for path, lines in longest.items() if lines > 400} == {}


def test_the_top_of_the_tree_holds_what_was_agreed() -> None:
    agreed = {"deskhelper", "resources", "tests", "pyproject.toml", "README.md", "LICENSE"}
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = {line.split("/")[0] for line in listed.splitlines() if not line.startswith(".")}
    assert found <= agreed
