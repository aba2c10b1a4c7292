"""Made-up orders in the shape of a Pinduoduo shop, seeded: as core rows, and as a CSV in the common export's columns.

`python -m tests.benchmarks.make_orders FILE [--rows N] [--varied]` writes the CSV. `varied` makes what is hard for a
search index: every receiver and 200,000 specs distinct, plain names and phones.
"""

import argparse
import csv
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from deskhelper.core.moments import DAY, HOUR, local, zone
from deskhelper.core.order import AfterSale, Order, Status

ROWS = 1_000_000
NOW = int(datetime.fromisoformat("2026-05-19T14:30:00+08:00").timestamp())
DAYS = 365
SHOP = "暖居家纺旗舰店"

_COLOURS = ["灰蓝", "米白", "藏青", "豆绿", "樱粉", "焦糖", "浅灰", "墨绿", "杏色", "雾紫"]
_STUFFS = ["全棉", "水洗棉", "磨毛", "天丝", "牛奶绒", "亚麻", "珊瑚绒", "纱布"]
_THINGS = [
    "四件套",
    "三件套",
    "床笠",
    "被套",
    "枕套",
    "夏凉被",
    "毛毯",
    "床单",
    "抱枕",
    "窗帘",
    "桌布",
    "收纳箱",
    "浴巾",
    "地垫",
    "沙发垫",
]
_ADDED = ["加厚", "简约", "ins风", "儿童", "学生宿舍", "双人", "可机洗", "重庆发货", "北欧", "A类"]
_SIZES = ["1.2m床", "1.5m床", "1.8m床", "2.0m床", "200x230cm", "150x200cm", "单只装", "两条装"]
_COURIERS = ["中通快递", "圆通速递", "韵达快递", "申通快递", "极兔速递", "顺丰速运", "邮政快递包裹"]
_PREFIX = dict(zip(_COURIERS, ["78", "YT", "43", "77", "JT", "SF", "98"], strict=True))
_FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀英霞平刚桂子涵梓轩欣怡浩然雨桐思宇佳琪建国海燕"
_PROVINCES = [
    "广东省",
    "浙江省",
    "江苏省",
    "山东省",
    "河南省",
    "四川省",
    "湖北省",
    "湖南省",
    "河北省",
    "安徽省",
    "福建省",
    "重庆市",
]
FIELDS = frozenset(Order.__struct_fields__) - {"platform", "shop"}

HEADER = [
    "商品", "订单号", "订单状态", "商品总价(元)", "邮费(元)", "用户实付金额(元)", "商家实收金额(元)",
    "商品数量(件)", "收货人", "手机", "省", "支付时间", "拼单成功时间", "承诺发货时间", "发货时间",
    "确认收货时间", "商品id", "商品规格", "商家编码-SKU维度", "商家备注", "售后状态", "快递单号", "快递公司",
    "买家留言",
]  # fmt: skip
_STATUS_TEXT = {
    Status.UNPAID: "待支付",
    Status.TO_SHIP: "待发货",
    Status.SHIPPED: "已发货，待签收",
    Status.RECEIVED: "已签收",
    Status.CANCELLED: "已取消",
}
_AFTER_SALE_TEXT = {
    AfterSale.NONE: "无售后或售后取消",
    AfterSale.OPEN: "售后处理中",
    AfterSale.REFUNDING: "退款中",
    AfterSale.REFUNDED: "退款成功",
}


