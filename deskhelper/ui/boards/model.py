"""The rows of a board: a window on a list of any length, a page at a time."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskhelper.ui.boards.row import Column, Fetch, Row

Index = QModelIndex | QPersistentModelIndex
PAGE, PAGES_KEPT = 40, 16
NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row gives: itself, and whether it is ticked."""

    ROW = Qt.ItemDataRole.UserRole + 1
    IS_TICKED = ROW + 1


def _nothing(_offset: int, _limit: int) -> Sequence[Row]:
    return ()


class BoardModel(QAbstractListModel):
    """Rows by number; fetches those asked for and keeps the pages used last. Ticks stay with the rows' keys.

    `is_editable` tells which rows can be typed into; what was typed goes to `take_input` with the row.
    """

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.ticked: dict[str, Row] = {}
        self.is_editable: Callable[[Row], bool] = lambda _row: False
        self.input_words: Callable[[Row], str] = lambda _row: ""
        self.take_input: Callable[[Row, str], None] = lambda _row, _words: None
        self._fetch: Fetch = _nothing
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def show_rows(self, fetch: Fetch, count: int) -> None:
        """Show `count` rows that `fetch` reads."""
        self.beginResetModel()
        self._fetch, self._count = fetch, count
        self._pages.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """Read what is shown anew."""
        self._pages.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def row(self, number: int) -> Row | None:
        """Return the row at `number`, None where there is none (any more)."""
        if not 0 <= number < self._count:
            return None
        page = self._page(number // PAGE)
        place = number % PAGE
        return page[place] if place < len(page) else None

    def tick(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.row(number)
        if row is not None and self.ticked.pop(row.key, None) is None:
            self.ticked[row.key] = row
        self.dataChanged.emit(self.index(number), self.index(number))

    def tick_rows(self, rows: Sequence[Row]) -> None:
        """Tick all of `rows`, or none where all are ticked already."""
        if all(row.key in self.ticked for row in rows):
            self.ticked.clear()
        else:
            self.ticked.update((row.key, row) for row in rows)
        self.refresh()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its tick, or its words in one line."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role == Role.IS_TICKED:
            return row.key in self.ticked
        if role == Qt.ItemDataRole.EditRole:
            return self.input_words(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "  ".join(cell.words for cell in row.cells if cell.words)
        if role == Qt.ItemDataRole.ToolTipRole:
            names = (column.name for column in self.columns)
            told = (f"{name}: {cell.words}" for name, cell in zip(names, row.cells, strict=True) if cell.words)
            return "\n".join(told)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand on what was typed into a row."""
        row = self.row(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.take_input(row, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        flags = super().flags(index)
        row = self.row(index.row()) if index.isValid() else None
        return flags | Qt.ItemFlag.ItemIsEditable if row is not None and self.is_editable(row) else flags

    def _page(self, number: int) -> Sequence[Row]:
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(number * PAGE, PAGE)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page
