"""What the plots of a period count, over a connection of its own: whole tables are read, so never on the window's.

Counts are by the quarter of an hour (core.period.QUARTER), which tells days and hours of every zone. Both the period
and the one before are counted in one reading.
"""

import json
from collections.abc import Iterable
from typing import Any

from deskhelper.core.deadline import ShipTerms
from deskhelper.core.insights import Behind, Coverage
from deskhelper.core.insights_orders import DueCount
from deskhelper.core.order import Status
from deskhelper.core.period import QUARTER, Span
from deskhelper.core.trace import ARRIVED
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import REFUNDED, STATUS_RANK, TO_SHIP
from deskhelper.storage.schema_orders import SEQUENCE_BITS

MOST_BEHIND = 500
"""So many orders or cases are listed behind a bar."""

Values = dict[str, Any]

_UNPAID, _CANCELLED = STATUS_RANK[Status.UNPAID], STATUS_RANK[Status.CANCELLED]
_RECEIVED = STATUS_RANK[Status.RECEIVED]

OF_SHOP = " AND o.shop IN (SELECT id FROM shops WHERE name = :shop)"
_DUE = """
coalesce(o.promised_ship_by, o.ship_by, CASE
    WHEN EXISTS (SELECT 1 FROM order_marks m WHERE m.order_no = o.order_no AND m.platform = o.platform) THEN NULL
    ELSE o.grouped_at + nullif(coalesce(
        (SELECT seconds FROM derived d WHERE d.shop = o.shop AND d.product = o.product),
        (SELECT seconds FROM derived d WHERE d.shop = o.shop AND d.product = 0)), -1) END)
"""
_STATE = f"""
CASE WHEN o.shipped_at > due THEN 'shipped_late' WHEN o.shipped_at IS NOT NULL THEN 'in_time'
     WHEN o.status = {_CANCELLED} OR o.after_sale = {REFUNDED} THEN 'left_out'
     WHEN o.status = {TO_SHIP} THEN 'waiting' ELSE 'unknown' END
"""
_FELL_DUE = f"""
FROM (SELECT {_DUE} AS due, o.id, o.shop, o.status, o.after_sale, o.shipped_at, o.platform, o.order_no, o.product,
             o.promised_ship_by IS NULL AS is_derived
      FROM orders o NOT INDEXED WHERE o.status <> {_UNPAID}{{shop}}) o
"""


def within(span: Span) -> Values:
    """Return the values of a span."""
    return {"start": span.start, "end": span.end}


_IS_OPEN = f"o.status NOT IN ({_RECEIVED}, {_CANCELLED}) AND o.received_at IS NULL AND o.after_sale <> {REFUNDED}"
"""As core.anomaly.is_over says it."""
_KEYS = "(upper(replace(o.tracking_no, ' ', '')), o.platform || ':' || o.order_no)"
_TRACED = f"EXISTS (SELECT 1 FROM traces t WHERE t.parcel IN {_KEYS})"
_ENDS = ", ".join(f"'{scan.value}'" for scan in sorted(ARRIVED))
_MOVING = f"EXISTS (SELECT 1 FROM traces t WHERE t.parcel IN {_KEYS} AND coalesce(t.last_scan, '') NOT IN ({_ENDS}))"


