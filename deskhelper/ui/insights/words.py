"""What the plots say: titles, units, series, bars, and why a figure is not drawn or to be read with care."""

from datetime import date, tzinfo
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskhelper.core.flow import PromiseKind
from deskhelper.core.insights import UPRIGHT, Bar, Behind, Coverage, FigureTable, Plot, PlotKind, Wish
from deskhelper.core.insights_agents import wait_borders
from deskhelper.core.moments import HOUR, Instant, duration, local, short_time
from deskhelper.core.period import Period, PeriodKind
from deskhelper.core.text import Lang
from deskhelper.ui.insights.remark_words import filled, remark_words
from deskhelper.ui.scripts.words import promise_words

translate = QCoreApplication.translate
BETWEEN = " · "
MINUTE = 60

_TITLES: dict[PlotKind, Any] = {
    PlotKind.OVERDUE_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Orders not shipped by their promise, by day"),
    PlotKind.OVERDUE_BY_HOUR: QT_TRANSLATE_NOOP(
        "Insights", "Orders not shipped by their promise, by hour of the promise"
    ),
    PlotKind.CASES_BY_FLOW: QT_TRANSLATE_NOOP("Insights", "Cases opened, by flow"),
    PlotKind.CASES_BY_OUTCOME: QT_TRANSLATE_NOOP("Insights", "Cases opened, by outcome"),
    PlotKind.REPLIES_BY_HOUR: QT_TRANSLATE_NOOP("Insights", "Replies copied, by hour of day"),
    PlotKind.TIME_TO_COPY: QT_TRANSLATE_NOOP("Insights", "Time from opening a case to its first copy"),
    PlotKind.PROMISES_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Promises that fell due, by day"),
    PlotKind.PROMISES_BY_KIND: QT_TRANSLATE_NOOP("Insights", "Promises that fell due, by kind"),
    PlotKind.ANOMALIES_BY_CARRIER: QT_TRANSLATE_NOOP(
        "Insights", "Parcels shipped that stand in an anomaly now, by carrier"
    ),
    PlotKind.TOP_SCRIPTS: QT_TRANSLATE_NOOP("Insights", "Scripts copied most often"),
    PlotKind.UNUSED_SCRIPTS: QT_TRANSLATE_NOOP("Insights", "Library scripts nobody has copied so far, by category"),
    PlotKind.PROBLEMS_BY_PRODUCT: QT_TRANSLATE_NOOP(
        "Insights", "Orders with a wrong item or an empty parcel, by product"
    ),
}
_BY_HOUR: dict[PlotKind, Any] = {
    PlotKind.OVERDUE_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Orders not shipped by their promise, by hour"),
    PlotKind.PROMISES_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Promises that fell due, by hour"),
}
_UNITS: dict[PlotKind, Any] = {
    PlotKind.OVERDUE_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Orders: %1"),
    PlotKind.OVERDUE_BY_HOUR: QT_TRANSLATE_NOOP("Insights", "Orders: %1"),
    PlotKind.CASES_BY_FLOW: QT_TRANSLATE_NOOP("Insights", "Cases: %1"),
    PlotKind.CASES_BY_OUTCOME: QT_TRANSLATE_NOOP("Insights", "Cases: %1"),
    PlotKind.REPLIES_BY_HOUR: QT_TRANSLATE_NOOP("Insights", "Replies: %1"),
    PlotKind.TIME_TO_COPY: QT_TRANSLATE_NOOP("Insights", "Cases: %1"),
    PlotKind.PROMISES_BY_TIME: QT_TRANSLATE_NOOP("Insights", "Promises: %1"),
    PlotKind.PROMISES_BY_KIND: QT_TRANSLATE_NOOP("Insights", "Promises: %1"),
    PlotKind.ANOMALIES_BY_CARRIER: QT_TRANSLATE_NOOP("Insights", "Parcels: %1"),
    PlotKind.TOP_SCRIPTS: QT_TRANSLATE_NOOP("Insights", "Copies: %1"),
    PlotKind.UNUSED_SCRIPTS: QT_TRANSLATE_NOOP("Insights", "Scripts: %1"),
    PlotKind.PROBLEMS_BY_PRODUCT: QT_TRANSLATE_NOOP("Insights", "Orders: %1"),
}
_WHOLES: dict[PlotKind, Any] = {
    PlotKind.OVERDUE_BY_TIME: QT_TRANSLATE_NOOP("Insights", "of %1 whose promise fell due"),
    PlotKind.OVERDUE_BY_HOUR: QT_TRANSLATE_NOOP("Insights", "of %1 whose promise fell due"),
    PlotKind.CASES_BY_OUTCOME: QT_TRANSLATE_NOOP("Insights", "of %1 opened"),
    PlotKind.ANOMALIES_BY_CARRIER: QT_TRANSLATE_NOOP("Insights", "of %1 with a trace"),
    PlotKind.UNUSED_SCRIPTS: QT_TRANSLATE_NOOP("Insights", "of %1 in the library"),
}
_SERIES: dict[str, tuple[Any, str]] = {
    "count": ("", "accent"),
    "shipped_late": (QT_TRANSLATE_NOOP("Insights", "shipped late"), "warn"),
    "waiting": (QT_TRANSLATE_NOOP("Insights", "still not shipped"), "bad"),
    "with_outcome": (QT_TRANSLATE_NOOP("Insights", "with an outcome"), "accent"),
    "under_way": (QT_TRANSLATE_NOOP("Insights", "still without an outcome"), "faint"),
    "kept": (QT_TRANSLATE_NOOP("Insights", "kept"), "ok"),
    "broken": (QT_TRANSLATE_NOOP("Insights", "broken"), "bad"),
    "open": (QT_TRANSLATE_NOOP("Insights", "still open"), "warn"),
    "withdrawn": (QT_TRANSLATE_NOOP("Insights", "withdrawn or replaced"), "faint"),
    "flow": (QT_TRANSLATE_NOOP("Insights", "of the flows"), "accent"),
    "library": (QT_TRANSLATE_NOOP("Insights", "of the library"), "ok"),
    "in_anomaly": (QT_TRANSLATE_NOOP("Insights", "in an anomaly"), "bad"),
    "wrong_item": (QT_TRANSLATE_NOOP("Insights", "wrong item"), "warn"),
    "empty_parcel": (QT_TRANSLATE_NOOP("Insights", "empty parcel"), "bad"),
}
"""Each series with its token of the theme."""


