"""The one box: order number or its tail, tracking number, phone tail, receiver, product, pinyin initials."""

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from deskhelper.ui.theme import Theme

ESC = Qt.Key.Key_Escape
ORDER_NO = re.compile(r"\d{6}-\d{15}")


class SearchBox(QLineEdit):
    """Searches as one types. Enter while an input method is composing never submits."""

    search_changed = Signal(str)
    entered = Signal()
    left_down = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_composing = False
        self._icon: QAction = self.addAction(theme.icons.get("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Order no. or its tail, tracking no., phone tail, receiver, product, initials"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr("Search the orders (Ctrl+K, or just type)"))
        self.setClearButtonEnabled(True)
        self.setProperty("variant", "search")
        self.textChanged.connect(self._on_text_changed)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method is at work on words that are not committed yet."""
        return self._is_composing

    def start_with(self, words: str) -> None:
        """Take over words that were typed elsewhere on the desk."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(words)
        self.setCursorPosition(len(words))

    def take_number(self, words: str) -> None:
        """Take words that were copied elsewhere in place of what stands here; typing replaces them."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if words == self.text():
            self._on_text_changed(words)
        self.setText(words)
        self.selectAll()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know when an input method is composing."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the first order, Down goes to the list, Esc clears and then leaves."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._is_composing and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()
                return
        elif key == Qt.Key.Key_Down:
            self.left_down.emit()
            return
        elif key == ESC and not self._is_composing:
            if self.text():
                self.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for the box itself, before the window's shortcut takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == ESC:
            event.accept()
            return True
        return super().event(event)

    def _on_text_changed(self, words: str) -> None:
        number = ORDER_NO.search(words)
        self.search_changed.emit(number[0] if number else words)

    def _on_theme_changed(self) -> None:
        self._icon.setIcon(self._theme.icons.get("search"))
