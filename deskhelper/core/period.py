"""A period of whole days of the shop's zone, the one before it, and the days and hours that its moments fall into."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.moments import Instant, local, to_instant

QUARTER = 900
"""Every zone's days and hours begin at a quarter of an hour of UTC, so counts by quarter tell both."""

LONGEST = 92
"""A period has at most so many days: more bars cannot be told apart."""

ONE_DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    """How a period was chosen."""

    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    CHOSEN = "chosen"


DAYS = {PeriodKind.TODAY: 1, PeriodKind.WEEK: 7, PeriodKind.MONTH: 30}


class Span(Struct, frozen=True):
    """From an instant up to, without, another."""

    start: Instant
    end: Instant

    def __contains__(self, instant: Instant) -> bool:
        return self.start <= instant < self.end


class Period(Struct, frozen=True):
    """The days from `first` to `last`, both included, as wall time in `zone`, as far as they have come by `now`."""

    kind: PeriodKind
    first: date
    last: date
    now: Instant
    zone: tzinfo

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_one_day(self) -> bool:
        """Whether it is told by hours instead of days."""
        return self.first == self.last

    @property
    def span(self) -> Span:
        """From the first midnight to the last one, or to now where that is earlier; empty where all is to come."""
        start = midnight(self.first, self.zone)
        return Span(start, max(start, min(self.now, midnight(self.last + ONE_DAY, self.zone))))

    @property
    def before(self) -> Span:
        """As many days just before, up to the same time of day, so that like is held against like."""
        return self.before_until(self.span.end)

    def before_until(self, end: Instant) -> Span:
        """Return as many days just before, up to what `end` is in this period."""
        back = timedelta(days=self.days)
        earlier = to_instant(local(end, self.zone).replace(tzinfo=None) - back, self.zone)
        return Span(midnight(self.first - back, self.zone), earlier)

    def dates(self) -> Iterator[date]:
        """Yield its days."""
        return (self.first + timedelta(days=number) for number in range(self.days))

    def step_of(self, instant: Instant) -> str:
        """Return the bar of `instant` on its time axis: its day, `2026-05-19`, or its hour, `07`, in a single day."""
        moment = local(instant, self.zone)
        return f"{moment.hour:02d}" if self.is_one_day else moment.date().isoformat()

    def steps(self) -> list[str]:
        """Return the bars of its time axis, oldest first."""
        return hours() if self.is_one_day else [day.isoformat() for day in self.dates()]

    def quarters_of(self, step: str) -> list[int]:
        """Return the quarters of an hour that a bar of the time axis, or an hour of all days (`07`), is made of."""
        found = []
        for quarter in range(self.span.start // QUARTER, -(-self.span.end // QUARTER)):
            moment = local(quarter * QUARTER, self.zone)
            if step in (moment.date().isoformat(), f"{moment.hour:02d}"):
                found.append(quarter)
        return found


def hours() -> list[str]:
    """Return the hours of a day, `00` to `23`."""
    return [f"{hour:02d}" for hour in range(24)]


def midnight(day: date, shop_zone: tzinfo) -> Instant:
    """Return when `day` begins."""
    return to_instant(datetime.combine(day, time.min), shop_zone)


def last_days(kind: PeriodKind, now: Instant, shop_zone: tzinfo) -> Period:
    """Return today, or the last 7 or 30 days with today."""
    today = local(now, shop_zone).date()
    return Period(kind, today - timedelta(days=DAYS[kind] - 1), today, now, shop_zone)


def chosen_days(first: date, last: date, now: Instant, shop_zone: tzinfo) -> Period:
    """Return the days from `first` to `last`. Raises ValueError where they are none or more than LONGEST."""
    if not 0 <= (last - first).days < LONGEST:
        raise ValueError(f"{first} to {last}")
    return Period(PeriodKind.CHOSEN, first, last, now, shop_zone)
