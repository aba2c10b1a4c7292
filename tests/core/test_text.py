import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.text import Part, Text, fill, joined, placeholders

LETTERS = st.text(alphabet="中a{}0_ ", max_size=20)


def test_a_text_is_read_in_its_language() -> None:
    text = Text(zh="发货", en="ship")
    assert (text.within("zh"), text.within("en")) == ("发货", "ship")


def test_placeholders_are_named_once_in_order_of_first_use() -> None:
    assert placeholders("{b}和{a_1}，{b}；{}{A}{1a}") == ["b", "a_1"]


@pytest.mark.parametrize(
    ("template", "parts"),
    [
        ("", []),
        ("您好", [Part("您好")]),
        ("{a}", [Part("甲", "a")]),
        ("见{a}。{b}", [Part("见"), Part("甲", "a"), Part("。"), Part(None, "b")]),
        ("{c}", [Part(None, "c")]),
    ],
)
def test_a_template_falls_into_words_slots_and_gaps(template: str, parts: list[Part]) -> None:
    assert fill(template, {"a": "甲", "c": ""}) == parts


def test_a_gap_is_shown_as_a_blank_never_as_nothing() -> None:
    assert joined(fill("见{b}。", {})) == "见＿＿。"
    assert joined(fill("见{b}。", {}), "") == "见。"


def test_a_value_that_looks_like_a_slot_is_not_filled_again() -> None:
    assert joined(fill("{a}", {"a": "{b}", "b": "乙"})) == "{b}"


@given(LETTERS, LETTERS)
def test_filling_any_template_keeps_every_literal_character(template: str, value: str) -> None:
    parts = fill(template, dict.fromkeys(placeholders(template), value))
    assert joined([Part("{" + part.slot + "}") if part.slot else part for part in parts]) == template
