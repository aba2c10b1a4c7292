"""The orders that dropped out of a queue, with the reason."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from deskhelper.services.notices import Dropped
from deskhelper.ui.kit import label
from deskhelper.ui.notices.words import left_out_words
from deskhelper.ui.orders.words import tail

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
MOST_LINES, ROW_HEIGHT = 3, 30


class DroppedModel(QAbstractListModel):
    """One row for each order; ROW gives the whole Dropped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Dropped] = []

    def show_rows(self, rows: list[Dropped]) -> None:
        """Show `rows`."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return how many orders there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an order in words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            reason = left_out_words(row.entry.reason) if row.entry.reason else ""
            return f"{tail(row.entry.order_no)}  {reason}  {row.product}"
        return row.entry.order_no if role == Qt.ItemDataRole.ToolTipRole else None


class DroppedView(QWidget):
    """The list; a double click or Enter asks for the order."""

    order_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DroppedModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self.tr("Dropped out"))
        self.list.setProperty("variant", "choice")
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Dropped out, not told"), "muted"))
        column.addWidget(self.list)
        self.list.activated.connect(self._on_list_activated)

    def show_rows(self, rows: list[Dropped]) -> None:
        """Show `rows`, as high as a few of them; nothing at all where there are none."""
        self.model.show_rows(rows)
        self.list.setFixedHeight(min(len(rows), MOST_LINES) * ROW_HEIGHT + 12)
        self.setVisible(bool(rows))

    def _on_list_activated(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Dropped):
            self.order_wanted.emit(row.entry.platform, row.entry.order_no)
