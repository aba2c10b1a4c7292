"""Dropping the indexes of `orders` while a large import runs, inside its transaction, and building them at its end."""

from deskhelper.storage.sqlite import Connection

BULK_ROWS = 10_000
BULK_SHARE = 0.25
"""An import that wrote this many rows and this share of the stored ones goes on without indexes (measured: above
that, building the indexes of all orders anew takes less time than keeping them up)."""

_KEPT = "orders_number"
_DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'orders' AND name <> ?"


class BulkIndexes:
    """The indexes of `orders` but the one that finds an order by its number, which an import itself needs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._dropped: list[str] = []
        self.stored: int = connection.execute("SELECT count(*) FROM orders").fetchone()[0]

    @property
    def is_dropped(self) -> bool:
        """Whether the indexes are dropped at the moment."""
        return bool(self._dropped)

    def expect(self, written: int) -> None:
        """Drop the indexes once the import has `written` so many rows that it is worth it."""
        if self._dropped or written < max(BULK_ROWS, BULK_SHARE * self.stored):
            return
        for name, sql in self._connection.execute(_DEFINITIONS, (_KEPT,)).fetchall():
            self._connection.execute(f'DROP INDEX "{name}"')
            self._dropped.append(sql)

    def build(self) -> None:
        """Build again what was dropped."""
        for sql in self._dropped:
            self._connection.execute(sql)
        self._dropped = []