class InsightStore:
    """Counts and lists what became of orders; `shop` empty means all of them."""

    def __init__(self, database: Database, shop: str = "") -> None:
        self._database = database
        self._shop = shop
        self._values: Values = {"shop": shop}

    def coverage(self) -> Coverage:
        """Return how far the data reaches; of one shop where it is named."""
        where = f"WHERE o.id >= {1 << SEQUENCE_BITS}{OF_SHOP if self._shop else ''}"
        first = self._value(f"SELECT o.id FROM orders o {where} ORDER BY o.id LIMIT 1")
        newest = self._value(f"SELECT o.id FROM orders o {where} ORDER BY o.id DESC LIMIT 1")
        imported = self._value("SELECT max(imported_at) FROM imports WHERE shop = :shop") if self._shop else None
        imported = imported or self._value("SELECT max(imported_at) FROM imports")
        return Coverage(
            first_order_at=None if first is None else first >> SEQUENCE_BITS,
            last_import_at=imported or (None if newest is None else newest >> SEQUENCE_BITS),
            first_copy_at=self._value("SELECT min(copied_at) FROM copies"),
            first_case_at=self._value("SELECT min(opened_at) FROM cases"),
            first_promise_at=self._value("SELECT min(made_at) FROM promises"),
        )

    def agents(self) -> list[str]:
        """Return the agents who ever copied a reply."""
        return [row[0] for row in self._rows("SELECT DISTINCT agent FROM copies WHERE agent <> '' ORDER BY agent")]

    def shops(self) -> list[str]:
        """Return the names of the shops."""
        return [row[0] for row in self._rows("SELECT DISTINCT name FROM shops ORDER BY id")]

    def set_terms(self, terms: Iterable[tuple[str, ShipTerms]]) -> None:
        """Tell by what terms each shop, by name, ships where the file gives no promise; before orders fell due."""
        self._database.execute("CREATE TEMP TABLE derived (shop, product, seconds, PRIMARY KEY (shop, product))")
        rows: list[tuple[int, int, int]] = []
        for name, of_shop in terms:
            usual = -1 if of_shop.usual_seconds is None else of_shop.usual_seconds
            ruled = []
            if of_shop.has_rules:
                goods = self._rows("SELECT id, title, spec, product_id, sku_code FROM products")
                found = ((row[0], of_shop.seconds_for(*row[1:])) for row in goods)
                ruled = [(id_, -1 if seconds is None else seconds) for id_, seconds in found]
            for (shop,) in self._rows("SELECT id FROM shops WHERE name = :name", {"name": name}):
                rows.append((shop, 0, usual))
                rows += [(shop, product, seconds) for product, seconds in ruled if seconds != usual]
        self._database.connection.executemany("INSERT INTO derived VALUES (?, ?, ?)", rows)

    def fell_due(self, span: Span, before: Span) -> list[DueCount]:
        """Return the orders whose promise to ship fell into either span, by quarter and by what became of them."""
        rows = self._rows(
            f"SELECT due / {QUARTER}, {_STATE} AS state, is_derived, count(*) {self._fell_due()}"
            " WHERE (due >= :start AND due < :end) OR (due >= :earlier AND due < :earlier_end) GROUP BY 1, 2, 3",
            within(span) | {"earlier": before.start, "earlier_end": before.end},
        )
        return [DueCount(row[0], row[1], bool(row[2]), row[3]) for row in rows]

    def late_orders(self, span: Span, quarters: list[int]) -> list[Behind]:
        """Return the orders whose promise passed unmet in `quarters` of `span`, the first due first."""
        rows = self._rows(
            f"SELECT o.platform, o.order_no, p.title, due, o.shipped_at, {_STATE} AS state {self._fell_due()}"
            " JOIN products p ON p.id = o.product WHERE due >= :start AND due < :end"
            f" AND due / {QUARTER} IN (SELECT value FROM json_each(:quarters))"
            f" AND state IN ('shipped_late', 'waiting') ORDER BY due, o.id LIMIT {MOST_BEHIND}",
            within(span) | {"quarters": json.dumps(quarters)},
        )
        return [Behind(row[0], row[1], title=row[2], at=row[3], then=row[4], state=row[5]) for row in rows]

    def parcels(self, span: Span) -> list[tuple[str, int, int]]:
        """Return courier, orders shipped in `span`, and how many of those have a trace."""
        rows = self._rows(f"SELECT c.text, count(*), sum({_TRACED}) {self._shipped()} GROUP BY 1", within(span))
        return [(row[0], row[1], row[2]) for row in rows]

    def under_way(self, span: Span, courier: str | None = None) -> list[int]:
        """Return the orders shipped in `span` whose parcel has a trace and may be on its way: ids, the oldest first."""
        rows = self._rows(
            f"SELECT o.id {self._shipped()} AND {_IS_OPEN} AND {_MOVING}"
            " AND (:courier IS NULL OR c.text = :courier) ORDER BY o.shipped_at, o.id",
            within(span) | {"courier": courier},
        )
        return [row[0] for row in rows]

    def _shipped(self) -> str:
        return (
            "FROM orders o NOT INDEXED CROSS JOIN couriers c ON c.id = o.courier"
            f" WHERE o.shipped_at >= :start AND o.shipped_at < :end{OF_SHOP if self._shop else ''}"
        )

    def _fell_due(self) -> str:
        return _FELL_DUE.format(shop=OF_SHOP if self._shop else "")

    def _rows(self, sql: str, values: Values | None = None) -> list[tuple[Any, ...]]:
        return self._database.rows(sql, self._values | (values or {}))

    def _value(self, sql: str, values: Values | None = None) -> Any:
        return self._database.value(sql, self._values | (values or {}))
