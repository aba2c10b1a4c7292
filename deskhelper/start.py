"""Starting the desk: Qt, theme, words, window; and a clear sentence where the machine lacks something."""

import logging
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.content.messages import Messages
from deskhelper.core.errors import Problem, WorldError
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from deskhelper.app import House
    from deskhelper.ui.desk.desk import Desk


class DemoWish(Struct, frozen=True):
    """How the demo is to be shown: in a window, or drawn to `picture` at `size` pixels."""

    picture: Path | None = None
    size: tuple[int, int] = (1440, 900)
    theme: str = "system"
    language: str = "zh"


def open_desk(folder: DataFolder, clock: Clock | None = None) -> int:
    """Open the desk on `folder` and return the exit status."""
    lacking = what_is_lacking(needs_display=True)
    if lacking is not None:
        return complain(lacking)
    from deskhelper.app import House

    try:
        house = House(folder, clock)
        log_to(folder.logs / "desk.log")
        return run(house)
    except WorldError as error:
        return complain(error.problem)


def open_demo(wish: DemoWish, data_dir: Path | None, clock: Clock) -> int:
    """Open the desk on made-up orders, or draw it to a picture, and return the exit status."""
    if wish.picture is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    lacking = what_is_lacking(needs_display=wish.picture is None)
    if lacking is not None:
        return complain(lacking)
    with tempfile.TemporaryDirectory(prefix="deskhelper-demo-", ignore_cleanup_errors=True) as throw_away:
        try:
            return _demo(wish, data_dir or Path(throw_away), clock)
        except WorldError as error:
            return complain(error.problem)


def _demo(wish: DemoWish, folder: Path, clock: Clock) -> int:
    from deskhelper.app import demo_house

    house = demo_house(folder, clock)
    house.settings.change(theme=wish.theme, language=wish.language)
    if wish.picture is None:
        return run(house, wish.size)
    try:
        return draw(house, wish.picture, wish.size)
    finally:
        house.close()


def draw(house: "House", picture: Path, size: tuple[int, int]) -> int:
    """Draw the desk as it opens to a PNG, without a display, and return the exit status."""
    app = application()
    desk = build_desk(house, app)
    try:
        desk.window.resize(*size)
        desk.window.show()
        desk.work.show_last_case()
        desk.settle()
        if not desk.window.grab().save(str(picture)):
            raise WorldError("file_unwritable", file=picture.name, value="PNG")
    finally:
        desk.close()
    from deskhelper.ui.theme import has_chinese_font

    return 0 if has_chinese_font() else complain(Problem("no_chinese_font"))


def run(house: "House", size: tuple[int, int] | None = None) -> int:
    """Show the window and run until it is closed."""
    app = application()
    desk = build_desk(house, app)
    if size is not None:
        desk.window.resize(*size)
    desk.window.show()
    try:
        return app.exec()
    finally:
        desk.close()
        house.close()


def application() -> "QApplication":
    """Return the one QApplication."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        from deskhelper.ui.theme import FUSION

        app = QApplication([sys.argv[0], *FUSION])
        app.setApplicationName("DeskHelper")
    return app


def build_desk(house: "House", app: "QApplication") -> "Desk":
    """Build the desk on `house`."""
    from deskhelper.ui.desk.desk import Desk

    return Desk(RESOURCES, house.settings.current, house.services, app)


def what_is_lacking(needs_display: bool) -> Problem | None:
    """Return what this machine lacks to show a window, None when it lacks nothing."""
    if needs_display and sys.platform.startswith("linux"):
        shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        if not shown and os.environ.get("QT_QPA_PLATFORM") not in ("offscreen", "minimal", "vnc"):
            return Problem("no_display")
    try:
        from PySide6 import QtWidgets  # noqa: F401  # the import itself is the test
    except ImportError as error:
        return Problem("no_qt_library", {"value": str(error).splitlines()[0]})
    return None


def complain(problem: Problem) -> int:
    """Say one sentence on standard error, in both languages, and return the exit status of the world's error."""
    messages = Messages(RESOURCES / "messages")
    print(messages.sentence(problem, "zh"), file=sys.stderr)
    print(messages.sentence(problem, "en"), file=sys.stderr)
    return 1


def log_to(file: Path) -> None:
    """Write warnings and errors of ours to `file`, kept small; personal data is never logged."""
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
