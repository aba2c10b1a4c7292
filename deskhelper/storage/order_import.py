"""Writing the orders of a file into the list, inside one transaction that the caller holds.

    with database.large_cache(), database.transaction():
        importing = OrderImport(database, initials_of, promise_hours)
        for batch in file.batches():
            counts = importing.write(batch, file.fields, file.exported_at, shop)
        importing.finish()

A file that ends in an error is rolled back as a whole and the list is as before.
"""

import json
from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import Struct, field

from deskhelper.core.errors import Problem
from deskhelper.core.imported import ImportedAfterSale, ImportedOrder, Rejection
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import Order
from deskhelper.core.search_keys import InitialsOf
from deskhelper.storage import order_after_sales as after_sales
from deskhelper.storage.bulk_indexes import BulkIndexes
from deskhelper.storage.database import Database
from deskhelper.storage.dictionaries import Dictionaries, Product
from deskhelper.storage.order_codec import (
    CONTENT,
    KEYS,
    PLACE,
    Row,
    bound,
    content_row,
    key_row,
    placeholder,
    whole_row,
)
from deskhelper.storage.order_merge import Merge, Verdict
from deskhelper.storage.schema_orders import SEQUENCE_BITS
from deskhelper.storage.search_index import SearchIndex
from deskhelper.storage.staging import NumberFilter, Staging

FILTER_STORED = 100_000
"""Up to so many stored orders, their numbers are remembered by an import (0.1 s) instead of looked up."""

DEFERRED_ROWS = 100_000
"""So many rows may be put off while orders are staged."""

LAST_TIME = 1 << 36

_LOOK_UP = f"""
SELECT o.order_no, o.id, o.seen_at, {", ".join(f"o.{name}" for name in CONTENT)}
FROM json_each(?) j CROSS JOIN orders o INDEXED BY orders_number ON o.order_no = j.value AND o.platform = ?
"""
_COLUMNS = ("id", *CONTENT, *KEYS, "seen_at", "open_cases")
_INSERT = f"INSERT INTO orders ({', '.join(_COLUMNS)}) VALUES ({', '.join(map(placeholder, _COLUMNS))})"
_SETTABLE = (*CONTENT[3:], *KEYS, "seen_at")
_UPDATE = f"UPDATE orders SET {', '.join(f'{name} = {placeholder(name)}' for name in _SETTABLE)} WHERE id = ?"
_OPEN_CASES = "SELECT order_no, platform, count(*) FROM cases WHERE closed_at IS NULL GROUP BY order_no, platform"
_RECENCY = """
INSERT INTO product_recency VALUES (?, ?)
ON CONFLICT (product) DO UPDATE SET last_order = max(last_order, excluded.last_order)
"""
_RECEIVER, _PRODUCT, _SHOP = PLACE["receiver"], PLACE["product"], PLACE["shop"]


