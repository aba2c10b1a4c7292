"""The after-sales workbook: records kept, the latest one tells the order's state."""

import pytest

from deskhelper.core.order import AfterSale, Status
from deskhelper.core.view import View
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from tests.storage.make import AFTER_SALE_FIELDS, NOW, after_sale, everything, order, shipped, stored, write
from tests.storage.make import write_after_sales as import_records


def test_a_record_sets_the_state_of_its_order(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1), order(2)])
    counts = import_records(database, [after_sale()])
    assert (counts.new, counts.updated, counts.unchanged) == (1, 0, 0)
    found = stored(store, 1)
    assert (found.after_sale, found.after_sale_text, found.refund_fen) == (AfterSale.REFUNDING, "退款中", 990)
    assert stored(store, 2) == order(2)
    assert store.count(everything(View.AFTER_SALE)) == 1


def test_a_record_waits_for_its_order(database: Database, store: OrderStore) -> None:
    import_records(database, [after_sale()])
    write(database, [order(1), order(2)])
    assert stored(store, 1).after_sale is AfterSale.REFUNDING
    assert stored(store, 2).after_sale is AfterSale.NONE


def test_the_latest_record_of_an_order_tells(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    done = after_sale(1, after_sale=AfterSale.REFUNDED, applied_at=NOW - 10)
    import_records(database, [done, after_sale(2, applied_at=NOW - 20)])
    assert stored(store).after_sale is AfterSale.REFUNDED
    import_records(database, [after_sale(3, after_sale=AfterSale.OPEN, applied_at=NOW)])
    assert stored(store).after_sale is AfterSale.OPEN


def test_the_same_workbook_again_is_unchanged(database: Database) -> None:
    import_records(database, [after_sale()])
    counts = import_records(database, [after_sale(), after_sale(2)])
    assert (counts.new, counts.updated, counts.unchanged) == (1, 0, 1)


def test_an_older_workbook_does_not_overwrite(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    import_records(database, [after_sale(after_sale=AfterSale.REFUNDED)], exported_at=NOW)
    counts = import_records(database, [after_sale()], exported_at=NOW - 1)
    assert (counts.updated, counts.unchanged, counts.older) == (0, 1, 1)
    assert stored(store).after_sale is AfterSale.REFUNDED


def test_a_column_that_the_workbook_lacks_keeps_what_is_stored(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    import_records(database, [after_sale(kind="仅退款")])
    changed = after_sale(after_sale=AfterSale.REFUNDED, refund_fen=None)
    counts = import_records(database, [changed], AFTER_SALE_FIELDS - {"kind", "refund_fen"})
    assert counts.updated == 1
    assert database.rows("SELECT kind, refund_fen FROM after_sales") == [("仅退款", 990)]
    assert stored(store).refund_fen == 990


def test_a_refunded_order_leaves_the_shipping_views(database: Database, store: OrderStore) -> None:
    write(database, [order(1), order(2)])
    import_records(database, [after_sale(after_sale=AfterSale.REFUNDED)])
    assert store.count(everything(View.TO_SHIP)) == 1
    assert store.page(everything(), 0, 1)[0].ship_by is None
    assert stored(store).status is Status.TO_SHIP


@pytest.mark.parametrize("comes_first", ["workbook", "orders"])
def test_a_state_that_a_newer_order_file_told_stays(database: Database, store: OrderStore, comes_first: str) -> None:
    refunded = shipped(1, after_sale=AfterSale.REFUNDED, after_sale_text="退款成功")
    if comes_first == "orders":
        write(database, [refunded], exported_at=NOW)
    import_records(database, [after_sale(after_sale=AfterSale.OPEN)], exported_at=NOW - 10)
    if comes_first == "workbook":
        write(database, [refunded], exported_at=NOW)
    found = stored(store)
    assert (found.after_sale, found.after_sale_text, found.refund_fen) == (AfterSale.REFUNDED, "退款成功", 990)
    import_records(database, [after_sale(2, after_sale=AfterSale.OPEN, applied_at=NOW)], exported_at=NOW + 10)
    assert stored(store).after_sale is AfterSale.OPEN


def test_an_order_file_without_after_sales_leaves_the_state_to_the_workbook(
    database: Database, store: OrderStore
) -> None:
    import_records(database, [after_sale()], exported_at=NOW - 10)
    write(database, [order(1, after_sale_text="")], exported_at=NOW)
    assert stored(store).after_sale is AfterSale.REFUNDING
