"""The log of copied replies; the promises that they make are written with them."""

from collections.abc import Collection
from typing import Any

from deskhelper.core.log import CopiedReply, LetPass
from deskhelper.core.moments import Instant
from deskhelper.core.notice import Told
from deskhelper.core.outgoing import Rule
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.promise import PromiseMade
from deskhelper.storage.database import Database
from deskhelper.storage.notices import mark_told
from deskhelper.storage.promise_making import write_promises

COPY = "case_id, platform, order_no, flow, outcome, script, wording, text, copied_at, agent"
USE = "script_id, used_at, platform, order_no, wording, agent"


class ReplyStore:
    """Reads and writes copied replies over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(
        self,
        reply: CopiedReply,
        promises: list[PromiseMade],
        overruled: Collection[Overruled] = (),
        told: Told | None = None,
        apologises: bool = False,
    ) -> int:
        """Log a copied reply, keep its promises and what was overruled, all or nothing; return the copy's id.

        `told`: the event that the buyer is told of, marked as told with the copy. `apologises`: the reply names the
        order's broken promises. A reply without a flow is one of the library: it
        counts as a use of its script, and its promise replaces those of scripts for the same order.
        """
        row = (
            reply.case_id, reply.platform, reply.order_no, reply.flow, reply.outcome, reply.script, reply.wording,
            reply.text, reply.copied_at, reply.agent,
        )  # fmt: skip
        with self._database.transaction() as connection:
            cursor = connection.execute(f"INSERT INTO copies ({COPY}) VALUES ({', '.join('?' * 10)})", row)
            copy_id = int(cursor.lastrowid or 0)
            write_promises(connection, copy_id, reply, promises, apologises)
            connection.executemany(
                "INSERT INTO overruled (copy_id, rule, words, reason) VALUES (?, ?, ?, ?)",
                [(copy_id, one.rule.value, one.words, one.reason) for one in overruled],
            )
            if told is not None:
                mark_told(connection, reply, told, copy_id)
            if not reply.flow:
                used = (reply.script, reply.copied_at, reply.platform, reply.order_no, reply.wording, reply.agent)
                connection.execute(f"INSERT INTO script_uses ({USE}) VALUES (?, ?, ?, ?, ?, ?)", used)
        return copy_id

    def copies(self, platform: str, order_no: str, limit: int = 20) -> list[CopiedReply]:
        """Return the last replies copied for an order, the newest first."""
        rows = self._database.rows(
            f"SELECT {COPY} FROM copies WHERE order_no = ? AND platform = ? ORDER BY copied_at DESC, id DESC LIMIT ?",
            (order_no, platform, limit),
        )
        return [copied_reply(row) for row in rows]

    def last_wording(self, platform: str, order_no: str, script: str) -> int | None:
        """Return the wording of a flow's `script` that an order's buyer got last; None where they never got it."""
        found = self._database.value(
            "SELECT wording FROM copies WHERE order_no = ? AND platform = ? AND script = ? AND flow <> ''"
            " ORDER BY copied_at DESC, id DESC LIMIT 1",
            (order_no, platform, script),
        )
        return None if found is None else int(found)

    def last_ship_time(self, platform: str, order_no: str) -> Instant | None:
        """Return the time of shipping that an order's buyer was told last, None where they never were."""
        found = self._database.value(
            "SELECT due_at FROM promises WHERE order_no = ? AND platform = ? AND kind = 'ship'"
            " ORDER BY made_at DESC, id DESC LIMIT 1",
            (order_no, platform),
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


def copied_reply(row: tuple[Any, ...]) -> CopiedReply:
    """Return the reply of a row of COPY."""
    return CopiedReply(
        case_id=row[0], platform=row[1], order_no=row[2], flow=row[3], outcome=row[4], script=row[5], wording=row[6],
        text=row[7], copied_at=row[8], agent=row[9],
    )  # fmt: skip
