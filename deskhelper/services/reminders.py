"""Reminders of promises: what the agent is to be told now, and when to look again."""

from pathlib import Path

from msgspec import Struct

from deskhelper.core.batches import minutes_of_day
from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.reminders import MINUTE, Quiet, Reminding, due_reminders
from deskhelper.services.clock import Clock
from deskhelper.services.settings import Settings, SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.reminders import ReminderStore

BATCH = 1000
SNOOZE_MINUTES = 30
MOST_SHOWN = 20
"""So many promises of one reminder are read, the first due first; the rest is counted."""


class Reminder(Struct, frozen=True):
    """What is to be told at `at`: the most pressing promises, how many there are in all, and when to look again."""

    at: Instant
    promises: tuple[StoredPromise, ...] = ()
    count: int = 0
    next_at: Instant | None = None


class ReminderService:
    """Looks for reminders in the database at `path` over a connection of its own: on any thread.

    A reminder comes back until it was seen, so a restart loses none; in hours of quiet it waits for their end.
    Next moments stand in an index: the store is asked for the next one, never for all promises.
    """

    def __init__(self, path: Path, clock: Clock, settings: SettingsService) -> None:
        self._path = path
        self._clock = clock
        self._settings = settings

    def look(self) -> Reminder:
        """Return what is to be told now."""
        now = self._clock.now()
        with Database(self._path, now) as database:
            database.small_cache()
            return self._look(ReminderStore(database), now)

    def see(self, reminder: Reminder) -> Reminder:
        """Count `reminder` as seen; return what is to be told after that."""
        now = self._clock.now()
        with Database(self._path, now) as database:
            database.small_cache()
            store = ReminderStore(database)
            store.see(reminder.at, max(now, reminder.at))
            return self._look(store, now)

    def snooze(self, reminder: Reminder) -> Reminder:
        """Bring all of `reminder` again SNOOZE_MINUTES later; return what is to be told until then."""
        now = self._clock.now()
        with Database(self._path, now) as database:
            database.small_cache()
            store = ReminderStore(database)
            store.snooze(reminder.at, now + SNOOZE_MINUTES * MINUTE, max(now, reminder.at))
            return self._look(store, now)

    def reckon_anew(self) -> Reminder:
        """Reckon every next moment anew, as after a change of the settings; return what is to be told."""
        now = self._clock.now()
        with Database(self._path, now) as database:
            store = ReminderStore(database)
            store.forget()
            return self._look(store, now)

    def _look(self, store: ReminderStore, now: Instant) -> Reminder:
        reminding = reminding_of(self._settings.current, self._clock)
        while rows := store.unreckoned(BATCH):
            store.set_next((one.id, reminding.next_at(one)) for one in rows)
        count = store.count_due(now)
        quiet = reminding.quiet.around(now, self._clock.zone)
        if count and quiet is not None:
            return Reminder(now, next_at=quiet[1])
        due = due_reminders(store.due(now, MOST_SHOWN), now, reminding) if count else []
        return Reminder(now, tuple(due), count, store.next_after(now))


def reminding_of(settings: Settings, clock: Clock) -> Reminding:
    """Return how the agent wishes to be reminded; hours of quiet that lack an end are none."""
    start, end = minutes_of_day(settings.quiet_from), minutes_of_day(settings.quiet_to)
    quiet = Quiet() if start is None or end is None else Quiet(start, end)
    return Reminding(settings.remind_minutes, clock.zone, quiet)
