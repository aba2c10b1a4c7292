"""Notices: what the shop tells before it is asked (D-PRO, D-PRESALE-2): to whom, about which event, and why not.

An event names the thing that is told, so that no buyer hears of it twice: `grouped`, `shipped:<tracking number>`,
`delay:<instant of the time that was missed>`, `presale_end:<day>`.
"""

from collections.abc import Mapping
from datetime import tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.moments import HOUR, Instant, local
from deskhelper.core.order import AfterSale, Status


class NoticeKind(StrEnum):
    """What there is to tell."""

    GROUPED = "grouped"
    SHIPPED = "shipped"
    DELAYED = "delayed"
    PRESALE_END = "presale_end"


class LeftOut(StrEnum):
    """Why an order is not told, or not any more."""

    TOLD = "told"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    AFTER_SALE = "after_sale"
    UNKNOWN = "unknown"
    HAS_LEFT = "has_left"
    NOT_LEFT = "not_left"
    RECEIVED = "received"
    PROMISE_PASSED = "promise_passed"
    PROMISE_UNKNOWN = "promise_unknown"
    STILL_HOLDS = "still_holds"
    PAST_PROMISE = "past_promise"
    NOT_PRESALE = "not_presale"
    OTHER_EVENT = "other_event"
    GONE = "gone"


class NoticeSpec(Struct, frozen=True):
    """How a kind is told: the flow with the answers that lead to `outcome`. `hours`: how far back or ahead by default.

    `shared` are the slots that are the same for a whole queue, so that a gap is asked for once.
    `yes` are the answers that stand on a promise which may only be reckoned: the agent gives them once.
    """

    flow: str
    answers: Mapping[str, str]
    outcome: str
    hours: int
    shared: frozenset[str]
    yes: Mapping[str, str] = {}


SPECS = {
    NoticeKind.GROUPED: NoticeSpec(
        "proactive_notice",
        {"event": "grouped"},
        "D-PRO-1",
        24,
        frozenset({"transit_days", "promise_hours"}),
        {"promise_passed": "no"},
    ),
    NoticeKind.SHIPPED: NoticeSpec("proactive_notice", {"event": "shipped"}, "D-PRO-3", 24, frozenset({"ship_from"})),
    NoticeKind.DELAYED: NoticeSpec(
        "proactive_notice", {"event": "delayed"}, "D-PRO-4", 0, frozenset({"reason", "new_time"})
    ),
    NoticeKind.PRESALE_END: NoticeSpec(
        "presale", {"ends_soon": "yes", "can_ship": "yes"}, "D-PRESALE-2", 48, frozenset()
    ),
}

TOLD_BY = {
    "D-PRO-1": NoticeKind.GROUPED,
    "D-URGE-1.2.1.1": NoticeKind.GROUPED,
    "D-PRO-3": NoticeKind.SHIPPED,
    "D-URGE-1.1": NoticeKind.SHIPPED,
    "D-URGE-1.1b": NoticeKind.SHIPPED,
    "D-PRO-4": NoticeKind.DELAYED,
    "D-URGE-1.2.1.2": NoticeKind.DELAYED,
    "D-LATE-1": NoticeKind.DELAYED,
    "D-LATE-2.1": NoticeKind.DELAYED,
    "D-LATE-5.1": NoticeKind.DELAYED,
    "D-PRESALE-2": NoticeKind.PRESALE_END,
}
"""What the reply of an outcome tells, also where an ordinary case came to it: nobody hears it twice."""


class QueueTerms(Struct, frozen=True, omit_defaults=True):
    """What was said once for a queue. `hours` is how far back (grouped, shipped) or ahead (presale) it looks.

    `slots` are inputs for every order; `of_group` those for one product title or carrier (`by`: `product`, `courier`),
    which stand over the common ones. `has_yes`: the agent stands by promises that were only reckoned. `only`: no other
    orders (platform, number) than these, where it names any.
    """

    hours: int = 0
    slots: dict[str, str] = {}
    by: str = ""
    of_group: dict[str, dict[str, str]] = {}
    has_yes: bool = False
    only: tuple[tuple[str, str], ...] = ()

    def slots_of(self, product: str, courier: str) -> dict[str, str]:
        """Return the inputs for an order of this product and carrier."""
        own = self.of_group.get(product if self.by == "product" else courier, {}) if self.by else {}
        return {**self.slots, **{name: words for name, words in own.items() if words}}


class Standing(Struct, frozen=True, array_like=True, gc=False):
    """What of an order decides whether it is told. Times are instants.

    `promise_at` is the promise in force, `said_at` the time of shipping that the shop itself told the buyer last, None
    where it never did. `presale_ends_at`: None where it is no presale. `wants_money`: a reply agreed to a refund,
    whatever the last file says.
    """

    platform: str
    order_no: str
    status: Status
    after_sale: AfterSale
    tracking_no: str = ""
    promise_at: Instant | None = None
    said_at: Instant | None = None
    presale_ends_at: Instant | None = None
    product: str = ""
    courier: str = ""
    sort_at: Instant = 0
    wants_money: bool = False

    @property
    def expected_at(self) -> Instant | None:
        """The time by which the buyer expects the parcel to leave: what was told last, else the promise."""
        return self.promise_at if self.said_at is None else self.said_at


