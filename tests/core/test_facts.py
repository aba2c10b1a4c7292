from typing import Any

import pytest

from deskhelper.core.facts import FACT_KINDS, FactValue, fact_words, told
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text
from tests.core.make import NOW, ZONE, at, facts

PROMISE = at("2026-05-20 09:12")


def test_there_are_exactly_the_facts_that_flows_may_name() -> None:
    assert set(facts()) == set(FACT_KINDS)


@pytest.mark.parametrize(
    ("changes", "has_left"),
    [
        ({}, None),
        ({"shipped_at": NOW}, True),
        ({"tracking_no": "773000000000123"}, True),
        ({"status": Status.SHIPPED}, True),
        ({"status": Status.RECEIVED}, True),
        ({"status": Status.CANCELLED}, None),
        ({"status": Status.UNKNOWN}, None),
    ],
)
def test_only_what_proves_it_says_that_the_parcel_has_left(changes: dict[str, Any], has_left: bool | None) -> None:
    assert facts(**changes)["has_left"] is has_left


@pytest.mark.parametrize(
    ("now", "passed", "late_by", "time_left"),
    [(PROMISE - 1, False, None, 1), (PROMISE, False, None, 0), (PROMISE + 1, True, 1, None)],
)
def test_the_promise_has_passed_the_second_after(
    now: int, passed: bool, late_by: int | None, time_left: int | None
) -> None:
    found = facts(now)
    assert (found["promise_passed"], found["late_by"], found["time_left"]) == (passed, late_by, time_left)


def test_without_any_promise_nothing_is_known_of_it() -> None:
    found = facts(promised_ship_by=None, grouped_at=None)
    names = ["promise_at", "promise_hours", "promise_is_derived", "promise_passed", "late_by", "time_left"]
    assert [found[name] for name in names] == [None] * 6


def test_a_derived_promise_is_marked_and_follows_the_shops_terms() -> None:
    found = facts(terms=ShopTerms(promise_hours=24), promised_ship_by=None)
    assert (found["promise_is_derived"], found["promise_hours"], found["late_by"]) == (True, 24, 2 * HOUR + 48 * 60)


@pytest.mark.parametrize(
    ("status", "is_paid", "is_cancelled", "is_received"),
    [
        (Status.UNPAID, False, False, False),
        (Status.TO_SHIP, True, False, False),
        (Status.RECEIVED, True, False, True),
        (Status.CANCELLED, True, True, False),
        (Status.UNKNOWN, None, False, False),
    ],
)
def test_the_status_gives_its_facts(status: Status, is_paid: bool, is_cancelled: bool, is_received: bool) -> None:
    found = facts(status=status)
    assert (found["is_paid"], found["is_cancelled"], found["is_received"]) == (is_paid, is_cancelled, is_received)


def test_a_received_time_means_received_whatever_the_status() -> None:
    assert facts(received_at=NOW)["is_received"] is True


@pytest.mark.parametrize(
    ("after_sale", "is_open", "is_done"),
    [
        (AfterSale.NONE, False, False),
        (AfterSale.OPEN, True, False),
        (AfterSale.REFUNDING, True, False),
        (AfterSale.REFUNDED, False, True),
        (AfterSale.UNKNOWN, False, False),
    ],
)
def test_a_refund_is_open_or_done(after_sale: AfterSale, is_open: bool, is_done: bool) -> None:
    found = facts(after_sale=after_sale)
    assert (found["refund_open"], found["refund_done"]) == (is_open, is_done)


@pytest.mark.parametrize(
    ("back", "paid", "is_done"),
    [
        (2000, 5290, None),
        (5290, 5290, True),
        (6000, 5290, True),
        (None, 5290, True),
        (2000, None, True),
        (0, 5290, True),
    ],
)
def test_an_order_goes_on_when_only_a_part_was_paid_back(
    back: int | None, paid: int | None, is_done: bool | None
) -> None:
    found = facts(after_sale=AfterSale.REFUNDED, refund_fen=back, paid_fen=paid)
    assert (found["refund_open"], found["refund_done"]) == (False, is_done)


@pytest.mark.parametrize(
    ("name", "value", "zh", "en"),
    [
        ("tracking_no", None, "—", "—"),
        ("tracking_no", "", "—", "—"),
        ("tracking_no", "773", "773", "773"),
        ("shipped_at", NOW, "5-19 12:00", "5-19 12:00"),
        ("late_by", 3 * HOUR, "3 小时", "3 h"),
        ("paid_fen", 3560, "35.60", "35.60"),
        ("refund_open", True, "是", "yes"),
        ("refund_open", False, "否", "no"),
        ("quantity", 2, "2", "2"),
    ],
)
def test_a_fact_is_worded_by_its_kind(name: str, value: FactValue, zh: str, en: str) -> None:
    assert (fact_words(name, value, ZONE, "zh"), fact_words(name, value, ZONE, "en")) == (zh, en)


def test_a_reason_names_the_values_of_facts_in_both_languages() -> None:
    text = Text(zh="承诺 {promise_at}，还剩 {time_left}", en="promise {promise_at}, {time_left} left")
    found = facts(PROMISE - HOUR)
    assert told(text, found, ZONE) == Text(zh="承诺 5-20 09:12，还剩 1 小时", en="promise 5-20 09:12, 1 h left")


def test_a_courier_that_the_file_does_not_name_is_not_known() -> None:
    assert [facts(courier=words)["courier"] for words in ("中通快递", "其他", "")] == ["中通快递", None, None]
