"""Writing the orders of a file into the list, inside one transaction that the caller holds.

    with database.large_cache(), database.transaction():
        importing = OrderImport(database, initials_of, ship_terms_of)
        for batch in file.batches():
            counts = importing.write(batch, file.fields, file.exported_at, shop)
        importing.finish()

A file that ends in an error is rolled back as a whole and the list is as before. A batch stays in columns all the
way; only an order that may be stored already is looked at by itself.
"""

import json
from collections.abc import Iterable
from itertools import compress, count
from operator import not_

from msgspec import Struct, field

from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.errors import Problem
from deskhelper.core.imported import ImportedAfterSale, OrderColumns, Rejection
from deskhelper.core.moments import Instant
from deskhelper.core.search_keys import InitialsOf
from deskhelper.storage import order_after_sales as after_sales
from deskhelper.storage.bulk_indexes import BulkIndexes
from deskhelper.storage.database import Database
from deskhelper.storage.dictionaries import Dictionaries, Product
from deskhelper.storage.number_filter import NumberFilter
from deskhelper.storage.order_codec import CONTENT, KEYS, PLACE, Columns, Row, bound, content_columns, key_columns
from deskhelper.storage.order_deadlines import PromiseSeconds, set_marked
from deskhelper.storage.order_merge import Merge, Verdict
from deskhelper.storage.schema_orders import SEQUENCE_BITS
from deskhelper.storage.search_index import SearchIndex

FILTER_STORED = 100_000
"""Up to so many stored orders, their numbers are remembered by an import (0.1 s) instead of looked up."""

LAST_TIME = 1 << 36

_LOOK_UP = f"""
SELECT o.order_no, o.id, o.seen_at, {", ".join(f"o.{name}" for name in CONTENT)}
FROM json_each(?) j CROSS JOIN orders o INDEXED BY orders_number ON o.order_no = j.value AND o.platform = ?
"""
_INSERTED = ("id", *CONTENT, *KEYS, "seen_at", "open_cases")
_SETTABLE = (*CONTENT[3:], *KEYS, "seen_at")
_OPEN_CASES = "SELECT platform, order_no, count(*) FROM cases WHERE closed_at IS NULL GROUP BY order_no, platform"
_RECENCY = """
INSERT INTO product_recency VALUES (?, ?)
ON CONFLICT (product) DO UPDATE SET last_order = max(last_order, excluded.last_order)
"""
_RECEIVER, _PRODUCT, _SHOP = PLACE["receiver"], PLACE["product"], PLACE["shop"]
_TIMES = tuple(PLACE[name] for name in ("grouped_at", "paid_at", "shipped_at", "received_at"))


