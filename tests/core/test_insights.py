"""Small worlds counted by hand: each plot says what is there, and in words where nothing can be said."""

from collections.abc import Mapping
from datetime import date

import pytest

from deskhelper.core.insights import (
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
)
from deskhelper.core.insights_agents import (
    WAITS,
    case_plots,
    promise_plots,
    reply_plot,
    script_plots,
    wait_borders,
    wait_plot,
)
from deskhelper.core.insights_orders import DueCount, ParcelCount, anomaly_plot, known_span, overdue_plots, product_plot
from deskhelper.core.moments import DAY, Instant
from deskhelper.core.period import QUARTER, Period, PeriodKind, Span, chosen_days, last_days
from deskhelper.core.text import Text
from tests.core.test_period import NOW, ZONE, at

WEEK = last_days(PeriodKind.WEEK, NOW, ZONE)
TODAY = last_days(PeriodKind.TODAY, NOW, ZONE)
LONG_AGO = at("2026-01-01")
ALL = Coverage(LONG_AGO, NOW, LONG_AGO, LONG_AGO, LONG_AGO)


def quarter(words: str) -> int:
    return at(words) // QUARTER


def due(words: str, state: str = "waiting", count: int = 1, is_derived: bool = False) -> DueCount:
    return DueCount(quarter(words), state, is_derived, count)


def drawn(plot: Plot) -> dict[str, tuple[int, ...]]:
    """Return the bars that have a length."""
    return {bar.key: bar.counts for bar in plot.bars if bar.total}


def codes(plot: Plot) -> list[str]:
    return [remark.code for remark in plot.remarks]


class TestOverdue:
    def test_counts_by_the_day_and_the_hour_in_which_the_promise_passed(self) -> None:
        counts = [
            due("2026-05-18T23:45:00"),
            due("2026-05-19T00:00:00", count=2),
            due("2026-05-17T23:45:00", "shipped_late", 3),
            due("2026-05-18T09:00:00", "in_time", 10),
        ]
        by_day, by_hour = overdue_plots(counts, WEEK, ALL)
        assert drawn(by_day) == {"2026-05-17": (3, 0), "2026-05-18": (0, 1), "2026-05-19": (0, 2)}
        assert drawn(by_hour) == {"00": (0, 2), "23": (3, 1)}
        assert [(plot.total, plot.of, plot.gap) for plot in (by_day, by_hour)] == [(6, 16, None)] * 2
        assert len(by_day.bars) == 7
        assert len(by_hour.bars) == 24

    def test_a_single_day_is_one_plot_by_hour_held_against_the_day_before(self) -> None:
        counts = [due("2026-05-19T07:15:00", count=2), due("2026-05-18T07:30:00", "shipped_late", 5)]
        (plot,) = overdue_plots([*counts, due("2026-05-18T08:00:00", "in_time", 4)], TODAY, ALL)
        assert drawn(plot) == {"07": (0, 2)}
        assert {bar.key: bar.before for bar in plot.bars if bar.before} == {"07": 5}
        assert (plot.total, plot.before) == (2, 5)

    def test_what_the_imports_do_not_reach_is_no_figure(self) -> None:
        coverage = Coverage(at("2026-05-15T10:00:00"), at("2026-05-18T20:10:00"))
        by_day, _ = overdue_plots([due("2026-05-16T10:00:00")], WEEK, coverage)
        assert [bar.key for bar in by_day.bars if bar.is_known] == [f"2026-05-{day}" for day in (15, 16, 17, 18)]
        assert by_day.before is None
        assert by_day.remarks == (
            Remark("orders_from", {"from_at": at("2026-05-15T10:00:00")}),
            Remark("orders_until", {"until_at": at("2026-05-18T20:10:00")}),
        )

    def test_is_counted_up_to_the_last_import(self) -> None:
        last = at("2026-05-18T20:10:07")
        assert known_span(WEEK, Coverage(LONG_AGO, last)) == Span(at("2026-05-13"), last)
        assert known_span(WEEK, ALL) == WEEK.span
        assert known_span(WEEK, Coverage()) == Span(at("2026-05-13"), at("2026-05-13"))
        assert known_span(WEEK, Coverage(LONG_AGO, LONG_AGO)) == Span(at("2026-05-13"), at("2026-05-13"))

    @pytest.mark.parametrize(
        ("counts", "coverage", "gap"),
        [
            ([], Coverage(), "no_orders"),
            ([], Coverage(first_order_at=LONG_AGO), "no_orders"),
            ([], Coverage(LONG_AGO, at("2026-05-13")), "not_covered"),
            ([], Coverage(NOW, NOW), "not_covered"),
            ([], ALL, "none_due"),
            ([due("2026-05-18T10:00:00", "in_time", 3)], ALL, "none_overdue"),
        ],
    )
    def test_says_why_nothing_is_drawn(self, counts: list[DueCount], coverage: Coverage, gap: str) -> None:
        plots = overdue_plots(counts, WEEK, coverage)
        assert [plot.gap.code for plot in plots if plot.gap] == [gap, gap]

    def test_says_what_is_reckoned_and_what_is_left_out(self) -> None:
        counts = [
            due("2026-05-18T10:00:00", count=2, is_derived=True),
            due("2026-05-18T10:00:00", "in_time", 9, is_derived=True),
            due("2026-05-18T10:00:00", "left_out", 4),
            due("2026-05-18T10:00:00", "unknown", 5),
        ]
        plot = overdue_plots(counts, WEEK, ALL)[0]
        told = {remark.code: remark.values["count"] for remark in plot.remarks}
        assert told == {"derived": 2, "left_out": 4, "shipped_when": 5}
        assert (plot.total, plot.of) == (2, 11)

    def test_a_past_day_of_which_all_is_known_has_no_remark(self) -> None:
        period = chosen_days(date(2026, 5, 1), date(2026, 5, 2), NOW, ZONE)
        assert overdue_plots([due("2026-05-02T10:00:00")], period, ALL)[0].remarks == ()


