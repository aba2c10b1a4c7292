"""Orders for the tests of the store, and the shortest way to import them."""

from collections.abc import Iterable
from typing import Any

from deskhelper.core.deadline import ShipTerms, ShipTermsOf
from deskhelper.core.imported import AfterSaleRecord, ImportedAfterSale, ImportedOrder, OrderColumns
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.terms import ShopTerms
from deskhelper.core.view import Listing, View
from deskhelper.storage.database import Database
from deskhelper.storage.order_import import OrderImport, WriteCounts
from deskhelper.storage.orders import OrderStore

NOW: Instant = 1_779_172_200
PROMISE_HOURS = 48
SHOP = "暖居家纺"
ALL_FIELDS = frozenset(Order.__struct_fields__)
AFTER_SALE_FIELDS = frozenset(AfterSaleRecord.__struct_fields__)
READINGS = {
    "重": "cz",
    "庆": "q",
    "催": "c",
    "发": "f",
    "货": "h",
    "张": "z",
    "伟": "w",
    "四": "s",
    "件": "j",
    "套": "t",
}


def initials_of(char: str) -> str:
    return READINGS.get(char, "")


def order(number: int | str = 1, **changes: Any) -> Order:
    """Return order `number`, grouped `number` hours ago where it is an integer, and waiting for shipping."""
    hours = number if isinstance(number, int) else 1
    order_no = f"260519-{number:015d}" if isinstance(number, int) else number
    values: dict[str, Any] = {
        "platform": "pdd",
        "shop": SHOP,
        "order_no": order_no,
        "status": Status.TO_SHIP,
        "status_text": "待发货",
        "product": "全棉四件套",
        "spec": "灰蓝,1.8m床",
        "product_id": "700000000001",
        "grouped_at": NOW - hours * HOUR,
    }
    return Order(**(values | changes))


def shipped(number: int | str = 1, **changes: Any) -> Order:
    values = {
        "status": Status.SHIPPED,
        "status_text": "已发货，待签收",
        "shipped_at": NOW - 600,
        "tracking_no": "YT1234567890",
        "courier": "圆通速递",
    }
    return order(number, **(values | changes))


def terms(**settled: Any) -> ShipTerms:
    """Return ship terms with the usual hours, and presales of at most 30 days."""
    return ShipTerms(ShopTerms(**{"promise_hours": PROMISE_HOURS} | settled), 30)


def usual_terms(_: str) -> ShipTerms:
    """Return the ship terms of any shop."""
    return terms()


def write(
    database: Database,
    orders: Iterable[Order],
    fields: frozenset[str] = ALL_FIELDS,
    exported_at: Instant | None = None,
    batch_size: int = 5000,
    shop: str = SHOP,
    ship_terms_of: ShipTermsOf = usual_terms,
) -> WriteCounts:
    """Import `orders` as one file."""
    rows = OrderColumns.of(ImportedOrder(row, one) for row, one in enumerate(orders, 2))
    with database.transaction():
        importing = OrderImport(database, initials_of, ship_terms_of)
        while len(rows):
            importing.write(rows.cut(batch_size), fields, exported_at, shop)
        return importing.finish()


def write_after_sales(
    database: Database,
    records: Iterable[AfterSaleRecord],
    fields: frozenset[str] = AFTER_SALE_FIELDS,
    exported_at: Instant | None = None,
    ship_terms_of: ShipTermsOf = usual_terms,
) -> WriteCounts:
    """Import `records` as one after-sales workbook."""
    with database.transaction():
        importing = OrderImport(database, initials_of, ship_terms_of)
        importing.write_after_sales(
            [ImportedAfterSale(row, record) for row, record in enumerate(records, 2)], fields, exported_at
        )
        return importing.finish()


def after_sale(number: int = 1, order_number: int = 1, **changes: Any) -> AfterSaleRecord:
    values: dict[str, Any] = {
        "platform": "pdd",
        "after_sale_no": f"AS{number}",
        "order_no": f"260519-{order_number:015d}",
        "after_sale": AfterSale.REFUNDING,
        "after_sale_text": "退款中",
        "refund_fen": 990,
        "applied_at": NOW - 300,
    }
    return AfterSaleRecord(**(values | changes))


def everything(view: View = View.ALL, **changes: Any) -> Listing:
    return Listing(view, NOW, **changes)


def stored(store: OrderStore, number: int = 1) -> Order:
    """Return order `number`, which must be stored."""
    found = store.get("pdd", f"260519-{number:015d}")
    assert found is not None
    return found


def mark_open_cases(database: Database, order_no: str, open_cases: int) -> None:
    """Have an order count so many open cases, as the cases themselves do."""
    database.execute("UPDATE orders SET open_cases = ? WHERE order_no = ?", (open_cases, order_no))


def numbers(store: OrderStore, listing: Listing, offset: int = 0, limit: int = 10_000) -> list[int]:
    """Return the order numbers of a page as integers."""
    return [int(line.order.order_no[7:]) for line in store.page(listing, offset, limit)]


def contents(database: Database) -> list[tuple[Any, ...]]:
    """Return everything that the database holds, to compare before and after."""
    tables = [
        row[0]
        for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRT%'")
    ]
    kept = [tuple(database.rows(f'SELECT * FROM "{table}"')) for table in sorted(tables)]
    return [*kept, tuple(database.rows("SELECT name, sql FROM sqlite_master ORDER BY name"))]
