"""After-sale windows (D-AFTER-1), to the hour: until when a buyer may return, exchange or be refunded."""

from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Literal

from msgspec import Struct

from deskhelper.core.figures import hours_in_force
from deskhelper.core.moments import HOUR, Instant, local, to_instant
from deskhelper.core.order import Order
from deskhelper.core.policy import Policy
from deskhelper.core.trace import Trace


class WindowKind(StrEnum):
    """What a window is for."""

    NO_REASON = "no_reason"
    EXCHANGE = "exchange"
    REFUND = "refund"
    RIGHTS = "rights"


FIGURES = {
    WindowKind.NO_REASON: "return.no_reason",
    WindowKind.EXCHANGE: "exchange.days",
    WindowKind.REFUND: "refund.days",
}
"""The figure behind each window; rights protection has no limit (rights.days)."""


class Receipt(Struct, frozen=True):
    """When the buyer got the goods, and who says so: the order's own time, or the carrier's delivery scan."""

    at: Instant
    by: Literal["order", "scan"]


class Window(Struct, frozen=True):
    """One window. `until` is the first instant outside it; None: no limit."""

    kind: WindowKind
    until: Instant | None

    def is_open(self, now: Instant) -> bool:
        """Whether the buyer may still use it."""
        return self.until is None or now < self.until

    def left(self, now: Instant) -> int | None:
        """Return the seconds left, None where it is over or has no limit."""
        return self.until - now if self.until is not None and now < self.until else None


def last_day_before(until: Instant, shop_zone: tzinfo) -> datetime:
    """Return the last second inside a window that ends at `until`, as wall time: its date is the last day."""
    return local(until - 1, shop_zone)


def receipt_of(order: Order, trace: Trace | None) -> Receipt | None:
    """Return when the buyer got the goods: the order's received time, else the delivery scan."""
    if order.received_at is not None:
        return Receipt(order.received_at, "order")
    delivered = trace.delivered if trace else None
    return Receipt(delivered.at, "scan") if delivered else None


def windows_of(
    receipt: Receipt, policy: Policy | None, shop_zone: tzinfo, is_custom: bool | None = None
) -> dict[WindowKind, Window]:
    """Return the windows of an order by kind; one whose figure is not known is left out.

    All count from 00:00 of the day after receipt in the shop's zone. Custom goods have no window without reason
    (D-CUSTOM-4).
    """
    start = day_after(receipt.at, shop_zone)
    windows = {}
    for kind, figure in FIGURES.items():
        hours = hours_in_force(policy, figure)
        if hours is not None and not (is_custom and kind is WindowKind.NO_REASON):
            windows[kind] = Window(kind, start + round(hours * HOUR))
    windows[WindowKind.RIGHTS] = Window(WindowKind.RIGHTS, None)
    return windows


def day_after(at: Instant, shop_zone: tzinfo) -> Instant:
    """Return 00:00 of the day after `at` in the shop's zone."""
    following = local(at, shop_zone).date() + timedelta(days=1)
    return to_instant(datetime(following.year, following.month, following.day), shop_zone)
