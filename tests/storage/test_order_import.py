"""What a file does to the order list: new, updated, unchanged, older, another shop's; all or nothing."""

import random
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.core.imported import ImportedOrder, OrderColumns
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.view import View
from deskhelper.storage import bulk_indexes, order_import
from deskhelper.storage.database import Database
from deskhelper.storage.order_import import OrderImport
from deskhelper.storage.orders import OrderStore
from tests.storage.make import (
    ALL_FIELDS,
    NOW,
    SHOP,
    contents,
    everything,
    initials_of,
    mark_open_cases,
    order,
    shipped,
    stored,
    usual_terms,
    write,
)

MASKED = [("phone", "13876770001", "1387677****"), ("receiver", "张伟", "张*")]
RECEIVED = {"status": Status.RECEIVED, "received_at": NOW - 60}


@pytest.fixture
def bulk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every import of more than four rows be a large one."""
    monkeypatch.setattr(bulk_indexes, "BULK_ROWS", 4)


def test_every_field_comes_back(database: Database, store: OrderStore) -> None:
    full = Order(
        platform="pdd", shop=SHOP, order_no="260519-000000000000001", status=Status.SHIPPED,
        status_text="已发货，待签收", after_sale=AfterSale.OPEN, after_sale_text="售后处理中", product="全棉四件套",
        spec="灰蓝", product_id="7", sku_code="HJ-1",
        quantity=3, paid_fen=9900, refund_fen=100, paid_at=NOW - 9, paid_at_is_derived=True, grouped_at=NOW - 8,
        promised_ship_by=NOW - 7, shipped_at=NOW - 6, received_at=NOW - 5, courier="中通快递", tracking_no="78001",
        receiver="张*", phone="138****0001", province="广东省", buyer_note="快", shop_note="已催",
    )  # fmt: skip
    counts = write(database, [full])
    assert stored(store) == full
    assert (counts.new, counts.updated, counts.unchanged) == (1, 0, 0)


def test_an_order_with_only_a_number_is_kept(database: Database, store: OrderStore) -> None:
    bare = Order(platform="pdd", shop=SHOP, order_no="260519-000000000000001", status=Status.UNKNOWN)
    write(database, [bare])
    assert stored(store) == bare


def test_the_shop_of_the_import_is_for_rows_without_one(database: Database, store: OrderStore) -> None:
    write(database, [order(1, shop=""), order(2, shop="二店")], shop="一店")
    assert (stored(store, 1).shop, stored(store, 2).shop) == ("一店", "二店")
    assert store.shops() == ["一店", "二店"]


def test_the_same_file_again_changes_nothing(database: Database) -> None:
    rows = [order(1), shipped(2), order(3, status=Status.CANCELLED)]
    write(database, rows, exported_at=NOW)
    before = contents(database)
    counts = write(database, rows, exported_at=NOW)
    assert (counts.new, counts.updated, counts.unchanged, counts.older) == (0, 0, 3, 0)
    assert contents(database) == before


def test_a_newer_state_updates(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    counts = write(database, [shipped(1)])
    assert (counts.new, counts.updated, counts.unchanged) == (0, 1, 0)
    assert stored(store) == shipped(1)


STATES = [
    (order(1, status=Status.UNPAID, grouped_at=None), NOW - 5 * HOUR),
    (order(1), NOW - 4 * HOUR),
    (shipped(1), NOW - 3 * HOUR),
    (shipped(1, **RECEIVED), NOW - 2 * HOUR),
    (shipped(1, **RECEIVED, after_sale=AfterSale.OPEN), NOW - HOUR),
    (shipped(1, **RECEIVED, after_sale=AfterSale.NONE, after_sale_text="售后取消"), NOW),
]


@pytest.mark.parametrize("way", list(permutations(range(len(STATES)), 3)))
def test_the_newest_state_wins_in_whatever_order_files_come(
    database: Database, store: OrderStore, way: tuple[int, ...]
) -> None:
    for place in way:
        write(database, [STATES[place][0]], exported_at=STATES[place][1])
    assert stored(store) == STATES[max(way)][0]


def test_an_older_row_is_counted_and_changes_nothing(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)])
    counts = write(database, [order(1)])
    assert (counts.updated, counts.unchanged, counts.older) == (0, 1, 1)
    assert stored(store) == shipped(1)


def test_a_cancelled_order_stays_cancelled(database: Database, store: OrderStore) -> None:
    write(database, [order(1, status=Status.CANCELLED)])
    write(database, [order(1)])
    assert stored(store).status is Status.CANCELLED


@pytest.mark.parametrize("known", [(NOW, None), (None, None), (None, NOW)])
def test_money_paid_back_stays_so_where_a_name_does_not_say_which_file_is_newer(
    database: Database, store: OrderStore, known: tuple[int | None, int | None]
) -> None:
    refunded = shipped(1, after_sale=AfterSale.REFUNDED, after_sale_text="退款成功")
    write(database, [refunded], exported_at=known[0])
    counts = write(database, [shipped(1)], exported_at=known[1])
    assert (counts.updated, counts.older) == (0, 1)
    assert stored(store) == refunded
    assert write(database, [refunded]).updated == 0


def test_a_newer_export_may_say_that_an_after_sale_goes_on_after_a_refund(
    database: Database, store: OrderStore
) -> None:
    write(database, [shipped(1, after_sale=AfterSale.REFUNDED)], exported_at=NOW)
    write(database, [shipped(1, after_sale=AfterSale.OPEN)], exported_at=NOW + 1)
    assert stored(store).after_sale is AfterSale.OPEN


def test_times_that_the_file_does_not_have_do_not_decide(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)])
    fields = frozenset({"order_no", "status", "shop_note"})
    counts = write(database, [shipped(1, shipped_at=None, shop_note="加急")], fields)
    assert (counts.updated, counts.older) == (1, 0)
    assert stored(store) == shipped(1, shop_note="加急")


def test_a_file_that_says_the_same_later_counts_as_seen_later(database: Database, store: OrderStore) -> None:
    write(database, [order(1)], exported_at=NOW)
    write(database, [order(1)], exported_at=NOW + 20)
    write(database, [order(1, shop_note="旧")], exported_at=NOW + 10)
    assert stored(store).shop_note == ""


@pytest.mark.parametrize("field", ["tracking_no", "receiver", "phone", "province"])
def test_an_empty_cell_does_not_erase(database: Database, store: OrderStore, field: str) -> None:
    full = shipped(1, receiver="张伟", phone="13876770001", province="广东省")
    write(database, [full])
    write(database, [shipped(1, **({"receiver": "张伟", "phone": "13876770001", "province": "广东省"} | {field: ""}))])
    assert stored(store) == full


def test_an_empty_tracking_number_keeps_its_courier(database: Database, store: OrderStore) -> None:
    write(database, [shipped(1)])
    write(database, [shipped(1, tracking_no="", courier="", shop_note="新")])
    assert (stored(store).courier, stored(store).shop_note) == ("圆通速递", "新")


def test_a_column_that_the_file_lacks_keeps_what_is_stored(database: Database, store: OrderStore) -> None:
    write(database, [order(1, buyer_note="快", paid_fen=9900, sku_code="HJ-1")])
    fields = ALL_FIELDS - {"buyer_note", "paid_fen", "sku_code", "spec", "product_id"}
    counts = write(database, [order(1, spec="", product_id="")], fields)
    assert counts.unchanged == 1
    counts = write(database, [order(1, product="新标题", spec="", product_id="", shop_note="x")], fields)
    assert counts.updated == 1
    expected = order(1, product="新标题", buyer_note="快", paid_fen=9900, sku_code="HJ-1", shop_note="x")
    assert stored(store) == expected


@pytest.mark.parametrize(("field", "plain", "masked"), MASKED)
def test_a_masked_value_does_not_overwrite_a_plain_one(
    database: Database, store: OrderStore, field: str, plain: str, masked: str
) -> None:
    write(database, [order(1, **{field: masked})])
    write(database, [order(1, **{field: plain})])
    write(database, [shipped(1, **{field: masked})])
    assert getattr(stored(store), field) == plain
    assert stored(store).status is Status.SHIPPED


def test_a_derived_payment_time_does_not_overwrite_a_real_one(database: Database, store: OrderStore) -> None:
    write(database, [order(1, paid_at=NOW - 50)])
    counts = write(database, [order(1, paid_at=NOW, paid_at_is_derived=True)])
    assert counts.unchanged == 1
    assert (stored(store).paid_at, stored(store).paid_at_is_derived) == (NOW - 50, False)


def test_an_order_of_another_shop_is_reported_not_moved(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    counts = write(database, [shipped(1, shop="别家"), order(2, shop="别家")])
    assert (counts.new, counts.updated, counts.unchanged, counts.other_shop) == (1, 0, 0, 1)
    rejection = counts.rejections[0]
    assert (rejection.row, rejection.column, rejection.kept) == (2, "order_no", False)
    assert rejection.problem.code == "other_shop"
    assert rejection.problem.values == {"order_no": order(1).order_no, "shop": SHOP}
    assert stored(store) == order(1)


def test_the_same_number_on_another_platform_is_another_order(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    write(database, [order(1, platform="taobao")])
    assert {found.platform for found in store.get_by_number(order(1).order_no)} == {"pdd", "taobao"}


@pytest.mark.parametrize("batch_size", [1, 2, 100])
@pytest.mark.parametrize("size", [1, 30])
@pytest.mark.parametrize("is_bulk", [False, True])
def test_of_repeated_rows_the_later_state_wins(
    database: Database,
    store: OrderStore,
    monkeypatch: pytest.MonkeyPatch,
    batch_size: int,
    size: int,
    is_bulk: bool,
) -> None:
    monkeypatch.setattr(bulk_indexes, "BULK_ROWS", 4 if is_bulk else 1000)
    rows = [order(number) for number in range(size)] + [shipped(0), order(0), shipped(0, shop_note="后")]
    counts = write(database, rows, batch_size=batch_size)
    assert stored(store, 0) == shipped(0, shop_note="后")
    assert (counts.new, counts.updated, counts.unchanged, counts.older) == (size, 2, 1, 1)
    assert database.value("SELECT count(*) FROM orders") == size


def write_and_fail(database: Database, rows: list[Order]) -> None:
    """Import `rows` in small batches and fail before the end."""
    with database.transaction():
        importing = OrderImport(database, initials_of, usual_terms)
        for start in range(0, len(rows), 10):
            batch = [ImportedOrder(row, one) for row, one in enumerate(rows[start : start + 10], start)]
            importing.write(OrderColumns.of(batch), ALL_FIELDS, NOW, SHOP)
        raise ZeroDivisionError


def test_an_exception_in_the_middle_leaves_the_list_as_before(database: Database) -> None:
    write(database, [order(1), order(2, receiver="张伟")], exported_at=NOW)
    before = contents(database)
    with pytest.raises(ZeroDivisionError):
        write_and_fail(database, [shipped(number, receiver="伟") for number in range(1, 40)])
    assert contents(database) == before


@pytest.mark.usefixtures("bulk")
@pytest.mark.parametrize("room", [0, 3, 10, 30])
def test_a_full_disk_leaves_the_list_as_before(database: Database, room: int) -> None:
    write(database, [order(1), order(2)])
    before = contents(database)
    pages = database.value("PRAGMA page_count") + room
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorldError) as error:
        write(database, [shipped(n, buyer_note="快" * 100, receiver="张伟") for n in range(1500)], batch_size=100)
    assert error.value.problem.code == "disk_full"
    assert contents(database) == before


@pytest.mark.usefixtures("bulk")
def test_a_rolled_back_large_import_can_be_done_again(database: Database, store: OrderStore) -> None:
    rows = [order(number) for number in range(100)]
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            write_and_fail(database, rows)
    assert write(database, rows, batch_size=10).new == 100
    assert store.count(everything()) == 100


def state_of(database: Database) -> tuple[Any, ...]:
    """Return what is the same however orders came in: everything but the ids' running numbers and references."""
    store = OrderStore(database, initials_of)
    lines = {line.order.order_no: (line.order, line.ship_by) for line in store.page(everything(), 0, 10_000)}
    names = database.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    found = [[one.order.order_no for one in store.search(words, NOW, 10_000)] for words in ("张", "zw", "四件套", "7")]
    return lines, sorted(map(sorted, found)), names


