"""Made-up Pinduoduo order files and the house on them, for tests that go the whole way. No real person's data."""

import csv
from collections.abc import Mapping
from pathlib import Path

from deskhelper.app import House
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.order import Order
from deskhelper.core.terms import ShopTerms
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock

NOW = "2026-05-19T12:00:00+08:00"
SHOP = "测试店"
HEADER = (
    "商品", "订单号", "订单状态", "用户实付金额(元)", "商品数量(件)", "收货人", "手机", "拼单成功时间",
    "承诺发货时间", "发货时间",
    "确认收货时间", "商品规格", "商家备注", "售后状态", "快递单号", "快递公司",
)  # fmt: skip
NUMBER = "260518-111111111110001"
TRACKING = "773000000000123"
COURIER = "中通快递"

WAITS = {
    "商品": "测试四件套", "订单号": NUMBER, "订单状态": "待发货", "用户实付金额(元)": "35.60", "商品数量(件)": "1",
    "收货人": "测**", "手机": "138****0001", "拼单成功时间": "2026-05-18 09:12:00",
    "承诺发货时间": "2026-05-20 09:12:00",
    "商品规格": "灰蓝 1.8m", "售后状态": "无售后或售后取消",
}  # fmt: skip
"""An order that waits for shipping, its promise not passed."""

LATE = {"承诺发货时间": "2026-05-19 09:00:00"}
DERIVED = {"承诺发货时间": ""}
DERIVED_LATE = {"承诺发货时间": "", "拼单成功时间": "2026-05-16 09:12:00"}
UNPROMISED = {"承诺发货时间": "", "拼单成功时间": ""}
SHIPPED = {"订单状态": "已发货，待收货", "发货时间": "2026-05-18 18:30:00"}
ONLINE = {**SHIPPED, "快递单号": TRACKING, "快递公司": COURIER}
NUMBER_ONLY = {"快递单号": TRACKING, "快递公司": COURIER}
RECEIVED = {**ONLINE, "订单状态": "已签收", "确认收货时间": "2026-05-19 10:00:00"}
REFUND_OPEN = {"售后状态": "售后处理中"}
REFUNDED = {"订单状态": "未发货，退款成功", "售后状态": "退款成功"}
UNPAID = {"订单状态": "待支付", "拼单成功时间": "", "承诺发货时间": ""}
CANCELLED = {"订单状态": "已取消"}


def at(words: str) -> int:
    """Return the instant of an ISO time in Shanghai."""
    return parse_iso(words, zone())


def order_file(folder: Path, *rows: Mapping[str, str], name: str = "orders_export2026-05-19-11-00-00.csv") -> Path:
    """Write an order file; each row says how it differs from WAITS."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for row in rows or ({},):
            cells = WAITS | row
            writer.writerow([f"{cells.get(column, '')}\t" for column in HEADER])
    return path


def house_on(folder: Path, now: str = NOW) -> House:
    """Return the house on `folder` at a fixed time."""
    return House(DataFolder(folder), FixedClock(at(now)))


def imported(house: House, *rows: Mapping[str, str], shop: str = SHOP) -> Order:
    """Import an order file with `rows` and return its first order."""
    file = order_file(house.folder.root / "files", *rows)
    report = house.imports.run(file, shop)
    assert report.new + report.updated + report.unchanged == len(rows or ({},))
    first = (rows or ({},))[0]
    return house.orders.find(first.get("订单号", NUMBER))


def settle(house: House, **terms: object) -> None:
    """Settle the shop's terms."""
    house.settings.change_terms("", ShopTerms(**terms))
