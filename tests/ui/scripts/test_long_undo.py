"""Ctrl+Z of a whole import: in the background, with the window at hand, and nothing lost whatever is done meanwhile."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import Qt

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.script_shelf import ScriptShelf
from deskhelper.ui.scripts import edits
from tests.ui.scripts.conftest import CTRL, OWN, Library

Z, Y, S = Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_S
SENTENCE = "正在撤销或恢复大批话术，完成后才能再改。"
MANY = [
    LibraryScript(id="", title=f"第{number}条", wordings=("亲，好的。",), path=("导入",), scope=Scope.SHOP)
    for number in range(9)
]


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Yield what a long step waits for before it writes; nine scripts are long here."""
    held, write = Event(), ScriptShelf.write_apart
    monkeypatch.setattr(edits, "MOST_AT_ONCE", 5)
    monkeypatch.setattr(
        ScriptShelf, "write_apart", lambda *given, agent: write(*given, agent=agent) if held.wait(20) else None
    )
    yield held
    held.set()


@pytest.fixture
def imported(library: Library, go: Event) -> Library:
    library.house.scripts.save_all(MANY)
    library.dialog.reading.catch_up()
    assert "第3条" in library.titles
    library.dialog.list.table.setFocus()
    return library


def test_it_is_said_what_is_under_way_and_the_list_follows_in_the_end(imported: Library, go: Event) -> None:
    imported.press(Z, held=CTRL)
    assert imported.toast == "Undoing 9 edit(s)…"
    assert "第3条" in imported.titles
    imported.stand_on(OWN.title)
    go.set()
    imported.qtbot.waitUntil(lambda: "第3条" not in imported.titles)
    assert imported.toast == "Undone"
    assert OWN.title in imported.titles
    go.clear()
    imported.press(Y, held=CTRL)
    assert imported.toast == "Redoing 9 edit(s)…"
    go.set()
    imported.qtbot.waitUntil(lambda: "第3条" in imported.titles)
    assert imported.toast == "Done again"


def test_an_edit_meanwhile_is_refused_in_one_sentence_and_what_is_typed_stays(imported: Library, go: Event) -> None:
    imported.stand_on(OWN.title)
    imported.press(Z, held=CTRL)
    imported.press(Qt.Key.Key_F2)
    imported.write("abc")
    imported.press(S, held=CTRL)
    assert imported.toast == SENTENCE
    go.set()
    imported.qtbot.waitUntil(lambda: "第3条" not in imported.titles)
    assert imported.dialog.bench.is_changed
    assert imported.dialog.bench.leaving.question is None
    imported.press(S, held=CTRL)
    assert imported.stand_on(OWN.title).wordings[0].startswith("abc")


def test_ctrl_z_meanwhile_takes_nothing_else_back(imported: Library, go: Event) -> None:
    imported.press(Z, held=CTRL)
    imported.press(Z, Y, Z, held=CTRL)
    assert imported.toast == SENTENCE
    go.set()
    imported.qtbot.waitUntil(lambda: "第3条" not in imported.titles)
    assert OWN.title in imported.titles


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_window_that_is_closed_meanwhile_leaves_the_step_to_its_end(
    imported: Library, go: Event, open_library: Callable[..., Library], is_deleted: bool, request: pytest.FixtureRequest
) -> None:
    imported.press(Z, held=CTRL)
    tasks = imported.dialog._world.tasks
    imported.dialog.reject()
    if is_deleted:
        request.node.qt_widgets.clear()
        shiboken6.delete(imported.dialog)
    go.set()
    imported.qtbot.waitUntil(lambda: not tasks.is_busy)
    assert "第3条" not in {one.title for one in imported.house.scripts.all()}
    assert "第3条" not in open_library().titles


def test_a_window_opened_meanwhile_follows_too(
    imported: Library, go: Event, open_library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    imported.press(Z, held=CTRL)
    imported.dialog.reject()
    monkeypatch.setattr(type(imported.dialog._world.tasks), "is_busy", False)
    second = open_library()
    assert "第3条" in second.titles
    go.set()
    second.qtbot.waitUntil(lambda: "第3条" not in second.titles)


def test_a_disk_that_refuses_is_told_and_the_undo_can_be_had_again(
    imported: Library, go: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, agent: str) -> None:
        raise WorldError("disk_full", file="x.db")

    with monkeypatch.context() as at_the_disk:
        at_the_disk.setattr(ScriptShelf, "write_apart", refuse)
        imported.press(Z, held=CTRL)
        imported.qtbot.waitUntil(lambda: not imported.dialog._world.tasks.is_busy)
    assert "Undo" not in imported.toast
    assert "第3条" in imported.titles
    go.set()
    imported.press(Z, held=CTRL)
    imported.qtbot.waitUntil(lambda: "第3条" not in imported.titles)
