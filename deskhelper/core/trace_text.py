"""A carrier's trace as people paste it: lines with a time and words, newest first or last, in many shapes."""

import re
from datetime import date, datetime, timedelta, tzinfo

from msgspec import Struct, field

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import HOUR, Instant, local, to_instant
from deskhelper.core.trace import ScanBook, TraceEvent

SLACK = HOUR
"""A scan may be so much ahead of the machine's clock; what is later is a forecast."""
LONGEST_HEADING = 10
YEARS_BACK = 8

_PLAIN = str.maketrans("０１２３４５６７８９：／－．　［］\xa0\ufeff\u200b", "0123456789:/-. []" + " " * 3)
"""One character for one, so that a place in the plain line is the same place in the line as it came."""

_WEEKDAY = r"(?:[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)"
_DAY = (
    r"(?:(?:(?P<year>\d{4})\s?[-/.年]\s?)?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})\s?日?"
    r"|(?P<near>今天|昨天|前天))"
)
_HOURS = (
    r"(?P<noon>上午|下午|晚上|凌晨|中午)?\s*(?P<hour>\d{1,2})\s?[:时点]\s?(?P<minute>\d{1,2})"
    r"(?:\s?[:分](?:\s?(?P<second>\d{1,2}))?(?:\.\d{1,6})?秒?)?"
)
_MOMENT = re.compile(rf"(?<![\d:./-]){_DAY}[\sT,，]*{_WEEKDAY}?\s*{_HOURS}(?!\d)")
_DAY_ALONE = re.compile(rf"\W*{_DAY}\s*{_WEEKDAY}?\W*")
_HOURS_FIRST = re.compile(rf"\W*{_HOURS}(?!\d)")
_WEEKDAY_FIRST = re.compile(rf"^{_WEEKDAY}\s*")
_NUMBERING = re.compile(r"^\d{1,3}[.、)]\s*")

_BLANKS = " \t\r\f\v\xa0\u3000\ufeff\u200b"
_OPENING, _CLOSING = "[［【(（", "]］】)）"
_MARKS = _BLANKS + "•·●○◆▪*—–>|,，;；:：-"
_BREAKS = " \t;；|。\u3000\xa0"
_Clock = tuple[int, int, int]
_NEAR = {"今天": 0, "昨天": 1, "前天": 2}
_AFTERNOON = {"下午", "晚上"}


class PastedTrace(Struct, frozen=True):
    """What a pasted text says: the events, oldest first, and the lines before the first one, which were not read.

    No events: the text says that the carrier knows nothing.
    """

    events: tuple[TraceEvent, ...]
    unread: tuple[str, ...] = ()


class _Found(Struct, frozen=True):
    """A time within a line."""

    start: int
    end: int
    at: Instant


class _Piece(Struct):
    """An event while its lines are gathered."""

    at: Instant
    heading: str
    words: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    is_alone: bool = False


