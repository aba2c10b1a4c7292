"""A batch in columns holds the same orders as one in rows."""

from deskhelper.core.imported import ImportedOrder, OrderColumns
from deskhelper.core.order import AfterSale, Order, Status


def some(count: int, first: int = 0) -> list[ImportedOrder]:
    return [
        ImportedOrder(number + 2, Order(platform="pdd", shop="", order_no=f"2605-{number}", status=Status.SHIPPED))
        for number in range(first, first + count)
    ]


def test_orders_come_out_as_they_went_in() -> None:
    assert list(OrderColumns.of(some(3))) == some(3)
    assert list(OrderColumns.of([])) == []


def test_plain_status_words_come_out_as_statuses() -> None:
    columns = OrderColumns.of(some(1))
    columns.of_field |= {"status": ["received"], "after_sale": ["open"]}
    [found] = columns
    assert (found.order.status, found.order.after_sale) == (Status.RECEIVED, AfterSale.OPEN)
    assert isinstance(found.order.status, Status)


def test_batches_are_joined_and_cut() -> None:
    columns = OrderColumns.of(some(3))
    columns.extend(OrderColumns.of(some(4, first=3)))
    assert len(columns) == 7
    assert list(columns.cut(5)) == some(5)
    assert list(columns) == some(2, first=5)
    assert len(columns.cut(9)) == 2
    assert len(columns) == 0
