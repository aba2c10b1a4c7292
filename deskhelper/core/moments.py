"""Moments in time: whole seconds since 1970 in UTC (`Instant`), shown as wall time in the shop's zone."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from deskhelper.core.text import Lang

Instant = int
"""Seconds since 1970-01-01 00:00 UTC."""

HOUR = 3600
DAY = 24 * HOUR
SHOP_ZONE = "Asia/Shanghai"
FIRST_YEAR, LAST_YEAR = 1971, 2999


@lru_cache(maxsize=8)
def zone(name: str = SHOP_ZONE) -> tzinfo:
    """Return the zone called `name`, the shop's by default.

    China has kept one time, eight hours before UTC, since 1992; the table of zones costs the desk 0.6 MB to say so, and
    Windows has none.
    """
    if name == SHOP_ZONE:
        return timezone(timedelta(hours=8), name)
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def to_instant(moment: datetime, shop_zone: tzinfo) -> Instant:
    """Return `moment` as an instant; a naive one is wall time in `shop_zone`. Raises ValueError for an absurd year."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(str(moment.year))
    aware = moment if moment.tzinfo else moment.replace(tzinfo=shop_zone)
    return int(aware.timestamp())


def parse_iso(words: str, shop_zone: tzinfo) -> Instant:
    """Return the instant of an ISO 8601 text, wall time in `shop_zone` unless it has an offset. Raises ValueError."""
    return to_instant(datetime.fromisoformat(words.strip()), shop_zone)


def local(instant: Instant, shop_zone: tzinfo) -> datetime:
    """Return the wall time of `instant` in `shop_zone`."""
    return datetime.fromtimestamp(instant, UTC).astimezone(shop_zone)


def iso(instant: Instant | None, shop_zone: tzinfo) -> str | None:
    """Return `instant` as ISO 8601 with offset, None for None."""
    return None if instant is None else local(instant, shop_zone).isoformat()


def is_whole_hour(instant: Instant, shop_zone: tzinfo) -> bool:
    """Tell whether `instant` is exact to the hour (D-URGE: a time told to the buyer always is)."""
    moment = local(instant, shop_zone)
    return moment.minute == 0 and moment.second == 0


def floor_hour(instant: Instant, shop_zone: tzinfo) -> Instant:
    """Return the last whole hour at or before `instant`."""
    moment = local(instant, shop_zone)
    return instant - moment.minute * 60 - moment.second


def ceil_hour(instant: Instant, shop_zone: tzinfo) -> Instant:
    """Return the first whole hour at or after `instant`."""
    floor = floor_hour(instant, shop_zone)
    return floor if floor == instant else floor + HOUR


def day_word(moment: datetime, today: datetime, lang: Lang) -> str:
    """Return 今天, 明天 or 后天 for `moment` seen from `today`, else an empty string."""
    days = (moment.date() - today.date()).days
    words = {0: ("今天", "today"), 1: ("明天", "tomorrow"), 2: ("后天", "in two days")}
    zh, en = words.get(days, ("", ""))
    return zh if lang == "zh" else en


def buyer_hour(instant: Instant, now: Instant, shop_zone: tzinfo) -> str:
    """Return a whole hour as a buyer reads it: `今天（5月19日）18点`. Day word and date, so it stays true later.

    Midnight is the end of a day, `5月19日24点`: who reads `5月20日0点` may think of the whole of the 20th.
    """
    moment, midnight = local(instant, shop_zone), local(instant - 1, shop_zone)
    is_midnight = moment.date() > midnight.date()
    moment = midnight if is_midnight else moment
    day = f"{moment.month}月{moment.day}日"
    word = day_word(moment, local(now, shop_zone), "zh")
    if word:
        day = f"{word}（{day}）"
    if is_midnight:
        return f"{day}24点"
    minutes = f"{moment.minute:02d}分" if moment.minute else ""
    return f"{day}{moment.hour}点{minutes}"


def buyer_time(instant: Instant, shop_zone: tzinfo) -> str:
    """Return a past time as a buyer reads it: `5月19日9点12分`, `5月19日9点` for a whole hour."""
    moment = local(instant, shop_zone)
    minutes = f"{moment.minute:02d}分" if moment.minute else ""
    return f"{moment.month}月{moment.day}日{moment.hour}点{minutes}"


def short_time(instant: Instant, shop_zone: tzinfo) -> str:
    """Return `5-19 09:12` for lists and reasons."""
    moment = local(instant, shop_zone)
    return f"{moment.month}-{moment.day:02d} {moment.hour:02d}:{moment.minute:02d}"


def duration(seconds: int, lang: Lang) -> str:
    """Return a span in words, at most two units: `3 小时 8 分`, `2 d 4 h`."""
    minutes = abs(seconds) // 60
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = [("天", "d", days), ("小时", "h", hours), ("分", "min", minutes)]
    used = [(zh, en, count) for zh, en, count in units if count][:2] or [("分", "min", 0)]
    if days and not hours:
        used = used[:1]
    return " ".join(f"{count} {zh if lang == 'zh' else en}" for zh, en, count in used)
