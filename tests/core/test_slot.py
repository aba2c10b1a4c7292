from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.flow import Limit
from deskhelper.core.slot import latest_hour, no_hour_left, offered_hour, suggested_hour, suggestion
from deskhelper.core.terms import ShopTerms
from tests.core.make import asked, at
from tests.core.slots import read, spec

UNGROUPED: dict[str, Any] = {"grouped_at": None}


def test_a_time_that_the_order_should_give_is_never_guessed() -> None:
    assert suggestion(spec("hour", fact="presale_ends_at"), "presale_end", ShopTerms(), asked()) == ""


@pytest.mark.parametrize(
    ("now", "changes", "offer"),
    [
        ("2026-05-19 12:00", {}, "2026-05-20T09:00:00+08:00"),
        ("2026-05-20 08:59", {}, "2026-05-20T09:00:00+08:00"),
        ("2026-05-20 09:00", {}, ""),
        ("2026-05-20 09:30", {}, ""),
        ("2026-05-19 12:00", {"promised_ship_by": at("2026-06-17 09:12")}, "2026-06-17T09:00:00+08:00"),
        ("2026-05-19 12:00", {"promised_ship_by": at("2026-06-17 09:13")}, ""),
        ("2026-05-19 12:00", {"promised_ship_by": at("2026-06-17 09:13"), **UNGROUPED}, "2026-06-17T09:00:00+08:00"),
        ("2026-05-19 12:00", {"promised_ship_by": at("2026-06-20 09:12"), **UNGROUPED}, ""),
        ("2026-05-19 12:00", {"promised_ship_by": None}, ""),
        ("2026-05-19 12:00", {"promised_ship_by": None, **UNGROUPED}, ""),
    ],
)  # fmt: skip
def test_the_files_own_promise_is_offered_for_the_end_of_a_presale_nobody_marked(
    now: str, changes: dict[str, Any], offer: str
) -> None:
    against = asked(now=at(now), **changes)
    slot = spec("hour", fact="presale_ends_at", offered_fact="promise_at", most=744)
    assert suggestion(slot, "presale_end", ShopTerms(), against, 30) == offer
    if offer:
        assert not read("hour", offer, against, most=744).is_gap


def test_an_hour_on_offer_is_bound_to_the_days_after_grouping_only_where_the_policy_has_them() -> None:
    against = asked(promised_ship_by=at("2026-06-17 10:12"))
    slot = spec("hour", fact="presale_ends_at", offered_fact="promise_at")
    assert offered_hour(slot, against) == at("2026-06-17 10:00")
    assert offered_hour(slot, against, 30) is None


def test_a_sensible_input_is_offered_where_there_is_one() -> None:
    terms = ShopTerms(coupon_fen=550, refund_minutes=20, reasons=("盘点",))
    offers = {
        name: suggestion(spec("words"), name, terms, asked())
        for name in ("coupon_yuan", "refund_minutes", "reason", "tracking_no")
    }
    assert offers == {"coupon_yuan": "5.50", "refund_minutes": "20", "reason": "盘点", "tracking_no": ""}


def test_nothing_is_offered_where_the_shop_has_not_settled_on_one() -> None:
    terms = ShopTerms(coupon_fen=0, reasons=("盘点", "天气"))
    assert suggestion(spec("money"), "coupon_yuan", terms, asked()) == ""
    assert suggestion(spec("choice"), "reason", terms, asked()) == ""


@pytest.mark.parametrize(
    ("limit", "now", "changes", "offer"),
    [
        (Limit.NONE, "2026-05-19 12:00", {}, "2026-05-19T18:00:00+08:00"),
        (Limit.NONE, "2026-05-19 12:20", {}, "2026-05-19T18:00:00+08:00"),
        (Limit.PROMISE, "2026-05-20 05:00", {}, "2026-05-20T09:00:00+08:00"),
        (Limit.PROMISE, "2026-05-20 09:05", {}, ""),
        (Limit.PROMISE, "2026-05-20 09:13", {}, ""),
        (Limit.UNLESS_PASSED, "2026-05-20 09:13", {}, "2026-05-20T15:00:00+08:00"),
        (Limit.PROMISE, "2026-05-20 09:13", {"promised_ship_by": None}, "2026-05-20T15:00:00+08:00"),
        (
            Limit.PROMISE,
            "2026-05-20 09:13",
            {"promised_ship_by": None, "grouped_at": None},
            "2026-05-20T15:00:00+08:00",
        ),
    ],
)
def test_an_hour_is_offered_that_would_be_accepted(limit: Limit, now: str, changes: dict[str, Any], offer: str) -> None:
    against = asked(limit, at(now), **changes)
    assert suggestion(spec("hour"), "new_time", ShopTerms(), against) == offer
    if offer:
        assert not read("hour", offer, against).is_gap


