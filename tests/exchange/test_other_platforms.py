"""Taobao, Douyin, JD, 1688, the after-sales workbook, and tables that nobody knows."""

from datetime import datetime
from pathlib import Path

import pytest

from deskhelper.core.imported import AfterSaleRecord, ImportedAfterSale
from deskhelper.core.order import AfterSale, Status
from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import (
    AFTER_SALES,
    ALI1688,
    ALI_ORDER,
    COMPACT,
    DOUYIN,
    DOUYIN_ORDER,
    JD,
    JD_ORDER,
    NO,
    ORDER,
    TAOBAO,
    TAOBAO_ORDER,
    at,
    csv_file,
    lines,
    with_range,
    xlsx_file,
)


def test_taobao(tmp_path: Path, opened: Opener) -> None:
    path = csv_file(tmp_path / "ExportOrderList202605191011.csv", lines(TAOBAO, TAOBAO_ORDER), "gbk")
    file = opened(path)
    [[row]] = file.batches()
    found = row.order
    assert (file.platform, file.shop, file.exported_at) == ("taobao", "测试小店", at("2026-05-19T10:11"))
    assert (found.order_no, found.status, found.shop) == ("123456789012345678", Status.TO_SHIP, "测试小店")
    assert (found.tracking_no, found.courier, found.phone) == ("7750000000001", "中通快递", "138****0001")
    assert (found.product, found.quantity, found.paid_fen) == ("测试杯 等2件商品", 3, 8880)
    assert found.paid_at == found.grouped_at == at("2026-05-17T09:12:31")
    assert (found.buyer_note, file.rejections) == ("", [])
    assert "试验路9号" not in repr(row)


def test_a_comma_in_one_taobao_title_is_not_taken_for_two(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(TAOBAO, TAOBAO_ORDER | {"宝贝种类": "1"}), "gbk"))
    assert found.product == "测试杯，测试勺"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("等待买家付款", "unpaid"),
        ("买家已付款，等待卖家发货", "to_ship"),
        ("卖家已发货，等待买家确认", "shipped"),
        ("交易成功", "received"),
        ("交易关闭", "cancelled"),
    ],
)
def test_taobao_statuses(tmp_path: Path, read: Reader, words: str, status: str) -> None:
    [found], refused = read(csv_file(tmp_path / "o.csv", lines(TAOBAO, TAOBAO_ORDER | {"订单状态": words}), "gbk"))
    assert (found.status, refused) == (status, [])


def test_douyin_lines_become_one_order(tmp_path: Path, opened: Opener) -> None:
    second = DOUYIN_ORDER | {"选购商品": "测试勺", "商品规格": "大", "商品数量": "2", "订单应付金额": "5"}
    other = DOUYIN_ORDER | {"主订单编号": "\t6920000000000000009"}
    file = opened(csv_file(tmp_path / "o.csv", lines(DOUYIN, DOUYIN_ORDER, other, second)))
    [[first, last]] = file.batches()
    found = first.order
    assert (file.platform, first.row, last.row, file.rejections) == ("douyin", 2, 3, [])
    assert (found.order_no, found.product, found.spec) == ("6920000000000000001", "测试杯 等2件商品", "红色；大")
    assert (found.quantity, found.paid_fen, found.sku_code) == (3, 1550, "BW-01")
    assert (found.after_sale, found.shop_note, found.shipped_at, found.tracking_no) == (AfterSale.NONE, "", None, "")
    assert found.promised_ship_by == at("2026-05-19T09:12:31")
    assert (last.order.product, last.order.quantity) == ("测试杯", 1)


def test_an_order_stands_where_its_least_advanced_line_stands(tmp_path: Path, read: Reader) -> None:
    second = DOUYIN_ORDER | {"订单状态": "已发货", "售后状态": "退款中", "发货时间": "2026-05-18 09:00:00"}
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(DOUYIN, second, DOUYIN_ORDER)))
    assert (found.status, found.after_sale) == (Status.TO_SHIP, AfterSale.REFUNDING)
    assert found.status_text == "已发货；待发货"


def test_jd_lines_repeat_the_amount_of_the_order(tmp_path: Path, opened: Opener) -> None:
    second = JD_ORDER | {"商品ID": "100000000002", "商品名称": "测试勺", "订购数量": "2"}
    file = opened(csv_file(tmp_path / "o.csv", lines(JD, JD_ORDER, second), "gbk"))
    [[row]] = file.batches()
    found = row.order
    assert (file.platform, found.product, found.quantity) == ("jd", "测试杯 等2件商品", 3)
    assert (found.paid_fen, found.product_id, found.status) == (5900, "100000000001", Status.TO_SHIP)
    assert found.grouped_at == at("2026-05-17T09:12:31")
    assert "tracking_no" not in file.fields
    assert "试验路9号" not in repr(row)


