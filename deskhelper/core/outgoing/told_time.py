"""Times as a shop tells them in a chat, `明天下午3点前`, `6小时内`: where they stand and what they mean."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from deskhelper.core.facts import Moment
from deskhelper.core.moments import DAY, HOUR, Instant, local, to_instant

_NUMBER = r"(?:\d{1,3}|半|[一二两三四五六七八九十]{1,3})"
_SPAN = re.compile(rf"(?<![\d.:第-])(?P<count>{_NUMBER})(?:个)?(?P<unit>小时|钟头|分钟|工作日|天|日)(?:之|以)?内")
_DAY = (
    r"(?P<day>今天|今日|今晚|今早|明天|明日|明早|明晚|后天|大后天"
    r"|(?<![每到至])(?P<ahead>这个?|本|下个?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![到至-]|休|放假|不)"
    r"|(?:(?P<month>\d{1,2})月)?(?P<date>\d{1,2})[日号](?!楼|店|仓|线|链))"
)
_PART = r"(?P<part>凌晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚)"
_A_BIT = r"(?!(?<![今明后]晚)(?<=[晚早快慢多少有好])一点(?![半钟整\d]))"
"""晚一点, 快一点: a bit later or faster, and no hour; 今晚一点 is one."""
_HOUR = (
    rf"{_A_BIT}"
    r"(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,3})"
    r"(?:点(?:(?P<half>半)|(?P<minute>\d{1,2})分?)?(?!\d)|[::](?P<minutes>\d{2}))"
)
_START = r"(?=[0-9一二两三四五六七八九十今明后大这本下周星礼凌早上中傍晚])"
"""What a time can begin with: most characters of a text are none of it."""
_CLOCK = re.compile(rf"{_START}(?:{_DAY}[)）]?(?:\([^()]{{1,12}}\))?)?(?:的)?{_PART}?{_HOUR}")
_ONLY_DAY = re.compile(rf"{_START}{_DAY}")
DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_AHEAD = {"今": 0, "明": 1, "后": 2, "大": 3}
_SECONDS = {"小时": HOUR, "钟头": HOUR, "分钟": 60, "天": DAY, "日": DAY, "工作日": DAY}
_NOON = 12


class ToldTime(Struct, frozen=True):
    """A time in the words of a chat. `first` and `last` bound it: a day without an hour is the whole day."""

    start: int
    end: int
    first: Instant
    last: Instant


def told_times(words: str, moment: Moment) -> Iterator[ToldTime]:
    """Yield the times in the plain form of a text, in the shop's zone, as they are to be read at `moment`."""
    taken: list[tuple[int, int]] = []
    for match in _SPAN.finditer(words):
        at = moment.now + round(_count(match["count"]) * _SECONDS[match["unit"]])
        taken.append(match.span())
        yield ToldTime(match.start(), match.end(), at, at)
    for pattern in (_CLOCK, _ONLY_DAY):
        for match in pattern.finditer(words):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            told = _read(match, moment, has_hour=pattern is _CLOCK)
            if told is not None:
                taken.append(match.span())
                yield told


def _read(match: re.Match[str], moment: Moment, has_hour: bool) -> ToldTime | None:
    now = local(moment.now, moment.zone)
    try:
        day = _day(match, now)
        first = last = day
        if has_hour:
            first = last = day + _clock(match)
        else:
            last = day + timedelta(days=1, seconds=-1)
            if (match["day"] or "").endswith("晚"):
                first = day + timedelta(hours=18)
        return ToldTime(match.start(), match.end(), to_instant(first, moment.zone), to_instant(last, moment.zone))
    except ValueError:
        return None


def _day(match: re.Match[str], now: datetime) -> datetime:
    """Return midnight of the day that is told; a date long past is the next year's."""
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if match["day"] is None:
        return today
    if match["weekday"] is not None:
        return today + timedelta(days=_days_to(match["weekday"], match["ahead"], now.weekday()))
    if match["date"] is None:
        return today + timedelta(days=_AHEAD[match["day"][0]])
    day = today.replace(month=int(match["month"] or today.month), day=int(match["date"]))
    return day.replace(year=day.year + 1) if today - day > timedelta(days=180) else day


def _days_to(weekday: str, ahead: str | None, today: int) -> int:
    """Return how many days off a weekday is: 下周三 is next week's, 周三 alone the next that comes."""
    days = "一二三四五六日".index(weekday.replace("天", "日")) - today
    if ahead is None:
        return days % 7
    return days + 7 if ahead.startswith("下") else days


def _clock(match: re.Match[str]) -> timedelta:
    hour = _count(match["hour"])
    part = match["part"] or ("晚" if (match["day"] or "").endswith("晚") else "")
    if part in ("下午", "傍晚", "晚上", "晚间", "晚") and hour < _NOON:
        hour += _NOON
    if hour > 24:
        raise ValueError(match[0])
    minute = 30 if match["half"] else int(match["minute"] or match["minutes"] or 0)
    if minute > 59:
        raise ValueError(match[0])
    return timedelta(hours=hour, minutes=minute)


def _count(words: str) -> float:
    if words.isdigit():
        return int(words)
    if words == "半":
        return 0.5
    tens, mark, ones = words.rpartition("十")
    if not mark:
        return DIGITS[words[-1]]
    return (DIGITS[tens] if tens else 1) * 10 + (DIGITS[ones] if ones else 0)
