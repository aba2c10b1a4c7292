"""A case goes on in another flow by one key, and nothing is asked twice."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk.conftest import Hands
from tests.ui.desk.test_whole_case import open_order

ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
ALT = Qt.KeyboardModifier.AltModifier


def test_alt_and_a_number_go_on_in_another_flow(hands: Hands, qtbot: QtBot) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE)
    room = hands.desk.work.room
    before = room.open_case.view
    ways = before.draft.hands_over
    assert ways
    assert room.outcome.ways_on.isVisible()
    hands.press(ONE, held=ALT)
    qtbot.waitUntil(lambda: room.open_case.view.flow.id == ways[0].to)
    after = room.open_case.view
    shared = {name: answer for name, answer in before.walk.answers.items() if name in after.flow.questions}
    assert shared.items() <= after.walk.answers.items()
    assert room.tabs.count() == 2, "the case left behind stays open"


def test_a_way_can_be_taken_by_click_and_none_is_there_while_a_question_is_open(hands: Hands, qtbot: QtBot) -> None:
    open_order(hands, "4268")
    room = hands.desk.work.room
    assert not room.outcome.ways_on.choose(1)
    hands.press(ONE, TWO, ONE)
    ways = room.open_case.view.draft.hands_over
    qtbot.mouseClick(room.outcome.ways_on._buttons[len(ways) - 1], Qt.MouseButton.LeftButton)
    assert room.open_case.view.flow.id == ways[-1].to
    assert not room.outcome.ways_on.choose(9)
