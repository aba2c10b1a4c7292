"""Where the orders stand that have one search word: numbers, products, receivers; each newest first and lazily.

Also the condition on an order by which SQLite leaves out orders without the word while it walks through many.
"""

import heapq
from collections.abc import Iterator
from itertools import islice
from typing import Any

from deskhelper.core.search_keys import Word, prefixes, query_grams, tail_key, tail_range
from deskhelper.storage.database import Database
from deskhelper.storage.product_texts import ProductTexts

DENSE_NUMBERS = 100_000
"""From this many orders in one range of numbers on they are found by looking through the newest orders."""

FEW_NUMBERS = 1_500
"""So many orders of one range of numbers are read at once: to count first and read later takes three times as long."""

DENSE_PRODUCTS = 4_000
CHUNK = 64
FIRST_CHUNK = 8
"""Orders of one product that are read at first: a page of orders mostly has one or two of each."""

PHONE_DIGITS = 11
PHONE_TAIL = 4
NO_ID = 1 << 62
SAMPLE = 4096
"""Orders of one range that are looked at to tell how far back its newest ones reach."""

Range = tuple[str, str, tuple[Any, ...]]
"""An index of `orders`, a condition on `o` that it serves, and the condition's values."""

_KEY_OF = {
    "orders_number": "o.order_no",
    "orders_tracking": "o.tracking_no COLLATE NOCASE",
    "orders_number_tail": "o.number_tail",
    "orders_tracking_tail": "o.tracking_tail",
    "orders_phone_tail": "o.phone_tail",
}

_PRODUCTS = """
SELECT r.last_order, s.rowid FROM product_search s JOIN product_recency r ON r.product = s.rowid
WHERE product_search MATCH ? LIMIT ?
"""
_NEWEST_OF_PRODUCT = "SELECT id FROM orders WHERE product = ? AND id < ? ORDER BY id DESC LIMIT ?"
_RECEIVERS = "SELECT rowid FROM receiver_search WHERE receiver_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"


def match_expression(words: list[Word]) -> str:
    """Return the FTS5 query for texts that have all grams of `words`."""
    found = dict.fromkeys(gram for word in words for gram in query_grams(word.text))
    return " ".join('"' + gram.replace('"', '""') + '"' for gram in found)


def matching_products(database: Database, words: list[Word], limit: int) -> list[tuple[int, int]]:
    """Return (last order, product) of at most `limit` products that have the grams of all `words`, last first."""
    return sorted(database.rows(_PRODUCTS, (match_expression(words), limit)), reverse=True)


