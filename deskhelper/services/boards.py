"""The boards: overdue orders, parcels in anomaly, product alerts. Each is read in bulk by a task, shown in windows.

`read_…` may run on any thread: they open a connection of their own. What they return holds ids and sums, not orders,
so that a board of any length costs little; `…_rows` read the few that are in sight, over the desk's connection.
"""

from array import array
from collections.abc import Callable, Sequence
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct

from deskhelper.core.alerts import OrderKey, ProductAlert, ReasonWords, kind_of_reason, product_alerts, window_start
from deskhelper.core.anomaly import Anomaly, anomalies, is_direct_mail, limits_in_force
from deskhelper.core.carriers import Carriers
from deskhelper.core.lateness import COMPENSATION, FINE, LateOrder, LateSums, Stakes, fine_delay, late_sums
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.policy import Figure, Policy
from deskhelper.core.view import OrderLine
from deskhelper.services.apart import apart
from deskhelper.services.clock import Clock
from deskhelper.services.parcel_board import ParcelBoard, ParcelsAsked, read_parcels
from deskhelper.services.parcel_tally import ParcelTally
from deskhelper.services.settings import SettingsService
from deskhelper.storage.boards import BoardStore
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.traces import TraceStore

APART_FROM = 10_000
"""So many parcels on their way are read by another process: it takes half a second to start, and spares the window."""


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
        asked = self._parcels_asked()
        with self._tally.counting() as number:
            with Database(self._path, asked.now) as database:
                parcels = BoardStore(database).on_the_way()
            if parcels < APART_FROM:
                board = read_parcels(asked, is_cancelled)
            else:
                board = apart(is_cancelled, read_parcels, asked) or ParcelBoard.nothing()
            if not is_cancelled():
                self._tally.keep(len(board.ids), asked.now, asked.basis, number)
        return board

    @property
    def parcels_hold(self) -> bool:
        """Whether the last count still holds: by the figures and terms in force, with no files read in since."""
        last = self._tally.last
        if last is None or self._tally.basis is None or not last.holds(self._clock.now()):
            return False
        return self._tally.basis == self._parcels_asked().basis

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

    def _parcels_asked(self) -> ParcelsAsked:
        settings, carriers = self._settings.current, self._carriers()
        days = {shop: settings.own_terms_of(shop).transit_days for shop in ("", *settings.terms)}
        return ParcelsAsked(
            self._path, self._clock.now(), self._clock.zone, self._policy(), carriers.couriers, carriers.regions, days,
            settings.category_mean,
        )  # fmt: skip
