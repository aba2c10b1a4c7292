"""Plots of what agents did: cases, replies, how long a reply took, promises, scripts."""

from collections.abc import Iterable, Mapping, Sequence

from deskhelper.core.insights import (
    LEAST_FOR_MEDIAN,
    LEAST_FOR_P90,
    NO_LABELS,
    Bar,
    Coverage,
    Plot,
    PlotKind,
    Remark,
    Wish,
    bars_in_order,
    counts_by,
    longest_bars,
    percentile,
    reaches_back,
    since_when,
    total_of,
)
from deskhelper.core.moments import DAY, HOUR, local
from deskhelper.core.period import QUARTER, Period, hours
from deskhelper.core.text import Text

MINUTE = 60
CASES = ("with_outcome", "under_way")
PROMISES = ("kept", "broken", "open", "withdrawn")
SCRIPTS = ("flow", "library")
NO_OUTCOME = ""

WAITS = (10, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, DAY)
"""The upper borders, in seconds, of the bars of the time to a copy; a last bar has none."""

QuarterCount = tuple[int, int]
"""A quarter of an hour (see QUARTER) and a count."""


def case_plots(
    rows: Sequence[tuple[str, str, int]],
    before: int,
    flows: Mapping[str, Text],
    outcomes: Mapping[str, Text],
    wish: Wish,
    coverage: Coverage,
) -> list[Plot]:
    """Return cases by flow and by outcome; rows are flow, outcome (NO_OUTCOME: none yet) and count.

    `before` counts the period before. A key of the second plot is `flow/outcome`, `flow/` for those under way.
    """
    kinds = (PlotKind.CASES_BY_FLOW, PlotKind.CASES_BY_OUTCOME)
    if coverage.first_case_at is None:
        return [Plot(kind, _case_series(kind), gap=Remark("no_cases")) for kind in kinds]
    if not rows:
        return [Plot(kind, _case_series(kind), gap=Remark("no_cases_then")) for kind in kinds]
    by_flow: dict[str, list[int]] = {}
    by_outcome: dict[str, list[int]] = {}
    for flow, outcome, count in rows:
        by_flow.setdefault(flow, [0, 0])[int(outcome == NO_OUTCOME)] += count
        if outcome != NO_OUTCOME:
            by_outcome.setdefault(f"{flow}/{outcome}", [0])[0] += count
    earlier = before if reaches_back(coverage.first_case_at, wish.period) else None
    since = since_when(coverage.first_case_at, wish.period)
    bars, others = longest_bars(by_flow, flows)
    total = sum(map(sum, by_flow.values()))
    first = Plot(kinds[0], CASES, bars, total, before=earlier, remarks=(*since, *others))
    ended = sum(map(sum, by_outcome.values()))
    bars, others = longest_bars(by_outcome, outcomes)
    gap = None if ended else Remark("no_outcomes", {"cases": total})
    return [first, Plot(kinds[1], ("count",), bars, ended, total, gap=gap, remarks=(*since, *others))]


def _case_series(kind: PlotKind) -> tuple[str, ...]:
    return CASES if kind is PlotKind.CASES_BY_FLOW else ("count",)


def reply_plot(counts: Sequence[QuarterCount], before: Sequence[QuarterCount], period: Period, first: Coverage) -> Plot:
    """Return copied replies by hour of day, of all days together."""
    kind = PlotKind.REPLIES_BY_HOUR
    if first.first_copy_at is None:
        return Plot(kind, gap=Remark("no_copies"))

    def by_hour(rows: Iterable[QuarterCount]) -> dict[str, list[int]]:
        moments = [(quarter * QUARTER, "count", count) for quarter, count in rows]
        return counts_by(lambda at: f"{local(at, period.zone).hour:02d}", moments, ("count",))

    earlier = None
    if reaches_back(first.first_copy_at, period):
        earlier = {key: values[0] for key, values in by_hour(before).items()}
    bars = bars_in_order(hours(), by_hour(counts), 1, earlier)
    total = total_of(bars)
    gap = None if total else Remark("no_copies_then")
    earlier_total = None if earlier is None else sum(earlier.values())
    remarks = since_when(first.first_copy_at, period)
    return Plot(kind, ("count",), bars, total, before=earlier_total, gap=gap, remarks=remarks)