def plot_title(kind: PlotKind, period: Period) -> str:
    """Return what a plot counts."""
    words = _BY_HOUR.get(kind) if period.is_one_day else None
    return translate("Insights", words or _TITLES[kind])


def count_words(plot: Plot, lang: Lang) -> str:
    """Return how many things stand behind a plot, of how many, and how many it was in the period before."""
    parts = [filled(_UNITS[plot.kind], {"1": plot.total})]
    if plot.of is not None and plot.kind in _WHOLES:
        parts[0] += " " + filled(_WHOLES[plot.kind], {"1": plot.of})
    if plot.median is not None:
        parts.append(filled(QT_TRANSLATE_NOOP("Insights", "half within %1"), {"1": span_words(plot.median, lang)}))
    if plot.p90 is not None:
        parts.append(filled(QT_TRANSLATE_NOOP("Insights", "90 % within %1"), {"1": span_words(plot.p90, lang)}))
    if plot.before is not None:
        parts.append(filled(QT_TRANSLATE_NOOP("Insights", "the period before: %1"), {"1": plot.before}))
    return BETWEEN.join(parts)


def series_words(series: str) -> str:
    """Return the name of a series, empty for one that needs none."""
    words = _SERIES[series][0]
    return translate("Insights", words) if words else ""


def series_token(series: str) -> str:
    """Return the colour of a series."""
    return _SERIES[series][1]


def bar_name(kind: PlotKind, bar: Bar, lang: Lang) -> str:
    """Return what stands under or before a bar."""
    if bar.label is not None:
        return bar.label.within(lang)
    if kind is PlotKind.TIME_TO_COPY:
        return wait_words(bar.key, lang)
    if kind is PlotKind.PROMISES_BY_KIND:
        return promise_words(PromiseKind(bar.key))
    if kind in UPRIGHT:
        return bar.key if len(bar.key) == 2 else _day(bar.key)
    mark = {PlotKind.TOP_SCRIPTS: ":", PlotKind.CASES_BY_OUTCOME: "/"}.get(kind)
    known = bar.key.partition(mark)[2] if mark else bar.key
    return known or translate("Insights", "(no name)")


def bar_words(plot: Plot, bar: Bar, lang: Lang) -> str:
    """Return what a bar says: its name, its count, and its series where there are several."""
    name = bar_name(plot.kind, bar, lang)
    if plot.kind in UPRIGHT and len(bar.key) == 2:
        name = f"{int(bar.key)}:00–{int(bar.key) + 1}:00"
    if not bar.is_known:
        return BETWEEN.join((name, translate("Insights", "no data")))
    count = f"{bar.total:,}" if bar.of is None else f"{bar.total:,} / {bar.of:,}"
    parts = [f"{name}{BETWEEN}{count}"]
    if len(plot.series) > 1:
        each = (f"{series_words(one)} {count:,}" for one, count in zip(plot.series, bar.counts, strict=True) if count)
        parts += each
    if bar.before is not None:
        parts.append(filled(QT_TRANSLATE_NOOP("Insights", "the period before: %1"), {"1": bar.before}))
    return BETWEEN.join(parts)


def period_words(wish: Wish) -> str:
    """Return from when to when is counted, and what it is held against."""
    span, before, zone = wish.period.span, wish.period.before, wish.period.zone
    words = QT_TRANSLATE_NOOP("Insights", "Counted: %1 to %2; the period before: %3 to %4")
    times = [short_time(at, zone) for at in (span.start, span.end, before.start, before.end)]
    return filled(words, {str(place): time for place, time in enumerate(times, 1)})


