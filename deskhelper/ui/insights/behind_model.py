"""What stands behind a bar, as rows of a list."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from deskhelper.core.insights import Behind

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks for."""

    BEHIND = Qt.ItemDataRole.UserRole + 1


class BehindModel(QAbstractListModel):
    """Rows that it is given; at most a few hundred."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Behind, ...] = ()

    @property
    def rows(self) -> tuple[Behind, ...]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: list[Behind]) -> None:
        """Show `rows`."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row, or its words for a reader of the screen."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.BEHIND:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(filter(None, (row.order_no, row.title)))
        return None
