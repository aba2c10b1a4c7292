"""The list under the one box, by real keys: what it shows, what Enter does, and the way back with Esc."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.ui.desk.box_list import BoxList
from deskhelper.ui.desk.box_room import BoxRoom, Level
from deskhelper.ui.desk.search_box import SearchBox
from tests.made_up import order_no
from tests.ui.desk.conftest import Hands

Key = Qt.Key
ENTER, ESC = Key.Key_Return, Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


class Box:
    """The box as an agent has it before the eyes."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    @property
    def field(self) -> SearchBox:
        return self.hands.desk.window.top.box

    @property
    def room(self) -> BoxRoom:
        return self.hands.desk.work.ways.answers

    @property
    def rows(self) -> BoxList:
        return self.room.list

    @property
    def titles(self) -> list[str]:
        assert self.rows.isVisible()
        return [row.title for row in self.rows.shown]

    def go(self) -> None:
        """Put the keys into the box and the words away."""
        self.hands.press(Key.Key_K, held=CTRL)

    def paste(self, words: str) -> None:
        """Paste words that were copied elsewhere."""
        self.go()
        QGuiApplication.clipboard().setText(words)
        self.hands.press(Key.Key_V, held=CTRL)

    def wait(self) -> None:
        """Wait for the rows: the first time they are prepared in the background."""
        self.hands.qtbot.waitUntil(self.rows.isVisible, timeout=20_000)

    def ask(self, words: str) -> list[str]:
        """Paste words and return the titles of the rows."""
        self.paste(words)
        self.wait()
        return self.titles


@pytest.fixture
def box(hands: Hands) -> Box:
    return Box(hands)


@pytest.fixture
def ready(box: Box) -> Box:
    """The box with everything read that it answers from."""
    service = box.hands.desk.services.open_box()
    service.warm()
    service.prepare()()
    return box


def own(box: Box, title: str, *wordings: str, **more: object) -> LibraryScript:
    scripts = box.hands.desk.services.open_scripts()
    return scripts.save(LibraryScript(id="", title=title, wordings=wordings, scope=Scope.SHOP, **more))


def case_of(box: Box) -> tuple[str, str]:
    view = box.hands.desk.work.room.open_case.view
    return view.order.order_no[-4:], view.flow.id


def open_order(box: Box, tail: str) -> None:
    box.go()
    box.hands.type(tail)
    box.hands.press(ENTER)


def test_the_first_letters_wait_for_nothing_and_the_rows_come_when_they_are_ready(box: Box) -> None:
    box.go()
    box.hands.type("cfh")
    assert box.field.text() == "cfh"
    box.wait()
    assert box.titles[0] == "催发货"


def test_digits_leave_it_to_the_list_of_orders(ready: Box) -> None:
    ready.go()
    ready.hands.type("4268")
    assert not ready.rows.isVisible()
    ready.hands.press(ENTER)
    assert case_of(ready)[0] == "4268"


def test_words_find_orders_and_scripts_in_one_list_while_the_orders_are_filtered(ready: Box) -> None:
    own(ready, "保温杯怎么洗", "热水冲一下就好")
    titles = ready.ask("保温杯")
    assert titles[0] == "保温杯怎么洗"
    assert titles[1].endswith("儿童保温杯带吸管")
    assert ready.hands.desk.work.pane.list.model.rowCount() == 1
    ready.hands.press(Key.Key_Down, ENTER)
    assert case_of(ready)[0] == "0192"
    assert not ready.rows.isVisible()


def test_the_part_that_was_met_is_marked(ready: Box) -> None:
    own(ready, "保温杯怎么洗", "热水冲一下就好")
    ready.ask("温杯")
    assert [row.spans for row in ready.rows.shown][:2] == [((1, 3),), ((10, 12),)]


