"""Which index serves which view in which order, so that a page costs the same among a hundred and a million orders.

Three ways: walk an index that has the wanted order (all orders; orders that move: to ship, shipped); sort the few
orders of a small view; or, where a view is large, walk the index of all orders and leave out what is not in it.
Equal keys are in the order of the ids; orders without a deadline come after those with one, newest first.
"""

from typing import Any

from msgspec import Struct

from deskhelper.core.moments import HOUR
from deskhelper.core.view import Listing, SortKey, View

_SORTED_AT_MOST = {View.DUE: 2000, View.OVERDUE: 2000, View.WITH_CASE: 5000, View.AFTER_SALE: 20_000}
"""Up to so many orders a view is sorted for each page: 0.3 µs an order from its own index, 2 µs from the table."""

MOVING = (View.TO_SHIP, View.SHIPPED)

_PRODUCT_KEYS = ("p.title", "p.spec", "p.product_id", "p.sku_code", "o.id")

_KEYS: dict[SortKey, tuple[str, ...]] = {
    SortKey.TIME: ("o.id",),
    SortKey.DEADLINE: ("o.ship_by", "o.id"),
    SortKey.NUMBER: ("o.order_no", "o.platform"),
    SortKey.STATUS: ("o.status", "o.id"),
    SortKey.PRODUCT: _PRODUCT_KEYS,
    SortKey.AMOUNT: ("o.paid_fen", "o.id"),
    SortKey.AFTER_SALE: ("o.after_sale", "o.id"),
    SortKey.COURIER: ("c.text", "o.id"),
}

_VIEW_INDEX = {
    View.ALL: "orders_status",
    View.TO_SHIP: "orders_status",
    View.SHIPPED: "orders_status",
    View.DUE: "orders_deadline",
    View.OVERDUE: "orders_deadline",
    View.AFTER_SALE: "orders_disputed",
    View.WITH_CASE: "orders_with_case",
}


class Segment(Struct, frozen=True):
    """A run of order ids: `SELECT o.id FROM source WHERE where ORDER BY keys`; a listing is one or two of them."""

    source: str
    where: str
    keys: tuple[str, ...]
    descending: bool

    def sql(self, is_backward: bool = False) -> str:
        """Return the query of a part of the run (its LIMIT and OFFSET are named values), forward or backward."""
        direction = "DESC" if self.descending != is_backward else "ASC"
        order = ", ".join(f"{key} {direction}" for key in self.keys)
        return f"SELECT o.id FROM {self.source} WHERE {self.where} ORDER BY {order} LIMIT :limit OFFSET :offset"

    def count_sql(self) -> str:
        """Return the query that counts the run."""
        return f"SELECT count(*) FROM {self.source} WHERE {self.where}"


def view_filter(view: View) -> str:
    """Return the condition on `o` that a view means; `:now` and `:until` are instants."""
    return {
        View.ALL: "1",
        View.TO_SHIP: "o.status = 1 AND o.after_sale <> 3",
        View.DUE: "o.ship_by >= :now AND o.ship_by < :until",
        View.OVERDUE: "o.ship_by < :now",
        View.SHIPPED: "o.status = 2",
        View.AFTER_SALE: "o.after_sale IN (1, 2)",
        View.WITH_CASE: "o.open_cases > 0",
    }[view]


def view_values(listing: Listing) -> dict[str, Any]:
    """Return the values that `view_filter` names."""
    return {"now": listing.now, "until": listing.now + listing.due_hours * HOUR}


def count_sql(view: View) -> str:
    """Return the query that counts a view, on the smallest index that can tell."""
    if view is View.ALL:
        return "SELECT count(*) FROM orders"
    index = "orders_moving_after_sale" if view in MOVING else _VIEW_INDEX[view]
    moving = " AND o.status IN (1, 2)" if view in MOVING else ""
    return f"SELECT count(*) FROM orders o INDEXED BY {index} WHERE {view_filter(view)}{moving}"


def view_source(view: View) -> str:
    """Return the table with the index that leads to the orders of a view."""
    return f"orders o INDEXED BY {_VIEW_INDEX[view]}"


