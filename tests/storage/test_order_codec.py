"""Columns of orders say for each what its row in the list says."""

import pytest

from deskhelper.core.imported import ImportedOrder, OrderColumns
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.search_keys import tail_key
from deskhelper.storage.database import Database
from deskhelper.storage.dictionaries import Dictionaries
from deskhelper.storage.order_codec import ABSENT, CONTENT, bound, content_columns, key_columns
from tests.storage.make import NOW, order

ORDERS = [
    order(1),
    order("7"),
    Order(platform="jd", shop="", order_no="X-00", status=Status.UNKNOWN, after_sale=AfterSale.UNKNOWN),
    order(2, status=Status.SHIPPED, tracking_no="YT7500000001", courier="圆通速递", phone="138****0001", shipped_at=5),
    order(3, promised_ship_by=9, paid_fen=0, refund_fen=12, paid_at=1, paid_at_is_derived=True, received_at=3),
    order(4, after_sale=AfterSale.REFUNDED, receiver="测试", province="浙江省", buyer_note="快", shop_note="好"),
]


@pytest.mark.parametrize("made", ORDERS)
def test_an_order_has_the_same_row_alone_and_among_others(made: Order) -> None:
    with Database(":memory:") as database:
        texts = Dictionaries(database.connection)

        def rows(orders: list[Order]) -> list[tuple[object, ...]]:
            columns = OrderColumns.of(ImportedOrder(2, one) for one in orders)
            return [*zip(*content_columns(columns, [3] * len(orders), texts), strict=True)]

        assert rows(ORDERS)[ORDERS.index(made)] == rows([made])[0]
        assert dict(zip(CONTENT, rows([made])[0], strict=True))["tracking_no"] == made.tracking_no


def test_keys_are_tails_and_the_time_to_ship_by() -> None:
    with Database(":memory:") as database:
        texts = Dictionaries(database.connection)
        columns = OrderColumns.of(ImportedOrder(2, one) for one in ORDERS)
        numbers, tracking, phones, due = key_columns(
            content_columns(columns, [3] * len(ORDERS), texts), [48 * HOUR] * len(ORDERS)
        )
    assert numbers == [tail_key(one.order_no) for one in ORDERS]
    assert tracking == [tail_key(one.tracking_no) for one in ORDERS]
    assert phones == [tail_key(one.phone) for one in ORDERS]
    assert due[3:] == [None, 9, None]
    assert due[0] == (order(1).grouped_at or NOW) + 48 * HOUR


def test_only_columns_with_a_value_are_bound() -> None:
    assert bound([["a", ""], [None, None], [0, None]]) == (
        ["?", "NULL", f"nullif(?, {ABSENT})"],
        [["a", ""], [0, ABSENT]],
    )
