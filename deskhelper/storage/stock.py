"""Counted stock, and what the orders say of it: kept with each row, so that a look at an order costs one key.

Only imports and counts change it, so it is reckoned with these: `reckoned` reads, `keep` writes.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant
from deskhelper.core.order import Order
from deskhelper.core.stock import (
    FEWEST_SALES,
    Goods,
    Moved,
    StockBook,
    StockLevel,
    StockRow,
    goods_key,
    window_start,
)
from deskhelper.storage.database import Database
from deskhelper.storage.schema_orders import SEQUENCE_BITS
from deskhelper.storage.sqlite import Connection

LONGEST_WAIT_DAYS = 90
"""No order is shipped later than so many days after grouping: presales run 30 at most."""
FRESH_SECONDS = DAY
"""Orders older than this, at their newest, do not show the pace of sales."""
MOST_UNCOUNTED = 500

_COLUMNS = "s.id, s.shop, s.title, s.spec, s.product_id, s.sku_code, s.quantity, s.warn_at, s.counted_at"
_MOVED = "s.shipped, s.needed, s.sold"
_LEVEL_OF = f"""
SELECT {_COLUMNS}, {_MOVED}
FROM products p
JOIN stock_goods g ON g.product = p.id AND g.shop IN (:shop, '')
JOIN stock s ON s.id = g.stock
WHERE p.title = :title AND p.spec = :spec AND p.product_id = :product_id AND p.sku_code = :sku_code
ORDER BY g.shop = '' LIMIT 1
"""
_OWNED = """
(g.shop = h.name OR (g.shop = '' AND NOT EXISTS (
    SELECT 1 FROM stock_goods other WHERE other.product = g.product AND other.shop = h.name)))
"""
_NEEDED = f"""
SELECT g.stock, sum(o.quantity) FROM stock_goods g
CROSS JOIN orders o INDEXED BY orders_moving_product ON o.status = 1 AND o.product = g.product
JOIN shops h ON h.id = o.shop
WHERE o.status IN (1, 2) AND o.after_sale <> 3 AND {_OWNED} GROUP BY g.stock
"""
_SHIPPED = f"""
SELECT g.stock, sum(o.quantity) FROM stock s CROSS JOIN stock_goods g ON g.stock = s.id
CROSS JOIN orders o INDEXED BY orders_product ON o.product = g.product
    AND o.id >= (s.counted_at - {LONGEST_WAIT_DAYS * DAY}) << {SEQUENCE_BITS}
