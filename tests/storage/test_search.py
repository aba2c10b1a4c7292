"""Search finds just what a look at every order finds, whatever way it takes."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deskhelper.core.order import Order, Status
from deskhelper.core.search_keys import matches, number_match, parse_query, product_parts, receiver_parts
from deskhelper.core.view import Listing, View
from deskhelper.storage import order_search, word_source
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.product_texts import letters_of_products
from tests.storage.make import NOW, everything, initials_of, mark_open_cases, order, write

TITLES = ("全棉四件套", "重庆发货 被套", "T恤 100%棉", "催货_专用", "窗帘'\"*")
SPECS = ("灰蓝,1.8m床", "4268款", "😀 大号", "")
NAMES = ("张伟", "张*", "四件", "", "伟重", "O'Neil")
QUERIES = (
    "四件套", "四", "灰蓝 四件套", "cq", "zq", "zqfh", "fh", "4", "42", "268", "4268",
    "4268 四件套", "张", "张伟", "zw", "z", "%", "_", "'", '"', "*", "😀", "-", "t恤", "tx", "100%",
    "1.8M床", "260519", "2605", "26051", "260519-0", "yt", "YT9", "13800000001", "0001",
    "张 四件套", "四件 张", "z 4 0", "张 伟", "四 件", "x" * 1000, "没有的字", "一二三四五六", "0",
    "000000001", "260519000000000000007", "o'n", "）", "a\x00b", "4268 4268", "灰蓝 zw",
    "发货 重庆",
)  # fmt: skip


def some_orders(size: int, seed: int = 3) -> list[Order]:
    chance = random.Random(seed)
    return [
        order(
            number if chance.random() < 0.9 else f"AB-{number}",
            status=chance.choice((Status.TO_SHIP, Status.SHIPPED, Status.RECEIVED)),
            product=chance.choice(TITLES),
            spec=chance.choice(SPECS),
            receiver=chance.choice(NAMES),
            phone=chance.choice(("13800000001", "138****0001", "1380000****", "13912344268", "")),
            tracking_no=chance.choice(("", "", f"YT9{number:010d}", f"{chance.randrange(10**12)}", "yt904268")),
        )
        for number in range(size)
    ]


def found_by_hand(store: OrderStore, query: str, listing: Listing) -> list[str]:
    """Return the numbers of the orders that have all words: whole numbers first, then newest first."""
    words = parse_query(query)
    found: list[tuple[bool, int, str]] = []
    for line in store.page(listing, 0, 10_000):
        one = line.order
        ranks = [number_match(word, (one.order_no, one.tracking_no), one.phone) for word in words]
        has = [
            bool(rank)
            or matches(word.text, product_parts(one.product, one.spec), initials_of)
            or matches(word.text, receiver_parts(one.receiver), initials_of)
            for word, rank in zip(words, ranks, strict=True)
        ]
        if words and all(has):
            found.append((max(ranks) < 2, -line.id, one.order_no))
    return [number for *_, number in sorted(found)]


def assert_found(store: OrderStore, query: str, limit: int, view: View = View.ALL) -> None:
    listing = everything(view)
    expected = found_by_hand(store, query, listing)
    found = store.search(query, NOW, limit, None if view is View.ALL else listing)
    assert [line.order.order_no for line in found] == expected[:limit]


@pytest.fixture(params=["rare", "dense", "scan", "all"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the same small data be searched in each way that large data are."""
    way: str = request.param
    if way == "dense":
        monkeypatch.setattr(word_source, "DENSE_NUMBERS", 3)
        monkeypatch.setattr(word_source, "DENSE_PRODUCTS", 2)
        monkeypatch.setattr(order_search, "DENSE_PRODUCTS", 2)
    if way == "scan":
        monkeypatch.setattr(order_search, "SCAN_RATIO", 0)
    if way != "rare":
        monkeypatch.setattr(order_search, "LOOK_ROWS", 20)
        monkeypatch.setattr(order_search, "SCAN_ROWS", 40)
        monkeypatch.setattr(order_search, "FEW", 5)
        monkeypatch.setattr(order_search, "PORTION", 8)
        monkeypatch.setattr(word_source, "CHUNK", 2)
        monkeypatch.setattr(word_source, "FIRST_CHUNK", 1)
        monkeypatch.setattr(word_source, "FEW_NUMBERS", 2)
        monkeypatch.setattr(word_source, "SAMPLE", 8)
    if way != "all":
        monkeypatch.setattr(order_search, "LOOK_RATIO", 0)
    return way


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("limit", [1, 5, 50, 1000])
def test_search_finds_what_a_look_at_every_order_finds(database: Database, store: OrderStore, limit: int) -> None:
    write(database, some_orders(150))
    for query in QUERIES:
        assert_found(store, query, limit)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("view", [View.TO_SHIP, View.SHIPPED, View.OVERDUE, View.WITH_CASE])
def test_a_search_in_a_view_finds_its_orders_only(database: Database, store: OrderStore, view: View) -> None:
    write(database, some_orders(150))
    for number in range(0, 150, 7):
        mark_open_cases(database, f"260519-{number:015d}", 1)
    for query in QUERIES:
        assert_found(store, query, 10, view)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 10_000),
    st.lists(
        st.one_of(
            st.text(alphabet="四件套灰蓝张伟重庆发货tzwfhcsj", min_size=1, max_size=3),
            st.text(alphabet="0124689", min_size=1, max_size=9),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_any_query_finds_what_a_look_at_every_order_finds(seed: int, words: list[str]) -> None:
    with Database(":memory:") as database:
        store = OrderStore(database, initials_of)
        write(database, some_orders(40, seed))
        assert_found(store, " ".join(words), 7)


def test_an_empty_query_finds_nothing(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    assert store.search("", NOW, 5) == store.search(" \t", NOW, 5) == store.search("四", NOW, 0) == []


def test_a_whole_number_comes_first(database: Database, store: OrderStore) -> None:
    rows = [order(number, tracking_no=f"{number:04d}5555") for number in range(60)]
    write(database, [*rows, order(100, tracking_no="5555")])
    assert [line.order.order_no[-3:] for line in store.search("5555", NOW, 2)] == ["100", "000"]


def test_an_updated_tracking_number_is_found(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    write(database, [order(1, status=Status.SHIPPED, tracking_no="YT777123")])
    assert len(store.search("7123", NOW, 5)) == len(store.search("yt777", NOW, 5)) == 1


def test_a_product_without_orders_is_not_in_the_way(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    write(database, [order(1, product="新标题", spec="", product_id="")], frozenset({"order_no", "status", "product"}))
    assert len(store.search("新标题", NOW, 5)) == len(store.search("灰蓝", NOW, 5)) == 1
    assert store.search("四件套", NOW, 5) == []


def test_only_the_newest_of_many_are_asked_for(database: Database, store: OrderStore) -> None:
    """What is read for a page must not grow with what matches: 50 lines of one product take few rows."""
    write(database, [order(number) for number in range(3000)])
    statements: list[str] = []
    database.connection.set_trace_callback(statements.append)
    assert len(store.search("四件套", NOW, 50)) == 50
    database.connection.set_trace_callback(None)
    assert len(statements) < 40


def test_letters_of_the_newest_products_come_by_how_often_they_are_met(database: Database) -> None:
    write(database, [order(1, product="老货", spec="")])
    write(database, [order(2, product="灰灰蓝", spec="蓝灰 大")])
    assert letters_of_products(database, 1, 2) == "灰蓝"
    assert set(letters_of_products(database, 5, 9)) == set("老货灰蓝 大")
    assert "老" not in letters_of_products(database, 1, 9)
