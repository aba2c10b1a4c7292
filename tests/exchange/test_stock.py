"""Stock lists: recognised by their header, or mapped once; never taken for orders."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from deskhelper import exchange
from deskhelper.content.traces import load_scan_book
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import ImportedStock, Rejection
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.stock import Goods
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.stock import pieces
from deskhelper.paths import RESOURCES

NOW = parse_iso("2026-05-20 12:00", zone())
SCANS = load_scan_book(RESOURCES)
HEADER = ["商品名称", "商品规格", "商品ID", "商家编码", "库存数量", "预警库存", "盘点时间"]
ROW = ["四件套", "灰蓝", "700000000001", "HJ-1", "12", "3", "2026-05-19 09:00"]

Read = Callable[..., tuple[list[ImportedStock], list[Rejection]]]


def read_file(
    path: Path, profiles: list[ExportProfile], mapping: dict[str, str] | None = None
) -> tuple[list[ImportedStock], list[Rejection]]:
    file = exchange.open_order_file(path, profiles, zone(), mapping, TraceReader(SCANS, NOW, zone()))
    rows = [row for batch in file.batches() for row in batch if isinstance(row, ImportedStock)]
    return rows, file.rejections


@pytest.fixture
def read(tmp_path: Path, profiles: list[ExportProfile]) -> Read:
    def read_it(
        *rows: list[str], header: list[str] = HEADER, mapping: dict[str, str] | None = None, name: str = "库存.csv"
    ) -> tuple[list[ImportedStock], list[Rejection]]:
        path = tmp_path / name
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([header, *rows])
        return read_file(path, profiles, mapping)

    return read_it


def test_a_row_says_which_goods_how_many_when_to_warn_and_when_they_were_counted(read: Read) -> None:
    [found], refused = read(ROW)
    assert refused == []
    assert found.stock.goods == Goods("四件套", "灰蓝", "700000000001", "HJ-1")
    assert (found.stock.quantity, found.stock.warn_at) == (12, 3)
    assert found.stock.counted_at == parse_iso("2026-05-19 09:00", zone())


def test_without_a_time_of_its_own_a_row_was_counted_when_the_file_was_written(read: Read) -> None:
    bare = [[*ROW[:6], ""]]
    assert read(*bare)[0][0].stock.counted_at == NOW
    named = read(*bare, name="库存2026-05-18-10-00-00.csv")[0][0]
    assert named.stock.counted_at in {NOW, parse_iso("2026-05-18 10:00", zone())}


def test_a_count_that_is_still_to_come_is_not_believed(read: Read) -> None:
    assert read([*ROW[:6], "2026-05-21 09:00"])[0][0].stock.counted_at == NOW


def test_a_workbook_is_read_alike(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = tmp_path / "库存.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["商品名称", "规格", "可用库存"])
        sheet.write_row(1, 0, ["四件套", "灰蓝", 12])
    rows, refused = read_file(path, profiles)
    assert [row.stock.quantity for row in rows] == [12]
    assert refused == []


@pytest.mark.parametrize(
    ("cell", "count"),
    [("12", 12), ("12.0", 12), ("1,200", 1200), ("3件", 3), ("0", 0), ("", None), ("-1", None), ("12.5", None),
     ("many", None)],
)  # fmt: skip
def test_pieces_are_whole_numbers(cell: str, count: int | None) -> None:
    assert pieces(cell) == count


def test_what_cannot_be_read_is_refused_with_its_reason(read: Read) -> None:
    rows, refused = read(
        ROW, ["", "灰", "", "", "5", "", ""], ["毛毯", "", "", "", "许多", "", ""], ["合计", "", "", "", "17", "", ""],
    )  # fmt: skip
    assert len(rows) == 1
    codes = [(one.row, one.problem.code) for one in refused]
    assert codes == [(3, "stock_goods_missing"), (4, "stock_quantity_unreadable"), (5, "summary_line")]


def test_cells_beside_the_count_may_be_wrong_and_the_row_is_kept(read: Read) -> None:
    [found], refused = read(["四件套", "", "7.00E+11", "", "5", "少", "昨天"])
    assert (found.stock.goods.product_id, found.stock.warn_at, found.stock.counted_at) == ("", None, NOW)
    assert {one.problem.code for one in refused} == {"id_scientific", "stock_quantity_unreadable", "date_unreadable"}
    assert all(one.kept for one in refused)


def test_an_unknown_table_is_guessed_to_be_stock_and_read_by_its_mapping(
    read: Read, tmp_path: Path, profiles: list[ExportProfile]
) -> None:
    header = ["名儿", "仓里还有库存吗"]
    with pytest.raises(WorldError) as told:
        read(["四件套", "12"], header=header)
    assert told.value.problem.code == "header_unknown"
    look = exchange.inspect(tmp_path / "库存.csv", profiles)
    assert (look.platform, look.kind) == (None, "stock")
    mapping = {"title": "名儿", "quantity": "仓里还有库存吗"}
    [found], _ = read(["四件套", "12"], header=header, mapping=mapping)
    assert (found.stock.goods.title, found.stock.quantity) == ("四件套", 12)


def test_a_mapping_without_goods_or_without_pieces_is_refused(read: Read) -> None:
    for mapping in ({"quantity": "甲"}, {"title": "甲"}):
        with pytest.raises(WorldError) as told:
            read(["四件套", "12"], header=["甲", "乙"], mapping=mapping)
        assert told.value.problem.code == "no_stock_column"


def test_a_file_of_orders_with_stock_beside_stays_one_of_orders(read: Read) -> None:
    with pytest.raises(WorldError) as told:
        read(["260518-111111111110001", "待发货", "四件套", "5"], header=["订单号", "状态甲", "商品乙", "库存数量"])
    assert told.value.problem.code == "header_unknown"
