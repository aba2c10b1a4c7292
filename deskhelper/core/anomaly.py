"""Parcel anomalies, rules D-LOGI-1 to 7, over an order, its trace and the clock, with the figures in force."""

from collections.abc import Iterator
from datetime import tzinfo

from msgspec import Struct

from deskhelper.core.figures import hours_in_force
from deskhelper.core.moments import HOUR, Instant, duration, short_time
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.policy import Policy
from deskhelper.core.text import Text
from deskhelper.core.trace import Scan, Trace

NO_INFO = "D-LOGI-1"
PICKUP_SILENT = "D-LOGI-2"
REPEATED_PICKUP = "D-LOGI-3"
SLOW = "D-LOGI-4"
PICKUP_OVERDUE = "D-LOGI-5"
TRANSIT = "D-LOGI-6"
DELIVERY = "D-LOGI-7"

BY_GRAVITY = (PICKUP_OVERDUE, TRANSIT, DELIVERY, NO_INFO, PICKUP_SILENT, REPEATED_PICKUP, SLOW)
"""The gravest first: compensation and traffic at stake, then a restriction of the shop, then what the buyer feels."""

REASONABLE = 2
"""A parcel may take so many times the shop's usual days on the way before it is not received in reasonable time."""


class Regions(Struct, frozen=True, forbid_unknown_fields=True):
    """Provinces, by the beginning of their names, to which a parcel may go longer without an update (transit.hours)."""

    remote: tuple[str, ...] = ()
    very_remote: tuple[str, ...] = ()

    def detail_for(self, province: str) -> str | None:
        """Return which detail of transit.hours counts for `province`, None for the figure itself."""
        if self.very_remote and province.startswith(self.very_remote):
            return "very_remote"
        return "remote" if self.remote and province.startswith(self.remote) else None


class Limits(Struct, frozen=True):
    """After how many hours a rule fires; a rule whose figure is None never does."""

    pickup: float | None = None
    silence: float | None = None
    transit: float | None = None
    delivery: float | None = None
    arrival: float | None = None


class Anomaly(Struct, frozen=True):
    """A rule that fires, since when, and why in words."""

    rule: str
    since: Instant
    reason: Text


DIRECT_MAIL = "直邮"
"""Goods that come straight from abroad: the platform grants them more hours to the first scan."""


def is_direct_mail(order: Order) -> bool:
    """Tell whether courier, notes or goods say that the order is mailed directly (fake_ship.window_hours)."""
    return any(DIRECT_MAIL in words for words in (order.courier, order.shop_note, order.product, order.spec))


def limits_in_force(
    policy: Policy | None, regions: Regions, province: str, transit_days: int, is_direct: bool = False
) -> Limits:
    """Return the limits for a parcel to `province`; without a figure for its region, or for direct mail, the common."""
    pickup = hours_in_force(policy, "fake_ship.window_hours", "direct_mail") if is_direct else None
    common = hours_in_force(policy, "transit.hours")
    detail = regions.detail_for(province)
    by_region = hours_in_force(policy, "transit.hours", detail) if detail else None
    return Limits(
        pickup=hours_in_force(policy, "fake_ship.window_hours") if pickup is None else pickup,
        silence=hours_in_force(policy, "pickup_then_silence.hours"),
        transit=common if by_region is None else by_region,
        delivery=hours_in_force(policy, "delivery.hours"),
        arrival=REASONABLE * transit_days * 24,
    )


def anomalies(order: Order, trace: Trace | None, limits: Limits, now: Instant, shop_zone: tzinfo) -> list[Anomaly]:
    """Return the rules that fire, the gravest first; none once the parcel has arrived, or the order has ended.

    Without a trace only D-LOGI-4 can be said, by the order's own times.
    """
    if is_over(order) or (trace is not None and trace.has_arrived):
        return []
    look = _Look(order.shipped_at, trace or Trace(now), limits, now, shop_zone)
    fired = [*look.by_trace(), *look.slow()] if trace is not None else [*look.slow()]
    return sorted(fired, key=lambda anomaly: BY_GRAVITY.index(anomaly.rule))


def is_over(order: Order) -> bool:
    """Tell whether the order itself says that nothing is on the way any more."""
    ended = order.status in (Status.RECEIVED, Status.CANCELLED) or order.received_at is not None
    return ended or order.after_sale is AfterSale.REFUNDED


