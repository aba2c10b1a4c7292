"""The system's key on Windows, with the system's own part played by the test; the real one was not run here."""

import ctypes
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from deskhelper.ui.desk.hotkey_windows import KEY_ID, NO_REPEAT, WM_HOTKEY, HotKey, key_codes


class User32:
    """The two functions of the system; `is_free` says whether the key can be had."""

    def __init__(self, is_free: bool = True) -> None:
        self.is_free = is_free
        self.calls: list[tuple[object, ...]] = []

    def RegisterHotKey(self, *arguments: object) -> int:
        self.calls.append(("register", *arguments))
        return int(self.is_free)

    def UnregisterHotKey(self, *arguments: object) -> int:
        self.calls.append(("unregister", *arguments))
        return 1


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ("Ctrl+Alt+D", (3, 0x44)),
        ("Ctrl+Alt+K", (3, 0x4B)),
        ("Ctrl+Alt+Space", (3, 0x20)),
        ("Ctrl+Shift+F12", (6, 0x7B)),
        ("Meta+1", (8, 0x31)),
        ("off", None),
        ("", None),
        ("D", None),
        ("Shift+D", None),
        ("Ctrl+Alt+Return", None),
        ("Ctrl+K, Ctrl+D", None),
    ],
)
def test_keys_become_windows_codes_and_no_bare_letter_is_ever_taken(keys: str, codes: tuple[int, int] | None) -> None:
    assert key_codes(keys) == codes


def message(number: int, word: int) -> wintypes.MSG:
    made = wintypes.MSG()
    made.message, made.wParam = number, word
    return made


def test_the_held_key_is_answered_and_nothing_else(qapp: QApplication) -> None:
    pressed: list[bool] = []
    system = User32()
    key = HotKey(lambda: pressed.append(True), system)
    ours, other = message(WM_HOTKEY, KEY_ID), message(0x0100, KEY_ID)
    assert not key.is_mine(ours), "nothing is held yet"
    assert key.hold("Ctrl+Alt+D")
    assert system.calls == [("register", None, KEY_ID, 3 | NO_REPEAT, 0x44)]
    windows = QByteArray(b"windows_generic_MSG")
    assert key.nativeEventFilter(windows, ctypes.addressof(ours)) == (True, 0)
    assert key.nativeEventFilter(windows, ctypes.addressof(other)) == (False, 0)
    assert key.nativeEventFilter(windows, ctypes.addressof(message(WM_HOTKEY, 1))) == (False, 0)
    assert key.nativeEventFilter(QByteArray(b"xcb_generic_event_t"), ctypes.addressof(ours)) == (False, 0)
    assert pressed == [True]
    key.drop()
    key.drop()
    assert [call[0] for call in system.calls] == ["register", "unregister"]


def test_another_key_takes_the_place_of_the_first(qapp: QApplication) -> None:
    system = User32()
    key = HotKey(lambda: None, system)
    assert key.hold("Ctrl+Alt+D")
    assert key.hold("Ctrl+Alt+K")
    assert not key.hold("off")
    assert [call[0] for call in system.calls] == ["register", "unregister", "register", "unregister"]


def test_a_key_that_another_program_has_is_not_held(qapp: QApplication) -> None:
    key = HotKey(lambda: None, User32(is_free=False))
    assert not key.hold("Ctrl+Alt+D")
    assert not key.is_mine(message(WM_HOTKEY, KEY_ID))


@pytest.mark.skipif(sys.platform == "win32", reason="there it is")
def test_elsewhere_nothing_is_registered() -> None:
    with pytest.raises(NotImplementedError):
        HotKey(lambda: None)
