from typing import Any

import pytest

from deskhelper.core.anomaly import Anomaly, Limits, Regions, anomalies, is_direct_mail, limits_in_force
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.trace import Scan, Trace, TraceEvent
from tests.core.make import NOW, ZONE, order
from tests.core.test_window import figure, policy_of

LIMITS = Limits(pickup=24, silence=24, transit=48, delivery=24, arrival=144)
FAR = {"title": {"zh": "远", "en": "far"}, "unit": "hours"}
POLICY = policy_of(
    fake_ship__window_hours=figure(24),
    pickup_then_silence__hours=figure(24),
    delivery__hours=figure(24),
    transit__hours=figure(48, details={"remote": FAR | {"value": 72}, "very_remote": FAR | {"value": 120}}),
)
REGIONS = Regions(remote=("甘肃",), very_remote=("新疆", "西藏"))


def scanned(hours: float, scan: Scan, **more: Any) -> TraceEvent:
    """Return a scan so many hours ago."""
    return TraceEvent(NOW - round(hours * HOUR), "话", scan, **more)


def fired(*events: TraceEvent, shipped: float | None = 1, limits: Limits = LIMITS, **changes: Any) -> list[Anomaly]:
    """Return what fires for an order shipped so many hours ago."""
    shipped_at = None if shipped is None else NOW - round(shipped * HOUR)
    trace = Trace(NOW - HOUR, events)
    return anomalies(order(status=Status.SHIPPED, shipped_at=shipped_at, **changes), trace, limits, NOW, ZONE)


def rules(*events: TraceEvent, **more: Any) -> list[str]:
    return [anomaly.rule for anomaly in fired(*events, **more)]


PICKED = Scan.PICKED_UP
TRANSIT = Scan.IN_TRANSIT
OUT = Scan.OUT_FOR_DELIVERY


@pytest.mark.parametrize(
    ("events", "shipped", "expected"),
    [
        ([], 1, ["D-LOGI-1"]),
        ([], 24, ["D-LOGI-5", "D-LOGI-1"]),
        ([], None, ["D-LOGI-1"]),
        ([scanned(1, Scan.OTHER)], 23.9, []),
        ([scanned(1, Scan.OTHER)], 24, ["D-LOGI-5"]),
        ([scanned(1, TRANSIT)], 24, []),
        ([scanned(23.9, PICKED)], 30, []),
        ([scanned(24, PICKED)], 30, ["D-LOGI-2"]),
        ([scanned(48, PICKED)], 60, ["D-LOGI-6", "D-LOGI-2"]),
        ([scanned(20, PICKED), scanned(10, TRANSIT), scanned(5, PICKED)], 30, ["D-LOGI-3"]),
        ([scanned(20, PICKED), scanned(10, PICKED)], 30, []),
        ([scanned(20, PICKED), scanned(10, PICKED), scanned(9, PICKED)], 30, ["D-LOGI-3"]),
        ([scanned(20, PICKED), scanned(10, Scan.OTHER), scanned(9, PICKED)], 30, []),
        ([scanned(20, TRANSIT), scanned(9, PICKED)], 30, []),
        ([scanned(60, PICKED), scanned(47.9, TRANSIT)], 62, []),
        ([scanned(60, PICKED), scanned(48, TRANSIT)], 62, ["D-LOGI-6"]),
        ([scanned(60, PICKED), scanned(23.9, OUT)], 62, []),
        ([scanned(60, PICKED), scanned(24, OUT)], 62, ["D-LOGI-7"]),
        ([scanned(60, PICKED), scanned(30, OUT), scanned(2, Scan.PROBLEM)], 62, ["D-LOGI-7", "D-LOGI-4"]),
        ([scanned(60, PICKED), scanned(50, OUT)], 62, ["D-LOGI-7"]),
        ([scanned(60, PICKED), scanned(50, OUT, waits=True)], 62, []),
        ([scanned(200, PICKED), scanned(50, OUT, waits=True)], 202, []),
        ([scanned(30, PICKED), scanned(2, Scan.PROBLEM)], 32, ["D-LOGI-4"]),
        ([scanned(144, PICKED), scanned(2, TRANSIT)], None, ["D-LOGI-4"]),
        ([scanned(143, PICKED), scanned(2, TRANSIT)], 144, ["D-LOGI-4"]),
        ([scanned(143, PICKED), scanned(2, TRANSIT)], 143.9, []),
        ([scanned(500, PICKED), scanned(400, OUT), scanned(300, Scan.DELIVERED)], 501, []),
        ([scanned(500, PICKED), scanned(300, Scan.RETURNED)], 501, []),
    ],
)
def test_the_rules_fire_to_the_hour_the_gravest_first(
    events: list[TraceEvent], shipped: float | None, expected: list[str]
) -> None:
    assert rules(*events, shipped=shipped) == expected


