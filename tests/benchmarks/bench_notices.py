"""The bars of notices: a queue of 20,000 orders made in the background, and Enter to the next order ready and painted.

`python -m tests.benchmarks.bench_notices [--rows N] [--keep DIR]`. It works on a copy of what bench_storage
made in DIR (made first where there is none).
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bars import Bar, milliseconds, p95, print_bars
from tests.benchmarks.bench_desk import data_folder
from tests.benchmarks.make_orders import NOW, ROWS

QUEUE = 20_000
TOLD = 200
BETWEEN_MS = 60
"""What an agent leaves at least between two orders: pasting in the chat takes longer."""


def main() -> int:
    """Run the bars of notices and return 0 if every one passes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        bars = notice_bars(data_folder(asked.keep or Path(temporary), asked.rows))
    return 0 if print_bars(bars) else 1


def notice_bars(data: Path) -> list[Bar]:
    """Return the time from Enter to the next order painted, and how long the window waited while the queue was made."""
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from deskhelper.app import House
    from deskhelper.core.notice import NoticeKind
    from deskhelper.core.terms import ShopTerms
    from deskhelper.paths import DataFolder
    from deskhelper.services.clock import FixedClock
    from deskhelper.start import application, build_desk
    from deskhelper.ui.notices.page import NoticesPage

    house = House(DataFolder(data), FixedClock(NOW))
    house.settings.change_terms("", ShopTerms(batch_times=("10:00", "15:00", "18:00"), batch_capacity=5000))
    desk = build_desk(house, application())
    desk.window.resize(1440, 900)
    desk.window.show()
    desk.window.activateWindow()
    work = desk.work
    desk.settle()
    opening = milliseconds(lambda: work.open_page("notices"))
    page = work.pages.page
    assert isinstance(page, NoticesPage)
    desk.settle()
    start = time.perf_counter()
    page.make.show_kind(NoticeKind.DELAYED)
    page.make.delay.first.edited.emit("reason", "仓库盘点")
    desk.settle()
    preview = time.perf_counter() - start
    assert page.make._preview is not None
    print(f"{page.make._preview.to_tell} orders to tell, previewed in {preview:.2f} s; page opened in {opening:.0f} ms")
    start = time.perf_counter()
    longest = stutter(lambda: page.make.start_wanted.emit(NoticeKind.DELAYED, page.make.terms), desk)
    print(f"queue of {page.walk.counts.total} made in {time.perf_counter() - start:.2f} s")
    assert page.walk.counts.total >= min(QUEUE, page.make._preview.to_tell)
    QTest.qWait(300)

    def told() -> None:
        QTest.keyClick(QApplication.focusWidget() or page.queue, Qt.Key.Key_Return)
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    figures = []
    for _ in range(TOLD):
        before = page.walk.notice
        QTest.qWait(BETWEEN_MS)
        figures.append(milliseconds(told))
        assert page.walk.notice is not before, "the next order is not shown"
    assert page.walk.counts.told == TOLD, page.walk.counts
    skipping = []
    for _ in range(50):
        QTest.qWait(BETWEEN_MS)
        skipping.append(milliseconds(lambda: (page.walk.skip(), QCoreApplication.processEvents())))
    desk.close()
    house.close()
    return [
        Bar("Enter to the next notice painted, p95", p95(figures), 16),
        Bar("S to the next notice painted, p95", p95(skipping), 16),
        Bar("longest wait of the window while a queue is made", longest, 100),
    ]


def stutter(begin: object, desk: object) -> float:
    """Return the longest time that the window's thread was not back in its loop while work runs in the background."""
    from PySide6.QtCore import QCoreApplication

    begin()  # type: ignore[operator]
    longest = 0.0
    while desk.tasks.is_busy:  # type: ignore[attr-defined]
        longest = max(longest, milliseconds(lambda: QCoreApplication.processEvents()))
        time.sleep(0.002)
    desk.settle()  # type: ignore[attr-defined]
    return longest


if __name__ == "__main__":
    sys.exit(main())
