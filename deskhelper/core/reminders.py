"""When the agent is reminded of a promise: some time before it is due, when it is due, and after a snooze.

Nothing here keeps time: which reminders were seen stands with the promises, so sleep, a restart or a clock that was
set back neither loses one nor tells it twice. Hours of quiet hold reminders back until they end; a promise that falls
due within them is told of before they begin.
"""

from collections.abc import Iterable
from datetime import timedelta, tzinfo

from msgspec import Struct

from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import Instant, local, to_instant

MINUTE = 60
MINUTES_A_DAY = 24 * 60


class Quiet(Struct, frozen=True):
    """The part of each day without reminders, in minutes after the shop's midnight; may run over midnight.

    The same minute twice: no quiet at all.
    """

    start: int = 0
    end: int = 0

    def around(self, at: Instant, zone: tzinfo) -> tuple[Instant, Instant] | None:
        """Return the first and the first moment after of the quiet that `at` lies in, None where it lies in none."""
        length = (self.end - self.start) % MINUTES_A_DAY * MINUTE
        midnight = local(at, zone).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        for day in (midnight - timedelta(days=1), midnight):
            begin = to_instant(day + timedelta(minutes=self.start), zone)
            if begin <= at < begin + length:
                return begin, begin + length
        return None


class Reminding(Struct, frozen=True):
    """How the agent wishes to be reminded: `minutes` before the due time (0: only then), and the hours of quiet."""

    minutes: int
    zone: tzinfo
    quiet: Quiet = Quiet()

    def next_at(self, promise: StoredPromise) -> Instant | None:
        """Return when the agent is to be reminded of an open promise next, None where there is nothing left to say."""
        seen, snoozed = promise.reminded_at, promise.snoozed_until
        if promise.closed_at is not None:
            return None
        if snoozed is not None and (seen is None or seen < snoozed):
            return self._after_quiet(snoozed)
        if seen is None and (before := self._before(promise)) is not None:
            return before
        return self._after_quiet(promise.due_at) if seen is None or seen < promise.due_at else None

    def _before(self, promise: StoredPromise) -> Instant | None:
        """Return when to tell of it beforehand; half-way where the promise was made shorter before its due time."""
        ahead = self.minutes * MINUTE
        at = promise.due_at - ahead
        if not ahead:
            return None
        if at <= promise.made_at:
            at = promise.made_at + (promise.due_at - promise.made_at) // 2
        quiet = self.quiet.around(at, self.zone)
        if quiet is None:
            return at
        if quiet[1] < promise.due_at:
            return quiet[1]
        at = quiet[0] - ahead
        return at if at > promise.made_at else None

    def _after_quiet(self, at: Instant) -> Instant:
        quiet = self.quiet.around(at, self.zone)
        return at if quiet is None else quiet[1]


def due_reminders(promises: Iterable[StoredPromise], now: Instant, reminding: Reminding) -> list[StoredPromise]:
    """Return the promises of which the agent is to be reminded now, the first due first: together one reminder."""
    due = [one for one in promises if (at := reminding.next_at(one)) is not None and at <= now]
    return sorted(due, key=lambda one: (one.due_at, one.id))
