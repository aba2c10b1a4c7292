"""A workbook may have its orders on several sheets: all are read, and each refusal says on which it stands."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from deskhelper.core.imported import ImportedAfterSale, ImportedOrder
from deskhelper.exchange import save_rejected
from tests.exchange.conftest import Opener
from tests.exchange.made_up import AFTER_SALES, COMPACT, JD, JD_ORDER, NO, ORDER, WIDE, WIDE_ORDER, lines, order

Sheets = dict[str, Sequence[Sequence[str]]]
OTHER = "260517-000000000000002"
AFTER_SALE = {"售后编号": "5100000001", "订单编号": NO, "售后状态": "退款成功", "退款金额": "12.5"}


@pytest.fixture
def book(tmp_path: Path) -> Callable[[Sheets], Path]:
    def write(sheets: Sheets) -> Path:
        path = tmp_path / "o.xlsx"
        with xlsxwriter.Workbook(str(path)) as book:
            for name, table in sheets.items():
                sheet = book.add_worksheet(name)
                for at, row in enumerate(table):
                    sheet.write_row(at, 0, [str(cell) for cell in row])
        return path

    return write


Book = Callable[[Sheets], Path]


def test_orders_on_every_sheet_are_read_each_by_its_own_header(book: Book, opened: Opener) -> None:
    second = WIDE_ORDER | {"订单号": OTHER}
    file = opened(book({"五月": lines(COMPACT, ORDER), "六月": lines(WIDE[::-1], second), "说明": [["请看", "别的"]]}))
    fields, found = [], []
    for batch in file.batches():
        fields.append("promised_ship_by" in file.fields)
        found += [
            (row.order.order_no, row.order.product, file.sheet) for row in batch if isinstance(row, ImportedOrder)
        ]
    assert sorted(found) == [(OTHER, "测试保温杯", "六月"), (NO, "测试保温杯", "五月")]
    assert sorted(fields) == [False, True]
    [note] = file.notes
    assert (note.code, {*str(note.values["value"]).split("、")}) == ("file_sheets_read", {"五月", "六月"})
    assert (file.platform, file.progress) == ("pdd", 1)


def test_after_sales_come_after_the_orders_wherever_their_sheet_stands(book: Book, opened: Opener) -> None:
    file = opened(book({"售后信息": lines(AFTER_SALES, AFTER_SALE), "订单": lines(COMPACT, ORDER)}))
    kinds = [type(row) for batch in file.batches() for row in batch]
    assert kinds == [ImportedOrder, ImportedAfterSale]


def test_a_sheet_of_another_platform_is_named_and_not_read(book: Book, opened: Opener) -> None:
    file = opened(book({"拼多多": lines(COMPACT, ORDER), "京东": lines(JD, JD_ORDER)}))
    assert [row.order.order_no for batch in file.batches() for row in batch] == [NO]
    assert [(note.code, note.values["value"]) for note in file.notes] == [("file_sheets_left", "京东")]


def test_refused_rows_name_their_sheet_and_are_saved_below_one_header(
    book: Book, opened: Opener, tmp_path: Path
) -> None:
    bad = order(订单号=OTHER, 商品id="7.5E+11")
    other = WIDE_ORDER | {"商品id": "7.6E+11", "身份证号码": "110101199001010000"}
    file = opened(book({"五月": lines(COMPACT, bad), "六月": lines(WIDE, other)}))
    assert sum(map(len, file.batches())) == 2
    assert sorted((one.sheet, one.row, one.column, one.problem.values["row"]) for one in file.rejections) == [
        ("五月", 2, "商品id", "五月!2"),
        ("六月", 2, "商品id", "六月!2"),
    ]
    saved = tmp_path / "refused.csv"
    header = file.header
    assert save_rejected(saved, header, file.rejections, lambda problem: str(problem.values["row"])) == 2
    rows = [line.split(",") for line in saved.read_text(encoding="utf-8-sig").splitlines()]
    assert {*COMPACT, *WIDE} == {*header}
    at = rows[0].index("商品id")
    assert "110101199001010000" not in saved.read_text(encoding="utf-8-sig")
    assert {row[-1] for row in rows[1:]} == {"五月!2", "六月!2"}
    assert at == header.index("商品id")


def test_a_sheet_read_by_the_users_mapping_brings_the_others_of_the_same_header(book: Book, opened: Opener) -> None:
    header = ["单据", "数量", "商品名称", "订单状态", "备注"]
    sheets: Sheets = {
        "甲": [header, ["TEST10000001", "1", "杯", "待发货", ""]],
        "乙": [header, ["TEST10000002", "1", "碗", "", ""]],
    }
    file = opened(book(sheets), {"order_no": "单据", "product": "商品名称"})
    assert sorted(row.order.product for batch in file.batches() for row in batch) == ["杯", "碗"]
