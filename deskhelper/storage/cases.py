"""Cases to and from the database. Each write is one small transaction, so a killed desk loses nothing."""

from typing import Any

import msgspec

from deskhelper.core.case import Case, CaseState
from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database

COLUMNS = (
    "id, platform, order_no, flow, flow_version, opened_at, changed_at, state, undo, redo, outcome, tab, closed_at,"
    " question, due_at"
)
_LATEST_CASES = "SELECT platform, order_no, changed_at AS at, flow FROM cases ORDER BY rowid DESC LIMIT 100"
_LATEST_COPIES = "SELECT platform, order_no, copied_at AS at, flow FROM copies ORDER BY id DESC LIMIT 100"
"""The last hundred are found without going through the rest; what agents work on is among them."""
_STATES = tuple[CaseState, ...]


class CaseStore:
    """Reads and writes cases over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, case: Case, asked: list[dict[str, str]]) -> None:
        """Keep `case` with `asked`, the words of the questions and answers as they stood, in one transaction."""
        with self._database.transaction() as connection:
            connection.execute(
                f"INSERT INTO cases ({COLUMNS}, asked) VALUES ({', '.join('?' * 16)})"
                " ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, state = excluded.state,"
                " undo = excluded.undo, redo = excluded.redo, outcome = excluded.outcome, tab = excluded.tab,"
                " closed_at = excluded.closed_at, asked = excluded.asked, flow_version = excluded.flow_version,"
                " question = excluded.question, due_at = excluded.due_at",
                (*_row(case), _json(asked)),
            )
            connection.execute(
                "UPDATE orders SET open_cases = (SELECT count(*) FROM cases WHERE cases.order_no = orders.order_no"
                " AND cases.platform = orders.platform AND cases.closed_at IS NULL)"
                " WHERE order_no = ? AND platform = ?",
                (case.order_no, case.platform),
            )

    def get(self, case_id: str) -> Case | None:
        """Return the case called `case_id`, None where there is none."""
        return next(iter(self._cases("WHERE id = ?", (case_id,))), None)

    def tabs(self) -> list[Case]:
        """Return the cases that stand open as tabs, in their order."""
        return self._cases("WHERE tab IS NOT NULL ORDER BY tab", ())

    def of_order(self, platform: str, order_no: str) -> list[Case]:
        """Return the cases of one order, the last changed first."""
        return self._cases("WHERE order_no = ? AND platform = ? ORDER BY changed_at DESC, id", (order_no, platform))

    def worked_on(self, limit: int) -> list[tuple[str, str]]:
        """Return platform and number of the orders that agents last had a case or a reply of, the newest first."""
        return self._database.rows(
            f"SELECT platform, order_no FROM (SELECT * FROM ({_LATEST_CASES})"
            f" UNION ALL SELECT * FROM ({_LATEST_COPIES})) WHERE order_no <> ''"
            " GROUP BY platform, order_no ORDER BY max(at) DESC, order_no LIMIT ?",
            (limit,),
        )

    def flows_used(self, limit: int) -> list[str]:
        """Return the ids of the flows that cases last went by, the newest first."""
        rows = self._database.rows(
            f"SELECT flow FROM ({_LATEST_CASES}) GROUP BY flow ORDER BY max(at) DESC, flow LIMIT ?", (limit,)
        )
        return [row[0] for row in rows]

    def asked(self, case_id: str) -> list[dict[str, str]]:
        """Return the words that were asked and answered in a case, as they stood then."""
        kept = self._database.value("SELECT asked FROM cases WHERE id = ?", (case_id,))
        return [] if kept is None else msgspec.json.decode(kept, type=list[dict[str, str]])

    def set_tabs(self, case_ids: list[str]) -> None:
        """Keep which cases stand open as tabs, and in which order."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE cases SET tab = NULL WHERE tab IS NOT NULL")
            connection.executemany("UPDATE cases SET tab = ? WHERE id = ?", list(enumerate(case_ids)))

    def close(self, case_id: str, now: Instant) -> None:
        """Mark a case as done."""
        case = self.get(case_id)
        if case is not None:
            closed = msgspec.structs.replace(case, closed_at=now, tab=None, changed_at=now)
            self.save(closed, self.asked(case_id))

    def _cases(self, where: str, values: tuple[str, ...]) -> list[Case]:
        return [_case(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM cases {where}", values)]


def _row(case: Case) -> tuple[Any, ...]:
    return (
        case.id, case.platform, case.order_no, case.flow, case.flow_version, case.opened_at, case.changed_at,
        _json(case.state), _json(case.undo), _json(case.redo), case.outcome, case.tab, case.closed_at,
        case.question, case.due_at,
    )  # fmt: skip


def _case(row: tuple[Any, ...]) -> Case:
    return Case(
        id=row[0], platform=row[1], order_no=row[2], flow=row[3], flow_version=row[4], opened_at=row[5],
        changed_at=row[6], state=msgspec.json.decode(row[7], type=CaseState),
        undo=msgspec.json.decode(row[8], type=_STATES), redo=msgspec.json.decode(row[9], type=_STATES),
        outcome=row[10], tab=row[11], closed_at=row[12], question=row[13], due_at=row[14],
    )  # fmt: skip


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
