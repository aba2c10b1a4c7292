"""The cells of Pinduoduo orders: words, times, figures and ids, good and bad."""

from pathlib import Path

import pytest

from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import (
    COMPACT,
    NO,
    ORDER,
    WIDE,
    WIDE_ORDER,
    at,
    compact,
    csv_file,
    lines,
    order,
    xlsx_file,
)


@pytest.mark.parametrize(
    ("words", "status", "after_sale"),
    [
        ("待支付", "unpaid", "none"),
        ("待付款", "unpaid", "none"),
        ("待发货", "to_ship", "none"),
        ("已发货，待签收", "shipped", "none"),
        ("已发货，待收货", "shipped", "none"),
        ("已发货,待签收", "shipped", "none"),
        ("已发货待签收", "shipped", "none"),
        ("已签收", "received", "none"),
        ("已收货", "received", "none"),
        ("未发货，退款成功", "to_ship", "refunded"),
        ("未发货退款成功", "to_ship", "refunded"),
        ("已发货，退款成功", "shipped", "refunded"),
        ("已发货, 退款成功", "shipped", "refunded"),
        ("已签收，退款成功", "received", "refunded"),
        ("已收货，退款成功", "received", "refunded"),
        ("未成交，退款成功", "cancelled", "refunded"),
        ("已取消", "cancelled", "none"),
        ("已取消，退款成功", "cancelled", "refunded"),
        ("已发货-待签收", "shipped", "none"),
        ("已签收/退款成功", "received", "refunded"),
        ("交易完成", "received", "none"),
    ],
)
def test_status_words(tmp_path: Path, read: Reader, words: str, status: str, after_sale: str) -> None:
    [found], refused = read(compact(tmp_path, order(订单状态=words)))
    assert (found.status, found.after_sale, found.status_text, refused) == (status, after_sale, words, [])


@pytest.mark.parametrize(
    ("words", "after_sale"),
    [
        ("", "none"),
        ("无售后或售后取消", "none"),
        ("售后处理中", "open"),
        ("退款中", "refunding"),
        ("退款成功", "refunded"),
        ("买家申请退款，待商家处理", "open"),
        ("已同意退货退款,待用户发货", "open"),
        ("平台处理中", "open"),
        ("换货补寄待商家处理", "open"),
    ],
)
def test_after_sale_words(tmp_path: Path, read: Reader, words: str, after_sale: str) -> None:
    [found], refused = read(compact(tmp_path, order(售后状态=words)))
    assert (found.after_sale, found.after_sale_text, refused) == (after_sale, words, [])


def test_the_after_sale_column_outweighs_the_status_word(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(compact(tmp_path, order(订单状态="已发货，退款成功", 售后状态="售后处理中")))
    assert found.after_sale == "open"


def test_an_unknown_status_is_kept_with_its_words_and_reported(tmp_path: Path, read: Reader) -> None:
    [found], [refused] = read(compact(tmp_path, order(订单状态="飞走了")))
    assert (found.status, found.status_text) == ("unknown", "飞走了")
    assert (refused.problem.code, refused.row, refused.column, refused.kept) == ("unknown_status", 2, "订单状态", True)
    assert refused.problem.values["value"] == "飞走了"


def test_an_unknown_after_sale_is_kept_with_its_words_and_reported(tmp_path: Path, read: Reader) -> None:
    [found], [refused] = read(compact(tmp_path, order(售后状态="飞走了")))
    assert (found.after_sale, found.after_sale_text) == ("unknown", "飞走了")
    assert (refused.problem.code, refused.column, refused.kept) == ("unknown_after_sale", "售后状态", True)


def test_a_missing_status_is_reported_but_a_missing_column_is_not(tmp_path: Path, read: Reader) -> None:
    [found], [refused] = read(compact(tmp_path, order(订单状态="")))
    assert (found.status, refused.problem.code) == ("unknown", "status_missing")
    header = [name for name in COMPACT if name != "订单状态"]
    [found], refusals = read(csv_file(tmp_path / "o.csv", lines(header, ORDER)))
    assert (found.status, refusals) == ("unknown", [])


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2026-05-17 09:12:31", "2026-05-17T09:12:31"),
        ("2026/5/17 9:12", "2026-05-17T09:12"),
        ("2026/5/17 9:12:05", "2026-05-17T09:12:05"),
        ("2026/05/17 19:12", "2026-05-17T19:12"),
        ("2026-05-17T09:12:31", "2026-05-17T09:12:31"),
        ("2026-05-17  09:12:31", "2026-05-17T09:12:31"),
        ("2026-05-17", "2026-05-17T00:00"),
        ("2026年5月17日 9:12", "2026-05-17T09:12"),
        ("46159.5", "2026-05-17T12:00"),
        ("2026年05月17日09时12分31秒", "2026-05-17T09:12:31"),
        ("2026年5月17日9点12分", "2026-05-17T09:12:00"),
        ("2026/5/17 上午 9:12", "2026-05-17T09:12:00"),
        ("2026/5/17 下午 9:12:31", "2026-05-17T21:12:31"),
        ("2026/5/17 下午12:05", "2026-05-17T12:05:00"),
        ("2026/5/17 12:05:00 AM", "2026-05-17T00:05:00"),
        ("2026-5-17 9:12 PM", "2026-05-17T21:12:00"),
        ("2026-05-17 09：12：31", "2026-05-17T09:12:31"),
    ],
)
def test_dates(tmp_path: Path, read: Reader, words: str, iso: str) -> None:
    [found], refused = read(compact(tmp_path, order(发货时间=words)))
    assert (found.shipped_at, refused) == (at(iso), [])


