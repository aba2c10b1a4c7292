"""The parcels in anomaly on the rail: known from the last count, counted anew in the background, their board behind."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from deskhelper.core.moments import HOUR
from deskhelper.core.terms import ShopTerms
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.boards.page import BoardsPage
from deskhelper.ui.desk import parcel_count
from deskhelper.ui.desk.rail_pages import PARCELS
from deskhelper.ui.orders.rail_button import RailButton
from tests.ui.desk.conftest import Hands, OpenDesk
from tests.ui.desk.test_boards import traces


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel_count, "SOON_MS", 0)


def button(hands: Hands, name: str = PARCELS) -> RailButton:
    return hands.desk.work.rail._pages[name]


def first_key(hands: Hands) -> None:
    """Press a key in the window, as the system tells it."""
    hands.qtbot.keyPress(hands.desk.window.windowHandle(), Qt.Key.Key_Control)


def test_nothing_is_counted_at_the_start_and_no_number_shown(hands: Hands) -> None:
    hands.qtbot.wait(50)
    hands.desk.settle()
    assert hands.desk.services.parcel_tally.last is None
    assert button(hands).count_words == ""
    assert "F11, 2" in button(hands).toolTip()


def test_after_an_import_they_are_counted_and_known_at_the_next_start(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path, open_desk: OpenDesk
) -> None:
    traces(folder, clock, tmp_path)
    hands.desk.work.refresh()
    hands.qtbot.waitUntil(lambda: button(hands).count_words == "1", timeout=10_000)
    again = Hands(open_desk(), hands.qtbot)
    assert button(again).count_words == "1"


def test_after_an_import_by_another_program_nothing_old_is_shown_and_the_first_key_counts_anew(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path, open_desk: OpenDesk
) -> None:
    hands.desk.services.open_boards().read_parcels()
    hands.desk.work.page_ways.tell_due()
    assert button(hands).count_words == "0"
    traces(folder, clock, tmp_path)
    again = Hands(open_desk(), hands.qtbot)
    assert button(again).count_words == ""
    first_key(again)
    again.qtbot.waitUntil(lambda: button(again).count_words == "1", timeout=10_000)


def test_what_was_counted_hours_ago_is_counted_anew(hands: Hands, clock: FixedClock) -> None:
    hands.desk.services.open_boards().read_parcels()
    first_key(hands)
    hands.desk.work.page_ways.tell_due()
    assert button(hands).count_words == "0"
    clock.move(7 * HOUR)
    hands.desk.work.page_ways.tell_due()
    assert button(hands).count_words == ""
    hands.qtbot.waitUntil(lambda: button(hands).count_words == "0", timeout=10_000)


def test_a_trace_that_was_pasted_counts_anew(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    hands.desk.work.room.parcel.changed.emit()
    hands.qtbot.waitUntil(lambda: button(hands).count_words == "0", timeout=10_000)


def test_reading_the_desk_anew_counts_only_where_files_or_figures_are_others(
    hands: Hands, clock: FixedClock, tmp_path: Path
) -> None:
    services = hands.desk.services
    tally = services.parcel_tally
    hands.desk.work.refresh()
    hands.qtbot.waitUntil(lambda: tally.counted == 1)
    hands.desk.work.refresh()
    hands.desk.work.page_ways.tell_due()
    hands.qtbot.wait(30)
    assert tally.begun == 1, "nothing has changed"
    services.settings.change_terms("", ShopTerms(transit_days=9))
    hands.desk.work.refresh()
    hands.qtbot.waitUntil(lambda: tally.counted == 2)
    tally.doubt()
    hands.desk.work.refresh()
    hands.qtbot.waitUntil(lambda: tally.counted == 3)
    clock.move(7 * HOUR)
    hands.desk.work.refresh()
    hands.qtbot.waitUntil(lambda: tally.counted == 4)


def test_what_a_board_counts_meanwhile_is_not_counted_again(hands: Hands) -> None:
    tally = hands.desk.services.parcel_tally
    count = hands.desk.work.page_ways._parcels
    hands.desk.services.open_boards().read_parcels()
    with tally.counting():
        count.count_soon()
        hands.qtbot.wait(100)
        assert (tally.begun, tally.counted) == (2, 1), "it waits for the board"
    hands.qtbot.waitUntil(lambda: tally.counted == 3)
    count.count_soon()
    hands.desk.services.open_boards().read_parcels()
    hands.desk.settle()
    hands.qtbot.wait(100)
    assert (tally.begun, tally.counted) == (4, 4), "the board has counted since"


def test_the_entry_opens_their_board_and_f11_leaves_it(hands: Hands) -> None:
    hands.qtbot.mouseClick(button(hands), Qt.MouseButton.LeftButton)
    page = hands.desk.work.pages.page
    assert isinstance(page, BoardsPage)
    assert page.section is page.sections[1]
    hands.qtbot.waitUntil(lambda: page.section.is_read and not page.is_reading, timeout=10_000)
    assert button(hands).isChecked()
    assert button(hands).count_words == "0", "the board has counted"
    hands.type("1")
    assert button(hands, "boards").isChecked()
    hands.qtbot.mouseClick(button(hands), Qt.MouseButton.LeftButton)
    assert (button(hands).isChecked(), page.section is page.sections[1]) == (True, True)
    hands.press(Qt.Key.Key_F11)
    assert hands.desk.work.pages.page is None
    hands.press(Qt.Key.Key_F11)
    assert button(hands).isChecked(), "the boards open where they were left"
    hands.qtbot.mouseClick(button(hands), Qt.MouseButton.LeftButton)
    assert hands.desk.work.pages.page is None


def test_before_a_picture_is_taken_the_pages_are_counted_without_waiting(hands: Hands) -> None:
    assert button(hands, "notices").count_words == ""
    hands.desk.work.page_ways.count_now()
    hands.desk.settle()
    assert (button(hands, "cases").count_words, button(hands, "notices").count_words) == ("0", "3")
