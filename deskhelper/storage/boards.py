"""What the boards are made from, read in bulk: for a task with a connection of its own."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from deskhelper.core.alerts import AlertKind, OrderKey, Report
from deskhelper.core.anomaly import Limits
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import Order, Status
from deskhelper.core.stock import Goods
from deskhelper.core.trace import ARRIVED, Scan, Trace
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import AFTER_SALES
from deskhelper.storage.traces import trace_of

_LATE = """
SELECT o.id, o.ship_by, o.paid_fen FROM orders o INDEXED BY orders_deadline WHERE o.ship_by < ? ORDER BY o.ship_by
"""
_PARCELS = """
orders o INDEXED BY orders_status
LEFT JOIN traces t ON t.parcel = upper(replace(o.tracking_no, ' ', '')) AND o.tracking_no <> ''
LEFT JOIN traces u ON t.parcel IS NULL AND u.parcel = o.platform || ':' || o.order_no
"""
_ON_THE_WAY = "o.status = 2 AND o.after_sale <> 3 AND o.received_at IS NULL"
_COUNT_PARCELS = f"""
SELECT c.text, count(*), count(coalesce(t.parcel, u.parcel)) FROM {_PARCELS}
JOIN couriers c ON c.id = o.courier WHERE {_ON_THE_WAY} GROUP BY o.courier
"""
_EVENTS = "coalesce(t.events, u.events)"
_LAST_AT, _LAST_SCAN = "coalesce(t.last_at, u.last_at)", "coalesce(t.last_scan, u.last_scan)"
_PICKED_UP, _OUT = f'"{Scan.PICKED_UP}"', f'"{Scan.OUT_FOR_DELIVERY}"'
_SUSPECTS = f"""
SELECT o.id, s.name, w.text, c.text, o.shipped_at, o.after_sale,
    instr(c.text || o.shop_note || p.title || p.spec, :direct) > 0,
    coalesce(t.looked_at, u.looked_at), {_EVENTS}, coalesce(t.courier, u.courier)
FROM {_PARCELS}
JOIN shops s ON s.id = o.shop
JOIN couriers c ON c.id = o.courier
JOIN wordings w ON w.id = o.province
JOIN products p ON p.id = o.product
WHERE {_ON_THE_WAY} AND CASE
    WHEN {_EVENTS} IS NULL THEN o.shipped_at <= :slow
    WHEN {_LAST_SCAN} IN (:delivered, :returned) THEN 0
    WHEN {_LAST_AT} IS NULL THEN 1
    ELSE {_LAST_AT} <= :silent OR o.shipped_at <= :slow OR {_LAST_SCAN} IN (:problem, :other)
        OR (instr({_EVENTS}, :out) > 0 AND o.shipped_at <= :delivery)
        OR length({_EVENTS}) - length(replace({_EVENTS}, :picked_up, '')) >= 2 * length(:picked_up)
    END
"""
"""Parcels that may be in anomaly: SQLite passes over all others without a word to Python, so the window runs on."""
_NEVER = -1

_CASES = """
SELECT k.platform, k.order_no, k.flow, k.opened_at, k.state ->> '$.answers.matter',
    p.title, p.spec, p.product_id, p.sku_code
