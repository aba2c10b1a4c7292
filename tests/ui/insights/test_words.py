"""Every plot has its words: titles, units, series, reasons."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from deskhelper.core.insights import Bar, Behind, Coverage, Plot, PlotKind, Remark, Wish
from deskhelper.core.insights_agents import CASES, PROMISES, SCRIPTS
from deskhelper.core.insights_orders import ANOMALIES, OVERDUE, PROBLEMS
from deskhelper.core.moments import parse_iso
from deskhelper.core.period import PeriodKind, chosen_days, last_days
from deskhelper.core.text import Text
from deskhelper.ui.insights.remark_words import remark_words
from deskhelper.ui.insights.words import (
    bar_name,
    bar_words,
    behind_words,
    count_words,
    coverage_words,
    period_name,
    plot_title,
    series_token,
    series_words,
    span_words,
    table_of,
    wait_words,
)

ZONE = ZoneInfo("Asia/Shanghai")
NOW = parse_iso("2026-05-19T12:20:00", ZONE)
WEEK = last_days(PeriodKind.WEEK, NOW, ZONE)
TODAY = last_days(PeriodKind.TODAY, NOW, ZONE)


@pytest.mark.parametrize("kind", PlotKind)
def test_every_plot_says_what_it_counts(kind: PlotKind) -> None:
    assert plot_title(kind, WEEK)
    assert "7" in count_words(Plot(kind, total=7), "en")


def test_a_single_day_is_told_by_hours() -> None:
    assert plot_title(PlotKind.OVERDUE_BY_TIME, TODAY).endswith("by hour")
    assert plot_title(PlotKind.OVERDUE_BY_TIME, WEEK).endswith("by day")


@pytest.mark.parametrize("series", [*OVERDUE, *CASES, *PROMISES, *SCRIPTS, *ANOMALIES, *PROBLEMS])
def test_every_series_has_a_name_and_a_colour(series: str) -> None:
    assert series_words(series)
    assert series_token(series)


def test_counts_are_told_with_what_they_are_part_of_and_held_against() -> None:
    plot = Plot(PlotKind.OVERDUE_BY_TIME, total=1200, of=3400, before=80)
    assert count_words(plot, "en") == "Orders: 1,200 of 3,400 whose promise fell due · the period before: 80"
    assert count_words(Plot(PlotKind.TIME_TO_COPY, total=20, median=32, p90=156), "en") == (
        "Cases: 20 · half within 32 s · 90 % within 2 min 36 s"
    )


def test_a_bar_says_its_parts() -> None:
    plot = Plot(PlotKind.OVERDUE_BY_TIME, OVERDUE)
    assert bar_words(plot, Bar("2026-05-09", (3, 1)), "en") == "5-09 · 4 · shipped late 3 · still not shipped 1"
    assert bar_words(plot, Bar("07", (0, 1), before=2), "en").endswith("still not shipped 1 · the period before: 2")
    assert bar_words(plot, Bar("2026-05-09", (0, 0), is_known=False), "en") == "5-09 · no data"
    parcels = Plot(PlotKind.ANOMALIES_BY_CARRIER, ANOMALIES)
    assert bar_words(parcels, Bar("圆通", (3,), of=8), "en") == "圆通 · 3 / 8"


@pytest.mark.parametrize(
    ("kind", "bar", "name"),
    [
        (PlotKind.REPLIES_BY_HOUR, Bar("07", (1,)), "07"),
        (PlotKind.CASES_BY_FLOW, Bar("x", (1,), Text(zh="催发货", en="Urge")), "Urge"),
        (PlotKind.CASES_BY_OUTCOME, Bar("x/D-1", (1,)), "D-1"),
        (PlotKind.TOP_SCRIPTS, Bar("flow:late", (1,)), "late"),
        (PlotKind.PROMISES_BY_KIND, Bar("refund", (1,)), "Refund"),
        (PlotKind.ANOMALIES_BY_CARRIER, Bar("", (1,)), "(no name)"),
    ],
)
def test_a_bar_has_a_name(kind: PlotKind, bar: Bar, name: str) -> None:
    assert bar_name(kind, bar, "en") == name


def test_waits_are_told_by_their_borders() -> None:
    assert [wait_words(str(place), "en") for place in range(9)] == [
        "0–10 s", "10–30 s", "30–60 s", "1–2 min", "2–5 min", "5–15 min", "15–60 min", "1–24 h", "≥ 1 d",
    ]  # fmt: skip
    assert [span_words(seconds, "en") for seconds in (0, 59, 60, 61, 3600, 90_000)] == [
        "0 s", "59 s", "1 min", "1 min 1 s", "1 h", "1 d 1 h",
    ]  # fmt: skip


def test_a_reason_tells_times_and_counts() -> None:
    remark = Remark("not_covered", {"from_at": NOW - 86400, "until_at": NOW})
    assert "5-18 12:20 to 5-19 12:20" in remark_words(remark, ZONE)
    assert "12,345" in remark_words(Remark("derived", {"count": 12_345}), ZONE)


def test_how_far_the_data_reaches_is_told() -> None:
    assert coverage_words(Coverage(), ZONE) == "No orders have been imported yet."
    told = coverage_words(Coverage(NOW - 86400, NOW, NOW), ZONE)
    assert told.startswith("Orders known: 2026-5-18 12:20 to 2026-5-19 12:20")
    assert told.endswith("replies recorded since 2026-5-19 12:20")


@pytest.mark.parametrize("kind", PeriodKind)
def test_every_way_to_choose_a_period_has_a_name(kind: PeriodKind) -> None:
    assert period_name(kind)


def test_what_stands_behind_a_bar_says_what_became_of_it() -> None:
    row = Behind("pdd", "1", at=NOW, then=NOW, state="shipped_late", agent="小测")
    assert behind_words(PlotKind.OVERDUE_BY_HOUR, row, ZONE) == "shipped late · shipped 5-19 12:20 · 小测"
    parcel = Behind("pdd", "1", at=NOW, state="in_anomaly")
    assert behind_words(PlotKind.ANOMALIES_BY_CARRIER, parcel, ZONE) == "in an anomaly · shipped 5-19 12:20"
    assert behind_words(PlotKind.CASES_BY_FLOW, Behind("pdd", "1", then=NOW), ZONE) == "closed 5-19 12:20"


def test_a_table_has_all_that_is_on_the_card() -> None:
    bars = (Bar("2026-05-18", (0, 0), is_known=False), Bar("2026-05-19", (3, 1), before=2))
    plot = Plot(PlotKind.OVERDUE_BY_TIME, OVERDUE, bars, 4, 9, remarks=(Remark("derived", {"count": 2}),))
    table = table_of(plot, Wish(WEEK), "en")
    assert table.header == ("", "shipped late", "still not shipped", "Period before")
    assert table.rows == (("5-18", "", "", ""), ("5-19", 3, 1, 2))
    assert any("2 of them" in remark for remark in table.remarks)


def test_a_table_without_a_figure_says_why() -> None:
    plot = Plot(PlotKind.ANOMALIES_BY_CARRIER, ANOMALIES, gap=Remark("no_parcels"))
    table = table_of(plot, Wish(chosen_days(date(2026, 5, 1), date(2026, 5, 2), NOW, ZONE)), "en")
    assert table.rows == ()
    assert remark_words(Remark("no_parcels"), ZONE) in table.remarks
