"""Cells of foreign files: cleaned, and turned into times, amounts and ids. The readers remember what they have read,
since a file of a million rows has few different days, amounts and status words."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta, tzinfo
from typing import TypeVar

from deskhelper.core.moments import DAY, Instant, to_instant
from deskhelper.core.money import parse_fen

K = TypeVar("K")
V = TypeVar("V")

MEMORY = 200_000
"""So many different texts are remembered per reader; then it starts afresh, so that memory stays bounded."""

_BLANKS = " \t\r\n\f\v\xa0\u3000\ufeff\u200b"
_WRAPPED = re.compile(r'="(.*)"', re.DOTALL)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?E[+-]?\d+", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_CLOCK = r"(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](?:(\d{1,2})秒?)?)?)?"
_SPOKEN = re.compile(rf"{_DAY.pattern} *(?:([上下]午|[AP]M) *)?{_CLOCK}(?: *([AP]M))?", re.ASCII | re.IGNORECASE)
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_BARE_CENTS = re.compile(r"^\.(?=\d)")
_WHOLE = re.compile(r"(\d{6,})\.0+")
NOTHING = frozenset(
    {"-", "--", "—", "——", "/", "无", "暂无", "空", "nan", "NaN", "None", "null", "NULL", "N/A", "#N/A"}
)
"""What tables write where there is nothing."""

_QUANTITY = re.compile(r"(\d{1,6})(?:\.0*)?件?")


def tidy(cell: str) -> str:
    """Return `cell` without blanks and TABs around it, without `="…"` and a leading `'`."""
    bare = cell.strip(_BLANKS)
    if bare[:2] == '="':
        match = _WRAPPED.fullmatch(bare)
        if match:
            bare = match[1].strip(_BLANKS)
    return bare.lstrip("'").strip(_BLANKS) if bare[:1] == "'" else bare


def without_unseen(cell: str) -> str:
    """Return `cell` without the marks that take no room and come along when a number is copied."""
    return _UNSEEN.sub("", cell)


def whole_id(cell: str) -> str:
    """Return the digits of an id that a program has written as a number: `7750000000001.0` is `7750000000001`."""
    match = _WHOLE.fullmatch(cell)
    return match[1] if match else cell


def is_scientific(cell: str) -> bool:
    """Tell whether Excel has turned the id in `cell` into a number such as `7.54E+11`, its digits lost."""
    return _SCIENTIFIC.fullmatch(cell) is not None


class Remembered(dict[K, V]):
    """A function of words as a dictionary that fills itself. Looking up an unreadable text raises ValueError."""

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, words: K) -> V:
        """Read `words` for the first time."""
        if len(self) >= MEMORY:
            self.clear()
        value = self[words] = self._read(words)
        return value


def read_amount(cell: str) -> int | None:
    """Return the fen of an amount in yuan of any width, None for an empty cell.

    Raises ValueError, also for less than nothing.
    """
    fen = parse_fen(_BARE_CENTS.sub("0.", unicodedata.normalize("NFKC", cell))) if cell else None
    if fen is not None and fen < 0:
        raise ValueError(cell)
    return fen


def amount_problem(cell: str) -> str:
    """Return the code of what is wrong with an amount that `read_amount` did not take."""
    return "amount_negative" if cell[:1] == "-" and any(map(str.isdigit, cell)) else "amount_unreadable"


def read_quantity(cell: str) -> int:
    """Return a count of goods; an empty cell is one. Raises ValueError, also for none at all."""
    if not cell:
        return 1
    match = _QUANTITY.fullmatch(cell)
    if match is None or not int(match[1]):
        raise ValueError(cell)
    return int(match[1])


class Clock:
    """Reads times of the shop's zone into instants, each day and each time of day only once."""

    def __init__(self, shop_zone: tzinfo) -> None:
        self._zone = shop_zone
        self._hours = Remembered(self._hour)
        self._rests = Remembered(_minutes_and_seconds)
        self._days = Remembered(self._midnight)
        self._minutes = Remembered(_hours_and_minutes)
        self._seconds = Remembered(_seconds)

    def read(self, cell: str) -> Instant | None:
        """Return the instant of `2026-05-17 09:12:31`, `2026/5/17 9:12` and the like, None for an empty cell.

        Raises ValueError.
        """
        if not cell:
            return None
        day, _, clock = cell.partition(" ")
        try:
            if len(clock) > 5:
                return self._days[day] + self._minutes[clock[:-3]] + self._seconds[clock[-3:]]
            return self._days[day] + self._minutes[clock]
        except ValueError:
            return to_instant(_odd_moment(cell), self._zone)

    def read_all(self, cells: Sequence[str]) -> list[Instant | None]:
        """Return the instants of many cells, at best speed when they are written `2026-05-17 09:12:31`."""
        hours, rests = self._hours, self._rests
        try:
            return [hours[cell[:13]] + rests[cell[13:]] if cell else None for cell in cells]
        except ValueError:
            return [*map(self.read, cells)]

    def _hour(self, words: str) -> Instant:
        """Return the instant of `2026-05-17 09`. Raises ValueError."""
        if words[10:11] != " ":
            raise ValueError(words)
        return self._midnight(words[:10]) + _hours_and_minutes(f"{words[11:]}:0")

    def _midnight(self, day: str) -> Instant:
        """Return the start of `day`. Raises ValueError, also for a day on which the clock is put on or back."""
        match = _DAY.fullmatch(day)
        if match is None:
            raise ValueError(day)
        midnight = datetime(int(match[1]), int(match[2]), int(match[3]))
        start = to_instant(midnight, self._zone)
        if to_instant(midnight + timedelta(days=1), self._zone) - start != DAY:
            raise ValueError(day)
        return start