class TestParcels:
    def test_counts_parcels_in_anomaly_of_those_with_a_trace(self) -> None:
        plot = anomaly_plot([ParcelCount("中通", 10, 6, 1), ParcelCount("圆通", 5, 5, 3), ParcelCount("邮政", 4, 0, 0)])
        assert [(bar.key, bar.counts, bar.of) for bar in plot.bars] == [("圆通", (3,), 5), ("中通", (1,), 6)]
        assert (plot.total, plot.of) == (4, 11)
        assert plot.remarks == (Remark("untraced", {"count": 8}),)

    def test_without_parcels_or_traces_nothing_can_be_said(self) -> None:
        assert anomaly_plot([]).gap == Remark("no_parcels")
        assert anomaly_plot([ParcelCount("中通", 3, 0, 0)]).gap == Remark("no_traces", {"shipped": 3})

    def test_where_every_parcel_has_a_trace_there_is_no_remark(self) -> None:
        assert anomaly_plot([ParcelCount("中通", 3, 3, 1)]).remarks == ()


class TestProducts:
    def test_counts_orders_with_trouble_by_product(self) -> None:
        rows = [("四件套", "wrong_item", 2), ("四件套", "empty_parcel", 1), ("保温杯", "wrong_item", 4)]
        plot = product_plot(rows, WEEK, ALL)
        assert [(bar.key, bar.counts) for bar in plot.bars] == [("保温杯", (4, 0)), ("四件套", (2, 1))]
        assert plot.total == 7

    def test_no_trouble_is_said_in_words(self) -> None:
        assert product_plot([], WEEK, Coverage()).gap == Remark("no_cases")
        assert product_plot([], WEEK, ALL).gap == Remark("no_problems")


FLOWS = {"urge_shipment": Text(zh="催发货", en="Urge shipment")}
OUTCOMES = {"urge_shipment/D-URGE-1.1": Text(zh="已寄出", en="It has left")}


