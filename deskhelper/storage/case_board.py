"""The cases board: what is stored of cases beside the walk, and many cases as they stand, in one statement."""

from typing import Any

import msgspec
from msgspec import Struct

from deskhelper.core.case_care import WAREHOUSE_PROMISES, CaseCare, CaseSeen, OpenPromise, Stage
from deskhelper.core.flow import PromiseKind
from deskhelper.core.marks import OrderMarks
from deskhelper.core.moments import Instant
from deskhelper.core.order import Status
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import REFUNDED, STATUSES

CARE = "stage, owner, deadline_at, is_complaint, complaint_at, next_step"
_COLUMNS = """
    c.id, c.platform, c.order_no, c.flow, c.opened_at, c.changed_at, c.state, c.outcome, c.question, c.due_at,
    c.closed_at, k.stage, k.owner, k.deadline_at, k.is_complaint, k.complaint_at, k.next_step, m.marks,
    p.kind, p.text, p.due_at, coalesce(products.title, ''),
    (SELECT agent FROM copies WHERE case_id = c.id ORDER BY id DESC LIMIT 1),
    EXISTS (SELECT 1 FROM promises WHERE case_id = c.id AND closed_at IS NULL AND NOT waits AND kind IN ({kinds})),
    o.status, coalesce(o.tracking_no, ''), o.shipped_at, o.after_sale
""".replace("{kinds}", ", ".join(f"'{kind}'" for kind in sorted(WAREHOUSE_PROMISES)))
_JOINED = """
    LEFT JOIN case_cares k ON k.case_id = c.id
    LEFT JOIN order_marks m ON m.order_no = c.order_no AND m.platform = c.platform
    LEFT JOIN promises p ON p.id = (SELECT id FROM promises WHERE case_id = c.id AND closed_at IS NULL
        ORDER BY due_at LIMIT 1)
    LEFT JOIN orders o ON o.order_no = c.order_no AND o.platform = c.platform
    LEFT JOIN products ON products.id = o.product
"""
_OPEN = f"""
SELECT {_COLUMNS} FROM (SELECT * FROM cases WHERE closed_at IS NULL ORDER BY changed_at DESC LIMIT ?) c {_JOINED}
"""
_CLOSED = f"""
SELECT {_COLUMNS} FROM (SELECT * FROM cases WHERE closed_at >= ? ORDER BY closed_at DESC LIMIT ?) c {_JOINED}
"""
_CLOSE = "UPDATE cases SET closed_at = ?, tab = iif(? IS NULL, tab, NULL) WHERE id = ? AND closed_at IS NOT ?"
_COUNT_OF_ORDER = """
UPDATE orders SET open_cases = (SELECT count(*) FROM cases WHERE cases.order_no = orders.order_no
    AND cases.platform = orders.platform AND cases.closed_at IS NULL)
WHERE (order_no, platform) IN (SELECT order_no, platform FROM cases WHERE id = ?)
"""
_ONE = f"SELECT {_COLUMNS} FROM (SELECT * FROM cases WHERE id = ?) c {_JOINED}"


class _Walked(Struct):
    """What of a case's state tells how it stands."""

    answers: dict[str, str] = {}
    ticks: tuple[str, ...] = ()


_STATE = msgspec.json.Decoder(_Walked)
_MARKS = msgspec.json.Decoder(OrderMarks)


class StoredCase(Struct, frozen=True, kw_only=True):
    """A case as the board reads it: what is seen of it, and what was set on it by hand."""

    id: str
    platform: str
    order_no: str
    product: str
    changed_at: Instant
    seen: CaseSeen
    care: CaseCare


class CaseBoardStore:
    """Reads the board and keeps what agents set on it, over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_cases(self, limit: int) -> list[StoredCase]:
        """Return the cases that are not closed, the last changed first."""
        return [_stored(row) for row in self._database.rows(_OPEN, (limit,))]

    def closed_since(self, since: Instant, limit: int) -> list[StoredCase]:
        """Return the cases that were closed since then, the last first."""
        return [_stored(row) for row in self._database.rows(_CLOSED, (since, limit))]

    def get(self, case_id: str) -> StoredCase | None:
        """Return one case, None where there is none."""
        return next((_stored(row) for row in self._database.rows(_ONE, (case_id,))), None)

    def count_open(self) -> int:
        """Return how many cases are not closed."""
        return int(self._database.value("SELECT count(*) FROM cases WHERE closed_at IS NULL"))

    def owners(self, limit: int = 40) -> list[str]:
        """Return who owns cases or copied replies of late, in the order of the names."""
        rows = self._database.rows(
            "SELECT agent FROM (SELECT owner AS agent FROM (SELECT owner FROM case_cares ORDER BY changed_at DESC"
            " LIMIT 500) UNION SELECT agent FROM (SELECT agent FROM copies ORDER BY id DESC LIMIT 500))"
            " WHERE agent <> '' ORDER BY agent LIMIT ?",
            (limit,),
        )
        return [row[0] for row in rows]

    def save(self, case_id: str, care: CaseCare, closed_at: Instant | None, now: Instant) -> None:
        """Keep what was set on a case by hand, and whether it is closed; where nothing is set, nothing is kept."""
        with self._database.transaction() as connection:
            if care == CaseCare():
                connection.execute("DELETE FROM case_cares WHERE case_id = ?", (case_id,))
            else:
                connection.execute(
                    f"INSERT OR REPLACE INTO case_cares (case_id, {CARE}, changed_at) VALUES ({', '.join('?' * 8)})",
                    (case_id, *_care_row(care), now),
                )
            if connection.execute(_CLOSE, (closed_at, closed_at, case_id, closed_at)).rowcount:
                connection.execute(_COUNT_OF_ORDER, (case_id,))


def _care_row(care: CaseCare) -> tuple[Any, ...]:
    is_complaint = None if care.is_complaint is None else int(care.is_complaint)
    return (care.stage or "", care.owner, care.deadline_at, is_complaint, care.complaint_at, care.next_step)


def _stored(row: tuple[Any, ...]) -> StoredCase:
    walked = _STATE.decode(row[6])
    status = STATUSES[row[24]] if row[24] is not None else Status.UNKNOWN
    promise = None if row[18] is None else OpenPromise(PromiseKind(row[18]), row[19], row[20])
    return StoredCase(
        id=row[0], platform=row[1], order_no=row[2], product=row[21], changed_at=row[5],
        seen=CaseSeen(
            flow=row[3], opened_at=row[4], changed_at=row[5], answers=walked.answers, ticks=walked.ticks,
            outcome=row[7], question=row[8], due_at=row[9], closed_at=row[10], has_reply=row[22] is not None,
            last_agent=row[22] or "", promise=promise, goods_promised=bool(row[23]),
            notice_at=None if row[17] is None else _MARKS.decode(row[17]).platform_notice_at,
            has_left=bool(row[25]) or row[26] is not None or status in (Status.SHIPPED, Status.RECEIVED),
            is_refunded=row[27] == REFUNDED, is_cancelled=status is Status.CANCELLED,
        ),
        care=CaseCare(
            stage=Stage(row[11]) if row[11] else None, owner=row[12] or "", deadline_at=row[13],
            is_complaint=None if row[14] is None else bool(row[14]), complaint_at=row[15], next_step=row[16] or "",
        ),
    )  # fmt: skip
