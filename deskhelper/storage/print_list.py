"""The orders to ship, as the list for the warehouse has them (D-PRO-2)."""

from deskhelper.core.batches import PrintLine
from deskhelper.core.order import AfterSale
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import AFTER_SALE_RANK, REFUNDED, TO_SHIP

_LINES = f"""
SELECT o.order_no, s.name, p.title, p.spec, p.sku_code, o.quantity, o.ship_by, o.receiver, o.buyer_note, o.shop_note,
       o.after_sale <> {AFTER_SALE_RANK[AfterSale.NONE]}
FROM orders o INDEXED BY orders_status JOIN products p ON p.id = o.product JOIN shops s ON s.id = o.shop
WHERE o.status = {TO_SHIP} AND o.after_sale <> {REFUNDED} AND o.tracking_no = ''
"""


def lines_to_print(database: Database) -> list[PrintLine]:
    """Return every order that waits for shipping and has no tracking number yet; one in after-sale is held."""
    return [
        PrintLine(
            order_no=row[0], shop=row[1], product=row[2], spec=row[3], sku_code=row[4], quantity=row[5], ship_by=row[6],
            receiver=row[7], buyer_note=row[8], shop_note=row[9], held=bool(row[10]),
        )
        for row in database.rows(_LINES)
    ]  # fmt: skip