def coverage_words(coverage: Coverage, zone: tzinfo) -> str:
    """Return from when to when orders were imported, and since when replies are recorded."""
    if coverage.orders is None:
        return translate("Insights", "No orders have been imported yet.")
    words = QT_TRANSLATE_NOOP("Insights", "Orders known: %1 to %2 (last import)")
    parts = [filled(words, {"1": long_time(coverage.orders.start, zone), "2": long_time(coverage.orders.end, zone)})]
    if coverage.first_copy_at is not None:
        words = QT_TRANSLATE_NOOP("Insights", "replies recorded since %1")
        parts.append(filled(words, {"1": long_time(coverage.first_copy_at, zone)}))
    return BETWEEN.join(parts)


def long_time(at: Instant, zone: tzinfo) -> str:
    """Return a moment with its year: data may reach back for years."""
    return f"{local(at, zone).year}-{short_time(at, zone)}"


def period_name(kind: PeriodKind) -> str:
    """Return the name of a way to choose a period."""
    return {
        PeriodKind.TODAY: translate("Insights", "Today"),
        PeriodKind.WEEK: translate("Insights", "7 days"),
        PeriodKind.MONTH: translate("Insights", "30 days"),
        PeriodKind.CHOSEN: translate("Insights", "From – to"),
    }[kind]


def wait_words(key: str, lang: Lang) -> str:
    """Return the borders of a bar of the time to a copy: `30–60 秒`, `1–2 min`."""
    least, below = wait_borders(key)
    if below is None:
        return f"≥ {span_words(least, lang)}"
    unit, word = next(
        (size, word)
        for size, word in (
            (HOUR, translate("Insights", "h")), (MINUTE, translate("Insights", "min")), (1, translate("Insights", "s"))
        )
        if least >= size or size == 1
    )  # fmt: skip
    return f"{least // unit}–{below // unit} {word}"


def span_words(seconds: int, lang: Lang) -> str:
    """Return a span of time; under an hour with its seconds."""
    if seconds >= HOUR:
        return duration(seconds, lang)
    minutes, rest = divmod(seconds, MINUTE)
    parts = [(minutes, translate("Insights", "min")), (rest, translate("Insights", "s"))]
    used = [f"{count} {word}" for count, word in parts if count]
    return " ".join(used) or f"0 {parts[1][1]}"


def table_of(plot: Plot, wish: Wish, lang: Lang) -> FigureTable:
    """Return a plot as a table for a spreadsheet, with all that is to be known of it."""
    zone = wish.period.zone
    remarks = [period_words(wish), count_words(plot, lang)]
    remarks += [remark_words(one, zone) for one in (*((plot.gap,) if plot.gap else ()), *plot.remarks)]
    names = [series_words(one) or translate("Insights", "Count") for one in plot.series]
    has_before = any(bar.before is not None for bar in plot.bars)
    has_of = any(bar.of is not None for bar in plot.bars)
    header = ["", *names]
    if has_of:
        header.append(translate("Insights", "Of"))
    if has_before:
        header.append(translate("Insights", "Period before"))
    rows = []
    for bar in plot.bars if plot.gap is None else ():
        row: list[str | int] = [bar_name(plot.kind, bar, lang), *(bar.counts if bar.is_known else [""] * len(names))]
        row += [bar.of if bar.of is not None else ""] if has_of else []
        row += [bar.before if bar.before is not None else ""] if has_before else []
        rows.append(tuple(row))
    return FigureTable(plot_title(plot.kind, wish.period), tuple(remarks), tuple(header), tuple(rows))


def time_words(at: Instant | None, zone: tzinfo) -> str:
    """Return a moment in short, empty where there is none."""
    return "" if at is None else short_time(at, zone)


def _day(key: str) -> str:
    day = date.fromisoformat(key)
    return f"{day.month}-{day.day:02d}"


def behind_words(kind: PlotKind, row: Behind, zone: tzinfo) -> str:
    """Return what is to be said of one thing behind a bar: what became of it, when, by whom."""
    then = time_words(row.then, zone)
    words = {
        PlotKind.OVERDUE_BY_TIME: QT_TRANSLATE_NOOP("Insights", "shipped %1"),
        PlotKind.OVERDUE_BY_HOUR: QT_TRANSLATE_NOOP("Insights", "shipped %1"),
        PlotKind.TIME_TO_COPY: QT_TRANSLATE_NOOP("Insights", "copied %1"),
        PlotKind.ANOMALIES_BY_CARRIER: QT_TRANSLATE_NOOP("Insights", "shipped %1"),
    }
    parts = [series_words(row.state) if row.state in _SERIES else ""]
    if kind is PlotKind.ANOMALIES_BY_CARRIER:
        then = time_words(row.at, zone)
    if then:
        parts.append(filled(words.get(kind, QT_TRANSLATE_NOOP("Insights", "closed %1")), {"1": then}))
    return BETWEEN.join(filter(None, (*parts, row.agent)))
