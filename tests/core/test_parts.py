"""A long reply goes out in parts that end with sentences."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.parts import in_parts

REPLY = "亲，您的订单已经发货了。中通快递，运单号773000000000123。有任何疑问随时找我！"


def test_a_short_reply_stays_whole() -> None:
    assert in_parts(REPLY, 100) == [REPLY]


@pytest.mark.parametrize("most", [0, -1])
def test_without_a_bound_nothing_is_cut(most: int) -> None:
    assert in_parts(REPLY, most) == [REPLY]


def test_parts_end_with_sentences() -> None:
    assert in_parts(REPLY, 30) == [
        "亲，您的订单已经发货了。",
        "中通快递，运单号773000000000123。",
        "有任何疑问随时找我！",
    ]


def test_sentences_that_fit_stay_together() -> None:
    assert in_parts("好的。收到了。马上查。稍等。", 8) == ["好的。收到了。", "马上查。稍等。"]


def test_a_sentence_too_long_is_cut_at_its_clauses() -> None:
    assert in_parts("先给您查一下，查到了就告诉您，请稍等。", 12) == ["先给您查一下，", "查到了就告诉您，请稍等。"]


def test_a_clause_too_long_is_cut_between_words_and_never_in_a_number() -> None:
    assert in_parts("运单号是773000000000123请查收", 16) == ["运单号是", "773000000000123请", "查收"]


def test_line_ends_at_the_borders_go() -> None:
    assert in_parts("第一段。\n\n第二段。\n", 5) == ["第一段。", "第二段。"]


@given(st.text(alphabet="亲，。！？\n好的123.:ab”；", max_size=80), st.integers(1, 30))
def test_nothing_is_lost_and_no_number_is_cut(text: str, most: int) -> None:
    parts = in_parts(text, most)
    assert "".join("".join(parts).split()) == "".join(text.split())
    numbers = re.findall(r"[0-9a-z.:]+", text)
    joined = "\n".join(parts)
    assert sorted(numbers) == sorted(re.findall(r"[0-9a-z.:]+", joined))
    if len(text) > most:
        assert all(len(part) <= most or part in numbers for part in parts)


def test_blanks_alone_make_no_part() -> None:
    assert in_parts("      ", 2) == []
