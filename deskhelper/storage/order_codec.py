"""Between an Order and its row: ranks instead of words for status and after-sale, ids instead of repeated texts."""

from typing import Any

from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.search_keys import tail_key
from deskhelper.core.view import OrderLine
from deskhelper.storage.dictionaries import Dictionaries

Row = tuple[Any, ...]

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
"""The columns of `orders` that an Order fills, in the order of `content_row`."""

KEYS = ("number_tail", "tracking_tail", "phone_tail", "ship_by")
"""The columns of `orders` that are reckoned from the content, in the order of `key_row`."""

PLACE = {name: place for place, name in enumerate(CONTENT)}


_NULLABLE = frozenset(
    (
        "paid_fen",
        "refund_fen",
        "paid_at",
        "grouped_at",
        "promised_ship_by",
        "shipped_at",
        "received_at",
        "seen_at",
        *KEYS,
    )
)
_ABSENT = -(1 << 63)
_BOUND: dict[Any, Any] = {None: _ABSENT}


def bound(row: Row) -> Row:
    """Return `row` as it is bound to `placeholder`s: pysqlite3 0.6.1 takes 0.9 µs for each None, 0.06 µs for an int."""
    return tuple(map(_BOUND.get, row, row))


def placeholder(column: str) -> str:
    """Return what stands in SQL for a bound value of `column`."""
    return f"nullif(?, {_ABSENT})" if column in _NULLABLE else "?"


def content_row(order: Order, shop: int, texts: Dictionaries) -> Row:
    """Return the values of CONTENT for `order`, new texts entered into the dictionaries; `shop` is a row id."""
    wording = texts.wordings.id_of
    return (
        order.platform,
        order.order_no,
        shop,
        STATUS_RANK[order.status],
        wording(order.status_text),
        AFTER_SALE_RANK[order.after_sale],
        wording(order.after_sale_text),
        texts.products.id_of((order.product, order.spec, order.product_id, order.sku_code)),
        order.quantity,
        order.paid_fen,
        order.refund_fen,
        order.paid_at,
        int(order.paid_at_is_derived),
        order.grouped_at,
        order.promised_ship_by,
        order.shipped_at,
        order.received_at,
        texts.couriers.id_of(order.courier),
        order.tracking_no,
        order.receiver,
        order.phone,
        wording(order.province),
        order.buyer_note,
        order.shop_note,
    )


def key_row(content: Row, promise_seconds: int) -> Row:
    """Return the values of KEYS for a content row; `promise_seconds` is what the shop promises from grouping on."""
    tracking_no, phone = content[18], content[20]
    return (
        tail_key(content[1]),
        tail_key(tracking_no) if tracking_no else None,
        tail_key(phone) if phone else None,
        deadline(content[3], content[5], content[14], content[13], promise_seconds),
    )


def whole_row(order: Order, id_: int, shop: int, texts: Dictionaries, promise: int, seen_at: int | None) -> Row:
    """Return the bound row of a new order in one go: id, `content_row`, `key_row`, seen_at and no open cases.

    It says the same as its parts, which a test holds, in a third of the time: a file may have a million new orders.
    `promise` is what the shop promises from grouping on, in seconds.
    """
    wordings, couriers = texts.wordings, texts.couriers
    words_of, courier_of = wordings.ids.get, couriers.ids.get
    product = (order.product, order.spec, order.product_id, order.sku_code)
    status, after_sale = STATUS_RANK[order.status], AFTER_SALE_RANK[order.after_sale]
    number, tracking_no, phone = order.order_no, order.tracking_no, order.phone
    paid, refund, paid_at = order.paid_fen, order.refund_fen, order.paid_at
    grouped, promised, shipped, received = (
        order.grouped_at, order.promised_ship_by, order.shipped_at, order.received_at
    )  # fmt: skip
    tail, tracking_tail, phone_tail = (
        tail_key(number), tail_key(tracking_no) if tracking_no else None, tail_key(phone) if phone else None
    )  # fmt: skip
    due = deadline(status, after_sale, promised, grouped, promise)
    absent = _ABSENT
    return (
        id_, order.platform, number, shop, status,
        words_of(order.status_text) or wordings.id_of(order.status_text),
        after_sale, words_of(order.after_sale_text) or wordings.id_of(order.after_sale_text),
        texts.products.ids.get(product) or texts.products.id_of(product), order.quantity,
        absent if paid is None else paid, absent if refund is None else refund,
        absent if paid_at is None else paid_at, 1 if order.paid_at_is_derived else 0,
        absent if grouped is None else grouped, absent if promised is None else promised,
        absent if shipped is None else shipped, absent if received is None else received,
        courier_of(order.courier) or couriers.id_of(order.courier), tracking_no, order.receiver, phone,
        words_of(order.province) or wordings.id_of(order.province), order.buyer_note, order.shop_note,
        absent if tail is None else tail, absent if tracking_tail is None else tracking_tail,
        absent if phone_tail is None else phone_tail, absent if due is None else due,
        absent if seen_at is None else seen_at, 0,
    )  # fmt: skip


def deadline(
    status: int, after_sale: int, promised: int | None, grouped: int | None, promise_seconds: int
) -> int | None:
    """Return when an order must ship (UTC seconds); None unless it waits for shipping and a time is known."""
    if status != TO_SHIP or after_sale == REFUNDED:
        return None
    if promised is not None:
        return promised
    return None if grouped is None else grouped + promise_seconds


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
