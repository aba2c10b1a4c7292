"""Conditions in words."""

from typing import Any

import msgspec
import pytest

from deskhelper.core.fact_titles import FACT_TITLES, VALUE_WORDS
from deskhelper.core.facts import FACT_KINDS
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.rule import Condition
from deskhelper.core.rule_words import fact_title, in_words
from tests.core.make import flow_of, plain_flow, text


def words(plain: dict[str, Any]) -> str:
    flow = plain_flow()
    flow["questions"]["wants"]["short"] = text("买家想要？")
    return in_words(msgspec.convert(plain, Condition), flow_of(flow)).zh


def test_every_fact_has_a_title_and_no_title_is_left_over() -> None:
    assert set(FACT_TITLES) == set(FACT_KINDS)


def test_every_normalised_status_has_words() -> None:
    assert {*Status, *AfterSale} <= set(VALUE_WORDS)


def test_a_fact_without_a_title_goes_by_its_name() -> None:
    assert fact_title("nothing_of_the_kind").en == "nothing_of_the_kind"


@pytest.mark.parametrize(
    ("plain", "told"),
    [
        ({"fact": "has_left", "is": True}, "包裹已离仓"),
        ({"fact": "has_left", "is": False}, "包裹已离仓：否"),
        ({"fact": "status", "is": "to_ship"}, "订单状态：待发货"),
        ({"fact": "status", "is_not": "to_ship"}, "订单状态 ≠ 待发货"),
        ({"fact": "status", "in": ["to_ship", "shipped"]}, "订单状态：待发货、已发货"),
        ({"fact": "courier", "is": "中通"}, "快递公司：中通"),
        ({"fact": "promise_at", "known": True}, "承诺发货时间：有记录"),
        ({"fact": "promise_at", "known": False}, "承诺发货时间：没有记录"),
        ({"fact": "late_by", "at_least": 86400}, "已逾期 ≥ 1 天"),
        ({"fact": "paid_fen", "at_most": 1250}, "实付金额 ≤ 12.50 元"),
        ({"fact": "late_hours", "at_least": 24}, "逾期小时数 ≥ 24"),
        ({"not": {"fact": "has_left", "is": True}}, "不是（包裹已离仓）"),
        (
            {"all": [{"fact": "is_paid", "is": True}, {"fact": "refund_open", "is": True}]},
            "已付款，且有退款申请",
        ),
        (
            {"any": [{"fact": "is_paid", "is": True}, {"fact": "refund_open", "is": True}]},
            "已付款，或有退款申请",
        ),
        ({"answer": "wants", "is": "ship"}, "买家想要：发"),
        ({"answer": "wants", "is": "gone"}, "买家想要：gone"),
        ({"answer": "elsewhere", "is": "yes"}, "elsewhere：yes"),
    ],
)
def test_a_condition_reads_as_a_phrase(plain: dict[str, Any], told: str) -> None:
    assert words(plain) == told


def test_conditions_are_told_in_english_too() -> None:
    condition = Condition(all=(Condition(fact="has_left", is_=True), Condition(fact="late_by", at_least=3600)))
    assert in_words(condition, flow_of(plain_flow())).en == "parcel has left and late by ≥ 1 h"