class _Look(Struct, frozen=True):
    """One look at a parcel that has not arrived."""

    shipped_at: Instant | None
    trace: Trace
    limits: Limits
    now: Instant
    shop_zone: tzinfo

    def by_trace(self) -> Iterator[Anomaly]:
        """Yield what only the trace can tell."""
        if not self.trace.events:
            when = short_time(self.trace.looked_at, self.shop_zone)
            reason = Text(zh=f"{when} 查询，快递没有任何记录", en=f"looked up {when}: the carrier has no record")
            yield Anomaly(NO_INFO, self.trace.looked_at, reason)
        yield from self._pickup_overdue()
        yield from self._repeated_pickup()
        if self.trace.first_move is not None:
            yield from self._silent()
            yield from self._not_delivered()

    def slow(self) -> Iterator[Anomaly]:
        """Another abnormal scan, or not received within a reasonable time (D-LOGI-4)."""
        last, move = self.trace.last, self.trace.first_move
        if last is not None and last.scan is Scan.PROBLEM:
            yield Anomaly(SLOW, last.at, Text(zh=f"快递记录：{last.words}", en=f"the carrier says: {last.words}"))
            return
        start = self.shipped_at if self.shipped_at is not None else move.at if move else None
        since = self._passed(start, self.limits.arrival)
        if start is not None and since is not None and not (last and last.waits):
            yield Anomaly(SLOW, since, self._told("发货 {}还没有送到", "shipped {} ago, not received", start))

    def _pickup_overdue(self) -> Iterator[Anomaly]:
        """Shipped, no pick-up scan: any scan that proves that the carrier has the parcel counts as one."""
        since = self._passed(self.shipped_at, self.limits.pickup)
        if self.shipped_at is not None and since is not None and self.trace.first_move is None:
            reason = self._told("发货 {}，仍没有揽收记录", "shipped {} ago, no pick-up scan", self.shipped_at)
            yield Anomaly(PICKUP_OVERDUE, since, reason)

    def _repeated_pickup(self) -> Iterator[Anomaly]:
        """Picked up again after it had moved on, or picked up more than twice."""
        pickups, has_moved_on = 0, False
        for event in self.trace.events:
            if event.scan is Scan.PICKED_UP:
                pickups += 1
                if has_moved_on or pickups > 2:
                    when = short_time(event.at, self.shop_zone)
                    yield Anomaly(
                        REPEATED_PICKUP, event.at, Text(zh=f"{when} 又一次揽收", en=f"picked up again {when}")
                    )
                    return
            elif event.scan is not Scan.OTHER:
                has_moved_on = pickups > 0

    def _silent(self) -> Iterator[Anomaly]:
        """Nothing since the pick-up (D-LOGI-2), nothing on the way (D-LOGI-6)."""
        last = self.trace.events[-1]
        if last.scan is Scan.PICKED_UP and (since := self._passed(last.at, self.limits.silence)) is not None:
            yield Anomaly(
                PICKUP_SILENT, since, self._told("揽收后 {}没有更新", "nothing for {} since the pick-up", last.at)
            )
        is_out = last.scan is Scan.OUT_FOR_DELIVERY
        if not is_out and (since := self._passed(last.at, self.limits.transit)) is not None:
            yield Anomaly(TRANSIT, since, self._told("{}没有物流更新", "no update for {}", last.at))

    def _not_delivered(self) -> Iterator[Anomaly]:
        """Out for delivery, not delivered; a parcel that waits to be fetched is not late."""
        out = self.trace.first_of(Scan.OUT_FOR_DELIVERY)
        since = self._passed(out.at, self.limits.delivery) if out else None
        if out is not None and since is not None and not any(event.waits for event in self.trace.events):
            yield Anomaly(DELIVERY, since, self._told("派送 {}仍未送达", "out for delivery for {}", out.at))

    def _passed(self, start: Instant | None, hours: float | None) -> Instant | None:
        """Return when `hours` after `start` were over, None where they are not, or one of the two is not known."""
        if start is None or hours is None:
            return None
        over = start + round(hours * HOUR)
        return over if self.now >= over else None

    def _told(self, zh: str, en: str, start: Instant) -> Text:
        """Return a reason that names how long ago `start` was."""
        seconds = self.now - start
        return Text(zh=zh.replace("{}", duration(seconds, "zh")), en=en.replace("{}", duration(seconds, "en")))
