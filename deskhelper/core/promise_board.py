"""The board of promises: its groups by due time, what it can be narrowed to, and where a promise leads."""

from datetime import timedelta, tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.broken import MONEY
from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import HOUR, Instant, local
from deskhelper.core.promise_kind import PromiseKind

FOR_EVER = 1 << 60
CLOSED_DAYS = 30
"""How many days back the closed promises are shown."""

NOTICE_FLOW = "proactive_notice"
_FLOWS: dict[PromiseKind, str] = {
    PromiseKind.SHIP: "urge_shipment",
    PromiseKind.REFUND: "urge_shipment",
    PromiseKind.COUPON: "late_shipment",
    PromiseKind.TRACE: "parcel_anomaly",
    PromiseKind.RECALL: "urge_shipment",
    PromiseKind.RESEND: "wrong_item",
    PromiseKind.EXCHANGE: "after_sale",
    PromiseKind.COMPENSATION: "late_shipment",
    PromiseKind.CALL_BACK: "after_sale",
}


class Group(StrEnum):
    """A part of the board: open promises by how soon they fall due, closed ones by how long ago they were closed."""

    OVERDUE = "overdue"
    HOUR = "hour"
    TODAY = "today"
    LATER = "later"
    CLOSED_TODAY = "closed_today"
    CLOSED_BEFORE = "closed_before"


class Span(Struct, frozen=True):
    """A group with the instants it lies between: from `first` on and before `end`."""

    group: Group
    first: Instant
    end: Instant


def open_spans(now: Instant, zone: tzinfo) -> list[Span]:
    """Return the groups of open promises by due time at `now`; the next hour may reach into tomorrow."""
    hour = now + HOUR + 1
    midnight = max(hour, _midnight(now, zone, 1))
    return [
        Span(Group.OVERDUE, -FOR_EVER, now),
        Span(Group.HOUR, now, hour),
        Span(Group.TODAY, hour, midnight),
        Span(Group.LATER, midnight, FOR_EVER),
    ]


def closed_spans(now: Instant, zone: tzinfo) -> list[Span]:
    """Return the groups of closed promises by when they were closed, today's first."""
    today = _midnight(now, zone, 0)
    return [
        Span(Group.CLOSED_TODAY, today, FOR_EVER),
        Span(Group.CLOSED_BEFORE, _midnight(now, zone, -CLOSED_DAYS), today),
    ]


class Narrowed(Struct, frozen=True):
    """What the board is narrowed to; None is everything. `kinds` may be several, as money is."""

    kinds: tuple[PromiseKind, ...] | None = None
    agent: str | None = None
    is_closed: bool = False


EVERYTHING = Narrowed()
MONEY_KINDS = tuple(sorted(MONEY))


class PromiseLine(Struct, frozen=True):
    """A promise as the board shows it: with the order's product, and the flow that made it.

    `has_order` and `has_case`: the order is stored; its case is there and not closed.
    """

    promise: StoredPromise
    product: str = ""
    spec: str = ""
    flow: str = ""
    has_order: bool = True
    has_case: bool = False


class Owed(Struct, frozen=True):
    """What the shop owes in coupons and compensations: how many promises, fen in all."""

    count: int
    fen: int


def next_flow(line: PromiseLine) -> str:
    """Return the flow in which the next reply about a promise is written: its own, for a notice the one of its kind."""
    return line.flow if line.flow not in ("", NOTICE_FLOW) else _FLOWS[line.promise.kind]


def _midnight(now: Instant, zone: tzinfo, days: int) -> Instant:
    day = local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return int(day.timestamp())
