"""The boards: overdue orders, parcels in anomaly, product alerts. Each is read in bulk by a task, shown in windows.

`read_…` may run on any thread: they open a connection of their own. What they return holds ids and sums, not orders,
so that a board of any length costs little; `…_rows` read the few that are in sight, over the desk's connection.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct

from deskhelper.core.alerts import OrderKey, ProductAlert, ReasonWords, kind_of_reason, product_alerts, window_start
from deskhelper.core.anomaly import (
    BY_GRAVITY,
    Anomaly,
    Limits,
    anomalies,
    is_direct_mail,
    limits_in_force,
)
from deskhelper.core.carriers import Carriers
from deskhelper.core.lateness import COMPENSATION, FINE, LateOrder, LateSums, Stakes, fine_delay, late_sums
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.parcel_board import LIMIT, ParcelCounts, anomaly_limit, least_limits
from deskhelper.core.policy import Figure, Policy
from deskhelper.core.view import OrderLine
from deskhelper.services.clock import Clock
from deskhelper.services.parcel_tally import ParcelTally
from deskhelper.services.settings import SettingsService
from deskhelper.storage.boards import BoardStore, Suspect
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.traces import TraceStore

UNTRACED = len(BY_GRAVITY)
"""The place of parcels that are slow by the order's own times, without a trace, after the rules by gravity."""


class LateBoard(Struct, frozen=True):
    """Overdue orders and those due soon. Ids stand by deadline, the most overdue first, and by what is at stake.

    The figures are those in force, None where the policy has none.
    """

    ids: "array[int]"
    by_stake: "array[int]"
    sums: LateSums
    now: Instant
    compensation: Figure | None
    fine: Figure | None


class LateRow(Struct, frozen=True):
    """One order of the board: `left` seconds to its deadline (below 0: late), the stake in fen, and how long the fine
    is off in seconds (below 0: it runs); None where not known."""

    line: OrderLine
    left: int
    stake_fen: int | None
    fine_in: int | None


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


class ParcelRow(Struct, frozen=True):
    """One parcel: what fires for it as it is known now, the gravest first, and the courier's one name."""

    line: OrderLine
    fired: list[Anomaly]
    courier: str


class AlertBoard(Struct, frozen=True):
    """The product alerts, those not seen yet first: more than so many orders of one product in so many days."""

    alerts: list[ProductAlert]
    more_than: int
    days: int

    @property
    def unseen(self) -> int:
        """How many nobody has looked at."""
        return sum(not alert.is_seen for alert in self.alerts)


