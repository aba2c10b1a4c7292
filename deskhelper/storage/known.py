"""What is stored beside an order, in one statement: it is read at every switch of order and at every answer."""

import msgspec

from deskhelper.core.broken import Binding
from deskhelper.core.known import Known
from deskhelper.core.marks import OrderMarks
from deskhelper.core.number_reuse import OtherOrder
from deskhelper.core.order import Order
from deskhelper.storage.database import Database
from deskhelper.storage.traces import TRACE_COLUMNS, key_of, order_key, trace_of

OTHERS = 100
"""So many other orders with one tracking number are read, the newest ones."""

_READ = f"""
SELECT {TRACE_COLUMNS},
    (SELECT marks FROM order_marks WHERE order_no = :order_no AND platform = :platform),
    (SELECT coalesce(sum(fen), 0) FROM promises WHERE order_no = :order_no AND platform = :platform
        AND closed_at IS NULL AND kind IN ('coupon', 'compensation')),
    (SELECT json_group_array(json_array(kind, text, due_at, fen, fulfilled_at, answered_by,
        json(iif(waits, 'true', 'false')))) FROM promises
        WHERE order_no = :order_no AND platform = :platform AND closed_at IS NULL),
    (SELECT reason FROM after_sales WHERE order_no = :order_no AND platform = :platform AND reason <> ''
        ORDER BY applied_at DESC, after_sale_no DESC LIMIT 1),
    (SELECT json_group_array(json_array(platform, order_no, receiver, phone, sent_at, courier)) FROM (
        SELECT o.platform, o.order_no, o.receiver, o.phone,
            coalesce(o.shipped_at, o.grouped_at, o.paid_at) AS sent_at, c.text AS courier
        FROM orders o JOIN couriers c ON c.id = o.courier
        WHERE o.tracking_no <> '' AND o.tracking_no COLLATE NOCASE = :tracking_no
            AND (o.order_no, o.platform) <> (:order_no, :platform)
        ORDER BY o.id DESC LIMIT {OTHERS}))
FROM (SELECT 1) LEFT JOIN traces ON parcel IN (:parcel, :order)
ORDER BY parcel = :parcel DESC LIMIT 1
"""
_MARKS = msgspec.json.Decoder(OrderMarks)
_BINDINGS = msgspec.json.Decoder(tuple[Binding, ...])
_OTHERS = msgspec.json.Decoder(tuple[OtherOrder, ...])


class KnownStore:
    """Reads what is known beside an order over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_order(self, order: Order) -> Known:
        """Return trace, marks, debts, promises, the reason of an after-sale, orders under the same tracking number."""
        values = {
            "order_no": order.order_no, "platform": order.platform, "parcel": key_of(order),
            "order": order_key(order.platform, order.order_no), "tracking_no": order.tracking_no,
        }  # fmt: skip
        ((*trace, marks, owed, promises, reason, others),) = self._database.rows(_READ, values)
        return Known(
            trace=trace_of(trace),
            marks=OrderMarks() if marks is None else _MARKS.decode(marks),
            owed_fen=owed,
            after_sale_reason=reason or "",
            promises=() if promises == "[]" else _BINDINGS.decode(promises),
            same_number=_OTHERS.decode(others),
        )