@pytest.mark.parametrize("way", ["newest first", "oldest first", "mixed"])
@pytest.mark.parametrize("known", [0, 20, 300])
def test_a_large_import_ends_in_the_same_list_as_a_small_one(
    monkeypatch: pytest.MonkeyPatch, way: str, known: int
) -> None:
    chance = random.Random(4)
    make = (order, shipped, order)
    rows = [make[n % 3](n, receiver=chance.choice(("张伟", "李四", "", "张*"))) for n in range(300)]
    later = [shipped(n, receiver="张件", shop_note="x") for n in range(0, 300, 7)]
    if way == "oldest first":
        rows.reverse()
    if way == "mixed":
        chance.shuffle(rows)
    states = []
    for rows_of_bulk in (5, 10_000):
        monkeypatch.setattr(bulk_indexes, "BULK_ROWS", rows_of_bulk)
        with Database(":memory:") as database:
            write(database, [order(n, receiver="王") for n in range(known)])
            counts = write(database, rows + later, batch_size=30)
            assert counts.new == 300 - known
            states.append(state_of(database))
            assert database.value("PRAGMA integrity_check") == "ok"
            for table in ("product_search", "receiver_search"):
                database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
    assert states[0] == states[1]


@pytest.mark.usefixtures("bulk")
def test_repeated_rows_of_a_large_import_update(database: Database, store: OrderStore) -> None:
    rows = [make(number) for make in (order, shipped) for number in range(100)]
    counts = write(database, rows, batch_size=10)
    assert (counts.new, counts.updated) == (100, 100)
    assert all(line.order.status is Status.SHIPPED for line in store.page(everything(), 0, 200))