class TestCases:
    def test_counts_by_flow_and_by_outcome(self) -> None:
        rows = [("urge_shipment", "D-URGE-1.1", 3), ("urge_shipment", "", 2), ("wrong_item", "D-WRONG-3", 1)]
        by_flow, by_outcome = case_plots(rows, 9, FLOWS, OUTCOMES, Wish(WEEK), ALL)
        assert [(bar.key, bar.counts, bar.label) for bar in by_flow.bars] == [
            ("urge_shipment", (3, 2), FLOWS["urge_shipment"]), ("wrong_item", (1, 0), None),
        ]  # fmt: skip
        assert drawn(by_outcome) == {"urge_shipment/D-URGE-1.1": (3,), "wrong_item/D-WRONG-3": (1,)}
        assert (by_flow.total, by_flow.before) == (6, 9)
        assert (by_outcome.total, by_outcome.of) == (4, 6)

    def test_is_not_held_against_a_time_before_the_records(self) -> None:
        coverage = Coverage(first_case_at=at("2026-05-14"))
        by_flow, _ = case_plots([("urge_shipment", "", 1)], 0, FLOWS, {}, Wish(WEEK), coverage)
        assert by_flow.before is None
        assert by_flow.remarks == (Remark("recorded_since", {"since_at": at("2026-05-14")}),)

    @pytest.mark.parametrize(("coverage", "code"), [(Coverage(), "no_cases"), (ALL, "no_cases_then")])
    def test_says_why_nothing_is_drawn(self, coverage: Coverage, code: str) -> None:
        plots = case_plots([], 0, {}, {}, Wish(WEEK), coverage)
        assert [plot.gap for plot in plots] == [Remark(code)] * 2

    def test_cases_under_way_have_no_outcome_to_draw(self) -> None:
        _, by_outcome = case_plots([("urge_shipment", "", 2)], 0, FLOWS, {}, Wish(WEEK), ALL)
        assert by_outcome.gap == Remark("no_outcomes", {"cases": 2})


class TestReplies:
    def test_counts_by_hour_of_all_days_and_against_the_days_before(self) -> None:
        counts = [(quarter("2026-05-13T09:45:00"), 2), (quarter("2026-05-19T09:00:00"), 1)]
        plot = reply_plot(counts, [(quarter("2026-05-06T09:30:00"), 4)], WEEK, ALL)
        assert drawn(plot) == {"09": (3,)}
        assert {bar.key: bar.before for bar in plot.bars if bar.before} == {"09": 4}
        assert (plot.total, plot.before) == (3, 4)

    def test_without_records_of_the_days_before_there_is_no_mark(self) -> None:
        plot = reply_plot([(quarter("2026-05-19T09:00:00"), 1)], [], WEEK, Coverage(first_copy_at=at("2026-05-12")))
        assert plot.before is None
        assert {bar.before for bar in plot.bars} == {None}
        assert plot.remarks == ()

    def test_says_why_nothing_is_drawn(self) -> None:
        assert reply_plot([], [], WEEK, Coverage()).gap == Remark("no_copies")
        assert reply_plot([], [], WEEK, ALL).gap == Remark("no_copies_then")


class TestWaits:
    def test_counts_by_length_with_median_and_ninetieth(self) -> None:
        plot = wait_plot([5] * 10 + [45] * 8 + [400, 90_000], 3, WEEK, ALL)
        assert [bar.counts[0] for bar in plot.bars] == [10, 0, 8, 0, 0, 1, 0, 0, 1]
        assert (plot.median, plot.p90, plot.total) == (5, 45, 20)
        assert plot.remarks == (Remark("without_copy", {"count": 3}),)

    def test_a_border_belongs_to_the_longer_bar(self) -> None:
        plot = wait_plot([9, 10, 29, 30, DAY], 0, WEEK, ALL)
        assert [bar.counts[0] for bar in plot.bars] == [1, 2, 1, 0, 0, 0, 0, 0, 1]

    def test_too_few_cases_have_no_figure(self) -> None:
        assert wait_plot([1, 2, 3, 4], 0, WEEK, ALL).gap == Remark("too_few", {"cases": 4, "least": 5})
        plot = wait_plot([1, 2, 3, 4, 5], 0, WEEK, ALL)
        assert (plot.median, plot.p90) == (3, None)
        assert codes(plot) == ["no_p90"]

    def test_without_cases_nothing_can_be_said(self) -> None:
        assert wait_plot([], 0, WEEK, Coverage()).gap == Remark("no_cases")

    def test_bars_join_without_a_hole(self) -> None:
        borders = [wait_borders(str(place)) for place in range(len(WAITS) + 1)]
        assert borders[0] == (0, 10)
        assert borders[-1] == (DAY, None)
        assert all(borders[place][1] == borders[place + 1][0] for place in range(len(WAITS)))