@pytest.mark.parametrize("words", ["昨天", "2026-13-01 00:00:00", "2026-05-17 25:00:00", "2026-05-17 9", "13800000001"])
def test_an_unreadable_date_leaves_the_rest_of_the_row(tmp_path: Path, read: Reader, words: str) -> None:
    [found], [refused] = read(compact(tmp_path, order(发货时间=words)))
    assert (found.shipped_at, found.product) == (None, "测试保温杯")
    assert (refused.problem.code, refused.column, refused.kept) == ("date_unreadable", "发货时间", True)
    assert words not in refused.problem.values.values()


@pytest.mark.parametrize(
    ("field", "header", "code", "value"),
    [
        ("paid_fen", "用户实付金额(元)", "amount_unreadable", None),
        ("quantity", "商品数量(件)", "quantity_unreadable", 1),
    ],
)
def test_an_unreadable_figure_leaves_the_rest_of_the_row(
    tmp_path: Path, read: Reader, field: str, header: str, code: str, value: int | None
) -> None:
    [found], [refused] = read(compact(tmp_path, order(**{header: "很多"})))
    assert (getattr(found, field), found.order_no) == (value, NO)
    assert (refused.problem.code, refused.column, refused.kept) == (code, header, True)


@pytest.mark.parametrize(
    ("field", "header"),
    [("product_id", "商品id"), ("tracking_no", "快递单号"), ("sku_code", "商家编码-规格维度"), ("phone", "手机")],
)
def test_an_id_that_excel_destroyed_is_refused_and_the_row_kept(
    tmp_path: Path, read: Reader, field: str, header: str
) -> None:
    path = csv_file(tmp_path / "o.csv", lines([*COMPACT, "手机"], order(**{header: "7.54E+11"})))
    [found], [refused] = read(path)
    assert (getattr(found, field), found.product, found.paid_fen) == ("", "测试保温杯", 3850)
    assert (refused.problem.code, refused.row, refused.column, refused.kept) == ("id_scientific", 2, header, True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("", "order_no_missing"),
        ("2.60517E+21", "order_no_scientific"),
        ("测试", "order_no_invalid"),
        ("abc", "order_no_invalid"),
        ("12", "order_no_invalid"),
        ("合计", "summary_line"),
    ],
)
def test_what_cannot_be_an_order_number_refuses_the_row(tmp_path: Path, read: Reader, words: str, code: str) -> None:
    orders, [refused] = read(compact(tmp_path, ORDER, order(订单号=words)))
    assert len(orders) == 1
    assert (refused.problem.code, refused.row, refused.column, refused.kept) == (code, 3, "订单号", False)
    assert refused.cells[0] == "测试保温杯"


