"""Figures of a period as plots: what each counts, and in words where the data cannot bear a figure.

A plot has bars of one or more series. Its `gap` says why nothing is drawn; its remarks say what is left out. Both are
codes with values, for screen and command line have their own words.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import Instant
from deskhelper.core.period import Period, Span
from deskhelper.core.text import Text

LEAST_FOR_MEDIAN = 5
LEAST_FOR_P90 = 20
MOST_BARS = 12
NO_LABELS: Mapping[str, Text] = {}
"""For bars whose keys are names already, or have words of their own on screen."""


class PlotKind(StrEnum):
    """What a plot counts."""

    OVERDUE_BY_TIME = "overdue_by_time"
    OVERDUE_BY_HOUR = "overdue_by_hour"
    CASES_BY_FLOW = "cases_by_flow"
    CASES_BY_OUTCOME = "cases_by_outcome"
    REPLIES_BY_HOUR = "replies_by_hour"
    TIME_TO_COPY = "time_to_copy"
    PROMISES_BY_TIME = "promises_by_time"
    PROMISES_BY_KIND = "promises_by_kind"
    ANOMALIES_BY_CARRIER = "anomalies_by_carrier"
    TOP_SCRIPTS = "top_scripts"
    UNUSED_SCRIPTS = "unused_scripts"
    PROBLEMS_BY_PRODUCT = "problems_by_product"


UPRIGHT = frozenset({
    PlotKind.OVERDUE_BY_TIME, PlotKind.OVERDUE_BY_HOUR, PlotKind.REPLIES_BY_HOUR, PlotKind.TIME_TO_COPY,
    PlotKind.PROMISES_BY_TIME,
})  # fmt: skip
"""Plots whose bars follow an order of their own and stand; the others lie, the longest on top, for long names."""

NOT_BY_AGENT = frozenset({
    PlotKind.OVERDUE_BY_TIME, PlotKind.OVERDUE_BY_HOUR, PlotKind.ANOMALIES_BY_CARRIER, PlotKind.UNUSED_SCRIPTS,
})  # fmt: skip
"""Plots of what no agent did alone: a choice of agent does not touch them."""


class Wish(Struct, frozen=True):
    """What is looked at: a period, and one shop and one agent where they are named."""

    period: Period
    shop: str = ""
    agent: str = ""


class Remark(Struct, frozen=True):
    """Something to know of a plot: a code, and values for its words; instants are values of names in `_at`."""

    code: str
    values: dict[str, int | str] = {}


class Bar(Struct, frozen=True):
    """One bar: its key, the counts of the plot's series, and the count of the period before where that is fair.

    `label` None: the key is a day or an hour, or has words of its own on screen. `is_known` False: no data reaches it.
    `of`: of how many things its own are a part.
    """

    key: str
    counts: tuple[int, ...]
    label: Text | None = None
    before: int | None = None
    is_known: bool = True
    of: int | None = None

    @property
    def total(self) -> int:
        """The counts of all series."""
        return sum(self.counts)


class Plot(Struct, frozen=True):
    """A plot: its bars, how many things stand behind them, and of how many they are a part (None: of nothing more).

    `median` and `p90` are seconds. With a `gap` there is nothing to draw.
    """

    kind: PlotKind
    series: tuple[str, ...] = ("count",)
    bars: tuple[Bar, ...] = ()
    total: int = 0
    of: int | None = None
    before: int | None = None
    median: int | None = None
    p90: int | None = None
    gap: Remark | None = None
    remarks: tuple[Remark, ...] = ()


class Coverage(Struct, frozen=True):
    """How far the data reaches: order times, imports, and what was recorded since when. None: nothing at all."""

    first_order_at: Instant | None = None
    last_import_at: Instant | None = None
    first_copy_at: Instant | None = None
    first_case_at: Instant | None = None
    first_promise_at: Instant | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that any plot could count."""
        return self.orders is None and self.first_copy_at is None and self.first_case_at is None

    @property
    def orders(self) -> Span | None:
        """From the first order to the last import: outside of it nobody can say what became of an order."""
        if self.first_order_at is None or self.last_import_at is None:
            return None
        return Span(self.first_order_at, max(self.first_order_at, self.last_import_at))


class Behind(Struct, frozen=True):
    """One thing behind a bar: an order, the case on it where there is one, or a script; `at` and `then` are instants.

    `title` is the product, or the words of a promise or script; `state` is one of the plot's series, or empty.
    """

    platform: str = ""
    order_no: str = ""
    case_id: str = ""
    title: str = ""
    at: Instant | None = None
    then: Instant | None = None
    state: str = ""
    agent: str = ""


class FigureTable(Struct, frozen=True):
    """A plot as a table: its title, what to know of it, the header, and rows of words and counts."""

    title: str
    remarks: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


Counted = Mapping[str, Sequence[int]]
"""Counts of all series by bar."""


def counts_by(
    key_of: Callable[[Instant], str], rows: Iterable[tuple[Instant, str, int]], series: Sequence[str]
) -> dict[str, list[int]]:
    """Return the counts of `series` by the key of each moment; rows of other series are left out."""
    found: dict[str, list[int]] = {}
    for at, name, count in rows:
        if name in series:
            found.setdefault(key_of(at), [0] * len(series))[series.index(name)] += count
    return found


def bars_in_order(
    keys: Iterable[str],
    counts: Counted,
    width: int,
    before: Mapping[str, int] | None = None,
    known: Collection[str] | None = None,
) -> tuple[Bar, ...]:
    """Return one bar for each of `keys`, empty ones too; `width` is the number of series.

    `known` are the bars that the data reaches, None: all of them.
    """
    return tuple(
        Bar(
            key,
            tuple(counts.get(key, [0] * width)),
            before=None if before is None else before.get(key, 0),
            is_known=known is None or key in known,
        )
        for key in keys
    )


def longest_bars(
    counts: Counted, labels: Mapping[str, Text], most: int = MOST_BARS
) -> tuple[tuple[Bar, ...], tuple[Remark, ...]]:
    """Return the `most` longest bars, equal ones by key, and a remark on those left out."""
    ranked = sorted(counts, key=lambda key: (-sum(counts[key]), key))
    bars = tuple(Bar(key, tuple(counts[key]), labels.get(key)) for key in ranked[:most])
    rest = ranked[most:]
    left = sum(sum(counts[key]) for key in rest)
    return bars, (Remark("others", {"bars": len(rest), "count": left}),) if rest else ()


def total_of(bars: Iterable[Bar]) -> int:
    """Return the counts of all bars."""
    return sum(bar.total for bar in bars)


def percentile(values: Sequence[int], share: float) -> int:
    """Return the smallest of the sorted `values` that at least `share` of them do not pass (nearest rank)."""
    rank = max(1, -int(-share * len(values) // 1))
    return values[rank - 1]


def since_when(first: Instant | None, period: Period) -> tuple[Remark, ...]:
    """Return a remark where records begin only within the period."""
    if first is None or first <= period.span.start:
        return ()
    return (Remark("recorded_since", {"since_at": first}),)


def reaches_back(first: Instant | None, period: Period) -> bool:
    """Tell whether records go back to the beginning of the period before, so that the two may be compared."""
    return first is not None and first <= period.before.start
