"""The page of promises and its reminders by keys on the real desk, the clock moved over hours and days."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.flow import PromiseKind
from deskhelper.core.log import CopiedReply
from deskhelper.core.moments import DAY, HOUR, Instant, parse_iso, zone
from deskhelper.core.promise import PromiseMade
from deskhelper.core.promise_board import Group
from deskhelper.core.text import Text
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.storage.replies import ReplyStore
from deskhelper.ui.desk.desk import Desk
from deskhelper.ui.promises.page import PromisePage
from tests.made_up import NOW, order_no, row, write
from tests.ui.desk.conftest import Hands, OpenDesk

MINUTE = 60
START = parse_iso(NOW, zone())
Promise = Callable[..., None]


@pytest.fixture
def promise(folder: DataFolder, clock: FixedClock, order_file: Path) -> Iterator[Promise]:
    """Return a function that promises something for an order, as the copy of a reply would."""
    house = House(folder, clock)
    house.imports.run(order_file, "暖居家纺店")

    def make(
        tail: str, kind: str, due: Instant, fen: int | None = None, agent: str = "小测", text: str = "答应的事"
    ) -> None:
        reply = CopiedReply(
            case_id=f"none-{tail}-{kind}-{due}", platform="pdd", order_no=order_no(tail), flow="urge_shipment",
            outcome="D", script="s", wording=0, text="好的", copied_at=clock.now() - HOUR, agent=agent,
        )  # fmt: skip
        made = PromiseMade(PromiseKind(kind), text, due, Text(zh="办", en="do"), fen)
        ReplyStore(house.database).record(reply, [made])

    yield make
    house.close()


def page_of(desk: Desk) -> PromisePage:
    page = desk.work.pages.page
    assert isinstance(page, PromisePage)
    return page


def opened(hands: Hands) -> PromisePage:
    hands.press(Qt.Key.Key_9, held=Qt.KeyboardModifier.ControlModifier)
    return page_of(hands.desk)


def shown(page: PromisePage) -> list[str]:
    """Return the rows: headings as `overdue 2`, promises by the tail of their order and their kind."""
    found = []
    for number in range(page.model.rowCount()):
        heading, line = page.model.heading(number), page.model.line(number)
        if heading is not None:
            found.append(f"{heading.group} {heading.count}")
        elif line is not None:
            found.append(f"{line.promise.order_no[-4:]} {line.promise.kind}")
    return found


@pytest.fixture
def board(promise: Promise, open_desk: OpenDesk, qtbot: QtBot) -> Hands:
    """A desk with five promises: overdue, due soon, today and later; two are money."""
    promise("4268", "ship", START - HOUR)
    promise("0192", "call_back", START + 40 * MINUTE, agent="小晴")
    promise("7731", "coupon", START + 3 * HOUR, 500)
    promise("7731", "refund", START + 5 * HOUR)
    promise("1146", "compensation", START + 2 * DAY, 1050, "小晴")
    return Hands(open_desk(), qtbot)


ALL = [
    "overdue 1", "4268 ship", "hour 1", "0192 call_back", "today 2", "7731 coupon", "7731 refund", "later 1",
    "1146 compensation",
]  # fmt: skip


def test_the_board_stands_in_groups_by_due_time(board: Hands) -> None:
    page = opened(board)
    QAbstractItemModelTester(page.model)
    assert shown(page) == ALL
    assert "15.50" in page.bar.owed_words
    assert page.rows.line is not None
    assert page.rows.line.promise.order_no.endswith("4268")
    assert board.desk.work.rail._pages["promises"].count_words == "2"


def test_the_keys_pass_over_headings(board: Hands) -> None:
    page = opened(board)
    tails = []
    for _ in range(6):
        assert page.rows.line is not None
        tails.append(page.rows.line.promise.order_no[-4:])
        board.press(Qt.Key.Key_Down)
    assert tails == ["4268", "0192", "7731", "7731", "1146", "1146"]
    board.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.rows.line is not None
    assert page.rows.line.promise.kind is PromiseKind.COUPON
    board.press(Qt.Key.Key_Home)
    assert page.rows.line.promise.order_no.endswith("4268")
    board.press(Qt.Key.Key_Up)
    assert page.rows.line.promise.order_no.endswith("4268")
    board.press(Qt.Key.Key_End)
    assert page.rows.line.promise.order_no.endswith("1146")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_K])
def test_one_key_keeps_a_promise_and_another_undoes_it(board: Hands, key: Qt.Key) -> None:
    page = opened(board)
    board.press(key)
    assert shown(page)[:2] == ["hour 1", "0192 call_back"]
    board.press(Qt.Key.Key_U)
    assert shown(page) == ALL
    assert page.rows.line is not None
    assert page.rows.line.promise.order_no.endswith("4268")


def test_the_toast_undoes_too(board: Hands) -> None:
    page = opened(board)
    board.press(Qt.Key.Key_K)
    board.qtbot.mouseClick(board.desk.work.toast.button, Qt.MouseButton.LeftButton)
    assert shown(page) == ALL


def test_ctrl_z_undoes_as_everywhere(board: Hands) -> None:
    page = opened(board)
    board.press(Qt.Key.Key_K)
    board.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert shown(page) == ALL


def test_g_is_for_money_alone(board: Hands) -> None:
    page = opened(board)
    board.press(Qt.Key.Key_G)
    assert shown(page) == ALL
    board.press(Qt.Key.Key_End, Qt.Key.Key_G)
    assert "later 1" not in shown(page)
    assert "5.00" in page.bar.owed_words
    board.press(Qt.Key.Key_U)
    assert shown(page) == ALL


def test_w_withdraws_and_closed_ones_have_their_own_tab(board: Hands) -> None:
    page = opened(board)
    board.press(Qt.Key.Key_W, Qt.Key.Key_K, Qt.Key.Key_C)
    assert shown(page) == ["closed_today 2", "0192 call_back", "4268 ship"]
    assert page.board is not None
    assert page.board.groups[0].group is Group.CLOSED_TODAY
    board.press(Qt.Key.Key_K)
    assert len(shown(page)) == 3
    board.press(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert shown(page)[0] == "today 2"
    board.press(Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_it_can_be_narrowed_to_a_kind_and_to_an_agent(board: Hands) -> None:
    page = opened(board)
    page.bar.kinds.setCurrentIndex(1)
    assert shown(page) == ["today 1", "7731 coupon", "later 1", "1146 compensation"]
    page.bar.agents.setCurrentIndex(page.bar.agents.findText("小晴"))
    assert shown(page) == ["later 1", "1146 compensation"]
    page.bar.kinds.setCurrentIndex(2)
    assert shown(page) == []
    assert page.empty.isVisible()
    page.step_back()
    assert shown(page) == ALL


def test_enter_goes_to_a_case_of_the_right_flow(board: Hands) -> None:
    opened(board)
    board.press(Qt.Key.Key_Return)
    work = board.desk.work
    assert work.pages.page is None
    view = work.room.open_case.view
    assert view is not None
    assert (view.flow.id, view.order.order_no) == ("urge_shipment", order_no("4268"))


def test_a_promise_without_its_order_says_so(promise: Promise, open_desk: OpenDesk, qtbot: QtBot) -> None:
    promise("9999", "ship", START + HOUR)
    hands = Hands(open_desk(), qtbot)
    page = opened(hands)
    hands.press(Qt.Key.Key_Return)
    assert page.isVisible()
    assert "9999" in hands.desk.work.toast.accessibleName()


def test_a_snooze_from_the_menu_is_silent_for_half_an_hour(
    board: Hands, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(board)
    monkeypatch.setattr(page.snooze_menu, "popup", lambda _place: None)
    board.press(Qt.Key.Key_S)
    page.snooze_menu.actions()[0].trigger()
    assert page.rows.line is not None
    assert page.rows.line.promise.snoozed_until == clock.now() + 30 * MINUTE
    board.press(Qt.Key.Key_U)
    assert page.rows.line.promise.snoozed_until is None


def test_time_moves_promises_from_group_to_group(board: Hands, clock: FixedClock) -> None:
    page = opened(board)
    clock.move(2 * HOUR + 10 * MINUTE)
    page.tick()
    assert shown(page)[:4] == ["overdue 2", "4268 ship", "0192 call_back", "hour 1"]
    clock.move(2 * DAY)
    page.tick()
    assert shown(page)[0] == "overdue 5"


def test_an_import_keeps_what_it_proves_and_the_page_shows_it(
    board: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    page = opened(board)
    rows = [
        row("4268", "已发货，待签收", shipped="2026-05-19 11:00:00", tracking_no="773000000000999", courier="中通快递")
    ]
    house = House(folder, clock)
    house.imports.run(write(tmp_path, rows, exported="2026-05-19-12-10-00"), "暖居家纺店")
    house.close()
    board.desk.work.refresh()
    assert shown(page)[0] == "hour 1"


def test_without_promises_the_page_says_where_they_come_from(hands: Hands) -> None:
    page = opened(hands)
    assert page.empty.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_letters_work_on_an_empty_board_too(board: Hands) -> None:
    page = opened(board)
    board.press(Qt.Key.Key_K, Qt.Key.Key_C)
    page.bar.kinds.setCurrentIndex(3)
    assert page.empty.isVisible()
    board.qtbot.keyClick(page, Qt.Key.Key_C)
    assert page.bar.tabs.currentIndex() == 0


def test_the_pill_of_the_bar_opens_the_page(board: Hands) -> None:
    board.qtbot.mouseClick(board.desk.work.top._due, Qt.MouseButton.LeftButton)
    assert page_of(board.desk).isVisible()


def line_words(desk: Desk) -> str:
    line = desk.work.reminders.line
    return line.accessibleName() if line.isVisible() else ""


def look(hands: Hands) -> str:
    """Let the desk look at its clock and at what is due; return the words of the reminder."""
    reminders = hands.desk.work.reminders
    reminders._soon.stop()
    reminders.tick()
    hands.qtbot.waitUntil(lambda: not reminders._is_looking)
    return line_words(hands.desk)


@pytest.fixture
def reminded(promise: Promise, open_desk: OpenDesk, qtbot: QtBot) -> Hands:
    """A desk with one promise, due in two hours, that has looked for reminders once."""
    promise("4268", "ship", START + 2 * HOUR, text="5月19日14点20分前发货")
    hands = Hands(open_desk(), qtbot)
    reminders = hands.desk.work.reminders
    qtbot.waitUntil(lambda: reminders._next_at is not None)
    return hands


def test_a_reminder_comes_before_the_due_time_and_stays_until_it_was_seen(reminded: Hands, clock: FixedClock) -> None:
    told: list[str] = []
    reminded.desk.work.reminders.told.connect(lambda _, words: told.append(words))
    assert look(reminded) == ""
    clock.move(90 * MINUTE)
    assert "5月19日14点20分前发货" in look(reminded)
    clock.move(10 * MINUTE)
    assert look(reminded)
    assert len(told) == 1
    reminded.desk.work.reminders.see()
    assert look(reminded) == ""
    clock.move(20 * MINUTE)
    assert look(reminded)
    assert len(told) == 2


def test_opening_the_page_counts_as_seen(reminded: Hands, clock: FixedClock) -> None:
    clock.move(95 * MINUTE)
    assert look(reminded)
    opened(reminded)
    assert look(reminded) == ""


def test_the_button_of_a_reminder_opens_the_page(reminded: Hands, clock: FixedClock) -> None:
    clock.move(95 * MINUTE)
    assert look(reminded)
    reminded.qtbot.mouseClick(reminded.desk.work.reminders.line.button, Qt.MouseButton.LeftButton)
    assert page_of(reminded.desk).isVisible()


def test_alt_z_puts_a_reminder_off_for_half_an_hour(reminded: Hands, clock: FixedClock) -> None:
    clock.move(100 * MINUTE)
    assert look(reminded)
    assert "Alt+Z" in reminded.desk.work.reminders.later.toolTip()
    reminded.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.AltModifier)
    assert look(reminded) == ""
    clock.move(29 * MINUTE)
    assert look(reminded) == ""
    clock.move(MINUTE)
    assert look(reminded)


def test_sleep_over_days_is_one_reminder_and_a_restart_tells_it_until_it_is_seen(
    reminded: Hands, clock: FixedClock, open_desk: OpenDesk
) -> None:
    told: list[str] = []
    reminded.desk.work.reminders.told.connect(lambda _, words: told.append(words))
    clock.move(3 * DAY)
    assert look(reminded)
    assert len(told) == 1
    again = Hands(open_desk(), reminded.qtbot)
    reminders = again.desk.work.reminders
    again.qtbot.waitUntil(lambda: reminders.is_shown)
    reminders.see()
    again.qtbot.waitUntil(lambda: not reminders._is_looking)
    third = Hands(open_desk(), reminded.qtbot).desk.work.reminders
    third._look()
    again.qtbot.waitUntil(lambda: not third._is_looking)
    assert not third.is_shown


def test_a_clock_set_back_tells_nothing_twice(reminded: Hands, clock: FixedClock) -> None:
    clock.move(95 * MINUTE)
    assert look(reminded)
    reminded.desk.work.reminders.see()
    look(reminded)
    clock.move(-60 * MINUTE)
    reminded.desk.work.reminders._look()
    assert look(reminded) == ""


def test_quiet_hours_hold_a_reminder_back_until_they_end(reminded: Hands, clock: FixedClock) -> None:
    reminded.desk.services.settings.change(quiet_from="13:45", quiet_to="14:10")
    reminders = reminded.desk.work.reminders
    reminded.qtbot.waitUntil(lambda: not reminders._is_looking)
    clock.move(95 * MINUTE)
    assert look(reminded) == ""
    clock.move(15 * MINUTE)
    assert look(reminded)


def test_several_due_together_are_one_reminder(board: Hands) -> None:
    reminders = board.desk.work.reminders
    board.qtbot.waitUntil(lambda: reminders.is_shown)
    assert "1" in line_words(board.desk)
