"""The keys of the one box that belong to the list under it, and what else opens, moves and closes that list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from deskhelper.ui.desk.search_box import SearchBox

if TYPE_CHECKING:
    from deskhelper.ui.desk.box_room import BoxRoom

Key = Qt.Key
ENTER = (Key.Key_Return, Key.Key_Enter)
MOVES = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown)
CTRL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class BoxKeys(QObject):
    """Watches the box and `over`, the widget that the list lies over, for `room`."""

    def __init__(self, room: "BoxRoom", box: SearchBox, over: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self._box = box
        self._over = over
        box.installEventFilter(self)
        over.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that belong to the list, and keep it below the box."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self._room.is_open:
                self._room.place()
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and self._is_correction(event):
                event.accept()
                return True
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and not self._box.is_composing:
                return self._take_key(event)
            case QEvent.Type.FocusOut if isinstance(event, QFocusEvent) and event.reason() not in STAYING:
                self._room.close()
            case QEvent.Type.MouseButtonPress if not self._box.text():
                self._room.open()
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        room = self._room
        key, held = event.key(), event.modifiers() & ~KEYPAD
        if self._is_correction(event):
            room.correct()
        elif not room.is_open:
            return key == Key.Key_Down and not held and self._reopen()
        elif key in MOVES and not held:
            room.list.step(Key(key))
        elif key in ENTER and not held:
            room.take(room.list.current)
        elif key == Key.Key_Escape:
            room.step_back()
        else:
            return key == Key.Key_Tab and room.leave()
        return True

    def _is_correction(self, event: QKeyEvent) -> bool:
        """Tell whether the key says that a suggestion is wrong."""
        if self._box.is_composing or event.key() not in ENTER or event.modifiers() & ~KEYPAD != CTRL:
            return False
        return self._room.is_suggestion(self._room.list.current)

    def _reopen(self) -> bool:
        """Open the list again with Down; tell whether there is one."""
        if self._box.text().strip():
            self._room.search()
        return self._room.is_open
