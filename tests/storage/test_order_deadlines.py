"""Deadlines of stored orders without a time in the file: by the shop's hours, by product rules, by marks of hand."""

import pytest

from deskhelper.core.deadline import ShipTerms
from deskhelper.core.marks import OrderMarks, Presale
from deskhelper.core.moments import DAY, HOUR
from deskhelper.core.order import AfterSale
from deskhelper.core.view import Listing, View
from deskhelper.storage import bulk_indexes, order_deadlines
from deskhelper.storage.database import Database
from deskhelper.storage.marks import MarkStore
from deskhelper.storage.orders import OrderStore
from tests.storage.make import (
    NOW,
    after_sale,
    everything,
    order,
    shipped,
    terms,
    usual_terms,
    write,
    write_after_sales,
)

WOOL = "羊毛被"
CUP = "刻字杯"
GROUPED = NOW - HOUR
USUAL = GROUPED + 48 * HOUR
HAND = OrderMarks(presale=Presale(days=9))
BY_HAND = GROUPED + 9 * DAY
BY_RULE = GROUPED + 15 * DAY


def ruled_terms(shop: str) -> ShipTerms:
    """Return rules for every shop but one."""
    return terms() if shop == "别家" else terms(presale_goods=("羊毛 15天",), custom_goods=("刻字",))


def mark(database: Database, marks: OrderMarks, number: int = 1) -> None:
    MarkStore(database).save("pdd", order(number).order_no, marks, NOW, ruled_terms)


def deadlines(store: OrderStore) -> dict[str, int | None]:
    return {line.order.order_no[-1]: line.ship_by for line in store.page(everything(), 0, 99)}


def deadline(store: OrderStore, number: int = 1) -> int | None:
    line = store.line("pdd", order(number).order_no)
    assert line is not None
    return line.ship_by


@pytest.fixture(params=[False, True], ids=["few", "bulk"])
def bulk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_indexes, "BULK_ROWS", 1 if request.param else 1000)


@pytest.mark.usefixtures("bulk")
def test_an_import_goes_by_the_rules(database: Database, store: OrderStore) -> None:
    rows = [
        order(1, product=WOOL), order(2, product=CUP), order(3), order(4, product=WOOL, shop="别家"),
        order(5, product=WOOL, promised_ship_by=NOW + 5), order(6, product=WOOL, grouped_at=None),
        shipped(7, product=WOOL), order(8, spec="羊毛"),
    ]  # fmt: skip
    write(database, rows, ship_terms_of=ruled_terms)
    assert deadlines(store) == {
        "1": NOW - HOUR + 15 * DAY,
        "2": None,
        "3": NOW - 3 * HOUR + 48 * HOUR,
        "4": NOW - 4 * HOUR + 48 * HOUR,
        "5": NOW + 5,
        "6": None,
        "7": None,
        "8": NOW - 8 * HOUR + 15 * DAY,
    }


@pytest.mark.usefixtures("bulk")
def test_an_import_keeps_to_the_marks_of_hand(database: Database, store: OrderStore) -> None:
    write(database, [order(1), order(2, product=WOOL)], ship_terms_of=ruled_terms)
    mark(database, HAND)
    mark(database, OrderMarks(no_presale=True), 2)
    again = [order(1, buyer_note="快"), order(2, product=WOOL, buyer_note="快"), order(3, buyer_note="快")]
    assert write(database, again, ship_terms_of=ruled_terms).updated == 2
    assert deadlines(store) == {"1": BY_HAND, "2": NOW + 46 * HOUR, "3": NOW + 45 * HOUR}


def test_a_mark_that_was_there_before_its_order_counts(database: Database, store: OrderStore) -> None:
    mark(database, HAND)
    write(database, [order(1)])
    assert deadline(store) == BY_HAND


def test_an_order_that_turns_into_other_goods_goes_by_their_rule(database: Database, store: OrderStore) -> None:
    write(database, [order(1)], ship_terms_of=ruled_terms)
    write(database, [order(1, product=WOOL)], ship_terms_of=ruled_terms)
    assert deadline(store) == BY_RULE


def test_a_file_with_the_promise_beats_the_marks(database: Database, store: OrderStore) -> None:
    write(database, [order(1)])
    mark(database, HAND)
    write(database, [order(1, promised_ship_by=NOW + 5)])
    assert deadline(store) == NOW + 5


def test_a_mark_moves_the_deadline_at_once_and_back(database: Database, store: OrderStore) -> None:
    write(database, [order(1), order(2)])
    mark(database, HAND)
    assert deadlines(store) == {"1": BY_HAND, "2": NOW + 46 * HOUR}
    mark(database, OrderMarks(is_custom=True))
    assert deadline(store) is None
    mark(database, OrderMarks(platform_notice_at=NOW))
    assert deadline(store) == USUAL
    mark(database, HAND)
    mark(database, OrderMarks())
    assert deadline(store) == USUAL


@pytest.mark.parametrize("one", [shipped(1), order(1, after_sale=AfterSale.REFUNDED), order(1, promised_ship_by=5)])
def test_a_mark_gives_no_deadline_to_what_has_none_or_the_files(
    database: Database, store: OrderStore, one: object
) -> None:
    write(database, [one])  # type: ignore[list-item]
    before = deadline(store)
    mark(database, HAND)
    assert deadline(store) == before


