"""Promises to buyers: what replies made of them, how they stand, what imports prove, and the board's windows."""

from typing import Any

from deskhelper.core.log import ClosedBy, StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.promise_board import Narrowed, Owed, PromiseLine, Span
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.text import Text
from deskhelper.storage.database import Database

MADE = "case_id, platform, order_no, kind, text, follow_up_zh, follow_up_en, fen, due_at, made_at, agent"
_STANDS = "closed_at, is_kept, closed_by, fulfilled_at, answered_by, reminded_at, snoozed_until"
PROMISE_COLUMNS = f"id, {MADE}, {_STANDS}"
"""What `stored_promise` reads."""
_CHANGED = ("closed_at", "is_kept", "closed_by", "fulfilled_at", "answered_by", "reminded_at", "snoozed_until")
_LINES = f"""
SELECT {", ".join(f"m.{name.strip()}" for name in PROMISE_COLUMNS.split(","))},
    p.title, p.spec, c.flow, o.id IS NOT NULL,
    EXISTS (SELECT 1 FROM cases k WHERE k.id = m.case_id AND k.closed_at IS NULL)
FROM json_each(?) j JOIN promises m ON m.id = j.value
LEFT JOIN copies c ON c.id = m.copy_id
LEFT JOIN orders o ON o.order_no = m.order_no AND o.platform = m.platform
LEFT JOIN products p ON p.id = o.product
ORDER BY j.key
"""
_AGENTS = """
WITH RECURSIVE each(agent) AS (
    SELECT min(agent) FROM promises INDEXED BY promises_agent WHERE closed_at IS NULL
    UNION ALL
    SELECT (SELECT min(p.agent) FROM promises p INDEXED BY promises_agent
        WHERE p.closed_at IS NULL AND p.agent > each.agent)
    FROM each WHERE each.agent IS NOT NULL)
SELECT agent FROM each WHERE agent IS NOT NULL
"""
"""Leaps from agent to agent along the index: a handful of steps, however many promises there are."""


