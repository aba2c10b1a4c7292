"""The log of copied replies and the promises that they made."""

from collections.abc import Collection
from typing import Any

from deskhelper.core.flow import PromiseKind
from deskhelper.core.log import CopiedReply, LetPass, StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.promise import PromiseMade
from deskhelper.core.text import Text
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import REFUNDED
from deskhelper.storage.sqlite import Connection

COPY = "case_id, platform, order_no, flow, outcome, script, wording, text, copied_at, agent"
PROMISE = "case_id, platform, order_no, kind, text, follow_up_zh, follow_up_en, fen, due_at, made_at, agent"
USE = "script_id, used_at, platform, order_no, wording, agent"


_KEPT_BY_SHIPPING = """
UPDATE promises SET is_kept = 1, closed_at = o.shipped_at FROM orders o
WHERE promises.closed_at IS NULL AND promises.kind = 'ship' AND o.order_no = promises.order_no
  AND o.platform = promises.platform AND o.shipped_at <= promises.due_at
"""
_KEPT_BY_REFUND = """
UPDATE promises SET is_kept = 1, closed_at = COALESCE(o.seen_at, promises.due_at) FROM orders o
WHERE promises.closed_at IS NULL AND promises.kind = 'refund' AND o.order_no = promises.order_no
  AND o.platform = promises.platform AND o.after_sale = ?
"""


