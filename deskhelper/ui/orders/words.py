"""What the list and the card say about an order, and in which tone."""

from datetime import tzinfo
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskhelper.core.moments import DAY, HOUR, Instant, duration, short_time
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.text import Lang
from deskhelper.core.view import OrderLine, SortKey, View
from deskhelper.ui.kit.tone import Tone

translate = QCoreApplication.translate
TAIL = 4
LONG = 2 * DAY
"""From here on a countdown is told in days."""


class Tag(Struct, frozen=True):
    """A few words in a tone. `is_derived`: the time behind them was reckoned, not read."""

    words: str
    tone: Tone = Tone.NEUTRAL
    is_derived: bool = False


_STATUS_WORDS: dict[Status, Any] = {
    Status.UNPAID: QT_TRANSLATE_NOOP("Orders", "Unpaid"),
    Status.TO_SHIP: QT_TRANSLATE_NOOP("Orders", "To ship"),
    Status.SHIPPED: QT_TRANSLATE_NOOP("Orders", "Shipped"),
    Status.RECEIVED: QT_TRANSLATE_NOOP("Orders", "Received"),
    Status.CANCELLED: QT_TRANSLATE_NOOP("Orders", "Cancelled"),
}


def status_tag(order: Order) -> Tag:
    """Return where `order` stands; an unknown status in the platform's own words."""
    words = _STATUS_WORDS.get(order.status)
    if words is not None:
        return Tag(translate("Orders", words))
    return Tag(order.status_text or translate("Orders", "Unknown status"), Tone.WARN)


def after_sale_tag(order: Order) -> Tag | None:
    """Return where the refund or return of `order` stands, None where there is none."""
    match order.after_sale:
        case AfterSale.NONE:
            return None
        case AfterSale.OPEN:
            return Tag(translate("Orders", "After-sale"), Tone.WARN)
        case AfterSale.REFUNDING:
            return Tag(translate("Orders", "Refunding"), Tone.BAD)
        case AfterSale.REFUNDED:
            return Tag(translate("Orders", "Refunded"))
    return Tag(order.after_sale_text or translate("Orders", "Unknown after-sale"), Tone.WARN)


def awaits_shipping(line: OrderLine) -> bool:
    """Tell whether a deadline runs: the order is to be shipped and its money was not given back."""
    order = line.order
    return line.ship_by is not None and order.status is Status.TO_SHIP and order.after_sale is not AfterSale.REFUNDED


def countdown_tag(line: OrderLine, now: Instant, due_hours: int) -> Tag | None:
    """Return the short countdown for a list, such as `逾期 3:08` or `剩 6 天`; None where no deadline runs."""
    if line.ship_by is None or not awaits_shipping(line):
        return None
    left = line.ship_by - now
    time = _short_span(abs(left))
    words = translate("Orders", "{time} left") if left >= 0 else translate("Orders", "{time} late")
    return Tag(words.format(time=time), deadline_tone(left, due_hours), line.ship_by_is_derived)


def deadline_tag(line: OrderLine, now: Instant, due_hours: int, lang: Lang) -> Tag | None:
    """Return the countdown in whole words for the card, such as `已逾期 3 小时 8 分`; None where no deadline runs."""
    if line.ship_by is None or not awaits_shipping(line):
        return None
    left = line.ship_by - now
    words = translate("Orders", "{time} left to ship") if left >= 0 else translate("Orders", "{time} overdue")
    return Tag(words.format(time=duration(left, lang)), deadline_tone(left, due_hours), line.ship_by_is_derived)


def deadline_tone(left: int, due_hours: int) -> Tone:
    """Return bad past the deadline, warn in the last `due_hours`."""
    if left < 0:
        return Tone.BAD
    return Tone.WARN if left < due_hours * HOUR else Tone.NEUTRAL


def tail(order_no: str) -> str:
    """Return the end of an order number as agents and buyers say it: `…4268`."""
    return f"…{order_no[-TAIL:]}" if len(order_no) > TAIL else order_no


def spec_words(order: Order) -> str:
    """Return the variant and the quantity: `灰蓝 1.8m × 2`."""
    return f"{order.spec} × {order.quantity}".strip()


def last_time(order: Order, shop_zone: tzinfo) -> str:
    """Return the latest time known of an order without a countdown, empty where none is."""
    for instant in (order.received_at, order.shipped_at, order.grouped_at, order.paid_at):
        if instant is not None:
            return short_time(instant, shop_zone)
    return ""


def parcel_words(order: Order) -> str:
    """Return courier and tracking number, empty where there is no parcel yet."""
    return f"{order.courier} {order.tracking_no}".strip()


def view_name(view: View) -> str:
    """Return the name of a saved view."""
    return {
        View.TO_SHIP: translate("Orders", "To ship"),
        View.DUE: translate("Orders", "Due soon"),
        View.OVERDUE: translate("Orders", "Overdue"),
        View.SHIPPED: translate("Orders", "Shipped"),
        View.AFTER_SALE: translate("Orders", "After-sale"),
        View.WITH_CASE: translate("Orders", "In progress"),
        View.ALL: translate("Orders", "All orders"),
    }[view]


def sort_name(key: SortKey) -> str:
    """Return what a list is sorted by."""
    return {
        SortKey.TIME: translate("Orders", "Order time"),
        SortKey.DEADLINE: translate("Orders", "Time left"),
        SortKey.NUMBER: translate("Orders", "Order number"),
        SortKey.STATUS: translate("Orders", "Status"),
        SortKey.PRODUCT: translate("Orders", "Product"),
        SortKey.AMOUNT: translate("Orders", "Amount"),
        SortKey.AFTER_SALE: translate("Orders", "After-sale state"),
        SortKey.COURIER: translate("Orders", "Courier"),
    }[key]


def _short_span(seconds: int) -> str:
    if seconds >= LONG:
        return translate("Orders", "{days} days").format(days=seconds // DAY)
    return f"{seconds // HOUR}:{seconds // 60 % 60:02d}"
