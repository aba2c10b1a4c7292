"""Whole cases through the real window, by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.view import View
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from tests.ui.desk.conftest import Hands, OpenDesk

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
CTRL = Qt.KeyboardModifier.ControlModifier


def open_order(hands: Hands, tail: str) -> None:
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.type(tail)
    hands.press(ENTER)


def test_a_file_becomes_a_reply_on_the_clipboard(open_desk: OpenDesk, order_file: Path, qtbot: QtBot) -> None:
    desk = open_desk()
    desk.imports.start([order_file])
    qtbot.waitUntil(lambda: desk.imports.question is not None)
    desk.imports.question.name_box.setEditText("暖居家纺店")
    desk.imports.question.accept()
    qtbot.waitUntil(lambda: not desk.imports.is_running)
    desk.imports.dialog.close()
    desk.settle()
    hands = Hands(desk, qtbot)
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_2)
    hands.press(ENTER)
    assert hands.clipboard.startswith("亲，实在抱歉让您久等了。因为仓库盘点，您的订单没能按承诺的时间发出")
    assert "6小时内、也就是今天（5月19日）18点前" in hands.clipboard
    assert "5元优惠券" in hands.clipboard


def test_the_late_case_asks_for_the_reason_and_then_copies(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE)
    view = hands.desk.work.room.open_case.view
    assert view.walk.outcome == "D-URGE-1.2.1.2"
    assert [step.by for step in view.walk.steps] == ["agent", "agent", "agent", "order"]
    before = hands.clipboard
    hands.press(ENTER)
    assert hands.clipboard == before, "a reply with a gap must not leave"
    assert hands.focus is hands.desk.work.room.reply._fields["reason"].editor
    hands.press(Qt.Key.Key_2, ENTER)
    assert "因为仓库盘点" in hands.clipboard


def test_what_was_copied_is_logged_with_its_promises(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE, ENTER, TWO, ENTER)
    order = hands.desk.work.room.open_case.view.order
    card = hands.desk.services.orders.card(order.platform, order.order_no)
    assert [copy.text for copy in card.copies] == [hands.clipboard]
    assert [(promise.text, promise.fen) for promise in card.promises] == [
        ("5月19日18点前发货", None),
        ("发货后送 5 元优惠券", 500),
    ]


def test_enter_takes_the_marked_answers(hands: Hands) -> None:
    open_order(hands, "0192")
    hands.press(ENTER, ENTER, ENTER)
    view = hands.desk.work.room.open_case.view
    assert view.walk.answers == {"wants": "ship", "has_left": "no", "can_ship": "yes", "promise_passed": "no"}
    hands.press(ENTER)
    assert "预计今天（5月19日）18点前就能寄出" in hands.clipboard


def test_an_open_refund_answers_what_the_buyer_wants(hands: Hands) -> None:
    open_order(hands, "1146")
    view = hands.desk.work.room.open_case.view
    assert [(step.question, step.answer, step.by) for step in view.walk.steps] == [("wants", "refund", "order")]
    hands.press(TWO, ENTER)
    assert "30分钟内" in hands.clipboard


def test_a_shipped_order_needs_one_answer(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.press(ONE, ENTER)
    assert "中通快递" in hands.clipboard
    assert "773000000000123" in hands.clipboard


def test_a_derived_promise_waits_for_the_yes(hands: Hands) -> None:
    open_order(hands, "7731")
    hands.press(ONE, TWO, ONE, ENTER, TWO)
    before = hands.clipboard
    hands.press(ENTER)
    assert hands.clipboard == before
    assert hands.desk.work.room.wizard.is_unconfirmed
    hands.press(Qt.Key.Key_Y)
    assert not hands.desk.work.room.wizard.is_unconfirmed
    hands.press(ENTER)
    assert "实在抱歉" in hands.clipboard
    step = hands.desk.work.room.open_case.view.walk.steps[-1]
    assert (step.question, step.answer, step.by) == ("promise_passed", "yes", "agent")


def test_enter_twice_gives_the_yes_and_copies(hands: Hands) -> None:
    open_order(hands, "7731")
    hands.press(ONE, TWO, ONE, ENTER, TWO, ENTER, ENTER)
    assert "实在抱歉" in hands.clipboard


def test_back_keeps_every_answer_and_esc_leaves_it(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO)
    hands.press(Qt.Key.Key_Backspace)
    view = hands.desk.work.room.open_case.view
    assert (view.walk.question, view.walk.kept) == ("has_left", "no")
    assert view.case.state.answers == {"wants": "ship", "has_left": "no"}
    hands.press(ESC)
    assert hands.desk.work.room.open_case.view.walk.question == "can_ship"


def test_undo_and_redo_go_through_the_answers(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO)
    hands.press(Qt.Key.Key_Z, held=CTRL)
    assert hands.desk.work.room.open_case.view.walk.question == "has_left"
    hands.press(Qt.Key.Key_Y, held=CTRL)
    assert hands.desk.work.room.open_case.view.walk.question == "can_ship"


def test_a_click_on_a_folded_question_overrules_the_order(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE)
    hands.desk.work.room.wizard._rows[3].revisit_requested.emit("promise_passed")
    hands.press(TWO)
    step = hands.desk.work.room.open_case.view.walk.steps[-1]
    assert (step.answer, step.by, step.overruled) == ("no", "agent", "yes")
    assert "订单显示" in step.reason.zh


def test_esc_goes_from_field_to_case_to_list_to_box(hands: Hands) -> None:
    work = hands.desk.work
    open_order(hands, "4268")
    hands.press(ONE, TWO, ONE, ENTER)
    assert work.room.reply.isAncestorOf(hands.focus)
    hands.press(ESC)
    assert hands.focus is work.room.area
    hands.press(ESC)
    assert hands.focus is work.pane.list.rows
    assert work.pane.words == "4268"
    hands.press(ESC)
    assert work.pane.words == ""


def test_typing_in_the_case_goes_to_the_box_once_nothing_is_asked(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.press(ONE)
    hands.type("01")
    assert hands.desk.window.top.box.text() == "01"
    assert hands.focus is hands.desk.window.top.box


def test_everything_answered_is_there_after_a_crash(
    hands: Hands, folder: DataFolder, clock: FixedClock, open_desk: OpenDesk
) -> None:
    open_order(hands, "4268")
    hands.press(ONE, TWO)
    open_order(hands, "0192")
    hands.press(ONE)
    # no close, no save: another process opens the same folder, as after kill -9
    survivor = House(folder, clock)
    tabs = survivor.cases.tabs()
    assert [(view.order.order_no[-4:], view.case.state.answers) for view in tabs] == [
        ("4268", {"wants": "ship", "has_left": "no"}),
        ("0192", {"wants": "ship"}),
    ]
    survivor.close()
    again = open_desk()
    assert len(again.work.room.tabs.case_ids()) == 2


def test_only_looking_at_an_order_stores_no_case(hands: Hands) -> None:
    open_order(hands, "4268")
    assert hands.desk.services.cases.tabs() == []
    hands.press(ONE)
    assert len(hands.desk.services.cases.tabs()) == 1
    hands.qtbot.waitUntil(lambda: hands.desk.work.pane.counts[View.WITH_CASE] == 1)


def test_ctrl_tab_walks_the_cases_and_ctrl_w_closes_one(hands: Hands) -> None:
    for tail in ("4268", "0192"):
        open_order(hands, tail)
        hands.press(ONE)
    work = hands.desk.work
    assert work.room.open_case.view.order.order_no.endswith("0192")
    hands.press(Qt.Key.Key_Tab, held=CTRL)
    assert work.room.open_case.view.order.order_no.endswith("4268")
    hands.press(Qt.Key.Key_W, held=CTRL)
    assert len(work.room.tabs.case_ids()) == 1
    assert work.room.open_case.view.order.order_no.endswith("0192")


def test_another_wording_keeps_the_facts(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.press(ONE, ENTER)
    first = hands.clipboard
    hands.press(Qt.Key.Key_R, held=CTRL)
    hands.press(ENTER)
    assert hands.clipboard != first
    assert "773000000000123" in hands.clipboard


def test_ctrl_enter_copies_from_the_box(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.press(ONE)
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.press(ENTER, held=CTRL)
    assert "773000000000123" in hands.clipboard


def test_a_busy_clipboard_is_told_and_nothing_is_logged(hands: Hands, monkeypatch) -> None:
    open_order(hands, "2075")
    hands.press(ONE)
    monkeypatch.setattr(hands.desk.work._clipboard, "put", lambda text: False)
    hands.press(ENTER)
    order = hands.desk.work.room.open_case.view.order
    assert hands.desk.services.orders.card(order.platform, order.order_no).copies == []
    assert "剪贴板" in hands.desk.work.toast.accessibleName()


def test_the_flow_can_be_changed_for_the_same_order(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.desk.work.room.wizard.flow_requested.emit("proactive_notice")
    view = hands.desk.work.room.open_case.view
    assert view.flow.id == "proactive_notice"
    assert view.walk.outcome == "D-PRO-3"
    assert QApplication.focusWidget() is not None
