"""Orders that stand on several lines, one per product, put together into one order each."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from deskhelper.core.export_profile import SeveralLines
from deskhelper.core.imported import ImportedOrder, OrderColumns
from deskhelper.core.order import AfterSale, Order, Status

_STATUSES = (
    Status.UNKNOWN,
    Status.UNPAID,
    Status.TO_SHIP,
    Status.SHIPPED,
    Status.RECEIVED,
    Status.CANCELLED,
)
"""An order stands where its least advanced line stands; a cancelled line says nothing about the others."""

_AFTER_SALES = (
    AfterSale.UNKNOWN,
    AfterSale.OPEN,
    AfterSale.REFUNDING,
    AfterSale.NONE,
    AfterSale.REFUNDED,
)
"""The state that needs an agent most comes first; an order is refunded only when every line is."""

_FILLED = (
    "shop", "sku_code", "product_id", "paid_at", "grouped_at", "promised_ship_by", "shipped_at", "received_at",
    "courier", "tracking_no", "receiver", "phone", "province", "buyer_note", "shop_note",
)  # fmt: skip
"""What a later line may tell when the first does not."""


class Lines(Struct):
    """The lines of one order, in the order of the file, and the file row of the first."""

    row: int
    orders: list[Order]


def several_goods(titles: Sequence[str]) -> str:
    """Return `first product 等N件商品` for several product titles, the one title as it is."""
    known = [*dict.fromkeys(filter(None, map(str.strip, titles)))]
    if len(known) < 2:
        return known[0] if known else ""
    return f"{known[0]} 等{len(known)}件商品"


def put_together(rows: Iterable[tuple[int, Order]], rule: SeveralLines) -> Iterator[ImportedOrder]:
    """Yield one order per order number, in the order of first sight; `rows` is read to its end first."""
    of_no: dict[str, Lines] = {}
    for row, order in rows:
        of_no.setdefault(order.order_no, Lines(row, [])).orders.append(order)
    for lines in of_no.values():
        yield ImportedOrder(lines.row, _one(lines.orders, rule))


def goods_together(batch: OrderColumns) -> OrderColumns:
    """Return `batch` with rows of one order that name different goods put together; what is said again stays apart.

    Platforms that write one row per order do not write such rows, programs that shops work with do.
    """
    numbers = batch.of_field["order_no"]
    if len(set(numbers)) == len(numbers):
        return batch
    of_no: dict[str, list[ImportedOrder]] = {}
    for one in batch:
        of_no.setdefault(one.order.order_no, []).append(one)
    rows: list[ImportedOrder] = []
    for again in of_no.values():
        lines = _goods(again)
        rows += again if len(lines) < 2 else [ImportedOrder(again[0].row, _one(lines, _rule_of(lines)))]
    return OrderColumns.of(sorted(rows, key=lambda one: one.row))


def cut_between_orders(batch: OrderColumns, size: int) -> OrderColumns:
    """Take at most `size` orders out of a longer `batch`, so that an order's rows stay together, and return them."""
    numbers = batch.of_field["order_no"]
    places = range(size, 0, -1)
    return batch.cut(next((at for at in places if numbers[at] != numbers[at - 1]), size))


def _goods(rows: Sequence[ImportedOrder]) -> list[Order]:
    """Return the lines of an order, one for each of its goods: of rows with the same goods, the furthest and last."""
    has_ids = all(one.order.product_id for one in rows)
    lines: dict[tuple[str, str], Order] = {}
    for order in (one.order for one in rows):
        goods = (order.product_id if has_ids else order.product, order.spec)
        before = lines.get(goods)
        if before is None or _progress(order) >= _progress(before):
            lines[goods] = order
    return [*lines.values()]


def _progress(order: Order) -> tuple[int, int, int]:
    return order.received_at or 0, order.shipped_at or 0, _STATUSES.index(order.status)


def _rule_of(lines: Sequence[Order]) -> SeveralLines:
    """Return how the amounts of lines add up: one amount for different counts is the order's own, repeated."""
    is_repeated = len({line.paid_fen for line in lines}) == 1 and len({line.quantity for line in lines}) > 1
    return SeveralLines("first" if is_repeated else "sum")


def _one(lines: list[Order], rule: SeveralLines) -> Order:
    order = lines[0]
    if len(lines) == 1:
        return order
    for field in _FILLED:
        values = [getattr(line, field) for line in lines]
        setattr(order, field, next(filter(None, values), values[0]))
    order.status = min((line.status for line in lines), key=_STATUSES.index)
    order.after_sale = min((line.after_sale for line in lines), key=_AFTER_SALES.index)
    order.status_text = _joined(line.status_text for line in lines)
    order.after_sale_text = _joined(line.after_sale_text for line in lines)
    order.product = several_goods([line.product for line in lines])
    order.spec = _joined(line.spec for line in lines)
    order.quantity = sum(line.quantity for line in lines)
    order.paid_fen = _amount([line.paid_fen for line in lines], rule)
    order.refund_fen = _amount([line.refund_fen for line in lines], rule)
    return order


def _joined(words: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(filter(None, words)))


def _amount(amounts: list[int | None], rule: SeveralLines) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return None
    return sum(known) if rule.amounts == "sum" else known[0]