@pytest.mark.parametrize("words", ["２６０５１７-123456789012345", "260517－123456789012345"])
def test_an_order_number_in_full_width_is_the_same_number(tmp_path: Path, read: Reader, words: str) -> None:
    [found], refused = read(compact(tmp_path, order(订单号=words)))
    assert (found.order_no, refused) == (NO, [])


def test_a_header_that_stands_again_among_the_rows_is_told_as_such(tmp_path: Path, read: Reader) -> None:
    orders, [refused] = read(compact(tmp_path, ORDER, {name: name for name in COMPACT}))
    assert (len(orders), refused.problem.code, refused.row) == (1, "header_again", 3)


def test_a_cell_that_two_fields_fall_back_to_is_refused_once(tmp_path: Path, read: Reader) -> None:
    _, refused = read(compact(tmp_path, order(订单成交时间="2026-02-30 10:00:00")))
    assert [(one.row, one.column, one.problem.code) for one in refused] == [(2, "订单成交时间", "date_unreadable")]


def test_a_refused_cell_is_named_by_its_own_column(tmp_path: Path, read: Reader) -> None:
    row = order(拼单成功时间="昨天") | {"支付时间": "", "订单成交时间": ""}
    _, [refused] = read(csv_file(tmp_path / "o.csv", lines(["支付时间", "拼单成功时间", *COMPACT], row)))
    assert refused.column == "拼单成功时间"


@pytest.mark.parametrize(
    ("header", "words", "code"),
    [
        ("用户实付金额(元)", "-5.00", "amount_negative"),
        ("商品数量(件)", "0", "quantity_unreadable"),
    ],
)
def test_a_figure_that_no_order_has_is_refused(
    tmp_path: Path, read: Reader, header: str, words: str, code: str
) -> None:
    [found], [refused] = read(compact(tmp_path, order(**{header: words})))
    assert (refused.problem.code, refused.column, refused.kept) == (code, header, True)
    assert (found.paid_fen, found.quantity) == ((None, 2) if header.startswith("用户") else (3850, 1))


@pytest.mark.parametrize("words", ["-", "--", "/", "无", "暂无", "nan", "None", "NULL", "#N/A"])
@pytest.mark.parametrize("count", [1, 20])
def test_a_word_for_nothing_is_nothing(tmp_path: Path, read: Reader, words: str, count: int) -> None:
    fields = ("快递单号", "快递公司", "商品规格", "发货时间", "用户实付金额(元)", "售后状态")
    rows = [order(订单号=f"260517-{number:015d}", **dict.fromkeys(fields, words)) for number in range(count)]
    orders, refused = read(compact(tmp_path, *rows))
    for found in orders:
        assert (found.tracking_no, found.courier, found.spec) == ("", "", "")
        assert (found.shipped_at, found.paid_fen, found.after_sale.value) == (None, None, "none")
    assert (len(orders), refused) == (count, [])


@pytest.mark.parametrize(
    ("words", "number"), [("7750000000001.0", "7750000000001"), ("\u200b7750000000001\ufeff", "7750000000001")]
)
@pytest.mark.parametrize("count", [1, 20])
def test_what_a_program_adds_to_a_number_is_taken_off(
    tmp_path: Path, read: Reader, words: str, number: str, count: int
) -> None:
    rows = [order(订单号=f"260517-{at:015d}", 快递单号=words, 商品id="754123456789.0") for at in range(count)]
    orders, refused = read(compact(tmp_path, *rows))
    assert {(found.tracking_no, found.product_id) for found in orders} == {(number, "754123456789")}
    assert refused == []


