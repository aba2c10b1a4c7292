"""Finding the newest orders that have every word of a query, at a cost that does not grow with the matches.

A word has up to three sources of orders: numbers (ranges of the number, tracking and phone indexes), products (the
few dictionary entries that match, newest order first) and receivers (an index in order of the orders). Each gives
ids from the newest to older ones, lazily. A word that matches very much in a source is *dense*: then the newest
orders themselves are looked through, which finds enough of them soon.
"""

import heapq
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from deskhelper.core.search_keys import (
    TAIL_DIGITS,
    InitialsOf,
    Word,
    matches,
    number_match,
    prefixes,
    product_parts,
    query_grams,
    receiver_parts,
    tail_key,
    tail_range,
)
from deskhelper.core.view import View
from deskhelper.storage.database import Database
from deskhelper.storage.order_pages import MOVING, view_filter, view_source

DENSE_NUMBERS = 10_000
DENSE_PRODUCTS = 4_000
SCAN_ROWS = 10_000
SPARSE = 400
CHUNK = 64
PHONE_TAIL = 4
SHORT_PHONE = 7
FEW = 2_000

Row = tuple[Any, ...]

_COLUMNS = "o.id, o.order_no, o.tracking_no, o.phone, o.receiver, o.product"
_PRODUCTS = """
SELECT s.rowid, r.last_order FROM product_search s JOIN product_recency r ON r.product = s.rowid
WHERE product_search MATCH ?
"""
_NEWEST_OF_PRODUCT = "SELECT id FROM orders WHERE product = ? AND id < ? ORDER BY id DESC LIMIT ?"
_RECEIVERS = "SELECT rowid FROM receiver_search WHERE receiver_search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
_NO_ID = 1 << 62


def match_expression(words: list[Word]) -> str:
    """Return the FTS5 query for texts that have all grams of `words`."""
    found = dict.fromkeys(gram for word in words for gram in query_grams(word.text))
    return " ".join('"' + gram.replace('"', '""') + '"' for gram in found)


class OrderSearch:
    """Search on one database; `initials_of` spells characters in pinyin."""

    def __init__(self, database: Database, initials_of: InitialsOf) -> None:
        self._database = database
        self._initials_of = initials_of

    def ids(self, words: list[Word], limit: int, view: View | None, values: dict[str, Any]) -> list[int]:
        """Return the ids of the orders that have all `words`: whole numbers first, then the newest."""
        if not words or limit <= 0:
            return []
        return _Search(self._database, self._initials_of, words, view, values).ids(limit)


