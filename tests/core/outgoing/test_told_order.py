"""What a text says of the order's courier, sum, count, size and colour is held against the order."""

from typing import Any

import pytest

from deskhelper.core.order import Status
from deskhelper.core.outgoing import Against, Rule, WordRules, check
from tests.core.make import MOMENT, at, facts

BOUGHT: dict[str, Any] = {
    "status": Status.SHIPPED, "shipped_at": at("2026-05-18 20:00"), "courier": "圆通速递", "paid_fen": 3990,
    "quantity": 2, "spec": "藏蓝;XL",
}  # fmt: skip


def found(text: str, **changes: Any) -> list[tuple[str, Any]]:
    known = facts(**BOUGHT | changes)
    told = check(text, WordRules(rules=()), Against(MOMENT, known, known))
    return [(one.words, one.problem.values.get("value")) for one in told if one.rule is Rule.CONTRADICTION]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("亲，您这单发的是申通快递哦", "您这单发的是申通", "圆通速递"),
        ("您的包裹由中通承运", "您的包裹由中通", "圆通速递"),
        ("亲，您这单实付是999元", "实付是999元", "39.90元"), ("您付了40块，没错的", "您付了40块", "39.90元"),
        ("您拍的是三件", "您拍的是三件", "2件"), ("这单是1件哦", "这单是1件", "2件"),
        ("您拍的是M码", "您拍的是M码", "藏蓝;XL"), ("订单里是红色的", "订单里是红色", "藏蓝;XL"),
    ],
)  # fmt: skip
def test_what_the_order_does_not_bear_out_is_found(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "您这单发的是圆通哦", "默认发中通", "退回的包裹是用申通寄的", "您这单实付39.9元", "您付了39.90元",
        "您两单一共付了99元",
        "您拍的是两件", "您拍的是3件装", "您拍的是XL码", "您拍的是M码吗？", "您买的是紫色", "您拍的是蓝色对吧", "好的",
    ],
)  # fmt: skip
def test_what_agrees_is_asked_or_is_of_another_order_is_let_through(text: str) -> None:
    assert found(text) == []


def test_what_the_order_does_not_say_contradicts_nothing() -> None:
    text = "您这单发的是申通，实付是999元，您拍的是3件，您拍的是M码，您拍的是红色"
    assert found(text, courier="", paid_fen=None, quantity=3, spec="") == []
    assert found("您的包裹由百世承运", courier="极兔速递") == []
    assert found("您的包裹由百世承运", courier="自己送") == []
    assert found("您拍的是3件", quantity=1, spec="3件装") == []