@pytest.mark.parametrize(
    ("words", "status", "after_sale"),
    [
        ("(锁定)等待出库", "to_ship", "open"),
        ("(锁定)等待确认收货", "shipped", "open"),
        ("(暂停)等待确认收货", "shipped", "none"),
        ("(删除)等待付款", "cancelled", "none"),
        ("（删除）新订单", "cancelled", "none"),
    ],
)
def test_jd_statuses_that_stand_in_brackets(
    tmp_path: Path, read: Reader, words: str, status: str, after_sale: str
) -> None:
    [found], refused = read(csv_file(tmp_path / "o.csv", lines(JD, JD_ORDER | {"订单状态": words}), "gbk"))
    assert (found.status.value, found.after_sale.value, refused) == (status, after_sale, [])


def test_blanks_around_the_titles_of_one_cell_are_not_shown(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(TAOBAO, TAOBAO_ORDER | {"宝贝标题": "甲 ， 乙"}), "gbk"))
    assert found.product == "甲 等2件商品"


def test_an_unpaid_order_is_not_grouped_by_the_time_it_was_placed(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(JD, JD_ORDER | {"订单状态": "等待付款"}), "gbk"))
    assert (found.paid_at, found.grouped_at) == (None, None)


def test_1688_later_lines_leave_the_order_blank(tmp_path: Path, opened: Opener) -> None:
    second = {"货品标题": "测试勺", "数量": "5"}
    other = ALI_ORDER | {"订单编号": "4500000000000000002", "物流公司运单号": ""}
    file = opened(xlsx_file(tmp_path / "o.xlsx", lines(ALI1688, ALI_ORDER, second, other)))
    [[first, last]] = file.batches()
    found = first.order
    assert (file.platform, first.row, last.row, file.rejections) == ("ali1688", 2, 4, [])
    assert (found.product, found.quantity, found.paid_fen) == ("测试杯 等2件商品", 15, 12050)
    assert (found.courier, found.tracking_no) == ("中通快递", "7750000000001")
    assert (last.order.tracking_no, last.order.quantity) == ("", 10)
    assert {"courier", "tracking_no"} <= file.fields
    assert "试验路9号" not in repr((first, last))


@pytest.mark.parametrize(("cell", "courier"), [("7.31E+13", ""), ("中通快递:7.31e+13", "中通快递")])
def test_a_lost_number_in_a_cell_with_its_courier_is_told(
    tmp_path: Path, read: Reader, cell: str, courier: str
) -> None:
    row = ALI_ORDER | {"物流公司运单号": cell}
    [found], [refused] = read(xlsx_file(tmp_path / "o.xlsx", lines(ALI1688, row)))
    assert (found.tracking_no, found.courier) == ("", courier)
    assert (refused.problem.code, refused.column, refused.kept) == ("id_scientific", "物流公司运单号", True)


def test_an_order_number_too_long_for_a_workbook_number_is_refused(tmp_path: Path, read: Reader) -> None:
    rows = lines(ALI1688, ALI_ORDER, ALI_ORDER)
    table: list[list[object]] = [[*row] for row in rows]
    table[1][0] = 4500000000000000001
    orders, [refused] = read(xlsx_file(tmp_path / "o.xlsx", table))
    assert [found.order_no for found in orders] == ["4500000000000000001"]
    assert (refused.problem.code, refused.row, refused.kept) == ("order_no_scientific", 2, False)


def test_numbers_and_times_of_a_workbook(tmp_path: Path, read: Reader) -> None:
    table: list[list[object]] = [[*row] for row in lines([*COMPACT, "手机"], ORDER)]
    cells = dict(zip(table[0], range(len(table[0])), strict=True))
    table[1][cells["商品id"]] = 754123456789
    table[1][cells["手机"]] = 13800000001.0
    table[1][cells["用户实付金额(元)"]] = 0.1 + 0.2
    table[1][cells["商品数量(件)"]] = 2.0
    table[1][cells["订单成交时间"]] = datetime(2026, 5, 17, 9, 12, 31)
    table[1][cells["样式ID"]] = 1e21
    [found], refused = read(xlsx_file(tmp_path / "o.xlsx", table))
    assert (found.product_id, found.phone, found.quantity) == ("754123456789", "13800000001", 2)
    assert (found.paid_fen, found.paid_at) == (30, at("2026-05-17T09:12:31"))
    assert [(one.problem.code, one.column) for one in refused] == [("id_scientific", "样式ID")]