class WordSource:
    """The orders that may have `word`; `texts` verify a product against it."""

    def __init__(self, database: Database, word: Word, texts: ProductTexts) -> None:
        self._database = database
        self.word = word
        self._texts = texts
        self._ranges = number_ranges(word)
        self._few = [self._read_few(*found) for found in self._ranges]
        """The orders of each range, newest first, None where they are many."""
        counted = zip(self._ranges, self._few, strict=True)
        self._sizes = [self._size(*found) if few is None else len(few) for found, few in counted]
        products = matching_products(database, [word], DENSE_PRODUCTS + 1)
        self.has_dense_products = len(products) > DENSE_PRODUCTS
        self.products = [] if self.has_dense_products else products
        self.has_receivers = count_receivers(database, [word], 1) > 0

    def _read_few(self, index: str, where: str, values: tuple[Any, ...]) -> list[int] | None:
        sql = f"SELECT o.id FROM orders o INDEXED BY {index} WHERE {where} LIMIT {FEW_NUMBERS + 1}"
        rows = self._database.rows(sql, values)
        return None if len(rows) > FEW_NUMBERS else sorted((row[0] for row in rows), reverse=True)

    def _size(self, index: str, where: str, values: tuple[Any, ...]) -> int:
        inner = f"SELECT 1 FROM orders o INDEXED BY {index} WHERE {where} LIMIT {DENSE_NUMBERS + 1}"
        return int(self._database.value(f"SELECT count(*) FROM ({inner})", values))

    @property
    def numbers(self) -> int:
        """How many orders may have the word in a number."""
        return sum(self._sizes)

    @property
    def is_dense(self) -> bool:
        """Whether the word matches so much that only looking through the newest orders is quick."""
        return self.has_dense_products or any(size > DENSE_NUMBERS for size in self._sizes)

    @property
    def is_of_products_only(self) -> bool:
        """Whether no number and no receiver has the word."""
        return not self.numbers and not self.has_receivers

    @property
    def is_of_receivers_only(self) -> bool:
        """Whether no number and no product has the word."""
        return not self.numbers and not self.products and not self.has_dense_products

    def ids(self) -> Iterator[int]:
        """Yield the orders that may have the word, newest first; of a dense word at a cost that grows with them."""
        products = self.products
        if self.has_dense_products:
            products = matching_products(self._database, [self.word], NO_ID)
        streams = [
            self._of_numbers(*found) if few is None else iter(few)
            for found, few in zip(self._ranges, self._few, strict=True)
        ]
        if self.has_receivers:
            streams.append(self._of_receivers())
        return merged([*streams, of_products(self._database, products, [self.word], self._texts)])

    def _of_receivers(self) -> Iterator[int]:
        """Yield the orders whose receiver has the word; the grams of a longer word leave many that have not."""
        candidates = of_receivers(self._database, [self.word])
        if len(self.word.text) <= 2:
            yield from candidates
            return
        for portion in portions(candidates, CHUNK * 4):
            listed = ", ".join(map(str, portion))
            sql = f"SELECT id FROM orders WHERE id IN ({listed}) AND word_in_receiver(?, receiver) ORDER BY id DESC"
            yield from (row[0] for row in self._database.rows(sql, (self.word.text,)))

    def _of_numbers(self, index: str, where: str, values: tuple[Any, ...]) -> Iterator[int]:
        """Yield the orders of one range; each portion is one pass over the range, so they grow quickly."""
        sql = f"SELECT o.id FROM orders o INDEXED BY {index} WHERE {where} AND o.id < ? AND o.id >= ?"
        before, size = NO_ID, CHUNK * 4
        while before:
            after = self._oldest_of(index, where, (*values, before), size)
            yield from sorted((row[0] for row in self._database.rows(sql, (*values, before, after))), reverse=True)
            before, size = after, SAMPLE

    def _oldest_of(self, index: str, where: str, values: tuple[Any, ...], size: int) -> int:
        """Return an id from which on the range has at least `size` orders, 0 where there are few in all.

        Reckoned from a part of the range, so that SQLite need not sort all of it: of a month's orders in a third of
        the time.
        """
        sql = f"SELECT o.id FROM orders o INDEXED BY {index} WHERE {where} AND o.id < ?"
        rows = self._database.rows(f"{sql} ORDER BY {_KEY_OF[index]} DESC LIMIT {SAMPLE}", values)
        return int(sorted(rows, reverse=True)[size - 1][0]) if len(rows) == SAMPLE else 0

    def condition(self, is_for_many: bool) -> tuple[str, list[Any]]:
        """Return a condition on `o` that every order with the word meets (and few others), and its values.

        `is_for_many`: it is asked of so many orders that listing the products pays.
        """
        parts: list[str] = []
        values: list[Any] = []
        for found, size in zip(self._ranges, self._sizes, strict=True):
            if size:
                parts.append(found[1])
                values += found[2]
        if self.has_dense_products or (self.products and not is_for_many):
            parts.append("word_in_product(?, o.product)")
            values.append(self.word.text)
        elif self.products:
            parts.append(f"o.product IN ({', '.join(str(product) for _, product in self.products)})")
        if self.has_receivers:
            parts.append("o.receiver <> '' AND word_in_receiver(?, o.receiver)")
            values.append(self.word.text)
        return f"({' OR '.join(f'({part})' for part in parts) or '0'})", values


def any_condition(word: Word) -> tuple[str, list[Any]]:
    """Return a condition on `o` that every order with `word` meets, without looking how many there are."""
    found = number_ranges(word)
    parts = [where for _, where, _ in found]
    values = [value for _, _, several in found for value in several]
    parts += ["word_in_product(?, o.product)", "o.receiver <> '' AND word_in_receiver(?, o.receiver)"]
    return f"({' OR '.join(f'({part})' for part in parts)})", [*values, word.text, word.text]


