from typing import Any

import pytest

from deskhelper.core.facts import FACT_KINDS, FactKind, FactValue, Moment, facts_of
from deskhelper.core.known import RULE_FACTS, Known
from deskhelper.core.marks import CustomStage, OrderMarks, Presale, with_file, with_stage
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.order import Status
from deskhelper.core.stock import Goods, Moved, StockLevel, StockRow
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan, Trace, TraceEvent
from tests.core import test_compensation
from tests.core.make import NOW, ZONE, at, order
from tests.core.test_anomaly import POLICY, scanned
from tests.core.test_window import POLICY as WINDOWS
from tests.core.test_window import figure, policy_of

EVIDENCE = policy_of(evidence__hours=figure(48), presale__max_days=figure(30, "days"))
TERMS = ShopTerms(promise_hours=48)
RULED = ShopTerms(promise_hours=48, presale_goods=("羊毛 15天",))
SHIPPED = {"status": Status.SHIPPED, "shipped_at": NOW - 30 * HOUR}


def facts(
    known: Known | None = None, now: int = NOW, terms: ShopTerms | None = None, **changes: Any
) -> dict[str, FactValue]:
    """Return the facts of an order with what is known beside it."""
    return facts_of(order(**changes), terms or ShopTerms(), Moment(now, ZONE), known or Known())


def traced(*events: TraceEvent, **changes: Any) -> dict[str, FactValue]:
    return facts(Known(trace=Trace(NOW - HOUR, events), policy=POLICY), **SHIPPED | changes)


def values(found: dict[str, FactValue], *names: str) -> list[FactValue]:
    return [found[name] for name in names]


def test_with_all_that_can_be_known_there_are_exactly_the_facts_that_flows_may_name() -> None:
    found = traced(scanned(1, Scan.PICKED_UP))
    assert set(found) == set(FACT_KINDS)


def test_each_fact_is_of_its_kind() -> None:
    kinds = {FactKind.FLAG: bool, FactKind.WORDS: str}
    marks = OrderMarks(True, presale=Presale(until=NOW + DAY), platform_notice_at=NOW)
    known = Known(Trace(NOW, (scanned(30, Scan.PICKED_UP),)), marks, 500, "质量问题", POLICY)
    wrong = {
        name: value
        for name, value in facts(known, **SHIPPED).items()
        if value is not None and type(value) is not kinds.get(FACT_KINDS[name], int)
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("now", "hours"),
    [("2026-05-20 09:12", None), ("2026-05-20 09:13", 0), ("2026-05-20 12:11", 2), ("2026-05-20 12:12", 3)],
)
def test_late_hours_are_whole(now: str, hours: int | None) -> None:
    assert facts(now=at(now))["late_hours"] == hours


def test_the_platforms_sums_and_the_shops_promises_are_kept_apart() -> None:
    found = facts(Known(owed_fen=500, policy=test_compensation.POLICY), paid_fen=3560)
    names = ("late", "stock", "fake_ship", "fraud")
    assert values(found, *(f"{name}_compensation_fen" for name in names), "owed_fen") == [300, 500, 500, 1068, 500]


def test_a_trace_that_nobody_looked_up_says_nothing() -> None:
    found = facts(Known(policy=POLICY), **SHIPPED)
    names = ("trace_looked_at", "picked_up_at", "last_scan", "silent_for", "pickup_in_time", "has_anomaly", "anomaly")
    assert found["trace_known"] is False
    assert values(found, *names, *RULE_FACTS.values()) == [None] * 14


def test_the_last_scan_is_told() -> None:
    found = traced(scanned(20, Scan.PICKED_UP), scanned(2, Scan.IN_TRANSIT))
    names = (
        "trace_known",
        "trace_looked_at",
        "picked_up_at",
        "last_scan_at",
        "last_scan",
        "last_scan_kind",
        "parcel_waits",
        "silent_for",
    )
    expected = [True, NOW - HOUR, NOW - 20 * HOUR, NOW - 2 * HOUR, "话", "in_transit", False, 2 * HOUR]
    assert values(found, *names) == expected