AFTER_SALE = {
    "售后编号": "5100000001",
    "订单编号": NO,
    "交易金额": "38.5",
    "退款金额": "12.5",
    "售后状态": "退货退款，待商家处理",
    "订单状态": "已签收",
    "退款类型": "退货退款",
    "申请时间": "2026-05-20 10:00:00",
    "退货运单号": "YT0000000000002",
}


@pytest.mark.parametrize("declared", [None, b"A1:A1", b"A1:B2"])
def test_the_after_sales_workbook_whatever_range_it_declares(
    tmp_path: Path, opened: Opener, declared: bytes | None
) -> None:
    done = AFTER_SALE | {"售后编号": "5100000002", "售后状态": "退款成功", "同意退款时间": "2026-05-21 10:00:00"}
    path = xlsx_file(tmp_path / "s.xlsx", lines(AFTER_SALES, AFTER_SALE, done), "售后信息")
    file = opened(with_range(path, declared) if declared else path)
    [[first, second]] = file.batches()
    assert isinstance(first, ImportedAfterSale)
    assert first.row == 2
    assert first.record == AfterSaleRecord(
        platform="pdd",
        after_sale_no="5100000001",
        order_no=NO,
        after_sale=AfterSale.OPEN,
        after_sale_text="退货退款，待商家处理",
        kind="退货退款",
        refund_fen=1250,
        applied_at=at("2026-05-20T10:00"),
        return_tracking_no="YT0000000000002",
    )
    assert (second.record.after_sale, second.record.agreed_at) == (AfterSale.REFUNDED, at("2026-05-21T10:00"))
    assert (file.platform, file.rejections) == ("pdd", [])


@pytest.mark.parametrize(
    ("words", "after_sale"),
    [
        ("买家申请退款，待商家处理", "open"),
        ("商家同意退款，退款中", "refunding"),
        ("平台同意退款，退款中", "refunding"),
        ("驳回退款，待买家处理", "open"),
        ("已同意退货退款,待用户发货", "open"),
        ("平台处理中", "open"),
        ("平台拒绝退款，退款关闭", "none"),
        ("退款成功", "refunded"),
        ("买家撤销", "none"),
        ("已同意退款", "refunding"),
        ("商家拒绝退款，待买家处理", "open"),
        ("平台介入处理中", "open"),
        ("换货补寄待用户确认完成", "open"),
        ("换货补寄成功", "none"),
        ("补寄待商家发货", "open"),
        ("商家已同意，待买家退货", "open"),
        ("买家已寄回，待商家收货", "open"),
        ("商家驳回", "open"),
        ("换货处理中", "open"),
        ("换货待商家发货", "open"),
        ("补寄待发货", "open"),
        ("客服介入中", "open"),
        ("售后已关闭", "none"),
        ("待商家退款", "refunding"),
        ("部分退款成功", "refunded"),
    ],
)
def test_the_finer_after_sale_words(tmp_path: Path, opened: Opener, words: str, after_sale: str) -> None:
    file = opened(xlsx_file(tmp_path / "s.xlsx", lines(AFTER_SALES, AFTER_SALE | {"售后状态": words})))
    [[row]] = file.batches()
    assert (row.record.after_sale, file.rejections) == (after_sale, [])


@pytest.mark.parametrize(
    ("column", "words", "code", "kept"),
    [
        ("订单编号", "", "order_no_missing", False),
        ("售后编号", "5.1E+20", "order_no_scientific", False),
        ("售后编号", "合计", "summary_line", False),
        ("售后状态", "飞走了", "unknown_after_sale", True),
        ("退款金额", "很多", "amount_unreadable", True),
        ("退款金额", "-20.00", "amount_negative", True),
        ("申请时间", "昨天", "date_unreadable", True),
        ("退货运单号", "7.5E+12", "id_scientific", True),
    ],
)
def test_refused_after_sales(tmp_path: Path, opened: Opener, column: str, words: str, code: str, kept: bool) -> None:
    file = opened(xlsx_file(tmp_path / "s.xlsx", lines(AFTER_SALES, AFTER_SALE | {column: words})))
    assert sum(map(len, file.batches())) == kept
    [refused] = file.rejections
    assert (refused.problem.code, refused.row, refused.column, refused.kept) == (code, 2, column, kept)
