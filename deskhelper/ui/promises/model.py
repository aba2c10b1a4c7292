"""The board as rows: a heading before each group, promises read in windows; nothing loads what is not shown."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskhelper.core.moments import Instant
from deskhelper.core.promise_board import Narrowed, PromiseLine, Span
from deskhelper.core.text import Lang
from deskhelper.services.promises import Board, GroupShown
from deskhelper.ui.promises.words import amount_words, group_words, kind_words, left_words, state_words

Fetch = Callable[[Span, Narrowed, int, int], Sequence[PromiseLine]]
"""A group, what it is narrowed to, offset and limit to that many promises at most."""
Index = QModelIndex | QPersistentModelIndex

PAGE = 100
PAGES_KEPT = 12
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row gives: its promise, or the group whose heading it is."""

    LINE = Qt.ItemDataRole.UserRole + 1
    GROUP = LINE + 1


class PromiseModel(QAbstractListModel):
    """Rows of one board at a time."""

    def __init__(self, fetch: Fetch, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._lang = lang
        self._board: Board | None = None
        self._starts: list[int] = []
        self._count = 0
        self._pages: OrderedDict[tuple[int, int], Sequence[PromiseLine]] = OrderedDict()
        self.now: Instant = 0

    def show_board(self, board: Board) -> None:
        """Show another board, or the same after a change."""
        self.beginResetModel()
        self._board, self.now = board, board.now
        self._pages.clear()
        self._starts, self._count = [], 0
        for group in board.groups:
            self._starts.append(self._count)
            self._count += 1 + group.count
        self.endResetModel()

    def set_now(self, now: Instant) -> None:
        """Reckon countdowns from `now`."""
        self.now = now
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def line(self, row: int) -> PromiseLine | None:
        """Return the promise of a row, None for a heading or one that is gone."""
        place = self._place(row)
        if place is None or place[1] < 0:
            return None
        group, offset = place
        page = self._page(group, offset // PAGE)
        at = offset % PAGE
        return page[at] if at < len(page) else None

    def heading(self, row: int) -> GroupShown | None:
        """Return the group whose heading a row is, None for a promise."""
        place = self._place(row)
        if self._board is None or place is None or place[1] >= 0:
            return None
        return self._board.groups[place[0]]

    def row_near(self, row: int) -> int | None:
        """Return the promise's row at `row`, after it or before it; None where there is none."""
        for candidate in (row, row + 1, row - 1, row - 2):
            if 0 <= candidate < self._count and self.heading(candidate) is None:
                return candidate
        return 1 if self._count else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are, headings and promises."""
        return 0 if parent.isValid() else self._count

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if self.heading(index.row()) is not None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the promise, the heading, or their words."""
        if not index.isValid():
            return None
        heading = self.heading(index.row())
        if role == Role.GROUP:
            return heading
        line = None if heading is not None else self.line(index.row())
        if role == Role.LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._summary(heading, line)
        if role == Qt.ItemDataRole.ToolTipRole and line is not None:
            promise = line.promise
            return "\n".join(filter(None, (promise.text, promise.follow_up.within(self._lang), promise.order_no)))
        return None

    def _summary(self, heading: GroupShown | None, line: PromiseLine | None) -> str:
        if heading is not None:
            return f"{group_words(heading.group)} · {heading.count:,}"
        if line is None:
            return ""
        one = line.promise
        when = state_words(one) or left_words(one, self.now, self._lang)
        return " · ".join(filter(None, (when, kind_words(one.kind), one.text, amount_words(one), one.order_no[-4:])))

    def _place(self, row: int) -> tuple[int, int] | None:
        """Return the group of a row and the promise's place in it, -1 for its heading."""
        if not 0 <= row < self._count:
            return None
        number = max(at for at, start in enumerate(self._starts) if start <= row)
        return number, row - self._starts[number] - 1

    def _page(self, group: int, number: int) -> Sequence[PromiseLine]:
        key = (group, number)
        page = self._pages.get(key)
        if page is None:
            assert self._board is not None
            span = self._board.groups[group].span
            page = self._pages[key] = self._fetch(span, self._board.narrowed, number * PAGE, PAGE)
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(key)
        return page