@given(st.integers(0, 4 * 24 * 60), st.sampled_from(list(Limit)), st.booleans(), st.integers(1, 72))
def test_every_hour_on_offer_is_accepted(minutes: int, limit: Limit, has_promise: bool, hours: int) -> None:
    changes: dict[str, Any] = {} if has_promise else {"promised_ship_by": None}
    against = asked(limit, at("2026-05-17 00:00") + minutes * 60, **changes)
    terms = ShopTerms(reply_hours_when_late=hours)
    latest = latest_hour(against)
    offered = suggested_hour(terms, against)
    if offered is not None:
        assert latest is None or offered <= latest
        assert not read("hour", suggestion(spec("hour"), "new_time", terms, against), against).is_gap


@pytest.mark.parametrize(
    ("now", "offer"),
    [
        ("2026-05-19 16:59", "2026-05-19 22:00"),
        ("2026-05-19 17:30", "2026-05-19 22:00"),
        ("2026-05-19 18:30", "2026-05-20 10:00"),
        ("2026-05-31 23:31", "2026-06-01 10:00"),
        ("2026-05-20 02:59", "2026-05-20 10:00"),
        ("2026-05-20 03:00", "2026-05-20 09:00"),
        ("2028-02-28 20:00", "2028-02-29 10:00"),
    ],
)
def test_no_hour_of_the_night_is_offered(now: str, offer: str) -> None:
    against = asked(Limit.NONE, at(now))
    assert suggested_hour(ShopTerms(), against) == at(offer)


def test_an_hour_of_the_night_is_offered_where_the_promise_or_the_slot_leaves_no_other() -> None:
    night = at("2026-05-19 22:30")
    against = asked(Limit.PROMISE, night, promised_ship_by=at("2026-05-20 08:20"))
    assert suggested_hour(ShopTerms(), against) == at("2026-05-20 08:00")
    assert suggested_hour(ShopTerms(), asked(Limit.NONE, night), most=6) == at("2026-05-20 04:00")


def test_where_the_promise_is_days_away_its_own_hour_is_offered() -> None:
    against = asked(Limit.PROMISE, promised_ship_by=at("2026-06-05 23:59"))
    assert suggested_hour(ShopTerms(), against) == at("2026-06-05 23:00")
    assert suggested_hour(ShopTerms(), against, most=48) == at("2026-05-19 18:00")


@pytest.mark.parametrize(
    ("now", "limit", "changes", "kind", "is_told"),
    [
        ("2026-05-20 08:59", Limit.PROMISE, {}, "hour", False),
        ("2026-05-20 09:00", Limit.PROMISE, {}, "hour", True),
        ("2026-05-20 09:12", Limit.PROMISE, {}, "hour", True),
        ("2026-05-20 09:30", Limit.UNLESS_PASSED, {}, "hour", False),
        ("2026-05-20 09:00", Limit.NONE, {}, "hour", False),
        ("2026-05-20 09:00", Limit.PROMISE, {}, "time", False),
        ("2026-05-20 09:00", Limit.PROMISE, {"promised_ship_by": None, "grouped_at": None}, "hour", False),
    ],
)
def test_it_is_told_that_no_whole_hour_is_left_before_the_promise(
    now: str, limit: Limit, changes: dict[str, Any], kind: str, is_told: bool
) -> None:
    against = asked(limit, at(now), **changes)
    problem = no_hour_left(spec(kind), against)
    assert (problem is not None) is is_told
    if problem is not None:
        assert (problem.code, problem.values) == ("slot_no_hour", {"promise": "5-20 09:12"})
    assert no_hour_left(spec(kind, fact="promise_at"), against) is None