JOIN shops h ON h.id = o.shop
WHERE o.shipped_at > s.counted_at AND {_OWNED} GROUP BY g.stock
"""
_SOLD = f"""
SELECT g.stock, sum(o.quantity), count(*) FROM stock_goods g
CROSS JOIN orders o INDEXED BY orders_product ON o.product = g.product AND o.id >= :start << {SEQUENCE_BITS}
JOIN shops h ON h.id = o.shop
WHERE o.status IN (1, 2, 3) AND {_OWNED} GROUP BY g.stock
"""
_UNCOUNTED = """
SELECT p.title, p.spec, p.product_id, p.sku_code, needed FROM (
    SELECT o.product, sum(o.quantity) AS needed FROM orders o INDEXED BY orders_moving_product
    WHERE o.status = 1 AND o.status IN (1, 2) AND o.after_sale <> 3
    AND NOT EXISTS (SELECT 1 FROM stock_goods g WHERE g.product = o.product) GROUP BY o.product
) JOIN products p ON p.id = product ORDER BY needed DESC LIMIT ?
"""
_UPSERT = """
INSERT INTO stock (shop, title, spec, product_id, sku_code, quantity, warn_at, counted_at, shipped, needed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
ON CONFLICT (shop, product_id, sku_code, title, spec) DO UPDATE SET
    quantity = excluded.quantity, shipped = 0, counted_at = excluded.counted_at,
    warn_at = coalesce(excluded.warn_at, warn_at)
"""


class Reckoned(Struct, frozen=True):
    """What the orders say of all stock: which products (dictionary id, shop) stand for which row, and their sums."""

    goods: list[tuple[int, str, int]]
    moved: dict[int, Moved]


class StockStore:
    """Reads and writes stock over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def level_of(self, order: Order) -> StockLevel | None:
        """Return the stock of an order's goods, None where nobody counted them."""
        values = {
            "shop": order.shop, "title": order.product, "spec": order.spec, "product_id": order.product_id,
            "sku_code": order.sku_code,
        }  # fmt: skip
        rows = self._database.rows(_LEVEL_OF, values)
        return _level(rows[0]) if rows else None

    def levels(self) -> list[StockLevel]:
        """Return all stock with what orders say of it."""
        return [_level(row) for row in self._database.rows(f"SELECT {_COLUMNS}, {_MOVED} FROM stock s ORDER BY s.id")]

    def uncounted(self) -> list[tuple[Goods, int]]:
        """Return the goods that orders to ship need and nobody counted, with their pieces, most needed first.

        At most MOST_UNCOUNTED of the orders' own goods are looked at.
        """
        found: dict[tuple[str, ...], tuple[Goods, int]] = {}
        for *texts, needed in self._database.rows(_UNCOUNTED, (MOST_UNCOUNTED,)):
            goods = Goods(*texts)
            if goods.is_named:
                first, before = found.get(goods_key(goods), (goods, 0))
                found[goods_key(goods)] = first, before + needed
        return sorted(found.values(), key=lambda one: -one[1])

    def has_rows(self) -> bool:
        """Tell whether anything was counted."""
        return bool(self._database.value("SELECT EXISTS (SELECT 1 FROM stock)"))

    def reckoned(self, now: Instant) -> Reckoned:
        """Return what the orders say of all stock at `now`; reads only, and takes a second for a million orders."""
        connection = self._database.connection
        goods = _matched(connection)
        connection.execute("CREATE TEMP TABLE IF NOT EXISTS matched (product INTEGER, shop TEXT, stock INTEGER)")
        connection.execute("DELETE FROM temp.matched")
        connection.executemany("INSERT INTO temp.matched VALUES (?, ?, ?)", goods)
        connection.execute("CREATE INDEX IF NOT EXISTS temp.matched_product ON matched (product, shop)")
        moved = _moved(connection, now)
        connection.execute("DELETE FROM temp.matched")
        return Reckoned(goods, moved)

    def keep(self, found: Reckoned) -> None:
        """Keep what `reckoned` found, in one short transaction; what is there already is not written again."""
        stored = {
            (row[0], row[1], row[2]) for row in self._database.rows("SELECT product, shop, stock FROM stock_goods")
        }
        moved = {level.row.id: level.moved for level in self.levels() if level.moved != Moved()}
        if stored == set(found.goods) and moved == {id_: one for id_, one in found.moved.items() if one != Moved()}:
            return
        with self._database.transaction() as connection:
            write_reckoned(connection, found)

    def save(self, rows: Sequence[StockRow]) -> None:
        """Keep counted rows in one transaction; a row of the same goods is counted anew."""
        with self._database.transaction() as connection:
            write_rows(connection, rows)

    def set_warning(self, row_id: int, warn_at: int | None) -> None:
        """Warn of a row when no more than `warn_at` pieces are free; None: not by a number."""
        self._database.execute("UPDATE stock SET warn_at = ? WHERE id = ?", (warn_at, row_id))

    def remove(self, row_id: int) -> None:
        """Take a row away."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM stock_goods WHERE stock = ?", (row_id,))
            connection.execute("DELETE FROM stock WHERE id = ?", (row_id,))


def write_rows(connection: Connection, rows: Iterable[StockRow]) -> None:
    """Write counted rows; part of the caller's transaction."""
    values = [
        (row.shop, *_texts(row.goods), row.quantity, row.warn_at, row.counted_at) for row in rows
    ]  # fmt: skip
    connection.executemany(_UPSERT, values)


def write_reckoned(connection: Connection, found: Reckoned) -> None:
    """Write what the orders say of stock; part of the caller's transaction."""
    connection.execute("DELETE FROM stock_goods")
    connection.executemany("INSERT INTO stock_goods VALUES (?, ?, ?)", found.goods)
    connection.execute("UPDATE stock SET shipped = 0, needed = 0, sold = NULL")
    connection.executemany(
        "UPDATE stock SET shipped = ?, needed = ?, sold = ? WHERE id = ?",
        [(moved.shipped, moved.needed, moved.sold, id_) for id_, moved in found.moved.items()],
    )


def stored_rows(connection: Connection) -> list[StockRow]:
    """Return all counted rows."""
    return [_row(row) for row in connection.execute(f"SELECT {_COLUMNS} FROM stock s ORDER BY s.id")]


def _matched(connection: Connection) -> list[tuple[int, str, int]]:
    """Return which products stand for which row: dictionary id, owner of the row, row."""
    rows = stored_rows(connection)
    if not rows:
        return []
    book, owners = StockBook(rows), sorted({row.shop for row in rows})
    found = []
    for id_, *texts in connection.execute("SELECT id, title, spec, product_id, sku_code FROM products"):
        for owner in owners:
            row = book.row_for(Goods(*texts), owner)
            if row is not None and row.shop == owner:
                found.append((id_, owner, row.id))
    return found


def _moved(connection: Connection, now: Instant) -> dict[int, Moved]:
    """Return the sums of every row that products stand for."""

    def sums(sql: str, values: dict[str, Any] | None = None) -> dict[int, tuple[Any, ...]]:
        read = sql.replace("stock_goods", "temp.matched")
        return {row[0]: row[1:] for row in connection.execute(read, values or {})}

    needed, shipped = sums(_NEEDED), sums(_SHIPPED)
    sold = sums(_SOLD, {"start": window_start(now)}) if _covers_the_week(connection, now) else {}
    enough = {id_: pieces for id_, (pieces, orders) in sold.items() if orders >= FEWEST_SALES}
    return {
        id_: Moved(shipped.get(id_, (0,))[0], needed.get(id_, (0,))[0], enough.get(id_))
        for id_ in needed.keys() | shipped.keys() | enough.keys()
    }


def _covers_the_week(connection: Connection, now: Instant) -> bool:
    """Tell whether the orders at hand reach from before the last days up to now."""
    first, last = 1 << SEQUENCE_BITS, (now + 1) << SEQUENCE_BITS
    oldest = connection.execute("SELECT id FROM orders WHERE id >= ? ORDER BY id LIMIT 1", (first,)).fetchone()
    newest = connection.execute("SELECT id FROM orders WHERE id < ? ORDER BY id DESC LIMIT 1", (last,)).fetchone()
    if oldest is None or newest is None:
        return False
    first_at, last_at = int(oldest[0]) >> SEQUENCE_BITS, int(newest[0]) >> SEQUENCE_BITS
    return first_at <= window_start(now) and last_at >= now - FRESH_SECONDS


def _texts(goods: Goods) -> tuple[str, str, str, str]:
    return goods.title, goods.spec, goods.product_id, goods.sku_code


def _row(row: Sequence[Any]) -> StockRow:
    id_, shop, title, spec, product_id, sku_code, quantity, warn_at, counted_at = row
    return StockRow(
        id=id_, shop=shop, goods=Goods(title, spec, product_id, sku_code), quantity=quantity, warn_at=warn_at,
        counted_at=counted_at,
    )  # fmt: skip


def _level(row: Sequence[Any]) -> StockLevel:
    return StockLevel(_row(row[:9]), Moved(*row[9:]))
