"""Reading the order list: pages of views, counts, single orders, search."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import Order
from deskhelper.core.view import Listing, OrderLine, SortKey, View
from deskhelper.storage import order_pages
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import LINE_QUERY, line_of

if TYPE_CHECKING:
    from deskhelper.core.deadline import ShipTermsOf
    from deskhelper.core.search_keys import InitialsOf
    from deskhelper.storage.order_search import OrderSearch

NEAR_START = 2000
"""Up to this offset a page is counted from the start of its listing without asking for the listing's length."""


class OrderStore:
    """The orders of one database. Lists are windowed: a call reads the asked lines and nothing else."""

    def __init__(self, database: Database, initials_of: "InitialsOf") -> None:
        self._database = database
        self._initials_of = initials_of
        self._lengths: dict[str, int] = {}
        self._lengths_of: tuple[int, int] | None = None
        self._shown: dict[bool, dict[int, int]] = {}
        self._shown_of: tuple[int, int] | None = None

    def over(self, database: Database) -> "OrderStore":
        """Return the same store over another connection, as for a background task."""
        return OrderStore(database, self._initials_of)

    @cached_property
    def _search(self) -> "OrderSearch":
        """The search, read when it is first needed: a desk that only waits shows its list without it."""
        from deskhelper.storage.order_search import OrderSearch

        return OrderSearch(self._database, self._initials_of)

    def page(self, listing: Listing, offset: int, limit: int) -> list[OrderLine]:
        """Return at most `limit` lines of `listing` from line `offset` (from 0) on."""
        if listing.view is View.ALL and listing.sort is SortKey.TIME:
            return self.lines(self._of_all_by_time(offset, limit, listing.descending))
        values = order_pages.view_values(listing)
        is_small = listing.view in (View.ALL, *order_pages.MOVING) or bool(
            self._database.value(order_pages.is_small_sql(listing.view), values)
        )
        ids: list[int] = []
        runs = order_pages.segments(listing, is_small)
        for place, run in enumerate(runs):
            is_last = place == len(runs) - 1
            ids += self._part(run, values, offset, limit - len(ids), is_last)
            if is_last or len(ids) == limit:
                break
            offset = max(0, offset - self._length(run, values))
        return self.lines(ids)

    def _part(
        self, run: order_pages.Segment, values: dict[str, Any], offset: int, limit: int, is_last: bool
    ) -> list[int]:
        """Return the ids of a run from its nearer end."""
        is_backward = False
        if offset > NEAR_START:
            length = self._length(run, values)
            if offset > length // 2:
                limit = min(limit, length - offset)
                offset, is_backward = length - offset - limit, True
        if limit <= 0:
            return []
        found = self._database.rows(run.sql(is_backward), {**values, "limit": limit, "offset": offset})
        ids = [row[0] for row in found]
        return ids[::-1] if is_backward else ids

    def _of_all_by_time(self, offset: int, limit: int, descending: bool) -> list[int]:
        """Return ids of the whole list by time, counted from the nearest line that was shown before."""
        if self._database.changes_seen != self._shown_of:
            self._shown, self._shown_of = {True: {}, False: {}}, self._database.changes_seen
        shown = self._shown[descending]
        near = min(shown, key=lambda place: abs(place - offset), default=None)
        run = order_pages.segments(Listing(View.ALL, 0, descending=descending), True)[0]
        if near is None or offset < NEAR_START or abs(near - offset) > min(offset, self._length(run, {}) - offset):
            ids = self._part(run, {}, offset, limit, True)
        else:
            ids = self._from_shown(shown[near], offset - near, limit, descending)
        if ids and offset > NEAR_START:
            shown[offset] = ids[0]
        return ids

    def _from_shown(self, start: int, distance: int, limit: int, descending: bool) -> list[int]:
        """Return `limit` ids from `distance` lines after (before, where negative) the line of the order `start`."""
        is_down = descending == (distance >= 0)
        sql = f"SELECT id FROM orders WHERE id {'<=' if is_down else '>='} ? ORDER BY id {'DESC' if is_down else 'ASC'}"
        if distance >= 0:
            rows = self._database.rows(f"{sql} LIMIT ? OFFSET ?", (start, limit, distance))
            return [row[0] for row in rows]
        first = self._database.value(f"{sql} LIMIT 1 OFFSET ?", (start, -distance))
        return self._from_shown(first, 0, limit, descending)

    def _length(self, run: order_pages.Segment, values: dict[str, Any]) -> int:
        """Return how many orders a run has, remembered until the database changes."""
        changes = self._database.changes_seen
        if changes != self._lengths_of:
            self._lengths, self._lengths_of = {}, changes
        key = f"{run.count_sql()} {values}"
        if key not in self._lengths:
            self._lengths[key] = self._database.value(run.count_sql(), values)
        return self._lengths[key]

    def lines(self, ids: Iterable[int]) -> list[OrderLine]:
        """Return the lines of the orders `ids`, in that order; an id that is gone is left out."""
        wanted = list(ids)
        query = f"{LINE_QUERY} WHERE o.id IN (SELECT value FROM json_each(?))"
        found = {row[0]: row for row in self._database.rows(query, (json.dumps(wanted),))}
        return [line_of(found[id_]) for id_ in wanted if id_ in found]

    def count(self, listing: Listing) -> int:
        """Return how many orders a listing has (about 5 ms for all of a million)."""
        return int(self._database.value(order_pages.count_sql(listing.view), order_pages.view_values(listing)))

    def get(self, platform: str, order_no: str) -> Order | None:
        """Return one order, None where it is not stored."""
        rows = self._database.rows(f"{LINE_QUERY} WHERE o.order_no = ? AND o.platform = ?", (order_no, platform))
        return line_of(rows[0]).order if rows else None

    def line(self, platform: str, order_no: str) -> OrderLine | None:
        """Return the line of one order, None where it is not stored."""
        rows = self._database.rows(f"{LINE_QUERY} WHERE o.order_no = ? AND o.platform = ?", (order_no, platform))
        return line_of(rows[0]) if rows else None

    def get_by_number(self, order_no: str) -> list[Order]:
        """Return the orders of all platforms that have this number."""
        rows = self._database.rows(f"{LINE_QUERY} WHERE o.order_no = ?", (order_no,))
        return [line_of(row).order for row in rows]

    def search(self, words: str, now: Instant, limit: int, listing: Listing | None = None) -> list[OrderLine]:
        """Return at most `limit` orders that have every word of `words`, whole numbers first, then newest first.

        A word is part of the product's title or spec or of the receiver (by characters or pinyin initials), or the
        whole, the beginning or the last digits of an order number, tracking number or phone. With `listing` only
        orders of its view are found, at the moment `now`.
        """
        view = None if listing is None else listing.view
        due_hours = listing.due_hours if listing is not None else 0
        values = {"now": now, "until": now + due_hours * HOUR}
        from deskhelper.core.search_keys import parse_query

        return self.lines(self._search.ids(parse_query(words), limit, view, values))

    def shops(self) -> list[str]:
        """Return the names of the shops that have orders, in the order in which they were first imported."""
        return list(dict.fromkeys(row[0] for row in self._database.rows("SELECT name FROM shops ORDER BY id")))

    def note(self, platform: str, order_no: str) -> str | None:
        """Return the agent's note on an order, None where there is none."""
        found = self._database.value(
            "SELECT text FROM order_notes WHERE order_no = ? AND platform = ?", (order_no, platform)
        )
        return None if found is None else str(found)

    def set_note(self, platform: str, order_no: str, text: str, now: Instant) -> None:
        """Keep the agent's note on an order, which imports never touch; an empty text takes it away."""
        if text:
            self._database.execute(
                "INSERT OR REPLACE INTO order_notes (platform, order_no, text, changed_at) VALUES (?, ?, ?, ?)",
                (platform, order_no, text, now),
            )
        else:
            self._database.execute("DELETE FROM order_notes WHERE order_no = ? AND platform = ?", (order_no, platform))

    def recompute_deadlines(self, ship_terms_of: "ShipTermsOf") -> int:
        """Reckon the deadlines that come from the shops' hours, product rules and marks anew.

        Returns how many orders changed.
        """
        from deskhelper.storage import order_deadlines

        with self._database.transaction() as connection:
            return order_deadlines.recompute(connection, ship_terms_of)
