"""Many clean rows of an order file at a time → orders.

Column by column, so that a million rows take seconds: one look at a joined column replaces a thousand looks at
cells. What is odd in any way is not dealt with here: the rows are halved until the odd one stands alone, and that one
is read with care by `OrderRows`, which notes every refusal.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from deskhelper.core.export_profile import CHECKED_COLUMNS, ORDER_COLUMNS, ExportProfile
from deskhelper.core.imported import ImportedOrder, OrderColumns
from deskhelper.core.order import Order, Status
from deskhelper.exchange.cells import NOTHING
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.orders import OrderRows

FEW = 8
"""So few rows are read with care rather than halved again."""

SHORTEST_NO = 10
_ODD_SIGNS = "+=':："
_LOST_SIGNS = (*_ODD_SIGNS, ".")
_NUMBERS = ("product_id", "tracking_no", "phone")
_MAY_SAY_NOTHING = ("tracking_no", "courier", "spec")
_TEXTS = (
    "order_no", "shop", "product", "spec", "product_id", "sku_code",
    "courier", "tracking_no", "receiver", "phone", "province", "buyer_note", "shop_note",
)  # fmt: skip
_TIMES = ("paid_at", "grouped_at", "promised_ship_by", "shipped_at", "received_at")
_OF_PAYMENT = (
    "platform", "shop", "order_no", "status", "after_sale", "paid_at", "grouped_at", "paid_at_is_derived",
)  # fmt: skip

Cells = Sequence[str]


class OddRowError(Exception):
    """Something among the rows is not as it mostly is."""


class OrderChunks:
    """Reads chunks of rows of one file."""

    def __init__(self, profile: ExportProfile, columns: Columns, careful: OrderRows) -> None:
        self._platform = profile.platform
        self._careful = careful
        self._places = columns.of_field
        self._checked = [at for field in CHECKED_COLUMNS for at in columns.of_field.get(field, ())]

    def read(self, numbers: Sequence[int], rows: Sequence[list[str]]) -> OrderColumns:
        """Return the orders of `rows`, which have just the header's width and stand in the file rows `numbers`."""
        if len(rows) > FEW:
            try:
                return OrderColumns([*numbers], self._quick(rows))
            except (OddRowError, ValueError):
                half = len(rows) // 2
                first = self.read(numbers[:half], rows[:half])
                first.extend(self.read(numbers[half:], rows[half:]))
                return first
        read = map(self._careful.read, numbers, rows)
        return OrderColumns.of(
            ImportedOrder(number, order) for number, order in zip(numbers, read, strict=True) if order
        )

    def _quick(self, rows: Sequence[list[str]]) -> dict[str, list[Any]]:
        """Return the values of every field of Order."""
        columns = [*zip(*rows, strict=True)]
        cells = {field: self._column(columns, self._places.get(field, ())) for field in ORDER_COLUMNS}
        _check_ids(cells)
        if any(sign in cell for cell in map("".join, (columns[at] for at in self._checked)) for sign in _LOST_SIGNS):
            raise OddRowError
        careful = self._careful
        pairs = map(careful.book.of_pair.__getitem__, zip(cells["status"], cells["after_sale"], strict=True))
        statuses, after_sales = zip(*pairs, strict=True)
        found: dict[str, list[Any]] = {field: cells[field] for field in _TEXTS}
        found |= {
            "platform": [self._platform] * len(rows),
            "status": [*statuses],
            "status_text": cells["status"],
            "after_sale": [*after_sales],
            "after_sale_text": cells["after_sale"],
            "quantity": [*map(careful.quantities.__getitem__, cells["quantity"])],
            "paid_fen": [*map(careful.amounts.__getitem__, cells["paid_fen"])],
            "refund_fen": [*map(careful.amounts.__getitem__, cells["refund_fen"])],
            "paid_at_is_derived": [False] * len(rows),
        }
        found |= {field: careful.clock.read_all(cells[field]) for field in _TIMES if field != "grouped_at"}
        is_at_once = cells["grouped_at"] == cells["paid_at"]
        found["grouped_at"] = [*found["paid_at"]] if is_at_once else careful.clock.read_all(cells["grouped_at"])
        self._settle_payments(found)
        return found

    def _settle_payments(self, found: dict[str, list[Any]]) -> None:
        paid, statuses = found["paid_at"], found["status"]
        if None not in paid and Status.UNPAID not in statuses:
            return
        for at, (paid_at, status) in enumerate(zip(paid, statuses, strict=True)):
            if paid_at is None or status is Status.UNPAID:
                order = Order(**{field: found[field][at] for field in _OF_PAYMENT})
                self._careful.settle_payment(order)
                for field in _OF_PAYMENT:
                    found[field][at] = getattr(order, field)

    def _column(self, columns: Sequence[Cells], places: Sequence[int]) -> list[str]:
        """Return the cleaned cells of a field; a blank one falls back to the field's next column."""
        tidied = self._careful.tidied_all
        if not places:
            return [""] * len(columns[0])
        cells = tidied(columns[places[0]])
        for place in places[1:]:
            if "" in cells:
                cells = [cell or other for cell, other in zip(cells, tidied(columns[place]), strict=True)]
        return cells


def _check_ids(cells: Mapping[str, Cells]) -> None:
    """Raise OddRowError unless order numbers are long digits, no id has a sign of its own and no cell says nothing."""
    order_nos = cells["order_no"]
    digits = "".join(order_nos)
    is_plain = digits.isascii() and digits.replace("-", "").isdigit()
    if not is_plain or min(map(len, order_nos)) < SHORTEST_NO:
        raise OddRowError
    for field in (*_NUMBERS, "sku_code"):
        joined = "".join(cells[field])
        if any(sign in joined for sign in _ODD_SIGNS) or (field in _NUMBERS and "." in joined):
            raise OddRowError
    says_nothing = not all(NOTHING.isdisjoint(cells[field]) for field in _MAY_SAY_NOTHING)
    if says_nothing or not "".join(cells["tracking_no"]).isascii():
        raise OddRowError
