"""Parcels in anomaly, all together: which may be meant, how many there are, and the platform's limit (D-LOGI-6)."""

from collections.abc import Iterable

from msgspec import Struct

from deskhelper.core.anomaly import Limits, Regions, limits_in_force
from deskhelper.core.policy import Policy

LIMIT = "anomaly.limit"
_VARIANTS = ("remote", "very_remote")


def least_limits(policy: Policy | None, regions: Regions, transit_days: int) -> Limits:
    """Return the shortest limit that any parcel may have: one that keeps within all of them is in no anomaly.

    `transit_days` are the fewest that a shop says.
    """
    provinces = ["", *(province for name in _VARIANTS for province in getattr(regions, name))]
    limits = [limits_in_force(policy, regions, province, transit_days, direct) for province in provinces
              for direct in (False, True)]  # fmt: skip
    return Limits(*(_least(getattr(limit, name) for limit in limits) for name in Limits.__struct_fields__))


class ParcelCounts(Struct, frozen=True):
    """How many parcels are on their way, how many of them have a trace, and how many of those are in anomaly.

    `untraced` are in anomaly by the order's own times alone (D-LOGI-4); the rate leaves them out.
    """

    on_the_way: int = 0
    traced: int = 0
    in_anomaly: int = 0
    untraced: int = 0

    @property
    def rate(self) -> float | None:
        """The share of parcels in anomaly among those with a trace, in percent; None where no trace is known."""
        return None if not self.traced else 100 * self.in_anomaly / self.traced


def anomaly_limit(policy: Policy | None, mean_percent: float | None) -> float | None:
    """Return the rate in percent from which on the platform restricts the shop, None where it cannot be said.

    The category's mean is the platform's own knowledge: only a shop that was told it can hold its rate against it.
    """
    entry = policy.figures.get(LIMIT) if policy else None
    if entry is None or entry.value is None or mean_percent is None:
        return None
    return entry.value * mean_percent


def _least(hours: Iterable[float | None]) -> float | None:
    known = [hour for hour in hours if hour is not None]
    return min(known) if known else None
