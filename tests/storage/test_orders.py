"""Views, sort orders, pages and counts: the same as sorting and filtering all orders by hand."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.view import Listing, OrderLine, SortKey, View
from deskhelper.storage import order_pages
from deskhelper.storage import orders as module
from deskhelper.storage.database import Database
from deskhelper.storage.order_codec import AFTER_SALE_RANK, STATUS_RANK
from deskhelper.storage.orders import OrderStore
from tests.storage.make import NOW, everything, initials_of, mark_open_cases, numbers, order, terms, write

DUE_HOURS = 6
SIZE = 240


def varied_orders() -> list[Order]:
    chance = random.Random(7)
    return [
        order(
            number,
            status=chance.choice(list(Status)),
            after_sale=chance.choice(list(AfterSale)),
            product=chance.choice(("四件套", "被套", "窗帘")),
            spec=chance.choice(("灰", "蓝")),
            product_id=chance.choice(("1", "2")),
            paid_fen=chance.choice((None, 0, 990, 1990)),
            courier=chance.choice(("", "中通", "圆通")),
            grouped_at=None if chance.random() < 0.1 else NOW - number // 3 * HOUR,
            paid_at=NOW - number * HOUR,
            promised_ship_by=chance.choice((None, None, NOW + chance.randrange(-20, 20) * HOUR)),
        )
        for number in range(SIZE)
    ]


@pytest.fixture
def filled(database: Database, store: OrderStore) -> OrderStore:
    orders = varied_orders()
    write(database, orders)
    for one in orders[::9]:
        mark_open_cases(database, one.order_no, 1)
    return store


BELONGS: dict[View, Callable[[OrderLine], bool]] = {
    View.ALL: lambda line: True,
    View.TO_SHIP: lambda line: line.order.status is Status.TO_SHIP and line.order.after_sale is not AfterSale.REFUNDED,
    View.DUE: lambda line: line.ship_by is not None and NOW <= line.ship_by < NOW + DUE_HOURS * HOUR,
    View.OVERDUE: lambda line: line.ship_by is not None and line.ship_by < NOW,
    View.SHIPPED: lambda line: line.order.status is Status.SHIPPED,
    View.AFTER_SALE: lambda line: line.order.after_sale in (AfterSale.OPEN, AfterSale.REFUNDING),
    View.WITH_CASE: lambda line: line.open_cases > 0,
}
KEY: dict[SortKey, Callable[[OrderLine], Any]] = {
    SortKey.TIME: lambda line: (),
    SortKey.DEADLINE: lambda line: (line.ship_by,),
    SortKey.NUMBER: lambda line: (line.order.order_no,),
    SortKey.STATUS: lambda line: (STATUS_RANK[line.order.status],),
    SortKey.PRODUCT: lambda line: (line.order.product, line.order.spec, line.order.product_id),
    SortKey.AMOUNT: lambda line: (-1 if line.order.paid_fen is None else line.order.paid_fen,),
    SortKey.AFTER_SALE: lambda line: (AFTER_SALE_RANK[line.order.after_sale],),
    SortKey.COURIER: lambda line: (line.order.courier,),
}


def sorted_by_hand(lines: list[OrderLine], listing: Listing) -> list[OrderLine]:
    found = [line for line in lines if BELONGS[listing.view](line)]
    without: list[OrderLine] = []
    if listing.sort is SortKey.DEADLINE:
        without = sorted((line for line in found if line.ship_by is None), key=lambda line: -line.id)
        found = [line for line in found if line.ship_by is not None]
    found.sort(key=lambda line: (KEY[listing.sort](line), line.id), reverse=listing.descending)
    return found + without


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SortKey)
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("most", [0, 1000])
def test_a_page_is_a_part_of_the_sorted_view(
    filled: OrderStore, monkeypatch: pytest.MonkeyPatch, view: View, sort: SortKey, descending: bool, most: int
) -> None:
    monkeypatch.setattr(module, "NEAR_START", 10)
    monkeypatch.setattr(order_pages, "_SORTED_AT_MOST", dict.fromkeys(View, most))
    listing = Listing(view, NOW, DUE_HOURS, sort, descending)
    lines = filled.page(everything(), 0, 1000)
    expected = sorted_by_hand(lines, listing)
    assert expected
    assert filled.count(listing) == len(expected)
    assert filled.page(listing, 0, 1000) == expected
    for offset in (0, 1, 11, len(expected) // 2, 15, len(expected) - 3, len(expected) - 20, len(expected) + 5):
        offset = max(0, offset)
        assert filled.page(listing, offset, 7) == expected[offset : offset + 7]


def test_newest_first_is_the_order_of_the_grouping(database: Database, store: OrderStore) -> None:
    chance = random.Random(1)
    shuffled = list(range(50))
    chance.shuffle(shuffled)
    write(database, [order(number) for number in shuffled])
    assert numbers(store, everything()) == list(range(50))
    assert numbers(store, everything(descending=False)) == list(range(50))[::-1]


def test_a_page_after_a_change_is_right(database: Database, store: OrderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEAR_START", 5)
    write(database, [order(number) for number in range(100)])
    assert numbers(store, everything(), 50, 3) == [50, 51, 52]
    write(database, [order(200, grouped_at=NOW + HOUR)])
    assert numbers(store, everything(), 50, 3) == [49, 50, 51]
    assert numbers(store, everything(), 60, 3) == [59, 60, 61]
    assert numbers(store, everything(), 44, 3) == [43, 44, 45]


def test_the_deadline_is_of_the_file_or_derived(database: Database, store: OrderStore) -> None:
    write(database, [order(1, promised_ship_by=NOW + 5), order(2), order(3, status=Status.RECEIVED)])
    lines = {int(line.order.order_no[7:]): line for line in store.page(everything(), 0, 9)}
    assert (lines[1].ship_by, lines[1].ship_by_is_derived) == (NOW + 5, False)
    assert (lines[2].ship_by, lines[2].ship_by_is_derived) == (NOW + 46 * HOUR, True)
    assert (lines[3].ship_by, lines[3].ship_by_is_derived) == (None, False)


def test_derived_deadlines_follow_the_shop(database: Database, store: OrderStore) -> None:
    rows = [order(1, promised_ship_by=NOW + 5), order(2), order(3, shop="别家"), order(4, status=Status.RECEIVED)]
    write(database, rows)
    assert store.recompute_deadlines(lambda shop: terms(promise_hours=24 if shop == "别家" else 48)) == 1
    deadlines = {line.order.order_no[-1]: line.ship_by for line in store.page(everything(), 0, 9)}
    assert deadlines == {"1": NOW + 5, "2": NOW + 46 * HOUR, "3": NOW + 21 * HOUR, "4": None}
    assert store.recompute_deadlines(lambda shop: terms(promise_hours=24 if shop == "别家" else 48)) == 0


def test_an_unknown_order_is_none(store: OrderStore) -> None:
    assert store.get("pdd", "260519-1") is None
    assert store.get_by_number("260519-1") == []
    assert store.lines([1, 2]) == []
    assert store.shops() == []


def test_a_view_uses_its_index(filled: OrderStore, database: Database) -> None:
    for view in View:
        for sort in SortKey:
            listing = Listing(view, NOW, DUE_HOURS, sort, True)
            runs = order_pages.segments(listing, False)
            if view in (View.AFTER_SALE, View.WITH_CASE):
                continue
            for run in runs:
                values = {**order_pages.view_values(listing), "limit": 5, "offset": 0}
                plan = " ".join(row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {run.sql()}", values))
                assert "TEMP B-TREE" not in plan, (view, sort, plan)


def test_a_store_over_another_connection_sees_the_import(tmp_path: Any) -> None:
    with Database(tmp_path / "desk.db") as desk, Database(tmp_path / "desk.db") as worker:
        store = OrderStore(desk, initials_of)
        assert store.count(everything()) == 0
        write(worker, [order(1)])
        assert numbers(store, everything()) == [1]