def test_down_and_up_go_round_and_pages_go_to_the_ends(ready: Box) -> None:
    count = len(ready.ask("fp"))
    assert ready.rows.current == 0
    ready.hands.press(Key.Key_Up)
    assert ready.rows.current == count - 1
    ready.hands.press(Key.Key_Down, Key.Key_Down)
    assert ready.rows.current == 1
    ready.hands.press(Key.Key_PageDown)
    assert ready.rows.current == count - 1
    ready.hands.press(Key.Key_PageUp, Key.Key_PageUp)
    assert ready.rows.current == 0
    assert ready.hands.focus is ready.field


def test_a_flow_opens_on_the_order_in_hand(ready: Box) -> None:
    open_order(ready, "4268")
    ready.go()
    ready.hands.type("fch")
    ready.wait()
    assert ready.titles[0] == "发错货"
    ready.hands.press(ENTER)
    assert case_of(ready) == ("4268", "wrong_item")
    assert ready.hands.focus is ready.hands.desk.work.room.area


def test_without_an_order_the_flow_waits_for_the_next_one(ready: Box) -> None:
    ready.go()
    ready.hands.type("fch")
    ready.hands.press(ENTER)
    assert ready.field.text() == ""
    assert "发错货" in ready.field.placeholderText()
    assert "发错货" in ready.hands.desk.work.toast.accessibleName()
    ready.hands.type("0192")
    ready.hands.press(ENTER)
    assert case_of(ready) == ("0192", "wrong_item")
    assert "发错货" not in ready.field.placeholderText()


def test_esc_gives_up_the_flow_that_waits(ready: Box) -> None:
    ready.go()
    ready.hands.type("fch")
    ready.hands.press(ENTER, ESC, ESC)
    assert "发错货" not in ready.field.placeholderText()
    open_order(ready, "4268")
    assert case_of(ready) == ("4268", "urge_shipment")


def test_paste_enter_enter_and_the_reply_of_a_script_is_on_the_clipboard(ready: Box) -> None:
    services = ready.hands.desk.services
    open_order(ready, "4268")
    order = ready.hands.desk.work.room.open_case.view.order
    ready.ask("你好，可以开发票吗")
    script = services.open_box().script_about("invoice")
    assert script.title in ready.rows.shown[0].remark
    expected = services.open_scripts().draft(script, order).text
    ready.hands.press(ENTER, ENTER)
    assert ready.hands.clipboard == expected
    copies = services.orders.card(order.platform, order.order_no).copies
    assert [(copy.script, copy.text) for copy in copies] == [(script.id, expected)]


def test_paste_enter_and_the_likeliest_flow_is_open(ready: Box) -> None:
    open_order(ready, "2075")
    ready.ask("怎么物流一直不更新啊")
    ready.hands.press(ENTER)
    assert case_of(ready) == ("2075", "parcel_anomaly")


def test_enter_goes_on_from_the_message_to_the_copied_reply_of_its_flow(ready: Box) -> None:
    open_order(ready, "2075")
    titles = ready.ask("催一下，什么时候发货呀")
    ready.hands.press(*[Key.Key_Down] * titles.index("催发货"), ENTER)
    assert case_of(ready) == ("2075", "urge_shipment")
    ready.hands.press(ENTER, ENTER)
    assert "773000000000123" in ready.hands.clipboard


def test_an_order_number_in_the_message_opens_that_order_in_the_flow(ready: Box) -> None:
    open_order(ready, "4268")
    titles = ready.ask(f"{order_no('0192')} 什么时候发货呀")
    assert titles[0] == "催发货"
    assert any("0192" in title for title in titles)
    ready.hands.press(ENTER)
    assert case_of(ready) == ("0192", "urge_shipment")


def test_a_number_that_is_not_stored_never_opens_the_order_in_hand(ready: Box) -> None:
    open_order(ready, "4268")
    ready.ask(f"{order_no('9999')} 什么时候发货呀")
    ready.hands.press(ENTER)
    assert "催发货" in ready.field.placeholderText()
    assert ready.hands.focus is ready.field