def _hours_and_minutes(clock: str) -> int:
    """Return the seconds since midnight of `09:12` or `9:12`, 0 for an empty text. Raises ValueError."""
    hour, _, minute = clock.partition(":") if clock else ("0", ":", "0")
    moment = time(_digits(hour), _digits(minute))
    return moment.hour * 3600 + moment.minute * 60


def _seconds(words: str) -> int:
    """Return the seconds of `:31`. Raises ValueError."""
    if words[:1] != ":":
        raise ValueError(words)
    return time(0, 0, _digits(words[1:])).second


def _minutes_and_seconds(words: str) -> int:
    """Return the seconds of `:12:31` or `:12`. Raises ValueError."""
    start, minute, *second = words.split(":")
    if start or len(second) > 1:
        raise ValueError(words)
    return _hours_and_minutes(f"0:{minute}") + sum(_seconds(f":{digits}") for digits in second)


def _digits(words: str) -> int:
    if not 1 <= len(words) <= 2 or not (words.isascii() and words.isdigit()):
        raise ValueError(words)
    return int(words)


def _odd_moment(cell: str) -> datetime:
    """Return the moment of an Excel day number, an ISO text, two texts with more than a blank between them, or a time
    as people write it: `2026/5/18 下午 3:12`, `2026年5月18日9时12分`."""
    cell = " ".join(unicodedata.normalize("NFKC", cell).split())
    if _SERIAL.fullmatch(cell):
        return _from_serial(float(cell))
    if _ISO.match(cell):
        return datetime.fromisoformat(" ".join(cell.split()))
    if spoken := _SPOKEN.fullmatch(cell):
        return _spoken_moment(spoken)
    day, *rest = cell.replace("T", " ").split()
    date = _DAY.fullmatch(day)
    if date is None or len(rest) > 1:
        raise ValueError(cell)
    hour, minute, second = [*"".join(rest).partition(".")[0].split(":"), "0", "0", "0"][:3] if rest else "000"
    return datetime(int(date[1]), int(date[2]), int(date[3]), _digits(hour), _digits(minute), _digits(second))


def _spoken_moment(match: re.Match[str]) -> datetime:
    """Return the moment of a time with 上午, 下午, AM or PM, or with 时 and 分. Raises ValueError."""
    part = (match[4] or match[8] or "").upper()
    year, month, day, hour, minute, second = (int(match[at] or 0) for at in (1, 2, 3, 5, 6, 7))
    if part in ("下午", "PM") and hour < 12:
        hour += 12
    elif part in ("上午", "AM") and hour == 12:
        hour = 0
    return datetime(year, month, day, hour, minute, second)


def _from_serial(days: float) -> datetime:
    """Return the moment of an Excel day number (days since 1899-12-30), to the second."""
    if not 30_000 <= days <= 80_000:
        raise ValueError(days)
    return datetime(1899, 12, 30) + timedelta(seconds=round(days * DAY))