def test_a_scan_ahead_of_the_clock_leaves_no_silence() -> None:
    assert traced(scanned(-0.5, Scan.PICKED_UP))["silent_for"] == 0


def test_a_scan_proves_that_the_parcel_has_left() -> None:
    assert facts(Known(trace=Trace(NOW, (scanned(1, Scan.PICKED_UP),))))["has_left"] is True
    assert facts(Known(trace=Trace(NOW, (scanned(1, Scan.OTHER),))))["has_left"] is None


@pytest.mark.parametrize(
    ("events", "late_by", "in_time"),
    [
        ([scanned(5, Scan.PICKED_UP)], 4, True),
        ([scanned(5, Scan.IN_TRANSIT), scanned(1, Scan.PICKED_UP)], 4, True),
        ([scanned(5, Scan.PICKED_UP)], 6, False),
        ([scanned(5, Scan.IN_TRANSIT)], 6, None),
        ([scanned(5, Scan.OTHER)], 6, False),
        ([], 6, False),
        ([], -1, None),
    ],
)
def test_a_pickup_is_in_time_when_a_scan_lies_inside_the_promise(
    events: list[TraceEvent], late_by: int, in_time: bool | None
) -> None:
    assert traced(*events, promised_ship_by=NOW - late_by * HOUR)["pickup_in_time"] is in_time


def test_without_a_promise_no_pickup_is_in_time_or_late() -> None:
    assert traced(scanned(5, Scan.PICKED_UP), promised_ship_by=None, grouped_at=None)["pickup_in_time"] is None


def test_the_gravest_rule_is_named_and_each_has_its_flag() -> None:
    found = traced()
    assert values(found, "has_anomaly", "anomaly", "anomaly_no_info", "anomaly_pickup_overdue", "anomaly_transit") == [
        True, "D-LOGI-5", True, True, False,
    ]  # fmt: skip
    assert found["anomaly_reason"] == "发货 1 天 6 小时，仍没有揽收记录"
    assert found["anomaly_reason_en"] == "shipped 1 d 6 h ago, no pick-up scan"


def test_direct_mail_is_not_overdue_after_the_common_hours() -> None:
    longer = {"title": {"zh": "直邮", "en": "direct mail"}, "unit": "hours", "value": 72}
    direct = policy_of(fake_ship__window_hours=figure(24, details={"direct_mail": longer}))
    known = Known(trace=Trace(NOW - HOUR), policy=direct)
    assert facts(known, **SHIPPED)["anomaly_pickup_overdue"] is True
    assert facts(known, **SHIPPED, courier="日本直邮")["anomaly_pickup_overdue"] is False


def test_a_known_trace_without_fault_has_no_anomaly() -> None:
    found = traced(scanned(2, Scan.PICKED_UP))
    assert values(found, "has_anomaly", "anomaly", *RULE_FACTS.values()) == [False, None, *[False] * 7]


def test_without_a_trace_a_slow_parcel_is_all_that_can_be_told() -> None:
    found = facts(status=Status.SHIPPED, shipped_at=NOW - 6 * DAY)
    assert values(found, "has_anomaly", "anomaly", "anomaly_slow", "anomaly_transit") == [True, "D-LOGI-4", True, None]


def test_a_received_order_has_no_anomaly_whatever_is_known() -> None:
    assert facts(status=Status.RECEIVED)["has_anomaly"] is False


def test_the_windows_are_told_to_the_hour() -> None:
    found = facts(Known(policy=WINDOWS), received_at=at("2026-05-11 10:00"))
    assert values(found, "no_reason_until", "no_reason_left", "in_no_reason") == [at("2026-05-19 00:00"), None, False]
    assert values(found, "exchange_until", "exchange_left", "in_exchange") == [
        at("2026-05-27 00:00"), at("2026-05-27 00:00") - NOW, True,
    ]  # fmt: skip
    assert values(found, "refund_until", "refund_left", "in_refund") == [at("2026-05-19 00:00"), None, False]


