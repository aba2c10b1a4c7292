"""The orders that may have to be told, with what decides it. Read in bulk, in the background."""

from collections.abc import Iterator
from typing import Any

import msgspec

from deskhelper.core.deadline import NO_MARKS, ShipTerms, ShipTermsOf
from deskhelper.core.marks import OrderMarks
from deskhelper.core.moments import DAY, Instant
from deskhelper.core.notice import NoticeKind, Standing
from deskhelper.core.order import Order
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import AFTER_SALES, STATUSES, TO_SHIP
from deskhelper.storage.schema_orders import SEQUENCE_BITS

AT_MOST = 50_000
"""Orders of one queue; what is beyond comes with the next one."""

LONGEST = 40 * DAY
"""An order that ships today was grouped at most so long ago: a presale of 30 days, and some."""

_SAID = """(SELECT p.due_at FROM promises p WHERE p.order_no = o.order_no AND p.platform = o.platform
        AND p.kind = 'ship' ORDER BY p.made_at DESC, p.id DESC LIMIT 1)"""
_WANTS_MONEY = """coalesce((SELECT r.kind <> 'ship' AND (r.closed_at IS NULL OR r.is_kept IS NOT NULL) FROM promises r
        WHERE r.order_no = o.order_no AND r.platform = o.platform AND r.kind IN ('ship', 'refund', 'recall')
        ORDER BY r.made_at DESC, r.id DESC LIMIT 1), 0)"""
"""Whether the last word to the buyer was of a refund or of calling the parcel back, and still binds."""

_SELECT = f"""
SELECT o.platform, o.order_no, o.status, o.after_sale, o.tracking_no, o.grouped_at, o.promised_ship_by, o.ship_by,
       o.shipped_at, {_SAID}, p.title, c.text, s.name, p.spec, p.product_id, p.sku_code,
       (SELECT m.marks FROM order_marks m WHERE m.order_no = o.order_no AND m.platform = o.platform),
       {_WANTS_MONEY}{{more}}
FROM {{source}} JOIN products p ON p.id = o.product JOIN couriers c ON c.id = o.courier JOIN shops s ON s.id = o.shop
{{where}} LIMIT {{most}}
"""
_OF_NUMBER = "orders o INDEXED BY orders_number ON o.order_no = {0}.order_no AND o.platform = {0}.platform"

_SOURCES: dict[NoticeKind, list[tuple[str, str]]] = {
    NoticeKind.GROUPED: [
        (
            "orders o INDEXED BY orders_status",
            f"WHERE o.status = {TO_SHIP} AND o.id >= :from_id AND o.grouped_at >= :start AND o.grouped_at <= :end"
            " ORDER BY o.id",
        )
    ],
    NoticeKind.SHIPPED: [
        (
            "orders o INDEXED BY orders_status",
            "WHERE o.status = 2 AND o.id >= :from_id AND o.shipped_at >= :start AND o.shipped_at <= :end"
            " AND o.tracking_no <> '' ORDER BY o.id",
        ),
        (
            "orders o INDEXED BY orders_status",
            f"WHERE o.status = {TO_SHIP} AND o.id >= :from_id AND o.tracking_no <> '' ORDER BY o.id",
        ),
    ],
    NoticeKind.DELAYED: [
        ("orders o INDEXED BY orders_deadline", "WHERE o.ship_by < :end ORDER BY o.ship_by"),
        (
            f"(SELECT DISTINCT platform, order_no FROM promises WHERE closed_at IS NULL AND due_at < :told_until"
            f" AND kind = 'ship') q CROSS JOIN {_OF_NUMBER.format('q')}",
            f"WHERE o.status = {TO_SHIP} AND (o.ship_by IS NULL OR o.ship_by >= :end)",
        ),
    ],
}
_TO_COUNT = {
    NoticeKind.GROUPED: ("o.tracking_no = '' AND o.ship_by >= :end", "'grouped'"),
    NoticeKind.SHIPPED: ("o.tracking_no <> ''", "'shipped:' || o.tracking_no"),
    NoticeKind.DELAYED: (
        f"o.tracking_no = '' AND coalesce({_SAID}, o.ship_by) < :end",
        f"'delay:' || coalesce({_SAID}, o.ship_by)",
    ),
}
"""What core.notice.why_not and event_of say, as conditions; a test holds that both count the same."""