class TraceReader:
    """Reads pasted traces at `now`; times are wall time in `shop_zone`."""

    def __init__(self, scans: ScanBook, now: Instant, shop_zone: tzinfo) -> None:
        self.scans = scans
        self._now = now
        self._zone = shop_zone

    @property
    def now(self) -> Instant:
        """When it reads."""
        return self._now

    def read(self, text: str) -> PastedTrace:
        """Return the events of `text`. Raises WorldError `trace_nothing` where no line has a time and words,
        `trace_ahead` where all times are still to come."""
        pieces, unread, is_ahead = self._pieces(text)
        events = [
            self.scans.event(piece.at, " ".join(piece.words), piece.heading, "\n".join(piece.raw))
            for piece in pieces
            if piece.heading or piece.words
        ]
        if not events:
            if self.scans.says_nothing(text):
                return PastedTrace((), tuple(unread))
            raise WorldError("trace_ahead" if is_ahead else "trace_nothing")
        if events[0].at > events[-1].at:
            events.reverse()
        events.sort(key=lambda event: event.at)
        alike = {(event.at, event.words): event for event in events}
        return PastedTrace(tuple(alike.values()), tuple(unread))

    def moment(self, words: str) -> Instant | None:
        """Return the instant of a cell that holds one time and nothing else, None where it does not."""
        plain = words.translate(_PLAIN).strip()
        match = _MOMENT.fullmatch(plain)
        return self._dated(match, _clock(match)) if match else None

    def _pieces(self, text: str) -> tuple[list[_Piece], list[str], bool]:
        pieces: list[_Piece] = []
        unread: list[str] = []
        day: date | None = None
        is_ahead = False
        for whole in text.splitlines():
            line = whole.strip(_BLANKS)
            plain = line.translate(_PLAIN)
            heading_day = self._day_alone(plain)
            if not line or heading_day:
                day = heading_day or day
                continue
            found = self._found(plain) or self._hours_first(plain, day)
            is_ahead = is_ahead or any(self.is_ahead(one.at) for one in found)
            found = [one for one in found if not self.is_ahead(one.at)]
            if found:
                pieces += _cut(line, found)
            elif pieces:
                pieces[-1].words.append(line)
                pieces[-1].raw.append(line)
            else:
                unread.append(line)
        _words_above(pieces, unread)
        return pieces, unread, is_ahead

    def is_ahead(self, at: Instant) -> bool:
        """Tell whether a time is still to come, so that it is no scan."""
        return at > self._now + SLACK

    def _found(self, plain: str) -> list[_Found]:
        """Return the times of a line that date a scan: at its start, after a short heading or a TAB, or at its end."""
        found: list[_Found] = []
        for match in _MOMENT.finditer(plain):
            before, after = plain[: match.start()], plain[match.end() :].strip(_MARKS + _CLOSING)
            heading = _heading(before)
            is_forecast = heading.endswith(self.scans.rules.expected) or after.startswith("前")
            is_dating = len(heading) <= LONGEST_HEADING or not after or before[-1:] == "\t"
            is_further = bool(found) and before[-1] in _BREAKS + _OPENING
            at = self._dated(match, _clock(match))
            if at is not None and not is_forecast and (is_dating or is_further):
                found.append(_Found(match.start(), match.end(), at))
        return found

    def _hours_first(self, plain: str, day: date | None) -> list[_Found]:
        """Return the time of a line that starts with hours, under a line that had the day."""
        match = _HOURS_FIRST.match(plain) if day else None
        if match is None or day is None:
            return []
        at = self._at(day.year, day.month, day.day, _clock(match))
        return [] if at is None else [_Found(match.start("hour"), match.end(), at)]

    def _day_alone(self, plain: str) -> date | None:
        match = _DAY_ALONE.fullmatch(plain)
        at = self._dated(match, (0, 0, 0)) if match else None
        return None if at is None else local(at, self._zone).date()

    def _dated(self, match: re.Match[str], clock: _Clock) -> Instant | None:
        """Return the instant of a day and a clock; without a year, the last one in which it is not to come."""
        today = local(self._now, self._zone)
        if match["near"]:
            near = today.date() - timedelta(days=_NEAR[match["near"]])
            return self._at(near.year, near.month, near.day, clock)
        month, day = int(match["month"]), int(match["day"])
        if match["year"]:
            return self._at(int(match["year"]), month, day, clock)
        tried = (self._at(year, month, day, clock) for year in range(today.year + 1, today.year - YEARS_BACK, -1))
        return next((at for at in tried if at is not None and not self.is_ahead(at)), None)

    def _at(self, year: int, month: int, day: int, clock: _Clock) -> Instant | None:
        try:
            return to_instant(datetime(year, month, day, *clock), self._zone)
        except ValueError:
            return None


def _clock(match: re.Match[str]) -> _Clock:
    """Return hour, minute and second as they were written; 下午 3:20 is 15:20."""
    hour = int(match["hour"])
    if match["noon"] in _AFTERNOON and hour < 12:
        hour += 12
    return hour, int(match["minute"]), int(match["second"] or 0)


def _heading(before: str) -> str:
    """Return the words before a time without bullets, numbering and the bracket that opens for the time."""
    return _NUMBERING.sub("", before.strip(_MARKS).rstrip(_OPENING).strip(_MARKS))


def _cut(line: str, found: list[_Found]) -> list[_Piece]:
    """Return the events of one line, cut at its times."""
    pieces = []
    for number, one in enumerate(found):
        start = one.start if number else 0
        end = found[number + 1].start if number + 1 < len(found) else len(line)
        after = line[one.end : end].lstrip(_MARKS + _CLOSING).rstrip(_BLANKS + _OPENING)
        words = _WEEKDAY_FIRST.sub("", after, count=1).lstrip(_MARKS)
        heading = _heading(line[start : one.start])
        is_alone = not heading and not words
        pieces.append(_Piece(one.at, heading, [words] if words else [], [line[start:end].strip(_BLANKS)], is_alone))
    return pieces


def _words_above(pieces: list[_Piece], unread: list[str]) -> None:
    """Move words to the time below them where every time stands alone and the text ends in one."""
    if not unread or not pieces or pieces[-1].words or not all(piece.is_alone for piece in pieces):
        return
    above = [unread[:], *(piece.words for piece in pieces[:-1])]
    for piece, words in zip(pieces, above, strict=True):
        piece.words, piece.raw = words, [*words, piece.raw[0]]
    unread.clear()