def make_orders(rows: int = ROWS, seed: int = 20260519, is_varied: bool = False) -> Iterator[Order]:
    """Yield `rows` orders of one shop over a year, newest first as the platform exports them."""
    chance = random.Random(seed)
    goods = _goods(chance, 200_000 if is_varied else 3000)
    buyers = [_buyer(chance) for _ in range(1 if is_varied else max(1, rows * 3 // 10))]
    for place in range(rows):
        moment = NOW - place * DAYS * DAY // rows
        name, phone = _buyer(chance, place) if is_varied else chance.choice(buyers)
        yield _order(chance, moment, chance.choice(goods), name, phone, is_varied)


def _goods(chance: random.Random, count: int) -> list[tuple[str, str, str, str]]:
    goods = []
    for place in range(count):
        thing, stuff, added = chance.choice(_THINGS), chance.choice(_STUFFS), chance.sample(_ADDED, 3)
        title = f"{stuff}{thing}{added[0]}{added[1]}床上用品{added[2]}{place // 12 % 250}款"
        spec = f"{chance.choice(_COLOURS)}【{thing}】,{chance.choice(_SIZES)}{place if count > 3000 else ''}"
        goods.append((title, spec, str(700_000_000_000 + place // 12), f"HJ-{place:05d}"))
    return goods


def _buyer(chance: random.Random, place: int = -1) -> tuple[str, str]:
    name = chance.choice(_FAMILY) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))
    if place >= 0:
        name += chr(0x4E00 + place % 20000) + chr(0x4E00 + place // 20000)
    return name, f"100{chance.randrange(10**8):08d}"


def _order(
    chance: random.Random, moment: int, product: tuple[str, str, str, str], name: str, phone: str, is_varied: bool
) -> Order:
    age = NOW - moment
    status, after_sale = _state(chance, age)
    has_left = status in (Status.SHIPPED, Status.RECEIVED)
    shipped_at = min(moment + chance.randrange(2, 46) * HOUR, NOW) if has_left else None
    courier = chance.choice(_COURIERS) if has_left else ""
    if status is not Status.TO_SHIP and not is_varied:
        name, phone = name[0] + "*" * (len(name) - 1), f"{phone[:3]}****{phone[-4:]}"
    quantity, price = chance.choice((1, 1, 1, 2, 3)), chance.randrange(990, 29900, 10)
    return Order(
        platform="pdd",
        shop=SHOP,
        order_no=f"{local(moment, zone()):%y%m%d}-{chance.randrange(10**15):015d}",
        status=status,
        status_text=_STATUS_TEXT[status],
        after_sale=after_sale,
        after_sale_text=_AFTER_SALE_TEXT[after_sale],
        product=product[0],
        spec=product[1],
        product_id=product[2],
        sku_code=product[3],
        quantity=quantity,
        paid_fen=price * quantity,
        paid_at=None if status is Status.UNPAID else moment - 30,
        grouped_at=None if status is Status.UNPAID else moment,
        promised_ship_by=moment + 48 * HOUR if status is not Status.UNPAID and chance.random() < 0.7 else None,
        shipped_at=shipped_at,
        received_at=shipped_at + 3 * DAY if shipped_at and status is Status.RECEIVED else None,
        courier=courier,
        tracking_no=f"{_PREFIX[courier]}{chance.randrange(10**13):013d}" if courier else "",
        receiver=name,
        phone=phone,
        province=chance.choice(_PROVINCES),
        buyer_note="请尽快发货" if chance.random() < 0.03 else "",
        shop_note="已催仓库" if chance.random() < 0.02 else "",
    )


def _state(chance: random.Random, age: int) -> tuple[Status, AfterSale]:
    """Return a state that fits an order of `age` seconds: about 3 % wait for shipping, 4 % are on their way."""
    draw = chance.random()
    if draw < 0.04:
        return Status.CANCELLED, AfterSale.REFUNDED if draw < 0.02 else AfterSale.NONE
    if age < 3600 and draw < 0.1:
        return Status.UNPAID, AfterSale.NONE
    after_sale = AfterSale.NONE
    if draw > 0.97:
        after_sale = AfterSale.REFUNDED if age > 20 * DAY else chance.choice((AfterSale.OPEN, AfterSale.REFUNDING))
    if age < 11 * DAY + chance.randrange(2 * DAY):
        return Status.TO_SHIP, after_sale
    if age < 26 * DAY + chance.randrange(4 * DAY):
        return Status.SHIPPED, after_sale
    return Status.RECEIVED, after_sale


def _time(moment: int | None) -> str:
    return "" if moment is None else f"{local(moment, zone()):%Y-%m-%d %H:%M:%S}"


def _yuan(fen: int | None) -> str:
    return "" if fen is None else f"{fen // 100}.{fen % 100:02d}"


def cells(order: Order) -> list[str]:
    """Return the cells of an order under HEADER, each with the TAB that the platform puts at its end."""
    yuan = _yuan(order.paid_fen)
    row = [
        order.product, order.order_no, order.status_text, yuan, "0.00", yuan, yuan, str(order.quantity), order.receiver,
        order.phone, order.province, _time(order.paid_at), _time(order.grouped_at), _time(order.promised_ship_by),
        _time(order.shipped_at), _time(order.received_at), order.product_id, order.spec, order.sku_code,
        order.shop_note, order.after_sale_text, order.tracking_no, order.courier, order.buyer_note,
    ]  # fmt: skip
    return [f"{cell}\t" for cell in row]


def write_csv(orders: Iterator[Order], target: Path) -> None:
    """Write `orders` to `target` as the platform's CSV (UTF-8 with BOM)."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(map(cells, orders))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write made-up orders as a CSV.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--varied", action="store_true")
    asked = parser.parse_args()
    write_csv(make_orders(asked.rows, is_varied=asked.varied), asked.file)
