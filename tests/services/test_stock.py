"""Stock from a list or by hand: reckoned by the orders, told to the flows, warned of, and never older than it says."""

import csv
from pathlib import Path

import pytest

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.core.errors import WorldError
from deskhelper.core.order import Order
from deskhelper.core.stock import Goods, StockLevel, StockState
from deskhelper.services.cases import CaseView
from deskhelper.services.stock import MOST_PIECES
from tests.orders import NOW, ONLINE, at, imported
from tests.services.conftest import HouseAt

GOODS = Goods("测试四件套", "灰蓝 1.8m")
HEADER = ["商品名称", "商品规格", "库存数量", "预警库存", "盘点时间"]
NOT_LEFT = {"wants": "ship", "has_left": "no"}


def number(tail: int) -> str:
    return f"260518-{tail:015d}"


def waiting(count: int, **more: str) -> list[dict[str, str]]:
    return [{"订单号": number(tail), **more} for tail in range(1, count + 1)]


def stock_file(folder: Path, *rows: list[str], name: str = "库存.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return path


def counted(quantity: int, when: str = "2026-05-18 08:00", warn_at: str = "") -> list[str]:
    return ["测试四件套", "灰蓝 1.8m", str(quantity), warn_at, when]


def level(house: House) -> StockLevel:
    (found,) = house.stock.read().levels
    return found


def urged(house: House, order: Order, **answers: str) -> CaseView:
    return house.cases.look(order, "urge_shipment", CaseState(answers=NOT_LEFT | answers), take=False)


def can_ship(view: CaseView) -> tuple[str, str] | None:
    return next(((step.answer, step.by) for step in view.walk.steps if step.question == "can_ship"), None)


def test_a_list_is_taken_in_like_any_file_and_matched_with_the_orders(house: House, tmp_path: Path) -> None:
    imported(house, *waiting(3))
    report = house.imports.run(stock_file(tmp_path, counted(12, warn_at="4"), ["没人买的", "", "5", "", ""]))
    assert (report.new, report.updated, report.unchanged) == (2, 0, 0)
    assert [(note.code, note.values["unmatched"]) for note in report.notes] == [("stock_read", 1)]
    found = next(one for one in house.stock.read().levels if one.row.goods == GOODS)
    assert (found.on_hand, found.moved.needed, found.free, found.row.warn_at) == (12, 3, 9, 4)
    assert found.row.counted_at == at("2026-05-18 08:00")


def test_the_same_list_changes_nothing_and_an_older_count_does_not_take_a_newer_ones_place(
    house: House, tmp_path: Path
) -> None:
    imported(house)
    house.imports.run(stock_file(tmp_path, counted(12)))
    again = house.imports.run(stock_file(tmp_path, counted(12)))
    assert (again.new, again.updated, again.unchanged, again.older) == (0, 0, 1, 0)
    older = house.imports.run(stock_file(tmp_path, counted(99, "2026-05-17 08:00"), name="旧.csv"))
    assert (older.unchanged, older.older) == (1, 1)
    assert level(house).row.quantity == 12
    newer = house.imports.run(stock_file(tmp_path, counted(7, "2026-05-19 08:00"), name="新.csv"))
    assert (newer.updated, level(house).row.quantity) == (1, 7)


def test_what_was_shipped_after_the_count_is_taken_off_as_soon_as_an_import_says_so(
    house: House, tmp_path: Path
) -> None:
    rows = waiting(4)
    imported(house, *rows)
    house.imports.run(stock_file(tmp_path, counted(10, "2026-05-18 16:00")))
    early = {**rows[0], **ONLINE, "发货时间": "2026-05-18 15:00:00"}
    late = {**rows[1], **ONLINE, "发货时间": "2026-05-18 18:30:00", "快递单号": "773000000000777"}
    order = imported(house, early, late, *rows[2:])
    known = house.known.of_order(order).stock
    assert known is not None
    assert (known.on_hand, known.moved.needed) == (9, 2)


def test_the_pace_is_told_only_where_the_orders_cover_a_week_and_are_enough(house: House, tmp_path: Path) -> None:
    days = [{"订单号": number(day), "拼单成功时间": f"2026-05-{day:02d} 09:00:00"} for day in range(14, 20)]
    imported(house, *days)
    house.imports.run(stock_file(tmp_path, counted(50)))
    assert level(house).days_left is None
    imported(house, *days, {"订单号": number(11), "拼单成功时间": "2026-05-11 09:00:00"})
    found = level(house)
    assert found.moved.sold == 6
    assert found.days_left == pytest.approx((50 - 7) * 7 / 6)


def test_old_orders_say_nothing_of_the_pace_today(house_at: HouseAt, tmp_path: Path) -> None:
    house = house_at("2026-05-22T12:00:00+08:00")
    days = [{"订单号": number(day), "拼单成功时间": f"2026-05-{day:02d} 09:00:00"} for day in range(11, 20)]
    imported(house, *days)
    house.imports.run(stock_file(tmp_path, counted(50)))
    assert level(house).moved.sold is None


@pytest.mark.parametrize(
    ("quantity", "orders", "answer", "outcome"),
    [
        (5, 1, ("yes", "order"), "D-URGE-1.2.1.1"),
        (3, 3, ("yes", "order"), "D-URGE-1.2.1.1"),
        (0, 1, ("no", "order"), "D-URGE-1.2.2"),
        (2, 3, None, None),
    ],
)
def test_stock_answers_whether_the_shop_can_ship(
    house: House, tmp_path: Path, quantity: int, orders: int, answer: tuple[str, str] | None, outcome: str | None
) -> None:
    order = imported(house, *waiting(orders))
    house.imports.run(stock_file(tmp_path, counted(quantity)))
    view = urged(house, order)
    assert can_ship(view) == answer
    assert view.walk.outcome == outcome
    if answer is None:
        assert view.walk.question == "can_ship"


def test_a_late_order_with_stock_gets_a_new_time_and_the_reason_names_count_and_time(
    house: House, tmp_path: Path
) -> None:
    order = imported(house, {"承诺发货时间": "2026-05-19 09:00:00"})
    house.imports.run(stock_file(tmp_path, counted(5)))
    view = urged(house, order)
    assert view.walk.outcome == "D-URGE-1.2.1.2"
    step = next(step for step in view.walk.steps if step.question == "can_ship")
    assert step.reason.zh == "库存 5 件，待发要 1 件（5-18 08:00 盘点，已减去之后发走的）"


def test_the_agent_overrules_the_stock(house: House, tmp_path: Path) -> None:
    order = imported(house)
    house.imports.run(stock_file(tmp_path, counted(0)))
    view = urged(house, order, can_ship="yes")
    assert (can_ship(view), view.walk.outcome) == (("yes", "agent"), "D-URGE-1.2.1.1")


def test_without_a_row_of_its_goods_the_agent_is_asked(house: House, tmp_path: Path) -> None:
    order = imported(house)
    house.imports.run(stock_file(tmp_path, ["别的商品", "", "9", "", ""]))
    assert urged(house, order).walk.question == "can_ship"


def test_goods_are_counted_by_hand_and_warned_of(house: House) -> None:
    order = imported(house, *waiting(3))
    assert house.stock.read().uncounted == [(GOODS, 3)]
    house.stock.count(GOODS, 4, warn_at=1)
    found = level(house)
    assert (found.free, found.state, found.row.counted_at) == (1, StockState.LOW, at(NOW))
    assert house.stock.read().uncounted == []
    house.stock.warn_at(found, None)
    assert level(house).state is StockState.ENOUGH
    house.stock.count(GOODS, 2)
    assert level(house).state is StockState.SHORT
    assert urged(house, order).walk.question == "can_ship"


def test_a_row_is_taken_away_and_put_back_as_it_was(house: House) -> None:
    order = imported(house)
    house.stock.count(GOODS, 4, warn_at=1)
    before = level(house)
    house.stock.remove(before)
    assert house.stock.read().levels == []
    assert urged(house, order).walk.question == "can_ship"
    house.stock.restore(before)
    assert level(house).row.quantity == 4


def test_what_is_no_count_or_no_goods_is_refused(house: House) -> None:
    for goods, quantity, code in ((Goods(spec="灰"), 1, "stock_unnamed"), (GOODS, -1, "stock_pieces")):
        with pytest.raises(WorldError) as told:
            house.stock.count(goods, quantity)
        assert told.value.problem.code == code
    house.stock.count(GOODS, 1)
    with pytest.raises(WorldError) as told:
        house.stock.warn_at(level(house), MOST_PIECES + 1)
    assert told.value.problem.code == "stock_pieces"


def test_a_refunded_order_needs_no_stock(house: House, tmp_path: Path) -> None:
    imported(house, {}, {"订单号": number(2), "订单状态": "未发货，退款成功", "售后状态": "退款成功"})
    house.imports.run(stock_file(tmp_path, counted(5)))
    assert level(house).moved.needed == 1
