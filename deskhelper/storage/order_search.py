"""Finding the newest orders that have every word of a query, at a cost that hardly grows with the matches.

Three ways, by what the words match: follow the orders of the rarest word and look at each for the others; look
through the newest orders where the words are frequent; or, in a small view, look at the view's orders.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from deskhelper.core.search_keys import (
    InitialsOf,
    Word,
    matches,
    number_match,
    prefixes,
    receiver_parts,
    tail_key,
    tail_range,
)
from deskhelper.core.view import View
from deskhelper.storage.database import Database
from deskhelper.storage.order_pages import MOVING, view_filter, view_source
from deskhelper.storage.product_texts import ProductTexts
from deskhelper.storage.word_source import (
    DENSE_PRODUCTS,
    PHONE_TAIL,
    WordSource,
    any_condition,
    count_receivers,
    matching_products,
    of_products,
    of_receivers,
    portions,
)

LOOK_ROWS = 1_000
"""Single digits are likely to be found often enough among so many newest orders (2 ms)."""

GLANCE_ROWS = 64
"""Whatever the newest orders have in common, such as the month in their numbers, is found among so many (0.2 ms)."""

PAIR_ROWS = 6_000
"""Two digits end some number of every fiftieth order, so a page of them stands among so many newest ones."""

EXACT_GRAM = 2
"""What has the grams of so short a word mostly has the word; `0000` has only the grams `00`, and may match nothing."""

SCAN_ROWS = 20_000
SCAN_RATIO = 4
"""The newest SCAN_ROWS orders are looked through when so many times the wanted number is expected among them."""

LOOK_RATIO = 10
"""Looking at all orders in turn takes a tenth of the time, per order, of following the orders of a word."""

FEW = 2_000
RECEIVERS_COUNTED = 20_000
PORTION = 256
SPARE = 4
WHOLE_NUMBERS = 200
SHORT_PHONE = 7
TEXTS_REMEMBERED = 4096

Row = tuple[Any, ...]
_Driver = tuple[float, Callable[[], Iterator[int]], list[WordSource]]
"""About how many orders it gives, how to get them, and the words that they all have."""

_COLUMNS = "o.id, o.order_no, o.tracking_no, o.phone, o.receiver, o.product"


class OrderSearch:
    """Search on one database; `initials_of` spells characters in pinyin."""

    def __init__(self, database: Database, initials_of: InitialsOf) -> None:
        self.database = database
        self._initials_of = initials_of
        self.products = ProductTexts(database, initials_of)
        self.receiver_has = lru_cache(TEXTS_REMEMBERED)(self._find_in_receiver)
        connection = database.connection
        connection.create_function("word_in_product", 2, self.products.has, deterministic=True)
        connection.create_function("word_in_receiver", 2, self.receiver_has, deterministic=True)

    def ids(self, words: list[Word], limit: int, view: View | None, values: dict[str, Any]) -> list[int]:
        """Return the ids of the orders that have all `words`: whole numbers first, then the newest."""
        if not words or limit <= 0:
            return []
        return _Search(self, words, view or View.ALL, values).ids(limit)

    def has(self, word: Word, row: Row) -> bool:
        """Tell whether the order in `row` has `word` anywhere."""
        if word.number and number_match(word, (row[1], row[2]), row[3]):
            return True
        return self.products.has(word.text, row[5]) or (bool(row[4]) and self.receiver_has(word.text, row[4]))

    def _find_in_receiver(self, text: str, receiver: str) -> bool:
        return matches(text, receiver_parts(receiver), self._initials_of)


class _Search:
    """One query in one view."""

    def __init__(self, search: OrderSearch, words: list[Word], view: View, values: dict[str, Any]) -> None:
        self._search = search
        self._database = search.database
        self._words = words
        self._view = view
        self._view_values = values

    def ids(self, limit: int) -> list[int]:
        exact = self._exact()
        found = (id_ for id_ in self._newest(limit + len(exact)) if id_ not in exact)
        return [*exact, *islice(found, max(0, limit - len(exact)))][:limit]

    def _exact(self) -> list[int]:
        """Return the orders with a number that is wholly one of the words, newest first."""
        found: set[int] = set()
        for word in self._words:
            for index, where, values in _whole_numbers(word):
                source = f"orders o INDEXED BY {index}"
                for row in self._rows(source, where, values, f"ORDER BY o.id DESC LIMIT {WHOLE_NUMBERS}"):
                    if number_match(word, (row[1], row[2]), row[3]) == 2 and self._has_all(row):
                        found.add(row[0])
        return sorted(found, reverse=True)

    def _newest(self, limit: int) -> Iterator[int]:
        """Yield the orders that have all words, newest first; `limit` of them will be asked for."""
        if self._view is not View.ALL:
            few = self._orders_of_view()
            if few is not None:
                return self._verified(iter(few), [], PORTION)
        is_of_digits = all(len(word.text) == len(word.digits) == 1 for word in self._words)
        looked, is_complete = self._look(limit, LOOK_ROWS if is_of_digits else GLANCE_ROWS)
        if not is_complete and len(self._words) == 1 and len(self._words[0].digits) == EXACT_GRAM:
            looked, is_complete = self._look(limit, PAIR_ROWS, *any_condition(self._words[0]))
        if is_complete:
            return iter(looked)
        sources = [WordSource(self._database, word, self._search.products) for word in self._words]
        stored = self._stored()
        sizes = [self._estimate(source, stored) for source in sources] if len(sources) > 1 else [float(stored)]
        by_word: list[_Driver] = [(size, source.ids, [source]) for size, source in zip(sizes, sources, strict=True)]
        drivers = [driver for driver in by_word if not driver[2][0].is_dense]
        drivers += self._of_common_products(sources, stored) + self._of_common_receivers(sources)
        is_frequent = self._is_frequent(sizes, stored, limit)
        if not drivers or (is_frequent and len(sources) > 1):
            scanned, is_complete = self._scan(sources, limit, SCAN_ROWS if is_frequent else LOOK_ROWS)
            if is_complete:
                return iter(scanned)
        size, ids, driven = min(drivers or by_word, key=lambda driver: driver[0])
        if len(sources) > 1 and size * LOOK_RATIO > stored:
            return iter(self._scan(sources, limit, stored)[0])
        # a single word's own orders mostly have it, so that about a page of them is enough
        first = limit + SPARE if len(sources) == 1 else PORTION
        return self._verified(ids(), [source for source in sources if source not in driven], first)

    def _stored(self) -> int:
        """Return about how many orders there are, at least 1."""
        return int(self._database.value("SELECT value FROM counters WHERE name = 'orders_ever'")) or 1

    def _estimate(self, source: WordSource, stored: int) -> float:
        """Return about how many orders have a word."""
        products = DENSE_PRODUCTS if source.has_dense_products else len(source.products)
        receivers = count_receivers(self._database, [source.word], RECEIVERS_COUNTED) if source.has_receivers else 0
        return source.numbers + receivers + self._estimate_products(products, stored)

    def _estimate_products(self, products: int, stored: int) -> float:
        known = self._database.value("SELECT max(id) FROM products") or 1
        return stored * products / known

    def _of_common_products(self, sources: list[WordSource], stored: int) -> "list[_Driver]":
        """Return as a driver the products that have all words which only products have."""
        driven = [source for source in sources if source.is_of_products_only]
        words = [source.word for source in driven]
        products = matching_products(self._database, words, DENSE_PRODUCTS + 1) if len(words) > 1 else []
        if len(words) < 2 or len(products) > DENSE_PRODUCTS:
            return []
        size = self._estimate_products(len(products), stored)
        return [(size, lambda: of_products(self._database, products, words, self._search.products), driven)]

    def _of_common_receivers(self, sources: list[WordSource]) -> "list[_Driver]":
        """Return as a driver the receivers that have all words which only receivers have."""
        driven = [source for source in sources if source.is_of_receivers_only]
        words = [source.word for source in driven]
        if len(words) < 2:
            return []
        size = count_receivers(self._database, words, RECEIVERS_COUNTED)
        return [(size, lambda: of_receivers(self._database, words), driven)]

    def _is_frequent(self, sizes: list[float], stored: int, limit: int) -> bool:
        """Tell whether the newest orders are likely to have enough with all words."""
        if len(sizes) == 1:
            return len(self._words[0].text) <= EXACT_GRAM
        expected = float(SCAN_ROWS)
        for size in sizes:
            expected *= min(1.0, size / stored)
        return expected > limit * SCAN_RATIO

    def _orders_of_view(self) -> list[int] | None:
        """Return all orders of the view, newest first, where they are few."""
        rows = self._rows(view_source(self._view), "1", (), f"LIMIT {FEW + 1}")
        return None if len(rows) > FEW else sorted((row[0] for row in rows), reverse=True)

    def _verified(self, ids: Iterator[int], others: list[WordSource], first: int) -> Iterator[int]:
        """Yield those of `ids` whose orders are in the view and have all words; `others` sort out most beforehand.

        The `first` ids are looked at at once, then PORTION.
        """
        where, values = _conditions(others, False)
        for portion in portions(ids, PORTION, first):
            listed = ", ".join(map(str, portion))
            rows = self._rows("orders o", f"o.id IN ({listed}) AND {where}", values, "ORDER BY o.id DESC")
            yield from (row[0] for row in rows if self._has_all(row))

    def _look(self, limit: int, rows: int, where: str = "1", values: Sequence[Any] = ()) -> tuple[list[int], bool]:
        """Look at the very newest orders; return what was found and whether it is enough."""
        found: list[int] = []
        query = f"SELECT {_COLUMNS} FROM {self._newest_of_view(rows)} WHERE {where}"
        for row in self._database.each(query, list(values)):
            if self._has_all(row):
                found.append(row[0])
                if len(found) >= limit:
                    return found, True
        return found, self._stored() <= rows

    def _newest_of_view(self, rows: int) -> str:
        index = "INDEXED BY orders_status" if self._view in MOVING else "NOT INDEXED"
        return f"(SELECT * FROM orders o {index} WHERE {self._filter} ORDER BY o.id DESC LIMIT {rows}) o"

    def _scan(self, sources: list[WordSource], limit: int, rows: int) -> tuple[list[int], bool]:
        """Look through the newest orders; return what was found and whether it is enough or all there is."""
        where, values = _conditions(sources, True)
        found: list[int] = []
        query = f"SELECT {_COLUMNS} FROM {self._newest_of_view(rows)} WHERE {where}"
        for row in self._database.each(query, values):
            if self._has_all(row):
                found.append(row[0])
                if len(found) >= limit:
                    return found, True
        return found, self._stored() <= rows

    @property
    def _filter(self) -> str:
        """The view's condition with its instants written out (integers)."""
        sql = view_filter(self._view)
        for name, value in self._view_values.items():
            sql = sql.replace(f":{name}", str(int(value)))
        return sql

    def _rows(self, source: str, where: str, values: Any, end: str) -> list[Row]:
        return self._database.rows(f"SELECT {_COLUMNS} FROM {source} WHERE {where} AND {self._filter} {end}", values)

    def _has_all(self, row: Row) -> bool:
        return all(self._search.has(word, row) for word in self._words)


def _conditions(sources: list[WordSource], is_for_many: bool) -> tuple[str, list[Any]]:
    """Return the condition that an order meets which has the words of all `sources`."""
    parts, values = ["1"], []
    for source in sources:
        part, more = source.condition(is_for_many)
        parts.append(part)
        values += more
    return " AND ".join(parts), values


def _whole_numbers(word: Word) -> list[tuple[str, str, tuple[Any, ...]]]:
    """Return the index ranges in which orders may stand that have `word` as a whole number."""
    found: list[tuple[str, str, tuple[Any, ...]]] = []
    for prefix in prefixes(word):
        found.append(("orders_number", "o.order_no IN (?, ?)", (prefix, prefix.upper())))
        found.append(("orders_tracking", "o.tracking_no <> '' AND o.tracking_no COLLATE NOCASE = ?", (prefix,)))
    if len(word.digits) >= SHORT_PHONE:
        found.append(("orders_phone_tail", "o.phone_tail >= ? AND o.phone_tail < ?", tail_range(word.digits)))
        found.append(("orders_phone_tail", "o.phone_tail = ?", (tail_key(word.digits[-PHONE_TAIL:]),)))
    return found
