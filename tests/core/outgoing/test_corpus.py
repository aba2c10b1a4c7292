"""The outgoing check on whole replies: clean ones pass without a finding, violating ones are caught by their rule."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from deskhelper.content.library import load_library
from deskhelper.core.facts import Moment
from deskhelper.core.order import Status
from deskhelper.core.outgoing import Against, Rule, check
from deskhelper.paths import RESOURCES
from tests.core.make import MOMENT, ZONE, at, facts

HERE = Path(__file__).parent
RULES = load_library(RESOURCES).words
LATE = at("2026-05-21 12:00")
ORDERS: dict[str, dict[str, Any]] = {
    "to_ship": {},
    "late": {"now": LATE},
    "shipped": {"status": Status.SHIPPED, "tracking_no": "773000000000123", "shipped_at": at("2026-05-18 20:00")},
    "shipped_late": {"now": LATE, "status": Status.SHIPPED, "shipped_at": at("2026-05-19 20:00")},
    "shipped_promised": {"status": Status.SHIPPED, "shipped_at": at("2026-05-18 20:00")},
    "bought": {
        "status": Status.SHIPPED, "shipped_at": at("2026-05-18 20:00"), "courier": "圆通速递", "paid_fen": 3990,
        "quantity": 2, "spec": "藏蓝;XL",
    },
    "received": {"status": Status.RECEIVED, "tracking_no": "773000000000123", "received_at": at("2026-05-19 08:00")},
}  # fmt: skip


def loaded(name: str) -> Any:
    return YAML(typ="safe", pure=True).load(HERE / name)


def found(text: str, order: str | None = None) -> list[tuple[str, str]]:
    moment = Moment(LATE, ZONE) if order in ("late", "shipped_late") else MOMENT
    known = facts(**ORDERS[order]) if order else None
    against = Against(moment, known, known, "260518-111111111110001" if order else "")
    return [(one.rule.value, one.words) for one in check(text, RULES, against)]


SETS = ("", "unseen_", "disguised_", "trades_", "shops_")
CLEAN = [row for name in (*SETS, "everyday_") for row in loaded(f"{name}clean.yaml")]
AGREEING = [(row["text"], row["order"]) for row in loaded("clean_orders.yaml")]
VIOLATING = [
    (rule, *((row, None) if isinstance(row, str) else (row["text"], row["order"])))
    for name in SETS
    for rule, rows in loaded(f"{name}violating.yaml").items()
    for row in rows
]


@pytest.mark.parametrize("text", CLEAN)
def test_a_clean_reply_is_let_through(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("order", ["to_ship", "shipped", "received"])
def test_no_clean_reply_of_general_kind_is_held_against_an_order(order: str) -> None:
    general = [
        text
        for text in CLEAN
        if not any(
            word in text
            for word in ("发货", "还没发", "配货", "包裹", "快递", "物流", "打包", "退", "签收", "您拍的是", "订单号")
        )
    ]
    assert [(text, found(text, order)) for text in general if found(text, order)] == []


@pytest.mark.parametrize(("text", "order"), AGREEING)
def test_a_reply_that_agrees_with_the_order_is_let_through(text: str, order: str) -> None:
    assert [one for one in found(text, order) if one[0] == "contradiction"] == []


@pytest.mark.parametrize(("rule", "text", "order"), VIOLATING)
def test_a_violating_reply_is_caught_under_its_rule(rule: str, text: str, order: str | None) -> None:
    assert rule in [name for name, _ in found(text, order)]


def test_the_sets_are_large_enough_and_every_rule_is_in_them() -> None:
    assert len(CLEAN) + len(AGREEING) >= 1800
    assert len(VIOLATING) >= 1550
    assert {rule for rule, *_ in VIOLATING} == {rule.value for rule in Rule} - {Rule.DERIVED_PROMISE.value}