class BoardService:
    """Reads the boards at `path`, and the rows in sight over the desk's `database`."""

    def __init__(
        self,
        path: Path,
        database: Database,
        orders: OrderStore,
        clock: Clock,
        settings: SettingsService,
        policy: Callable[[], Policy],
        carriers: Callable[[], Carriers],
        reasons: Callable[[], tuple[ReasonWords, ...]],
        tally: ParcelTally,
    ) -> None:
        self._path = path
        self._database = database
        self._store = BoardStore(database)
        self._orders = orders
        self._clock = clock
        self._settings = settings
        self._policy = policy
        self._carriers = carriers
        self._reasons = reasons
        self._tally = tally
        self._traces = TraceStore(database)

    @property
    def zone(self) -> tzinfo:
        """The shop's zone."""
        return self._clock.zone

    @property
    def state(self) -> tuple[int, int]:
        """A value that differs once anything was written since: a board that was read before is then stale."""
        return self._database.changes_seen

    def read_late(self) -> LateBoard:
        """Return the overdue orders and those due within the hours of the settings (D-LATE-3, D-LATE-4)."""
        now, policy = self._clock.now(), self._policy()
        with Database(self._path, now) as database:
            rows = BoardStore(database).late(now + self._settings.current.due_hours * HOUR)
        stakes = Stakes(policy)
        sums = late_sums((LateOrder(at, paid) for _, at, paid in rows), stakes, fine_delay(policy), now)
        by_stake = sorted(rows, key=lambda row: -(stakes(row[2]) or 0))
        figures = policy.figures
        return LateBoard(
            array("q", (row[0] for row in rows)), array("q", (row[0] for row in by_stake)), sums, now,
            figures.get(COMPENSATION), figures.get(FINE),
        )  # fmt: skip

    def late_rows(self, ids: Sequence[int]) -> list[LateRow]:
        """Return the rows of some orders as they are now, those gone from the list left out."""
        now, policy = self._clock.now(), self._policy()
        stakes, delay = Stakes(policy), fine_delay(policy)
        rows = []
        for line in self._orders.lines(ids):
            left = (line.ship_by or now) - now
            fine_in = None if delay is None else left + delay
            rows.append(LateRow(line, left, stakes(line.order.paid_fen), fine_in))
        return rows

    def read_parcels(self, is_cancelled: Callable[[], bool] = lambda: False) -> ParcelBoard:
        """Return the parcels in anomaly (D-LOGI-1 to 7); some seconds for hundreds of thousands on their way.

        How many there are is kept in the tally, unless the count was cut short.
        """
        now, policy, carriers = self._clock.now(), self._policy(), self._carriers()
        least = least_limits(policy, carriers.regions, self._fewest_transit_days())
        with Database(self._path, now) as database:
            store = BoardStore(database)
            on_the_way = store.parcel_counts()
            found = self._fired(store.suspects(least, now), now, policy, carriers, is_cancelled)
        if not is_cancelled():
            self._tally.keep(len(found), now)
        return self._parcel_board(found, on_the_way, policy, carriers)

    def parcel_rows(self, ids: Sequence[int]) -> list[ParcelRow]:
        """Return the rows of some parcels by what is known of them now."""
        now, policy, carriers = self._clock.now(), self._policy(), self._carriers()
        rows = []
        for line in self._orders.lines(ids):
            order, trace = line.order, self._traces.of_order(line.order)
            if trace is not None and not carriers.couriers.may_be_same(order.courier, trace.courier):
                trace = None
            days = self._settings.terms_of(order.shop).transit_days
            limits = limits_in_force(policy, carriers.regions, order.province, days, is_direct_mail(order))
            fired = anomalies(order, trace, limits, now, self._clock.zone)
            rows.append(ParcelRow(line, fired, carriers.couriers.named(order.courier)))
        return rows

    def set_mean(self, percent: float | None) -> None:
        """Keep the category's mean anomaly rate that the platform told the shop; None: not known."""
        self._settings.change(category_mean=percent)

    def read_alerts(self) -> AlertBoard:
        """Return the product alerts (D-LOGI-9, and alike for wrong items, empty parcels and faults)."""
        now, settings = self._clock.now(), self._settings.current
        more_than, days = settings.alert_more_than, settings.alert_days
        with Database(self._path, now) as database:
            store = BoardStore(database)
            book = self._reasons()
            kinds = {reason: kind for reason in store.reasons() if (kind := kind_of_reason(reason, book)) is not None}
            reports = store.reports(window_start(now, days), kinds)
            return AlertBoard(product_alerts(reports, store.seen(), more_than), more_than, days)

    def see(self, alert: ProductAlert) -> None:
        """Keep that the agent has looked at an alert; a further order brings it back."""
        orders = [report.order for report in alert.reports]
        self._store.set_seen(alert.kind, alert.product, orders, self._clock.now(), self._settings.current.agent)

    def unsee(self, alert: ProductAlert) -> None:
        """Show an alert as new again."""
        self._store.forget_seen(alert.kind, alert.product)

    def line(self, order: OrderKey) -> OrderLine | None:
        """Return an order as lists show it, None where it is gone."""
        return self._orders.line(order.platform, order.order_no)

    def _fewest_transit_days(self) -> int:
        own = self._settings.current.terms
        return min([self._settings.terms_of(shop).transit_days for shop in ("", *own)])

    def _fired(
        self,
        suspects: Iterable[Suspect],
        now: Instant,
        policy: Policy,
        carriers: Carriers,
        is_cancelled: Callable[[], bool],
    ) -> list[tuple[int, Instant, int, str]]:
        """Return place of the gravest rule, since when, id and courier of those for which a rule fires."""
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
                    same[pair] = carriers.couriers.may_be_same(*pair)
                trace = trace if same[pair] else None
            key = order.shop, order.province, suspect.is_direct
            if key not in limits:
                days = self._settings.terms_of(order.shop).transit_days
                limits[key] = limits_in_force(policy, carriers.regions, order.province, days, suspect.is_direct)
            fired = anomalies(order, trace, limits[key], now, self._clock.zone)
            if fired:
                rule = UNTRACED if trace is None else BY_GRAVITY.index(fired[0].rule)
                found.append((rule, fired[0].since, suspect.id, order.courier))
        return sorted(found)

    def _parcel_board(
        self,
        found: list[tuple[int, Instant, int, str]],
        on_the_way: list[tuple[str, int, int]],
        policy: Policy,
        carriers: Carriers,
    ) -> ParcelBoard:
        named = {courier: carriers.couriers.named(courier) for courier, _, _ in on_the_way}
        all_of: Counter[str] = Counter()
        for courier, parcels, _ in on_the_way:
            all_of[named[courier]] += parcels
        hit = Counter(named.get(courier, courier) for *_, courier in found)
        names = [name for name, _ in hit.most_common()]
        place_of = {name: place for place, name in enumerate(names)}
        of_rule = Counter(rule for rule, *_ in found)
        untraced, mean = of_rule.get(UNTRACED, 0), self._settings.current.category_mean
        parcels, traced = sum(row[1] for row in on_the_way), sum(row[2] for row in on_the_way)
        return ParcelBoard(
            ids=array("q", (id_ for _, _, id_, _ in found)),
            rules=bytes(rule for rule, *_ in found),
            couriers=array("H", (place_of[named.get(courier, courier)] for *_, courier in found)),
            names=names,
            counts=ParcelCounts(parcels, traced, len(found) - untraced, untraced),
            of_rule=dict(of_rule),
            of_courier={name: (hit[name], all_of[name]) for name in names},
            limit=anomaly_limit(policy, mean),
            mean=mean,
            figure=policy.figures.get(LIMIT),
        )
