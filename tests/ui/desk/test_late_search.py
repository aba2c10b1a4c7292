"""A search that takes too long for the window goes on in the background: the desk says so, and nothing wrong opens."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from deskhelper.core.errors import WorldError
from deskhelper.core.view import OrderLine
from deskhelper.services import orders
from deskhelper.services.orders import OrderService
from deskhelper.ui.desk import order_pane
from deskhelper.ui.desk.order_pane import OrderPane
from tests.ui.desk.conftest import Hands
from tests.ui.desk.test_box import Box
from tests.ui.desk.test_box_and_list import tails

Key = Qt.Key
ENTER, ESC = Key.Key_Return, Key.Key_Escape


class Gate:
    """Holds searches in the background until it is opened; a search that nobody wants any more ends at once."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.dropped: list[str] = []
        self.error: WorldError | None = None
        self._is_open = Event()

    def open(self) -> None:
        """Let everything through."""
        self._is_open.set()

    def pass_through(self, words: str, is_cancelled: Callable[[], bool]) -> None:
        """Wait."""
        self.asked.append(words)
        while not self._is_open.wait(0.005):
            if is_cancelled():
                self.dropped.append(words)
                return
        if self.error is not None:
            raise self.error


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Make every search a late one, and hold it."""
    gate, search = Gate(), OrderService.search_apart

    def search_apart(self: OrderService, words: str, limit: int, is_cancelled: Callable[[], bool]) -> list[OrderLine]:
        gate.pass_through(words, is_cancelled)
        return search(self, words, limit, is_cancelled)

    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", -1)
    monkeypatch.setattr(OrderService, "search_apart", search_apart)
    yield gate
    gate.open()


@pytest.fixture
def box(hands: Hands, gate: Gate) -> Box:
    """The box with everything read that it answers from."""
    service = hands.desk.services.open_box()
    service.warm()
    service.prepare()()
    return Box(hands)


def pane(box: Box) -> OrderPane:
    return box.hands.desk.work.pane


def title(box: Box) -> str:
    return pane(box).list._title.words


def is_searching(box: Box) -> bool:
    """Tell whether the desk says that it searches, and shows no row that could be taken."""
    says_so = box.rows.isVisible() and not box.rows._head.isHidden() and "查找" in box.rows._head.words
    return says_so and "查找" in title(box) and not tails(box.hands) and not box.rows.shown


def has_come(box: Box, *expected: str) -> Callable[[], bool]:
    return lambda: tails(box.hands) == [*expected]


def test_the_desk_says_that_it_searches_and_the_rows_follow(box: Box, gate: Gate) -> None:
    box.go()
    box.hands.type("bwb")
    assert is_searching(box)
    QApplication.sendPostedEvents()
    assert all(words.height() >= words.sizeHint().height() for words in (box.rows._head, box.rows._foot))
    assert box.rows._head.geometry().bottom() < box.rows._foot.geometry().top()
    assert box.rows.rect().contains(box.rows._foot.geometry())
    gate.open()
    box.hands.qtbot.waitUntil(has_come(box, "0192"))
    assert "查找" not in title(box)
    assert not pane(box).is_searching


def test_flows_and_scripts_follow_with_the_orders(box: Box, gate: Gate) -> None:
    box.go()
    box.hands.type("cfh")
    assert is_searching(box)
    gate.open()
    box.hands.qtbot.waitUntil(lambda: bool(box.rows.shown))
    assert box.titles[0] == "催发货"


def test_rows_for_words_that_were_changed_meanwhile_are_never_shown(box: Box, gate: Gate) -> None:
    shown: list[list[str]] = []
    pane(box).list.model.modelReset.connect(lambda: shown.append(tails(box.hands)))
    box.go()
    box.field.setText("4268")
    box.hands.qtbot.waitUntil(lambda: gate.asked == ["4268"])
    box.field.setText("0192")
    box.hands.qtbot.waitUntil(lambda: gate.dropped == ["4268"])
    gate.open()
    box.hands.qtbot.waitUntil(has_come(box, "0192"))
    assert ["4268"] not in shown


def test_words_taken_away_meanwhile_bring_the_view_back_for_good(box: Box, gate: Gate) -> None:
    box.go()
    box.hands.type("4")
    box.hands.qtbot.waitUntil(lambda: gate.asked == ["4"])
    box.field.clear()
    assert len(tails(box.hands)) == 4
    gate.open()
    box.hands.qtbot.waitUntil(lambda: not box.hands.desk.tasks.is_busy)
    assert len(tails(box.hands)) == 4
    assert not box.rows.isVisible()


def test_enter_meanwhile_opens_and_copies_nothing(box: Box, gate: Gate) -> None:
    QGuiApplication.clipboard().setText("before")
    box.go()
    box.hands.type("68")
    box.hands.press(ENTER, Key.Key_Down, ENTER)
    assert not box.hands.desk.work.has_room
    assert is_searching(box)
    box.hands.press(ESC, ENTER)
    assert not box.rows.isVisible()
    assert not box.hands.desk.work.has_room
    assert box.hands.clipboard == "before"
    gate.open()
    box.hands.qtbot.waitUntil(has_come(box, "4268"))
    assert not box.rows.isVisible()
    assert not box.hands.desk.work.has_room
    box.hands.press(ENTER)
    assert box.hands.desk.work.room.open_case.view.order.order_no.endswith("4268")


def test_a_list_that_was_closed_meanwhile_stays_closed(box: Box, gate: Gate) -> None:
    box.go()
    box.hands.type("cfh")
    box.hands.press(ESC)
    gate.open()
    box.hands.qtbot.waitUntil(lambda: not pane(box).is_searching)
    assert not box.rows.isVisible()
    box.hands.press(Key.Key_Down)
    assert box.titles[0] == "催发货"


def test_rows_of_the_words_before_cannot_be_taken_meanwhile(
    box: Box, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", 60)
    box.ask("cfh")
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", -1)
    box.hands.type("f")
    box.hands.press(ENTER)
    box.room.take(0)
    assert is_searching(box)
    assert not box.hands.desk.work.has_room


def test_a_desk_that_closes_meanwhile_waits_for_no_rows(box: Box, gate: Gate) -> None:
    box.go()
    box.hands.type("4")
    box.hands.qtbot.waitUntil(lambda: gate.asked == ["4"])
    box.hands.desk.window.close()
    box.hands.qtbot.waitUntil(lambda: gate.dropped == ["4"])
    assert not pane(box).is_searching


def test_a_search_that_fails_is_told_and_ends(box: Box, gate: Gate) -> None:
    gate.error = WorldError("database_locked", file="desk")
    refused: list[object] = []
    pane(box).failed.connect(refused.append)
    box.go()
    box.hands.type("4268")
    gate.open()
    box.hands.qtbot.waitUntil(lambda: not pane(box).is_searching)
    assert refused == [gate.error.problem]
    assert not is_searching(box)
    assert pane(box).list.empty.isVisible()


def test_what_is_beyond_the_first_rows_follows_without_taking_them_away(
    box: Box, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_pane, "MORE_MS", 0)
    monkeypatch.setattr(OrderPane, "_in_sight", 2)
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", 60)
    box.go()
    box.field.setText("260517")
    assert len(tails(box.hands)) == 2
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", -1)
    box.hands.qtbot.waitUntil(lambda: gate.asked == ["260517"])
    first = tails(box.hands)
    assert len(first) == 2
    assert not pane(box).is_searching
    gate.open()
    box.hands.qtbot.waitUntil(lambda: len(tails(box.hands)) == 5)
    assert tails(box.hands)[:2] == first
