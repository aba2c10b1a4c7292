"""The warehouse's batches: its cut-off times, when an order leaves (D-PRO-1), and the list to print (D-PRO-2)."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta, tzinfo

from msgspec import Struct

from deskhelper.core.moments import DAY, Instant, ceil_hour, floor_hour, local

_TIME = re.compile(r"\s*([01]?\d|2[0-3])\s*[:：]\s*([0-5]\d)\s*")
DAYS_AHEAD = 32
"""As far ahead as a batch is looked for: a presale runs 30 days at most (D-PRESALE-1)."""
DAYS_LISTED = 3
"""As far ahead as the list to print names batches."""


def minutes_of_day(line: str) -> int | None:
    """Return the minutes since midnight of a wall time such as `18:00` or `9：30`; None for what is none."""
    found = _TIME.fullmatch(line)
    return None if found is None else int(found[1]) * 60 + int(found[2])


class Batches(Struct, frozen=True):
    """A shop's batches: `minutes` of the day at which each is cut off, in order; `capacity` orders each, None: any."""

    minutes: tuple[int, ...] = ()
    capacity: int | None = None

    def after(self, moment: Instant, zone: tzinfo, count: int) -> list[Instant]:
        """Return the next `count` cut-off times after `moment`; fewer where they are too far ahead."""
        found: list[Instant] = []
        day = local(moment, zone).replace(hour=0, minute=0, second=0, microsecond=0)
        for ahead in range(DAYS_AHEAD if self.minutes else 0):
            midnight = (day + timedelta(days=ahead)).replace(tzinfo=zone)
            for minutes in self.minutes:
                at = int((midnight + timedelta(minutes=minutes)).timestamp())
                if at > moment:
                    found.append(at)
                if len(found) == count:
                    return found
        return found


def batches_from(lines: Iterable[str], capacity: int | None) -> Batches:
    """Return the batches of a shop's settings; a line that is no time is passed over."""
    minutes = {found for line in lines if (found := minutes_of_day(line)) is not None}
    return Batches(tuple(sorted(minutes)), capacity)


def expected_hour(
    batches: Batches, promise_at: Instant | None, ahead: int, now: Instant, zone: tzinfo
) -> Instant | None:
    """Return the whole hour by which an order is expected to leave (D-PRO-1), None where the batches do not say.

    `ahead` orders leave before it: as many batches later as they fill. Never later than the promise; where its batch
    would be, the last batch before the promise counts, or else the promise's own hour.
    """
    if not batches.minutes:
        return None
    wait = ahead // batches.capacity if batches.capacity else 0
    known = batches.after(now, zone, wait + 1)
    hours = [ceil_hour(at, zone) for at in known]
    if len(hours) > wait and (promise_at is None or hours[-1] <= promise_at):
        return hours[-1]
    if promise_at is None:
        return None
    in_time = [hour for hour in hours if hour <= promise_at]
    if in_time:
        return in_time[-1]
    last = floor_hour(promise_at, zone)
    return last if last > now else None


class PrintLine(Struct, frozen=True, gc=False):
    """One order to ship, as the warehouse needs it; `ship_by` is an instant.

    `held`: an after-sale is open, so nobody ships it before that is settled.
    """

    order_no: str
    shop: str
    product: str
    spec: str
    sku_code: str
    quantity: int
    ship_by: Instant | None
    receiver: str = ""
    buyer_note: str = ""
    shop_note: str = ""
    held: bool = False


class Batch(Struct, frozen=True):
    """The orders of one batch, soonest promise first. `at` is its cut-off time, None where no batch is named."""

    at: Instant | None
    lines: list[PrintLine]


class Goods(Struct, frozen=True):
    """How much of one product and spec is to be picked: pieces and orders."""

    product: str
    spec: str
    sku_code: str
    pieces: int
    orders: int


def in_batches(lines: Sequence[PrintLine], batches: Batches, now: Instant, zone: tzinfo) -> list[Batch]:
    """Return the lines in batches, soonest promise first (D-PRO-2); held orders are in none.

    Without a capacity an order stands at the last batch before its promise, at the next one where it is late already
    or nobody knows its promise; with one, the batches are filled in the order of the promises. What is not due with
    the batches of the next days comes last, in a batch without a time, as all do where the settings have no times.
    """
    ready = sorted((line for line in lines if not line.held), key=_by_promise)
    listed = batches.after(now, zone, len(batches.minutes) * DAYS_LISTED)
    of_time: dict[Instant | None, list[PrintLine]] = {}
    for place, line in enumerate(ready):
        at = _filled(listed, place, batches.capacity) if batches.capacity else _last_before(listed, line.ship_by)
        of_time.setdefault(at, []).append(line)
    known = sorted(at for at in of_time if at is not None)
    return [Batch(at, of_time[at]) for at in [*known, *([None] if None in of_time else [])]]


def _filled(listed: Sequence[Instant], place: int, capacity: int) -> Instant | None:
    return listed[place // capacity] if place // capacity < len(listed) else None


def _last_before(listed: Sequence[Instant], ship_by: Instant | None) -> Instant | None:
    """Return the last batch at or before a promise, the next one where there is none; None for what is due later."""
    if not listed or (ship_by is not None and ship_by > listed[-1] + DAY):
        return None
    return max((at for at in listed if ship_by is not None and at <= ship_by), default=listed[0])


def _by_promise(line: PrintLine) -> tuple[bool, Instant, str]:
    return line.ship_by is None, line.ship_by or 0, line.order_no


def goods_of(lines: Iterable[PrintLine]) -> list[Goods]:
    """Return what is to be picked for `lines`, by product and spec, the most pieces first."""
    pieces: dict[tuple[str, str, str], list[int]] = {}
    for line in lines:
        found = pieces.setdefault((line.product, line.spec, line.sku_code), [0, 0])
        found[0] += line.quantity
        found[1] += 1
    goods = [Goods(*names, *counts) for names, counts in pieces.items()]
    return sorted(goods, key=lambda one: (-one.pieces, one.product, one.spec, one.sku_code))
