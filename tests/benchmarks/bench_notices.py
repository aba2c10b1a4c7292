"""The bars of notices: a queue of 20,000 orders made in the background, and Enter to the next order ready and painted.

`python -m tests.benchmarks.bench_notices [--rows N] [--keep DIR]`. It works on a copy of what bench_storage
made in DIR (made first where there is none).
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from deskhelper.app import House
from deskhelper.core.notice import NoticeKind
from deskhelper.core.terms import ShopTerms
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.desk.desk import Desk
from deskhelper.ui.notices.page import NoticesPage
from tests.benchmarks.bars import Bar, milliseconds, p95, run
from tests.benchmarks.make_orders import NOW
from tests.benchmarks.running import data_folder, open_desk, timed

QUEUE = 20_000
TOLD, SKIPPED = 200, 50
BETWEEN_MS = 60
"""What an agent leaves at least between two orders: pasting in the chat takes longer."""


def measure(folder: Path, rows: int) -> list[Bar]:
    """Return the time from a key to the next order painted, and the longest wait of the window for the queue."""
    house = House(DataFolder(data_folder(folder, rows)), FixedClock(NOW))
    house.settings.change_terms("", ShopTerms(batch_times=("10:00", "15:00", "18:00"), batch_capacity=5000))
    desk = open_desk(house)
    opening = milliseconds(partial(desk.work.open_page, "notices"))
    page = desk.work.pages.page
    assert isinstance(page, NoticesPage)
    desk.settle()
    preview = milliseconds(partial(look, page, desk))
    assert page.make._preview is not None
    to_tell = page.make._preview.to_tell
    start = time.perf_counter()
    longest = longest_wait(partial(page.make.start_wanted.emit, NoticeKind.DELAYED, page.make.terms), desk)
    made = time.perf_counter() - start
    print(f"in the background: page opened in {opening:.0f} ms, {to_tell:,} orders previewed in {preview:.0f} ms")
    print(f"in the background: queue of {page.walk.counts.total:,} made in {made:.2f} s")
    assert page.walk.counts.total >= min(QUEUE, to_tell)
    told = [timed(partial(tell, page), BETWEEN_MS) for _ in range(TOLD)]
    assert page.walk.counts.told == TOLD, page.walk.counts
    skipped = [timed(page.walk.skip, BETWEEN_MS) for _ in range(SKIPPED)]
    desk.close()
    house.close()
    return [
        Bar("Enter to the next notice painted, p95", p95(told), 16),
        Bar("S to the next notice painted, p95", p95(skipped), 16),
        Bar("longest wait of the window while a queue is made", longest, 100),
    ]


def look(page: NoticesPage, desk: Desk) -> None:
    """Ask for what a queue of delays would hold."""
    page.make.show_kind(NoticeKind.DELAYED)
    page.make.delay.first.edited.emit("reason", "仓库盘点")
    desk.settle()


def tell(page: NoticesPage) -> None:
    """Press Enter on the notice in sight. Raises AssertionError where the next one does not come."""
    before = page.walk.notice
    QTest.keyClick(QApplication.focusWidget() or page.queue, Qt.Key.Key_Return)
    assert page.walk.notice is not before, "the next order is not shown"


def longest_wait(begin: Callable[[], object], desk: Desk) -> float:
    """Return the longest time that the window's thread was not back in its loop while work runs in the background."""
    begin()
    longest = 0.0
    while desk.tasks.is_busy:
        longest = max(longest, milliseconds(QCoreApplication.processEvents))
        time.sleep(0.002)
    desk.settle()
    return longest


if __name__ == "__main__":
    sys.exit(run(__doc__, measure))
