"""The table of one column that shows orders: only what is on screen is ever asked for."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from deskhelper.ui.kit.row_table import COMMANDS, RowTable
from deskhelper.ui.orders.delegate import ROW_HEIGHT, OrderDelegate
from deskhelper.ui.orders.model import Index

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrderRows(RowTable):
    """Enter and a click open, Home and End go to the ends, what is typed is told on to the box."""

    current_changed = Signal()
    open_requested = Signal()
    type_ahead = Signal(str)

    def __init__(self, delegate: OrderDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent, is_painted_whole=True)
        self.setItemDelegate(delegate)
        self.fix_height(ROW_HEIGHT)
        self.clicked.connect(self._on_self_clicked)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another order is chosen."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go to the ends with Home and End, and hand what is typed to the box."""
        is_plain = not event.modifiers() & COMMANDS
        if event.key() in _ENTER and is_plain:
            self.open_requested.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and is_plain:
            self._go_to_end(is_last=event.key() == Qt.Key.Key_End)
        elif is_plain and event.text().strip() and event.text().isprintable():
            self.type_ahead.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, is_last: bool) -> None:
        rows = self.model().rowCount()
        if rows:
            self.setCurrentIndex(self.model().index(rows - 1 if is_last else 0, 0))

    def _on_self_clicked(self, index: QModelIndex) -> None:
        self.open_requested.emit()