_COUNT = f"""
SELECT count(*) FROM {{source}} {{where}} AND o.after_sale = 0 AND NOT {_WANTS_MONEY} AND {{more}}
AND NOT EXISTS (SELECT 1 FROM told t WHERE t.event = {{event}} AND t.order_no = o.order_no AND t.platform = o.platform)
AND NOT EXISTS (SELECT 1 FROM queued w WHERE w.order_no = o.order_no AND w.platform = o.platform
                AND w.queue_id = :queue AND w.state IN ('waiting', 'skipped'))
"""
_MARKED = (f"order_marks q CROSS JOIN {_OF_NUMBER.format('q')}", f"WHERE o.status = {TO_SHIP}")
_RULED = (
    "json_each(:products) j CROSS JOIN orders o INDEXED BY orders_moving_product ON o.product = j.value",
    f"WHERE o.status = {TO_SHIP} AND o.status IN (1, 2) AND NOT EXISTS"
    " (SELECT 1 FROM order_marks m WHERE m.order_no = o.order_no AND m.platform = o.platform)",
)
_MARKS = msgspec.json.Decoder(OrderMarks)


class NoticeOrders:
    """Reads what decides whether orders are told, over one connection."""

    def __init__(self, database: Database, ship_terms_of: ShipTermsOf) -> None:
        self._database = database
        self._ship_terms_of = ship_terms_of
        self._terms: dict[str, ShipTerms] = {}

    def candidates(
        self, kind: NoticeKind, start: Instant, end: Instant, told_until: Instant | None = None
    ) -> list[Standing]:
        """Return the orders that `kind` is about between `start` and `end` (instants), those to tell first, first.

        `told_until`: of a delay that is known beforehand, those too whose buyers were told a time before it.
        """
        if kind is NoticeKind.PRESALE_END:
            return self._presales(start, end)
        values = _bounds(kind, start, end) | {"told_until": max(end, told_until or end)}
        found = [row for source in _SOURCES[kind] for row in self._rows(*source, values)]
        return sorted((self._standing(row, kind) for row in found), key=_first)

    def count(self, kind: NoticeKind, start: Instant, end: Instant, queue: int) -> int:
        """Return how many orders `kind` would tell, beside those that wait in `queue`; all within SQLite.

        Not for ends of presales, which the product rules decide.
        """
        more, event = _TO_COUNT[kind]
        values = {**_bounds(kind, start, end), "told_until": end, "queue": queue}
        counts = []
        for source, where in _SOURCES[kind]:
            sql = _COUNT.format(source=source, where=where.partition(" ORDER BY")[0], more=more, event=event)
            counts.append(int(self._database.value(sql, values)))
        return sum(counts)

    def of_queue(self, queue: int, kind: NoticeKind) -> Iterator[tuple[int, str, Standing | None]]:
        """Yield the id, event and order of each entry of a queue that still waits; no order where it is gone."""
        source = f"queued q LEFT JOIN {_OF_NUMBER.format('q')}"
        sql = _SELECT.replace("JOIN products", "LEFT JOIN products").replace("JOIN couriers", "LEFT JOIN couriers")
        sql = sql.replace("JOIN shops", "LEFT JOIN shops")
        where = "WHERE q.queue_id = :queue AND q.state IN ('waiting', 'skipped')"
        for row in self._database.rows(
            sql.format(more=", q.id, q.event", source=source, where=where, most=-1), {"queue": queue}
        ):
            yield row[-2], row[-1], None if row[0] is None else self._standing(row, kind)

    def one(self, kind: NoticeKind, platform: str, order_no: str) -> Standing | None:
        """Return one order, None where it is not stored."""
        where = "WHERE o.order_no = :order_no AND o.platform = :platform"
        rows = self._rows("orders o", where, {"order_no": order_no, "platform": platform})
        return self._standing(rows[0], kind) if rows else None

    def waiting_by_shop(self) -> dict[str, list[Instant]]:
        """Return the deadlines of all orders to ship by shop, soonest first."""
        names = dict(self._database.rows("SELECT id, name FROM shops"))
        found: dict[str, list[Instant]] = {}
        sql = "SELECT shop, ship_by FROM orders INDEXED BY orders_deadline WHERE ship_by IS NOT NULL ORDER BY ship_by"
        for shop, ship_by in self._database.rows(sql):
            found.setdefault(names[shop], []).append(ship_by)
        return found

    def _presales(self, start: Instant, end: Instant) -> list[Standing]:
        """Return the orders to ship whose presale ends between `start` and `end`, marked by hand or by a rule."""
        rows = self._rows(*_MARKED, {})
        products = self._ruled_products()
        if products:
            rows += self._rows(*_RULED, {"products": msgspec.json.encode(products).decode()})
        found = [self._standing(row, NoticeKind.PRESALE_END) for row in rows]
        soon = [one for one in found if one.presale_ends_at is not None and start < one.presale_ends_at <= end]
        return sorted(soon, key=_first)

    def _ruled_products(self) -> list[int]:
        """Return the products that a presale rule of any shop fits."""
        shops = [self._of_shop(row[0]) for row in self._database.rows("SELECT DISTINCT name FROM shops")]
        ruled = [terms for terms in shops if terms.terms.presale_goods]
        if not ruled:
            return []
        goods = self._database.rows("SELECT id, title, spec, product_id, sku_code FROM products")
        return [row[0] for row in goods if any(t.marks_of(_goods(*row[1:]), NO_MARKS).presale for t in ruled)]

    def _of_shop(self, shop: str) -> ShipTerms:
        if shop not in self._terms:
            self._terms[shop] = self._ship_terms_of(shop)
        return self._terms[shop]

    def _rows(self, source: str, where: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        return self._database.rows(_SELECT.format(more="", source=source, where=where, most=AT_MOST), values)

    def _standing(self, row: tuple[Any, ...], kind: NoticeKind) -> Standing:
        platform, order_no, status, after_sale, tracking_no, grouped, promised, ship_by, shipped, said = row[:10]
        title, courier, shop, spec, product_id, sku_code, marks, wants_money = row[10:18]
        ends_at = None
        if kind is NoticeKind.PRESALE_END:
            order = _goods(title, spec, product_id, sku_code, grouped)
            presale = self._of_shop(shop).marks_of(order, NO_MARKS if marks is None else _MARKS.decode(marks)).presale
            ends_at = None if presale is None else presale.ends_at(grouped) or promised
        sort_at = {NoticeKind.SHIPPED: shipped, NoticeKind.PRESALE_END: ends_at}.get(kind, ship_by)
        return Standing(
            platform, order_no, STATUSES[status], AFTER_SALES[after_sale], tracking_no, ship_by or promised, said,
            ends_at, title, courier, sort_at or 0, bool(wants_money),
        )  # fmt: skip


def _goods(title: str, spec: str, product_id: str, sku_code: str, grouped_at: Instant | None = None) -> Order:
    return Order(
        platform="", shop="", order_no="", status=STATUSES[TO_SHIP], product=title, spec=spec, product_id=product_id,
        sku_code=sku_code, grouped_at=grouped_at,
    )  # fmt: skip


def _bounds(kind: NoticeKind, start: Instant, end: Instant) -> dict[str, int]:
    before = start - (LONGEST if kind is NoticeKind.SHIPPED else 2 * DAY)
    return {"start": start, "end": end, "from_id": max(before, 0) << SEQUENCE_BITS}


def _first(order: Standing) -> tuple[Instant, str]:
    return order.sort_at, order.order_no
