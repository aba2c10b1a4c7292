"""Starting the desk: Qt, theme, words, window; and a clear sentence where the machine lacks something."""

import logging
import os
import signal
import sys
from pathlib import Path
from types import FrameType, TracebackType
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.content.messages import Messages
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.text import Lang
from deskhelper.machine import speaks_chinese, what_is_lacking
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import Clock

LOG_FILE = "desk.log"

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QApplication, QWidget

    from deskhelper.app import House
    from deskhelper.core.hand_over import HandOver
    from deskhelper.services.evidence_packs import WritePdf
    from deskhelper.ui.desk.desk import Desk


class DemoWish(Struct, frozen=True):
    """How the demo is to be shown: in a window, or drawn to `picture` at `size` pixels."""

    picture: Path | None = None
    size: tuple[int, int] = (1440, 900)
    theme: str = "system"
    language: str = "zh"


def open_desk(folder: DataFolder, clock: Clock | None = None, files: "Sequence[Path]" = ()) -> int:
    """Open the desk on `folder`, import `files` in it, and return the exit status; one that is open already does it."""
    lacking = what_is_lacking(needs_display=True)
    if lacking is not None:
        return complain(lacking)
    leave_sources_unread()
    from deskhelper.app import House

    try:
        house = House(folder, clock)
        log_to(folder.logs / LOG_FILE)
        return run_alone(house, files)
    except WorldError as error:
        return complain(error.problem)


def run_alone(house: "House", files: "Sequence[Path]" = (), size: tuple[int, int] | None = None) -> int:
    """Show the window, unless a desk is open on the same data folder: then that one comes to the front."""
    from deskhelper.ui.desk.instance import Instance

    instance = Instance(house.folder.root)
    if not instance.claim():
        problem = instance.call(files)
        print(house.told(problem), file=sys.stdout if problem.code == "desk_is_open" else sys.stderr)
        return 0 if problem.code == "desk_is_open" else 1
    try:
        return run(house, size, files)
    finally:
        instance.release()


def open_demo(wish: DemoWish, data_dir: Path | None, clock: Clock) -> int:
    """Open the desk on made-up orders, or draw it to a picture, and return the exit status."""
    if wish.picture is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    lacking = what_is_lacking(needs_display=wish.picture is None)
    if lacking is not None:
        return complain(lacking)
    leave_sources_unread()
    import tempfile

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
        return run_alone(house, size=wish.size)
    try:
        return draw(house, wish.picture, wish.size)
    finally:
        house.close()


def draw(house: "House", picture: Path, size: tuple[int, int]) -> int:
    """Draw the desk as it opens to a PNG, without a display, and return the exit status.

    Raises WorldError `file_unwritable`.
    """
    app = application()
    desk = build_desk(house, app)
    try:
        desk.window.resize(*size)
        desk.window.show()
        desk.work.page_ways.count_now()
        desk.settle()
        if not desk.window.grab().save(str(picture)):
            raise WorldError("file_unwritable", file=picture.name, value="PNG")
    finally:
        desk.close()
    from deskhelper.ui.theme import has_chinese_font

    return 0 if has_chinese_font() else complain(Problem("no_chinese_font"))


def run(house: "House", size: tuple[int, int] | None = None, files: "Sequence[Path]" = ()) -> int:
    """Show the window and run until it is closed."""
    app = application()
    desk = build_desk(house, app)
    desk.answers_calls = True
    desk.files_given = [*files]
    if size is not None:
        desk.window.resize(*size)

    def give_up(problem: Problem) -> None:
        tell_in_box(desk.window, house.told(problem))
        app.exit(1)

    desk.refused.connect(give_up)
    tell_crashes(house, lambda problem: desk.work.say(problem))
    desk.window.show()
    before = close_at_ctrl_c(app)
    try:
        return app.exec()
    finally:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, before)
        sys.excepthook = sys.__excepthook__
        desk.close()
        house.close()


def statement_writer() -> "WritePdf":
    """Return what writes a statement to a PDF, without a display where there is none.

    Raises WorldError `no_qt_library` where Qt lacks a system library.
    """
    application_for_paper()
    from deskhelper.ui.evidence.statement_paper import save_statement

    return save_statement


