"""A period is whole days of the shop's zone; what it is held against is as long and as far into its last day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from deskhelper.core.moments import DAY, HOUR, Instant, parse_iso
from deskhelper.core.period import LONGEST, QUARTER, Period, PeriodKind, Span, chosen_days, last_days

ZONE = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")
KATHMANDU = ZoneInfo("Asia/Kathmandu")
"""45 minutes beside the hours of UTC."""


def at(words: str, zone: ZoneInfo = ZONE) -> Instant:
    return parse_iso(words, zone)


NOW = at("2026-05-19T14:20:00")


def test_today_begins_at_midnight_of_the_shop_and_ends_now() -> None:
    today = last_days(PeriodKind.TODAY, NOW, ZONE)
    assert today.span == Span(at("2026-05-19"), NOW)
    assert today.before == Span(at("2026-05-18"), at("2026-05-18T14:20:00"))
    assert today.is_one_day


def test_the_period_before_ends_where_this_one_is_cut() -> None:
    week = last_days(PeriodKind.WEEK, NOW, ZONE)
    assert week.before_until(at("2026-05-18T20:10:07")) == Span(at("2026-05-06"), at("2026-05-11T20:10:07"))


def test_seven_days_have_today_as_their_last() -> None:
    week = last_days(PeriodKind.WEEK, NOW, ZONE)
    assert (week.first, week.last, week.days) == (date(2026, 5, 13), date(2026, 5, 19), 7)
    assert week.before == Span(at("2026-05-06"), at("2026-05-12T14:20:00"))
    assert week.steps() == [f"2026-05-{day}" for day in range(13, 20)]


def test_days_of_the_past_are_counted_whole_and_held_against_whole_days() -> None:
    past = chosen_days(date(2026, 4, 1), date(2026, 4, 3), NOW, ZONE)
    assert past.span == Span(at("2026-04-01"), at("2026-04-04"))
    assert past.before == Span(at("2026-03-29"), at("2026-04-01"))


def test_days_to_come_are_empty() -> None:
    to_come = chosen_days(date(2026, 6, 1), date(2026, 6, 2), NOW, ZONE)
    assert to_come.span == Span(at("2026-06-01"), at("2026-06-01"))
    assert at("2026-06-01") not in to_come.span
    assert to_come.quarters_of("2026-06-01") == []


def test_backward_days_are_refused() -> None:
    with pytest.raises(ValueError, match="2026-05-02"):
        chosen_days(date(2026, 5, 2), date(2026, 5, 1), NOW, ZONE)


def test_more_days_than_bars_can_be_told_apart_are_refused() -> None:
    first = date(2026, 1, 1)
    assert chosen_days(first, first + timedelta(days=LONGEST - 1), NOW, ZONE).days == LONGEST
    with pytest.raises(ValueError, match="2026-01-01"):
        chosen_days(first, first + timedelta(days=LONGEST), NOW, ZONE)


def test_a_second_before_midnight_is_the_day_before() -> None:
    week = last_days(PeriodKind.WEEK, NOW, ZONE)
    assert week.step_of(at("2026-05-18T23:59:59")) == "2026-05-18"
    assert week.step_of(at("2026-05-19T00:00:00")) == "2026-05-19"


def test_a_single_day_is_told_by_hours() -> None:
    today = last_days(PeriodKind.TODAY, NOW, ZONE)
    assert today.steps()[0] == "00"
    assert len(today.steps()) == 24
    assert today.step_of(at("2026-05-19T07:59:59")) == "07"


def test_a_bar_is_made_of_the_quarters_of_its_day_or_hour() -> None:
    week = last_days(PeriodKind.WEEK, NOW, ZONE)
    whole, last = week.quarters_of("2026-05-18"), week.quarters_of("2026-05-19")
    assert (whole[0] * QUARTER, len(whole)) == (at("2026-05-18"), 96)
    assert (last[-1] * QUARTER, len(last)) == (at("2026-05-19T14:15:00"), 58)
    seven = week.quarters_of("07")
    assert len(seven) == 4 * 7
    assert {(quarter * QUARTER - at("2026-05-13")) % DAY // HOUR for quarter in seven} == {7}


def test_quarters_tell_the_days_of_a_zone_beside_the_hours() -> None:
    period = last_days(PeriodKind.TODAY, at("2026-05-19T01:00:00", KATHMANDU), KATHMANDU)
    assert [quarter * QUARTER for quarter in period.quarters_of("00")] == [
        at(f"2026-05-19T00:{minutes:02d}:00", KATHMANDU) for minutes in (0, 15, 30, 45)
    ]


def test_the_day_of_a_clock_change_is_as_long_as_it_is() -> None:
    now = at("2026-10-26T12:00:00", BERLIN)
    period = Period(PeriodKind.CHOSEN, date(2026, 10, 25), date(2026, 10, 25), now, BERLIN)
    assert period.span.end - period.span.start == 25 * HOUR
    assert len(period.quarters_of("02")) == 8
    assert period.before == Span(at("2026-10-24", BERLIN), at("2026-10-25", BERLIN))
    assert period.step_of(int(datetime(2026, 10, 25, 0, 30, tzinfo=ZoneInfo("UTC")).timestamp())) == "02"