class ReplyStore:
    """Reads and writes copied replies and promises over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, reply: CopiedReply, promises: list[PromiseMade], overruled: Collection[Overruled] = ()) -> None:
        """Log a copied reply, keep its promises and what was overruled, all or nothing.

        A promise of the same kind that the same case made before is replaced: the buyer holds the last word. Once a
        refund is promised, what the case said of shipping binds nobody any more. A reply without a flow is one of the
        library: it counts as a use of its script, and its promise replaces those of scripts for the same order.
        """
        row = (
            reply.case_id, reply.platform, reply.order_no, reply.flow, reply.outcome, reply.script, reply.wording,
            reply.text, reply.copied_at, reply.agent,
        )  # fmt: skip
        with self._database.transaction() as connection:
            cursor = connection.execute(f"INSERT INTO copies ({COPY}) VALUES ({', '.join('?' * 10)})", row)
            if reply.flow or reply.order_no:
                _forget_promises(connection, reply, _answered_by(promises))
            connection.executemany(
                f"INSERT INTO promises (copy_id, {PROMISE}) VALUES ({', '.join('?' * 12)})",
                [(cursor.lastrowid, *_promise_row(reply, promise)) for promise in promises],
            )
            connection.executemany(
                "INSERT INTO overruled (copy_id, rule, words, reason) VALUES (?, ?, ?, ?)",
                [(cursor.lastrowid, one.rule.value, one.words, one.reason) for one in overruled],
            )
            if not reply.flow:
                used = (reply.script, reply.copied_at, reply.platform, reply.order_no, reply.wording, reply.agent)
                connection.execute(f"INSERT INTO script_uses ({USE}) VALUES (?, ?, ?, ?, ?, ?)", used)

    def copies(self, platform: str, order_no: str, limit: int = 20) -> list[CopiedReply]:
        """Return the last replies copied for an order, the newest first."""
        rows = self._database.rows(
            f"SELECT {COPY} FROM copies WHERE order_no = ? AND platform = ? ORDER BY copied_at DESC, id DESC LIMIT ?",
            (order_no, platform, limit),
        )
        return [
            CopiedReply(
                case_id=row[0], platform=row[1], order_no=row[2], flow=row[3], outcome=row[4], script=row[5],
                wording=row[6], text=row[7], copied_at=row[8], agent=row[9],
            )
            for row in rows
        ]  # fmt: skip

    def last_wording(self, platform: str, order_no: str, script: str) -> int | None:
        """Return the wording of a flow's `script` that an order's buyer got last; None where they never got it."""
        found = self._database.value(
            "SELECT wording FROM copies WHERE order_no = ? AND platform = ? AND script = ? AND flow <> ''"
            " ORDER BY copied_at DESC, id DESC LIMIT 1",
            (order_no, platform, script),
        )
        return None if found is None else int(found)

    def has_copy_since(self, platform: str, order_no: str, since: Instant) -> bool:
        """Whether an order's buyer got a reply since then."""
        values = (order_no, platform, since)
        sql = "SELECT 1 FROM copies WHERE order_no = ? AND platform = ? AND copied_at >= ? LIMIT 1"
        return self._database.value(sql, values) is not None

    def overruled(self, platform: str, order_no: str, limit: int = 20) -> list[LetPass]:
        """Return what agents let pass in replies to an order, the newest first."""
        rows = self._database.rows(
            "SELECT copied_at, agent, rule, words, reason FROM overruled JOIN copies ON copies.id = copy_id"
            " WHERE order_no = ? AND platform = ? ORDER BY copied_at DESC, overruled.id LIMIT ?",
            (order_no, platform, limit),
        )
        return [LetPass(row[0], row[1], Overruled(Rule(row[2]), row[3], row[4])) for row in rows]

    def promises(self, platform: str, order_no: str) -> list[StoredPromise]:
        """Return the promises made for an order, the first due first."""
        return self._promises("WHERE order_no = ? AND platform = ? ORDER BY due_at, id", (order_no, platform))

    def open_until(self, until: Instant, limit: int = 1000) -> list[StoredPromise]:
        """Return the open promises due until `until`, the first due first."""
        return self._promises("WHERE closed_at IS NULL AND due_at <= ? ORDER BY due_at, id LIMIT ?", (until, limit))

    def count_open_until(self, until: Instant) -> int:
        """Return how many open promises are due until `until`."""
        return int(
            self._database.value("SELECT count(*) FROM promises WHERE closed_at IS NULL AND due_at <= ?", (until,))
        )

    def close_promise(self, promise_id: int, is_kept: bool, now: Instant) -> None:
        """Mark a promise as kept or given up."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE promises SET closed_at = ?, is_kept = ? WHERE id = ?", (now, int(is_kept), promise_id)
            )

    def keep_proved(self) -> int:
        """Close the open promises that the orders prove to be kept, and return how many.

        Shipped by the due time keeps a promise to ship; a finished refund keeps one to refund.
        """
        with self._database.transaction() as connection:
            done = connection.execute(_KEPT_BY_SHIPPING).rowcount
            return int(done + connection.execute(_KEPT_BY_REFUND, (REFUNDED,)).rowcount)

    def _promises(self, where: str, values: tuple[Any, ...]) -> list[StoredPromise]:
        rows = self._database.rows(f"SELECT id, {PROMISE}, closed_at, is_kept FROM promises {where}", values)
        return [
            StoredPromise(
                id=row[0], case_id=row[1], platform=row[2], order_no=row[3], kind=PromiseKind(row[4]), text=row[5],
                follow_up=Text(zh=row[6], en=row[7]), fen=row[8], due_at=row[9], made_at=row[10], agent=row[11],
                closed_at=row[12], is_kept=None if row[13] is None else bool(row[13]),
            )
            for row in rows
        ]  # fmt: skip


def _forget_promises(connection: Connection, reply: CopiedReply, kinds: set[PromiseKind]) -> None:
    """Take off the open promises of these kinds that the same case, or scripts for the same order, made before."""
    connection.executemany(
        "DELETE FROM promises WHERE case_id = ? AND order_no = ? AND platform = ? AND kind = ? AND closed_at IS NULL",
        [(reply.case_id, reply.order_no, reply.platform, kind.value) for kind in kinds],
    )


def _answered_by(promises: list[PromiseMade]) -> set[PromiseKind]:
    """Return the kinds of earlier promises of the same case that new `promises` stand in for."""
    kinds = {promise.kind for promise in promises}
    if kinds & {PromiseKind.REFUND, PromiseKind.RECALL}:
        kinds |= {PromiseKind.SHIP, PromiseKind.TRACE}
    return kinds


def _promise_row(reply: CopiedReply, promise: PromiseMade) -> tuple[Any, ...]:
    return (
        reply.case_id, reply.platform, reply.order_no, promise.kind.value, promise.text, promise.follow_up.zh,
        promise.follow_up.en, promise.fen, promise.due, reply.copied_at, reply.agent,
    )  # fmt: skip
