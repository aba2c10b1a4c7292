"""However a word is written, the check reads the same one and knows where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.outgoing.plain import plain
from deskhelper.core.outgoing.words import WordRules

ALIKE = WordRules(rules=(), alike="寶宝貝贝")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("微 信", "微信"), ("微-信", "微信"), ("加V❤信", "加v信"), ("ＷＸ：ａｂｃ", "wx:abc"), ("微\u200b信", "微信"),
        ("138 0013-8000", "138 0013-8000"), ("a.com", "a.com"), ("好。微信", "好。微信"), ("3.5 元", "3.5元"), ("", ""),
        ("一\n二", "一\n二"), ("①②", "12"),
    ],
)  # fmt: skip
def test_the_plain_form(text: str, words: str) -> None:
    assert plain(text).words == words


def test_characters_that_stand_for_others_are_read_as_those() -> None:
    assert ALIKE.plain("寶貝").words == "宝贝"


def test_a_place_in_the_plain_form_is_one_in_the_text() -> None:
    read = plain("亲，加 V 聊")
    assert read.place(2, 4) == (2, 5)


@given(st.text(max_size=60))
def test_every_place_is_within_the_text(text: str) -> None:
    read = plain(text)
    assert len(read.at) == len(read.words)
    assert all(0 <= place < len(text) for place in read.at)
