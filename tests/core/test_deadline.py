"""Every deadline that is shown comes from one place: the file, the marks, the shop's hours."""

from typing import Any

import pytest

from deskhelper.core.deadline import NO_MARKS, ShipTerms, ship_terms
from deskhelper.core.facts import Moment, facts_of
from deskhelper.core.known import Known
from deskhelper.core.marks import OrderMarks, Presale
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.order import Order, ShipPromise, Status
from deskhelper.core.policy import Policy
from deskhelper.core.terms import ShopTerms
from tests.core.make import NOW, ZONE
from tests.core.test_window import figure, policy_of

GROUPED = NOW - 9 * DAY
POLICY = policy_of(presale__max_days=figure(30, "days"))
RULED = ShopTerms(promise_hours=48, custom_goods=("刻字",), presale_goods=("羊毛 15天", "毯 40天"))


def order(**changes: Any) -> Order:
    values: dict[str, Any] = {
        "platform": "pdd", "shop": "店", "order_no": "1", "status": Status.TO_SHIP, "product": "杯",
        "grouped_at": GROUPED,
    }  # fmt: skip
    return Order(**(values | changes))


@pytest.mark.parametrize(
    ("changes", "marks", "at"),
    [
        ({}, NO_MARKS, GROUPED + 48 * HOUR),
        ({"product": "羊毛被"}, NO_MARKS, GROUPED + 15 * DAY),
        ({"product": "毯"}, NO_MARKS, None),
        ({"spec": "刻字"}, NO_MARKS, None),
        ({"spec": "刻字"}, OrderMarks(is_custom=False), GROUPED + 48 * HOUR),
        ({}, OrderMarks(is_custom=True), None),
        ({}, OrderMarks(presale=Presale(days=3)), GROUPED + 3 * DAY),
        ({"product": "羊毛被"}, OrderMarks(no_presale=True), GROUPED + 48 * HOUR),
        ({"grouped_at": None}, OrderMarks(presale=Presale(until=NOW)), NOW),
        ({"grouped_at": None}, NO_MARKS, None),
        ({"product": "羊毛被", "promised_ship_by": NOW}, OrderMarks(is_custom=True), NOW),
    ],
)
def test_the_ship_terms_say_what_the_facts_say(changes: dict[str, Any], marks: OrderMarks, at: int | None) -> None:
    one = order(**changes)
    promise = ship_terms(RULED, lambda: POLICY).promise_of(one, marks)
    assert (None if promise is None else promise.at) == at
    found = facts_of(one, RULED, Moment(NOW, ZONE), Known(marks=marks, policy=POLICY))
    assert found["promise_at"] == at


@pytest.mark.parametrize(
    ("goods", "seconds"),
    [
        (("杯", "", "", ""), 48 * HOUR),
        (("羊毛被", "", "", ""), 15 * DAY),
        (("被", "羊毛", "", ""), 15 * DAY),
        (("被", "", "", "羊毛-1"), 15 * DAY),
        (("被", "", "羊毛7", ""), 15 * DAY),
        (("毯", "", "", ""), None),
        (("杯", "刻字", "", ""), None),
    ],
)
def test_goods_have_their_seconds_from_grouping(goods: tuple[str, str, str, str], seconds: int | None) -> None:
    assert ship_terms(RULED, lambda: POLICY).seconds_for(*goods) == seconds


def test_the_figure_is_asked_for_only_where_a_presale_rule_needs_it() -> None:
    def nobody() -> Policy:
        raise AssertionError

    assert ship_terms(ShopTerms(custom_goods=("刻字",)), nobody).most_days is None
    assert ship_terms(RULED, lambda: POLICY).most_days == 30
    assert ship_terms(RULED, lambda: None).most_days is None


def test_shops_with_rules_are_told_from_others() -> None:
    assert not ShipTerms(ShopTerms(promise_hours=48)).has_rules
    assert ShipTerms(ShopTerms(custom_goods=("刻字",))).has_rules
    assert ShipTerms(ShopTerms(presale_goods=("羊毛 15天",))).has_rules


def test_the_usual_hours_are_seconds_where_somebody_set_them() -> None:
    assert ShipTerms(ShopTerms(promise_hours=24)).usual_seconds == 24 * HOUR
    assert ShipTerms(ShopTerms()).usual_seconds is None


def test_a_presale_that_ends_before_the_grouping_has_no_hours() -> None:
    ended = OrderMarks(presale=Presale(until=GROUPED - 1))
    assert ShipTerms(RULED).promise_of(order(), ended) == ShipPromise(GROUPED - 1, None, True)