@pytest.mark.parametrize("count", [1, 20])
def test_words_are_no_tracking_number(tmp_path: Path, read: Reader, count: int) -> None:
    rows = [order(订单号=f"260517-{number:015d}", 快递单号="无需物流") for number in range(count)]
    orders, refused = read(compact(tmp_path, *rows))
    assert {found.tracking_no for found in orders} == {""}
    assert [(one.problem.code, one.kept) for one in refused] == [("id_without_digits", True)] * count


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("count", [1, 40])
def test_control_characters_are_no_part_of_a_cell(tmp_path: Path, read: Reader, encoding: str, count: int) -> None:
    row = order(商品="\x0b测试\x07保温杯", 商家备注="甲\x1b乙\n丙", 订单号=f"{NO}\x7f")
    found, refused = read(csv_file(tmp_path / "o.csv", lines(COMPACT, *[row] * count), encoding))
    assert {(one.order_no, one.product, one.shop_note) for one in found} == {(NO, "测试保温杯", "甲乙\n丙")}
    assert refused == []


def test_control_characters_are_no_part_of_a_workbooks_cell(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(xlsx_file(tmp_path / "o.xlsx", lines(COMPACT, order(商品="测试\x0b保温杯"))))
    assert found.product == "测试保温杯"


@pytest.mark.parametrize("count", [1, 40])
def test_a_style_id_that_excel_destroyed_is_told_though_it_is_not_kept(
    tmp_path: Path, read: Reader, count: int
) -> None:
    found, refused = read(compact(tmp_path, *[order(样式ID="1.23457E+12")] * count))
    assert {one.product for one in found} == {"测试保温杯"}
    assert [(one.problem.code, one.column, one.kept) for one in refused] == [("id_scientific", "样式ID", True)] * count


@pytest.mark.parametrize(("words", "fen"), [("２６．９０", 2690), ("￥１，２３４．５", 123450), (".5", 50), ("0", 0)])
def test_amounts_of_any_width(tmp_path: Path, read: Reader, words: str, fen: int) -> None:
    [found], refused = read(compact(tmp_path, order(**{"用户实付金额(元)": words})))
    assert (found.paid_fen, refused) == (fen, [])


def test_marks_that_take_no_room_are_no_part_of_an_order_number(tmp_path: Path, read: Reader) -> None:
    [found], refused = read(compact(tmp_path, order(订单号=f"\u200b{NO}\u200e")))
    assert (found.order_no, refused) == (NO, [])


@pytest.mark.parametrize("words", [NO, "260517-1234567890", "123456789012345678", f'="{NO}"', f"'{NO}"])
def test_other_lengths_of_order_numbers_pass(tmp_path: Path, read: Reader, words: str) -> None:
    [found], refused = read(compact(tmp_path, order(订单号=words)))
    assert (found.order_no, refused) == (words.strip("='\""), [])


def test_a_line_of_totals_without_order_number_is_told_as_such(tmp_path: Path, read: Reader) -> None:
    _, [refused] = read(compact(tmp_path, ORDER, {"商品": "合计：", "用户实付金额(元)": "38.5"}))
    assert refused.problem.code == "summary_line"


@pytest.mark.parametrize("words", ["No:7750000000001", '="7750000000001"', "'7750000000001", "7750000000001"])
def test_tracking_numbers_keep_their_digits(tmp_path: Path, read: Reader, words: str) -> None:
    [found], refused = read(compact(tmp_path, order(快递单号=words)))
    assert (found.tracking_no, refused) == ("7750000000001", [])


def test_the_payment_time_falls_back_column_by_column(tmp_path: Path, read: Reader) -> None:
    header = [*COMPACT, "支付时间", "拼单成功时间", "订单确认时间"]
    times = {
        "订单成交时间": "",
        "支付时间": "",
        "拼单成功时间": "2026-05-17 10:00:00",
        "订单确认时间": "2026-05-17 11:00:00",
    }
    path = csv_file(tmp_path / "o.csv", lines(header, ORDER, ORDER | times, ORDER | times | {"拼单成功时间": ""}))
    found, _ = read(path)
    assert [one.paid_at for one in found] == [
        at("2026-05-17T09:12:31"),
        at("2026-05-17T10:00:00"),
        at("2026-05-17T11:00:00"),
    ]
    assert [one.paid_at_is_derived for one in found] == [False, False, False]


def test_the_day_of_payment_is_derived_from_the_order_number_but_never_the_grouping(
    tmp_path: Path, read: Reader
) -> None:
    [found], _ = read(compact(tmp_path, order(订单成交时间="")))
    assert (found.paid_at, found.paid_at_is_derived) == (at("2026-05-17T00:00"), True)
    assert found.grouped_at is None


def test_an_unpaid_order_has_no_time_of_payment(tmp_path: Path, read: Reader) -> None:
    [found], _ = read(compact(tmp_path, order(订单状态="待付款", 订单成交时间="")))
    assert (found.paid_at, found.paid_at_is_derived) == (None, False)


def test_the_promise_comes_only_from_its_own_column(tmp_path: Path, read: Reader) -> None:
    header = [*COMPACT, "承诺发货时间"]
    [found], _ = read(csv_file(tmp_path / "o.csv", lines(header, order(承诺发货时间="2026-05-19 09:12:31"))))
    assert found.promised_ship_by == at("2026-05-19T09:12:31")
    assert read(compact(tmp_path))[0][0].promised_ship_by is None


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("0123456789abcdef0123456789abcdeforders_export2026-05-19-10-11-12.csv", "2026-05-19T10:11:12"),
        ("orders_export2026-05-19-10-11-12(1).csv", "2026-05-19T10:11:12"),
        ("五月订单.csv", None),
        ("orders_export2026-99-19-10-11-12.csv", None),
    ],
)
def test_the_time_of_export_stands_in_the_file_name(tmp_path: Path, opened: Opener, name: str, iso: str | None) -> None:
    file = opened(csv_file(tmp_path / name, lines(COMPACT, ORDER)))
    assert file.exported_at == (at(iso) if iso else None)