class TestPromises:
    def test_counts_what_became_of_them_by_day_and_kind(self) -> None:
        rows = [
            (quarter("2026-05-18T23:45:00"), "ship", "kept", 3),
            (quarter("2026-05-19T00:00:00"), "ship", "broken", 1),
            (quarter("2026-05-19T10:00:00"), "coupon", "open", 2),
            (quarter("2026-05-19T11:00:00"), "ship", "withdrawn", 1),
        ]
        by_day, by_kind = promise_plots(rows, WEEK, ALL)
        assert drawn(by_day) == {"2026-05-18": (3, 0, 0, 0), "2026-05-19": (0, 1, 2, 1)}
        assert [(bar.key, bar.counts) for bar in by_kind.bars] == [("ship", (3, 1, 0, 1)), ("coupon", (0, 0, 2, 0))]
        assert [plot.total for plot in (by_day, by_kind)] == [7, 7]

    @pytest.mark.parametrize(("coverage", "code"), [(Coverage(), "no_promises"), (ALL, "no_promises_due")])
    def test_says_why_nothing_is_drawn(self, coverage: Coverage, code: str) -> None:
        assert [plot.gap for plot in promise_plots([], WEEK, coverage)] == [Remark(code)] * 2


class TestScripts:
    TITLES: Mapping[str, Text] = {"flow:late": Text(zh="迟发致歉", en="Late")}

    def test_counts_copies_of_both_kinds_and_scripts_never_copied(self) -> None:
        used = [("late", True, 3), ("hello", False, 5)]
        top, unused = script_plots(used, self.TITLES, {"售前": 4, "售后": 2}, 9, Wish(WEEK), ALL)
        assert [(bar.key, bar.counts, bar.label) for bar in top.bars] == [
            ("library:hello", (0, 5), None), ("flow:late", (3, 0), self.TITLES["flow:late"]),
        ]  # fmt: skip
        assert (unused.total, unused.of, codes(unused)) == (6, 9, ["recorded_since"])

    def test_says_why_nothing_is_drawn(self) -> None:
        top, unused = script_plots([], {}, {"售前": 4}, 4, Wish(WEEK), Coverage())
        assert (top.gap, unused.gap) == (Remark("no_copies"), Remark("no_copies"))
        top, unused = script_plots([], {}, {}, 4, Wish(WEEK), ALL)
        assert (top.gap, unused.gap) == (Remark("no_copies_then"), Remark("all_used", {"scripts": 4}))


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [([7], 0.5, 7), ([1, 2], 0.5, 1), ([1, 2, 3], 0.5, 2), (list(range(1, 11)), 0.9, 9), ([1, 2, 3], 0.9, 3)],
)
def test_a_percentile_is_a_value_that_occurred(values: list[int], share: float, found: int) -> None:
    assert percentile(values, share) == found


def test_bars_beyond_the_last_are_told_in_number() -> None:
    counts = {"a": (1,), "b": (5,), "c": (1,), "d": (3,)}
    bars, remarks = longest_bars(counts, {}, most=2)
    assert [bar.key for bar in bars] == ["b", "d"]
    assert remarks == (Remark("others", {"bars": 2, "count": 2}),)


def test_rows_of_other_series_are_left_out() -> None:
    def whole(_: Instant) -> str:
        return "x"

    assert counts_by(whole, [(1, "a", 2), (1, "b", 3)], ("b",)) == {"x": [3]}


def test_keys_without_counts_have_empty_bars() -> None:
    assert bars_in_order(["x", "y"], {"x": [1]}, 1) == (Bar("x", (1,)), Bar("y", (0,)))


def test_the_last_import_ends_what_is_known_even_before_the_first_order() -> None:
    reach = Coverage(NOW, NOW - DAY).orders
    assert reach is not None
    assert reach.end == NOW


def test_a_house_without_orders_and_work_is_empty() -> None:
    assert Coverage().is_empty
    assert not Coverage(first_copy_at=NOW).is_empty
    assert not Coverage(first_case_at=NOW).is_empty
    assert not ALL.is_empty


def test_every_kind_has_its_own_name() -> None:
    assert len({kind.value for kind in PlotKind}) == 12


def test_a_period_is_the_same_for_equal_days() -> None:
    assert Period(PeriodKind.WEEK, WEEK.first, WEEK.last, NOW, ZONE) == WEEK
