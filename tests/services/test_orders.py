import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.view import SortKey, View
from deskhelper.services import orders
from deskhelper.services.clock import FixedClock, SystemClock, moment_of
from deskhelper.storage import database
from tests import orders as o
from tests.orders import NOW, NUMBER, SHOP, at, imported
from tests.services.conftest import HouseAt

ROWS = {
    "waits": {}, "late": o.LATE, "due": {"承诺发货时间": "2026-05-19 15:00:00"},
    "shipped": o.ONLINE, "refund": o.REFUND_OPEN,
    "refunded": {**o.REFUNDED, **o.LATE}, "cancelled": {**o.CANCELLED, **o.LATE},
}  # fmt: skip
NUMBERS = {name: f"260518-{at_ + 1:015d}" for at_, name in enumerate(ROWS)}


@pytest.fixture
def furnished(house: House) -> House:
    imported(house, *({**row, "订单号": NUMBERS[name]} for name, row in ROWS.items()))
    return house


def names(house: House, view: View) -> set[str]:
    lines = house.orders.page(house.orders.listing(view), 0, 100)
    found = {line.order.order_no for line in lines}
    return {name for name, number in NUMBERS.items() if number in found}


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View.ALL, set(ROWS)),
        (View.TO_SHIP, {"waits", "late", "due", "refund"}),
        (View.DUE, {"due"}),
        (View.OVERDUE, {"late"}),
        (View.SHIPPED, {"shipped"}),
        (View.AFTER_SALE, {"refund"}),
        (View.WITH_CASE, set()),
    ],
)
def test_a_view_shows_what_it_says(furnished: House, view: View, expected: set[str]) -> None:
    assert names(furnished, view) == expected
    assert furnished.orders.counts()[view] == len(expected)
    assert furnished.count_views()[view] == len(expected)


def test_shipping_views_start_with_the_soonest_deadline(furnished: House) -> None:
    listing = furnished.orders.listing(View.TO_SHIP)
    lines = furnished.orders.page(listing, 0, 10)
    assert [line.order.order_no for line in lines][:2] == [NUMBERS["late"], NUMBERS["due"]]
    assert furnished.orders.listing(View.ALL, SortKey.NUMBER, True).descending is True


def test_an_order_with_a_case_is_in_its_view(furnished: House) -> None:
    order = furnished.orders.find(NUMBERS["late"])
    view = furnished.cases.keep(furnished.cases.open(order, "urge_shipment"))
    assert names(furnished, View.WITH_CASE) == {"late"}
    furnished.cases.finish(view)
    assert names(furnished, View.WITH_CASE) == set()


def test_an_order_is_found_by_number_with_or_without_platform(house: House) -> None:
    imported(house)
    assert house.orders.find(f" {NUMBER} ").order_no == NUMBER
    assert house.orders.find(f"pdd:{NUMBER}").order_no == NUMBER
    assert [line.order.order_no for line in house.orders.search("0001")] == [NUMBER]
    for words in ("none", f"jd:{NUMBER}"):
        with pytest.raises(WorldError, match="order_unknown"):
            house.orders.find(words)


def test_a_number_of_two_platforms_wants_the_platform(house: House) -> None:
    imported(house)
    house.database.execute("CREATE TEMP TABLE twin AS SELECT * FROM orders")
    house.database.execute("UPDATE twin SET platform = 'taobao', id = id + 1")
    house.database.execute("INSERT INTO orders SELECT * FROM twin")
    with pytest.raises(WorldError, match="order_ambiguous"):
        house.orders.find(NUMBER)
    assert house.orders.find(f"taobao:{NUMBER}").platform == "taobao"


def test_a_card_shows_the_promise_in_force(house: House) -> None:
    imported(house, o.DERIVED)
    o.settle(house, promise_hours=24)
    card = house.orders.card("pdd", NUMBER)
    assert card.promise is not None
    assert (card.promise.at, card.promise.is_derived) == (at("2026-05-19 09:12"), True)
    assert (card.note, card.cases, card.copies, card.promises) == ("", [], [], [])
    with pytest.raises(WorldError, match="order_unknown"):
        house.orders.card("pdd", "none")