FROM cases k JOIN orders o ON o.order_no = k.order_no AND o.platform = k.platform JOIN products p ON p.id = o.product
WHERE k.opened_at >= ? AND k.flow IN ('wrong_item', 'empty_parcel', 'after_sale')
"""
_REASONS = "SELECT DISTINCT reason FROM after_sales WHERE reason <> ''"
_AFTER_SALES = """
SELECT a.platform, a.order_no, a.reason, coalesce(a.applied_at, a.seen_at), p.title, p.spec, p.product_id, p.sku_code
FROM after_sales a JOIN orders o ON o.order_no = a.order_no AND o.platform = a.platform
JOIN products p ON p.id = o.product
WHERE a.reason IN (SELECT value FROM json_each(?)) AND coalesce(a.applied_at, a.seen_at) >= ?
"""
_RATED = """
SELECT m.platform, m.order_no, m.marks ->> '$.rated_one_at', p.title, p.spec, p.product_id, p.sku_code
FROM order_marks m JOIN orders o ON o.order_no = m.order_no AND o.platform = m.platform
JOIN products p ON p.id = o.product
WHERE m.marks ->> '$.rated_one_at' >= ?
"""
_OF_FLOW = {"wrong_item": AlertKind.WRONG_ITEM, "empty_parcel": AlertKind.EMPTY_PARCEL}
_OF_MATTER = {"goods": AlertKind.QUALITY, "seller": AlertKind.WRONG_ITEM}


class Suspect(Struct, frozen=True):
    """A parcel that may be in anomaly. `order` has just what the rules ask for; no trace: none was looked up."""

    id: int
    order: Order
    trace: Trace | None
    is_direct: bool


class BoardStore:
    """Reads what the boards need over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def late(self, until: Instant) -> list[tuple[int, Instant, int | None]]:
        """Return id, deadline and paid fen of the orders that must ship before `until`, the most overdue first."""
        return [(row[0], row[1], row[2]) for row in self._database.rows(_LATE, (until,))]

    def on_the_way(self) -> int:
        """Return how many parcels are on their way at most; among a million orders in a few milliseconds."""
        return int(self._database.value("SELECT count(*) FROM orders INDEXED BY orders_status WHERE status = 2"))

    def parcel_counts(self) -> list[tuple[str, int, int]]:
        """Return, by courier as the orders name it, how many parcels are on their way and how many have a trace."""
        return [(row[0], row[1], row[2]) for row in self._database.rows(_COUNT_PARCELS)]

    def suspects(self, least: Limits, now: Instant) -> Iterator[Suspect]:
        """Yield the parcels on their way that may be in anomaly; `least` are the shortest limits of any parcel."""

        def since(*hours: float | None) -> Instant:
            known = [hour for hour in hours if hour is not None]
            return now - round(min(known) * HOUR) if known else _NEVER

        values = {
            "direct": "直邮", "slow": since(least.arrival), "silent": since(least.silence, least.transit),
            "delivery": since(least.delivery), "problem": Scan.PROBLEM.value, "other": Scan.OTHER.value,
            "out": _OUT, "picked_up": _PICKED_UP,
            **{scan.value: scan.value for scan in ARRIVED},
        }  # fmt: skip
        for row in self._database.execute(_SUSPECTS, values):
            yield _suspect(row)

    def reports(self, start: Instant, kinds_of: Mapping[str, AlertKind]) -> list[Report]:
        """Return what speaks against goods since `start`: cases, after-sale reasons by `kinds_of`, ratings by hand."""
        return [*self._of_cases(start), *self._of_after_sales(start, kinds_of), *self._of_ratings(start)]

    def reasons(self) -> list[str]:
        """Return the different reasons of after-sales."""
        return [row[0] for row in self._database.rows(_REASONS)]

    def seen(self) -> dict[tuple[AlertKind, str], frozenset[OrderKey]]:
        """Return the reports that agents have looked at, by kind and product."""
        found: dict[tuple[AlertKind, str], set[OrderKey]] = {}
        for kind, product, platform, order_no in self._database.rows(
            "SELECT kind, product, platform, order_no FROM seen_reports"
        ):
            found.setdefault((AlertKind(kind), product), set()).add(OrderKey(platform, order_no))
        return {key: frozenset(orders) for key, orders in found.items()}

    def set_seen(self, kind: AlertKind, product: str, orders: Iterable[OrderKey], now: Instant, agent: str) -> None:
        """Keep that an agent has looked at these reports, in one transaction."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO seen_reports (kind, product, platform, order_no, seen_at, agent)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(kind.value, product, order.platform, order.order_no, now, agent) for order in orders],
            )

    def forget_seen(self, kind: AlertKind, product: str) -> None:
        """Take back that the reports of one alert were looked at."""
        self._database.execute("DELETE FROM seen_reports WHERE kind = ? AND product = ?", (kind.value, product))

    def _of_cases(self, start: Instant) -> Iterator[Report]:
        for platform, order_no, flow, at, matter, *goods in self._database.rows(_CASES, (start,)):
            kind = _OF_FLOW.get(flow) or _OF_MATTER.get(matter)
            if kind is not None:
                yield Report(kind, OrderKey(platform, order_no), at, Goods(*goods))

    def _of_after_sales(self, start: Instant, kinds_of: Mapping[str, AlertKind]) -> Iterator[Report]:
        wanted = json.dumps([*kinds_of])
        for platform, order_no, reason, at, *goods in self._database.rows(_AFTER_SALES, (wanted, start)):
            yield Report(kinds_of[reason], OrderKey(platform, order_no), at, Goods(*goods))

    def _of_ratings(self, start: Instant) -> Iterator[Report]:
        for platform, order_no, at, *goods in self._database.rows(_RATED, (start,)):
            yield Report(AlertKind.RATED_ONE, OrderKey(platform, order_no), at, Goods(*goods))


def _suspect(row: tuple[Any, ...]) -> Suspect:
    id_, shop, province, courier, shipped_at, after_sale, is_direct, *trace = row
    order = Order(
        platform="", shop=shop, order_no="", status=Status.SHIPPED, after_sale=AFTER_SALES[after_sale],
        shipped_at=shipped_at, courier=courier, province=province,
    )  # fmt: skip
    return Suspect(id_, order, trace_of(trace), bool(is_direct))
