import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.money import format_price, format_yuan, parse_fen


@pytest.mark.parametrize(
    ("words", "fen"),
    [
        ("5", 500), ("35.6", 3560), ("35.60", 3560), ("¥1,280.00", 128000), ("￥5", 500), ("5元", 500), (" 5 元 ", 500),
        ("0", 0), ("0.01", 1), ("-3", -300), ("-0.5", -50), ("1.5000", 150), ("999999999", 99999999900), ("５", 500),
    ],
)  # fmt: skip
def test_an_amount_in_yuan_is_read_as_fen(words: str, fen: int) -> None:
    assert parse_fen(words) == fen


@pytest.mark.parametrize(
    "words", ["", " ", "元", "¥", "五元", "5.555", "1e3", "5-", "--5", "5元5", "1,28", "nan", "5.5.5", "1" * 10, "{5}"]
)
def test_what_is_no_amount_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_fen(words)


@pytest.mark.parametrize(
    ("fen", "yuan", "price"),
    [
        (500, "5", "¥5.00"),
        (1250, "12.50", "¥12.50"),
        (5, "0.05", "¥0.05"),
        (0, "0", "¥0.00"),
        (-1250, "-12.50", "-¥12.50"),
    ],
)
def test_fen_are_written_as_yuan_and_as_a_price(fen: int, yuan: str, price: str) -> None:
    assert (format_yuan(fen), format_price(fen)) == (yuan, price)


@given(st.integers(-(10**10), 10**10))
def test_yuan_read_back_are_the_same_fen(fen: int) -> None:
    assert parse_fen(format_yuan(fen)) == fen


@given(st.text(max_size=20))
def test_any_words_are_an_amount_or_a_value_error(words: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(parse_fen(words), int)
