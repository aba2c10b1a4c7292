"""What this machine lacks to show a window, found before Qt would abort over it."""

import importlib.util
import os
import sys
from pathlib import Path

from deskhelper.core.errors import Problem

WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc")


def what_is_lacking(needs_display: bool) -> Problem | None:
    """Return what is missing, None where a window can be shown (or drawn, if no display is needed)."""
    try:
        from PySide6 import QtWidgets  # noqa: F401  # the import itself is the test
    except ImportError as error:
        return Problem("no_qt_library", {"value": library_of(str(error))})
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not needs_display or not sys.platform.startswith("linux") or platform.startswith(WITHOUT_DISPLAY):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not platform.startswith("xcb"):
        return None
    if not os.environ.get("DISPLAY"):
        return Problem("no_display")
    return _lacking_for_x11()


def library_of(words: str) -> str:
    """Return the library that a loader's error names, without the path of this machine."""
    return words.split(":")[0].rsplit("/", 1)[-1].strip() or "Qt"


def _lacking_for_x11() -> Problem | None:
    """Load Qt's X11 plugin and reach the display the way Qt will, since Qt ends the process where that fails."""
    import ctypes  # here, since no other desk needs it: 0.3 MB

    found = importlib.util.find_spec("PySide6")
    root = Path(found.origin).parent if found and found.origin else Path()
    try:
        ctypes.CDLL(str(root / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return Problem("no_qt_library", {"value": library_of(str(error))})
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    has_error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return Problem("no_display") if has_error else None


def speaks_chinese() -> bool:
    """Tell whether this machine's user reads Chinese, for what is said before any setting is read."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = next((words for words in named if words), "")
    if not language and sys.platform == "win32":
        import locale

        language = locale.getlocale()[0] or ""
    return language.lower().startswith(("zh", "chinese"))
