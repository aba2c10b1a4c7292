"""The shop's own scripts, pinned scripts and what was used when. Shipped scripts are known by id only."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise
from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database

COLUMNS = "id, scope, replaces, path, code, title, wordings, more, changed_at, agent"


class _More(Struct, omit_defaults=True):
    """What of a script nobody looks for by itself, as JSON in one column."""

    keywords: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    notes: str = ""
    topic: str = ""
    is_enabled: bool = True
    review_on: Instant | None = None
    promise: ScriptPromise | None = None
    slot_titles: dict[str, str] = {}
    slot_choices: dict[str, tuple[str, ...]] = {}


OnRow = Callable[[int], None]
_WORDS = msgspec.json.Decoder(tuple[str, ...])
_MORE = msgspec.json.Decoder(_More)


class ScriptUses(Struct, frozen=True):
    """How often a script was used and when last (an instant)."""

    count: int
    last: Instant


class ScriptStore:
    """Reads and writes the scripts of a shop and of one agent over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self, agent: str) -> list[LibraryScript]:
        """Return the shop's scripts and those of `agent`, in the order they were first kept."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM library_scripts WHERE scope = 'shop' OR agent = ? ORDER BY rowid", (agent,)
        )
        return [_script(row) for row in rows]

    def write(self, kept: list[LibraryScript], removed: list[str], agent: str, on_row: OnRow | None = None) -> None:
        """Keep scripts and remove others by id, all or nothing. A personal one becomes `agent`'s.

        `on_row` is told how many are written; what it raises takes everything back.
        """
        marks = ", ".join("?" * 10)
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM library_scripts WHERE id = ?", [(one,) for one in removed])
            connection.executemany(
                f"INSERT INTO library_scripts ({COLUMNS}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET "
                + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS.split(", ")[1:]),
                _rows(kept, agent, on_row),
            )

    def uses(self) -> dict[str, ScriptUses]:
        """Return how often and when last each script was used, by id."""
        rows = self._database.rows("SELECT script_id, count(*), max(used_at) FROM script_uses GROUP BY script_id")
        return {row[0]: ScriptUses(row[1], row[2]) for row in rows}

    def recent(self, agent: str, limit: int) -> list[str]:
        """Return the scripts that `agent` used last, the newest first."""
        rows = self._database.rows(
            "SELECT script_id FROM script_uses WHERE agent = ? GROUP BY script_id ORDER BY max(id) DESC LIMIT ?",
            (agent, limit),
        )
        return [row[0] for row in rows]

    def last_wording(self, script_id: str, platform: str, order_no: str) -> int | None:
        """Return the wording of a script that this order's buyer got last; empty names: that left without an order."""
        last: int | None = self._database.value(
            "SELECT wording FROM script_uses WHERE script_id = ? AND platform = ? AND order_no = ? "
            "ORDER BY id DESC LIMIT 1",
            (script_id, platform, order_no),
        )
        return last

    def pinned(self, agent: str) -> list[str]:
        """Return the scripts that `agent` pinned, in the order of pinning."""
        rows = self._database.rows("SELECT script_id FROM script_pins WHERE agent = ? ORDER BY rowid", (agent,))
        return [row[0] for row in rows]

    def pin(self, agent: str, script_id: str, is_pinned: bool, now: Instant) -> None:
        """Pin a script for `agent`, or take the pin off."""
        with self._database.transaction() as connection:
            if is_pinned:
                connection.execute("INSERT OR IGNORE INTO script_pins VALUES (?, ?, ?)", (agent, script_id, now))
            else:
                connection.execute("DELETE FROM script_pins WHERE agent = ? AND script_id = ?", (agent, script_id))


def _rows(scripts: list[LibraryScript], agent: str, on_row: OnRow | None) -> Iterator[tuple[Any, ...]]:
    for number, script in enumerate(scripts):
        if on_row is not None:
            on_row(number)
        yield _row(script, agent)


def _row(script: LibraryScript, agent: str) -> tuple[Any, ...]:
    more = _More(
        script.keywords, script.pictures, script.notes, script.topic, script.is_enabled, script.review_on,
        script.promise, script.slot_titles, script.slot_choices,
    )  # fmt: skip
    return (
        script.id, script.scope.value, script.replaces, _json(script.path), script.code, script.title,
        _json(script.wordings), _json(more), script.changed_at, agent if script.scope is Scope.PERSONAL else "",
    )  # fmt: skip


def _script(row: tuple[Any, ...]) -> LibraryScript:
    more = _MORE.decode(row[7])
    return LibraryScript(
        id=row[0], scope=Scope(row[1]), replaces=row[2], path=_WORDS.decode(row[3]), code=row[4], title=row[5],
        wordings=_WORDS.decode(row[6]), changed_at=row[8], keywords=more.keywords, pictures=more.pictures,
        notes=more.notes, topic=more.topic, is_enabled=more.is_enabled, review_on=more.review_on,
        promise=more.promise, slot_titles=more.slot_titles, slot_choices=more.slot_choices,
    )  # fmt: skip


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
