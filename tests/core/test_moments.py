from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.moments import (
    HOUR,
    buyer_hour,
    ceil_hour,
    duration,
    floor_hour,
    is_whole_hour,
    iso,
    local,
    parse_iso,
    short_time,
    to_instant,
    zone,
)
from tests.core.make import NOW, ZONE, at


def test_a_time_without_offset_is_the_shops_wall_time() -> None:
    assert parse_iso("2026-05-19 12:00", ZONE) == parse_iso("2026-05-19T04:00:00+00:00", ZONE)
    assert to_instant(datetime(2026, 5, 19, 4, tzinfo=UTC), ZONE) == at("2026-05-19 12:00")


@pytest.mark.parametrize(
    "words",
    ["", "now", "12:00", "2026-13-01", "2026-05-19 25:00", "0001-01-01", "9999-12-31T23:00-12:00", "1970-12-31", "３"],
)
def test_what_is_no_time_or_of_an_absurd_year_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_iso(words, ZONE)


def test_iso_has_the_offset_and_nothing_stays_nothing() -> None:
    assert iso(NOW, ZONE) == "2026-05-19T12:00:00+08:00"
    assert iso(None, ZONE) is None


@pytest.mark.parametrize(
    ("words", "floor", "ceil", "whole"),
    [
        ("2026-05-19 12:00:00", "2026-05-19 12:00", "2026-05-19 12:00", True),
        ("2026-05-19 12:00:01", "2026-05-19 12:00", "2026-05-19 13:00", False),
        ("2026-05-19 12:59:59", "2026-05-19 12:00", "2026-05-19 13:00", False),
        ("2026-05-19 23:30:00", "2026-05-19 23:00", "2026-05-20 00:00", False),
    ],
)
def test_hours_are_rounded_in_the_shops_zone(words: str, floor: str, ceil: str, whole: bool) -> None:
    moment = at(words)
    assert (floor_hour(moment, ZONE), ceil_hour(moment, ZONE)) == (at(floor), at(ceil))
    assert is_whole_hour(moment, ZONE) is whole


def test_the_shops_zone_is_that_of_the_table_since_1992() -> None:
    table, day = ZoneInfo("Asia/Shanghai"), 86_400
    for instant in range(parse_iso("1992-01-01", zone()), parse_iso("2038-01-01", zone()), 11 * day):
        assert local(instant, zone()).isoformat() == local(instant, table).isoformat()
    assert str(zone()) == "Asia/Shanghai"


def test_hours_are_whole_in_a_zone_of_half_hours_too() -> None:
    half = zone("Asia/Kolkata")
    assert is_whole_hour(parse_iso("2026-05-19 12:00", half), half)
    assert not is_whole_hour(parse_iso("2026-05-19 12:00", ZONE), half)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("2026-05-19 18:00", "今天（5月19日）18点"),
        ("2026-05-20 00:00", "今天（5月19日）24点"),
        ("2026-06-01 00:00", "5月31日24点"),
        ("2028-03-01 00:00", "2月29日24点"),
        ("2026-05-21 09:00", "后天（5月21日）9点"),
        ("2026-05-22 09:00", "5月22日9点"),
        ("2026-05-18 09:30", "5月18日9点30分"),
    ],
)
def test_a_buyer_reads_a_day_word_and_the_date(words: str, shown: str) -> None:
    assert buyer_hour(at(words), NOW, ZONE) == shown


def test_a_day_word_is_there_in_english_too() -> None:
    from deskhelper.core.moments import day_word

    today = local(NOW, ZONE)
    assert [day_word(local(NOW + days * 24 * HOUR, ZONE), today, "en") for days in (-1, 0, 1, 2, 3)] == [
        "", "today", "tomorrow", "in two days", "",
    ]  # fmt: skip


def test_a_short_time_has_no_year() -> None:
    assert short_time(at("2026-05-09 07:05"), ZONE) == "5-09 07:05"


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (0, "0 分", "0 min"),
        (59, "0 分", "0 min"),
        (60, "1 分", "1 min"),
        (3 * 3600 + 8 * 60, "3 小时 8 分", "3 h 8 min"),
        (-7200, "2 小时", "2 h"),
        (52 * 3600 + 300, "2 天 4 小时", "2 d 4 h"),
        (48 * 3600 + 300, "2 天", "2 d"),
    ],
)
def test_a_span_has_at_most_two_units(seconds: int, zh: str, en: str) -> None:
    assert (duration(seconds, "zh"), duration(seconds, "en")) == (zh, en)


@given(st.datetimes(datetime(1971, 1, 2), datetime(2999, 12, 30)))
def test_a_time_that_is_shown_can_be_read_back(moment: datetime) -> None:
    instant = to_instant(moment, ZONE)
    assert parse_iso(iso(instant, ZONE) or "", ZONE) == instant
    assert floor_hour(instant, ZONE) <= instant <= ceil_hour(instant, ZONE) < floor_hour(instant, ZONE) + 2 * HOUR
