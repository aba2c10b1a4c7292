"""Times in the words of a chat are read as a buyer reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.facts import Moment
from deskhelper.core.moments import iso
from deskhelper.core.outgoing.told_time import told_times
from tests.core.make import MOMENT, NOW, ZONE, at


def told(words: str) -> list[tuple[str, str, str]]:
    """Return the words of each time with its bounds; now is 2026-05-19 12:00."""
    return [
        (words[one.start : one.end], (iso(one.first, ZONE) or "")[5:16], (iso(one.last, ZONE) or "")[5:16])
        for one in told_times(words, MOMENT)
    ]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("明天下午3点前发出", "05-20T15:00", "05-20T15:00"),
        ("今天18点前", "05-19T18:00", "05-19T18:00"),
        ("今天(5月19日)18点前", "05-19T18:00", "05-19T18:00"),
        ("今晚8点半", "05-19T20:30", "05-19T20:30"),
        ("晚上十点", "05-19T22:00", "05-19T22:00"),
        ("明晚一点前", "05-20T13:00", "05-20T13:00"),
        ("最晚一点半", "05-19T13:30", "05-19T13:30"),
        ("5月20日9:12前", "05-20T09:12", "05-20T09:12"),
        ("21号上午十一点二十分", "05-21T11:00", "05-21T11:00"),
        ("6小时内", "05-19T18:00", "05-19T18:00"),
        ("半个小时之内", "05-19T12:30", "05-19T12:30"),
        ("两天内", "05-21T12:00", "05-21T12:00"),
        ("二十四小时内", "05-20T12:00", "05-20T12:00"),
        ("30分钟内", "05-19T12:30", "05-19T12:30"),
        ("明天发", "05-20T00:00", "05-20T23:59"),
        ("明晚发", "05-20T18:00", "05-20T23:59"),
        ("大后天发", "05-22T00:00", "05-22T23:59"),
        ("22日发", "05-22T00:00", "05-22T23:59"),
        ("中午12点", "05-19T12:00", "05-19T12:00"),
    ],
)
def test_a_told_time_is_read(words: str, first: str, last: str) -> None:
    ((_, *bounds),) = told(words)
    assert bounds == [first, last]


@pytest.mark.parametrize("words", ["订单要晚一点才能发出", "会快一点", "有一点心意", "早一点跟您说"])
def test_a_bit_later_is_no_hour(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize("words", ["2月30日发", "25点发", "9:75", "第3天内", "3号楼", "13月1日", "没有时间"])
def test_what_is_no_time_is_left_out(words: str) -> None:
    assert told(words) == []


def test_a_date_long_past_is_next_years() -> None:
    (one,) = told_times("1月3日发", Moment(at("2026-12-30 12:00"), ZONE))
    assert iso(one.first, ZONE) == "2027-01-03T00:00:00+08:00"


def test_several_times_are_told_each_once() -> None:
    assert [words for words, *_ in told("6小时内，也就是今天18点前，最晚明天")] == ["6小时内", "今天18点", "明天"]


@given(st.text(alphabet="今明后天5月日号点半分小时内:0123456789二十前上下午晚 ", max_size=20))
def test_any_words_can_be_read(words: str) -> None:
    for one in told_times(words, Moment(NOW, ZONE)):
        assert 0 <= one.start < one.end <= len(words)
        assert one.first <= one.last