class _Search:
    """One query."""

    def __init__(
        self,
        database: Database,
        initials_of: InitialsOf,
        words: list[Word],
        view: View | None,
        values: dict[str, Any],
    ) -> None:
        self._database = database
        self._initials_of = initials_of
        self._words = words
        self._view = view or View.ALL
        self._filter = view_filter(self._view)
        self._is_filtered = view not in (None, View.ALL)
        self._values = values if self._is_filtered else {}
        self._few = self._orders_of_view() if self._is_filtered else None
        self._product_has = lru_cache(maxsize=None)(self._find_in_product)
        self._receiver_has = lru_cache(maxsize=None)(self._find_in_receiver)

    def ids(self, limit: int) -> list[int]:
        exact = self._exact()
        found = list(islice((id_ for id_ in self._newest(limit + len(exact)) if id_ not in exact), limit))
        return ([*exact, *found])[:limit]

    def _orders_of_view(self) -> list[int] | None:
        """Return all orders of the view, newest first, where they are few."""
        query = f"SELECT o.id FROM {view_source(self._view)} WHERE {self._filter} LIMIT {FEW + 1}"
        ids = [row[0] for row in self._database.rows(query, self._values)]
        return None if len(ids) > FEW else sorted(ids, reverse=True)

    # --- whole numbers -------------------------------------------------------------------------------------------

    def _exact(self) -> list[int]:
        """Return the orders with a number that is wholly one of the words, newest first."""
        found: set[int] = set()
        for word in self._words:
            for where, values in _whole_numbers(word):
                query = f"SELECT {_COLUMNS} FROM orders o {where} AND {self._filter} ORDER BY o.id DESC LIMIT {SPARSE}"
                for row in self._database.rows(query, {**self._values, **values}):
                    if number_match(word, (row[1], row[2]), row[3]) == 2 and self._has_all(row):
                        found.add(row[0])
        return sorted(found, reverse=True)

    # --- the newest orders ---------------------------------------------------------------------------------------

    def _newest(self, limit: int) -> Iterator[int]:
        """Yield the ids of orders that have all words, newest first; at least `limit` of them where there are."""
        if self._is_filtered and self._few is not None:
            return self._verified(iter(self._few))
        sources = [_Source(self, word) for word in self._words]
        open_sources = [source for source in sources if not source.is_dense]
        is_single = len(sources) == 1 and not self._is_filtered
        if not open_sources:
            scanned, is_complete = self._scan(limit)
            return iter(scanned) if is_complete else self._verified(sources[0].all_ids(limit if is_single else None))
        if is_single:
            return sources[0].ids()
        for source in open_sources:
            probe = list(islice(source.ids(), SPARSE + 1))
            if len(probe) <= SPARSE:
                return self._verified(iter(probe))
        if len(open_sources) < len(sources):
            return self._verified(open_sources[0].ids())
        common = self._of_products(self.products(self._words) or [], self._words)
        return self._verified(_merged([common, *(source.ids_without_products() for source in sources)]))

    def _verified(self, ids: Iterator[int]) -> Iterator[int]:
        while chunk := list(islice(ids, CHUNK)):
            query = f"SELECT {_COLUMNS} FROM orders o WHERE o.id = :id AND {self._filter}"
            for id_ in chunk:
                rows = self._database.rows(query, {**self._values, "id": id_})
                if rows and self._has_all(rows[0]):
                    yield id_

    def _scan(self, limit: int) -> tuple[list[int], bool]:
        """Look through the newest orders; return what was found and whether it is enough or all there is."""
        source = "orders o INDEXED BY orders_status" if self._view in MOVING else "orders o NOT INDEXED"
        query = f"SELECT {_COLUMNS} FROM {source} WHERE {self._filter} ORDER BY o.id DESC LIMIT {SCAN_ROWS}"
        found: list[int] = []
        looked = 0
        for row in self._database.execute(query, self._values):
            looked += 1
            if self._has_all(row):
                found.append(row[0])
                if len(found) >= limit:
                    return found, True
        return found, looked < SCAN_ROWS

    # --- what an order has ---------------------------------------------------------------------------------------

    def _has_all(self, row: Row) -> bool:
        return all(self.has(word, row) for word in self._words)

    def has(self, word: Word, row: Row) -> bool:
        """Tell whether the order in `row` has `word` anywhere."""
        if word.number and number_match(word, (row[1], row[2]), row[3]):
            return True
        return self._product_has(word, row[5]) or (bool(row[4]) and self._receiver_has(word, row[4]))

    def _find_in_product(self, word: Word, product: int) -> bool:
        title, spec = self._database.rows("SELECT title, spec FROM products WHERE id = ?", (product,))[0]
        return matches(word.text, product_parts(title, spec), self._initials_of)

    def _find_in_receiver(self, word: Word, receiver: str) -> bool:
        return matches(word.text, receiver_parts(receiver), self._initials_of)

    # --- the sources ---------------------------------------------------------------------------------------------

    def products(self, words: list[Word], limit: int | None = DENSE_PRODUCTS) -> list[tuple[int, int]] | None:
        """Return (last order, product) of the products that may have all `words`, last first; None if too many."""
        bound = "" if limit is None else f" LIMIT {limit + 1}"
        rows = self._database.rows(_PRODUCTS + bound, (match_expression(words),))
        if limit is not None and len(rows) > limit:
            return None
        return sorted(((last, product) for product, last in rows), reverse=True)

    def _of_products(self, products: list[tuple[int, int]], words: list[Word]) -> Iterator[int]:
        """Yield the orders of those `products` that have all `words`, newest first, asking only as far as needed."""
        heap: list[tuple[int, int, list[int]]] = []
        waiting = iter(products)
        following = next(waiting, None)
        while heap or following:
            if following and (not heap or following[0] >= -heap[0][0]):
                last, product = following
                following = next(waiting, None)
                if all(self._product_has(word, product) for word in words):
                    self._push(heap, product, last + 1)
                continue
            newest, product, more = heapq.heappop(heap)
            yield -newest
            if more:
                heapq.heappush(heap, (-more.pop(), product, more))
            else:
                self._push(heap, product, -newest)

    def _push(self, heap: list[tuple[int, int, list[int]]], product: int, before: int) -> None:
        size = CHUNK if heap and len(heap) > 8 else CHUNK * 4
        more = [row[0] for row in self._database.rows(_NEWEST_OF_PRODUCT, (product, before, size))][::-1]
        if more:
            heapq.heappush(heap, (-more.pop(), product, more))

    def of_receivers(self, word: Word) -> Iterator[int]:
        """Yield the orders whose receiver has `word`, newest first."""
        expression, before = match_expression([word]), _NO_ID
        size = CHUNK
        while rows := self._database.rows(_RECEIVERS, (expression, before, size)):
            for (id_,) in rows:
                if len(word.text) == 1 or self._is_received(id_, word):
                    yield id_
            before = rows[-1][0]
            if len(rows) < size:
                return
            size = CHUNK * 16

    def _is_received(self, id_: int, word: Word) -> bool:
        receiver = self._database.value("SELECT receiver FROM orders WHERE id = ?", (id_,))
        return bool(receiver) and self._receiver_has(word, receiver)

    def numbers(self, word: Word, limit: int | None) -> list[int] | None:
        """Return the orders one of whose numbers begins or ends with `word`, newest first; None if more than DENSE.

        With `limit` the newest that many are found however many there are.
        """
        bound = f"LIMIT {DENSE_NUMBERS + 1}" if limit is None else f"ORDER BY o.id DESC LIMIT {limit}"
        found: set[int] = set()
        for where, values in _number_ranges(word):
            rows = self._database.rows(f"SELECT o.id FROM orders o {where} {bound}", values)
            if limit is None and len(rows) > DENSE_NUMBERS:
                return None
            found.update(row[0] for row in rows)
        return sorted(found, reverse=True)

    def has_number(self, word: Word, id_: int) -> bool:
        """Tell whether the order `id_` has `word` in a number."""
        row = self._database.rows(f"SELECT {_COLUMNS} FROM orders o WHERE o.id = ?", (id_,))[0]
        return number_match(word, (row[1], row[2]), row[3]) > 0

    def of_products(self, products: list[tuple[int, int]], word: Word) -> Iterator[int]:
        """Yield the orders of those `products` that have `word`, newest first."""
        return self._of_products(products, [word])