def test_a_note_is_kept_and_taken_away(house_at: HouseAt) -> None:
    house = house_at()
    imported(house)
    house.orders.set_note("pdd", NUMBER, " 买家周末在家 ")
    assert house_at().orders.card("pdd", NUMBER).note == "买家周末在家"
    house.orders.set_note("pdd", NUMBER, "  ")
    assert house_at().orders.card("pdd", NUMBER).note == ""


def test_the_shops_are_those_of_the_orders(house: House) -> None:
    assert house.orders.shops() == []
    imported(house)
    assert house.orders.shops() == [SHOP]


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    clock = FixedClock(at(NOW))
    clock.move(60)
    assert moment_of(clock).now == at(NOW) + 60


def test_the_machines_clock_tells_an_instant_in_the_shops_zone() -> None:
    clock = SystemClock()
    assert clock.now() > at("2026-01-01")
    assert str(clock.zone) == "Asia/Shanghai"


def told_deadlines(house: House) -> set[int | None]:
    """Return what list, card and facts say of when the order must ship; one value where they agree."""
    order = house.orders.find(NUMBER)
    card = house.orders.card(order.platform, order.order_no)
    promise = house.orders.promise_of(order)
    fact = house.cases.look(order, "urge_shipment").facts["promise_at"]
    (line,) = house.orders.page(house.orders.listing(View.ALL), 0, 9)
    assert card.promise == promise
    assert isinstance(fact, int | None)
    return {line.ship_by, card.line.ship_by, promise.at if promise else None, fact}


def test_list_card_and_facts_agree_on_marked_goods(house: House) -> None:
    order = imported(house, o.DERIVED)
    assert told_deadlines(house) == {at("2026-05-20 09:12")}
    house.marks.set_presale_days(order, 15)
    assert told_deadlines(house) == {at("2026-06-02 09:12")}
    imported(house, {**o.DERIVED, "商家备注": "快"})
    house.recompute_deadlines()
    assert told_deadlines(house) == {at("2026-06-02 09:12")}
    house.marks.set_custom(order, True)
    house.marks.clear_presale(order)
    assert told_deadlines(house) == {None}
    house.marks.set_custom(order, None)
    house.marks.clear_presale(order, by_rules=True)
    assert told_deadlines(house) == {at("2026-05-20 09:12")}


def test_list_card_and_facts_agree_on_goods_that_a_rule_marks(house: House) -> None:
    imported(house, o.DERIVED)
    o.settle(house, presale_goods=("四件套 15天",))
    house.recompute_deadlines()
    assert told_deadlines(house) == {at("2026-06-02 09:12")}
    imported(house, {**o.DERIVED, "商家备注": "快"})
    assert told_deadlines(house) == {at("2026-06-02 09:12")}
    house.policy.set_numbers("presale.max_days", {"value": 10})
    house.recompute_deadlines()
    assert told_deadlines(house) == {None}
    o.settle(house)
    house.recompute_deadlines()
    assert told_deadlines(house) == {at("2026-05-20 09:12")}


def test_letters_to_draw_ahead_are_those_of_the_products(house: House) -> None:
    imported(house, {"订单号": NUMBER, "商品": "竹编果篮"})
    assert set("竹编果篮") <= set(house.read_letters())


def test_a_search_gives_up_where_the_window_would_wait_and_finds_the_same_apart(
    furnished: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", 60)
    found = furnished.orders.search_at_once("260518", 3)
    assert found == furnished.orders.search("260518", 3)
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", -1)
    assert furnished.orders.search_at_once("260518", 3) is None
    assert furnished.orders.search_apart("260518", 3, lambda: False) == found
    assert len(furnished.orders.search("260518", 3)) == 3


def test_a_search_apart_that_nobody_wants_any_more_finds_nothing(
    furnished: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "STEPS_BETWEEN_LOOKS", 1)
    assert furnished.orders.search_apart("260518", 3, lambda: True) == []
    asked = iter([False])
    assert furnished.orders.search_apart("260518", 3, lambda: next(asked, True)) == []
