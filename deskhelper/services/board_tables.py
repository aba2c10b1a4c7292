"""The boards as plain tables, for files and for the command line: the same columns in both."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from deskhelper.core.alerts import AlertKind
from deskhelper.core.anomaly import BY_GRAVITY
from deskhelper.core.errors import WorldError
from deskhelper.core.moments import HOUR, iso
from deskhelper.core.order import AfterSale
from deskhelper.core.stock import StockState
from deskhelper.core.text import Lang, Text
from deskhelper.exchange.saved_table import save_table
from deskhelper.exchange.workbook import TableCell
from deskhelper.services.boards import BoardService
from deskhelper.services.stock import StockService, not_counted

Section = Literal["late", "parcels", "alerts", "stock"]
SECTIONS: tuple[Section, ...] = ("late", "parcels", "alerts", "stock")
BATCH = 500

COLUMNS: dict[Section, dict[str, Text]] = {
    "late": {
        "order_no": Text(zh="订单号", en="Order number"),
        "product": Text(zh="商品", en="Product"),
        "amount_yuan": Text(zh="实付（元）", en="Paid (yuan)"),
        "ordered_at": Text(zh="下单时间", en="Ordered at"),
        "ship_by": Text(zh="承诺发货时间", en="Promised ship time"),
        "hours_late": Text(zh="逾期小时", en="Hours late"),
        "after_sale": Text(zh="售后状态", en="After-sale status"),
        "stake_yuan": Text(zh="可能赔付（元）", en="At stake (yuan)"),
        "platform": Text(zh="平台", en="Platform"),
        "shop": Text(zh="店铺", en="Shop"),
    },
    "parcels": {
        "order_no": Text(zh="订单号", en="Order number"),
        "rule": Text(zh="规则", en="Rule"),
        "reason": Text(zh="情况", en="What it is"),
        "since": Text(zh="从何时起", en="Since"),
        "courier": Text(zh="快递公司", en="Courier"),
        "tracking_no": Text(zh="运单号", en="Tracking number"),
        "shipped_at": Text(zh="发货时间", en="Shipped at"),
        "product": Text(zh="商品", en="Product"),
        "platform": Text(zh="平台", en="Platform"),
        "shop": Text(zh="店铺", en="Shop"),
    },
    "alerts": {
        "kind": Text(zh="问题", en="What is said"),
        "product": Text(zh="商品", en="Product"),
        "product_id": Text(zh="商品 ID", en="Product ID"),
        "orders": Text(zh="订单数", en="Orders"),
        "is_seen": Text(zh="已看过", en="Seen"),
        "order_no": Text(zh="订单号", en="Order number"),
        "spec": Text(zh="规格", en="Variant"),
        "at": Text(zh="时间", en="At"),
        "platform": Text(zh="平台", en="Platform"),
    },
    "stock": {
        "product": Text(zh="商品", en="Product"),
        "spec": Text(zh="规格", en="Variant"),
        "product_id": Text(zh="商品 ID", en="Product ID"),
        "sku_code": Text(zh="商家编码", en="Merchant code"),
        "counted": Text(zh="盘点数", en="Counted"),
        "counted_at": Text(zh="盘点时间", en="Counted at"),
        "on_hand": Text(zh="现有", en="On hand"),
        "needed": Text(zh="待发需要", en="Needed"),
        "free": Text(zh="可用", en="Free"),
        "days_left": Text(zh="还能卖几天", en="Days left"),
        "warn_at": Text(zh="预警数", en="Warn at"),
        "state": Text(zh="状态", en="State"),
    },
}
"""The columns of each board by name, as files show them."""

KIND_WORDS = {
    AlertKind.RATED_ONE: Text(zh="1 星评价", en="rated 1"),
    AlertKind.WRONG_ITEM: Text(zh="发错货", en="wrong item"),
    AlertKind.EMPTY_PARCEL: Text(zh="空包或少件", en="empty parcel or missing goods"),
    AlertKind.QUALITY: Text(zh="质量问题", en="quality"),
}
RULE_WORDS = {
    "D-LOGI-1": Text(zh="查不到物流", en="no information"),
    "D-LOGI-2": Text(zh="揽收后没动静", en="silent after the pick-up"),
    "D-LOGI-3": Text(zh="重复揽收", en="repeated pick-up"),
    "D-LOGI-4": Text(zh="迟迟不到", en="slow or abnormal"),
    "D-LOGI-5": Text(zh="揽收超时", en="pick-up overdue"),
    "D-LOGI-6": Text(zh="运输停滞", en="transit overdue"),
    "D-LOGI-7": Text(zh="派送超时", en="delivery overdue"),
}
STATE_WORDS = {
    StockState.SHORT: Text(zh="不够发", en="short"),
    StockState.LOW: Text(zh="快没了", en="low"),
    StockState.ENOUGH: Text(zh="够", en="enough"),
}
NOT_COUNTED = Text(zh="没盘点", en="not counted")
AFTER_SALE_WORDS = {
    AfterSale.NONE: Text(zh="无", en="none"),
    AfterSale.OPEN: Text(zh="售后中", en="open"),
    AfterSale.REFUNDING: Text(zh="退款中", en="refunding"),
    AfterSale.REFUNDED: Text(zh="已退款", en="refunded"),
    AfterSale.UNKNOWN: Text(zh="未知", en="unknown"),
}
Cells = dict[str, TableCell]


def rule_words(place: int) -> Text:
    """Return what the rule at a place of BY_GRAVITY is called; the place after them is D-LOGI-4 without a trace."""
    if place >= len(BY_GRAVITY):
        return Text(zh="没查物流，迟迟不到", en="slow, no trace looked up")
    return RULE_WORDS[BY_GRAVITY[place]]


class BoardTables:
    """The boards as rows of cells, and as files; it stays on the thread whose connection `boards` has."""

    def __init__(self, boards: BoardService, stock: StockService, lang: Lang) -> None:
        self._boards = boards
        self._stock = stock
        self._lang = lang

    def save(self, section: Section, path: Path) -> int:
        """Write a board as XLSX or CSV by the ending of `path`; return how many rows. Raises WorldError."""
        columns = COLUMNS[section]
        header = [text.within(self._lang) for text in columns.values()]
        return save_table(path, header, ([row[name] for name in columns] for row in self.rows(section)))

    def rows(self, section: Section, plain: bool = False) -> Iterator[Cells]:
        """Yield the rows of a board; `plain`: times as ISO 8601 and ids of kinds and rules instead of words."""
        makers: dict[Section, Callable[[bool], Iterator[Cells]]] = {
            "late": self._late, "parcels": self._parcels, "alerts": self._alerts, "stock": self._goods,
        }  # fmt: skip
        return makers[section](plain)

    def _late(self, plain: bool) -> Iterator[Cells]:
        board = self._boards.read_late()
        for start in range(0, len(board.ids), BATCH):
            for row in self._boards.late_rows(board.ids[start : start + BATCH]):
                order = row.line.order
                state = order.after_sale
                yield {
                    "order_no": order.order_no,
                    "product": f"{order.product} {order.spec}".strip(),
                    "amount_yuan": _yuan(order.paid_fen),
                    "ordered_at": self._time(order.grouped_at or order.paid_at, plain),
                    "ship_by": self._time(row.line.ship_by, plain),
                    "hours_late": -row.left // HOUR if row.left < 0 else 0,
                    "after_sale": state.value if plain else AFTER_SALE_WORDS[state].within(self._lang),
                    "stake_yuan": _yuan(row.stake_fen),
                    "platform": order.platform,
                    "shop": order.shop,
                }

    def _parcels(self, plain: bool) -> Iterator[Cells]:
        board = self._boards.read_parcels()
        for start in range(0, len(board.ids), BATCH):
            for row in self._boards.parcel_rows(board.ids[start : start + BATCH]):
                order, first = row.line.order, next(iter(row.fired), None)
                rule = first.rule if first else ""
                yield {
                    "order_no": order.order_no,
                    "rule": rule if plain or not rule else f"{RULE_WORDS[rule].within(self._lang)} {rule}",
                    "reason": first.reason.within(self._lang) if first else "",
                    "since": self._time(first.since if first else None, plain),
                    "courier": row.courier,
                    "tracking_no": order.tracking_no,
                    "shipped_at": self._time(order.shipped_at, plain),
                    "product": f"{order.product} {order.spec}".strip(),
                    "platform": order.platform,
                    "shop": order.shop,
                }

    def _alerts(self, plain: bool) -> Iterator[Cells]:
        for alert in self._boards.read_alerts().alerts:
            for report in alert.reports:
                yield {
                    "kind": alert.kind.value if plain else KIND_WORDS[alert.kind].within(self._lang),
                    "product": alert.goods.title,
                    "product_id": alert.goods.product_id,
                    "orders": len(alert.reports),
                    "is_seen": int(alert.is_seen),
                    "order_no": report.order.order_no,
                    "spec": report.goods.spec,
                    "at": self._time(report.at, plain),
                    "platform": report.order.platform,
                }

    def _goods(self, plain: bool) -> Iterator[Cells]:
        board = self._stock.read()
        for level in [*board.levels, *(not_counted(goods, needed) for goods, needed in board.uncounted)]:
            goods, is_counted, lasts = level.row.goods, bool(level.row.id), level.days_left
            state: str | None = level.state.value if is_counted else None
            if not plain:
                words = STATE_WORDS[level.state] if is_counted else NOT_COUNTED
                state = words.within(self._lang)
            yield {
                "product": goods.title,
                "spec": goods.spec,
                "product_id": goods.product_id,
                "sku_code": goods.sku_code,
                "counted": level.row.quantity if is_counted else None,
                "counted_at": self._time(level.row.counted_at if is_counted else None, plain),
                "on_hand": level.on_hand if is_counted else None,
                "needed": level.moved.needed,
                "free": level.free if is_counted else None,
                "days_left": None if lasts is None else round(lasts, 1),
                "warn_at": level.row.warn_at,
                "state": state,
            }

    def _time(self, at: int | None, plain: bool) -> str | None:
        if at is None:
            return None
        words = iso(at, self._boards.zone)
        return words if plain or words is None else words[:16].replace("T", " ")


def section_named(name: str) -> Section:
    """Return the board called `name`. Raises WorldError `board_unknown`."""
    found = next((section for section in SECTIONS if section == name.strip().lower()), None)
    if found is None:
        raise WorldError("board_unknown", board=name, known=", ".join(SECTIONS))
    return found


def _yuan(fen: int | None) -> float | None:
    return None if fen is None else fen / 100
