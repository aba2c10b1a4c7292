"""An order as the desk knows it, with the platform's words normalised and its raw words kept (exports.md)."""

from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import HOUR, Instant


class Status(StrEnum):
    """Where the order stands."""

    UNPAID = "unpaid"
    TO_SHIP = "to_ship"
    SHIPPED = "shipped"
    RECEIVED = "received"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


class AfterSale(StrEnum):
    """Where the refund or return of an order stands."""

    NONE = "none"
    OPEN = "open"
    REFUNDING = "refunding"
    REFUNDED = "refunded"
    UNKNOWN = "unknown"


class Order(Struct, kw_only=True, array_like=True, gc=False):
    """One order. Times are instants (UTC seconds), money is fen, None is unknown.

    Not tracked by the garbage collector, as it can hold no cycle: that is a sixth of the time of an import.

    `receiver` and `phone` are kept as the platform gave them (plain only while an order waits for shipping);
    street addresses and ID numbers are never kept.
    """

    platform: str
    shop: str
    order_no: str
    status: Status
    status_text: str = ""
    after_sale: AfterSale = AfterSale.NONE
    after_sale_text: str = ""
    product: str = ""
    spec: str = ""
    product_id: str = ""
    sku_code: str = ""
    quantity: int = 1
    paid_fen: int | None = None
    refund_fen: int | None = None
    paid_at: Instant | None = None
    paid_at_is_derived: bool = False
    grouped_at: Instant | None = None
    promised_ship_by: Instant | None = None
    shipped_at: Instant | None = None
    received_at: Instant | None = None
    courier: str = ""
    tracking_no: str = ""
    receiver: str = ""
    phone: str = ""
    province: str = ""
    buyer_note: str = ""
    shop_note: str = ""


SLACK = 15 * 60
"""Seconds by which a promise may miss a whole number of hours and still is one."""


class ShipPromise(Struct, frozen=True):
    """The time by which the shop must ship (承诺发货时间). `is_derived`: reckoned from the shop's hours, not the file.

    `hours` from grouping to the promise; None where the file's promise is no count of hours after a grouped time.
    """

    at: Instant
    hours: int | None
    is_derived: bool


def ship_promise(order: Order, promise_hours: int | None) -> ShipPromise | None:
    """Return when `order` must ship: the file's time, else grouped time plus `promise_hours` (marked derived).

    None where neither is known.
    """
    if order.promised_ship_by is not None:
        return ShipPromise(order.promised_ship_by, _whole_hours(order.grouped_at, order.promised_ship_by), False)
    if order.grouped_at is None or promise_hours is None:
        return None
    return ShipPromise(order.grouped_at + promise_hours * HOUR, promise_hours, True)


def _whole_hours(grouped_at: Instant | None, ship_by: Instant) -> int | None:
    """Return the hours that the shop promised, None where the file's time is a date on the page and no count of hours.

    Some minutes lie between a payment and the grouping that the platform counts from: they are let pass.
    """
    if grouped_at is None:
        return None
    hours = round((ship_by - grouped_at) / HOUR)
    is_count = abs(ship_by - grouped_at - hours * HOUR) <= SLACK
    return hours if hours > 0 and is_count else None


def masked_phone(phone: str) -> str:
    """Return `13876770001` as `138****0001`; a phone that is masked already stays as it is."""
    if "*" in phone or len(phone) < 7:
        return phone
    return f"{phone[:3]}****{phone[-4:]}"


def masked_name(name: str) -> str:
    """Return a receiver's name with all but the first character hidden."""
    return name if len(name) < 2 or "*" in name else name[0] + "*" * min(len(name) - 1, 2)
