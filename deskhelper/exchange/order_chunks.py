"""Many clean rows of an order file at a time → orders.

Column by column, so that a million rows take seconds: one look at a joined column replaces a thousand looks at
cells. What is odd in any way is not dealt with here: the rows are halved until the odd one stands alone, and that one
is read with care by `OrderRows`, which notes every refusal.
"""

from collections.abc import Sequence
from operator import itemgetter

from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import ImportedOrder
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order, Status
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.orders import OrderRows

FEW = 8
"""So few rows are read with care rather than halved again."""

SHORTEST_NO = 10
_ODD_SIGNS = "+=':："
_TEXTS = (
    "order_no", "status", "after_sale", "shop", "product", "spec", "product_id", "sku_code",
    "courier", "tracking_no", "receiver", "phone", "province", "buyer_note", "shop_note",
)  # fmt: skip

Cells = Sequence[str]


class OddRowError(Exception):
    """Something among the rows is not as it mostly is."""


class OrderChunks:
    """Reads chunks of rows of one file."""

    def __init__(self, profile: ExportProfile, columns: Columns, careful: OrderRows) -> None:
        self._platform = profile.platform
        self._careful = careful
        used = sorted({at for indexes in columns.of_field.values() for at in indexes})
        self._pick = itemgetter(*used, used[0])  # twice the first, so that one column makes a tuple too
        self._places = {field: [used.index(at) for at in indexes] for field, indexes in columns.of_field.items()}

    def read(self, numbers: Sequence[int], rows: Sequence[list[str]]) -> list[ImportedOrder]:
        """Return the orders of `rows`, which have just the header's width and stand in the file rows `numbers`."""
        if len(rows) > FEW:
            try:
                return [*map(ImportedOrder, numbers, self._quick(rows))]
            except (OddRowError, ValueError):
                half = len(rows) // 2
                return self.read(numbers[:half], rows[:half]) + self.read(numbers[half:], rows[half:])
        read = map(self._careful.read, numbers, rows)
        return [ImportedOrder(number, order) for number, order in zip(numbers, read, strict=True) if order]

    def _quick(self, rows: Sequence[list[str]]) -> list[Order]:
        columns = [*zip(*map(self._pick, rows), strict=True)]
        cells = {field: self._column(columns, places) for field, places in self._places.items()}
        _check_ids(cells)
        orders = self._orders(cells, [""] * len(rows))
        unpaid = Status.UNPAID
        for order in orders:
            if order.paid_at is None or order.status is unpaid:
                self._careful.settle_payment(order)
        return orders

    def _orders(self, cells: dict[str, Cells], blank: Cells) -> list[Order]:
        """Return one order per row; a field without a column has the `blank` cells."""
        pairs = zip(cells.get("status", blank), cells.get("after_sale", blank), strict=True)
        values = zip(
            map(self._careful.book.of_pair.__getitem__, pairs),
            map(self._careful.quantities.__getitem__, cells.get("quantity", blank)),
            map(self._careful.amounts.__getitem__, cells.get("paid_fen", blank)),
            map(self._careful.amounts.__getitem__, cells.get("refund_fen", blank)),
            *self._times(cells, blank),
            *(cells.get(field, blank) for field in _TEXTS),
            strict=True,
        )
        platform = self._platform
        return [
            Order(
                platform=platform,
                shop=shop,
                order_no=order_no,
                status=states[0],
                status_text=status_text,
                after_sale=states[1],
                after_sale_text=after_sale_text,
                product=product,
                spec=spec,
                product_id=product_id,
                sku_code=sku_code,
                quantity=quantity,
                paid_fen=paid_fen,
                refund_fen=refund_fen,
                paid_at=paid_at,
                grouped_at=grouped_at,
                promised_ship_by=promised_ship_by,
                shipped_at=shipped_at,
                received_at=received_at,
                courier=courier,
                tracking_no=tracking_no,
                receiver=receiver,
                phone=phone,
                province=province,
                buyer_note=buyer_note,
                shop_note=shop_note,
            )
            for (
                states, quantity, paid_fen, refund_fen,
                paid_at, grouped_at, promised_ship_by, shipped_at, received_at,
                order_no, status_text, after_sale_text, shop, product, spec, product_id, sku_code,
                courier, tracking_no, receiver, phone, province, buyer_note, shop_note,
            ) in values
        ]  # fmt: skip

    def _times(self, cells: dict[str, Cells], blank: Cells) -> list[list[Instant | None]]:
        """Return the instants of the five time fields; where two have the same cells they are read once."""
        read = self._careful.clock.read_all
        paid_cells, grouped_cells = cells.get("paid_at", blank), cells.get("grouped_at", blank)
        paid = read(paid_cells)
        grouped = paid if grouped_cells == paid_cells else read(grouped_cells)
        others = ("promised_ship_by", "shipped_at", "received_at")
        return [paid, grouped, *(read(cells.get(field, blank)) for field in others)]

    def _column(self, columns: Sequence[Cells], places: Sequence[int]) -> Cells:
        """Return the cleaned cells of a field; a blank one falls back to the field's next column."""
        tidied = self._careful.tidied_all
        cells = tidied(columns[places[0]])
        for place in places[1:]:
            if "" in cells:
                cells = [cell or other for cell, other in zip(cells, tidied(columns[place]), strict=True)]
        return cells


def _check_ids(cells: dict[str, Cells]) -> None:
    """Raise OddRowError unless all order numbers are long digits and no id has a sign that digits do not have."""
    order_nos = cells["order_no"]
    digits = "".join(order_nos)
    is_plain = digits.isascii() and digits.replace("-", "").isdigit()
    if not is_plain or min(map(len, order_nos)) < SHORTEST_NO:
        raise OddRowError
    for field in ("product_id", "sku_code", "tracking_no", "phone"):
        joined = "".join(cells.get(field, ()))
        if any(sign in joined for sign in _ODD_SIGNS):
            raise OddRowError
