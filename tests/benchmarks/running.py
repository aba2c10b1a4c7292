"""A running desk under measurement: a million orders in its folder, gestures at the pace of an agent.

Between gestures the window waits in its own loop: `QTest.qWait` would keep the threads from running.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, QTimer
from PySide6.QtTest import QTest

from deskhelper.app import House
from deskhelper.start import application, build_desk
from deskhelper.ui.desk.desk import Desk
from tests.benchmarks.bars import milliseconds

KEY_MS, BETWEEN_MS = 120, 500
"""What a quick typist leaves between two keys, and a quick agent between two gestures: the desk catches up in them."""
SIZE = (1440, 900)


def data_folder(folder: Path, rows: int) -> Path:
    """Return a data folder with `rows` orders, made from the database of bench_storage."""
    made = folder / f"orders-{rows}.db"
    if not made.exists():
        command = [sys.executable, "-m", "tests.benchmarks.bench_storage", "--only", "import", "--keep", str(folder)]
        subprocess.run([*command, "--rows", str(rows)], check=False)
    data = folder / f"desk-{rows}"
    # anew each time: the cases that an earlier run left would stand open at the start, 10 MB of them
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    shutil.copy(made, data / "deskhelper.db")
    return data


def open_desk(house: House) -> Desk:
    """Show the desk of `house`, give it the first sign of an agent, and let it come to rest."""
    desk = build_desk(house, application())
    desk.window.resize(*SIZE)
    desk.window.show()
    desk.window.activateWindow()
    pause(100)  # what is inside is built once the window has been painted
    work = desk.work
    desk.settle()
    QTest.mouseMove(desk.window.windowHandle(), QPoint(300, 300))
    until(lambda: work.has_room)
    pause(1000)
    return desk


def timed(gesture: Callable[[], object], wait: int = BETWEEN_MS) -> float:
    """Return the milliseconds from a gesture to the repainted window, `wait` milliseconds after the one before."""
    pause(wait)

    def whole() -> None:
        gesture()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    return milliseconds(whole)


def pause(wait: int) -> None:
    """Let the window and its threads run for `wait` milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(wait, loop.quit)
    loop.exec()


def until(is_true: Callable[[], bool], seconds: float = 120) -> None:
    """Let the window run until something holds. Raises TimeoutError after `seconds`."""
    end = time.monotonic() + seconds
    while not is_true():
        if time.monotonic() > end:
            raise TimeoutError
        pause(20)
