"""Lines of words: none is wider than its box, none begins with a comma, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.drawing.words import NEVER_FIRST, balanced, estimated, wrapped

ANY_WORDS = st.text(alphabet="已寄出，同意退款（召回）。Has left: agree 12 ", max_size=40)


def lines(words: str, room: float) -> list[str]:
    return wrapped(words, room, 10, False, estimated)


def test_chinese_breaks_between_characters() -> None:
    assert lines("已寄出同意退款", 30) == ["已寄出", "同意退", "款"]


def test_english_breaks_between_words() -> None:
    assert lines("Has left: agree to it", 60) == ["Has left:", "agree to it"]


def test_no_line_begins_with_a_mark_or_ends_with_an_opening_one() -> None:
    assert lines("已寄出，同意", 30) == ["已寄", "出，同", "意"]
    assert lines("已寄（同意）", 30) == ["已寄", "（同", "意）"]


def test_a_word_that_is_too_long_is_broken_and_not_cut() -> None:
    assert "".join(lines("D-URGE-1.2.1.1-AND-MORE", 40)) == "D-URGE-1.2.1.1-AND-MORE"
    assert len(lines("D-URGE-1.2.1.1-AND-MORE", 40)) > 2


def test_no_words_are_one_empty_line() -> None:
    assert lines("", 40) == [""]
    assert lines("   ", 40) == [""]


def test_balanced_lines_leave_no_character_alone() -> None:
    assert lines("已寄出，同意退款并召回", 100) == ["已寄出，同意退款并召", "回"]
    assert balanced("已寄出，同意退款并召回", 100, 10, False, estimated) == ["已寄出，同意", "退款并召回"]


def test_bold_and_large_words_are_wider() -> None:
    assert estimated("已寄出", 10, True) > estimated("已寄出", 10) == 30
    assert estimated("W", 10) > estimated("N", 10) > estimated("n", 10) > estimated("i", 10)


@given(ANY_WORDS, st.integers(20, 160))
def test_every_line_fits_and_nothing_is_lost(words: str, room: int) -> None:
    for found in (lines(words, room), balanced(words, room, 10, False, estimated)):
        assert "".join("".join(found).split()) == "".join(words.split())
        for line in found:
            assert estimated(line, 10) <= room or len(line) == 1 or line[-1] in NEVER_FIRST or line[0] in "（"


@pytest.mark.parametrize("room", [0.0, 1.0, 5.0])
def test_no_room_at_all_still_ends(room: float) -> None:
    assert "".join(lines("已寄出 now", room)).replace(" ", "") == "已寄出now"
