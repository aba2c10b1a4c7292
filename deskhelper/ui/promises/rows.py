"""The table of one column that shows promises: headings are passed over, letters are what the page says."""

from typing import Literal

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskhelper.core.promise_board import PromiseLine
from deskhelper.ui.kit.row_table import COMMANDS, RowTable
from deskhelper.ui.promises.delegate import ROW_HEIGHT, PromiseDelegate
from deskhelper.ui.promises.model import Index, PromiseModel, Role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACKWARDS = frozenset(
    {
        QAbstractItemView.CursorAction.MoveUp,
        QAbstractItemView.CursorAction.MoveEnd,
        QAbstractItemView.CursorAction.MovePageUp,
    }
)


class PromiseRows(RowTable):
    """Only what is on screen is ever asked for."""

    open_requested = Signal()
    pressed_key = Signal(str)
    """A letter or a space."""

    def __init__(self, model: PromiseModel, delegate: PromiseDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent, is_painted_whole=True)
        self._promises = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.fix_height(ROW_HEIGHT)
        self.doubleClicked.connect(self._on_self_double_clicked)

    @property
    def line(self) -> PromiseLine | None:
        """The promise chosen now."""
        line = self.currentIndex().data(Role.LINE)
        return line if isinstance(line, PromiseLine) else None

    def go_to(self, row: int) -> None:
        """Choose the promise at `row`, or the next one to it; the heading above the first one stays in sight."""
        near = self._promises.row_near(max(row, 1))
        if near is not None:
            self.setCurrentIndex(self._promises.index(near))
            if near == 1:
                self.scrollToTop()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Pass over headings."""
        index = super().moveCursor(action, modifiers)
        step: Literal[-1, 1] = -1 if action in _BACKWARDS else 1
        row = index.row()
        while self._promises.heading(row) is not None:
            row += step
        if row < 1:
            self.scrollToTop()
            return self.currentIndex()
        return self._promises.index(min(row, self._promises.rowCount() - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, go to the ends with Home and End, hand letters on."""
        is_plain = not event.modifiers() & COMMANDS
        if event.key() in _ENTER and is_plain:
            self.open_requested.emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and is_plain:
            self.go_to(self._promises.rowCount() - 1 if event.key() == Qt.Key.Key_End else 1)
        elif is_plain and event.text() and event.text().isprintable():
            self.pressed_key.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def _on_self_double_clicked(self, _index: Index) -> None:
        self.open_requested.emit()
