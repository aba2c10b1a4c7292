"""What agents did in a period: cases, replies, promises, scripts; counted and listed as storage/insights.py does."""

import json
from typing import Any

from deskhelper.core.insights import Behind
from deskhelper.core.insights_agents import NO_OUTCOME
from deskhelper.core.insights_orders import PROBLEMS
from deskhelper.core.period import QUARTER, Span
from deskhelper.storage.database import Database
from deskhelper.storage.insights import MOST_BEHIND, OF_SHOP, Values, within

_STATE = (
    "CASE WHEN x.closed_at IS NULL THEN 'open' WHEN x.is_kept = 1 THEN 'kept' WHEN x.is_kept = 0 THEN 'broken'"
    " ELSE 'withdrawn' END"
)
_FIRST_COPY = "(SELECT min(k.copied_at) FROM copies k WHERE k.case_id = x.id{agent})"
_TITLE = (
    "coalesce((SELECT p.title FROM orders o JOIN products p ON p.id = o.product"
    " WHERE o.order_no = x.order_no AND o.platform = x.platform), '')"
)


class AgentInsightStore:
    """Counts and lists what agents did. `shop` and `agent` empty mean all of them.

    A case belongs to the agents who copied a reply in it.
    """

    def __init__(self, database: Database, shop: str = "", agent: str = "") -> None:
        self._database = database
        self._values: Values = {"shop": shop, "agent": agent}
        of_shop = f"EXISTS (SELECT 1 FROM orders o WHERE o.order_no = x.order_no AND o.platform = x.platform{OF_SHOP})"
        self._shop = f" AND {of_shop}" if shop else ""
        self._agent = " AND x.agent = :agent" if agent else ""
        self._copied_by = " AND k.agent = :agent" if agent else ""
        copied = " AND EXISTS (SELECT 1 FROM copies k WHERE k.case_id = x.id AND k.agent = :agent)"
        self._of_case = self._shop + (copied if agent else "")
        self._of_copy = self._shop + self._agent

    def cases(self, span: Span) -> list[tuple[str, str, int]]:
        """Return flow, outcome (NO_OUTCOME: none yet) and count of the cases opened in `span`."""
        return self._rows(
            f"SELECT x.flow, coalesce(x.outcome, '{NO_OUTCOME}'), count(*) FROM cases x"
            f" WHERE x.opened_at >= :start AND x.opened_at < :end{self._of_case} GROUP BY 1, 2",
            within(span),
        )

    def case_list(self, span: Span, flow: str, outcome: str | None) -> list[Behind]:
        """Return the cases of `flow` opened in `span`, with `outcome` where it is not None, the newest first."""
        rows = self._rows(
            f"SELECT x.platform, x.order_no, x.id, {_TITLE}, x.opened_at, x.closed_at FROM cases x"
            " WHERE x.opened_at >= :start AND x.opened_at < :end AND x.flow = :flow"
            f" AND (:outcome IS NULL OR x.outcome = :outcome){self._of_case}"
            f" ORDER BY x.opened_at DESC LIMIT {MOST_BEHIND}",
            within(span) | {"flow": flow, "outcome": outcome},
        )
        return [Behind(*row) for row in rows]

    def replies(self, span: Span) -> list[tuple[int, int]]:
        """Return the replies copied in `span` by quarter."""
        return self._rows(
            f"SELECT x.copied_at / {QUARTER}, count(*) FROM copies x"
            f" WHERE x.copied_at >= :start AND x.copied_at < :end{self._of_copy} GROUP BY 1",
            within(span),
        )

    def reply_list(self, span: Span, quarters: list[int]) -> list[Behind]:
        """Return the replies copied in `quarters` of `span`, the newest first."""
        where = f"x.copied_at / {QUARTER} IN (SELECT value FROM json_each(:quarters))"
        return self._copies(span, where, {"quarters": json.dumps(quarters)})

    def script_list(self, span: Span, script: str, is_flow: bool) -> list[Behind]:
        """Return the replies by which a script left in `span`, the newest first."""
        where = f"x.script = :script AND x.flow {'<>' if is_flow else '='} ''"
        return self._copies(span, where, {"script": script})

    def waits(self, span: Span) -> tuple[list[int], int]:
        """Return the seconds from opening to the first copy of the cases opened in `span`, and how many have none."""
        first = _FIRST_COPY.format(agent=self._copied_by)
        rows = self._rows(
            f"SELECT {first} - x.opened_at FROM cases x"
            f" WHERE x.opened_at >= :start AND x.opened_at < :end{self._of_case}",
            within(span),
        )
        waits = [max(0, row[0]) for row in rows if row[0] is not None]
        return waits, len(rows) - len(waits)

    def wait_list(self, span: Span, least: int, below: int | None) -> list[Behind]:
        """Return the cases opened in `span` whose first copy took from `least` up to `below` seconds."""
        first = _FIRST_COPY.format(agent=self._copied_by)
        rows = self._rows(
            f"SELECT x.platform, x.order_no, x.id, {_TITLE}, x.opened_at, {first} AS first FROM cases x"
            f" WHERE x.opened_at >= :start AND x.opened_at < :end{self._of_case}"
            " AND max(0, first - x.opened_at) >= :least"
            " AND (:below IS NULL OR first - x.opened_at < :below)"
            f" ORDER BY first - x.opened_at DESC, x.opened_at LIMIT {MOST_BEHIND}",
            within(span) | {"least": least, "below": below},
        )
        return [Behind(*row) for row in rows]

    def promises(self, span: Span) -> list[tuple[int, str, str, int]]:
        """Return the promises due in `span` by quarter, kind and state (kept, broken, open, withdrawn)."""
        return self._rows(
            f"SELECT x.due_at / {QUARTER}, x.kind, {_STATE}, count(*) FROM promises x"
            f" WHERE x.due_at >= :start AND x.due_at < :end{self._of_copy} GROUP BY 1, 2, 3",
            within(span),
        )

    def promise_list(self, span: Span, quarters: list[int] | None, kind: str | None) -> list[Behind]:
        """Return the promises due in `span`, of `quarters` or of a kind where they are given, the first due first."""
        rows = self._rows(
            f"SELECT x.platform, x.order_no, x.case_id, x.text, x.due_at, x.closed_at, {_STATE}, x.agent"
            " FROM promises x WHERE x.due_at >= :start AND x.due_at < :end"
            f" AND (:quarters IS NULL OR x.due_at / {QUARTER} IN (SELECT value FROM json_each(:quarters)))"
            f" AND (:kind IS NULL OR x.kind = :kind){self._of_copy} ORDER BY x.due_at, x.id LIMIT {MOST_BEHIND}",
            within(span) | {"quarters": None if quarters is None else json.dumps(quarters), "kind": kind},
        )
        return [Behind(*row) for row in rows]

    def scripts(self, span: Span) -> list[tuple[str, bool, int]]:
        """Return the scripts copied in `span`: id, whether it is one of a flow, and how often."""
        rows = self._rows(
            "SELECT x.script, x.flow <> '', count(*) FROM copies x"
            f" WHERE x.copied_at >= :start AND x.copied_at < :end AND x.script <> ''{self._of_copy} GROUP BY 1, 2",
            within(span),
        )
        return [(row[0], bool(row[1]), row[2]) for row in rows]

    def ever_used(self) -> set[str]:
        """Return the scripts of the library that anybody ever copied."""
        return {row[0] for row in self._rows("SELECT DISTINCT script_id FROM script_uses")}

    def problems(self, span: Span) -> list[tuple[str, str, int]]:
        """Return product, flow and orders with cases of PROBLEMS opened in `span`; a product is a title."""
        marks = ", ".join(f"'{flow}'" for flow in PROBLEMS)
        return self._rows(
            "SELECT p.title, x.flow, count(DISTINCT x.platform || ':' || x.order_no) FROM cases x"
            " JOIN orders o ON o.order_no = x.order_no AND o.platform = x.platform JOIN products p ON p.id = o.product"
            f" WHERE x.opened_at >= :start AND x.opened_at < :end AND x.flow IN ({marks}){self._of_case} GROUP BY 1, 2",
            within(span),
        )

    def problem_list(self, span: Span, product: str) -> list[Behind]:
        """Return the cases of PROBLEMS opened in `span` on orders of the product with this title, the newest first."""
        marks = ", ".join(f"'{flow}'" for flow in PROBLEMS)
        rows = self._rows(
            "SELECT x.platform, x.order_no, x.id, p.title, max(x.opened_at), x.closed_at, x.flow FROM cases x"
            " JOIN orders o ON o.order_no = x.order_no AND o.platform = x.platform JOIN products p ON p.id = o.product"
            f" WHERE x.opened_at >= :start AND x.opened_at < :end AND x.flow IN ({marks}) AND p.title = :product"
            f"{self._of_case} GROUP BY 1, 2, 7 ORDER BY 5 DESC LIMIT {MOST_BEHIND}",
            within(span) | {"product": product},
        )
        return [Behind(*row) for row in rows]

    def _copies(self, span: Span, where: str, values: Values) -> list[Behind]:
        rows = self._rows(
            f"SELECT x.platform, x.order_no, x.case_id, {_TITLE}, x.copied_at, NULL, '', x.agent FROM copies x"
            f" WHERE x.copied_at >= :start AND x.copied_at < :end AND {where}{self._of_copy}"
            f" ORDER BY x.copied_at DESC, x.id DESC LIMIT {MOST_BEHIND}",
            within(span) | values,
        )
        return [Behind(*row) for row in rows]

    def _rows(self, sql: str, values: Values | None = None) -> list[tuple[Any, ...]]:
        return self._database.rows(sql, self._values | (values or {}))