def write_hand_over(house: "House", file: Path) -> "HandOver":
    """Write the hand-over to a PDF, without a display where there is none; return what was handed over.

    Raises WorldError `no_qt_library`, `file_unwritable`.
    """
    app = application_for_paper()
    from deskhelper.ui.hand_over.writer import save_hand_over
    from deskhelper.ui.translation import Language, install_translators

    lang = install_translators(app, RESOURCES, Language(house.settings.current.language))
    over = house.hand_over.read()
    save_hand_over(over, file, house.clock.zone, lang)
    house.hand_over.handed_over()
    return over


def application_for_paper() -> "QApplication":
    """Return the one QApplication, off the screen where there is no display.

    Raises WorldError `no_qt_library` where Qt lacks a system library.
    """
    lacking = what_is_lacking(needs_display=True)
    if lacking is not None and lacking.code == "no_display":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        lacking = what_is_lacking(needs_display=False)
    if lacking is not None:
        raise WorldError(lacking.code, **lacking.values)
    app = application()
    from deskhelper.ui.theme.fonts import load_own_face

    load_own_face(RESOURCES / "fonts")
    return app


INTERRUPTED = 130
"""The exit status of what Ctrl+C has ended."""


def close_at_ctrl_c(app: "QApplication") -> "Callable[[int, FrameType | None], object] | int | None":
    """Close the window at Ctrl+C in the terminal, as if the agent had; return what Ctrl+C did before.

    Python sees a signal only once it runs again: Qt's loop is woken by a pipe that the system writes to. On Windows,
    where Qt watches no pipes, that is the next time the window does anything.
    """
    from PySide6.QtCore import QSocketNotifier, QTimer

    def on_ctrl_c(_number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, app, lambda: app.exit(INTERRUPTED))

    if sys.platform != "win32":
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        waker = QSocketNotifier(reading, QSocketNotifier.Type.Read, app)
        waker.activated.connect(lambda: os.read(reading, 1))
        signal.set_wakeup_fd(writing)
    is_ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    return signal.signal(signal.SIGINT, signal.SIG_IGN if is_ignored else on_ctrl_c)


SWITCH_SECONDS = 0.0005


def application() -> "QApplication":
    """Return the one QApplication."""
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        leave_sources_unread()
        # each call into Qt gives the interpreter away, and gets it back from a thread at work only after this time:
        # at the default of 5 ms a key took 90 ms while the box was being read in the background, where it costs 17
        sys.setswitchinterval(SWITCH_SECONDS)
        from deskhelper.ui.theme import FUSION

        app = QApplication([sys.argv[0], *FUSION])
        app.setApplicationName("DeskHelper")
    return app


def leave_sources_unread() -> None:
    """Keep PySide6 from reading the source of every module that is imported after it.

    It looks for its own name there, for the sake of `from __feature__ import`, which nothing here uses, and leaves all
    lines in linecache: 3 MB, and a tenth of the time to the first paint. There is no switch for it, so its function is
    replaced; where another version has none of that name, nothing is. https://bugreports.qt.io/browse/PYSIDE-2029
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = lambda module: True


def build_desk(house: "House", app: "QApplication") -> "Desk":
    """Build the desk on `house`."""
    from deskhelper.ui.desk.desk import Desk

    return Desk(RESOURCES, house.settings.current, house.services, app)


def tell_in_box(window: "QWidget", sentence: str) -> None:
    """Say one sentence in a box over the window and wait until it was read."""
    from PySide6.QtWidgets import QMessageBox

    QMessageBox.critical(window, "DeskHelper", sentence)


def complain(problem: Problem) -> int:
    """Say one sentence on standard error and return the exit status of the world's error."""
    lang: Lang = "zh" if speaks_chinese() else "en"
    print(Messages(RESOURCES / "messages").sentence(problem, lang), file=sys.stderr)
    return 1


def tell_crashes(house: "House", tell: "Callable[[Problem], None]") -> None:
    """Log every error of ours with its traceback, and tell the first one of a kind in the window."""
    told: set[str] = set()

    def on_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger(__name__).error("A gesture crashed", exc_info=(kind, error, trace))
        if isinstance(error, WorldError):
            tell(error.problem)
        elif kind.__name__ not in told:
            told.add(kind.__name__)
            tell(Problem("ours", {"file": str(house.folder.logs / LOG_FILE)}))

    sys.excepthook = on_crash


def log_to(file: Path) -> None:
    """Write warnings and errors of ours to `file`, kept small; personal data is never logged."""
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(file, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
