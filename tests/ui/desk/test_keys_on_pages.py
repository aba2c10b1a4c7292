"""The keys of a case count where it is in sight: no page copies, changes or closes what lies behind it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk.conftest import Hands
from tests.ui.desk.test_whole_case import open_order

CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key
PAGES = {
    "cases": (Key.Key_8, CTRL), "promises": (Key.Key_9, CTRL), "notices": (Key.Key_0, CTRL),
    "boards": (Key.Key_F11, NONE), "insights": (Key.Key_F12, NONE),
    "hand_over": (Key.Key_H, CTRL), "evidence": (Key.Key_J, CTRL),
}  # fmt: skip
OF_A_CASE = (
    (Key.Key_Return, CTRL), (Key.Key_Z, CTRL), (Key.Key_Y, CTRL), (Key.Key_W, CTRL), (Key.Key_Tab, CTRL),
    (Key.Key_Left, ALT), (Key.Key_1, ALT),
)  # fmt: skip


@pytest.mark.parametrize("name", [*PAGES, "handbook"])
def test_no_key_reaches_the_case_behind_a_page(hands: Hands, name: str) -> None:
    open_order(hands, "7731")
    hands.press(Key.Key_1)
    open_order(hands, "2075")
    hands.press(Key.Key_1)
    room = hands.desk.work.room
    before = room.open_case.view
    assert before is not None
    assert before.draft is not None
    tabs = room.tabs.case_ids()
    assert len(tabs) == 2
    key, held = PAGES.get(name, (Key.Key_F3, NONE))
    hands.press(key, held=held)
    hands.desk.settle()
    for key, held in OF_A_CASE:
        hands.press(key, held=held)
        QApplication.processEvents()
    assert hands.clipboard == ""
    after = room.open_case.view
    assert after is not None
    assert (after.case.id, after.case.state) == (before.case.id, before.case.state)
    assert room.tabs.case_ids() == tabs


def test_back_at_the_work_they_count_again_from_the_box_too(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.press(Key.Key_1)
    hands.press(Key.Key_9, held=CTRL)
    hands.press(Key.Key_9, held=CTRL)
    hands.press(Key.Key_K, held=CTRL)
    hands.press(Key.Key_Return, held=CTRL)
    assert hands.clipboard


@pytest.mark.parametrize("name", [*PAGES, "handbook"])
@pytest.mark.parametrize("way", [Key.Key_Down, Key.Key_Escape])
def test_from_the_empty_box_the_keys_go_back_to_what_is_in_sight(hands: Hands, name: str, way: Qt.Key) -> None:
    open_order(hands, "2075")
    hands.press(Key.Key_1)
    hands.desk.work.top.box.clear()
    key, held = PAGES.get(name, (Key.Key_F3, NONE))
    hands.press(key, held=held)
    hands.desk.settle()
    shown = hands.desk.work.pages.sheets.currentWidget()
    hands.press(Key.Key_K, held=CTRL)
    hands.press(Key.Key_Escape)  # what the box offers by itself
    assert hands.focus is hands.desk.work.top.box
    hands.press(way)
    hands.desk.settle()
    after = hands.desk.work.pages.sheets.currentWidget()
    assert after.isAncestorOf(hands.focus), "some key would go nowhere"
    assert after is shown or way is Key.Key_Escape
