"""Repeated texts of orders and their ids, as one import knows them: read once, written in batches."""

from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

from deskhelper.storage.sqlite import Connection

Key = TypeVar("Key", bound=Hashable)
Product = tuple[str, str, str, str]
"""Title, spec, product id, sku code."""


class Dictionary(Generic[Key]):
    """One dictionary table in memory. `id_of` gives new keys the next id; `flush` writes them."""

    def __init__(self, table: str, columns: int, stored: Iterable[tuple[Key, int]]) -> None:
        self._ids: dict[Key, int] = dict(stored)
        self._next = max(self._ids.values(), default=0) + 1
        self._insert = f"INSERT INTO {table} VALUES (?{', ?' * columns})"
        self._new: list[tuple[int, Key]] = []
        self._keys: dict[int, Key] = {}

    def key_of(self, id_: int) -> Key:
        """Return the key whose id is `id_`."""
        if id_ not in self._keys:
            self._keys = {number: key for key, number in self._ids.items()}
        return self._keys[id_]

    def id_of(self, key: Key) -> int:
        """Return the id of `key`, a new one where it is not known yet."""
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = self._next
            self._next += 1
            self._new.append((found, key))
        return found

    def ids_of(self, keys: Iterable[Key]) -> list[int]:
        """Return the ids of many keys."""
        kept = list(keys)
        try:
            return [*map(self._ids.__getitem__, kept)]
        except KeyError:
            return [*map(self.id_of, kept)]

    def flush(self, connection: Connection) -> list[tuple[int, Key]]:
        """Write the new keys and return them with their ids."""
        written, self._new = self._new, []
        rows: list[tuple[Any, ...]] = [(id_, *(key if isinstance(key, tuple) else (key,))) for id_, key in written]
        connection.executemany(self._insert, rows)
        return written


class Dictionaries:
    """The dictionaries that order rows refer to, loaded from `connection`."""

    def __init__(self, connection: Connection) -> None:
        def stored(sql: str) -> list[tuple[Any, ...]]:
            return connection.execute(sql).fetchall()

        products = stored("SELECT id, title, spec, product_id, sku_code FROM products")
        self.products: Dictionary[Product] = Dictionary("products", 4, ((row[1:], row[0]) for row in products))
        self.couriers: Dictionary[str] = Dictionary("couriers", 1, stored("SELECT text, id FROM couriers"))
        self.wordings: Dictionary[str] = Dictionary("wordings", 1, stored("SELECT text, id FROM wordings"))
        shops = stored("SELECT platform, name, id FROM shops")
        self.shops: Dictionary[tuple[str, str]] = Dictionary("shops", 2, (((row[0], row[1]), row[2]) for row in shops))

    def flush(self, connection: Connection) -> list[tuple[int, Product]]:
        """Write what is new and return the new products with their ids."""
        self.couriers.flush(connection)
        self.wordings.flush(connection)
        self.shops.flush(connection)
        return self.products.flush(connection)
