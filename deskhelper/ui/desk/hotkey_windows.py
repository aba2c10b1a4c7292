"""A key of the whole system on Windows: registered with the system, which tells of this one key and no other.

RegisterHotKey is no keyboard hook: nothing else that is typed reaches the desk. Elsewhere there is none; `user32` is
handed in, so that all but the system's own part is tested everywhere.
"""

import ctypes
import sys
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

WM_HOTKEY = 0x0312
NO_REPEAT = 0x4000
KEY_ID = 0xD35C
_MODIFIERS = {
    Qt.KeyboardModifier.AltModifier: 1,
    Qt.KeyboardModifier.ControlModifier: 2,
    Qt.KeyboardModifier.ShiftModifier: 4,
    Qt.KeyboardModifier.MetaModifier: 8,
}
_F1, _VK_F1 = Qt.Key.Key_F1.value, 0x70


def key_codes(keys: str) -> tuple[int, int] | None:
    """Return the modifiers and the virtual key of `keys` in Qt's words, None for what no program should take."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return None
    pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # missing in the stubs
    modifiers = sum(code for held, code in _MODIFIERS.items() if pressed.keyboardModifiers() & held)
    key = pressed.key().value
    is_plain = key == 0x20 or 0x30 <= key <= 0x39 or 0x41 <= key <= 0x5A
    if not (is_plain or _F1 <= key < _F1 + 24) or not modifiers & ~4:
        return None
    return modifiers, key if is_plain else _VK_F1 + key - _F1


class HotKey(QAbstractNativeEventFilter):
    """Holds at most one key and counts nothing else; `pressed` is called when it is."""

    def __init__(self, pressed: Any, user32: Any = None) -> None:
        super().__init__()
        self._pressed = pressed
        self._user32 = user32 or _system()
        self._is_held = False

    def hold(self, keys: str) -> bool:
        """Take `keys` instead of what was held; return whether they could be had. Keys of no use hold none."""
        self.drop()
        codes = key_codes(keys)
        if codes is None:
            return False
        modifiers, key = codes
        self._is_held = bool(self._user32.RegisterHotKey(None, KEY_ID, modifiers | NO_REPEAT, key))
        if self._is_held:
            _application().installNativeEventFilter(self)
        return self._is_held

    def drop(self) -> None:
        """Give the key back to the system."""
        if self._is_held:
            self._user32.UnregisterHotKey(None, KEY_ID)
            _application().removeNativeEventFilter(self)
        self._is_held = False

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Answer the system's word that the key was pressed."""
        is_windows = bytes(QByteArray(kind).data()).startswith(b"windows_")
        if is_windows and self.is_mine(wintypes.MSG.from_address(int(message))):
            self._pressed()
            return True, 0
        return False, 0

    def is_mine(self, message: Any) -> bool:
        """Tell whether a Windows message says that the held key was pressed."""
        return self._is_held and (message.message, message.wParam) == (WM_HOTKEY, KEY_ID)


def _system() -> Any:
    if sys.platform == "win32":
        return ctypes.windll.user32
    raise NotImplementedError("registered on Windows only")


def _application() -> QCoreApplication:
    app = QCoreApplication.instance()
    assert app is not None
    return app