def test_a_delivery_scan_starts_the_windows_where_the_order_does_not() -> None:
    delivered = Known(trace=Trace(NOW, (scanned(1, Scan.DELIVERED),)), policy=WINDOWS)
    assert facts(delivered)["in_no_reason"] is True
    assert facts(Known(policy=WINDOWS))["in_no_reason"] is None


def test_custom_goods_have_no_window_without_reason_even_before_receipt() -> None:
    custom = Known(marks=OrderMarks(is_custom=True), policy=WINDOWS)
    assert facts(custom)["in_no_reason"] is False
    found = facts(custom, received_at=NOW)
    assert values(found, "no_reason_until", "in_no_reason", "in_exchange") == [None, False, True]


def test_unmarked_goods_are_neither_custom_nor_in_presale() -> None:
    found = facts()
    assert values(found, "is_custom", "custom_stage", "custom_files", "is_presale", "presale_ends_at") == [
        False, None, 0, False, None,
    ]  # fmt: skip


def test_the_stage_and_the_files_of_custom_goods_are_told() -> None:
    marks = with_stage(with_file(OrderMarks(is_custom=True), "标志.png", NOW), CustomStage.STARTED, NOW)
    assert values(facts(Known(marks=marks)), "custom_stage", "custom_files") == ["started", 1]


def test_the_shops_product_rules_mark_orders() -> None:
    terms = ShopTerms(custom_goods=("刻字",), presale_goods=("羊毛 15天", "毯 40天"))
    found = facts(Known(policy=EVIDENCE), terms=terms, product="羊毛枕", spec="刻字")
    assert values(found, "is_custom", "is_presale", "presale_ends_at") == [True, True, at("2026-06-02 09:12")]
    too_long = facts(Known(policy=EVIDENCE), terms=terms, product="毯", promised_ship_by=None)
    assert values(too_long, "is_presale", "presale_ends_at", "presale_passed") == [True, None, None]


@pytest.mark.parametrize(("until", "left", "passed"), [(NOW + 1, 1, False), (NOW, None, True)])
def test_a_presale_has_a_clock(until: int, left: int | None, passed: bool) -> None:
    found = facts(Known(marks=OrderMarks(presale=Presale(until=until))))
    assert values(found, "presale_ends_at", "presale_left", "presale_passed") == [until, left, passed]


def test_a_presale_whose_end_nobody_set_ends_with_the_promise_of_the_file() -> None:
    open_end = Known(marks=OrderMarks(presale=Presale()))
    assert facts(open_end)["presale_ends_at"] == at("2026-05-20 09:12")
    assert facts(open_end, promised_ship_by=None)["presale_ends_at"] is None
    assert facts(Known(marks=OrderMarks(presale=Presale(until=NOW))))["presale_ends_at"] == NOW


PROMISE = ("promise_at", "promise_hours", "promise_is_derived", "promise_passed")
LONG_AGO: dict[str, Any] = {"promised_ship_by": None, "grouped_at": NOW - 4 * DAY}


def test_goods_in_presale_are_promised_for_its_end_not_for_the_shops_hours() -> None:
    assert facts(**LONG_AGO, terms=TERMS)["promise_passed"] is True
    in_presale = facts(Known(marks=OrderMarks(presale=Presale(days=15))), **LONG_AGO, terms=TERMS)
    assert values(in_presale, *PROMISE) == [NOW + 11 * DAY, 15 * 24, True, False]
    by_rule = facts(Known(policy=EVIDENCE), **LONG_AGO, terms=RULED, product="羊毛毯")
    assert values(by_rule, *PROMISE) == [NOW + 11 * DAY, 15 * 24, True, False]


