"""Scripts and flows are found by whatever an agent types, the best kind of match first."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.script_search import Entry, Match, ScriptIndex, readings

READINGS = dict(
    zip(
        "催发货修改地址开发票重庆问候您好运费",
        ["c", "f", "h", "x", "g", "d", "z", "k", "f", "p", "zc", "q", "w", "h", "n", "h", "y", "f"],
        strict=True,
    )
)
ENTRIES = [
    Entry("urge", ("催发货", "urge_shipment"), ("什么时候发", "急"), "您的订单正在打包"),
    Entry("address", ("修改地址", "dz1"), ("换地址", "收货地址"), "请把新地址发给我"),
    Entry("invoice", ("开发票", "fp"), ("抬头",), "发票开好后发您邮箱", uses=5),
    Entry("city", ("重庆仓",), (), ""),
    Entry("freight", ("运费",), (), "偏远地区另算", uses=9),
]


def initials_of(char: str) -> str:
    return READINGS.get(char, "")


def alike(one: str, others: Sequence[str], least: float) -> Iterator[tuple[int, float]]:
    for place, other in enumerate(others):
        score = len(set(one) & set(other)) / max(len(set(one) | set(other)), 1)
        if score >= least:
            yield place, score


INDEX = ScriptIndex(ENTRIES, initials_of, alike)


@pytest.mark.parametrize(
    ("query", "first", "match"),
    [
        ("fp", "invoice", Match.EXACT),
        ("催发货", "urge", Match.EXACT),
        ("ＦＰ", "invoice", Match.EXACT),
        ("催发", "urge", Match.PREFIX),
        ("urge", "urge", Match.PREFIX),
        ("cfh", "urge", Match.INITIALS),
        ("xg", "address", Match.INITIALS),
        ("cq", "city", Match.INITIALS),
        ("zq", "city", Match.INITIALS),
        ("抬头", "invoice", Match.PART),
        ("发货", "urge", Match.PART),
        ("gdz", "address", Match.WORDS),
        ("地址 修改", "address", Match.WORDS),
        ("发票 邮箱", "invoice", Match.WORDS),
        ("fh 打包", "urge", Match.WORDS),
        ("打包", "urge", Match.BODY),
        ("改址", "address", Match.WORDS),
        ("催货发", "urge", Match.ALIKE),
    ],
)
def test_the_best_entry_comes_first(query: str, first: str, match: Match) -> None:
    found = INDEX.find(query)
    assert (found[0].id, found[0].match) == (first, match)


def test_better_kinds_of_match_come_before_worse_ones() -> None:
    kinds = [one.match for one in INDEX.find("f")]
    assert kinds == sorted(kinds)


def test_among_equals_what_is_used_more_comes_first() -> None:
    entries = [Entry("seldom", ("发票",), uses=1), Entry("often", ("发票",), uses=7)]
    assert [one.id for one in ScriptIndex(entries, initials_of).find("发票")] == ["often", "seldom"]


@pytest.mark.parametrize("query", ["", "  ", "完全没有", "q7", "催发货 运费"])
def test_what_is_nowhere_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == []


def test_without_a_measure_a_slip_finds_nothing() -> None:
    assert ScriptIndex(ENTRIES, initials_of).find("催货发") == []
    assert INDEX.find("催" * 30) == []


def test_no_more_than_asked_for_are_found_and_none_twice() -> None:
    entries = [Entry(str(number), (f"发货{number}", f"发货{number}b")) for number in range(50)]
    found = [one.id for one in ScriptIndex(entries, initials_of).find("发", limit=20)]
    assert len(found) == len(set(found)) == 20
    assert len(ScriptIndex(entries, initials_of)) == 50


def test_a_word_with_many_readings_is_kept_within_bounds() -> None:
    assert len(readings("重" * 6, initials_of)) == 8
    assert readings("，", initials_of) == []


@given(st.text(alphabet="催发货地址改票fp重 1", max_size=8))
def test_whatever_is_typed_is_searched(query: str) -> None:
    found = [one.id for one in INDEX.find(query)]
    assert len(found) == len(set(found))
    assert set(found) <= {entry.id for entry in ENTRIES}


def test_the_letters_are_those_of_names_and_keywords_as_they_are_compared() -> None:
    entries = [Entry("one", ("催 货", "DZ"), ("急",), "正文"), Entry("other", ("ｆ催",))]
    assert ScriptIndex(entries, initials_of).letters == set("催货dz急f")
    assert ScriptIndex([], initials_of).letters == set()


@pytest.mark.parametrize("query", ["打包 您好", "运费 没有", "fh 运好"])
def test_words_of_which_one_is_nowhere_find_nothing_together(query: str) -> None:
    assert INDEX.find(query, worst=Match.BODY) == []