def wait_plot(seconds: Iterable[int], without: int, period: Period, coverage: Coverage) -> Plot:
    """Return how long it took from opening a case to its first copy; `without` cases have none yet.

    The median is told from LEAST_FOR_MEDIAN cases on, the 90th percentile from LEAST_FOR_P90 on.
    """
    kind = PlotKind.TIME_TO_COPY
    if coverage.first_case_at is None:
        return Plot(kind, gap=Remark("no_cases"))
    waits = sorted(seconds)
    if len(waits) < LEAST_FOR_MEDIAN:
        return Plot(kind, total=len(waits), gap=Remark("too_few", {"cases": len(waits), "least": LEAST_FOR_MEDIAN}))
    counts = [0] * (len(WAITS) + 1)
    for wait in waits:
        counts[next((place for place, border in enumerate(WAITS) if wait < border), len(WAITS))] += 1
    bars = tuple(Bar(str(place), (count,)) for place, count in enumerate(counts))
    has_p90 = len(waits) >= LEAST_FOR_P90
    few = () if has_p90 else (Remark("no_p90", {"least": LEAST_FOR_P90}),)
    unsent = (Remark("without_copy", {"count": without}),) if without else ()
    p90 = percentile(waits, 0.9) if has_p90 else None
    remarks = (*since_when(coverage.first_case_at, period), *unsent, *few)
    return Plot(kind, bars=bars, total=len(waits), median=percentile(waits, 0.5), p90=p90, remarks=remarks)


def wait_borders(key: str) -> tuple[int, int | None]:
    """Return from and up to how many seconds the bar `key` of the time to a copy goes; None: without a border."""
    place = int(key)
    return WAITS[place - 1] if place else 0, WAITS[place] if place < len(WAITS) else None


def promise_plots(rows: Sequence[tuple[int, str, str, int]], period: Period, coverage: Coverage) -> list[Plot]:
    """Return promises that fell due, by what became of them, over time and by kind.

    Rows are the quarter of an hour of the due time, kind, state (one of PROMISES) and count.
    """
    kinds = (PlotKind.PROMISES_BY_TIME, PlotKind.PROMISES_BY_KIND)
    if coverage.first_promise_at is None:
        return [Plot(kind, PROMISES, gap=Remark("no_promises")) for kind in kinds]
    if not rows:
        return [Plot(kind, PROMISES, gap=Remark("no_promises_due")) for kind in kinds]
    moments = [(quarter * QUARTER, state, count) for quarter, _, state, count in rows]
    over_time = bars_in_order(period.steps(), counts_by(period.step_of, moments, PROMISES), len(PROMISES))
    by_kind: dict[str, list[int]] = {}
    for _, kind, state, count in rows:
        by_kind.setdefault(kind, [0] * len(PROMISES))[PROMISES.index(state)] += count
    total = total_of(over_time)
    since = since_when(coverage.first_promise_at, period)
    return [
        Plot(kinds[0], PROMISES, over_time, total, remarks=since),
        Plot(kinds[1], PROMISES, longest_bars(by_kind, NO_LABELS)[0], total, remarks=since),
    ]


def script_plots(
    used: Sequence[tuple[str, bool, int]],
    titles: Mapping[str, Text],
    unused: Mapping[str, int],
    library: int,
    wish: Wish,
    coverage: Coverage,
) -> list[Plot]:
    """Return the scripts copied most often, and where in the library those stand that nobody ever copied.

    `used` are script, whether it is one of a flow, and copies; `titles` go by the same keys as the bars: `flow:id` and
    `library:id`. `unused` counts scripts by topmost category, of `library` scripts in all.
    """
    kinds = (PlotKind.TOP_SCRIPTS, PlotKind.UNUSED_SCRIPTS)
    if coverage.first_copy_at is None:
        return [Plot(kinds[0], SCRIPTS, gap=Remark("no_copies")), Plot(kinds[1], gap=Remark("no_copies"))]
    counts = {
        f"{'flow' if is_flow else 'library'}:{script}": (count, 0) if is_flow else (0, count)
        for script, is_flow, count in used
    }
    bars, others = longest_bars(counts, titles)
    since = since_when(coverage.first_copy_at, wish.period)
    total = sum(map(sum, counts.values()))
    top = Plot(kinds[0], SCRIPTS, bars, total, gap=None if counts else Remark("no_copies_then"),
               remarks=(*since, *others))  # fmt: skip
    left = longest_bars({category: (count,) for category, count in unused.items()}, NO_LABELS)
    gap = None if unused else Remark("all_used", {"scripts": library})
    recorded = Remark("recorded_since", {"since_at": coverage.first_copy_at})
    return [
        top,
        Plot(kinds[1], ("count",), left[0], sum(unused.values()), library, gap=gap, remarks=(recorded, *left[1])),
    ]