class PromiseStore:
    """Reads and writes promises over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_order(self, platform: str, order_no: str) -> list[StoredPromise]:
        """Return the promises made for an order, the first due first."""
        return self._promises("WHERE order_no = ? AND platform = ? ORDER BY due_at, id", (order_no, platform))

    def get(self, promise_id: int) -> StoredPromise | None:
        """Return one promise, None where it is gone."""
        return next(iter(self._promises("WHERE id = ?", (promise_id,))), None)

    def open_until(self, until: Instant, limit: int = 1000) -> list[StoredPromise]:
        """Return the open promises due until `until`, the first due first."""
        return self._promises("WHERE closed_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?", (until, limit))

    def closed_since(self, since: Instant, limit: int = 1000) -> list[StoredPromise]:
        """Return the promises closed since then, the last one first."""
        return self._promises("WHERE closed_at >= ? ORDER BY closed_at DESC, id DESC LIMIT ?", (since, limit))

    def count(self, span: Span, narrowed: Narrowed) -> int:
        """Return how many promises of the board lie in `span`."""
        where, values = _where(span, narrowed)
        return int(self._database.value(f"SELECT count(*) FROM promises WHERE {where}", values))

    def page(self, span: Span, narrowed: Narrowed, offset: int, limit: int) -> list[PromiseLine]:
        """Return a window of a group of the board: open ones the first due first, closed ones the last first."""
        where, values = _where(span, narrowed)
        order = "closed_at DESC, id DESC" if narrowed.is_closed else "due_at, id"
        sql = f"SELECT id FROM promises WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
        ids = ",".join(str(row[0]) for row in self._database.rows(sql, (*values, limit, offset)))
        return [
            PromiseLine(stored_promise(row), row[19] or "", row[20] or "", row[21] or "", bool(row[22]), bool(row[23]))
            for row in self._database.rows(_LINES, (f"[{ids}]",))
        ]

    def owed(self, agent: str | None = None) -> Owed:
        """Return what is owed in coupons and compensations (D-LATE-2), to buyers of one agent where named."""
        sql = (
            "SELECT count(*), coalesce(sum(fen), 0) FROM promises WHERE closed_at IS NULL"
            " AND kind IN ('coupon', 'compensation')"
        )
        narrowed = "" if agent is None else " AND agent = ?"
        return Owed(*self._database.rows(sql + narrowed, () if agent is None else (agent,))[0])

    def agents(self) -> list[str]:
        """Return the agents with open promises, in the order of their names."""
        return [row[0] for row in self._database.rows(_AGENTS)]

    def has_open(self, more_than: int) -> bool:
        """Whether more than so many promises are open; reads no more of them than that."""
        sql = "SELECT 1 FROM promises INDEXED BY promises_open WHERE closed_at IS NULL LIMIT 1 OFFSET ?"
        return self._database.value(sql, (more_than,)) is not None

    def place(self, promise: StoredPromise, span: Span, narrowed: Narrowed) -> int:
        """Return how many open promises of `span` fall due before `promise`."""
        where, values = _where(span, narrowed)
        sql = f"SELECT count(*) FROM promises WHERE {where} AND (due_at, id) < (?, ?)"
        return int(self._database.value(sql, (*values, promise.due_at, promise.id)))

    def close(self, promise_id: int, is_kept: bool | None, now: Instant, by: ClosedBy = ClosedBy.HAND) -> None:
        """Mark a promise as kept, broken, or (None) withdrawn."""
        self._database.execute(
            "UPDATE promises SET closed_at = ?, is_kept = ?, closed_by = ? WHERE id = ?",
            (now, None if is_kept is None else int(is_kept), by.value, promise_id),
        )

    def put_back(self, promise: StoredPromise) -> None:
        """Let a promise stand again as `promise` says: what was done to it since is undone."""
        values = [getattr(promise, name) for name in _CHANGED]
        assignments = ", ".join(f"{name} = ?" for name in _CHANGED)
        self._database.execute(
            f"UPDATE promises SET {assignments}, remind_at = NULL WHERE id = ?", (*values, promise.id)
        )

    def snooze(self, promise_id: int, until: Instant, now: Instant) -> None:
        """Bring the next reminder of a promise at `until`; what was to be told before counts as seen."""
        self._database.execute(
            "UPDATE promises SET reminded_at = ?, snoozed_until = ?, remind_at = NULL WHERE id = ?",
            (now, until, promise_id),
        )

    def _promises(self, where: str, values: tuple[Any, ...]) -> list[StoredPromise]:
        return [
            stored_promise(row)
            for row in self._database.rows(f"SELECT {PROMISE_COLUMNS} FROM promises {where}", values)
        ]


def stored_promise(row: tuple[Any, ...]) -> StoredPromise:
    """Return the promise of a row that starts with PROMISE_COLUMNS."""
    return StoredPromise(
        id=row[0], case_id=row[1], platform=row[2], order_no=row[3], kind=PromiseKind(row[4]), text=row[5],
        follow_up=Text(zh=row[6], en=row[7]), fen=row[8], due_at=row[9], made_at=row[10], agent=row[11],
        closed_at=row[12], is_kept=None if row[13] is None else bool(row[13]),
        closed_by=None if row[14] is None else ClosedBy(row[14]), fulfilled_at=row[15], answered_by=row[16],
        reminded_at=row[17], snoozed_until=row[18],
    )  # fmt: skip


def _where(span: Span, narrowed: Narrowed) -> tuple[str, tuple[Any, ...]]:
    if narrowed.is_closed:
        where, values = "closed_at IS NOT NULL AND closed_at >= ? AND closed_at < ?", [span.first, span.end]
    else:
        where, values = "closed_at IS NULL AND due_at >= ? AND due_at < ?", [span.first, span.end]
    more: list[Any] = []
    if narrowed.kinds is not None:
        where += f" AND kind IN ({', '.join('?' * len(narrowed.kinds))})"
        more += [kind.value for kind in narrowed.kinds]
    if narrowed.agent is not None:
        where += " AND agent = ?"
        more.append(narrowed.agent)
    return where, (*values, *more)
