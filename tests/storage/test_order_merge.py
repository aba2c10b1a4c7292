"""Which of two files is newer, and what a cell that says nothing may not take away."""

from typing import Any

import pytest

from deskhelper.core.moments import DAY
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from tests.storage.make import NOW, order, shipped, stored, write

EARLIER = NOW - 90 * 60 - 7
MORNING = NOW - NOW % DAY


def test_the_times_of_export_outweigh_the_orders_own(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)], exported_at=EARLIER)
    back = order(1, shipped_at=None, tracking_no="", after_sale=AfterSale.OPEN)
    counts = write(database, [back], exported_at=NOW - 1)
    assert (counts.updated, counts.older) == (1, 0)
    assert (stored(store).status, stored(store).after_sale) == (Status.TO_SHIP, AfterSale.OPEN)
    counts = write(database, [shipped(1, received_at=NOW)], exported_at=EARLIER)
    assert (counts.updated, counts.older) == (0, 1)


def test_names_that_tell_the_day_alone_do_not_decide_within_it(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)], exported_at=MORNING)
    counts = write(database, [order(1)], exported_at=MORNING + 7261)
    assert counts.older == 1
    counts = write(database, [order(1, shop_note="退回")], exported_at=MORNING + DAY)
    assert (counts.updated, stored(store).status) == (1, Status.TO_SHIP)


def test_a_file_without_a_time_of_export_makes_the_next_one_go_by_the_orders_own(
    database: Database, store: OrderStore
) -> None:
    write(database, [order(1)], exported_at=EARLIER)
    write(database, [shipped(1)])
    counts = write(database, [order(1)], exported_at=NOW - 1)
    assert (counts.older, stored(store)) == (1, shipped(1))


def test_when_an_order_was_grouped_says_nothing_of_which_file_is_newer(database: Database, store: OrderStore) -> None:
    write(database, [order(1, grouped_at=NOW - 40, paid_at=NOW - 50)])
    counts = write(database, [order(1, grouped_at=NOW - 60, paid_at=NOW - 60, after_sale=AfterSale.OPEN)])
    assert (counts.updated, stored(store).after_sale) == (1, AfterSale.OPEN)


def test_a_cancelled_order_is_newer_than_a_shipped_one(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)])
    counts = write(database, [order(1, status=Status.CANCELLED)])
    assert (counts.updated, stored(store).status) == (1, Status.CANCELLED)


BLANKS: list[dict[str, Any]] = [
    {"paid_fen": None},
    {"shipped_at": None},
    {"grouped_at": None, "paid_at": None},
    {"promised_ship_by": None},
    {"product_id": ""},
    {"sku_code": ""},
    {"product": ""},
    {"product": "", "spec": "", "product_id": "", "sku_code": ""},
]


@pytest.mark.parametrize("blank", BLANKS)
def test_a_cell_that_is_blank_or_was_refused_erases_nothing(
    database: Database, store: OrderStore, blank: dict[str, Any]
) -> None:
    goods: dict[str, Any] = {"product": "杯", "spec": "红", "product_id": "7541", "sku_code": "B-1"}
    whole: dict[str, Any] = goods | {"paid_fen": 990, "paid_at": NOW - 99, "promised_ship_by": NOW}
    write(database, [shipped(1, **whole)], exported_at=EARLIER)
    counts = write(database, [shipped(1, **(whole | blank))], exported_at=NOW - 1)
    assert (counts.unchanged, counts.older) == (1, 0)
    write(database, [shipped(1, **(whole | blank), shop_note="新")], exported_at=NOW)
    assert stored(store) == shipped(1, **whole, shop_note="新")


def test_nothing_paid_is_an_amount(database: Database, store: OrderStore) -> None:
    write(database, [order(1, paid_fen=990)])
    write(database, [order(1, paid_fen=0)])
    assert stored(store).paid_fen == 0


def test_other_goods_do_not_keep_the_ids_of_those_before(database: Database, store: OrderStore) -> None:
    write(database, [order(1, product="杯", spec="红", product_id="7541", sku_code="B-1")])
    write(database, [order(1, product="碗", spec="", product_id="", sku_code="")])
    found: Order = stored(store)
    assert (found.product, found.spec, found.product_id, found.sku_code) == ("碗", "", "", "")
