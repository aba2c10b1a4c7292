"""The bars of promises with 100,000 open ones: page, keys, groups, the rail's count, reminders, the end of an import.

`python -m tests.benchmarks.bench_promises [--rows N]`: one promise for every ten orders. What a key waits for is held
against 16 ms (p95); what runs in the background is told without a bar.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from deskhelper.app import House
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.start import application
from deskhelper.storage.database import Database
from deskhelper.storage.promise_evidence import settle
from deskhelper.ui.promises.page import PromisePage
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Scheme, Theme
from tests.benchmarks.bars import Bar, milliseconds, p95, run
from tests.benchmarks.running import timed, until

ORDERS_A_PROMISE = 10
NOW = 1_779_172_200
RUNS = 40
BETWEEN_MS = 50
"""What is left at least between two keys held down."""


def fill(path: Path, rows: int) -> None:
    """Write `rows` open promises and their orders, from ten days overdue to ten days ahead."""
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


def read_until_shown(page: PromisePage, come_in: Callable[[], None], kind: int) -> float:
    """Return the milliseconds until the board of another kind is shown."""

    def whole() -> None:
        page.bar.kinds.setCurrentIndex(kind)
        come_in()

    return milliseconds(whole)


def measure(folder: Path, rows: int) -> list[Bar]:
    """Return the bars of the page, on a database of its own."""
    promises = max(1, rows // ORDERS_A_PROMISE)
    with tempfile.TemporaryDirectory() as own:
        house = House(DataFolder(Path(own)), FixedClock(NOW))
        fill(house.folder.database, promises)
        tasks, theme = Tasks(), Theme(RESOURCES, Scheme.LIGHT)
        theme.apply(application())
        page = PromisePage(house.promises, theme, "zh", house.clock, house.read_promises, tasks)
        page.resize(1240, 850)
        page.show()

        def come_in() -> None:
            until(lambda: not tasks.is_busy)

        waited = waits(page, come_in)
        waited["rail's count"] = times(partial(house.open_work.promises_due, 1))
        behind = {
            "first look for reminders": times(house.reminders.look, 1),
            "later look": times(house.reminders.look),
            "end of an import": times(lambda: settle(house.database.connection, NOW), 3),
            "one kind, until it is shown": [read_until_shown(page, come_in, kind) for kind in range(1, 9)],
        }
        for name, taken in behind.items():
            print(f"in the background: {name}: {max(taken):.0f} ms at most, with {promises:,} open promises")
        page.close()
        tasks.close()
        house.close()
    return [Bar(f"promises: {name}, p95", p95(taken), 16) for name, taken in waited.items()]


def waits(page: PromisePage, come_in: Callable[[], None]) -> dict[str, list[float]]:
    """Return what the window waits for: the milliseconds of each gesture, with the background work come in before."""

    def press(key: Qt.Key) -> None:
        QTest.keyClick(page.rows, key)

    def at_a_pace(deed: Callable[[], None], before: Qt.Key | None = None) -> list[float]:
        """Return the milliseconds of deeds, each after the key `before`."""
        taken = []
        for _ in range(RUNS):
            if before is not None:
                press(before)
            come_in()
            taken.append(timed(deed, BETWEEN_MS))
        return taken

    def switch() -> None:
        page.wake()
        page.repaint()

    switch()
    come_in()
    return {
        "page turned to": at_a_pace(switch),
        "arrow": at_a_pace(lambda: press(Qt.Key.Key_Down)),
        "page down": at_a_pace(lambda: press(Qt.Key.Key_PageDown)),
        "to the end": at_a_pace(lambda: press(Qt.Key.Key_End), Qt.Key.Key_Home),
        "to the start": at_a_pace(lambda: press(Qt.Key.Key_Home), Qt.Key.Key_End),
        "kept": at_a_pace(lambda: press(Qt.Key.Key_K)),
        "undone": at_a_pace(lambda: press(Qt.Key.Key_U), Qt.Key.Key_K),
    }


if __name__ == "__main__":
    sys.exit(run(__doc__, measure))
