"""Who is told of what, and why not."""

from typing import Any

import pytest
from msgspec.structs import replace

from deskhelper.core.moments import HOUR, parse_iso, zone
from deskhelper.core.notice import (
    SPECS,
    TOLD_BY,
    LeftOut,
    NoticeKind,
    QueueTerms,
    Standing,
    Told,
    event_of,
    event_told,
    looks_from,
    why_not,
)
from deskhelper.core.order import AfterSale, Status

GROUPED, SHIPPED, DELAYED, PRESALE_END = NoticeKind
NOW = parse_iso("2026-05-19T12:00", zone())
WAITS = Standing("pdd", "1", Status.TO_SHIP, AfterSale.NONE, promise_at=NOW + 20 * HOUR)
LATE = replace(WAITS, promise_at=NOW - HOUR)
PRESALE = replace(WAITS, presale_ends_at=NOW + HOUR)
GONE_OUT = replace(WAITS, status=Status.SHIPPED, tracking_no="YT1")

CASES: list[tuple[NoticeKind, Standing, dict[str, Any], LeftOut | None]] = [
    (GROUPED, WAITS, {}, None),
    (GROUPED, WAITS, {"status": Status.UNPAID}, LeftOut.UNPAID),
    (GROUPED, WAITS, {"status": Status.CANCELLED}, LeftOut.CANCELLED),
    (GROUPED, WAITS, {"status": Status.UNKNOWN}, LeftOut.UNKNOWN),
    (GROUPED, WAITS, {"after_sale": AfterSale.OPEN}, LeftOut.AFTER_SALE),
    (GROUPED, WAITS, {"after_sale": AfterSale.REFUNDING}, LeftOut.AFTER_SALE),
    (GROUPED, WAITS, {"after_sale": AfterSale.UNKNOWN}, LeftOut.AFTER_SALE),
    (GROUPED, WAITS, {"after_sale": AfterSale.REFUNDED}, LeftOut.REFUNDED),
    (GROUPED, WAITS, {"wants_money": True}, LeftOut.AFTER_SALE),
    (GROUPED, WAITS, {"tracking_no": "YT1"}, LeftOut.HAS_LEFT),
    (GROUPED, WAITS, {"promise_at": None}, LeftOut.PROMISE_UNKNOWN),
    (GROUPED, LATE, {}, LeftOut.PROMISE_PASSED),
    (SHIPPED, GONE_OUT, {}, None),
    (SHIPPED, GONE_OUT, {"status": Status.TO_SHIP}, None),
    (SHIPPED, GONE_OUT, {"status": Status.RECEIVED}, LeftOut.RECEIVED),
    (SHIPPED, GONE_OUT, {"tracking_no": ""}, LeftOut.NOT_LEFT),
    (DELAYED, LATE, {}, None),
    (DELAYED, LATE, {"status": Status.SHIPPED}, LeftOut.HAS_LEFT),
    (DELAYED, LATE, {"promise_at": None}, LeftOut.PROMISE_UNKNOWN),
    (DELAYED, LATE, {"said_at": NOW + HOUR}, LeftOut.STILL_HOLDS),
    (DELAYED, WAITS, {}, LeftOut.STILL_HOLDS),
    (DELAYED, WAITS, {"said_at": NOW - HOUR}, None),
    (DELAYED, LATE, {"promise_at": None, "said_at": NOW - HOUR}, None),
    (PRESALE_END, PRESALE, {}, None),
    (PRESALE_END, WAITS, {}, LeftOut.NOT_PRESALE),
    (PRESALE_END, PRESALE, {"presale_ends_at": NOW}, LeftOut.PROMISE_PASSED),
]


@pytest.mark.parametrize(("kind", "order", "change", "reason"), CASES)
def test_an_order_is_told_or_left_out_with_its_reason(
    kind: NoticeKind, order: Standing, change: dict[str, Any], reason: LeftOut | None
) -> None:
    assert why_not(kind, replace(order, **change), NOW) is reason