def is_small_sql(view: View) -> str:
    """Return the query that tells with 1 or 0 whether a view has so few orders that each page may sort them."""
    index, most = _VIEW_INDEX[view], _SORTED_AT_MOST[view]
    inner = f"SELECT 1 FROM orders o INDEXED BY {index} WHERE {view_filter(view)} LIMIT {most + 1}"
    return f"SELECT count(*) <= {most} FROM ({inner})"


def segments(listing: Listing, is_small: bool) -> list[Segment]:
    """Return the runs that make up a listing; `is_small` is the answer to `is_small_sql`, asked for the other views."""
    if listing.view is View.ALL:
        return _whole(listing, "1")
    if listing.view in MOVING:
        return _moving(listing)
    if is_small:
        return _sorted(listing)
    if listing.view in (View.DUE, View.OVERDUE):
        return _moving(listing)
    return _whole(listing, view_filter(listing.view))


def _whole(listing: Listing, where: str) -> list[Segment]:
    """Walk the index of all orders that has the wanted order."""
    sort, down = listing.sort, listing.descending
    if sort is SortKey.TIME:
        return [Segment("orders o NOT INDEXED", where, _KEYS[sort], down)]
    if sort is SortKey.DEADLINE:
        source = "orders o INDEXED BY orders_deadline"
        known = Segment(source, f"o.ship_by IS NOT NULL AND {where}", _KEYS[sort], down)
        return [known, Segment(source, f"o.ship_by IS NULL AND {where}", ("o.id",), True)]
    return [Segment(_joined(sort, f"orders_{sort}"), _join(sort, where), _KEYS[sort], down)]


def _moving(listing: Listing) -> list[Segment]:
    """Walk the index of the orders to ship or shipped; both views are one status each, late orders part of one."""
    sort, down = listing.sort, listing.descending
    where = view_filter(listing.view)
    newest = "orders o INDEXED BY orders_status"
    if listing.view in (View.DUE, View.OVERDUE):
        if sort is SortKey.DEADLINE:
            return [Segment("orders o INDEXED BY orders_deadline", where, _KEYS[sort], down)]
        where = f"o.status = 1 AND {where}"
    if sort is SortKey.DEADLINE and listing.view is View.TO_SHIP:
        known = Segment("orders o INDEXED BY orders_deadline", "o.ship_by IS NOT NULL", _KEYS[sort], down)
        return [known, Segment(newest, f"{where} AND o.ship_by IS NULL", ("o.id",), True)]
    if sort in (SortKey.TIME, SortKey.STATUS, SortKey.DEADLINE):
        return [Segment(newest, where, ("o.id",), down or sort is SortKey.DEADLINE)]
    keys = ("o.order_no", "o.id") if sort is SortKey.NUMBER else _KEYS[sort]
    where = _join(sort, f"{where} AND o.status IN (1, 2)")
    return [Segment(_joined(sort, f"orders_moving_{sort}"), where, keys, down)]


def _sorted(listing: Listing) -> list[Segment]:
    """Let SQLite sort the few orders of a view."""
    sort, down = listing.sort, listing.descending
    where, index = view_filter(listing.view), _VIEW_INDEX[listing.view]
    if sort is SortKey.DEADLINE:
        source = f"orders o INDEXED BY {index}"
        known = Segment(source, f"{where} AND o.ship_by IS NOT NULL", _KEYS[sort], down)
        return [known, Segment(source, f"{where} AND o.ship_by IS NULL", ("o.id",), True)]
    source = f"orders o INDEXED BY {index}"
    if sort is SortKey.PRODUCT:
        source += " CROSS JOIN products p"
    if sort is SortKey.COURIER:
        source += " CROSS JOIN couriers c"
    return [Segment(source, _join(sort, where), _KEYS[sort], down)]


def _joined(sort: SortKey, index: str) -> str:
    outer = {SortKey.PRODUCT: "products p CROSS JOIN ", SortKey.COURIER: "couriers c CROSS JOIN "}.get(sort, "")
    return f"{outer}orders o INDEXED BY {index}"


def _join(sort: SortKey, where: str) -> str:
    condition = {SortKey.PRODUCT: "o.product = p.id AND ", SortKey.COURIER: "o.courier = c.id AND "}.get(sort, "")
    return condition + where