def test_a_rule_says_since_when_and_why() -> None:
    (silent,) = fired(scanned(27, PICKED), shipped=30)
    assert silent.since == NOW - 3 * HOUR
    assert (silent.reason.zh, silent.reason.en) == (
        "揽收后 1 天 3 小时没有更新",
        "nothing for 1 d 3 h since the pick-up",
    )


def test_a_carrier_that_knows_nothing_is_told_with_the_time_of_asking() -> None:
    (unknown,) = fired()
    assert (unknown.since, unknown.reason.zh) == (NOW - HOUR, "5-19 11:00 查询，快递没有任何记录")


def test_the_carriers_own_words_are_the_reason_of_an_abnormal_scan() -> None:
    (problem,) = fired(scanned(2, Scan.PROBLEM))
    assert (problem.rule, problem.reason.zh) == ("D-LOGI-4", "快递记录：话")


@pytest.mark.parametrize(
    "changes",
    [
        {"received_at": NOW},
        {"after_sale": AfterSale.REFUNDED},
    ],
)
def test_nothing_fires_for_an_order_that_has_ended(changes: dict[str, Any]) -> None:
    assert rules(scanned(100, TRANSIT), shipped=200, **changes) == []


@pytest.mark.parametrize("status", [Status.RECEIVED, Status.CANCELLED])
def test_nothing_fires_by_a_status_that_ends_it(status: Status) -> None:
    ended = order(status=status, shipped_at=NOW - 200 * HOUR)
    assert anomalies(ended, Trace(NOW), LIMITS, NOW, ZONE) == []


def test_without_a_trace_only_a_slow_parcel_can_be_told() -> None:
    shipped = order(shipped_at=NOW - 144 * HOUR)
    assert [one.rule for one in anomalies(shipped, None, LIMITS, NOW, ZONE)] == ["D-LOGI-4"]
    assert anomalies(order(shipped_at=NOW - 143 * HOUR), None, LIMITS, NOW, ZONE) == []
    assert anomalies(order(), None, LIMITS, NOW, ZONE) == []


def test_a_rule_without_its_figure_never_fires() -> None:
    assert rules(scanned(900, PICKED), scanned(800, OUT), shipped=901, limits=Limits()) == []


@pytest.mark.parametrize(
    ("province", "hours"), [("浙江省", 48), ("", 48), ("甘肃省", 72), ("新疆维吾尔自治区", 120), ("西藏", 120)]
)
def test_far_provinces_have_longer(province: str, hours: float) -> None:
    assert limits_in_force(POLICY, REGIONS, province, 3).transit == hours


def test_the_limits_are_the_figures_in_force() -> None:
    assert limits_in_force(POLICY, REGIONS, "", 3) == LIMITS


def test_a_region_without_a_figure_has_the_common_one() -> None:
    assert limits_in_force(policy_of(transit__hours=figure(48)), REGIONS, "西藏", 3).transit == 48
    assert limits_in_force(POLICY, Regions(), "西藏", 3).transit == 48


def test_without_figures_only_the_shops_own_days_count() -> None:
    assert limits_in_force(None, Regions(), "", 2) == Limits(arrival=96)


DIRECT = policy_of(fake_ship__window_hours=figure(24, details={"direct_mail": FAR | {"value": 72}}))


def test_direct_mail_has_more_hours_to_its_first_scan() -> None:
    assert limits_in_force(DIRECT, REGIONS, "", 3, is_direct=True).pickup == 72
    assert limits_in_force(DIRECT, REGIONS, "", 3).pickup == 24
    assert limits_in_force(POLICY, REGIONS, "", 3, is_direct=True).pickup == 24


@pytest.mark.parametrize(
    ("changes", "is_direct"),
    [
        ({}, False),
        ({"courier": "日本直邮"}, True),
        ({"shop_note": "海外直邮"}, True),
        ({"product": "直邮奶粉"}, True),
        ({"spec": "直邮 900g"}, True),
        ({"buyer_note": "要直邮"}, False),
    ],
)
def test_courier_goods_or_the_shops_note_tell_of_direct_mail(changes: dict[str, str], is_direct: bool) -> None:
    assert is_direct_mail(order(**changes)) is is_direct
