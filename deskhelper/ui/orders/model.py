"""The rows of the order list: a window on a list of any length, a hundred at a time."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import tzinfo
from enum import IntEnum

from msgspec import Struct
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import Instant, short_time
from deskhelper.core.money import format_price
from deskhelper.core.view import OrderLine
from deskhelper.ui.orders.words import (
    Tag,
    after_sale_tag,
    countdown_tag,
    last_time,
    parcel_words,
    spec_words,
    status_tag,
    tail,
)

Fetch = Callable[[int, int], Sequence[OrderLine]]
"""Offset and limit to that many lines at most."""
Index = QModelIndex | QPersistentModelIndex

PAGE = 100
PAGES_KEPT = 12
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row gives: the line itself, or all that is painted of it, for every question costs 15 µs."""

    LINE = Qt.ItemDataRole.UserRole + 1
    ROW = LINE + 1


class Row(Struct, frozen=True):
    """What is painted of an order: the line, and the words that depend on the clock and the language."""

    line: OrderLine
    status: Tag
    after_sale: Tag | None
    countdown: Tag | None
    last_time: str
    """For an order without a countdown."""


class OrderListModel(QAbstractListModel):
    """Orders by row. Fetches what is asked for, keeps the pages used last, and is told the count when it is known."""

    fetch_failed = Signal(object)
    """A page could not be read (WorldError); its rows are blank."""

    def __init__(self, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._now: Instant = 0
        self._due_hours = 0
        self._fetch: Fetch = _nothing
        self._count = 0
        self._pages: OrderedDict[int, Sequence[OrderLine]] = OrderedDict()

    def show_rows(self, fetch: Fetch, count: int | None = None) -> None:
        """Show the list that `fetch` reads. Without `count` only the first page is shown until it is set."""
        self.beginResetModel()
        self._fetch = fetch
        self._pages.clear()
        self._count = len(self._page(0)) if count is None else count
        self.endResetModel()

    def set_count(self, count: int) -> None:
        """Say how many rows there are."""
        if count > self._count:
            self.beginInsertRows(NOWHERE, self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(NOWHERE, count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def extend_rows(self, fetch: Fetch, count: int) -> None:
        """Go on with `fetch`, which begins with the rows that are shown and has `count` of them."""
        self._fetch = fetch
        self._pages.clear()
        self.set_count(count)

    def refresh(self, count: int | None = None) -> None:
        """Read anew what is shown: the orders have changed. Rows keep their place on screen."""
        self._pages.clear()
        if count is not None:
            self.set_count(count)
        self._touch()

    def set_now(self, now: Instant, due_hours: int) -> None:
        """Reckon countdowns from `now`; the last `due_hours` are soon."""
        self._now, self._due_hours = now, due_hours
        self._touch()

    def line(self, row: int) -> OrderLine | None:
        """Return the order at `row`, None where there is none (any more)."""
        if not 0 <= row < self._count:
            return None
        page = self._page(row // PAGE)
        place = row % PAGE
        return page[place] if place < len(page) else None

    def row_of(self, order_id: int, near: int = 0) -> int | None:
        """Return the row of an order among the pages kept and those around the row `near`, None if not there."""
        around = [near // PAGE, near // PAGE - 1, near // PAGE + 1, 0]
        last = max(self._count - 1, 0) // PAGE
        for number in dict.fromkeys([*around, *reversed(self._pages)]):
            if 0 <= number <= last:
                for place, line in enumerate(self._page(number)):
                    if line.id == order_id and number * PAGE + place < self._count:
                        return number * PAGE + place
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many orders there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line or words about it."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        order = line.order
        match role:
            case Role.LINE:
                return line
            case Role.ROW:
                countdown = countdown_tag(line, self._now, self._due_hours)
                when = "" if countdown is not None else last_time(order, self._zone)
                return Row(line, status_tag(order), after_sale_tag(order), countdown, when)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._summary(line)
            case Qt.ItemDataRole.ToolTipRole:
                return self._details(line)
        return None

    def _page(self, number: int) -> Sequence[OrderLine]:
        page = self._pages.get(number)
        if page is None:
            try:
                page = self._fetch(number * PAGE, PAGE)
            except WorldError as error:
                page = ()
                self.fetch_failed.emit(error)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    def _touch(self) -> None:
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def _summary(self, line: OrderLine) -> str:
        order = line.order
        tags = [status_tag(order), after_sale_tag(order), countdown_tag(line, self._now, self._due_hours)]
        return " · ".join([tail(order.order_no), *_words(tags), order.product])

    def _details(self, line: OrderLine) -> str:
        order = line.order
        price = "" if order.paid_fen is None else format_price(order.paid_fen)
        ship_by = ""
        if line.ship_by is not None:
            words = self.tr("Ship by {time} (derived)") if line.ship_by_is_derived else self.tr("Ship by {time}")
            ship_by = words.format(time=short_time(line.ship_by, self._zone))
        rows = [
            " · ".join(_filled(order.order_no, order.shop)),
            " · ".join(_filled(order.product, spec_words(order), price)),
            " · ".join(_filled(order.status_text or status_tag(order).words, order.after_sale_text)),
            ship_by,
            parcel_words(order),
            order.buyer_note,
        ]
        return "\n".join(_filled(*rows))


def _nothing(_offset: int, _limit: int) -> Sequence[OrderLine]:
    return ()


def _filled(*words: str) -> list[str]:
    return [word for word in words if word]


def _words(tags: list[Tag | None]) -> list[str]:
    return [tag.words for tag in tags if tag is not None]
