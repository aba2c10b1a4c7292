"""The board of parcels in anomaly, read in bulk: on a thread, or in a process of its own where there are many."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct

from deskhelper.core.anomaly import BY_GRAVITY, Limits, Regions, anomalies, limits_in_force
from deskhelper.core.courier import Couriers
from deskhelper.core.moments import Instant
from deskhelper.core.parcel_board import LIMIT, ParcelCounts, anomaly_limit, least_limits
from deskhelper.core.policy import Figure, Policy
from deskhelper.storage.boards import BoardStore, Suspect
from deskhelper.storage.database import Database

UNTRACED = len(BY_GRAVITY)
"""The place of parcels that are slow by the order's own times, without a trace, after the rules by gravity."""

Found = tuple[int, Instant, int, str]
"""A parcel in anomaly: place of its gravest rule, since when, id and courier."""


class ParcelBoard(Struct, frozen=True):
    """Parcels in anomaly, the gravest first. `rules` and `couriers` say for each id the place of its gravest rule in
    BY_GRAVITY (or UNTRACED) and of its courier in `names`; `of_courier` has (in anomaly, on the way) by name."""

    ids: "array[int]"
    rules: bytes
    couriers: "array[int]"
    names: list[str]
    counts: ParcelCounts
    of_rule: dict[int, int]
    of_courier: dict[str, tuple[int, int]]
    limit: float | None
    mean: float | None
    figure: Figure | None

    def chosen(self, rule: int | None = None, courier: str | None = None) -> "array[int]":
        """Return the ids of one rule's place, or of one courier; of all without either."""
        if rule is None and courier is None:
            return self.ids
        place = self.names.index(courier) if courier in self.names else -1
        marks: Sequence[int] = self.rules if rule is not None else self.couriers
        wanted = place if rule is None else rule
        return array("q", (id_ for id_, mark in zip(self.ids, marks, strict=True) if mark == wanted))

    @classmethod
    def nothing(cls) -> "ParcelBoard":
        """Return the board of a count that was cut short before anything was found."""
        return cls(array("q"), b"", array("H"), [], ParcelCounts(), {}, {}, None, None, None)


class ParcelsAsked(Struct, frozen=True):
    """All that decides which parcels are in anomaly. `days`: the usual days on the way by shop, "" for all others;
    `mean`: the category's mean rate in percent, None where not known."""

    path: Path
    now: Instant
    zone: tzinfo
    policy: Policy
    couriers: Couriers
    regions: Regions
    days: dict[str, int]
    mean: float | None

    @property
    def basis(self) -> tuple[Policy, dict[str, int]]:
        """What decides beside the orders, their traces and the time."""
        return self.policy, self.days


def read_parcels(asked: ParcelsAsked, is_cancelled: Callable[[], bool] = lambda: False) -> ParcelBoard:
    """Return the parcels in anomaly (D-LOGI-1 to 7); some seconds for hundreds of thousands on their way."""
    least = least_limits(asked.policy, asked.regions, min(asked.days.values()))
    with Database(asked.path, asked.now) as database:
        store = BoardStore(database)
        on_the_way = store.parcel_counts()
        found = _fired(asked, store.suspects(least, asked.now), is_cancelled)
    return _board(asked, found, on_the_way)


def _fired(asked: ParcelsAsked, suspects: Iterable[Suspect], is_cancelled: Callable[[], bool]) -> list[Found]:
    """Return those for which a rule fires, the gravest first."""
    limits: dict[tuple[str, str, bool], Limits] = {}
    same: dict[tuple[str, str], bool] = {}
    found = []
    for place, suspect in enumerate(suspects):
        if place % 1000 == 0 and is_cancelled():
            break
        order, trace = suspect.order, suspect.trace
        if trace is not None:
            pair = order.courier, trace.courier
            if pair not in same:
                same[pair] = asked.couriers.may_be_same(*pair)
            trace = trace if same[pair] else None
        key = order.shop, order.province, suspect.is_direct
        if key not in limits:
            days = asked.days.get(order.shop, asked.days[""])
            limits[key] = limits_in_force(asked.policy, asked.regions, order.province, days, suspect.is_direct)
        fired = anomalies(order, trace, limits[key], asked.now, asked.zone)
        if fired:
            rule = UNTRACED if trace is None else BY_GRAVITY.index(fired[0].rule)
            found.append((rule, fired[0].since, suspect.id, order.courier))
    return sorted(found)


def _board(asked: ParcelsAsked, found: Sequence[Found], on_the_way: Sequence[tuple[str, int, int]]) -> ParcelBoard:
    named = {courier: asked.couriers.named(courier) for courier, _, _ in on_the_way}
    all_of: Counter[str] = Counter()
    for courier, parcels, _ in on_the_way:
        all_of[named[courier]] += parcels
    hit = Counter(named.get(courier, courier) for *_, courier in found)
    names = [name for name, _ in hit.most_common()]
    place_of = {name: place for place, name in enumerate(names)}
    of_rule = Counter(rule for rule, *_ in found)
    untraced = of_rule.get(UNTRACED, 0)
    parcels, traced = sum(row[1] for row in on_the_way), sum(row[2] for row in on_the_way)
    return ParcelBoard(
        ids=array("q", (id_ for _, _, id_, _ in found)),
        rules=bytes(rule for rule, *_ in found),
        couriers=array("H", (place_of[named.get(courier, courier)] for *_, courier in found)),
        names=names,
        counts=ParcelCounts(parcels, traced, len(found) - untraced, untraced),
        of_rule=dict(of_rule),
        of_courier={name: (hit[name], all_of[name]) for name in names},
        limit=anomaly_limit(asked.policy, asked.mean),
        mean=asked.mean,
        figure=asked.policy.figures.get(LIMIT),
    )