def count_receivers(database: Database, words: list[Word], limit: int) -> int:
    """Return how many orders have the grams of all `words` in the receiver, at most `limit`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM receiver_search WHERE receiver_search MATCH ? LIMIT ?)"
    return int(database.value(sql, (match_expression(words), limit)))


def of_receivers(database: Database, words: list[Word]) -> Iterator[int]:
    """Yield the orders whose receiver may have all `words`, newest first."""
    expression, before, size = match_expression(words), NO_ID, CHUNK
    while rows := database.rows(_RECEIVERS, (expression, before, size)):
        yield from (row[0] for row in rows)
        if len(rows) < size:
            return
        before, size = rows[-1][0], min(size * 4, 4096)


def of_products(
    database: Database,
    products: list[tuple[int, int]],
    words: list[Word],
    texts: ProductTexts,
) -> Iterator[int]:
    """Yield the orders of `products` (last order, product; last first) that have all `words`, newest first.

    A product is asked for its orders only once everything newer has been yielded.
    """
    heap: list[tuple[int, int, list[int]]] = []
    waiting = _having(products, words, texts)
    following = next(waiting, None)

    def push(product: int, before: int, size: int) -> None:
        more = [row[0] for row in database.rows(_NEWEST_OF_PRODUCT, (product, before, size))][::-1]
        if more:
            heapq.heappush(heap, (-more.pop(), product, more))

    while heap or following:
        if following and (not heap or following[0] >= -heap[0][0]):
            last, product = following
            following = next(waiting, None)
            push(product, last + 1, FIRST_CHUNK)
            continue
        newest, product, more = heapq.heappop(heap)
        yield -newest
        if more:
            heapq.heappush(heap, (-more.pop(), product, more))
        else:
            push(product, -newest, CHUNK if len(heap) > 8 else CHUNK * 4)


def _having(products: list[tuple[int, int]], words: list[Word], texts: ProductTexts) -> Iterator[tuple[int, int]]:
    """Yield those of `products` that have all `words`."""
    for portion in (products[start : start + CHUNK] for start in range(0, len(products), CHUNK)):
        texts.read([product for _, product in portion])
        yield from (one for one in portion if all(texts.has(word.text, one[1]) for word in words))


def merged(streams: list[Iterator[int]]) -> Iterator[int]:
    """Yield the ids of descending `streams` in descending order, each once."""
    last = None
    for id_ in heapq.merge(*streams, reverse=True):
        if id_ != last:
            yield id_
        last = id_


def portions(ids: Iterator[int], size: int, first: int = 0) -> Iterator[list[int]]:
    """Yield `ids` in lists of at most `size`, the `first` list of another length where one is given."""
    portion = list(islice(ids, first or size))
    while portion:
        yield portion
        portion = list(islice(ids, size))


def number_ranges(word: Word) -> list[Range]:
    """Return the index ranges in which all orders stand that have `word` in a number."""
    found: list[Range] = []
    for prefix in prefixes(word):
        for spelled in dict.fromkeys((prefix, prefix.upper())):
            found.append(("orders_number", "o.order_no >= ? AND o.order_no < ?", (spelled, _after(spelled))))
        where = "o.tracking_no <> '' AND o.tracking_no COLLATE NOCASE >= ? AND o.tracking_no COLLATE NOCASE < ?"
        found.append(("orders_tracking", where, (prefix, _after(prefix))))
    if word.digits:
        tails = tail_range(word.digits)
        for name in ("number", "tracking", "phone"):
            where = f"o.{name}_tail >= ? AND o.{name}_tail < ?"
            found.append((f"orders_{name}_tail", where, tails))
        if len(word.digits) == PHONE_DIGITS:
            found.append(("orders_phone_tail", "o.phone_tail = ?", (tail_key(word.digits[-PHONE_TAIL:]),)))
    return found


def _after(prefix: str) -> str:
    """Return the least text that is greater than every text with the Latin `prefix`."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)