class Told(Struct, frozen=True):
    """That a reply tells a buyer of an event."""

    kind: NoticeKind
    event: str


def event_of(kind: NoticeKind, order: Standing, zone: tzinfo) -> str:
    """Return the event that `kind` tells of `order`."""
    match kind:
        case NoticeKind.GROUPED:
            return "grouped"
        case NoticeKind.SHIPPED:
            return f"shipped:{order.tracking_no}"
        case NoticeKind.DELAYED:
            return f"delay:{order.expected_at or ''}"
        case _:
            day = "" if order.presale_ends_at is None else f"{local(order.presale_ends_at, zone):%Y-%m-%d}"
            return f"presale_end:{day}"


def event_told(outcome: str, facts: Facts, said_at: Instant | None, zone: tzinfo, number: str = "") -> Told | None:
    """Return what a reply of `outcome` tells, None for one that tells of no event.

    `said_at` is the time of shipping that the shop told the buyer last, before this reply; `number` the tracking number
    that the reply names, which the order need not have yet.
    """
    kind = TOLD_BY.get(outcome)
    if kind is None:
        return None
    told = Standing(
        "", "", Status.UNKNOWN, AfterSale.UNKNOWN, str(facts.get("tracking_no") or number),
        _instant(facts, "promise_at"), said_at, _instant(facts, "presale_ends_at"),
    )  # fmt: skip
    return Told(kind, event_of(kind, told, zone))


def _instant(facts: Facts, name: str) -> Instant | None:
    found = facts.get(name)
    return found if isinstance(found, int) else None


_NOT_ALIVE = {
    Status.UNPAID: LeftOut.UNPAID,
    Status.CANCELLED: LeftOut.CANCELLED,
    Status.UNKNOWN: LeftOut.UNKNOWN,
    Status.RECEIVED: LeftOut.RECEIVED,
}
_IN_AFTER_SALE = {
    AfterSale.REFUNDED: LeftOut.REFUNDED,
    AfterSale.OPEN: LeftOut.AFTER_SALE,
    AfterSale.REFUNDING: LeftOut.AFTER_SALE,
    AfterSale.UNKNOWN: LeftOut.AFTER_SALE,
}


def why_not(kind: NoticeKind, order: Standing, now: Instant, new_time: Instant | None = None) -> LeftOut | None:
    """Return why `order` is not told of `kind` at `now`, None where it is. `new_time` is that of a delay.

    An unpaid order is never told anything (chat.unpaid_reminder); one in after-sale neither, for the buyer may have
    asked for the money. That it was told already is not looked at here.
    """
    reason = _NOT_ALIVE.get(order.status) or _IN_AFTER_SALE.get(order.after_sale)
    if reason is None and order.wants_money:
        reason = LeftOut.AFTER_SALE
    if reason is not None:
        return reason
    if kind is NoticeKind.SHIPPED:
        return None if order.tracking_no else LeftOut.NOT_LEFT
    if order.status is Status.SHIPPED or order.tracking_no:
        return LeftOut.HAS_LEFT
    if kind is NoticeKind.DELAYED:
        return _why_no_delay(order, now, new_time)
    if kind is NoticeKind.PRESALE_END:
        if order.presale_ends_at is None:
            return LeftOut.NOT_PRESALE
        return LeftOut.PROMISE_PASSED if order.presale_ends_at <= now else None
    if order.promise_at is None:
        return LeftOut.PROMISE_UNKNOWN
    return LeftOut.PROMISE_PASSED if order.promise_at < now else None


def _why_no_delay(order: Standing, now: Instant, new_time: Instant | None) -> LeftOut | None:
    """Tell why there is no delay to tell: a time that the buyer was told still holds, or the new one may not be told.

    A time that was told holds until it passes, or until a delay beyond it is known (D-PRO-4). While the promise has not
    passed, no later time leaves the shop (D-URGE: the app refuses one that is).
    """
    if order.expected_at is None:
        return LeftOut.PROMISE_UNKNOWN
    is_known = order.said_at is not None and new_time is not None and new_time > order.said_at
    if order.expected_at >= now and not is_known:
        return LeftOut.STILL_HOLDS
    holds = order.promise_at is not None and order.promise_at >= now
    if holds and new_time is not None and order.promise_at is not None and new_time > order.promise_at:
        return LeftOut.PAST_PROMISE
    return None


def looks_from(kind: NoticeKind, now: Instant, hours: int) -> tuple[Instant, Instant]:
    """Return the bounds in time within which `kind` looks for orders."""
    return (now, now + hours * HOUR) if kind is NoticeKind.PRESALE_END else (now - hours * HOUR, now)
