"""What every table of rows says of itself: how many rows and columns, and what the columns are called."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Row = TypeVar("Row")


class RowModel(QAbstractTableModel, Generic[Row]):
    """A table of the rows in `_rows`; `columns` are its columns, those in `right` hold numbers."""

    def __init__(self, columns: type[IntEnum], right: Collection[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._right = len(columns), right
        self._rows: list[Row] = []

    def titles(self) -> Sequence[str]:
        """Return what the columns are called, in their order."""
        raise NotImplementedError

    def line(self, row: int) -> Row:
        """Return what stands in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else self._columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in self._right else LEFT
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None