@pytest.mark.parametrize(("hours", "reason"), [(20, None), (21, LeftOut.PAST_PROMISE)])
def test_no_time_past_a_promise_that_holds_is_told(hours: int, reason: LeftOut | None) -> None:
    missed = replace(WAITS, said_at=NOW - HOUR)
    assert why_not(DELAYED, missed, NOW, NOW + hours * HOUR) is reason
    assert why_not(DELAYED, LATE, NOW, NOW + hours * HOUR) is None


@pytest.mark.parametrize(
    ("hours", "reason"), [(1, LeftOut.STILL_HOLDS), (2, LeftOut.STILL_HOLDS), (3, None), (21, LeftOut.PAST_PROMISE)]
)
def test_a_delay_that_is_known_is_told_before_the_time_that_was_told_has_passed(
    hours: int, reason: LeftOut | None
) -> None:
    said = replace(WAITS, said_at=NOW + 2 * HOUR)
    assert why_not(DELAYED, said, NOW, NOW + hours * HOUR) is reason
    assert why_not(DELAYED, WAITS, NOW, NOW + hours * HOUR) is LeftOut.STILL_HOLDS, "nobody was told a time"


def test_events_name_the_thing() -> None:
    assert event_of(GROUPED, WAITS, zone()) == "grouped"
    assert event_of(SHIPPED, GONE_OUT, zone()) == "shipped:YT1"
    assert event_of(DELAYED, LATE, zone()) == f"delay:{NOW - HOUR}"
    assert event_of(DELAYED, replace(LATE, said_at=NOW), zone()) == f"delay:{NOW}"
    assert event_of(DELAYED, replace(LATE, promise_at=None), zone()) == "delay:"
    assert event_of(PRESALE_END, replace(PRESALE, presale_ends_at=NOW + 12 * HOUR), zone()) == "presale_end:2026-05-20"
    assert event_of(PRESALE_END, WAITS, zone()) == "presale_end:"


def test_a_reply_of_any_case_tells_the_same_events() -> None:
    facts = {"tracking_no": "YT1", "promise_at": NOW, "presale_ends_at": NOW}
    assert event_told("D-PRO-1", facts, None, zone()) == Told(GROUPED, "grouped")
    assert event_told("D-URGE-1.1", facts, None, zone()) == Told(SHIPPED, "shipped:YT1")
    assert event_told("D-URGE-1.1", {}, None, zone(), "YT2") == Told(SHIPPED, "shipped:YT2")
    assert event_told("D-URGE-1.2.1.1", facts, None, zone()) == Told(GROUPED, "grouped")
    assert event_told("D-LATE-1", facts, None, zone()) == Told(DELAYED, f"delay:{NOW}")
    assert event_told("D-PRO-4", {}, NOW - 5, zone()) == Told(DELAYED, f"delay:{NOW - 5}")
    assert event_told("D-PRESALE-2", facts, None, zone()) == Told(PRESALE_END, "presale_end:2026-05-19")
    assert event_told("D-PRO-2", facts, None, zone()) is None


def test_every_kind_is_told_by_its_own_outcome() -> None:
    assert {spec.outcome: kind for kind, spec in SPECS.items()}.items() <= TOLD_BY.items()


def test_what_was_said_for_a_group_stands_over_what_was_said_for_all() -> None:
    terms = QueueTerms(slots={"reason": "a", "new_time": "b"}, of_group={"x": {"reason": "c", "new_time": ""}})
    assert terms.slots_of("x", "y") == {"reason": "a", "new_time": "b"}
    assert replace(terms, by="product").slots_of("x", "y") == {"reason": "c", "new_time": "b"}
    assert replace(terms, by="courier").slots_of("y", "x") == {"reason": "c", "new_time": "b"}


def test_a_kind_looks_back_or_ahead() -> None:
    assert looks_from(GROUPED, NOW, 24) == (NOW - 24 * HOUR, NOW)
    assert looks_from(PRESALE_END, NOW, 48) == (NOW, NOW + 48 * HOUR)
