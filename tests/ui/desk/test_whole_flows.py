"""Whole cases of five flows through the real window: keys alone, to the reply on the clipboard and its promises."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton

from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import HOUR
from deskhelper.services.cases import CaseView
from deskhelper.ui.desk.case_room import CaseRoom
from deskhelper.ui.orders.marks_menu import MarksMenu
from deskhelper.ui.orders.trace_dialog import TraceDialog
from tests.made_up import row, shipped_row
from tests.ui.desk.conftest import Hands
from tests.ui.desk.test_whole_case import open_order

ENTER, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Down
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_GAPS = 8
LONG_SILENT = "2026-05-16 21:30:00 快件离开【杭州】已发往【北京】\n2026-05-16 19:05:12 【杭州】已揽收"


@pytest.fixture
def files() -> list[list[str]]:
    """The orders of this module, in the place of the usual ones."""
    return [
        row("4268"),
        shipped_row("2075"),
        row("3355", "已收货", shipped="2026-05-17 16:20:00", received="2026-05-18 15:00:00",
            tracking_no="773000000000456", courier="中通快递"),
    ]  # fmt: skip


def room_of(hands: Hands) -> CaseRoom:
    assert hands.desk.work
    return hands.desk.work.room


def view_of(hands: Hands) -> CaseView:
    view = room_of(hands).open_case.view
    assert view is not None
    return view


def choose_flow(hands: Hands, monkeypatch: pytest.MonkeyPatch, flow: str) -> None:
    """Choose a flow from the menu of F2 by arrows and Enter; offscreen no menu can hold the keyboard."""
    opened: list[QMenu] = []
    monkeypatch.setattr(QPushButton, "showMenu", lambda button: opened.append(button.menu()))
    monkeypatch.setattr(QToolButton, "showMenu", lambda button: opened.append(button.menu()))
    hands.press(Qt.Key.Key_F2)
    menu = opened[0]
    titles = [action.text() for action in menu.actions()]
    title = room_of(hands)._services.cases.library.flows[flow].title.zh
    at = next(number for number, words in enumerate(titles) if words.startswith(title))
    menu.setActiveAction(menu.actions()[at])
    hands.qtbot.keyClick(menu, ENTER)
    assert view_of(hands).flow.id == flow


def answer(hands: Hands, question: str, option: str) -> None:
    """Answer the open question, which has to be `question`, by its number key."""
    view = view_of(hands)
    assert view.walk.question == question
    number = list(view.flow.questions[question].options).index(option)
    hands.press(Qt.Key(Qt.Key.Key_1 + number))


def copy_filled(hands: Hands) -> str:
    """Press Enter; where it leads to a gap, fill it with the first that fits, until the reply is on the clipboard."""
    room = room_of(hands)
    hands.press(ENTER)
    for _ in range(MOST_GAPS):
        gaps = [slot.name for slot in view_of(hands).draft.slots if slot.is_gap]
        if not gaps:
            break
        editor = room.reply._fields[gaps[0]].editor
        assert hands.focus is editor or editor.isAncestorOf(hands.focus), f"the focus is not on {gaps[0]}"
        if isinstance(hands.focus, QLineEdit):
            hands.type("5")
        else:
            hands.press(DOWN if hands.focus.inherits("QComboBox") else UP)
        hands.press(ENTER)
    order = view_of(hands).order
    copies = hands.desk.services.orders.card(order.platform, order.order_no).copies
    assert [copy.text for copy in copies] == [hands.clipboard]
    return hands.clipboard


def promises(hands: Hands) -> list[StoredPromise]:
    order = view_of(hands).order
    return hands.desk.services.orders.card(order.platform, order.order_no).promises


def kinds(hands: Hands) -> list[str]:
    return [promise.kind.value for promise in promises(hands)]


def test_a_late_shipment_is_explained_and_made_good(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_order(hands, "4268")
    choose_flow(hands, monkeypatch, "late_shipment")
    for question, option in (("has_left", "no"), ("buyer_reached", "yes"), ("stance", "waits")):
        answer(hands, question, option)
    assert view_of(hands).walk.outcome == "D-LATE-2.1"
    said = copy_filled(hands)
    assert "6小时内、也就是今天（5月19日）18点前寄出" in said
    assert "5元" in said
    assert kinds(hands) == ["ship", "compensation"]
    assert [promise.fen for promise in promises(hands)] == [None, 500]


def test_a_wrong_item_turns_out_as_bad_faith(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_order(hands, "3355")
    choose_flow(hands, monkeypatch, "wrong_item")
    for question, option in (("has_photos", "yes"), ("fault", "buyer"), ("bad_faith", "yes")):
        answer(hands, question, option)
    assert view_of(hands).walk.outcome == "D-WRONG-5"
    hands.press(Qt.Key.Key_1, held=ALT)
    assert view_of(hands).flow.id == "bad_faith"
    assert view_of(hands).walk.answers == {"fault": "buyer"}, "what was answered is not asked again"
    answer(hands, "platform_in", "no")
    answer(hands, "conduct", "claims")
    assert view_of(hands).walk.outcome == "D-ABUSE-2.2"
    assert copy_filled(hands).startswith("亲，您说的情况我们对照订单和店里的记录仔细查过")
    assert kinds(hands) == []


def test_a_trace_that_was_pasted_answers_the_whole_case_of_a_silent_parcel(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_order(hands, "2075")

    def paste(dialog: TraceDialog) -> bool:
        dialog.text_field.insertPlainText(LONG_SILENT)
        hands.qtbot.keyClick(dialog.keep_button, Qt.Key.Key_Space)
        return bool(dialog.result())

    monkeypatch.setattr(room_of(hands).parcel, "ask", paste)
    hands.press(Qt.Key.Key_T, held=CTRL)
    choose_flow(hands, monkeypatch, "parcel_anomaly")
    walk = view_of(hands).walk
    assert [(step.question, step.answer, step.by) for step in walk.steps] == [
        ("has_left", "yes", "order"), ("anomaly_kind", "transit", "order"),
    ]  # fmt: skip
    assert walk.outcome == "D-LOGI-6"
    assert "中通快递单号773000000000123的物流停在5月16日21点30分" in copy_filled(hands)
    assert kinds(hands) == ["call_back"]


def test_goods_come_back_without_a_reason_inside_the_window(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_order(hands, "3355")
    choose_flow(hands, monkeypatch, "after_sale")
    answer(hands, "matter", "no_reason")
    assert (view_of(hands).walk.steps[-1].question, view_of(hands).walk.steps[-1].by) == ("in_window", "order")
    answer(hands, "freight_insured", "yes")
    answer(hands, "way_back", "refund")
    assert view_of(hands).walk.outcome == "D-AFTER-1.1"
    assert "5月25日24点前在订单里申请“退货退款”" in copy_filled(hands)
    assert kinds(hands) == ["refund"]


def test_the_platform_steps_in_and_the_clock_for_evidence_runs(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    open_order(hands, "3355")
    opened: list[MarksMenu] = []
    monkeypatch.setattr(MarksMenu, "popup", lambda menu, _: opened.append(menu))
    hands.press(Qt.Key.Key_M, held=CTRL)
    words = opened[0].tr("The platform has stepped in now")
    opened[0].setActiveAction(next(action for action in opened[0].actions() if action.text() == words))
    hands.qtbot.keyClick(opened[0], ENTER)
    choose_flow(hands, monkeypatch, "platform_case")
    assert view_of(hands).walk.answers == {"platform_in": "yes"}
    for question, option in (("platform_verdict", "pending"), ("evidence_sent", "no"), ("fault", "buyer")):
        answer(hands, question, option)
    assert view_of(hands).walk.outcome == "D-AFTER-8.3"
    notice = view_of(hands).facts["platform_notice_at"]
    assert isinstance(notice, int)
    assert [deadline.at for deadline in view_of(hands).draft.deadlines] == [notice + 48 * HOUR]
    assert room_of(hands).card._notice.isVisible()
    assert "平台已经在核实这件事" in copy_filled(hands)
    assert kinds(hands) == ["call_back"]
