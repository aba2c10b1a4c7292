"""Broken promises: which of an order's open ones the data show to be broken, and how a reply names them.

A reply may only say what the buyer was told: a time stands in it where it stood in the promise's own words.
"""

from collections.abc import Iterable
from datetime import tzinfo

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant, buyer_hour
from deskhelper.core.money import format_yuan
from deskhelper.core.promise_kind import PromiseKind

MONEY = frozenset({PromiseKind.COUPON, PromiseKind.COMPENSATION})
"""What is owed until it is given (D-LATE-2)."""

_PHRASES: dict[PromiseKind, tuple[str, str]] = {
    PromiseKind.SHIP: ("{}发货", "按时发货"),
    PromiseKind.REFUND: ("{}把退款办好", "把退款办好"),
    PromiseKind.COUPON: ("{}送您优惠券", "送您优惠券"),
    PromiseKind.TRACE: ("{}查清物流", "查清物流"),
    PromiseKind.RECALL: ("{}拦回包裹", "拦回包裹"),
    PromiseKind.RESEND: ("{}补发", "及时补发"),
    PromiseKind.EXCHANGE: ("{}换货寄出", "及时换货"),
    PromiseKind.COMPENSATION: ("{}给您补偿", "给您补偿"),
    PromiseKind.CALL_BACK: ("{}答复您", "按时答复您"),
}
"""What a broken promise was about, for the buyer: with the time that was told, and without one."""

_COLLECTED = "上门取"
_COLLECTING = ("{}上门取件", "按时上门取件")
"""A parcel is called back from the carrier, or from the buyer's door: whoever waited at home is told so."""


class Binding(Struct, frozen=True, array_like=True):
    """An open promise of an order as far as facts need it. `due_at` and `fulfilled_at` are instants."""

    kind: PromiseKind
    text: str
    due_at: Instant
    fen: int | None = None
    fulfilled_at: Instant | None = None
    answered_by: int | None = None
    waits: bool = False


def broken(bindings: Iterable[Binding], now: Instant, has_left: bool, is_refunded: bool) -> list[Binding]:
    """Return the promises that are broken at `now` and have not been answered yet, the first due first.

    A parcel that left, or a refund that is done, may have been in time: only what is known to have come late counts.
    What waits for somebody else is no broken word of the shop's.
    """
    done = {PromiseKind.SHIP: has_left, PromiseKind.REFUND: is_refunded}
    found = [
        one
        for one in bindings
        if one.due_at < now
        and not one.waits
        and one.answered_by is None
        and (one.fulfilled_at is not None or not done.get(one.kind))
    ]
    return sorted(found, key=lambda one: one.due_at)


def buyer_words(promise: Binding, zone: tzinfo) -> str:
    """Return what was promised as a reply names it: `5月19日18点前发货`; a time only where the buyer was told one."""
    timed, plain = _COLLECTING if _COLLECTED in promise.text else _PHRASES[promise.kind]
    time = buyer_hour(promise.due_at, promise.due_at - 366 * DAY, zone)
    words = timed.format(f"{time}前") if time in promise.text else plain
    if promise.kind in MONEY and promise.fen:
        amount = f"{format_yuan(promise.fen)}元"
        words = words.replace("优惠券", f"{amount}优惠券").replace("补偿", f"{amount}补偿")
    return words


def broken_words(promises: Iterable[Binding], zone: tzinfo) -> str:
    """Return all of `promises` in one phrase, each said once."""
    return "、".join(dict.fromkeys(buyer_words(promise, zone) for promise in promises))


def samples() -> tuple[str, ...]:
    """Return every phrase that can name a broken promise, for the proof of the scripts."""
    timed = [timed.format("5月18日18点前") for timed, _ in (*_PHRASES.values(), _COLLECTING)]
    return (*timed, *(plain for _, plain in (*_PHRASES.values(), _COLLECTING)), "送您5元优惠券", "给您5元补偿")
