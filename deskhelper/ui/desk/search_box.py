"""The one box: order number or its tail, product, script, pinyin initials, or a whole message of a buyer."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from deskhelper.core.buyer_message import number_in
from deskhelper.ui.theme import Theme

ESC = Qt.Key.Key_Escape


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
        self._is_taken = False
        self._icon: QAction = self.addAction(theme.icons.get("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.wait_for("")
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr("Find orders, flows and scripts, or paste what a buyer wrote (Ctrl+K, or just type)"))
        self.setClearButtonEnabled(True)
        self.setProperty("variant", "search")
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._on_text_changed)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method is at work on words that are not committed yet."""
        return self._is_composing

    @property
    def is_message(self) -> bool:
        """Whether the words are known to be a buyer's, as the clipboard watch tells; until something is typed."""
        return self._is_taken and bool(self.text())

    def take_message(self, words: str) -> None:
        """Take a buyer's message in place of what stands here; line breaks stay, typing replaces it."""
        self._take(words.strip(), is_message=True)

    def take_number(self, words: str) -> None:
        """Take an order or parcel number in place of what stands here; typing replaces it."""
        self._take(words.strip(), is_message=False)

    def wait_for(self, words: str) -> None:
        """Say in the empty box what is waited for; nothing: what it takes at any time."""
        usual = self.tr("Order no. or its tail, product, script, initials; or a buyer's message")
        self.setPlaceholderText(words or usual)

    def start_with(self, words: str) -> None:
        """Take over words that were typed elsewhere on the desk."""
        self._is_taken = False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(words)
        self.setCursorPosition(len(words))

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

    def _take(self, words: str, is_message: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_taken = is_message
        if words == self.text():
            self._on_text_changed(words)
        self.setText(words)
        self.selectAll()

    def _on_text_edited(self) -> None:
        self._is_taken = False

    def _on_text_changed(self, words: str) -> None:
        self.search_changed.emit(number_in(words) or words)

    def _on_theme_changed(self) -> None:
        self._icon.setIcon(self._theme.icons.get("search"))
