"""Notices by keys in the real window: copied, marked as told, back, skipped, taken back, gone on another day."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.moments import DAY
from deskhelper.core.notice import NoticeKind
from deskhelper.core.terms import ShopTerms
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.services.notices import Place
from deskhelper.ui.notices.page import NoticesPage
from tests.made_up import row, shipped_row, write
from tests.ui.desk.conftest import Hands, OpenDesk

ENTER, ESC, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
GROUPED, SHIPPED, DELAYED, PRESALE_END = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)
NEW = {"grouped": "2026-05-19 08:00:00", "promise": "2026-05-21 08:00:00"}


@pytest.fixture
def files() -> list[list[str]]:
    return [
        *(row(f"100{number}", **NEW) for number in range(1, 5)),
        row("2001"),
        row("2002", product="记忆棉枕头护颈椎"),
        shipped_row("3001"),
        shipped_row("3002", "773000000000124"),
        row("1009", after_sale="退款中", **NEW),
    ]


@pytest.fixture(autouse=True)
def batches(folder: DataFolder, clock: FixedClock) -> None:
    house = House(folder, clock)
    house.settings.change_terms("", ShopTerms(batch_times=("10:00", "15:00", "18:00")))
    house.close()


Opened = Callable[[Qt.Key], NoticesPage]


def page_of(hands: Hands) -> NoticesPage:
    page = hands.desk.work.pages.page
    assert isinstance(page, NoticesPage)
    return page


@pytest.fixture
def opened(hands: Hands, qtbot: QtBot) -> Opened:
    def open_kind(digit: Qt.Key) -> NoticesPage:
        hands.press(Qt.Key.Key_0, held=CTRL)
        page = page_of(hands)
        hands.desk.settle()
        hands.press(digit)
        hands.desk.settle()
        return page

    return open_kind


def start(hands: Hands, page: NoticesPage) -> None:
    hands.press(ENTER)
    hands.desk.settle()
    assert page.walk.notice is not None


def test_enter_tells_one_after_another(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    assert page.make._count.text() in ("4 order(s) to tell", "要告知 4 单")
    start(hands, page)
    texts = set()
    for number in range(1, 5):
        assert page.walk.notice is not None
        assert page.walk.notice.entry.order_no.endswith(f"100{number}")
        hands.press(ENTER)
        assert "今天（5月19日）15点前" in hands.clipboard
        texts.add(hands.clipboard)
    assert len(texts) == 3, "the wordings take turns"
    assert page.walk.notice is None
    assert page.walk.counts.told == 4
    card = hands.desk.services.orders.card("pdd", f"260517-{'1001'.rjust(15, '1')}")
    assert [copy.outcome for copy in card.copies] == ["D-PRO-1"]
    assert len(card.promises) == 1
    hands.press(ENTER)
    assert page.kinds.hasFocus()
    assert hands.desk.services.open_notices().open_queues() == {}


def test_a_queue_left_open_says_how_much_is_left_and_enter_or_its_button_goes_on(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    hands.press(ENTER, Qt.Key.Key_S, ESC)
    hands.desk.settle()
    assert page.kinds.hasFocus()
    assert page.make.isVisible()
    assert page.make._count.text() == "进行中，还有 3 单没告知"
    assert page.make.start.text() == "继续告知    Enter"
    hands.qtbot.mouseClick(page.make.start, Qt.MouseButton.LeftButton)
    hands.desk.settle()
    assert page.walk.notice is not None
    assert page.walk.notice.entry.order_no.endswith("1003")
    hands.press(ESC)
    hands.press(Qt.Key.Key_Down)
    hands.desk.settle()
    assert page.make.kind is NoticeKind.SHIPPED
    assert page.make.start.text() == "开始告知    Enter"


def test_one_told_already_offers_no_copy_by_enter_but_to_tell_again(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    hands.press(ENTER)
    hands.press(BACK)
    assert page.queue.reply.foot.isHidden()
    assert page.queue._told.button.text() == "再发一次    Shift+Enter"
    before = len(hands.desk.services.orders.card("pdd", f"260517-{'1001'.rjust(15, '1')}").copies)
    hands.press(ENTER)
    hands.qtbot.mouseClick(page.queue._told.button, Qt.MouseButton.LeftButton)
    assert len(hands.desk.services.orders.card("pdd", f"260517-{'1001'.rjust(15, '1')}").copies) == before + 1
    assert page.walk.notice is not None
    assert page.walk.notice.entry.order_no.endswith("1002")
    assert not page.queue.reply.foot.isHidden()


def test_what_shows_a_queue_is_built_while_its_orders_are_looked_for(
    hands: Hands, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(GROUPED)
    go, make = Event(), page._notices.queues.make

    def slow(*asked: object) -> int:
        go.wait(10)
        return make(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(page._notices.queues, "make", slow)
    hands.press(ENTER)
    hands.qtbot.waitUntil(lambda: "queue" in page.__dict__)
    assert page.walk.notice is None
    go.set()
    hands.desk.settle()
    assert page.walk.notice is not None


class Painted(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.times = dict.fromkeys(watched, 0)
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def test_the_next_order_is_painted_once_and_what_stays_as_it_was_is_not(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    hands.press(ENTER)
    hands.desk.settle()
    queue = page.queue
    painted = Painted(queue.card, queue.reply._text, queue._later, queue._open, queue.reply._copy)
    hands.press(ENTER)
    QCoreApplication.processEvents()
    assert list(painted.times.values()) == [1, 1, 0, 0, 0]


def test_skip_back_again_on_purpose_and_taken_back(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    hands.press(Qt.Key.Key_S)
    hands.press(ENTER)
    assert (page.walk.counts.told, page.walk.counts.skipped) == (1, 1)
    hands.press(BACK)
    assert page.walk.notice is not None
    assert page.walk.notice.entry.state is Place.TOLD
    assert not page.queue._told.isHidden()
    before = hands.clipboard
    hands.press(ENTER)
    assert page.walk.notice.entry.state is Place.TOLD, "Enter tells nobody twice"
    hands.press(ENTER, held=SHIFT)
    assert hands.clipboard != before
    hands.press(BACK)
    hands.press(Qt.Key.Key_Z, held=CTRL)
    assert page.walk.counts.told == 1, "told once before: only the second time is taken back"
    hands.press(Qt.Key.Key_Z, held=CTRL)
    assert page.walk.counts.told == 0
    assert hands.clipboard == "", "what was not pasted is cleared"
    card = hands.desk.services.orders.card("pdd", f"260517-{'1002'.rjust(15, '1')}")
    assert (card.copies, card.promises) == ([], [])


def test_a_place_is_asked_for_once(hands: Hands, opened: Opened) -> None:
    page = opened(SHIPPED)
    start(hands, page)
    hands.press(ENTER)
    assert hands.focus is page.queue.reply._fields["ship_from"].editor
    page.queue.reply._fields["ship_from"].editor.setText("浙江义乌")  # type: ignore[attr-defined]  # a line
    page.queue.reply._fields["ship_from"].editor.textEdited.emit("浙江义乌")  # type: ignore[attr-defined]
    hands.press(ENTER)
    assert "浙江义乌" in hands.clipboard
    assert "773000000000123" in hands.clipboard
    hands.press(ENTER)
    assert "773000000000124" in hands.clipboard
    assert page.walk.counts.told == 2


def test_a_delay_has_its_cause_and_time_once_for_all(hands: Hands, opened: Opened) -> None:
    page = opened(DELAYED)
    assert hands.focus is page.make.delay.first.editor
    hands.press(Qt.Key.Key_2)
    hands.desk.settle()
    start(hands, page)
    hands.press(ENTER)
    assert "仓库盘点" in hands.clipboard
    assert "明天（5月20日）12点前" in hands.clipboard
    hands.press(ENTER)
    assert page.walk.counts.told == 2


def test_esc_stops_and_another_day_goes_on_where_it_stood(
    hands: Hands, opened: Opened, open_desk: OpenDesk, clock: FixedClock, qtbot: QtBot, tmp_path: object
) -> None:
    page = opened(GROUPED)
    start(hands, page)
    hands.press(ENTER)
    hands.press(ESC)
    assert page.kinds.hasFocus()
    hands.press(ESC)
    assert hands.desk.work.pages.page is None
    hands.desk.window.close()
    clock.move(DAY // 4)
    desk = open_desk()
    later = Hands(desk, qtbot)
    later.press(Qt.Key.Key_0, held=CTRL)
    desk.settle()
    page = page_of(later)
    assert page.kinds.rows["grouped"].count.words == "3"
    later.press(ENTER)
    desk.settle()
    assert page.walk.notice is not None
    assert page.walk.notice.entry.order_no.endswith("1002")
    assert page.walk.counts.total == 4


def test_what_an_import_changed_drops_out_with_its_reason(
    hands: Hands, opened: Opened, folder: DataFolder, clock: FixedClock
) -> None:
    page = opened(GROUPED)
    start(hands, page)
    house = House(folder, clock)
    changed = [row("1001", "已取消", **NEW), row("1003", after_sale="退款成功", **NEW)]
    house.imports.run(write(folder.root, changed, "2026-05-19-12-10-00"), "暖居家纺店")
    house.close()
    hands.desk.work.refresh()
    hands.desk.settle()
    assert page.walk.notice is not None
    assert page.walk.notice.entry.order_no.endswith("1002")
    assert page.walk.counts.dropped == 2
    shown = [page.queue.dropped.model.index(at).data() for at in range(page.queue.dropped.model.rowCount())]
    assert len(shown) == 2
    assert all("1001" in words or "1003" in words for words in shown)


def test_new_orders_join_with_a(hands: Hands, opened: Opened, folder: DataFolder, clock: FixedClock) -> None:
    page = opened(GROUPED)
    start(hands, page)
    house = House(folder, clock)
    house.imports.run(write(folder.root, [row("1005", **NEW)], "2026-05-19-12-10-00"), "暖居家纺店")
    house.close()
    hands.desk.work.refresh()
    hands.desk.settle()
    assert not page.queue.more.isHidden()
    hands.press(Qt.Key.Key_A)
    hands.desk.settle()
    assert page.walk.counts.total == 5


def test_a_handed_over_order_is_all_of_the_queue(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    page.take([("pdd", f"260517-{'2002'.rjust(15, '1')}")])
    hands.desk.settle()
    assert page.make.kind is NoticeKind.DELAYED
    assert page.make._preview is not None
    assert page.make._preview.to_tell == 1


def test_ctrl_enter_and_ctrl_z_are_the_queues_own(hands: Hands, opened: Opened) -> None:
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.type("2001")
    hands.press(ENTER, Qt.Key.Key_1)
    case = hands.desk.work.room.open_case.view
    page = opened(GROUPED)
    start(hands, page)
    hands.press(ENTER, held=CTRL)
    assert page.walk.counts.told == 1
    hands.press(Qt.Key.Key_Z, held=CTRL)
    assert page.walk.counts.told == 0
    assert hands.desk.work.room.open_case.view.case.state == case.case.state


def test_another_wording_and_an_edit_stay_with_their_order(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    first = page.walk.notice.view.draft.wording  # type: ignore[union-attr]
    hands.press(Qt.Key.Key_R, held=CTRL)
    assert page.walk.notice.view.draft.wording != first  # type: ignore[union-attr]
    page.walk.set_text("您好，订单收到了，今天15点前寄出。")
    hands.press(ENTER)
    assert hands.clipboard == "您好，订单收到了，今天15点前寄出。"
    hands.press(ENTER)
    assert "订单收到了，今天15点前寄出" not in hands.clipboard


def test_what_the_check_finds_holds_the_copy_back(hands: Hands, opened: Opened) -> None:
    page = opened(GROUPED)
    start(hands, page)
    before = hands.clipboard
    page.walk.set_text("您好，加我微信说，今天15点前寄出。")
    hands.press(ENTER)
    assert hands.clipboard == before
    assert page.walk.counts.told == 0
    assert not page.queue.reply.findings.isHidden()
    page.walk.set_text("")
    hands.press(ESC)
    page.queue.setFocus()
    hands.press(ENTER)
    assert page.walk.counts.told == 1


def test_causes_are_asked_for_each_product(hands: Hands, opened: Opened) -> None:
    page = opened(DELAYED)
    page.make.delay.way.setCurrentIndex(1)
    hands.desk.settle()
    page.make.delay.first.setFocus()
    hands.press(Qt.Key.Key_2)
    own = page.make.delay._fields["记忆棉枕头护颈椎", "reason"]
    assert own.editor.currentText() == "仓库盘点", "what is said for all shows where a product has nothing of its own"  # type: ignore[attr-defined]
    own.edited.emit("reason", "供应商到货延迟")
    hands.desk.settle()
    page.make.start.setFocus()
    page.make._on_start()
    hands.desk.settle()
    texts = []
    for _ in range(2):
        hands.press(ENTER)
        texts.append(hands.clipboard)
    assert sorted("供应商到货延迟" in text for text in texts) == [False, True]


def test_the_list_to_print_is_saved_as_workbook_and_pdf(
    hands: Hands, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(Qt.Key.Key_5)
    assert page.prints._made is not None
    assert (page.prints._made.count, len(page.prints._made.held)) == (6, 1)
    chosen = [str(tmp_path / "list.xlsx"), str(tmp_path / "list.pdf")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (chosen.pop(0), ""))
    hands.press(Qt.Key.Key_X)
    hands.desk.settle()
    hands.press(Qt.Key.Key_D)
    assert (tmp_path / "list.xlsx").stat().st_size > 5000
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")


def test_in_the_dock_kinds_and_queue_stand_one_at_a_time(hands: Hands, opened: Opened) -> None:
    hands.desk.window.resize(400, 900)
    page = opened(GROUPED)
    assert (page.kinds.isVisible(), page.make.isVisible()) == (False, True)
    start(hands, page)
    for part in (page.queue.reply, page.queue.card):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right <= page.width(), "nothing is cut at the right"
    hands.press(ESC)
    assert (page.kinds.isVisible(), page.make.isVisible()) == (True, False)
    hands.press(ESC)
    assert hands.desk.work.pages.page is None


def test_a_queue_of_nobody_says_so(hands: Hands, opened: Opened) -> None:
    page = opened(PRESALE_END)
    assert page.make.start.isHidden()
    hands.press(ENTER)
    hands.desk.settle()
    assert page.walk.notice is None
