"""Made-up orders for the tests of the list and the card."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from deskhelper.core.moments import HOUR, Instant, zone
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.view import OrderLine

ZONE = zone()
NOW: Instant = int(datetime(2026, 5, 19, 12, 20, tzinfo=ZONE).timestamp())


def order(number: int = 4268, **fields: Any) -> Order:
    given: dict[str, Any] = {
        "platform": "pinduoduo",
        "shop": "暖居家纺店",
        "order_no": f"260517-{number:015d}",
        "status": Status.TO_SHIP,
        "product": "法兰绒四件套加厚保暖",
        "spec": "灰蓝 1.8m",
        "quantity": 2,
        "paid_fen": 3560,
        "grouped_at": NOW - 51 * HOUR,
    }
    return Order(**(given | fields))


def line(number: int = 4268, left: int | None = None, **fields: Any) -> OrderLine:
    """Return a line whose deadline is `left` seconds ahead; fields of the line or of the order."""
    of_line = {name: fields.pop(name) for name in ("open_cases", "noted", "ship_by_is_derived") if name in fields}
    ship_by = None if left is None else NOW + left
    return OrderLine(number, order(number, **fields), ship_by, **of_line)


class Shelf:
    """A list of lines that counts how often and how much it is asked for."""

    def __init__(self, lines: Sequence[OrderLine]) -> None:
        self.lines = list(lines)
        self.asked: list[tuple[int, int]] = []

    def fetch(self, offset: int, limit: int) -> Sequence[OrderLine]:
        self.asked.append((offset, limit))
        return self.lines[offset : offset + limit]


def mixed_lines() -> list[OrderLine]:
    """Return one order of every kind that looks different."""
    parcel = {"courier": "中通快递", "tracking_no": "75312345678901", "shipped_at": NOW - 20 * HOUR}
    return [
        line(1, -3 * HOUR, ship_by_is_derived=True),
        line(2, HOUR, noted=True, open_cases=1),
        line(3, 30 * HOUR, after_sale=AfterSale.REFUNDING, product="加厚垃圾袋家用手提式大号黑色厨房用一次性" * 3),
        line(4, status=Status.SHIPPED, after_sale=AfterSale.OPEN, **parcel),
        line(5, status=Status.RECEIVED, received_at=NOW - HOUR, **parcel),
        line(6, status=Status.UNKNOWN, status_text="部分发货，等待揽收", paid_fen=None, spec=""),
        line(7, status=Status.CANCELLED, after_sale=AfterSale.REFUNDED, grouped_at=None),
        line(8, status=Status.UNPAID, after_sale=AfterSale.UNKNOWN, after_sale_text="平台处理"),
    ]
