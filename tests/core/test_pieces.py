"""Greeting, answer and sign-off in one copy."""

import pytest

from deskhelper.core.pieces import NO_PIECES, Pieces, put_together
from deskhelper.core.text import Part, joined

HELLO = Pieces(greeting=(Part("亲，您好！"),))


@pytest.mark.parametrize(
    ("answer", "whole"),
    [
        ("亲，您的订单已发货。", "亲，您好！您的订单已发货。"),
        ("您好，在的亲，帮您查了。", "亲，您好！帮您查了。"),
        ("让您久等了亲。", "亲，您好！让您久等了亲。"),
        ("亲，", "亲，您好！"),
    ],
)
def test_the_buyer_is_greeted_once(answer: str, whole: str) -> None:
    assert joined(put_together([Part(answer)], HELLO)) == whole


def test_an_answer_that_starts_with_a_slot_stays_as_it_is() -> None:
    parts = [Part("中通", "courier"), Part("，单号在订单里。")]
    assert put_together(parts, HELLO) == [Part("亲，您好！"), *parts]
    assert put_together([Part(None, "courier")], HELLO)[1:] == [Part(None, "courier")]


def test_a_piece_without_an_end_gets_one() -> None:
    assert joined(put_together([Part("收到")], Pieces((Part("您好"),), (Part("祝好"),)))) == "您好。收到。祝好"
    assert joined(put_together([Part("单号"), Part(None, "no")], Pieces((), (Part("祝好"),)))) == "单号＿＿祝好"


def test_without_pieces_nothing_changes() -> None:
    assert put_together([Part("亲，好")], NO_PIECES) == [Part("亲，好")]
    assert put_together([], HELLO) == [Part("亲，您好！")]
    assert put_together([], Pieces((), (Part("祝好"),))) == [Part("祝好")]
