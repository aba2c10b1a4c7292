"""Queues of orders to tell, and who was told of which event (D-PRO, D-PRESALE-2)."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

import msgspec
from msgspec import Struct

from deskhelper.core.log import CopiedReply
from deskhelper.core.moments import Instant
from deskhelper.core.notice import LeftOut, NoticeKind, QueueTerms, Told
from deskhelper.storage.database import Database
from deskhelper.storage.sqlite import Connection

CHUNK = 5000
ENTRY = "id, queue_id, place, platform, order_no, event, state, reason, at"
_TERMS = msgspec.json.Decoder(QueueTerms)


class Place(StrEnum):
    """Where an order stands in its queue."""

    WAITING = "waiting"
    TOLD = "told"
    SKIPPED = "skipped"
    DROPPED = "dropped"


class Queue(Struct, frozen=True):
    """A queue of orders to tell, as it was made."""

    id: int
    kind: NoticeKind
    terms: QueueTerms
    made_at: Instant
    agent: str


class QueueEntry(Struct, frozen=True):
    """One order of a queue. `at`: when it was told, skipped or dropped, `reason` why it was dropped."""

    id: int
    queue: int
    place: int
    platform: str
    order_no: str
    event: str
    state: Place
    reason: LeftOut | None
    at: Instant | None


class ToldBefore(Struct, frozen=True):
    """When and by whom a buyer was told of an event, and the copy that did."""

    told_at: Instant
    agent: str
    copy: int | None


class NoticeStore:
    """Reads and writes queues and what was told over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(
        self, kind: NoticeKind, terms: QueueTerms, entries: Iterable[tuple[str, str, str]], now: Instant, agent: str
    ) -> int:
        """Keep a new queue of `entries` (platform, order number, event) in their order; return its id."""
        rows = [(place, platform, order_no, event) for place, (platform, order_no, event) in enumerate(entries, 1)]
        with self._database.transaction() as connection:
            cursor = connection.execute(
                "INSERT INTO queues (kind, terms, made_at, agent) VALUES (?, ?, ?, ?)",
                (kind.value, _json(terms), now, agent),
            )
            queue = int(cursor.lastrowid or 0)
            _add(connection, queue, rows)
        return queue

    def add(self, queue: int, entries: Sequence[tuple[str, str, str]]) -> None:
        """Put further `entries` at the end of a queue."""
        last = int(self._database.value("SELECT coalesce(max(place), 0) FROM queued WHERE queue_id = ?", (queue,)))
        with self._database.transaction() as connection:
            _add(connection, queue, [(place, *entry) for place, entry in enumerate(entries, last + 1)])

    def queue(self, queue: int) -> Queue | None:
        """Return a queue, None where there is none."""
        return next(iter(self._queues("id = ?", (queue,))), None)

    def open_queues(self) -> dict[NoticeKind, Queue]:
        """Return the queue of each kind that is not done with."""
        return {queue.kind: queue for queue in self._queues("closed_at IS NULL ORDER BY id", ())}

    def set_terms(self, queue: int, terms: QueueTerms) -> None:
        """Keep what was said for a queue."""
        self._database.execute("UPDATE queues SET terms = ? WHERE id = ?", (_json(terms), queue))

    def close(self, queue: int, now: Instant) -> None:
        """Mark a queue as done with."""
        self._database.execute("UPDATE queues SET closed_at = ? WHERE id = ?", (now, queue))

    def queued(self, queue: int) -> set[tuple[str, str]]:
        """Return the orders (platform, number) of a queue that are not told yet or dropped out of it."""
        rows = self._database.rows(
            "SELECT platform, order_no FROM queued WHERE queue_id = ? AND state IN ('waiting', 'skipped')", (queue,)
        )
        return {(row[0], row[1]) for row in rows}

    def counts(self, queue: int) -> dict[Place, int]:
        """Return how many orders of a queue stand where."""
        rows = self._database.rows("SELECT state, count(*) FROM queued WHERE queue_id = ? GROUP BY state", (queue,))
        found = {Place(state): count for state, count in rows}
        return {place: found.get(place, 0) for place in Place}

    def next_entry(self, queue: int, shown: int = 0) -> QueueEntry | None:
        """Return the first entry that waits after the entry `shown`, else any other that waits, else one skipped."""
        for where, values in (
            ("state = 'waiting' AND at IS NULL AND id > ? ORDER BY id", (shown,)),
            ("state = 'waiting' AND at IS NULL AND id <> ? ORDER BY id", (shown,)),
            ("state = 'skipped' AND id <> ? ORDER BY at, id", (shown,)),
        ):
            found = self._entries(f"queue_id = ? AND {where} LIMIT 1", (queue, *values))
            if found:
                return found[0]
        return None

    def entry(self, entry: int) -> QueueEntry | None:
        """Return an entry as it stands."""
        return next(iter(self._entries("id = ?", (entry,))), None)

    def told_before(self, queue: int, entry: QueueEntry | None) -> QueueEntry | None:
        """Return the entry told before `entry`, the last told one where `entry` was not told."""
        where, values = "queue_id = ? AND state = 'told'", [queue]
        if entry is not None and entry.state is Place.TOLD and entry.at is not None:
            where += " AND (at, id) < (?, ?)"
            values += [entry.at, entry.id]
        return next(iter(self._entries(f"{where} ORDER BY at DESC, id DESC LIMIT 1", tuple(values))), None)

    def told_after(self, queue: int, entry: QueueEntry) -> QueueEntry | None:
        """Return the entry told after `entry`, None for the last one."""
        where = "queue_id = ? AND state = 'told' AND (at, id) > (?, ?) ORDER BY at, id LIMIT 1"
        return next(iter(self._entries(where, (queue, entry.at or 0, entry.id))), None)

    def dropped(self, queue: int, limit: int) -> list[QueueEntry]:
        """Return the entries that dropped out, the last ones first."""
        where = "queue_id = ? AND state = 'dropped' ORDER BY at DESC, id DESC LIMIT ?"
        return self._entries(where, (queue, limit))

    def set_state(self, entry: int, state: Place, now: Instant | None, reason: LeftOut | None = None) -> None:
        """Move an entry."""
        self._database.execute(
            "UPDATE queued SET state = ?, at = ?, reason = ? WHERE id = ?", (state, now, reason or "", entry)
        )

    def set_event(self, entry: int, event: str) -> None:
        """Note that what there is to tell has another name by now, such as another tracking number."""
        self._database.execute("UPDATE queued SET event = ? WHERE id = ?", (event, entry))

    def drop(self, entries: Iterable[tuple[int, LeftOut]], now: Instant) -> None:
        """Let entries drop out, each with its reason."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE queued SET state = 'dropped', at = ?, reason = ? WHERE id = ?",
                [(now, reason.value, entry) for entry, reason in entries],
            )

    def told(self, platform: str, order_no: str, event: str) -> ToldBefore | None:
        """Return when an order's buyer was told of an event, None where they were not."""
        rows = self._database.rows(
            "SELECT told_at, agent, copy_id FROM told WHERE event = ? AND order_no = ? AND platform = ?",
            (event, order_no, platform),
        )
        return ToldBefore(*rows[0]) if rows else None

    def all_told(self, asked: Sequence[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        """Return those of `asked` (platform, order number, event) whose buyers were told."""
        found: set[tuple[str, str, str]] = set()
        for start in range(0, len(asked), CHUNK):
            rows = self._database.rows(
                "SELECT t.platform, t.order_no, t.event FROM json_each(?) j CROSS JOIN told t"
                " ON t.event = j.value ->> 2 AND t.order_no = j.value ->> 1 AND t.platform = j.value ->> 0",
                (json.dumps(asked[start : start + CHUNK]),),
            )
            found.update((row[0], row[1], row[2]) for row in rows)
        return found

    def take_back(self, entry: QueueEntry, earlier: ToldBefore | None) -> None:
        """Undo that an order was told: its copy, promises and mark go; `earlier` is what was known before."""
        with self._database.transaction() as connection:
            where = "event = ? AND order_no = ? AND platform = ?"
            key = (entry.event, entry.order_no, entry.platform)
            row = connection.execute(f"SELECT copy_id FROM told WHERE {where}", key).fetchone()
            if row is not None and row[0] is not None and (earlier is None or row[0] != earlier.copy):
                _forget_copy(connection, row[0])
            if earlier is None:
                connection.execute(f"DELETE FROM told WHERE {where}", key)
            else:
                connection.execute(
                    f"UPDATE told SET told_at = ?, agent = ?, copy_id = ? WHERE {where}",
                    (earlier.told_at, earlier.agent, earlier.copy, *key),
                )
            connection.execute(
                "UPDATE queued SET state = ?, at = ?, reason = ? WHERE id = ?",
                (entry.state, entry.at, entry.reason or "", entry.id),
            )

    def _queues(self, where: str, values: tuple[Any, ...]) -> list[Queue]:
        rows = self._database.rows(f"SELECT id, kind, terms, made_at, agent FROM queues WHERE {where}", values)
        return [Queue(row[0], NoticeKind(row[1]), _TERMS.decode(row[2]), row[3], row[4]) for row in rows]

    def _entries(self, where: str, values: tuple[Any, ...]) -> list[QueueEntry]:
        return [_entry(row) for row in self._database.rows(f"SELECT {ENTRY} FROM queued WHERE {where}", values)]


def mark_told(connection: Connection, reply: CopiedReply, told: Told, copy: int | None) -> None:
    """Mark the buyer of a copied reply as told of its event, within the transaction that logs the reply."""
    connection.execute(
        "INSERT INTO told (event, platform, order_no, kind, told_at, agent, copy_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (event, order_no, platform)"
        " DO UPDATE SET told_at = excluded.told_at, agent = excluded.agent, copy_id = excluded.copy_id",
        (told.event, reply.platform, reply.order_no, told.kind.value, reply.copied_at, reply.agent, copy),
    )
    connection.execute(
        "UPDATE queued SET state = 'told', at = ?, reason = '' WHERE order_no = ? AND platform = ? AND event = ?"
        " AND queue_id IN (SELECT id FROM queues WHERE closed_at IS NULL)",
        (reply.copied_at, reply.order_no, reply.platform, told.event),
    )


def _forget_copy(connection: Connection, copy: int) -> None:
    """Forget a copy with its promises; the case too where it was only made for it, and so closed with it."""
    connection.execute(
        "DELETE FROM cases WHERE (id, closed_at) IN (SELECT case_id, copied_at FROM copies WHERE id = ?)", (copy,)
    )
    connection.execute(
        "UPDATE promises SET closed_at = NULL, is_kept = NULL, closed_by = NULL, answered_by = NULL"
        " WHERE answered_by = ? AND closed_by IN ('answered', 'superseded')",
        (copy,),
    )
    connection.execute("UPDATE promises SET answered_by = NULL WHERE answered_by = ?", (copy,))
    for table, column in (("promises", "copy_id"), ("overruled", "copy_id"), ("copies", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (copy,))


def _add(connection: Connection, queue: int, rows: Sequence[tuple[int, str, str, str]]) -> None:
    connection.executemany(
        "INSERT INTO queued (queue_id, place, platform, order_no, event, state, reason)"
        f" VALUES ({queue}, ?, ?, ?, ?, 'waiting', '')",
        rows,
    )


def _entry(row: tuple[Any, ...]) -> QueueEntry:
    return QueueEntry(
        row[0], row[1], row[2], row[3], row[4], row[5], Place(row[6]), LeftOut(row[7]) if row[7] else None, row[8]
    )


def _json(terms: QueueTerms) -> str:
    return msgspec.json.encode(terms).decode()
