from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.topic_text import LONGEST, masked, merged_sound, units_of
from tests.core.topic_model import ALPHABET


def signs(text: str) -> list[str]:
    return [unit.sign for unit in units_of(text, ALPHABET)]


def test_a_character_is_a_unit_with_its_sound_and_its_place() -> None:
    unit = units_of("催发", ALPHABET)[1]
    assert (unit.sign, unit.sound, unit.start, unit.end) == ("发", "fa", 1, 2)


def test_traditional_full_width_and_capital_letters_read_as_the_plain_ones() -> None:
    assert signs("發貨嗎ＸＬ") == signs("发货吗xl")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("260612-123456789012345", "O"),
        ("２６０６１２－１２３４５６７８９０１２３４５", "O"),
        ("YT8812345678901", "T"),
        ("78123456789012", "T"),
        ("13800000000", "P"),
        ("138****0000", "P"),
        ("0571-88888888", "P"),
        ("12315", "K"),
        ("91330100MA27XXXX0K", "X"),
        ("https://a.example/b?c=1", "U"),
        ("5月20号", "D"),
        ("12:30", "D"),
        ("15.5元", "Y"),
        ("¥20", "Y"),
        ("三块钱", "Y"),
        ("48小时", "H"),
        ("四十八小时", "H"),
        ("三天", "S"),
        ("好几天"[1:], "几"),
        ("半个月", "S"),
        ("120斤", "W"),
        ("42码", "W"),
        ("两件", "C"),
        ("7788", "N"),
        ("[图片]", "I"),
        ("[流泪]", "E"),
        ("😂", "E"),
    ],
)
def test_numbers_and_signs_of_a_kind_are_one_unit(text: str, kind: str) -> None:
    assert signs(text)[0] == kind


def test_a_kind_remembers_the_whole_of_what_stood_there() -> None:
    unit = units_of("看 260612-123456789012345 吧", ALPHABET)[2]
    assert (unit.start, unit.end) == (2, 24)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("改成浙江省杭州市西湖区文三路12号3栋 电话13800000000", "改成‹A›，电话‹P›"),
        ("收件人改成某某某", "收件人改成‹R›"),
        ("某某某 13800000000", "‹R›，‹P›"),
        ("13800000000，某某", "‹P›，‹R›"),
        ("收货人换人", "收货人换人"),
        ("13800000000 谢谢", "‹P›，谢谢"),
        ("订单260612-123456789012345没到", "订单‹O›没到"),
    ],
)
def test_nothing_personal_is_left_when_masked(text: str, kept: str) -> None:
    assert masked(text, ALPHABET) == kept


@given(st.text(max_size=60))
def test_masking_again_changes_nothing_and_keeps_no_long_number(text: str) -> None:
    once = masked(text, ALPHABET)
    assert masked(once, ALPHABET) == once
    assert not any(char.isdigit() and char.isascii() for char in once)


@given(st.text(max_size=80))
def test_units_stand_in_the_order_of_the_text_and_never_overlap(text: str) -> None:
    units = units_of(text, ALPHABET)
    assert all(unit.start < unit.end <= len(text) for unit in units)
    assert all(one.start <= other.start for one, other in pairwise(units))


def test_repeats_are_cut_and_outer_pauses_fall() -> None:
    assert signs("，，发发发发？？？!!\n\n吗。") == ["发", "发", "?", "!", "|", "吗"]


def test_a_text_of_pauses_has_no_units() -> None:
    assert signs(" \n，。") == []


def test_what_is_not_seen_does_not_count() -> None:
    assert signs("发\u200b货\ufe0f") == ["发", "货"]


def test_pinyin_is_read_as_syllables_with_blanks_and_without() -> None:
    assert signs("zaima") == signs("zai ma") == signs("ZAI MA") == ["zai", "ma"]
    assert units_of("fahuo", ALPHABET)[1].sound == "huo"


def test_latin_words_that_are_no_pinyin_stay_letters() -> None:
    assert signs("logo 发") == ["l", "o", "g", "o", "|", "发"]
    assert signs("hello") == list("hello")
    assert signs("fabb") == list("fabb"), "it begins like pinyin"


def test_a_long_message_is_read_from_its_begin() -> None:
    assert len(units_of("发货" * LONGEST, ALPHABET)) == LONGEST


@pytest.mark.parametrize(("heard", "merged"), [("zhang", "zan"), ("cheng", "cen"), ("shi", "si"), ("xing", "xin")])
def test_sounds_that_many_speakers_merge_are_one(heard: str, merged: str) -> None:
    assert merged_sound(heard) == merged
