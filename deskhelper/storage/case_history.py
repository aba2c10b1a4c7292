"""What happened in a case, written as it happens: the order as it was, and the answers with their time."""

from collections.abc import Sequence
from typing import Any

import msgspec

from deskhelper.core.case_log import GivenAnswer
from deskhelper.core.log import CopiedReply
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.order_snapshot import IMPORTED, Occasion, OrderSnapshot, StoredSnapshot, snapshot_of
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import LINE_QUERY, line_of
from deskhelper.storage.replies import COPY, copied_reply
from deskhelper.storage.sqlite import Connection

LAST = "SELECT content FROM snapshots WHERE case_id = ? ORDER BY id DESC LIMIT 1"
ADD = "INSERT INTO snapshots (case_id, taken_at, occasion, content) VALUES (?, ?, ?, ?)"
GIVEN = "case_id, question, option, asked, answer, at, agent"
_OPEN = f"""
{LINE_QUERY} JOIN cases k ON k.order_no = o.order_no AND k.platform = o.platform
WHERE k.closed_at IS NULL AND k.id > ? ORDER BY k.id LIMIT ?
"""
BATCH = 1000
_SNAPSHOT = msgspec.json.Decoder(OrderSnapshot)


class CaseHistoryStore:
    """Reads and writes snapshots and given answers over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, case_id: str, order: Order, occasion: Occasion, now: Instant) -> bool:
        """Keep `order` as it is with a case; tell whether it is another than the last one kept."""
        content = _content(order)
        if self._database.value(LAST, (case_id,)) == content:
            return False
        self._database.execute(ADD, (case_id, now, occasion.id, content))
        return True

    def take_open(self, now: Instant) -> int:
        """Keep the orders of all open cases that an import changed, in its transaction; return how many they are."""
        taken, after = 0, ""
        query = _OPEN.replace("SELECT o.id,", "SELECT k.id, o.id,", 1)
        while rows := self._database.rows(query, (after, BATCH)):
            taken += sum(_take_row(self._database.connection, row, now) for row in rows)
            after = rows[-1][0]
        return taken

    def snapshots(self, case_id: str) -> list[StoredSnapshot]:
        """Return the snapshots of a case, the oldest first."""
        rows = self._database.rows(
            "SELECT taken_at, occasion, content FROM snapshots WHERE case_id = ? ORDER BY id", (case_id,)
        )
        return [StoredSnapshot(at, occasion, _SNAPSHOT.decode(content)) for at, occasion, content in rows]

    def add_answers(self, case_id: str, answers: Sequence[GivenAnswer]) -> None:
        """Keep answers as they were given."""
        with self._database.transaction() as connection:
            connection.executemany(
                f"INSERT INTO answers_given ({GIVEN}) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(case_id, one.question, one.option, one.asked, one.answer, one.at, one.agent) for one in answers],
            )

    def answers(self, case_id: str) -> list[GivenAnswer]:
        """Return the answers that were given in a case, the oldest first."""
        rows = self._database.rows(f"SELECT {GIVEN} FROM answers_given WHERE case_id = ? ORDER BY id", (case_id,))
        return [GivenAnswer(row[5], row[6], row[1], row[2], row[3], row[4]) for row in rows]

    def copies(self, platform: str, order_no: str) -> list[CopiedReply]:
        """Return all replies that were copied for an order, the oldest first."""
        rows = self._database.rows(
            f"SELECT {COPY} FROM copies WHERE order_no = ? AND platform = ? ORDER BY copied_at, id",
            (order_no, platform),
        )
        return [copied_reply(row) for row in rows]


def _content(order: Order) -> str:
    return msgspec.json.encode(snapshot_of(order)).decode()


def _take_row(connection: Connection, row: tuple[Any, ...], now: Instant) -> bool:
    """Keep the order of a row that its case's id leads, where it is another than before; part of a transaction."""
    content = _content(line_of(row[1:]).order)
    last = connection.execute(LAST, (row[0],)).fetchone()
    if last is not None and last[0] == content:
        return False
    connection.execute(ADD, (row[0], now, IMPORTED.id, content))
    return True
