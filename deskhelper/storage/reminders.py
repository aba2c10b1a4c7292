"""Which open promises the agent is to be reminded of next; an index gives the next moment without reading them.

`remind_at` is reckoned from the promise and the settings, and NULL where that is still to be done.
"""

from collections.abc import Iterable

from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.promise_board import FOR_EVER
from deskhelper.storage.database import Database
from deskhelper.storage.promises import PROMISE_COLUMNS, stored_promise

_OPEN = f"SELECT {PROMISE_COLUMNS} FROM promises INDEXED BY promises_remind WHERE closed_at IS NULL"


class ReminderStore:
    """Reads and writes when reminders come, over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unreckoned(self, limit: int) -> list[StoredPromise]:
        """Return open promises whose next reminder is still to be reckoned."""
        return [stored_promise(row) for row in self._database.rows(f"{_OPEN} AND remind_at IS NULL LIMIT ?", (limit,))]

    def set_next(self, moments: Iterable[tuple[int, Instant | None]]) -> None:
        """Keep when the promises of these ids are to be told of next, None for never."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE promises SET remind_at = ? WHERE id = ?",
                [(FOR_EVER if at is None else at, promise_id) for promise_id, at in moments],
            )

    def next_after(self, now: Instant) -> Instant | None:
        """Return the next moment after `now` at which anything is to be told, None where there is none."""
        found = self._database.value(
            "SELECT remind_at FROM promises INDEXED BY promises_remind WHERE closed_at IS NULL AND remind_at > ?"
            " ORDER BY remind_at LIMIT 1",
            (now,),
        )
        return None if found is None or found == FOR_EVER else int(found)

    def due(self, now: Instant, limit: int) -> list[StoredPromise]:
        """Return the promises to be told of by now, those whose reminder waits longest first."""
        rows = self._database.rows(f"{_OPEN} AND remind_at <= ? ORDER BY remind_at LIMIT ?", (now, limit))
        return [stored_promise(row) for row in rows]

    def count_due(self, now: Instant) -> int:
        """Return how many promises are to be told of by now."""
        sql = "SELECT count(*) FROM promises INDEXED BY promises_remind WHERE closed_at IS NULL AND remind_at <= ?"
        return int(self._database.value(sql, (now,)))

    def see(self, until: Instant, now: Instant) -> int:
        """Count what was to be told until `until` as seen at `now`; return how many promises that were."""
        with self._database.transaction() as connection:
            return int(
                connection.execute(
                    "UPDATE promises SET reminded_at = ?, remind_at = NULL WHERE closed_at IS NULL AND remind_at <= ?",
                    (now, until),
                ).rowcount
            )

    def snooze(self, told_at: Instant, until: Instant, now: Instant) -> None:
        """Bring what was to be told until `told_at` again at `until`; at `now` it counts as seen."""
        self._database.execute(
            "UPDATE promises SET reminded_at = ?, snoozed_until = ?, remind_at = NULL"
            " WHERE closed_at IS NULL AND remind_at <= ?",
            (now, until, told_at),
        )

    def forget(self) -> None:
        """Have every next reminder reckoned anew, as after a change of the settings."""
        self._database.execute("UPDATE promises SET remind_at = NULL WHERE closed_at IS NULL AND remind_at IS NOT NULL")
