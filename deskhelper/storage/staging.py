"""New orders of a large import on their way into the list, brought into the order of the list first.

Files come newest first. Written into the list in that order, every page would be split and left half full: twice the
pages, twice the time for whatever reads them (measured at 1,000,000 orders). So rows wait in a temporary table.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from deskhelper.storage.order_codec import placeholder
from deskhelper.storage.sqlite import Connection

FILTER_SLOTS = 1 << 24


class NumberFilter:
    """Remembers order numbers in one byte per hash: a number that was added is always found, others hardly ever."""

    def __init__(self) -> None:
        self._slots = bytearray(FILTER_SLOTS)

    def add(self, number: str) -> bool:
        """Remember `number` and tell whether it may have been there before."""
        slot = hash(number) % FILTER_SLOTS
        if self._slots[slot]:
            return True
        self._slots[slot] = 1
        return False


class Staging:
    """A temporary table with the given columns of `orders`, the first of which is the id."""

    def __init__(self, connection: Connection, columns: Sequence[str]) -> None:
        self._connection = connection
        self._columns = ", ".join(columns)
        self._insert = f"INSERT INTO staged_orders VALUES ({', '.join(map(placeholder, columns))})"
        self._is_newest_first = True
        connection.execute(f"CREATE TEMP TABLE staged_orders AS SELECT {self._columns} FROM orders LIMIT 0")
        self.numbers = NumberFilter()

    def add(self, ids: Iterable[int], rows: Iterable[tuple[Any, ...]]) -> None:
        """Keep new rows, whose ids are `ids`."""
        self._is_newest_first = self._is_newest_first and all(left >= right for left, right in pairwise(ids))
        self._connection.executemany(self._insert, rows)

    def move(self) -> None:
        """Write all rows into the list, oldest first, and end."""
        order = "rowid DESC" if self._is_newest_first else "id"
        self._connection.execute(
            f"INSERT INTO orders ({self._columns}) SELECT {self._columns} FROM staged_orders ORDER BY {order}"
        )
        self._connection.execute("DROP TABLE staged_orders")
