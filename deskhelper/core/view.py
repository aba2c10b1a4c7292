"""The saved views of the order list and its sort keys (D-LATE-3, D-PRO-2)."""

from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import Instant
from deskhelper.core.order import Order


class View(StrEnum):
    """A saved view of the order list."""

    ALL = "all"
    TO_SHIP = "to_ship"
    DUE = "due"
    OVERDUE = "overdue"
    SHIPPED = "shipped"
    AFTER_SALE = "after_sale"
    WITH_CASE = "with_case"


class SortKey(StrEnum):
    """What the order list can be sorted by."""

    TIME = "time"
    DEADLINE = "deadline"
    NUMBER = "number"
    STATUS = "status"
    PRODUCT = "product"
    AMOUNT = "amount"
    AFTER_SALE = "after_sale"
    COURIER = "courier"


class Listing(Struct, frozen=True):
    """What the order list shows: a view at a moment, in an order.

    `due_hours` bounds View.DUE; `now` is an instant. Orders whose refund is done are in no shipping view.
    """

    view: View
    now: Instant
    due_hours: int = 6
    sort: SortKey = SortKey.TIME
    descending: bool = True


class OrderLine(Struct, frozen=True):
    """One line of the order list. `ship_by` is the deadline in force, an instant (see core.order.ship_promise)."""

    id: int
    order: Order
    ship_by: Instant | None = None
    ship_by_is_derived: bool = False
    open_cases: int = 0
    noted: bool = False
