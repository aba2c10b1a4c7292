"""The outgoing check of a large preview: nobody waits for it, what is seen comes first, and nothing of it is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.services.phrase_preview import Choice
from deskhelper.ui.scripts.import_dialog import PhraseImportDialog
from deskhelper.ui.scripts.preview_check import MOST_AT_FIRST
from tests.ui.scripts.conftest import CTRL, Library

ROWS = 400
BAD = 100
"""Every row from this one on tells the buyer to leave the platform."""


class Gate:
    """Lets so many rows through the check; keeps their titles."""

    def __init__(self, find: Callable[[LibraryScript], object]) -> None:
        self._find = find
        self.seen: list[str] = []
        self.go = Event()

    def find(self, script: LibraryScript) -> object:
        if len(self.seen) >= MOST_AT_FIRST:
            assert self.go.wait(20)
        self.seen.append(script.title)
        return self._find(script)


@pytest.fixture
def gate(library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(library.house.phrases.findings)
    monkeypatch.setattr(library.house.phrases, "findings", made.find)
    yield made
    made.go.set()


@pytest.fixture
def dialog(library: Library, gate: Gate, tmp_path: Path) -> PhraseImportDialog:
    path = tmp_path / "many.csv"
    rows = [f"bm{at},第{at}条,导入,亲，第{at}条{'加我微信说' if at >= BAD else '请稍等'}。\n" for at in range(ROWS)]
    path.write_text("快捷编码,标题,分类,内容\nfpjd,进度,发票,亲，发票已经在开了。\n" + "".join(rows), "utf-8-sig")
    library.dialog.phrases.start(path)
    found = library.dialog.phrases.dialog
    assert found is not None
    library.qtbot.waitUntil(lambda: found.model.rowCount() == ROWS + 1)
    with library.qtbot.waitActive(found):
        found.activateWindow()
    library.qtbot.keyClick(found.table, Qt.Key.Key_Home)  # a Ctrl of another test would be held still
    return found


def said(dialog: PhraseImportDialog) -> str:
    return "\n".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def remarked(dialog: PhraseImportDialog) -> str:
    return dialog.tabs.tabText(dialog.tabs.count() - 1)


def test_the_preview_is_there_before_the_check_and_the_findings_grow(
    library: Library, dialog: PhraseImportDialog, gate: Gate
) -> None:
    assert len(gate.seen) == MOST_AT_FIRST
    assert f"{ROWS + 1 - MOST_AT_FIRST:,} rows to go" in dialog._check.words
    assert "remarks" not in remarked(dialog)
    gate.go.set()
    library.qtbot.waitUntil(lambda: remarked(dialog) == f"With remarks {ROWS - BAD}")
    assert "every row" in dialog._check.words
    assert "微信" in " ".join(dialog.model.line(ROWS).findings)
    assert sorted(gate.seen) == sorted(["进度", *(f"第{at}条" for at in range(ROWS))])


def test_rows_in_sight_come_before_the_others(library: Library, dialog: PhraseImportDialog, gate: Gate) -> None:
    dialog.table.selectRow(300)
    dialog.table.scrollTo(dialog.model.index(300, 0), dialog.table.ScrollHint.PositionAtCenter)
    shown = {line.title for line in dialog.table.in_sight()}
    assert "第299条" in shown
    assert len(shown) < 40
    gate.go.set()
    library.qtbot.waitUntil(lambda: dialog.model.line(300).unchecked is None)
    before = gate.seen.index("第299条")
    library.qtbot.waitUntil(lambda: remarked(dialog) == f"With remarks {ROWS - BAD}")
    assert before < len(gate.seen) - 150
    assert "微信" in said(dialog)


def test_the_tab_of_remarks_takes_in_what_is_found_in_the_order_of_the_file(
    library: Library, dialog: PhraseImportDialog, gate: Gate
) -> None:
    dialog.show_findings([(dialog.model.line(300), ("甲",))])
    dialog.tabs.setCurrentIndex(dialog.tabs.count() - 1)
    assert dialog.model.rowCount() == 1
    gate.go.set()
    library.qtbot.waitUntil(lambda: dialog.model.rowCount() == ROWS - BAD)
    rows = [dialog.model.line(at).row for at in range(dialog.model.rowCount())]
    assert rows == sorted(rows)


def test_an_import_does_not_wait_for_the_check(library: Library, dialog: PhraseImportDialog, gate: Gate) -> None:
    assert dialog.import_button.isEnabled()
    library.press(Qt.Key.Key_Return, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.undo_button.isVisible())
    assert f"added {ROWS}" in said(dialog)
    assert len(gate.seen) == MOST_AT_FIRST
    gate.go.set()
    library.qtbot.waitUntil(lambda: not library.dialog._world.tasks.is_busy)
    assert len(gate.seen) <= MOST_AT_FIRST + 1


def test_an_import_that_fails_leaves_choices_and_findings_and_the_check_goes_on(
    library: Library, dialog: PhraseImportDialog, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Callable[[], object]:
        def work() -> object:
            raise WorldError("disk_full", file="x.db")

        return work

    monkeypatch.setattr(library.house.phrases, "prepare_apply", refuse)
    dialog.table.selectRow(0)
    library.press(Qt.Key.Key_2)
    dialog.table.selectRow(5)
    library.press(Qt.Key.Key_Delete)
    coming = dialog.import_button.text()
    library.press(Qt.Key.Key_Return, held=CTRL)
    library.qtbot.waitUntil(lambda: dialog.banner.isVisible())
    assert dialog.wish().choices == {2: Choice.THEIRS}
    assert len(dialog.wish().left_out) == 1
    assert dialog.import_button.text() == coming
    gate.go.set()
    library.qtbot.waitUntil(lambda: remarked(dialog) == f"With remarks {ROWS - BAD}")


def test_a_preview_that_is_closed_checks_no_more(library: Library, dialog: PhraseImportDialog, gate: Gate) -> None:
    dialog.reject()
    gate.go.set()
    library.qtbot.waitUntil(lambda: not library.dialog._world.tasks.is_busy)
    assert len(gate.seen) <= MOST_AT_FIRST + 1


def test_the_lines_are_made_on_the_worker(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import current_thread, main_thread

    from deskhelper.ui.scripts import phrase_flow

    places: list[bool] = []
    make, count = phrase_flow.lines_of, phrase_flow.with_counts
    note = lambda: places.append(current_thread() is main_thread())  # noqa: E731
    monkeypatch.setattr(phrase_flow, "lines_of", lambda *given: note() or make(*given))
    monkeypatch.setattr(phrase_flow, "with_counts", lambda *given: note() or count(*given))
    path = tmp_path / "one.csv"
    path.write_text("快捷编码,标题,分类,内容\nq1,一条,发票,亲，好的。\n", "utf-8-sig")
    library.dialog.phrases.start(path)
    shown = library.dialog.phrases.dialog
    assert shown is not None
    library.qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
    assert places == [False, False]
    shown.reject()