def test_a_message_without_a_number_leaves_the_list_of_orders_as_it_was(ready: Box) -> None:
    before = ready.hands.desk.work.pane.list.model.rowCount()
    ready.ask("在吗\n衣服开线了怎么办")
    assert ready.hands.desk.work.pane.list.model.rowCount() == before
    assert ready.room.is_message
    assert ready.field.text() == "在吗\n衣服开线了怎么办", "line breaks part the messages"


def test_nothing_found_says_so_in_the_list_of_orders(ready: Box) -> None:
    ready.go()
    ready.hands.type("qqqqq")
    assert not ready.rows.isVisible()
    assert ready.hands.desk.work.pane.list.empty.isVisible()


def test_esc_closes_the_list_then_empties_the_box_then_goes_to_the_orders(ready: Box) -> None:
    ready.go()
    ready.hands.type("cfh")
    assert ready.rows.isVisible()
    ready.hands.press(ESC)
    assert not ready.rows.isVisible()
    assert ready.field.text() == "cfh"
    ready.hands.press(Key.Key_Down)
    assert ready.rows.isVisible(), "Down brings it back"
    ready.hands.press(ESC, ESC)
    assert ready.field.text() == ""
    ready.hands.press(ESC)
    assert ready.hands.focus is ready.hands.desk.work.pane.list.rows


def test_tab_goes_on_to_the_orders(ready: Box) -> None:
    own(ready, "保温杯怎么洗", "热水冲一下就好")
    ready.ask("保温杯")
    ready.hands.press(Key.Key_Tab)
    assert not ready.rows.isVisible()
    assert ready.hands.focus is ready.hands.desk.work.pane.list.rows


def test_nothing_happens_while_an_input_method_composes(ready: Box) -> None:
    ready.go()
    ready.hands.type("cfh")
    QApplication.sendEvent(ready.field, QInputMethodEvent("fa", []))
    ready.hands.press(ENTER, Key.Key_Down)
    assert ready.rows.current == 0
    assert ready.rows.isVisible()
    assert not ready.hands.desk.work.has_room
    commit = QInputMethodEvent("", [])
    commit.setCommitString("")
    QApplication.sendEvent(ready.field, commit)
    ready.hands.press(Key.Key_Down)
    assert ready.rows.current == 1


