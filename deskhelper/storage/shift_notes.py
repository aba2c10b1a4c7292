"""Notes for the next shift, and when it was handed over, to and from the database."""

from typing import Any

from deskhelper.core.hand_over import HandedOver, ShiftNote
from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database

_COLUMNS = "id, text, made_at, agent, done_at"


class ShiftNoteStore:
    """Reads and writes shift notes and hand-overs over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_notes(self, done_since: Instant, limit: int) -> list[ShiftNote]:
        """Return the notes that are not done, oldest first, then those done since then."""
        sql = (
            f"SELECT {_COLUMNS} FROM (SELECT * FROM shift_notes WHERE done_at IS NULL ORDER BY made_at, id LIMIT ?)"
            f" UNION ALL SELECT * FROM (SELECT {_COLUMNS} FROM shift_notes WHERE done_at >= ?"
            " ORDER BY done_at DESC, id DESC LIMIT ?)"
        )
        return [ShiftNote(*row) for row in self._database.rows(sql, (limit, done_since, limit))]

    def get(self, note_id: int) -> ShiftNote | None:
        """Return one note, None where it is gone."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM shift_notes WHERE id = ?", (note_id,))
        return next((ShiftNote(*row) for row in rows), None)

    def add(self, text: str, agent: str, now: Instant) -> int:
        """Keep a new note and return its id."""
        return self._run("INSERT INTO shift_notes (text, made_at, agent) VALUES (?, ?, ?)", (text, now, agent))

    def put(self, note: ShiftNote) -> None:
        """Keep a note as it is given, also one that was taken away."""
        values = (note.id, note.text, note.made_at, note.agent, note.done_at)
        self._run(f"INSERT OR REPLACE INTO shift_notes ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)", values)

    def remove(self, note_id: int) -> None:
        """Take a note away."""
        self._run("DELETE FROM shift_notes WHERE id = ?", (note_id,))

    def hand_over(self, agent: str, now: Instant) -> None:
        """Keep that the shift was handed over."""
        self._run("INSERT INTO hand_overs (handed_at, agent) VALUES (?, ?)", (now, agent))

    def last_hand_over(self) -> HandedOver | None:
        """Return the last hand-over, None where there was none yet."""
        rows = self._database.rows("SELECT handed_at, agent FROM hand_overs ORDER BY id DESC LIMIT 1")
        return next((HandedOver(*row) for row in rows), None)

    def _run(self, sql: str, values: tuple[Any, ...]) -> int:
        with self._database.transaction() as connection:
            return int(connection.execute(sql, values).lastrowid or 0)
