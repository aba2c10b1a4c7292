"""Several rows of one order: other goods are put together, the same said again counts once."""

from pathlib import Path

import pytest

from deskhelper.core.order import Status
from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import (
    ALI1688,
    ALI_ORDER,
    DOUYIN,
    DOUYIN_ORDER,
    JD,
    JD_ORDER,
    NO,
    ORDER,
    compact,
    csv_file,
    lines,
    order,
    xlsx_file,
)

SPOON = {"商品": "测试勺", "商品规格": "大", "商品id": "754123456000", "商品数量(件)": "1", "用户实付金额(元)": "9.90"}
RED = {"商品规格": "蓝色,500ml"}


def number(at: int) -> str:
    return f"260517-{at:015d}"


def test_rows_of_one_order_with_other_goods_become_one_order(tmp_path: Path, opened: Opener) -> None:
    others = [order(订单号=number(at)) for at in range(3)]
    [batch] = opened(compact(tmp_path, ORDER, *others, order(**SPOON), order(**RED))).batches()
    [found] = [one for one in batch if one.order.order_no == NO]
    assert (found.row, len(batch)) == (2, 4)
    assert (found.order.product, found.order.spec) == ("测试保温杯 等2件商品", "红色,500ml；大；蓝色,500ml")
    assert (found.order.quantity, found.order.paid_fen) == (5, 3850 + 990 + 3850)
    assert [one.row for one in batch] == sorted(one.row for one in batch)


def test_an_amount_that_stays_while_the_count_does_not_is_that_of_the_order(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(compact(tmp_path, ORDER, order(**(SPOON | {"用户实付金额(元)": "38.50"}))))
    assert (found.quantity, found.paid_fen) == (3, 3850)


def test_an_order_stands_where_its_least_advanced_goods_stand(tmp_path: Path, read: Reader) -> None:
    sent = {"订单状态": "已发货，待签收", "发货时间": "2026-05-18 09:00:00", "快递单号": "YT0000000000001"}
    [found], _ = read(compact(tmp_path, order(**sent), order(**SPOON)))
    assert (found.status, found.tracking_no) == (Status.TO_SHIP, "YT0000000000001")


def test_the_same_goods_again_are_left_to_what_decides_which_is_newer(tmp_path: Path, read: Reader) -> None:
    found, _ = read(compact(tmp_path, ORDER, order(订单状态="已发货，待签收"), ORDER, order(商品="改了标题")))
    assert [one.quantity for one in found] == [2, 2, 2, 2]


def test_goods_said_again_in_a_later_state_count_once(tmp_path: Path, read: Reader) -> None:
    later = {"订单状态": "已发货，待签收", "发货时间": "2026-05-18 09:00:00"}
    rows = [order(**later), order(**(SPOON | later)), ORDER, order(**SPOON)]
    [found], _ = read(compact(tmp_path, *rows))
    assert (found.quantity, found.status) == (3, Status.SHIPPED)


def test_without_ids_goods_are_told_apart_by_their_title(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(compact(tmp_path, order(商品id="7.5E+11"), order(**(SPOON | {"商品规格": "红色,500ml"}))))
    assert (found.product, found.quantity) == ("测试保温杯 等2件商品", 3)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_rows_of_an_order_stay_in_one_batch(tmp_path: Path, opened: Opener, size: int) -> None:
    rows = [line for at in range(300) for line in (order(订单号=number(at)), order(**SPOON, 订单号=number(at)))]
    batches = [*opened(compact(tmp_path, *rows)).batches(size)]
    assert max(map(len, batches)) <= size
    found = {one.order.order_no: one.order.quantity for batch in batches for one in batch}
    assert len(found) == 300
    if size > 1:
        assert set(found.values()) == {3}


def test_a_batch_of_one_order_alone_is_cut_all_the_same(tmp_path: Path, opened: Opener) -> None:
    batches = [*opened(compact(tmp_path, *[ORDER] * 700)).batches(5)]
    assert (sum(map(len, batches)), max(map(len, batches))) == (700, 5)


@pytest.mark.parametrize(("header", "row", "encoding"), [(DOUYIN, DOUYIN_ORDER, "utf-8-sig"), (JD, JD_ORDER, "gbk")])
def test_a_line_that_stands_twice_is_no_further_goods(
    tmp_path: Path, read: Reader, header: list[str], row: dict[str, str], encoding: str
) -> None:
    name = "选购商品" if header is DOUYIN else "商品名称"
    other = row | {name: "测试勺"}
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(header, row, other, row, other), encoding))
    assert (found.quantity, found.product) == (2, "测试杯 等2件商品")


def test_like_goods_below_one_order_number_are_several_and_said_again_they_are_not(
    tmp_path: Path, read: Reader
) -> None:
    below = {"货品标题": "测试勺", "数量": "5"}
    rows = [ALI_ORDER, below, below, ALI_ORDER, below, below]
    [found], _ = read(xlsx_file(tmp_path / "o.xlsx", lines(ALI1688, *rows)))
    assert found.quantity == 20
