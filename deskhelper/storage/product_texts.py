"""The searched texts of products as the desk has read them, and whether a word stands in them."""

from collections import Counter
from functools import lru_cache

from deskhelper.core.search_keys import InitialsOf, matches, product_parts
from deskhelper.storage.database import Database

REMEMBERED = 4096
"""So many texts and answers are kept (about 2 MB)."""

NEIGHBOURS = 32
"""Where all products fit into what is remembered, so many are read at once."""


class ProductTexts:
    """Title and spec of products by their dictionary ids, which never change their texts."""

    def __init__(self, database: Database, initials_of: InitialsOf) -> None:
        self._database = database
        self._initials_of = initials_of
        self._parts: dict[int, list[str]] = {}
        self.has = lru_cache(REMEMBERED)(self._find)

    def _find(self, text: str, product: int) -> bool:
        """Tell whether the word `text` stands in title or spec of `product`. Cached as `has`."""
        if product not in self._parts:
            first = product - product % NEIGHBOURS
            self.read(list(range(first, first + NEIGHBOURS)) if product < REMEMBERED else [product])
        return matches(text, self._parts[product], self._initials_of)

    def read(self, products: list[int]) -> None:
        """Read the texts of `products`, at most a few hundred, in one query."""
        missing = [product for product in products if product not in self._parts]
        if not missing:
            return
        if len(self._parts) + len(missing) > REMEMBERED:
            self._parts.clear()
            missing = products
        query = f"SELECT id, title, spec FROM products WHERE id IN ({', '.join(map(str, missing))})"
        for id_, title, spec in self._database.rows(query):
            self._parts[id_] = product_parts(title, spec)


def letters_of_products(database: Database, products: int, limit: int) -> str:
    """Return at most `limit` characters that the newest `products` are written with, those met most often first."""
    query = "SELECT title, spec FROM products ORDER BY id DESC LIMIT ?"
    counted = Counter(char for texts in database.rows(query, (products,)) for text in texts for char in text)
    return "".join(char for char, _ in counted.most_common(limit))
