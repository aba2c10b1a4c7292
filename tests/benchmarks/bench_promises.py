"""The bars of promises with 100,000 open ones: page, keys, groups, the rail's count, reminders, the end of an import.

`python -m tests.benchmarks.bench_promises [--rows N]`. What a key waits for is held against 16 ms (p95); what runs in
the background is told without a bar.
"""

import argparse
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bars import Bar, milliseconds, p95, print_bars

if TYPE_CHECKING:
    from deskhelper.ui.promises.page import PromisePage

ROWS = 100_000
NOW = 1_779_172_200
RUNS = 40


def fill(path: Path, rows: int) -> None:
    """Write `rows` open promises and their orders, from ten days overdue to ten days ahead."""
    from deskhelper.storage.database import Database

    chance = random.Random(7)
    kinds = ("ship", "refund", "call_back", "trace", "coupon", "compensation", "resend")
    with Database(path, NOW) as database, database.transaction() as connection:
        connection.execute("INSERT INTO shops VALUES (1, 'pdd', '测速店')")
        connection.execute("INSERT INTO products VALUES (1, '法兰绒四件套', '灰蓝 1.8m', '', '')")
        for table in ("couriers", "wordings"):
            connection.execute(f"INSERT INTO {table} VALUES (1, '')")
        connection.executemany(
            "INSERT INTO orders (id, platform, order_no, shop, status, status_text, after_sale, after_sale_text,"
            " product, quantity, courier, province, tracking_no, receiver, phone, buyer_note, shop_note,"
            " paid_at_is_derived, open_cases, number_tail)"
            " VALUES (?, 'pdd', ?, 1, 1, 1, 0, 1, 1, 1, 1, 1, '', '', '', '', '', 0, 0, 0)",
            ((number + 1, f"260519-{number:015d}") for number in range(rows)),
        )
        connection.executemany(
            "INSERT INTO promises (copy_id, case_id, platform, order_no, kind, text, follow_up_zh, follow_up_en, fen,"
            " due_at, made_at, agent) VALUES (0, '', 'pdd', ?, ?, '5月19日18点前发货', '办', 'do', ?, ?, ?, ?)",
            (
                (
                    f"260519-{number:015d}", kinds[number % 7], 500 if number % 7 in (4, 5) else None,
                    NOW + chance.randrange(-864_000, 864_000), NOW - 900_000, f"客服{number % 5}",
                )
                for number in range(rows)
            ),
        )  # fmt: skip


def times(deed: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Return the milliseconds of `runs` deeds."""
    return [milliseconds(deed) for _ in range(runs)]


def read_until_shown(page: "PromisePage", come_in: Callable[[], None], kind: int) -> float:
    """Return the milliseconds until the board of another kind is shown."""
    return milliseconds(lambda: (page.bar.kinds.setCurrentIndex(kind), come_in()))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        return measure(Path(folder), asked.rows)


def measure(folder: Path, rows: int) -> int:
    """Measure the page on a database of its own in `folder`."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from deskhelper.app import House
    from deskhelper.paths import RESOURCES, DataFolder
    from deskhelper.services.clock import FixedClock
    from deskhelper.storage.promise_evidence import settle
    from deskhelper.ui.promises.page import PromisePage
    from deskhelper.ui.tasks import Tasks
    from deskhelper.ui.theme import FUSION, Scheme, Theme

    house = House(DataFolder(folder), FixedClock(NOW))
    fill(house.folder.database, rows)
    app = QApplication.instance() or QApplication(["deskhelper", *FUSION])
    assert isinstance(app, QApplication)
    theme = Theme(RESOURCES, Scheme.LIGHT)
    theme.apply(app)
    tasks = Tasks()
    page = PromisePage(house.promises, theme, "zh", house.clock, house.read_promises, tasks)
    page.resize(1240, 850)
    page.show()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(page.rows, key)
        app.processEvents()

    def at_a_pace(deed: Callable[[], None], before: Qt.Key | None = None) -> list[float]:
        """Return the milliseconds of deeds, each after the key `before` and with the background work come in."""
        taken = []
        for _ in range(RUNS):
            if before is not None:
                press(before)
            come_in()
            taken.append(milliseconds(deed))
        return taken

    def come_in() -> None:
        while tasks.is_busy:
            app.processEvents()

    def switch() -> None:
        page.wake()
        page.repaint()
        app.processEvents()

    switch()
    come_in()
    ui = {
        "page turned to": at_a_pace(switch),
        "arrow": at_a_pace(lambda: press(Qt.Key.Key_Down)),
        "page down": at_a_pace(lambda: press(Qt.Key.Key_PageDown)),
        "to the end": at_a_pace(lambda: press(Qt.Key.Key_End), Qt.Key.Key_Home),
        "to the start": at_a_pace(lambda: press(Qt.Key.Key_Home), Qt.Key.Key_End),
        "kept": at_a_pace(lambda: press(Qt.Key.Key_K)),
        "undone": at_a_pace(lambda: press(Qt.Key.Key_U), Qt.Key.Key_K),
        "rail's count": times(house.promises.pressing),
    }
    first = times(house.reminders.look, 1)
    behind = {
        "first look for reminders": first,
        "later look": times(house.reminders.look),
        "end of an import": times(lambda: settle(house.database.connection, NOW), 3),
    }
    for name, taken in behind.items():
        print(f"in the background: {name}: {max(taken):.0f} ms at most, with {rows:,} open promises")
    shown = [read_until_shown(page, come_in, kind) for kind in range(1, 9)]
    print(f"in the background: one kind, until it is shown: {max(shown):.0f} ms at most")
    page.close()
    tasks.close()
    house.close()
    return 0 if print_bars([Bar(f"promises: {name}, p95", p95(taken), 16) for name, taken in ui.items()]) else 1


if __name__ == "__main__":
    sys.exit(main())