class _Source:
    """The orders that have one word."""

    def __init__(self, search: _Search, word: Word) -> None:
        self._search = search
        self._word = word
        self._numbers = search.numbers(word, None) if word.number else []
        self._products = search.products([word])
        self.is_dense = self._numbers is None or self._products is None

    def ids(self) -> Iterator[int]:
        """Yield the orders that have the word, newest first; not of a dense word."""
        return _merged([self.ids_without_products(), self._search.of_products(self._products or [], self._word)])

    def ids_without_products(self) -> Iterator[int]:
        """Yield the orders that have the word in a number or the receiver."""
        return _merged([self._checked(self._numbers or []), self._search.of_receivers(self._word)])

    def all_ids(self, limit: int | None) -> Iterator[int]:
        """Yield the orders of a dense word, at a cost that grows with what it matches; numbers up to `limit` each."""
        most = _NO_ID if limit is None else limit
        numbers = self._search.numbers(self._word, most) if self._numbers is None else self._numbers
        products = self._products
        if products is None:
            products = self._search.products([self._word], None)
        streams = [self._checked(numbers or []), self._search.of_receivers(self._word)]
        return _merged([*streams, self._search.of_products(products or [], self._word)])

    def _checked(self, numbers: list[int]) -> Iterator[int]:
        """Leave out what only shares the indexed digits with a longer tail."""
        if len(self._word.digits) <= TAIL_DIGITS:
            return iter(numbers)
        return (id_ for id_ in numbers if self._search.has_number(self._word, id_))


def _merged(streams: list[Iterator[int]]) -> Iterator[int]:
    """Yield the ids of descending `streams` in descending order, each once."""
    last = None
    for id_ in heapq.merge(*streams, reverse=True):
        if id_ != last:
            yield id_
        last = id_


def _number_ranges(word: Word) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the index ranges in which orders stand that have `word` in a number."""
    found: list[tuple[str, tuple[Any, ...]]] = []
    for prefix in prefixes(word):
        for spelled in dict.fromkeys((prefix, prefix.upper())):
            where = "INDEXED BY orders_number WHERE o.order_no >= ? AND o.order_no < ?"
            found.append((where, (spelled, _after(spelled))))
        where = (
            "INDEXED BY orders_tracking WHERE o.tracking_no COLLATE NOCASE >= ? AND o.tracking_no COLLATE NOCASE < ?"
        )
        found.append((f"{where} AND o.tracking_no <> ''", (prefix, _after(prefix))))
    if word.digits:
        low, high = tail_range(word.digits)
        for name in ("number", "tracking", "phone"):
            where = f"INDEXED BY orders_{name}_tail WHERE o.{name}_tail >= ? AND o.{name}_tail < ?"
            found.append((where, (low, high)))
        if len(word.digits) == 11:
            where = "INDEXED BY orders_phone_tail WHERE o.phone_tail = ?"
            found.append((where, (tail_key(word.digits[-PHONE_TAIL:]),)))
    return found


def _after(prefix: str) -> str:
    """Return the least text that is greater than every text with the Latin `prefix`."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _whole_numbers(word: Word) -> list[tuple[str, dict[str, Any]]]:
    """Return the conditions under which orders may have `word` as a whole number."""
    found: list[tuple[str, dict[str, Any]]] = []
    for prefix in prefixes(word):
        values = {"word": prefix, "upper": prefix.upper()}
        found.append(("INDEXED BY orders_number WHERE o.order_no IN (:word, :upper)", values))
        where = "INDEXED BY orders_tracking WHERE o.tracking_no COLLATE NOCASE = :word AND o.tracking_no <> ''"
        found.append((where, values))
    if len(word.digits) >= SHORT_PHONE:
        low, high = tail_range(word.digits)
        tails = {"low": low, "high": high, "tail": tail_key(word.digits[-PHONE_TAIL:])}
        found.append(("INDEXED BY orders_phone_tail WHERE o.phone_tail >= :low AND o.phone_tail < :high", tails))
        found.append(("INDEXED BY orders_phone_tail WHERE o.phone_tail = :tail", tails))
    return found
