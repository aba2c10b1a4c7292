"""A stock list taken into the database, and stock reckoned anew once the orders have changed."""

from collections.abc import Iterable

from deskhelper.core.imported import ImportedStock
from deskhelper.core.moments import Instant
from deskhelper.core.stock import StockRow
from deskhelper.storage.database import Database
from deskhelper.storage.stock import StockStore, stored_rows, write_reckoned, write_rows

Key = tuple[str, ...]


class StockImport:
    """Takes in one file; part of the import's own transaction. Counts are of rows.

    `older` rows are counted in `unchanged` too: they were counted before what is stored. `unmatched`: rows that fit
    the goods of no order.
    """

    def __init__(self, database: Database, now: Instant) -> None:
        self._database = database
        self._store = StockStore(database)
        self._now = now
        self._rows: dict[Key, StockRow] = {}
        self.new = 0
        self.updated = 0
        self.unchanged = 0
        self.older = 0
        self.unmatched = 0

    @property
    def rows(self) -> int:
        """How many different goods the file counts."""
        return len(self._rows)

    def write(self, batch: Iterable[ImportedStock]) -> None:
        """Take in rows; of goods that stand twice the last row counts."""
        self._rows.update((_key(one.stock), one.stock) for one in batch)

    def finish(self) -> None:
        """Write what was taken in, and reckon all stock by the orders as they are now."""
        if self._rows:
            stored = {_key(row): row for row in stored_rows(self._database.connection)}
            fresh = [row for key, row in self._rows.items() if self._is_fresh(key, stored)]
            write_rows(self._database.connection, fresh)
        if not self._store.has_rows():
            return
        found = self._store.reckoned(self._now)
        write_reckoned(self._database.connection, found)
        if self._rows:
            matched = {id_ for _, _, id_ in found.goods}
            mine = [row for row in stored_rows(self._database.connection) if _key(row) in self._rows]
            self.unmatched = sum(row.id not in matched for row in mine)

    def _is_fresh(self, key: Key, stored: dict[Key, StockRow]) -> bool:
        row, before = self._rows[key], stored.get(key)
        if before is None:
            self.new += 1
            return True
        if row.counted_at < before.counted_at:
            self.older += 1
            self.unchanged += 1
            return False
        is_same = row.quantity == before.quantity and row.warn_at in (None, before.warn_at)
        self.updated += not is_same
        self.unchanged += is_same
        return True


def _key(row: StockRow) -> Key:
    goods = row.goods
    return row.shop, goods.product_id, goods.sku_code, goods.title, goods.spec
