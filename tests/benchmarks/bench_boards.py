"""The bars of the boards: each board's task among a million orders, and what the window waits for.

`python -m tests.benchmarks.bench_boards [--rows N] [--keep DIR]`. It works on a copy of the database that bench_storage
made in DIR, with a fifth of the orders on their way, most with a trace, and 2,000 rows of stock.
"""

import json
import random
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from deskhelper.app import House
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.stock import Goods, StockRow
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.storage.database import Database
from deskhelper.storage.stock import StockStore
from deskhelper.ui.boards.page import BoardsPage
from tests.benchmarks.bars import Bar, milliseconds, p95, run
from tests.benchmarks.make_orders import NOW
from tests.benchmarks.running import data_folder, open_desk, pause, timed, until

SWITCHES, BUSY_MOVES = 60, 300
BETWEEN_MS = 50
"""What is left at least between two keys held down."""
COUNTED = 2000
SCANS = ("picked_up", "in_transit", "in_transit", "in_transit", "out_for_delivery", "delivered")


def measure(folder: Path, rows: int) -> list[Bar]:
    """Return all bars of the boards among `rows` orders."""
    data = data_folder(folder, rows)
    with Database(data / "deskhelper.db", NOW) as database:
        furnish(database, rows // 5)
    house = House(DataFolder(data), FixedClock(NOW))
    bars = [*task_bars(house), *window_bars(house)]
    house.close()
    return bars


def furnish(database: Database, on_the_way: int) -> None:
    """Send `on_the_way` orders off in the last five days, most of them with a trace, and count some goods."""
    chance = random.Random(5)
    with database.transaction() as connection:
        connection.execute(
            "UPDATE orders SET status = 2, received_at = NULL WHERE id IN"
            " (SELECT id FROM orders WHERE status = 3 AND after_sale = 0 ORDER BY id DESC LIMIT ?)",
            (max(0, on_the_way - database.value("SELECT count(*) FROM orders WHERE status = 2")),),
        )
        connection.execute(f"UPDATE orders SET shipped_at = {NOW} - 1800 - id % {5 * DAY} WHERE status = 2")
        sent = connection.execute(
            "SELECT o.tracking_no, o.shipped_at, c.text FROM orders o JOIN couriers c ON c.id = o.courier"
            " WHERE o.status = 2 AND o.tracking_no <> ''"
        ).fetchall()
        traces = [trace(chance, *row) for row in sent if chance.random() < 0.95]
        connection.executemany("INSERT OR REPLACE INTO traces VALUES (?, ?, ?, ?, ?, ?)", traces)
    goods = database.rows("SELECT title, spec, product_id, sku_code FROM products LIMIT ?", (COUNTED,))
    rows = [
        StockRow(goods=Goods(*texts), quantity=50 + place % 300, counted_at=NOW - DAY * (1 + place % 9))
        for place, texts in enumerate(goods)
    ]
    StockStore(database).save(rows)


def trace(chance: random.Random, number: str, shipped_at: int, courier: str) -> tuple[object, ...]:
    """Return the row of a trace that stands somewhere on its way."""
    events, at = [], shipped_at + chance.randrange(600, 20 * HOUR)
    for scan in SCANS[: chance.choices(range(7), [1, 3, 10, 24, 30, 8, 24])[0]]:
        if at > NOW:
            break
        words = "【转运中心】快件已到达，准备发往下一站"
        events.append({"at": at, "words": words, "scan": scan, "raw": words})
        at += chance.randrange(HOUR, 20 * HOUR)
    text = json.dumps(events, ensure_ascii=False, separators=(",", ":"))
    last = events[-1] if events else {"at": None, "scan": None}
    return "".join(number.split()).upper(), courier, NOW - 600, text, last["at"], last["scan"]


def task_bars(house: House) -> list[Bar]:
    """Return how long each board's own task takes; nobody waits for it, the board shows what it was before."""
    boards, stock = house.boards, house.stock
    _ = house.library, house.carriers
    bars = [
        Bar("boards: overdue, in the background", milliseconds(boards.read_late), 1000),
        Bar("boards: parcels in anomaly, in the background", milliseconds(boards.read_parcels), 15_000),
        Bar("boards: product alerts, in the background", milliseconds(boards.read_alerts), 1000),
        Bar("boards: stock, in the background", milliseconds(stock.read), 3000),
    ]
    lines = house.orders.page(house.orders.listing(next(iter(house.count_views()))), 0, 200)
    known = [milliseconds(partial(house.known.of_order, line.order)) for line in lines]
    return [*bars, Bar("what is known beside an order, stock included, p95", p95(known), 4)]


def window_bars(house: House) -> list[Bar]:
    """Return what the window waits for: turning to the boards and back, a key on them, a key while one is read."""
    desk = open_desk(house)
    desk.work.open_page("boards")
    page = desk.work.pages.page
    assert isinstance(page, BoardsPage)

    def come_in() -> None:
        until(lambda: not page.is_reading)

    come_in()
    for key in "234":
        press(page, key)
        come_in()
    desk.work.pane.open_first()  # with a case in sight, as an agent has it
    pause(500)
    desk.work.open_page("boards")
    backs, switches, turns, keys, busy = [], [], [], [], []
    for number in range(SWITCHES):
        backs.append(timed(desk.work.pages.close, BETWEEN_MS))
        switches.append(timed(partial(desk.work.open_page, "boards"), BETWEEN_MS))
        come_in()
        turns.append(timed(partial(press, page, str(number % 4 + 1)), BETWEEN_MS))
        if page.section is not page.sections[1]:
            keys.append(timed(partial(page.section.table.go_to, number * 37), BETWEEN_MS))
    press(page, "2")
    while len(busy) < BUSY_MOVES:
        if not page.is_reading:
            page.refresh()
        took = timed(partial(page.section.table.go_to, len(busy) % SWITCHES * 300), BETWEEN_MS)
        if page.is_reading:
            busy.append(took)
    come_in()
    desk.close()
    return [
        Bar("key to the boards painted, p95", p95(switches), 16),
        Bar("key back to the orders and the case painted, p95", p95(backs), 16),
        Bar("key from board to board painted, p95", p95(turns), 16),
        Bar("key to another row painted, p95", p95(keys), 16),
        Bar("the same while the parcels are being read, p95", p95(busy), 16),
    ]


def press(page: BoardsPage, key: str) -> None:
    """Press a key on the board in sight."""
    event = QKeyEvent(QEvent.Type.KeyPress, ord(key), QApplication.keyboardModifiers(), key)
    QApplication.sendEvent(page.section.table, event)


if __name__ == "__main__":
    sys.exit(run(__doc__, measure))
