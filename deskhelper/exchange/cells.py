"""Cells of foreign files: cleaned, and turned into times, amounts and ids. The readers remember what they have read,
since a file of a million rows has few different days, amounts and status words."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import TypeVar

from deskhelper.core.moments import DAY, Instant, to_instant
from deskhelper.core.money import parse_fen

V = TypeVar("V")

MEMORY = 200_000
"""So many different texts are remembered per reader; then it starts afresh, so that memory stays bounded."""

_BLANKS = " \t\r\n\f\v\xa0\u3000\ufeff\u200b"
_WRAPPED = re.compile(r'="(.*)"', re.DOTALL)
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:\.\d+)?E[+-]?\d+", re.IGNORECASE)
_DAY_AND_CLOCK = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?"
)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_QUANTITY = re.compile(r"(\d{1,6})(?:\.0*)?件?")


def tidy(cell: str) -> str:
    """Return `cell` without blanks and TABs around it, without `="…"` and a leading `'`."""
    bare = cell.strip(_BLANKS)
    if bare[:2] == '="':
        match = _WRAPPED.fullmatch(bare)
        if match:
            bare = match[1].strip(_BLANKS)
    return bare.lstrip("'").strip(_BLANKS) if bare[:1] == "'" else bare


def is_scientific(cell: str) -> bool:
    """Tell whether Excel has turned the id in `cell` into a number such as `7.54E+11`, its digits lost."""
    return _SCIENTIFIC.fullmatch(cell) is not None


class Remembered(dict[str, V]):
    """A function of a text as a dictionary that fills itself. Looking up an unreadable text raises ValueError."""

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, words: str) -> V:
        """Read `words` for the first time."""
        if len(self) >= MEMORY:
            self.clear()
        value = self[words] = self._read(words)
        return value


def read_amount(cell: str) -> int | None:
    """Return the fen of an amount in yuan, None for an empty cell. Raises ValueError."""
    return parse_fen(cell) if cell else None


def read_quantity(cell: str) -> int:
    """Return a count of goods; an empty cell is one. Raises ValueError."""
    if not cell:
        return 1
    match = _QUANTITY.fullmatch(cell)
    if match is None:
        raise ValueError(cell)
    return int(match[1])


class Clock:
    """Reads times of day in the shop's zone into instants, a day and a clock text each at most once."""

    def __init__(self, shop_zone: tzinfo) -> None:
        self._zone = shop_zone
        self._days: dict[str, Instant] = {}
        self._clocks: dict[str, int] = {}

    def read(self, cell: str) -> Instant | None:
        """Return the instant of `2026-05-17 09:12:31`, `2026/5/17 9:12` and the like, None for an empty cell.

        Raises ValueError.
        """
        if not cell:
            return None
        day, _, clock = cell.partition(" ")
        try:
            return self._days[day] + self._clocks[clock]
        except KeyError:
            return self._read_new(cell, day, clock)

    def _read_new(self, cell: str, day: str, clock: str) -> Instant:
        match = _DAY_AND_CLOCK.fullmatch(cell)
        if match is None:
            return to_instant(_odd_moment(cell), self._zone)
        year, month, date, hour, minute, second = (int(part or 0) for part in match.groups())
        midnight = datetime(year, month, date)
        start = to_instant(midnight, self._zone)
        is_ordinary_day = to_instant(midnight + timedelta(days=1), self._zone) - start == DAY
        if is_ordinary_day and cell in (day, f"{day} {clock}"):
            if len(self._days) >= MEMORY:
                self._days.clear()
            self._days[day] = start
            self._clocks[clock] = hour * 3600 + minute * 60 + second
        return to_instant(datetime(year, month, date, hour, minute, second), self._zone)


def _odd_moment(cell: str) -> datetime:
    """Return the moment of an Excel day number or of an ISO text with an offset. Raises ValueError."""
    if _SERIAL.fullmatch(cell):
        return _from_serial(float(cell))
    if _ISO.match(cell):
        return datetime.fromisoformat(cell)
    raise ValueError(cell)


def _from_serial(days: float) -> datetime:
    """Return the moment of an Excel day number (days since 1899-12-30), to the second."""
    if not 30_000 <= days <= 80_000:
        raise ValueError(days)
    return datetime(1899, 12, 30) + timedelta(seconds=round(days * DAY))
