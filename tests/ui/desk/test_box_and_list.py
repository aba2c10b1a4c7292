"""The one box and the list, with an input method, keys and a changing order list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper.core.view import SortKey, View
from deskhelper.ui.desk.search_box import SearchBox
from tests.made_up import order_no, shipped_row, write
from tests.ui.desk.conftest import Hands

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier


def compose(box: SearchBox, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(box, event)


def tails(hands: Hands) -> list[str]:
    model = hands.desk.work.pane.list.model
    return [line.order.order_no[-4:] for at in range(model.rowCount()) if (line := model.line(at))]


def test_enter_while_composing_never_opens_an_order(hands: Hands) -> None:
    box = hands.desk.window.top.box
    box.setFocus()
    compose(box, "bao wen")
    hands.press(ENTER)
    assert not hands.desk.work.has_room
    compose(box, "", "保温杯")
    assert box.text() == "保温杯"
    assert tails(hands) == ["0192"]
    hands.press(ENTER)
    assert hands.desk.work.room.open_case.view.order.order_no.endswith("0192")


@pytest.mark.parametrize(
    ("words", "found"),
    [("4268", ["4268"]), ("773000000000123", ["2075"]), ("记忆", ["7731"]), ("bwb", ["0192"]), ("0123", ["2075"])],
)
def test_the_box_finds_numbers_products_and_initials(hands: Hands, words: str, found: list[str]) -> None:
    hands.desk.window.top.box.setText(words)
    assert tails(hands) == found


def test_an_order_number_inside_a_pasted_message_is_found(hands: Hands) -> None:
    hands.desk.window.top.box.setText(f"你好 {order_no('4268')} 什么时候发货呀")
    assert tails(hands) == ["4268"]


def test_words_that_find_nothing_say_so(hands: Hands) -> None:
    hands.desk.window.top.box.setText("没有这样的商品")
    assert tails(hands) == []
    assert hands.desk.work.pane.list.empty.isVisible()


def test_esc_in_the_box_brings_the_view_back(hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.type("4268")
    hands.press(Qt.Key.Key_Escape)
    assert hands.desk.window.top.box.text() == ""
    assert len(tails(hands)) == 4


def test_number_keys_with_ctrl_choose_views(hands: Hands) -> None:
    for key, view in ((Qt.Key.Key_3, View.OVERDUE), (Qt.Key.Key_4, View.SHIPPED), (Qt.Key.Key_7, View.ALL)):
        hands.press(key, held=CTRL)
        assert hands.desk.work.pane.view is view
    assert len(tails(hands)) == 5


def test_views_are_sorted_by_deadline_until_told_otherwise(hands: Hands) -> None:
    assert tails(hands) == ["7731", "4268", "0192", "1146"]
    hands.desk.work.pane.list.sort_requested.emit(SortKey.DEADLINE, True)
    assert tails(hands) == ["1146", "0192", "4268", "7731"]


def test_walking_the_list_shows_the_case_and_keeps_the_focus(hands: Hands) -> None:
    rows = hands.desk.work.pane.list.rows
    rows.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.qtbot.waitUntil(lambda: hands.desk.work.has_room and hands.desk.work.room.open_case.view is not None)
    assert hands.focus is rows


def test_a_click_on_a_row_takes_the_keys_to_its_case(hands: Hands) -> None:
    rows = hands.desk.work.pane.list.rows
    place = rows.visualRect(hands.desk.work.pane.list.model.index(1)).center()
    hands.qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.desk.work.room.open_case.view.order.order_no.endswith("4268")
    hands.press(Qt.Key.Key_1)
    assert hands.desk.work.room.open_case.view.walk.answers == {"wants": "ship"}


def test_an_import_refreshes_list_counts_and_the_open_case(hands: Hands, tmp_path: Path, qtbot: QtBot) -> None:
    hands.desk.window.top.box.setText("4268")
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.press(ENTER)
    newer = write(tmp_path, [shipped_row("4268", "773000000004268")], exported="2026-05-19-12-10-00")
    hands.desk.imports.start([newer])
    qtbot.waitUntil(lambda: not hands.desk.imports.is_running)
    view = hands.desk.work.room.open_case.view
    assert view.facts["tracking_no"] == "773000000004268"
    qtbot.waitUntil(lambda: hands.desk.work.pane.counts.get(View.SHIPPED) == 2)


def test_a_note_is_kept_and_marks_the_row(hands: Hands) -> None:
    hands.desk.window.top.box.setText("4268")
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.press(ENTER)
    note = hands.desk.work.room.card._note
    note.setFocus()
    note.setText("周五前打电话")
    hands.press(ENTER)
    line = hands.desk.work.room.card.line
    content = hands.desk.services.orders.card(line.order.platform, line.order.order_no)
    assert (content.note, content.line.noted) == ("周五前打电话", True)


def test_a_promise_can_be_ticked_once_it_is_kept(hands: Hands) -> None:
    hands.desk.window.top.box.setText("0192")
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.press(ENTER, ENTER, ENTER, ENTER, ENTER)
    room = hands.desk.work.room
    room.history._rows[0]._box.click()
    order = room.open_case.view.order
    promises = hands.desk.services.orders.card(order.platform, order.order_no).promises
    assert [promise.is_kept for promise in promises] == [True]


def test_no_other_row_is_chosen_when_the_open_order_is_not_in_the_view(hands: Hands) -> None:
    hands.type("4268")
    hands.press(ENTER)
    work = hands.desk.work
    hands.press(Qt.Key.Key_Escape)
    work.pane.show_view(View.TO_SHIP)
    work.pane.list.select_first()
    assert work.pane.list.selected is not None
    shipped = work.pane._services.orders.search("2075")[0]
    work.room.open_order(shipped)
    assert work.room.open_case.view.order.order_no.endswith("2075")
    assert work.pane.list.selected is None
    work.pane.show_view(View.ALL)
    work.pane.follow(shipped)
    assert work.pane.list.selected is not None
    assert work.pane.list.selected.id == shipped.id
