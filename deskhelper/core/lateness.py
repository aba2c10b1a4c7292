"""Overdue orders and those about to be: what is at stake by the platform's figures (D-LATE-3, D-LATE-4)."""

from collections.abc import Iterable

from msgspec import Struct

from deskhelper.core.figures import days_in_force, due_in_force
from deskhelper.core.moments import DAY, HOUR, Instant
from deskhelper.core.policy import Policy

COMPENSATION = "late.platform_compensation"
FINE = "late.fine_from_day"


class LateOrder(Struct, frozen=True):
    """What the board reckons with of one order: when it must ship, and what was paid in fen."""

    ship_by: Instant
    paid_fen: int | None


class LateSums(Struct, frozen=True):
    """All orders of the board together. Sums are fen; `unknown` orders have no amount to reckon a stake from.

    `overdue_fen` is due already, `due_fen` may still be saved. `fined` are late for so long that the platform's fine
    runs; `fine_soon` come there next, the first of them at `next_fine`. `late_hours` are the hours of all overdue.
    """

    overdue: int = 0
    due: int = 0
    overdue_fen: int = 0
    due_fen: int = 0
    unknown: int = 0
    late_hours: int = 0
    fined: int = 0
    fine_soon: int = 0
    next_fine: Instant | None = None


class Stakes:
    """The compensation at stake by amount; each amount is reckoned once. `policy` has the figures in force."""

    def __init__(self, policy: Policy | None) -> None:
        self._policy = policy
        self._of: dict[int | None, int | None] = {}

    def __call__(self, paid_fen: int | None) -> int | None:
        """Return what the platform takes for a late order of `paid_fen`, None where it cannot be said."""
        if paid_fen not in self._of:
            self._of[paid_fen] = due_in_force(self._policy, COMPENSATION, paid_fen)
        return self._of[paid_fen]


def fine_delay(policy: Policy | None) -> int | None:
    """Return after how many seconds of lateness the platform's own fine starts; None where the figure is not known.

    From the second day on means: once a whole day has gone by.
    """
    days = days_in_force(policy, FINE)
    return None if days is None else round(max(0.0, days - 1) * DAY)


def late_sums(orders: Iterable[LateOrder], stakes: Stakes, delay: int | None, now: Instant) -> LateSums:
    """Return the sums over `orders`, some of them past their time; `delay` is that of `fine_delay`."""
    overdue = due = overdue_fen = due_fen = unknown = late_seconds = fined = fine_soon = 0
    next_fine: Instant | None = None
    for order in orders:
        stake = stakes(order.paid_fen)
        unknown += stake is None
        if order.ship_by >= now:
            due += 1
            due_fen += stake or 0
            continue
        overdue += 1
        overdue_fen += stake or 0
        late_seconds += now - order.ship_by
        if delay is None:
            continue
        fine_at = order.ship_by + delay
        if fine_at <= now:
            fined += 1
        else:
            fine_soon += 1
            next_fine = fine_at if next_fine is None else min(next_fine, fine_at)
    return LateSums(
        overdue, due, overdue_fen, due_fen, unknown, late_seconds // HOUR, fined, fine_soon, next_fine
    )  # fmt: skip
