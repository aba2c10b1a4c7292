"""The figures of a period: one verb for each look at the data, and one for what stands behind a bar.

Every verb may run on any thread: it opens a connection of its own, and ends soon once `is_cancelled` says so.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from itertools import islice
from pathlib import Path

from msgspec import Struct

from deskhelper.core.anomaly import anomalies, is_direct_mail, limits_in_force
from deskhelper.core.carriers import Carriers
from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.errors import WorldError
from deskhelper.core.insights import Behind, Coverage, FigureTable, Plot, PlotKind, Wish
from deskhelper.core.insights_agents import (
    case_plots,
    promise_plots,
    reply_plot,
    script_plots,
    wait_borders,
    wait_plot,
)
from deskhelper.core.insights_orders import ParcelCount, anomaly_plot, known_span, overdue_plots, product_plot
from deskhelper.core.library_script import LibraryScript, in_force
from deskhelper.core.order import Order
from deskhelper.core.period import LONGEST, Period, PeriodKind, chosen_days, last_days
from deskhelper.core.reply import Library
from deskhelper.core.search_keys import InitialsOf
from deskhelper.core.text import Text
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database, Stopped
from deskhelper.storage.insights import MOST_BEHIND, InsightStore
from deskhelper.storage.insights_agents import AgentInsightStore
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.scripts import ScriptStore
from deskhelper.storage.traces import TraceStore

CHUNK = 500

IsCancelled = Callable[[], bool]


class Look(StrEnum):
    """One look at the data; each gives one or two plots."""

    OVERDUE = "overdue"
    CASES = "cases"
    REPLIES = "replies"
    WAITS = "waits"
    PROMISES = "promises"
    ANOMALIES = "anomalies"
    SCRIPTS = "scripts"
    PRODUCTS = "products"


class Overview(Struct, frozen=True):
    """What may be chosen, and how far the data reaches."""

    coverage: Coverage
    shops: list[str]
    agents: list[str]


def never() -> bool:
    """Never stop."""
    return False


class InsightService:
    """Counts what the plots of a period show. It holds nothing, so that its verbs may run side by side."""

    def __init__(
        self,
        path: Path,
        clock: Clock,
        settings: SettingsService,
        library: Callable[[], Library],
        shipped: Callable[[], list[LibraryScript]],
        ship_terms_of: ShipTermsOf,
        carriers: Callable[[], Carriers],
        initials_of: InitialsOf,
    ) -> None:
        self._path = path
        self._clock = clock
        self._settings = settings
        self._library = library
        self._shipped = shipped
        self._ship_terms_of = ship_terms_of
        self._carriers = carriers
        self._initials_of = initials_of

    def period(self, kind: PeriodKind) -> Period:
        """Return today, or the last 7 or 30 days."""
        return last_days(kind, self._clock.now(), self._clock.zone)

    def period_between(self, first: date, last: date) -> Period:
        """Return the days from `first` to `last`. Raises WorldError `period_backwards`, `period_long`."""
        if first > last:
            raise WorldError("period_backwards", first=first.isoformat(), last=last.isoformat())
        try:
            return chosen_days(first, last, self._clock.now(), self._clock.zone)
        except ValueError as error:
            raise WorldError("period_long", most=LONGEST) from error

    def overview(self, is_cancelled: IsCancelled = never) -> Overview:
        """Return what may be chosen, and how far the data reaches."""
        with self._opened(is_cancelled) as database:
            store = InsightStore(database)
            return Overview(store.coverage(), store.shops(), store.agents())

    def plots(self, look: Look, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the plots of one look. Raises Stopped where it was not wanted any more."""
        verbs = {
            Look.OVERDUE: self.overdue, Look.CASES: self.cases, Look.REPLIES: self.replies, Look.WAITS: self.waits,
            Look.PROMISES: self.promises, Look.ANOMALIES: self.anomalies, Look.SCRIPTS: self.scripts,
            Look.PRODUCTS: self.products,
        }  # fmt: skip
        return verbs[look](wish, is_cancelled)

    def overdue(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the orders whose promise to ship passed unmet, over time and by hour (D-LATE-3)."""
        with self._opened(is_cancelled) as database:
            store = InsightStore(database, wish.shop)
            self._set_terms(store)
            coverage = store.coverage()
            known = known_span(wish.period, coverage)
            counts = store.fell_due(known, wish.period.before_until(known.end))
            return overdue_plots(counts, wish.period, coverage)

    def cases(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the cases opened, by flow and by outcome."""
        with self._opened(is_cancelled) as database:
            store = AgentInsightStore(database, wish.shop, wish.agent)
            rows = store.cases(wish.period.span)
            before = sum(row[2] for row in store.cases(wish.period.before))
            coverage = InsightStore(database, wish.shop).coverage()
        library = self._library()
        flows = {flow: one.title for flow, one in library.flows.items()}
        outcomes = {
            f"{flow}/{outcome}": spec.title
            for flow, one in library.flows.items()
            for outcome, spec in one.outcomes.items()
        }
        return case_plots(rows, before, flows, outcomes, wish, coverage)

    def replies(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the replies copied, by hour of day."""
        with self._opened(is_cancelled) as database:
            store = AgentInsightStore(database, wish.shop, wish.agent)
            now, before = store.replies(wish.period.span), store.replies(wish.period.before)
            return [reply_plot(now, before, wish.period, InsightStore(database, wish.shop).coverage())]

    def waits(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return how long it took from opening a case to its first copy."""
        with self._opened(is_cancelled) as database:
            seconds, without = AgentInsightStore(database, wish.shop, wish.agent).waits(wish.period.span)
            return [wait_plot(seconds, without, wish.period, InsightStore(database, wish.shop).coverage())]

    def promises(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the promises that fell due, over time and by kind."""
        with self._opened(is_cancelled) as database:
            rows = AgentInsightStore(database, wish.shop, wish.agent).promises(wish.period.span)
            return promise_plots(rows, wish.period, InsightStore(database, wish.shop).coverage())

    def anomalies(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the parcels shipped, with those in anomaly now, by carrier (D-LOGI-1 to 7)."""
        with self._opened(is_cancelled) as database:
            store = InsightStore(database, wish.shop)
            parcels = store.parcels(wish.period.span)
            under_way = store.under_way(wish.period.span) if any(traced for *_, traced in parcels) else []
            bad: dict[str, int] = {}
            for order in self._in_anomaly(database, under_way, is_cancelled):
                bad[order.courier] = bad.get(order.courier, 0) + 1
            counts = [ParcelCount(name, shipped, traced, bad.get(name, 0)) for name, shipped, traced in parcels]
            return [anomaly_plot(counts)]

    def scripts(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the scripts copied most often, and where in the library stand those never copied."""
        with self._opened(is_cancelled) as database:
            store = AgentInsightStore(database, wish.shop, wish.agent)
            used = store.scripts(wish.period.span)
            at_hand = self._at_hand(database)
            ever = store.ever_used()
            coverage = InsightStore(database, wish.shop).coverage()
        unused: dict[str, int] = {}
        for script in at_hand:
            if script.id not in ever:
                unused[category_of(script)] = unused.get(category_of(script), 0) + 1
        return script_plots(used, self._script_titles(at_hand), unused, len(at_hand), wish, coverage)

    def products(self, wish: Wish, is_cancelled: IsCancelled = never) -> list[Plot]:
        """Return the orders with cases of a wrong item or an empty parcel, by product."""
        with self._opened(is_cancelled) as database:
            rows = AgentInsightStore(database, wish.shop, wish.agent).problems(wish.period.span)
            return [product_plot(rows, wish.period, InsightStore(database, wish.shop).coverage())]

    def behind(self, wish: Wish, kind: PlotKind, key: str, is_cancelled: IsCancelled = never) -> list[Behind]:
        """Return what stands behind the bar `key` of a plot, at most a few hundred."""
        span, period = wish.period.span, wish.period
        with self._opened(is_cancelled) as database:
            store = AgentInsightStore(database, wish.shop, wish.agent)
            match kind:
                case PlotKind.OVERDUE_BY_TIME | PlotKind.OVERDUE_BY_HOUR:
                    orders = InsightStore(database, wish.shop)
                    self._set_terms(orders)
                    return orders.late_orders(known_span(period, orders.coverage()), period.quarters_of(key))
                case PlotKind.CASES_BY_FLOW:
                    return store.case_list(span, key, None)
                case PlotKind.CASES_BY_OUTCOME:
                    return store.case_list(span, *key.split("/", 1))
                case PlotKind.REPLIES_BY_HOUR:
                    return store.reply_list(span, period.quarters_of(key))
                case PlotKind.TIME_TO_COPY:
                    return store.wait_list(span, *wait_borders(key))
                case PlotKind.PROMISES_BY_TIME:
                    return store.promise_list(span, period.quarters_of(key), None)
                case PlotKind.PROMISES_BY_KIND:
                    return store.promise_list(span, None, key)
                case PlotKind.ANOMALIES_BY_CARRIER:
                    ids = InsightStore(database, wish.shop).under_way(span, key)
                    found = self._in_anomaly(database, ids, is_cancelled)
                    return [_parcel(order) for order in islice(found, MOST_BEHIND)]
                case PlotKind.TOP_SCRIPTS:
                    of, _, script = key.partition(":")
                    return store.script_list(span, script, of == "flow")
                case PlotKind.UNUSED_SCRIPTS:
                    ever = store.ever_used()
                    at_hand = (one for one in self._at_hand(database) if category_of(one) == key)
                    return [Behind(title=one.title) for one in at_hand if one.id not in ever]
                case PlotKind.PROBLEMS_BY_PRODUCT:
                    return store.problem_list(span, key)

    def save(self, path: Path, tables: list[FigureTable]) -> None:
        """Write tables of figures as CSV or XLSX, by the ending. Raises WorldError `file_not_written`."""
        from deskhelper.exchange.figure_table import save_tables

        save_tables(path, tables)

    @contextmanager
    def _opened(self, is_cancelled: IsCancelled) -> Iterator[Database]:
        with Database(self._path, self._clock.now()) as database:
            database.stop_when(is_cancelled)
            yield database

    def _set_terms(self, store: InsightStore) -> None:
        store.set_terms((name, self._ship_terms_of(name)) for name in store.shops())

    def _in_anomaly(self, database: Database, ids: list[int], is_cancelled: IsCancelled) -> Iterator[Order]:
        """Yield the orders among `ids` for whose parcel a rule fires now, by its trace."""
        orders, traces, carriers = OrderStore(database, self._initials_of), TraceStore(database), self._carriers()
        policy, now, zone = self._library().policy, self._clock.now(), self._clock.zone
        for at in range(0, len(ids), CHUNK):
            if is_cancelled():
                raise Stopped
            for line in orders.lines(ids[at : at + CHUNK]):
                order, trace = line.order, traces.of_order(line.order)
                if trace is None or not carriers.couriers.may_be_same(order.courier, trace.courier):
                    continue
                days = self._settings.terms_of(order.shop).transit_days
                limits = limits_in_force(policy, carriers.regions, order.province, days, is_direct_mail(order))
                if anomalies(order, trace, limits, now, zone):
                    yield order

    def _at_hand(self, database: Database) -> list[LibraryScript]:
        own = ScriptStore(database).own(self._settings.current.agent)
        return in_force(self._shipped(), own)

    def _script_titles(self, at_hand: list[LibraryScript]) -> dict[str, Text]:
        titles = {f"flow:{name}": script.title for name, script in self._library().scripts.items()}
        return titles | {f"library:{one.id}": Text(zh=one.title, en=one.title) for one in at_hand}


def category_of(script: LibraryScript) -> str:
    """Return the topmost category of a script of the library."""
    return script.path[0] if script.path else ""


def _parcel(order: Order) -> Behind:
    return Behind(order.platform, order.order_no, title=order.product, at=order.shipped_at, state="in_anomaly")
