"""Made-up order files as the platform writes them, for tests that go the whole way. No real person's data."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

NOW = "2026-05-19T12:20:00+08:00"
HEADER = [
    "商品", "订单号", "订单状态", "用户实付金额(元)", "商品数量(件)", "收货人", "手机", "拼单成功时间", "承诺发货时间",
    "发货时间", "确认收货时间", "商品规格", "售后状态", "快递单号", "快递公司",
]  # fmt: skip
NO_AFTER_SALE = "无售后或售后取消"


def order_no(tail: str, day: str = "260517") -> str:
    """Return an order number that ends in `tail`."""
    return f"{day}-{tail.rjust(15, '1')}"


def row(
    tail: str,
    status: str = "待发货",
    *,
    promise: str = "2026-05-19 09:12:31",
    grouped: str = "2026-05-17 09:12:31",
    shipped: str = "",
    received: str = "",
    tracking_no: str = "",
    courier: str = "",
    after_sale: str = NO_AFTER_SALE,
    product: str = "法兰绒四件套加厚保暖",
    spec: str = "灰蓝 1.8m",
    paid: str = "35.60",
    receiver: str = "测试",
) -> list[str]:
    """Return one row of the platform's order file."""
    return [
        product, order_no(tail), status, paid, "1", receiver, "138****0001", grouped, promise, shipped, received, spec,
        after_sale, tracking_no, courier,
    ]  # fmt: skip


def shipped_row(tail: str, tracking_no: str = "773000000000123", courier: str = "中通快递") -> list[str]:
    """Return an order that left with its number online."""
    return row(tail, "已发货，待签收", shipped="2026-05-18 16:20:00", tracking_no=tracking_no, courier=courier)


def write(folder: Path, rows: list[list[str]], exported: str = "2026-05-19-12-00-00", tabs: bool = True) -> Path:
    """Write an order file the way the platform does: a TAB at the end of each cell, the export time in its name."""
    path = folder / f"{'0' * 32}orders_export{exported}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        writer.writerows([[f"{cell}\t" for cell in cells] if tabs else cells for cells in rows])
    return path


def many(count: int, start: datetime = datetime(2026, 5, 18, 8, 0)) -> list[list[str]]:
    """Return `count` orders that wait for shipping, one a minute, with tails from 0001 on."""
    return [
        row(
            f"{number:04d}",
            grouped=f"{start + timedelta(minutes=number):%Y-%m-%d %H:%M:%S}",
            promise=f"{start + timedelta(hours=48, minutes=number):%Y-%m-%d %H:%M:%S}",
        )
        for number in range(1, count + 1)
    ]