class WriteCounts(Struct):
    """What the rows did so far. `older` rows are counted in `unchanged` too; `other_shop` rows are in `rejections`."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    older: int = 0
    other_shop: int = 0
    rejections: list[Rejection] = field(default_factory=list)


class _Known(Struct):
    """An order as the list has it (`stored`) and as it will have it once the batch is written."""

    id: int
    seen_at: Instant | None
    content: Row
    stored: Row
    is_changed: bool = False


class OrderImport:
    """The writing of one file. `ship_terms_of` gives what decides when the orders of a shop must ship."""

    def __init__(self, database: Database, initials_of: InitialsOf, ship_terms_of: ShipTermsOf) -> None:
        self._connection = database.connection
        self._texts = Dictionaries(self._connection)
        self._index = SearchIndex(self._connection, initials_of)
        self._ship_terms_of = ship_terms_of
        self._seconds_for = PromiseSeconds(self._texts, ship_terms_of)
        self._sequence: int = database.value("SELECT value FROM counters WHERE name = 'orders_ever'")
        self._with_after_sales = set(self._connection.execute("SELECT platform, order_no FROM after_sales"))
        self._marked = set(self._connection.execute("SELECT platform, order_no FROM order_marks"))
        self._met: set[tuple[str, str]] = set()
        """Marked orders that the file has, whose deadlines are set at the end."""
        self._open_cases = {row[:2]: row[2] for row in self._connection.execute(_OPEN_CASES)}
        self._bulk = BulkIndexes(self._connection)
        self._filter = self._filled_filter()
        self._waiting: set[tuple[str, str]] = set()
        self._merge: tuple[tuple[frozenset[str], Instant | None], Merge] | None = None
        self._last_orders: dict[int, int] = {}
        self._receivers: dict[int, tuple[str, str]] = {}
        self._new_products: list[tuple[int, Product]] = []
        self.counts = WriteCounts()

    def _filled_filter(self) -> NumberFilter | None:
        """Return what tells that a number is not stored without a look-up; None where many orders are stored."""
        if self._bulk.stored > FILTER_STORED:
            return None
        known = NumberFilter()
        known.add(row[0] for row in self._connection.execute("SELECT order_no FROM orders"))
        return known

    def write(self, batch: OrderColumns, fields: frozenset[str], exported_at: Instant | None, shop: str) -> WriteCounts:
        """Write one batch and return the counts so far; those of the whole file come from `finish`.

        `fields` are the Order fields that the file has a column for; `shop` is the name for rows without one.
        """
        if self._merge is None or self._merge[0] != (fields, exported_at):
            self._merge = (fields, exported_at), Merge(fields, exported_at, self._texts)
        names = (own or shop for own in batch.of_field["shop"])
        shops = self._texts.shops.ids_of(zip(batch.of_field["platform"], names, strict=True))
        content = content_columns(batch, shops, self._texts)
        may_be_known = self._filter.add(batch.of_field["order_no"]) if self._filter else [True] * len(batch)
        if any(may_be_known):
            rows = [*compress(zip(*content, strict=True), may_be_known)]
            content = [[*compress(column, map(not_, may_be_known))] for column in content]
            self._insert(content, exported_at)
            self._write_by_row([*compress(batch.rows, may_be_known)], rows, exported_at)
        else:
            self._insert(content, exported_at)
        return self.counts

    def _write_by_row(self, places: list[int], rows: list[Row], exported_at: Instant | None) -> None:
        """Write content rows, standing in the file rows `places`, whose orders may be stored already."""
        known = self._known(rows)
        fresh: dict[Row, Row] = {}
        again: list[tuple[int, Row]] = []
        for place, row in zip(places, rows, strict=True):
            if row[:2] in known or row[:2] in fresh:
                again.append((place, row))
            else:
                fresh[row[:2]] = row
        columns = [[*column] for column in zip(*fresh.values(), strict=True)]
        for id_, row in zip(self._insert(columns, exported_at), fresh.values(), strict=True):
            known[row[:2]] = _Known(id_, exported_at, row, row)
        seen_again: list[tuple[Instant, int]] = []
        for place, row in again:
            found = known[row[:2]]
            if found.content[_SHOP] != row[_SHOP]:
                self._refuse(place, row, found)
            else:
                self._meet(found, row, exported_at, seen_again)
        self._update([order for order in known.values() if order.is_changed])
        self._connection.executemany("UPDATE orders SET seen_at = ? WHERE id = ?", seen_again)

    def _known(self, rows: list[Row]) -> dict[Row, _Known]:
        """Return the stored orders that `rows` meet, by platform and number."""
        asked: dict[str, list[str]] = {}
        for row in rows:
            asked.setdefault(row[0], []).append(row[1])
        return {
            (platform, row[0]): _Known(row[1], row[2], row[3:], row[3:])
            for platform, numbers in asked.items()
            for row in self._connection.execute(_LOOK_UP, (json.dumps(numbers), platform))
        }

    def _refuse(self, place: int, row: Row, found: _Known) -> None:
        shop = self._texts.shops.key_of(found.content[_SHOP])[1]
        problem = Problem("other_shop", {"order_no": row[1], "shop": shop})
        self.counts.other_shop += 1
        self.counts.rejections.append(Rejection(place, "order_no", problem, False))

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
            found.seen_at = exported_at if is_later or exported_at is None else found.seen_at
            return
        self.counts.unchanged += 1
        if verdict is Verdict.OLDER:
            self.counts.older += 1
        elif is_later and exported_at is not None:
            found.seen_at = exported_at
            seen_again.append((exported_at, found.id))

    def _insert(self, content: Columns, exported_at: Instant | None) -> list[int]:
        """Write new orders and return their ids."""
        if not content or not content[0]:
            return []
        ids = self._new_ids(content, exported_at)
        self.counts.new += len(ids)
        keys = key_columns(content, self._seconds_for(content[_SHOP], content[_PRODUCT]))
        numbers = [*zip(content[0], content[1], strict=True)]
        self._met |= self._marked.intersection(numbers)
        if self._with_after_sales:
            self._waiting |= self._with_after_sales.intersection(numbers)
        cases = [self._open_cases.get(number, 0) for number in numbers]
        places, columns = bound([ids, *content, *keys, [exported_at] * len(ids), cases])
        rows = sorted(zip(*columns, strict=True))  # oldest first; in the file's order half of every page stays empty
        insert = f"INSERT INTO orders ({', '.join(_INSERTED)}) VALUES ({', '.join(places)})"
        self._connection.executemany(insert, rows)
        self._note_products(content[_PRODUCT], ids)
        if not self._bulk.is_dropped:
            receivers = zip(ids, content[_RECEIVER], strict=True)
            self._receivers.update((id_, ("", receiver)) for id_, receiver in receivers if receiver)
        self._bulk.expect(self.counts.new + self.counts.updated)
        return ids

    def _new_ids(self, content: Columns, exported_at: Instant | None) -> list[int]:
        """Return an id for each row: its first known time, then a running number."""
        times = zip(*(content[place] for place in _TIMES), strict=True)
        last, fallback, running = (1 << SEQUENCE_BITS) - 1, exported_at or 0, count(self._sequence + 1)
        ids = [
            min(max(grouped or paid or shipped or received or fallback, 0), LAST_TIME) << SEQUENCE_BITS | number & last
            for (grouped, paid, shipped, received), number in zip(times, running, strict=False)
        ]
        self._sequence += len(ids)
        return ids

    def _note_products(self, products: Iterable[int], ids: Iterable[int]) -> None:
        """Remember the newest order of every product."""
        last_orders = self._last_orders
        for product, id_ in zip(products, ids, strict=True):
            if last_orders.get(product, -1) < id_:
                last_orders[product] = id_

    def _update(self, changed: list[_Known]) -> None:
        if not changed:
            return
        self._bulk.expect(self.counts.new + self.counts.updated)
        for found in changed:
            before, after = found.stored[_RECEIVER], found.content[_RECEIVER]
            if after != before:
                self._receivers[found.id] = self._receivers.get(found.id, (before,))[0], after
        content = [[*column] for column in zip(*(found.content for found in changed), strict=True)]
        ids = [found.id for found in changed]
        self._note_products(content[_PRODUCT], ids)
        self._met |= self._marked.intersection(zip(content[0], content[1], strict=True))
        keys = key_columns(content, self._seconds_for(content[_SHOP], content[_PRODUCT]))
        places, columns = bound([*content[3:], *keys, [found.seen_at for found in changed], ids])
        settings = ", ".join(f"{name} = {place}" for name, place in zip(_SETTABLE, places, strict=False))
        self._connection.executemany(f"UPDATE orders SET {settings} WHERE id = ?", zip(*columns, strict=True))

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
        self._met |= self._marked & orders
        for platform in {platform for platform, _ in orders}:
            numbers = [number for other, number in orders if other == platform]
            after_sales.apply_to_orders(self._connection, platform, numbers, self._texts.wordings, self._seconds_for)

    def _flush_texts(self) -> None:
        self._new_products += self._texts.flush(self._connection)

    def finish(self) -> WriteCounts:
        """Write what is left and build the indexes; called once, before the transaction ends. Returns the counts."""
        if self._waiting:
            self._apply_after_sales(self._waiting)
        self._flush_texts()
        set_marked(self._connection, self._met, self._ship_terms_of)
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
