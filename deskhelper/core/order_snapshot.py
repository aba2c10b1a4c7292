"""An order as it was at one moment, kept with a case: what the platform's file said then, personal data masked."""

import re
from datetime import tzinfo
from typing import Any

from msgspec import Struct

from deskhelper.core.moments import Instant, local
from deskhelper.core.money import format_price
from deskhelper.core.order import AfterSale, Order, Status, masked_name, masked_phone
from deskhelper.core.text import Text
from deskhelper.core.trace import masked_phones

_ID_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")


class Occasion(Struct, frozen=True):
    """Why a snapshot was taken: what is stored, and how it reads."""

    id: str
    words: Text


OPENED = Occasion("opened", Text(zh="建立案例时", en="when the case was opened"))
COPIED = Occasion("copied", Text(zh="复制回复时", en="when a reply was copied"))
IMPORTED = Occasion("imported", Text(zh="导入新数据后", en="after an import"))
OCCASIONS = {occasion.id: occasion for occasion in (OPENED, COPIED, IMPORTED)}


class OrderSnapshot(Struct, frozen=True, omit_defaults=True):
    """What the order list said of one order. Times are instants, money is fen; names and phones are masked."""

    status: Status = Status.UNKNOWN
    status_text: str = ""
    after_sale: AfterSale = AfterSale.NONE
    after_sale_text: str = ""
    shop: str = ""
    product: str = ""
    spec: str = ""
    product_id: str = ""
    sku_code: str = ""
    quantity: int = 1
    paid_fen: int | None = None
    refund_fen: int | None = None
    grouped_at: Instant | None = None
    promised_ship_by: Instant | None = None
    shipped_at: Instant | None = None
    received_at: Instant | None = None
    courier: str = ""
    tracking_no: str = ""
    receiver: str = ""
    phone: str = ""
    province: str = ""
    buyer_note: str = ""
    shop_note: str = ""


class StoredSnapshot(Struct, frozen=True):
    """A snapshot with the moment and the occasion it was taken at."""

    taken_at: Instant
    occasion: str
    content: OrderSnapshot


class Change(Struct, frozen=True):
    """One thing that differs between two snapshots: values as they are stored, None where nothing was known."""

    field: str
    before: Any
    after: Any


def snapshot_of(order: Order) -> OrderSnapshot:
    """Return `order` as it is kept: the receiver masked, phones and ID numbers in the notes hidden."""
    plain = {name: getattr(order, name) for name in OrderSnapshot.__struct_fields__}
    plain["receiver"] = masked_name(order.receiver)
    plain["phone"] = masked_phone(order.phone)
    for name in ("buyer_note", "shop_note"):
        plain[name] = without_numbers(plain[name])
    return OrderSnapshot(**plain)


def without_numbers(words: str) -> str:
    """Return `words` with mobile phones masked and ID numbers hidden whole."""
    return masked_phones(_ID_NUMBER.sub("******", words))


def changes_between(before: OrderSnapshot, after: OrderSnapshot) -> list[Change]:
    """Return what differs, in the order of the fields."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in OrderSnapshot.__struct_fields__)
    return [Change(name, old, new) for name, old, new in pairs if old != new]


FIELDS: dict[str, Text] = {
    "status": Text(zh="状态", en="status"),
    "status_text": Text(zh="平台状态", en="platform's status"),
    "after_sale": Text(zh="售后", en="after-sale"),
    "after_sale_text": Text(zh="平台售后", en="platform's after-sale"),
    "shop": Text(zh="店铺", en="shop"),
    "product": Text(zh="商品", en="product"),
    "spec": Text(zh="规格", en="spec"),
    "product_id": Text(zh="商品 ID", en="product ID"),
    "sku_code": Text(zh="规格编码", en="SKU code"),
    "quantity": Text(zh="数量", en="quantity"),
    "paid_fen": Text(zh="实付", en="paid"),
    "refund_fen": Text(zh="退款", en="refund"),
    "grouped_at": Text(zh="成团时间", en="grouped at"),
    "promised_ship_by": Text(zh="承诺发货时间", en="promised ship time"),
    "shipped_at": Text(zh="发货时间", en="shipped at"),
    "received_at": Text(zh="签收时间", en="received at"),
    "courier": Text(zh="快递", en="courier"),
    "tracking_no": Text(zh="运单号", en="tracking number"),
    "receiver": Text(zh="收货人", en="receiver"),
    "phone": Text(zh="电话", en="phone"),
    "province": Text(zh="省份", en="province"),
    "buyer_note": Text(zh="买家留言", en="buyer's note"),
    "shop_note": Text(zh="店铺备注", en="shop's note"),
}
"""The fields of a snapshot in words."""

MONEY = ("paid_fen", "refund_fen")
TIMES = ("grouped_at", "promised_ship_by", "shipped_at", "received_at")

STATUS_WORDS: dict[str, Text] = {
    Status.UNPAID: Text(zh="待付款", en="unpaid"),
    Status.TO_SHIP: Text(zh="待发货", en="to ship"),
    Status.SHIPPED: Text(zh="已发货", en="shipped"),
    Status.RECEIVED: Text(zh="已签收", en="received"),
    Status.CANCELLED: Text(zh="已取消", en="cancelled"),
    Status.UNKNOWN: Text(zh="未知", en="unknown"),
}
AFTER_SALE_WORDS: dict[str, Text] = {
    AfterSale.NONE: Text(zh="无", en="none"),
    AfterSale.OPEN: Text(zh="售后中", en="open"),
    AfterSale.REFUNDING: Text(zh="退款中", en="refunding"),
    AfterSale.REFUNDED: Text(zh="已退款", en="refunded"),
    AfterSale.UNKNOWN: Text(zh="未知", en="unknown"),
}


def value_words(field: str, value: Any, shop_zone: tzinfo) -> Text:
    """Return a field's value in words; a dash where it is not known."""
    if value is None or value == "":
        return Text(zh="–", en="–")
    if field in TIMES:
        words = full_time(value, shop_zone)
        return Text(zh=words, en=words)
    if field in MONEY:
        words = format_price(value)
        return Text(zh=words, en=words)
    named = {"status": STATUS_WORDS, "after_sale": AFTER_SALE_WORDS}.get(field, {}).get(value)
    return named or Text(zh=str(value), en=str(value))


def full_time(at: Instant, shop_zone: tzinfo) -> str:
    """Return `2026-05-19 09:12:31`, as it stands on paper."""
    return f"{local(at, shop_zone):%Y-%m-%d %H:%M:%S}"