def test_rules_that_come_and_go_move_the_deadlines(database: Database, store: OrderStore) -> None:
    rows = [order(1, product=WOOL), order(2, product=CUP), order(3), order(4, product=WOOL, shop="别家")]
    write(database, rows)
    mark(database, OrderMarks(is_custom=True), 3)
    usual = {"1": USUAL, "2": NOW + 46 * HOUR, "3": None, "4": NOW + 44 * HOUR}
    assert deadlines(store) == usual
    assert store.recompute_deadlines(ruled_terms) == 2
    assert deadlines(store) == usual | {"1": BY_RULE, "2": None}
    assert store.recompute_deadlines(ruled_terms) == 0
    assert store.recompute_deadlines(usual_terms) == 2
    assert deadlines(store) == usual


def test_to_reckon_anew_keeps_to_marks_of_hand_and_follows_the_hours(database: Database, store: OrderStore) -> None:
    write(database, [order(1), order(2, product=WOOL), order(3, promised_ship_by=NOW), shipped(4)])
    mark(database, HAND)
    mark(database, OrderMarks(no_presale=True), 2)
    database.execute("UPDATE orders SET ship_by = 7 WHERE promised_ship_by IS NULL AND status = 1")
    assert store.recompute_deadlines(lambda _: terms(promise_hours=24, presale_goods=("羊毛 15天",))) == 2
    assert deadlines(store) == {"1": BY_HAND, "2": NOW + 22 * HOUR, "3": NOW, "4": None}


def test_a_fixed_end_that_is_taken_back_leaves_no_deadline_without_a_grouped_time(
    database: Database, store: OrderStore
) -> None:
    write(database, [order(1, grouped_at=None)])
    mark(database, OrderMarks(presale=Presale(until=NOW + DAY)))
    assert deadline(store) == NOW + DAY
    database.execute("DELETE FROM order_marks")
    assert store.recompute_deadlines(usual_terms) == 1
    assert deadline(store) is None


def test_an_after_sales_file_keeps_rules_and_marks(database: Database, store: OrderStore) -> None:
    write(database, [order(1, product=WOOL), order(2)], ship_terms_of=ruled_terms)
    mark(database, HAND, 2)
    records = [after_sale(1, 1, after_sale=AfterSale.OPEN), after_sale(2, 2, after_sale=AfterSale.OPEN)]
    write_after_sales(database, records, ship_terms_of=ruled_terms)
    assert deadlines(store) == {"1": BY_RULE, "2": NOW - 2 * HOUR + 9 * DAY}


def test_an_order_that_waits_for_its_after_sales_record_keeps_its_mark(database: Database, store: OrderStore) -> None:
    write_after_sales(database, [after_sale(1, 1, after_sale=AfterSale.OPEN)])
    mark(database, HAND)
    write(database, [order(1)])
    assert deadline(store) == BY_HAND


def test_marks_of_another_platform_are_not_the_orders(database: Database, store: OrderStore) -> None:
    write(database, [order(1), order(1, platform="taobao")])
    MarkStore(database).save("taobao", order(1).order_no, HAND, NOW, usual_terms)
    assert deadline(store) == USUAL
    database.execute("UPDATE orders SET ship_by = 7")
    store.recompute_deadlines(usual_terms)
    assert deadline(store) == USUAL
    write(database, [order(1, buyer_note="快"), order(1, platform="taobao", buyer_note="快")])
    assert deadline(store) == USUAL
    other = store.line("taobao", order(1).order_no)
    assert other is not None
    assert other.ship_by == BY_HAND
    mark(database, OrderMarks(presale=Presale(days=3)))
    store.recompute_deadlines(usual_terms)
    other = store.line("taobao", order(1).order_no)
    assert other is not None
    assert (deadline(store), other.ship_by) == (GROUPED + 3 * DAY, BY_HAND)


def test_the_overdue_view_goes_by_the_marks(database: Database, store: OrderStore) -> None:
    write(database, [order(1, grouped_at=NOW - 3 * DAY)])
    overdue = Listing(View.OVERDUE, NOW)
    assert store.count(overdue) == 1
    mark(database, HAND)
    assert store.count(overdue) == 0


def test_rules_are_asked_once_for_goods_and_never_without_rules(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    kept = ShipTerms.seconds_for

    def counted(self: ShipTerms, title: str, *more: str) -> int | None:
        asked.append(title)
        return kept(self, title, *more)

    monkeypatch.setattr(ShipTerms, "seconds_for", counted)
    write(database, [order(n) for n in range(20)], batch_size=5)
    assert asked == []
    write(database, [order(n, buyer_note="快") for n in range(40)], batch_size=5, ship_terms_of=ruled_terms)
    assert asked == [order().product]


def test_no_statement_looks_through_all_orders(database: Database) -> None:
    values = {"shop": 1, "seconds": 1, "products": "[]"}
    for statement in (order_deadlines._SET_THESE, order_deadlines._SET_OTHERS):
        plan = " | ".join(str(row[3]) for row in database.rows(f"EXPLAIN QUERY PLAN {statement}", values))
        assert "SCAN orders" not in plan
        assert "status=?" in plan
