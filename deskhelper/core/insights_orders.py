"""Plots of what became of orders: promises to ship that passed, parcels in anomaly, trouble by product."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.insights import (
    NO_LABELS,
    Coverage,
    Plot,
    PlotKind,
    Remark,
    bars_in_order,
    counts_by,
    longest_bars,
    since_when,
    total_of,
)
from deskhelper.core.moments import Instant, local
from deskhelper.core.period import QUARTER, Period, Span, hours

OVERDUE = ("shipped_late", "waiting")
PROBLEMS = ("wrong_item", "empty_parcel")
ANOMALIES = ("in_anomaly",)


class DueCount(Struct, frozen=True):
    """Orders whose promise to ship fell into one quarter of an hour, by what became of them.

    `state`: in_time, shipped_late, waiting, left_out (cancelled or refunded unshipped: nobody knows when), unknown
    (shipped, nobody knows when). `is_derived`: the promise is reckoned from the shop's hours.
    """

    quarter: int
    state: str
    is_derived: bool
    count: int

    @property
    def at(self) -> Instant:
        """When the quarter begins."""
        return self.quarter * QUARTER


def known_span(period: Period, coverage: Coverage) -> Span:
    """Return the part of the period up to the last import: after it nobody knows what was shipped."""
    span, reach = period.span, coverage.orders
    end = span.start if reach is None else max(span.start, min(span.end, reach.end))
    return Span(span.start, end)


def overdue_plots(counts: Sequence[DueCount], period: Period, coverage: Coverage) -> list[Plot]:
    """Return the orders whose promise passed unmet, over time and, over several days, by hour of day (D-LATE-3).

    `counts` are those of `known_span` and of the same part of the period before.
    """
    kinds = [PlotKind.OVERDUE_BY_TIME]
    if not period.is_one_day:
        kinds.append(PlotKind.OVERDUE_BY_HOUR)
    reach, span = coverage.orders, period.span
    if reach is None:
        return [Plot(kind, OVERDUE, gap=Remark("no_orders")) for kind in kinds]
    if reach.end <= span.start or reach.start >= span.end:
        values: dict[str, int | str] = {"from_at": reach.start, "until_at": reach.end}
        return [Plot(kind, OVERDUE, gap=Remark("not_covered", values)) for kind in kinds]
    return [_Overdue(counts, period, reach).plot(kind) for kind in kinds]


class _Overdue:
    """The counts of the period and the one before, held against how far the imports reach."""

    def __init__(self, counts: Sequence[DueCount], period: Period, reach: Span) -> None:
        self._period, self._reach = period, reach
        self._inside = [one for one in counts if one.at >= period.span.start]
        is_fair = reach.start <= period.before.start
        self._before = [one for one in counts if one.at < period.span.start] if is_fair else None
        self._due = sum(one.count for one in self._inside if one.state in ("in_time", *OVERDUE))

    def plot(self, kind: PlotKind) -> Plot:
        """Return the plot over time or by hour."""
        rows = [(one.at, one.state, one.count) for one in self._inside if one.state in OVERDUE]
        is_by_hour = kind is PlotKind.OVERDUE_BY_HOUR
        by_key = counts_by(self._hour_of if is_by_hour else self._period.step_of, rows, OVERDUE)
        keys = hours() if is_by_hour else self._period.steps()
        known = set(keys) if is_by_hour else self._known()
        earlier = self._earlier() if is_by_hour or self._period.is_one_day else None
        bars = bars_in_order(keys, by_key, len(OVERDUE), earlier, known)
        total = total_of(bars)
        gap = None if total else Remark("none_overdue", {"of": self._due}) if self._due else Remark("none_due")
        before = None if self._before is None else sum(one.count for one in self._before if one.state in OVERDUE)
        return Plot(kind, OVERDUE, bars, total, self._due, before, gap=gap, remarks=self._remarks())

    def _hour_of(self, at: Instant) -> str:
        return f"{local(at, self._period.zone).hour:02d}"

    def _known(self) -> set[str]:
        """Return the bars that the imports reach, in part at least."""
        span, reach = self._period.span, self._reach
        start = max(span.start, reach.start - reach.start % QUARTER)
        return {self._period.step_of(at) for at in range(start, min(span.end, reach.end), QUARTER)}

    def _earlier(self) -> dict[str, int] | None:
        if self._before is None:
            return None
        rows = [(one.at, one.state, one.count) for one in self._before]
        return {key: sum(counts) for key, counts in counts_by(self._hour_of, rows, OVERDUE).items()}

    def _remarks(self) -> tuple[Remark, ...]:
        span, reach = self._period.span, self._reach
        found = []
        if reach.start > span.start:
            found.append(Remark("orders_from", {"from_at": reach.start}))
        if reach.end < span.end:
            found.append(Remark("orders_until", {"until_at": reach.end}))
        derived = sum(one.count for one in self._inside if one.is_derived and one.state in OVERDUE)
        left_out = sum(one.count for one in self._inside if one.state == "left_out")
        unknown = sum(one.count for one in self._inside if one.state == "unknown")
        for code, count in (("derived", derived), ("left_out", left_out), ("shipped_when", unknown)):
            if count:
                found.append(Remark(code, {"count": count}))
        return tuple(found)


class ParcelCount(Struct, frozen=True):
    """Parcels of one carrier that were shipped in the period: all, those with a trace, those in anomaly now."""

    carrier: str
    shipped: int
    traced: int
    in_anomaly: int


def anomaly_plot(counts: Sequence[ParcelCount]) -> Plot:
    """Return the parcels in anomaly now by carrier, of all that have a trace (D-LOGI-1 to 7)."""
    kind = PlotKind.ANOMALIES_BY_CARRIER
    shipped = sum(one.shipped for one in counts)
    traced = sum(one.traced for one in counts)
    if not shipped:
        return Plot(kind, ANOMALIES, gap=Remark("no_parcels"))
    if not traced:
        return Plot(kind, ANOMALIES, gap=Remark("no_traces", {"shipped": shipped}))
    of = {one.carrier: one.traced for one in counts if one.traced}
    bars, others = longest_bars({one.carrier: (one.in_anomaly,) for one in counts if one.traced}, NO_LABELS)
    bars = tuple(replace(bar, of=of[bar.key]) for bar in bars)
    untraced = (Remark("untraced", {"count": shipped - traced}),) if shipped > traced else ()
    total = sum(one.in_anomaly for one in counts)
    return Plot(kind, ANOMALIES, bars, total, traced, remarks=(*untraced, *others))


def product_plot(rows: Iterable[tuple[str, str, int]], period: Period, coverage: Coverage) -> Plot:
    """Return the orders with cases of a wrong item or an empty parcel by product; rows are its title, flow, count."""
    kind = PlotKind.PROBLEMS_BY_PRODUCT
    if coverage.first_case_at is None:
        return Plot(kind, PROBLEMS, gap=Remark("no_cases"))
    counts: dict[str, list[int]] = {}
    for product, flow, count in rows:
        counts.setdefault(product, [0] * len(PROBLEMS))[PROBLEMS.index(flow)] += count
    if not counts:
        return Plot(kind, PROBLEMS, gap=Remark("no_problems"))
    bars, others = longest_bars(counts, NO_LABELS)
    total = sum(map(sum, counts.values()))
    return Plot(kind, PROBLEMS, bars, total, remarks=(*since_when(coverage.first_case_at, period), *others))
