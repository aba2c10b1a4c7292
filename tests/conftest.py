"""What every test needs: Qt draws off the screen where there is none, and what only that plugin says is no fault."""

import os
import sys

import pytest

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Let the offscreen plugin say that it has no window manager to tell sizes to or to be raised by."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support raise\(\)")
