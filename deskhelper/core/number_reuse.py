"""One tracking number on orders of different receivers: a sign of fake shipping (D-LOGI-5, fake_ship.window_hours)."""

import re
from collections.abc import Iterable

from msgspec import Struct

from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import Order
from deskhelper.core.search_keys import normalise

_PHONE = re.compile(r"(?:\+?86)?(1[\d*]{10})")
"""A mobile number, perhaps masked; not the platform's own number with an extension, which is another for each order."""
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[*·.'()-]){0,24}|[*]+[^\W\d_]{1,24}")
"""A name, perhaps masked; whatever is longer or has digits is cipher text and says nothing of a receiver."""


class OtherOrder(Struct, frozen=True, array_like=True):
    """Another order with the same tracking number. `sent_at`: shipped, else grouped or paid; None: not known."""

    platform: str
    order_no: str
    receiver: str
    phone: str
    sent_at: Instant | None
    courier: str = ""


def reused_by(order: Order, others: Iterable[OtherOrder], hours: float | None) -> OtherOrder | None:
    """Return the order of another receiver that went under the same number within `hours`, the nearest in time.

    Two orders of one receiver may go in one parcel; where the files do not tell two receivers apart, nothing is said.
    """
    sent_at = sent_at_of(order)
    if sent_at is None or hours is None:
        return None
    found = [
        (abs(other.sent_at - sent_at), other.order_no, other)
        for other in others
        if other.sent_at is not None and abs(other.sent_at - sent_at) <= hours * HOUR
        if is_other_receiver(order.receiver, order.phone, other.receiver, other.phone)
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def sent_at_of(order: Order) -> Instant | None:
    """Return when an order was sent, as well as its file says: shipped, else grouped or paid."""
    times = (order.shipped_at, order.grouped_at, order.paid_at)
    return next((time for time in times if time is not None), None)


def is_other_receiver(receiver: str, phone: str, other_receiver: str, other_phone: str) -> bool:
    """Tell whether two receivers are two people for sure, masked names and phones read as far as they go.

    The same whole phone, or the same whole name, is one receiver; else two names, else two phones that cannot be one.
    """
    phones = _matched(_PHONE, phone), _matched(_PHONE, other_phone)
    names = _matched(_NAME, receiver), _matched(_NAME, other_receiver)
    if _are_one_and_whole(*phones):
        return False
    if all(names) and not _may_be_one_name(*names):
        return True
    if _are_one_and_whole(*names):
        return False
    return all(phones) and any(one != other and "*" not in one + other for one, other in zip(*phones, strict=True))


def _matched(pattern: re.Pattern[str], words: str) -> str:
    """Return what `pattern` makes of normalised words, empty where they do not fit it as a whole."""
    match = pattern.fullmatch(normalise(words))
    return match[match.lastindex or 0] if match else ""


def _are_one_and_whole(one: str, other: str) -> bool:
    return one == other and bool(one) and "*" not in one


def _may_be_one_name(one: str, other: str) -> bool:
    """Tell whether two names agree in what both show before and after their asterisks."""
    if "*" not in one + other:
        return one == other
    heads, tails = [name.partition("*")[0] for name in (one, other)], [name.rpartition("*")[2] for name in (one, other)]
    return (heads[0].startswith(heads[1]) or heads[1].startswith(heads[0])) and (
        tails[0].endswith(tails[1]) or tails[1].endswith(tails[0])
    )
