"""The points of an order's time line: what was, what should have been, and what is to come."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.view import OrderLine


class Step(StrEnum):
    """What happens to an order, in its usual sequence."""

    GROUPED = "grouped"
    PROMISED = "promised"
    SHIPPED = "shipped"
    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    RETURNED = "returned"
    PROBLEM = "problem"
    RECEIVED = "received"
    NOW = "now"


SCANS = frozenset({Step.IN_TRANSIT, Step.OUT_FOR_DELIVERY, Step.DELIVERED, Step.RETURNED, Step.PROBLEM})
"""The steps that a carrier's last scan may be, by the kind of the scan."""
NO_SCANS: Mapping[Step, Instant] = {}


class Milestone(Struct, frozen=True):
    """A point of the time line. `at` None: still to come. `is_late`: a promised time that was missed."""

    step: Step
    at: Instant | None
    is_late: bool = False


def scans_of(facts: Facts) -> dict[Step, Instant]:
    """Return the scans that a time line shows: the pick-up and the last one."""
    found: dict[Step, Instant] = {}
    last, kind, picked = facts.get("last_scan_at"), facts.get("last_scan_kind"), facts.get("picked_up_at")
    if isinstance(last, int) and kind in SCANS:
        found[Step(kind)] = last
    if isinstance(picked, int):
        found[Step.PICKED_UP] = picked
    return found


def milestones(line: OrderLine, now: Instant, scans: Mapping[Step, Instant] = NO_SCANS) -> list[Milestone]:
    """Return the known points of `line` by time with the present among them, then those still to come."""
    order = line.order
    promised = line.ship_by if line.ship_by is not None else order.promised_ship_by
    is_late = promised is not None and (order.shipped_at or now) > promised
    known = {
        Step.GROUPED: order.grouped_at,
        Step.PROMISED: promised,
        Step.SHIPPED: order.shipped_at,
        **scans,
        Step.RECEIVED: order.received_at,
    }
    points = [Milestone(step, at, is_late and step is Step.PROMISED) for step, at in known.items() if at is not None]
    if _is_open(order):
        points.append(Milestone(Step.NOW, now))
    points.sort(key=lambda point: point.at or 0)
    return [*points, *(Milestone(step, None) for step in _to_come(order))]


def late_span(points: list[Milestone]) -> tuple[int, int] | None:
    """Return the places between which the order ran late: from the promise to the shipping or the present."""
    steps = [point.step for point in points]
    starts = [place for place, point in enumerate(points) if point.is_late]
    if not starts:
        return None
    ends = [steps.index(step) for step in (Step.SHIPPED, Step.NOW) if step in steps and points[steps.index(step)].at]
    return (starts[0], ends[0]) if ends and ends[0] > starts[0] else None


def spans(points: list[Milestone]) -> list[float]:
    """Return the share of room between neighbours: by time where known, none so large as to hide others."""
    total = sum(b.at - a.at for a, b in _pairs(points) if a.at is not None and b.at is not None) or 1
    return [
        min(max((b.at - a.at) / total, 0.05), 0.6) if a.at is not None and b.at is not None else 0.2
        for a, b in _pairs(points)
    ]


def _pairs(points: list[Milestone]) -> list[tuple[Milestone, Milestone]]:
    return list(pairwise(points))


def _is_open(order: Order) -> bool:
    return order.status in {Status.TO_SHIP, Status.SHIPPED} and order.after_sale is not AfterSale.REFUNDED


def _to_come(order: Order) -> list[Step]:
    """Return the steps that are still ahead of an open order."""
    if not _is_open(order) or order.received_at is not None:
        return []
    if order.status is Status.TO_SHIP and order.shipped_at is None:
        return [Step.SHIPPED, Step.RECEIVED]
    return [Step.RECEIVED]
