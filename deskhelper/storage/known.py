"""What is stored beside an order, in one statement: it is read at every switch of order and at every answer."""

import msgspec

from deskhelper.core.known import Known
from deskhelper.core.marks import OrderMarks
from deskhelper.core.order import Order
from deskhelper.storage.database import Database
from deskhelper.storage.traces import TRACE_COLUMNS, key_of, order_key, trace_of

_READ = f"""
SELECT {TRACE_COLUMNS},
    (SELECT marks FROM order_marks WHERE order_no = :order_no AND platform = :platform),
    (SELECT coalesce(sum(fen), 0) FROM promises WHERE order_no = :order_no AND platform = :platform
        AND closed_at IS NULL AND kind IN ('coupon', 'compensation')),
    (SELECT reason FROM after_sales WHERE order_no = :order_no AND platform = :platform AND reason <> ''
        ORDER BY applied_at DESC, after_sale_no DESC LIMIT 1)
FROM (SELECT 1) LEFT JOIN traces ON parcel IN (:parcel, :order)
ORDER BY parcel = :parcel DESC LIMIT 1
"""
_MARKS = msgspec.json.Decoder(OrderMarks)


class KnownStore:
    """Reads what is known beside an order over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_order(self, order: Order) -> Known:
        """Return trace, marks, what the shop owes and why an after-sale was opened; without figures and regions."""
        values = {
            "order_no": order.order_no, "platform": order.platform, "parcel": key_of(order),
            "order": order_key(order.platform, order.order_no),
        }  # fmt: skip
        ((*trace, marks, owed, reason),) = self._database.rows(_READ, values)
        return Known(
            trace=trace_of(trace),
            marks=OrderMarks() if marks is None else _MARKS.decode(marks),
            owed_fen=owed,
            after_sale_reason=reason or "",
        )
