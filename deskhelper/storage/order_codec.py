"""Between an Order and its row: ranks instead of words for status and after-sale, ids instead of repeated texts."""

from typing import TYPE_CHECKING, Any

from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.search_keys import tail_keys
from deskhelper.core.view import OrderLine
from deskhelper.storage.dictionaries import Dictionaries

if TYPE_CHECKING:
    from deskhelper.core.imported import OrderColumns

Row = tuple[Any, ...]
Columns = list[list[Any]]

STATUSES = (Status.UNPAID, Status.TO_SHIP, Status.SHIPPED, Status.RECEIVED, Status.CANCELLED, Status.UNKNOWN)
"""A status is stored as its place here, which is also its progress and its sort order."""

AFTER_SALES = (AfterSale.NONE, AfterSale.OPEN, AfterSale.REFUNDING, AfterSale.REFUNDED, AfterSale.UNKNOWN)
"""An after-sale state is stored as its place here, which is also its sort order."""

STATUS_RANK = {status: rank for rank, status in enumerate(STATUSES)}
AFTER_SALE_RANK = {after_sale: rank for rank, after_sale in enumerate(AFTER_SALES)}
TO_SHIP = STATUS_RANK[Status.TO_SHIP]
REFUNDED = AFTER_SALE_RANK[AfterSale.REFUNDED]

CONTENT = (
    "platform", "order_no", "shop", "status", "status_text", "after_sale", "after_sale_text", "product", "quantity",
    "paid_fen", "refund_fen", "paid_at", "paid_at_is_derived", "grouped_at", "promised_ship_by", "shipped_at",
    "received_at", "courier", "tracking_no", "receiver", "phone", "province", "buyer_note", "shop_note",
)  # fmt: skip
"""The columns of `orders` that an Order fills, in this order."""

KEYS = ("number_tail", "tracking_tail", "phone_tail", "ship_by")
"""The columns of `orders` that are reckoned from the content, in this order."""

PLACE = {name: place for place, name in enumerate(CONTENT)}

ABSENT = -(1 << 63)


def content_columns(orders: "OrderColumns", shops: list[int], texts: Dictionaries) -> Columns:
    """Return the columns of CONTENT for `orders`, new texts entered into the dictionaries; `shops` are row ids."""
    found = orders.of_field
    products = zip(found["product"], found["spec"], found["product_id"], found["sku_code"], strict=True)
    made = {
        "shop": shops,
        "status": [*map(STATUS_RANK.__getitem__, found["status"])],
        "status_text": texts.wordings.ids_of(found["status_text"]),
        "after_sale": [*map(AFTER_SALE_RANK.__getitem__, found["after_sale"])],
        "after_sale_text": texts.wordings.ids_of(found["after_sale_text"]),
        "product": texts.products.ids_of(products),
        "paid_at_is_derived": [*map(int, found["paid_at_is_derived"])],
        "courier": texts.couriers.ids_of(found["courier"]),
        "province": texts.wordings.ids_of(found["province"]),
    }
    return [made.get(name) or found[name] for name in CONTENT]


def key_columns(content: Columns, promises: list[int | None]) -> Columns:
    """Return the columns of KEYS for columns of content; `promises` are the seconds from grouping to shipping."""
    due = ("status", "after_sale", "promised_ship_by", "grouped_at")
    return [
        tail_keys(content[PLACE["order_no"]]),
        tail_keys(content[PLACE["tracking_no"]]),
        tail_keys(content[PLACE["phone"]]),
        [*map(deadline, *(content[PLACE[name]] for name in due), promises)],
    ]


def bound(columns: Columns) -> tuple[list[str], Columns]:
    """Return what stands in SQL for each column, and the columns to bind: those that have any value.

    pysqlite3 0.6.1 takes 0.9 µs to bind None and 0.06 µs for an integer, so None is written in another way.
    """
    places: list[str] = []
    kept: Columns = []
    for column in columns:
        if None not in column:
            places.append("?")
            kept.append(column)
        elif any(value is not None for value in column):
            places.append(f"nullif(?, {ABSENT})")
            kept.append([ABSENT if value is None else value for value in column])
        else:
            places.append("NULL")
    return places, kept


def deadline(
    status: int, after_sale: int, promised: int | None, grouped: int | None, promise_seconds: int | None
) -> int | None:
    """Return when an order must ship (UTC seconds); None unless it waits for shipping and a time is known."""
    if status != TO_SHIP or after_sale == REFUNDED:
        return None
    if promised is not None:
        return promised
    return None if grouped is None or promise_seconds is None else grouped + promise_seconds


LINE_QUERY = """
SELECT o.id, o.ship_by, o.open_cases,
       EXISTS (SELECT 1 FROM order_notes n WHERE n.order_no = o.order_no AND n.platform = o.platform),
       o.platform, s.name, o.order_no, o.status, w1.text, o.after_sale, w2.text, p.title, p.spec, p.product_id,
       p.sku_code, o.quantity, o.paid_fen, o.refund_fen, o.paid_at, o.paid_at_is_derived, o.grouped_at,
       o.promised_ship_by, o.shipped_at, o.received_at, c.text, o.tracking_no, o.receiver, o.phone, w3.text,
       o.buyer_note, o.shop_note
FROM orders o
JOIN shops s ON s.id = o.shop
JOIN products p ON p.id = o.product
JOIN couriers c ON c.id = o.courier
JOIN wordings w1 ON w1.id = o.status_text
JOIN wordings w2 ON w2.id = o.after_sale_text
JOIN wordings w3 ON w3.id = o.province
"""
"""Everything of an OrderLine; a WHERE clause on `o` follows."""


def line_of(row: Row) -> OrderLine:
    """Return the OrderLine of a row of LINE_QUERY."""
    order = Order(
        platform=row[4],
        shop=row[5],
        order_no=row[6],
        status=STATUSES[row[7]],
        status_text=row[8],
        after_sale=AFTER_SALES[row[9]],
        after_sale_text=row[10],
        product=row[11],
        spec=row[12],
        product_id=row[13],
        sku_code=row[14],
        quantity=row[15],
        paid_fen=row[16],
        refund_fen=row[17],
        paid_at=row[18],
        paid_at_is_derived=bool(row[19]),
        grouped_at=row[20],
        promised_ship_by=row[21],
        shipped_at=row[22],
        received_at=row[23],
        courier=row[24],
        tracking_no=row[25],
        receiver=row[26],
        phone=row[27],
        province=row[28],
        buyer_note=row[29],
        shop_note=row[30],
    )
    is_derived = row[1] is not None and order.promised_ship_by is None
    return OrderLine(row[0], order, row[1], is_derived, row[2], bool(row[3]))