def test_a_click_takes_a_row_and_the_box_keeps_the_keys_until_then(ready: Box) -> None:
    ready.go()
    ready.hands.type("wlyc")
    titles = [(row.kind, row.title) for row in ready.rows.shown]
    at = next(at for at, (kind, _) in enumerate(titles) if kind == "手册")
    place = ready.rows.rows.visualRect(ready.rows.rows.model().index(at, 0)).center()
    assert ready.hands.focus is ready.field
    ready.hands.qtbot.mouseClick(ready.rows.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert ready.hands.desk.work.handbook.is_open
    assert not ready.rows.isVisible()


def test_ctrl_enter_says_what_it_was_about_and_that_counts_at_once(ready: Box) -> None:
    ready.ask("什么时候发货呀")
    assert ready.titles[0] == "催发货"
    ready.hands.press(ENTER, held=CTRL)
    assert ready.room._level is Level.TOPICS
    at = ready.titles.index("预售")
    ready.hands.press(*[Key.Key_Down] * at, ENTER)
    assert ready.room._level is Level.FOUND
    assert ready.titles[0] == "预售"
    toast = ready.hands.desk.work.toast
    assert "预售" in toast.accessibleName()
    toast.button.click()
    assert ready.titles[0] == "催发货"


def test_esc_leaves_the_topics_for_the_suggestions(ready: Box) -> None:
    ready.ask("什么时候发货呀")
    ready.hands.press(ENTER, held=CTRL)
    ready.hands.press(ESC)
    assert ready.titles[0] == "催发货"


def test_the_orders_are_painted_a_frame_after_the_rows_under_the_box(ready: Box) -> None:
    pane = ready.hands.desk.work.pane
    pane._paint_timer.setInterval(1000)
    ready.ask("cfh")
    assert not pane.list.updatesEnabled()
    ready.hands.qtbot.waitUntil(pane.list.updatesEnabled)


def test_where_the_box_has_no_rows_the_orders_are_painted_at_once(ready: Box) -> None:
    orders = ready.hands.desk.work.pane.list
    ready.ask("cfh")
    ready.field.setText("4268")
    assert not ready.rows.isVisible()
    assert orders.updatesEnabled()
    ready.field.setText("cfh")
    ready.field.clear()
    assert orders.updatesEnabled()


def test_ctrl_enter_on_any_other_row_copies_as_everywhere(ready: Box) -> None:
    ready.go()
    ready.hands.type("cfh")
    ready.hands.press(ENTER, held=CTRL)
    assert ready.room._level is Level.FOUND


def test_the_menu_of_a_row_takes_pins_and_corrects(ready: Box) -> None:
    own(ready, "开发票啦", "好的", topic="invoice")
    ready.ask("可以开发票吗")

    def choose(at: int, action: int) -> None:
        menu = ready.room.menu.of(at)
        menu.actions()[action].trigger()
        menu.deleteLater()

    choose(0, 1)
    assert ready.room._level is Level.TOPICS
    ready.hands.press(ESC)
    title = ready.titles[1]
    choose(1, 1)
    ready.hands.press(ESC, ESC)
    ready.go()
    assert ready.titles == [title]
    choose(0, 1)
    assert not ready.rows.isVisible()


def test_the_empty_box_offers_what_was_used_last(ready: Box) -> None:
    script = own(ready, "欢迎光临小店", "亲，欢迎")
    scripts = ready.hands.desk.services.open_scripts()
    scripts.record_copy(scripts.draft(script), "亲，欢迎")
    ready.go()
    assert ready.titles == ["欢迎光临小店"]
    ready.hands.press(ESC)
    assert not ready.rows.isVisible()
    ready.hands.press(ESC)
    ready.hands.qtbot.mouseClick(ready.field, Qt.MouseButton.LeftButton)
    assert ready.titles == ["欢迎光临小店"]
    ready.hands.press(ENTER, ENTER)
    assert ready.hands.clipboard == "亲，欢迎"


def test_the_empty_box_leads_back_to_the_order_and_on_with_the_flow_of_late(ready: Box) -> None:
    open_order(ready, "4268")
    ready.hands.press(Key.Key_1)
    open_order(ready, "0192")
    ready.go()
    ready.hands.press(Key.Key_Delete)
    ready.go()
    assert [row.kind for row in ready.rows.shown] == ["订单", "流程"]
    ready.hands.press(ENTER)
    assert case_of(ready)[0] == "4268"
    ready.go()
    ready.hands.press(Key.Key_Down, ENTER)
    assert case_of(ready)[0] == "4268"
    assert not ready.rows.isVisible()


def test_a_watched_message_stands_in_the_box_with_its_suggestions(ready: Box) -> None:
    work = ready.hands.desk.work
    work.take_message("嗯")
    ready.wait()
    assert ready.rows.shown[0].kind == "建议"
    assert ready.field.selectedText() == "嗯"
    work.take_message("嗯")
    assert ready.rows.isVisible(), "the same message again"
    ready.hands.press(Key.Key_Right)
    ready.hands.type("a")
    assert not ready.field.is_message
    ready.field.take_number(order_no("4268"))
    ready.hands.press(ENTER)
    assert case_of(ready)[0] == "4268"


def test_the_list_lies_under_the_box_within_the_window(ready: Box) -> None:
    for width in (1440, 1024, 400):
        ready.hands.desk.window.resize(width, 900)
        ready.hands.desk.settle()
        ready.ask("发票")
        window = ready.hands.desk.window
        top = ready.field.mapTo(window, QPoint(0, ready.field.height())).y()
        place = ready.rows.mapTo(window, QPoint(0, 0))
        assert top <= place.y() <= top + 8
        assert place.x() >= 0
        assert place.x() + ready.rows.width() <= width
        assert not ready.rows.isWindow()


def test_the_box_does_not_load_its_answers_at_the_start() -> None:
    import subprocess
    import sys

    code = (
        "import sys, deskhelper.ui.desk.workplace\n"
        "print([m for m in ('deskhelper.core.box', 'deskhelper.ui.desk.box_room', 'deskhelper.ui.scripts.script_reply')"
        " if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


def test_a_script_keeps_to_its_own_place(ready: Box, tmp_path: Path) -> None:
    own(ready, "自我介绍", "亲，我是{nickname}，很高兴为您服务", "亲，{nickname}在的", code="zwjs9")
    open_order(ready, "4268")
    work = ready.hands.desk.work
    ready.go()
    ready.hands.type("zwjs9")
    ready.hands.press(ENTER)
    view = work.ways.scripts.view
    assert view.isVisible()
    assert not work.room.reply.isVisible()
    ready.hands.press(ENTER)
    assert ready.hands.focus is view._fields["nickname"].editor, "a gap is asked for"
    ready.hands.type("Xiaomi")
    ready.hands.press(ENTER)
    assert ready.hands.clipboard == "亲，我是Xiaomi，很高兴为您服务"
    ready.hands.press(ENTER, held=CTRL)
    assert ready.hands.clipboard == "亲，Xiaomi在的"
    ready.hands.press(ESC)
    assert work.room.reply.isVisible()
    assert not view.isVisible()
    assert ready.hands.focus is work.room.area


def test_turning_to_the_case_brings_its_reply_back(ready: Box) -> None:
    own(ready, "自我介绍", "亲，我在的", code="zwjs9")
    open_order(ready, "4268")
    ready.go()
    ready.hands.type("zwjs9")
    ready.hands.press(ENTER)
    ready.hands.desk.work.room.area.setFocus()
    assert ready.hands.desk.work.room.reply.isVisible()
    assert not ready.hands.desk.work.ways.scripts.is_shown


def test_what_may_not_leave_stays_with_its_reason(ready: Box) -> None:
    own(ready, "加微信", "亲，加我微信发您图", code="zwjs9")
    open_order(ready, "4268")
    ready.go()
    ready.hands.type("zwjs9")
    QGuiApplication.clipboard().clear()
    ready.hands.press(ENTER, ENTER)
    assert ready.hands.clipboard == ""
    assert "微信" in ready.hands.desk.work.ways.scripts.view.verdict


@pytest.mark.parametrize("width", [1440, 1024, 400])
def test_a_script_needs_no_order_at_any_width(ready: Box, width: int) -> None:
    own(ready, "自我介绍", "亲，我在的", code="zwjs9")
    ready.hands.desk.window.resize(width, 900)
    ready.hands.desk.settle()
    ready.go()
    ready.hands.type("zwjs9")
    ready.hands.press(ENTER)
    ready.hands.desk.settle()
    assert ready.hands.desk.work.ways.scripts.view._copy.isVisible()
    ready.hands.press(ENTER)
    assert ready.hands.clipboard == "亲，我在的"


def test_enter_on_a_message_whose_list_was_closed_brings_the_suggestions_back(ready: Box) -> None:
    ready.ask("在吗\n衣服开线了怎么办")
    ready.hands.press(ESC)
    ready.hands.press(ENTER)
    assert ready.rows.isVisible()
    assert not ready.hands.desk.work.has_room


def test_a_slip_of_the_finger_is_found_once_the_agent_pauses(ready: Box) -> None:
    own(ready, "退换货运费说明", "亲，运费说明在这里")
    ready.go()
    ready.field.setText("退换贷运费说")
    assert not any(row.title == "退换货运费说明" for row in ready.rows.shown)
    ready.hands.qtbot.waitUntil(lambda: any(row.title == "退换货运费说明" for row in ready.rows.shown))