class WriteCounts(Struct):
    """What the rows did so far. `older` rows are counted in `unchanged` too; `other_shop` rows are in `rejections`."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    other_shop: int = 0
    rejections: list[Rejection] = field(default_factory=list)


class _Known(Struct):
    """An order as the list has it, or will have it once the batch is written."""

    id: int
    seen_at: Instant | None
    content: Row
    stored: Row | None
    is_changed: bool = False


class OrderImport:
    """The writing of one file. `promise_hours` gives the hours from grouping to shipping that a shop promises."""

    def __init__(self, database: Database, initials_of: InitialsOf, promise_hours: Callable[[str], int]) -> None:
        self._connection = database.connection
        self._texts = Dictionaries(self._connection)
        self._index = SearchIndex(self._connection, initials_of)
        self._promise_hours = promise_hours
        self._sequence: int = database.value("SELECT value FROM counters WHERE name = 'orders_ever'")
        self._with_after_sales = set(self._connection.execute("SELECT platform, order_no FROM after_sales"))
        self._open_cases = {row[:2]: row[2] for row in self._connection.execute(_OPEN_CASES)}
        self._bulk = BulkIndexes(self._connection)
        self._maybe_known = self._filter()
        self._staging: Staging | None = None
        self._deferred: list[tuple[ImportedOrder, frozenset[str], Instant | None, str]] = []
        self._waiting: set[tuple[str, str]] = set()
        self._merge: tuple[tuple[frozenset[str], Instant | None], Merge] | None = None
        self._last_orders: dict[int, int] = {}
        self._receivers: dict[int, tuple[str, str]] = {}
        self._new_products: list[tuple[int, Product]] = []
        self._promise_seconds: dict[int, int] = {}
        self.counts = WriteCounts()

    def _filter(self) -> NumberFilter | None:
        """Return what tells that a number is not stored without a look-up; None where many orders are stored."""
        if self._bulk.stored > FILTER_STORED:
            return None
        known = NumberFilter()
        for (number,) in self._connection.execute("SELECT order_no FROM orders"):
            known.add(number)
        return known

    def write(
        self, batch: list[ImportedOrder], fields: frozenset[str], exported_at: Instant | None, shop: str
    ) -> WriteCounts:
        """Write one batch and return the counts so far; those of the whole file come from `finish`.

        `fields` are the Order fields that the file has a column for; `shop` is the name for rows without one.
        """
        if self._staging is not None:
            batch = self._staged_at_once(self._staging, batch, fields, exported_at, shop)
        if self._merge is None or self._merge[0] != (fields, exported_at):
            self._merge = (fields, exported_at), Merge(fields, exported_at, self._texts)
        known = self._known(batch)
        fresh: list[_Known] = []
        seen_again: list[tuple[Instant, int]] = []
        for imported in batch:
            order = imported.order
            shop_name = order.shop or shop
            content = content_row(order, self._texts.shops.id_of((order.platform, shop_name)), self._texts)
            found = known.get((order.platform, order.order_no))
            if found is None:
                found = _Known(self._new_id(order, exported_at), exported_at, content, None)
                known[order.platform, order.order_no] = found
                fresh.append(found)
            elif found.content[_SHOP] != content[_SHOP]:
                self._refuse(imported, found)
            else:
                self._meet(found, content, exported_at, seen_again)
        self._insert(fresh)
        self._update([order for order in known.values() if order.is_changed and order.stored is not None])
        self._connection.executemany("UPDATE orders SET seen_at = ? WHERE id = ?", seen_again)
        return self.counts

    def _known(self, batch: list[ImportedOrder]) -> dict[tuple[str, str], _Known]:
        """Return the stored orders that `batch` meets, by platform and number."""
        asked: dict[str, list[str]] = {}
        for imported in batch:
            number = imported.order.order_no
            if self._maybe_known is not None and not self._maybe_known.add(number):
                continue
            asked.setdefault(imported.order.platform, []).append(number)
        return {
            (platform, row[0]): _Known(row[1], row[2], row[3:], row[3:])
            for platform, numbers in asked.items()
            for row in self._connection.execute(_LOOK_UP, (json.dumps(numbers), platform))
        }

    def _new_id(self, order: Order, exported_at: Instant | None) -> int:
        time = order.grouped_at or order.paid_at or order.shipped_at or order.received_at or exported_at or 0
        self._sequence += 1
        return min(max(time, 0), LAST_TIME) << SEQUENCE_BITS | self._sequence & ((1 << SEQUENCE_BITS) - 1)

    def _refuse(self, imported: ImportedOrder, found: _Known) -> None:
        shop = self._texts.shops.key_of(found.content[_SHOP])[1]
        problem = Problem("other_shop", {"order_no": imported.order.order_no, "shop": shop})
        self.counts.other_shop += 1
        self.counts.rejections.append(Rejection(imported.row, "order_no", problem, False))

    def _meet(
        self, found: _Known, content: Row, exported_at: Instant | None, seen_again: list[tuple[Instant, int]]
    ) -> None:
        """Merge a row into the order that it repeats."""
        assert self._merge is not None
        verdict, merged = self._merge[1](found.content, found.seen_at, content)
        is_later = exported_at is not None and (found.seen_at is None or found.seen_at < exported_at)
        if verdict is Verdict.UPDATED:
            self.counts.updated += 1
            found.content, found.is_changed = merged, True
            found.seen_at = exported_at if is_later else found.seen_at
            return
        self.counts.unchanged += 1
        if verdict is Verdict.OLDER:
            self.counts.older += 1
        elif is_later and exported_at is not None:
            found.seen_at = exported_at
            seen_again.append((exported_at, found.id))

    def _insert(self, fresh: list[_Known]) -> None:
        if not fresh:
            return
        self.counts.new += len(fresh)
        if self._with_after_sales:
            self._waiting |= self._with_after_sales & {found.content[:2] for found in fresh}
        if self._staging is not None:
            self._staging.add([found.id >> SEQUENCE_BITS for found in fresh], self._insert_rows(fresh))
            return
        self._connection.executemany(_INSERT, self._insert_rows(fresh))
        is_growing = fresh[0].id >> SEQUENCE_BITS < fresh[-1].id >> SEQUENCE_BITS
        if self._bulk.expect(self.counts.new + self.counts.updated) and not is_growing:
            self._staging = Staging(self._connection, _COLUMNS)

    def _staged_at_once(
        self,
        staging: Staging,
        batch: list[ImportedOrder],
        fields: frozenset[str],
        exported_at: Instant | None,
        shop: str,
    ) -> list[ImportedOrder]:
        """Stage the orders of `batch` that are new for sure, and return those that may be stored.

        Rows whose order may be among the staged ones are put off.
        """
        is_staged = staging.numbers.add
        is_simple = self._maybe_known is not None and not self._open_cases and not self._with_after_sales
        kept: list[ImportedOrder] = []
        fresh: list[Order] = []
        for imported in batch:
            number = imported.order.order_no
            if is_staged(number):
                self._deferred.append((imported, fields, exported_at, shop))
            elif is_simple and self._maybe_known is not None and not self._maybe_known.add(number):
                fresh.append(imported.order)
            else:
                kept.append(imported)
        if fresh:
            self.counts.new += len(fresh)
            rows = [self._whole_row(order, exported_at, shop) for order in fresh]
            staging.add([row[0] >> SEQUENCE_BITS for row in rows], rows)
        if len(self._deferred) > DEFERRED_ROWS:
            self._unstage()
        return kept

    def _whole_row(self, order: Order, exported_at: Instant | None, shop: str) -> Row:
        id_ = self._new_id(order, exported_at)
        shop_id = self._texts.shops.id_of((order.platform, order.shop or shop))
        row = whole_row(order, id_, shop_id, self._texts, self._promise(shop_id), exported_at)
        product = row[_PRODUCT + 1]
        if self._last_orders.get(product, -1) < id_:
            self._last_orders[product] = id_
        return row

    def _unstage(self) -> None:
        """Move the staged orders into the list, then write the rows that were put off."""
        if self._staging is not None:
            self._staging.move()
            self._staging = None
            deferred, self._deferred = self._deferred, []
            for (fields, exported_at, shop), rows in groupby(deferred, key=lambda row: row[1:]):
                self.write([row[0] for row in rows], fields, exported_at, shop)

    def _insert_rows(self, fresh: list[_Known]) -> Iterator[Row]:
        open_cases = self._open_cases
        last_orders, is_indexing = self._last_orders, not self._bulk.is_dropped
        for found in fresh:
            content, id_ = found.content, found.id
            if last_orders.get(content[_PRODUCT], -1) < id_:
                last_orders[content[_PRODUCT]] = id_
            if is_indexing and content[_RECEIVER]:
                self._receivers[id_] = "", content[_RECEIVER]
            cases = open_cases.get((content[1], content[0]), 0) if open_cases else 0
            yield bound((id_, *content, *self._keys(content), found.seen_at, cases))

    def _update(self, changed: list[_Known]) -> None:
        if not changed:
            return
        self._bulk.expect(self.counts.new + self.counts.updated)
        for found in changed:
            content, stored = found.content, found.stored or ()
            last = self._last_orders.get(content[_PRODUCT], -1)
            self._last_orders[content[_PRODUCT]] = max(last, found.id)
            if content[_RECEIVER] != stored[_RECEIVER]:
                before = self._receivers.get(found.id, (stored[_RECEIVER],))[0]
                self._receivers[found.id] = before, content[_RECEIVER]
        rows = ((*found.content[3:], *self._keys(found.content), found.seen_at, found.id) for found in changed)
        self._connection.executemany(_UPDATE, map(bound, rows))

    def _keys(self, content: Row) -> Row:
        return key_row(content, self._promise(content[_SHOP]))

    def _promise(self, shop: int) -> int:
        if shop not in self._promise_seconds:
            self._promise_seconds[shop] = self._promise_hours(self._texts.shops.key_of(shop)[1]) * HOUR
        return self._promise_seconds[shop]

    def write_after_sales(
        self, batch: list[ImportedAfterSale], fields: frozenset[str], exported_at: Instant | None
    ) -> WriteCounts:
        """Write one batch of an after-sales workbook and return the counts of the whole file so far.

        `fields` are the AfterSaleRecord fields that the file has. Orders that are known get the state at once.
        """
        written = after_sales.write_records(self._connection, batch, fields, exported_at)
        for name in ("new", "updated", "unchanged", "older"):
            setattr(self.counts, name, getattr(self.counts, name) + getattr(written, name))
        self._apply_after_sales(written.orders)
        return self.counts

    def _apply_after_sales(self, orders: set[tuple[str, str]]) -> None:
        """Set the after-sale state of `orders` (platform, number) from their latest record."""
        self._flush_texts()
        for platform in {platform for platform, _ in orders}:
            numbers = [number for other, number in orders if other == platform]
            after_sales.apply_to_orders(self._connection, platform, numbers, self._texts.wordings, self._promise_hours)

    def _flush_texts(self) -> None:
        self._new_products += self._texts.flush(self._connection)

    def finish(self) -> WriteCounts:
        """Write what is left and build the indexes; called once, before the transaction ends. Returns the counts."""
        self._unstage()
        if self._waiting:
            self._apply_after_sales(self._waiting)
        self._flush_texts()
        self._index.add_products(self._new_products)
        self._connection.executemany(_RECENCY, self._last_orders.items())
        self._connection.execute("UPDATE counters SET value = ? WHERE name = 'orders_ever'", (self._sequence,))
        if self._bulk.is_dropped:
            self._index.rebuild_receivers()
        else:
            changed = self._receivers.items()
            self._index.remove_receivers([(id_, before) for id_, (before, _) in changed])
            self._index.add_receivers([(id_, after) for id_, (_, after) in changed])
        self._bulk.build()
        return self.counts