def test_many_stored_orders_are_looked_up(
    database: Database, store: OrderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(order_import, "FILTER_STORED", 0)
    write(database, [order(1)])
    counts = write(database, [shipped(1), order(2)])
    assert (counts.new, counts.updated) == (1, 1)
    assert stored(store) == shipped(1)


def test_a_changed_receiver_is_found_by_the_new_name_only(database: Database, store: OrderStore) -> None:
    write(database, [order(1, receiver="张*")])
    rows = [order(1, receiver="张伟"), order(1, receiver="四件", shop_note="x")]
    write(database, rows, batch_size=1)
    assert [len(store.search(words, NOW, 9)) for words in ("张", "张伟", "四件")] == [0, 0, 1]
    database.execute("INSERT INTO receiver_search (receiver_search) VALUES ('integrity-check')")


def test_a_note_outlives_every_import(database: Database, store: OrderStore) -> None:
    store.set_note("pdd", order(1).order_no, "大客户", NOW)
    write(database, [order(1)])
    write(database, [shipped(1)])
    assert store.note("pdd", order(1).order_no) == "大客户"
    assert store.page(everything(), 0, 1)[0].noted
    store.set_note("pdd", order(1).order_no, "", NOW)
    assert store.note("pdd", order(1).order_no) is None


def test_open_cases_outlive_every_import(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    mark_open_cases(database, order(1).order_no, 2)
    write(database, [shipped(1)])
    assert store.page(everything(View.WITH_CASE), 0, 1)[0].open_cases == 2


def test_a_case_that_was_opened_before_its_order_came_is_counted(database: Database, store: OrderStore) -> None:
    columns = [row[1] for row in database.rows("PRAGMA table_info(cases)")]
    values = {"order_no": order(1).order_no, "platform": "pdd", "closed_at": None}
    row = [values.get(name, "1") for name in columns]
    database.execute(f"INSERT INTO cases VALUES ({', '.join('?' * len(row))})", row)
    write(database, [order(1)])
    assert store.page(everything(), 0, 1)[0].open_cases == 1


def test_an_import_into_a_file_is_there_after_reopening(tmp_path: Path) -> None:
    with Database(tmp_path / "desk.db") as database, database.large_cache():
        write(database, [order(1)])
    with Database(tmp_path / "desk.db") as database:
        assert stored(OrderStore(database, initials_of)) == order(1)
