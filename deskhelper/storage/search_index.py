"""The text index: products once per dictionary entry, receivers once per order so that the newest come first.

Both tables are contentless FTS5 over grams (core.search_keys). FTS5 wants ascending row ids: rows are sorted.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from deskhelper.core.search_keys import Grams, InitialsOf, product_parts, receiver_parts
from deskhelper.storage.dictionaries import Product
from deskhelper.storage.sqlite import Connection

_INSERT = "INSERT INTO {table} (rowid, grams) VALUES (?, ?)"
_DELETE = "INSERT INTO {table} ({table}, rowid, grams) VALUES ('delete', ?, ?)"
_NAMES_REMEMBERED = 100_000


class SearchIndex:
    """Writes both tables on `connection`, inside the caller's transaction."""

    def __init__(self, connection: Connection, initials_of: InitialsOf) -> None:
        self._connection = connection
        self._grams = Grams(initials_of)
        self._receiver_grams = lru_cache(_NAMES_REMEMBERED)(self._grams_of_receiver)

    def _grams_of_receiver(self, receiver: str) -> str:
        return " ".join(self._grams.of(receiver_parts(receiver)))

    def _grams_of_product(self, product: Product) -> str:
        return " ".join(self._grams.of(product_parts(product[0], product[1])))

    def add_products(self, products: Iterable[tuple[int, Product]]) -> None:
        """Index new dictionary entries, ids ascending."""
        rows = ((id_, self._grams_of_product(product)) for id_, product in products)
        self._connection.executemany(_INSERT.format(table="product_search"), rows)

    def add_receivers(self, receivers: list[tuple[int, str]]) -> None:
        """Index the receivers of orders (order id, receiver as stored)."""
        self._connection.executemany(_INSERT.format(table="receiver_search"), self._receiver_rows(sorted(receivers)))

    def remove_receivers(self, receivers: list[tuple[int, str]]) -> None:
        """Take out the receivers of orders; each must be given just as it was indexed."""
        self._connection.executemany(_DELETE.format(table="receiver_search"), self._receiver_rows(sorted(receivers)))

    def rebuild_receivers(self) -> None:
        """Index the receivers of all stored orders anew."""
        self._connection.execute("INSERT INTO receiver_search (receiver_search) VALUES ('delete-all')")
        stored = self._connection.execute("SELECT id, receiver FROM orders WHERE receiver <> '' ORDER BY id")
        self._connection.executemany(_INSERT.format(table="receiver_search"), self._receiver_rows(stored))

    def _receiver_rows(self, receivers: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
        for order, receiver in receivers:
            found = self._receiver_grams(receiver)
            if found:
                yield order, found
