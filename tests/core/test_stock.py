from typing import Any

import pytest

from deskhelper.core.moments import DAY
from deskhelper.core.stock import (
    Goods,
    Moved,
    StockBook,
    StockLevel,
    StockRow,
    StockState,
    goods_key,
    window_start,
)

NOW = 1_779_172_200
TITLED = Goods("法兰绒四件套", "灰蓝 1.8m")
CODED = Goods("法兰绒四件套", "灰蓝 1.8m", "700", "HJ-1")


def row(goods: Goods = TITLED, quantity: int = 10, **more: Any) -> StockRow:
    return StockRow(goods=goods, quantity=quantity, counted_at=NOW, **more)


def level(quantity: int, warn_at: int | None = None, **moved: Any) -> StockLevel:
    return StockLevel(row(quantity=quantity, warn_at=warn_at), Moved(**moved))


@pytest.mark.parametrize(
    ("shipped", "needed", "on_hand", "free"), [(0, 0, 10, 10), (3, 4, 7, 3), (3, 9, 7, -2), (12, 0, 0, 0)]
)
def test_what_left_since_the_count_is_taken_off(shipped: int, needed: int, on_hand: int, free: int) -> None:
    found = level(10, shipped=shipped, needed=needed)
    assert (found.on_hand, found.free) == (on_hand, free)


def test_how_long_it_lasts_is_told_by_the_pace_of_a_week_and_not_without_one() -> None:
    assert level(20, needed=6, sold=7).days_left == 14
    assert level(2, needed=6, sold=7).days_left == 0
    assert level(20).days_left is None


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (level(10), StockState.ENOUGH),
        (level(10, needed=11), StockState.SHORT),
        (level(10, warn_at=10), StockState.LOW),
        (level(10, warn_at=9), StockState.ENOUGH),
        (level(10, sold=28), StockState.LOW),
        (level(12, sold=28), StockState.ENOUGH),
    ],
)
def test_it_is_warned_before_stock_runs_out(found: StockLevel, state: StockState) -> None:
    assert found.state is state


@pytest.mark.parametrize(
    ("found", "quantity", "is_waiting", "can"),
    [
        (level(10, needed=4), 4, True, True),
        (level(10, needed=10), 1, True, True),
        (level(10, needed=10), 1, False, None),
        (level(10, needed=9), 1, False, True),
        (level(3, needed=10), 1, True, None),
        (level(0, needed=1), 1, True, False),
        (level(1, needed=2), 2, True, False),
    ],
)
def test_an_order_is_served_where_all_are_and_not_where_nothing_is_there(
    found: StockLevel, quantity: int, is_waiting: bool, can: bool | None
) -> None:
    assert found.can_serve(quantity, is_waiting) is can


@pytest.mark.parametrize(
    ("counted", "asked", "is_found"),
    [
        (TITLED, TITLED, True),
        (TITLED, Goods("法兰绒 四件套", "灰蓝1.8M"), True),
        (TITLED, Goods("法兰绒四件套", "米白"), False),
        (Goods("法兰绒四件套"), Goods("法兰绒四件套", "米白"), True),
        (Goods(sku_code="hj-1"), CODED, True),
        (Goods(sku_code="HJ-2"), CODED, False),
        (Goods(spec="灰蓝 1.8m", product_id="700"), CODED, True),
        (Goods(product_id="700"), CODED, True),
        (Goods(product_id="701"), CODED, False),
        (CODED, TITLED, True),
        (CODED, Goods("换了标题", "灰蓝 1.8m", "700"), True),
        (CODED, Goods("法兰绒四件套", "灰蓝 1.8m", "700", "HJ-9"), False),
        (Goods("法兰绒四件套", "", "700", "HJ-1"), Goods("法兰绒四件套", "米白", "700"), False),
        (TITLED, Goods(), False),
    ],
)
def test_goods_are_found_by_code_then_number_then_title(counted: Goods, asked: Goods, is_found: bool) -> None:
    kept = row(counted)
    assert StockBook([kept]).row_for(asked, "店") == (kept if is_found else None)


def test_a_shops_own_row_goes_before_one_of_any_shop() -> None:
    own, common = row(shop="甲店"), row(quantity=5)
    book = StockBook([common, own])
    assert (book.row_for(TITLED, "甲店"), book.row_for(TITLED, "乙店")) == (own, common)


def test_a_name_that_two_rows_share_names_neither_and_the_next_one_is_asked() -> None:
    one, other = row(Goods("四件套", "灰", "700", "HJ-1")), row(Goods("四件套", "蓝", "700", "HJ-1"))
    book = StockBook([one, other])
    assert book.row_for(Goods("四件套", "蓝", "700", "HJ-1"), "") == other
    assert book.row_for(Goods(sku_code="HJ-1", product_id="700"), "") is None


def test_goods_without_any_name_are_not_named() -> None:
    assert not Goods(spec="灰蓝").is_named
    assert Goods(product_id="7").is_named
    assert goods_key(Goods(spec="灰蓝")) == ("",)
    assert goods_key(CODED) == ("sku", "700", "hj-1")


def test_the_pace_is_taken_from_the_last_seven_days() -> None:
    assert window_start(NOW) == NOW - 7 * DAY
