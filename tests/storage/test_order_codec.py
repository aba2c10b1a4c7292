"""The row of a new order made in one go says what its parts say."""

import pytest

from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.storage.database import Database
from deskhelper.storage.dictionaries import Dictionaries
from deskhelper.storage.order_codec import bound, content_row, key_row, whole_row
from tests.storage.make import order

ORDERS = [
    order(1),
    order("7"),
    Order(platform="jd", shop="", order_no="X-00", status=Status.UNKNOWN, after_sale=AfterSale.UNKNOWN),
    order(2, status=Status.SHIPPED, tracking_no="YT7500000001", courier="圆通速递", phone="138****0001", shipped_at=5),
    order(3, promised_ship_by=9, paid_fen=0, refund_fen=12, paid_at=1, paid_at_is_derived=True, received_at=3),
    order(4, after_sale=AfterSale.REFUNDED, receiver="测试", province="浙江省", buyer_note="快", shop_note="好"),
]


@pytest.mark.parametrize("seen_at", [None, 1_779_172_200])
@pytest.mark.parametrize("made", ORDERS)
def test_the_whole_row_is_its_parts(made: Order, seen_at: int | None) -> None:
    with Database(":memory:") as database:
        texts = Dictionaries(database.connection)
        content = content_row(made, 3, texts)
        parts = bound((77, *content, *key_row(content, 48 * 3600), seen_at, 0))
        assert whole_row(made, 77, 3, texts, 48 * 3600, seen_at) == parts