@pytest.mark.parametrize("grouped_at", [None, NOW + DAY])
def test_a_fixed_end_that_is_not_after_grouping_has_no_hours_to_tell(grouped_at: int | None) -> None:
    ended = Known(marks=OrderMarks(presale=Presale(until=NOW - HOUR)))
    found = facts(ended, promised_ship_by=None, grouped_at=grouped_at, terms=TERMS)
    assert values(found, *PROMISE, "late_by") == [NOW - HOUR, None, True, True, HOUR]


@pytest.mark.parametrize("marks", [OrderMarks(is_custom=True), OrderMarks(presale=Presale())])
def test_marked_goods_without_a_date_are_not_late_after_the_shops_hours(marks: OrderMarks) -> None:
    assert values(facts(Known(marks=marks), **LONG_AGO, terms=TERMS), *PROMISE) == [None] * 4


def test_the_promise_of_the_file_counts_for_marked_goods_too() -> None:
    marked = Known(marks=OrderMarks(is_custom=True, presale=Presale(until=NOW + 9 * DAY)))
    found = facts(marked, terms=TERMS)
    assert values(found, "promise_at", "promise_is_derived") == [at("2026-05-20 09:12"), False]


@pytest.mark.parametrize(
    ("shipped", "promise", "late"),
    [(NOW, NOW - 1, True), (NOW, NOW, False), (None, NOW - 1, None), (NOW, None, None)],
)
def test_a_shipped_time_after_the_promise_is_late(shipped: int | None, promise: int | None, late: bool | None) -> None:
    found = facts(shipped_at=shipped, promised_ship_by=promise, grouped_at=None)
    assert found["shipped_late"] is late


def test_the_platforms_notice_starts_the_clock_for_evidence() -> None:
    noticed = OrderMarks(platform_notice_at=NOW - 47 * HOUR)
    found = facts(Known(marks=noticed, policy=EVIDENCE))
    assert values(found, "platform_notice_at", "evidence_until", "evidence_left", "evidence_passed") == [
        NOW - 47 * HOUR, NOW + HOUR, HOUR, False,
    ]  # fmt: skip
    assert facts(Known(marks=noticed))["evidence_until"] is None


def test_the_reason_of_the_after_sale_is_told() -> None:
    assert facts(Known(after_sale_reason="质量问题"))["after_sale_reason"] == "质量问题"
    assert facts()["after_sale_reason"] is None


COUNTED = StockLevel(
    StockRow(goods=Goods("四件套"), quantity=9, counted_at=NOW - DAY), Moved(shipped=2, needed=3)
)  # fmt: skip
EMPTY = StockLevel(StockRow(goods=Goods("四件套"), quantity=0, counted_at=NOW - DAY), Moved(needed=3))


def test_stock_says_whether_the_order_can_be_shipped_and_from_when_that_is() -> None:
    names = ("in_stock", "stock_on_hand", "stock_needed", "stock_counted_at")
    assert values(facts(Known(stock=COUNTED)), *names) == [True, 7, 3, NOW - DAY]
    assert values(facts(Known(stock=EMPTY)), *names) == [False, 0, 3, NOW - DAY]
    assert values(facts(), *names) == [None] * 4


def test_what_is_made_for_the_buyer_is_in_no_stock_and_a_presale_need_not_be_there_yet() -> None:
    assert facts(Known(stock=COUNTED, marks=OrderMarks(is_custom=True)))["in_stock"] is None
    presale = OrderMarks(presale=Presale(days=9))
    assert facts(Known(stock=EMPTY, marks=presale))["in_stock"] is None
    assert facts(Known(stock=COUNTED, marks=presale))["in_stock"] is True


def test_a_parcel_that_lies_where_the_buyer_fetches_it_waits() -> None:
    trace = Trace(NOW, (TraceEvent(NOW - HOUR, "已到达驿站，请取件", Scan.OUT_FOR_DELIVERY, True),))
    assert [facts(known=Known(one))["parcel_waits"] for one in (trace, None)] == [True, None]