def test_cells_missing_at_the_end_of_a_row_are_empty(tmp_path: Path, read: Reader) -> None:
    header, row = lines(COMPACT, ORDER)
    orders, refused = read(csv_file(tmp_path / "o.csv", [header, row[:23], row]))
    assert (orders[0], refused) == (orders[1], [])


def test_a_row_with_more_cells_than_the_header_is_refused(tmp_path: Path, read: Reader) -> None:
    header, row = lines(COMPACT, order(分期方式="无"))
    orders, [refused] = read(csv_file(tmp_path / "o.csv", [header, ["多", *row], [*row, "", "\t"]]))
    assert len(orders) == 1
    assert (refused.problem.code, refused.row, refused.kept) == ("row_too_wide", 2, False)


def test_a_few_columns_are_enough_when_the_order_numbers_are_pinduoduos(tmp_path: Path, opened: Opener) -> None:
    file = opened(csv_file(tmp_path / "o.csv", lines(["订单状态", "订单号"], ORDER)))
    assert file.platform == "pdd"


def test_a_header_without_orders_is_an_empty_export(tmp_path: Path, read: Reader) -> None:
    assert read(csv_file(tmp_path / "o.csv", lines(COMPACT))) == ([], [])


def test_an_odd_row_among_many_is_found_with_its_own_row_number(tmp_path: Path, opened: Opener) -> None:
    rows = [order(订单号=f"260517-{number:015d}") for number in range(2000)]
    rows[777] = rows[777] | {"商品id": "7.54E+11"}
    rows[1234] = rows[1234] | {"订单号": ""}
    file = opened(compact(tmp_path, *rows))
    found = [row for batch in file.batches(300) for row in batch]
    assert [(refused.row, refused.kept) for refused in file.rejections] == [(779, True), (1236, False)]
    assert [row.row for row in found] == [row for row in range(2, 2002) if row != 1236]
    assert all(row.order.order_no == rows[row.row - 2]["订单号"] for row in found)


def test_batches_are_no_larger_than_asked(tmp_path: Path, opened: Opener) -> None:
    file = opened(compact(tmp_path, *(order(订单号=f"260517-{number:015d}") for number in range(25))))
    assert [len(batch) for batch in file.batches(10)] == [10, 10, 5]


def test_a_workbook_gives_the_same_orders_as_the_text(tmp_path: Path, read: Reader) -> None:
    table = lines(WIDE, WIDE_ORDER)
    assert read(xlsx_file(tmp_path / "o.xlsx", table)) == read(csv_file(tmp_path / "o.csv", table))
