"""The list of what is to be shipped as a workbook for the warehouse (D-PRO-2): batches, picking, orders, held back."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any

from deskhelper.core.batches import Batch, PrintLine, goods_of
from deskhelper.core.moments import Instant, local
from deskhelper.core.order import masked_name
from deskhelper.exchange.whole_file import whole_file
from deskhelper.exchange.workbook import workbook

Cell = str | int | datetime | None

_BATCHES = ("批次", "单数", "件数", "最早承诺发货", "已过承诺")
_GOODS = ("批次", "商品", "规格", "编码", "件数", "单数")
_ORDERS = (
    "批次", "承诺发货时间", "已过承诺", "订单号", "商品", "规格", "编码", "件数", "店铺", "收货人", "买家留言",
    "商家备注",
)  # fmt: skip
_WIDTHS = {"商品": 36, "规格": 18, "订单号": 25, "承诺发货时间": 17, "最早承诺发货": 17, "批次": 17, "店铺": 14,
           "买家留言": 24, "商家备注": 24, "编码": 14}  # fmt: skip
LATER = "之后"
"""The name of what is due with none of the batches named."""


def write_print_list(
    path: Path,
    batches: Sequence[Batch],
    held: Sequence[PrintLine],
    cut_offs: Sequence[Instant],
    made_at: Instant,
    zone: tzinfo,
) -> None:
    """Write the list to `path`; times are wall time in `zone`, receivers are masked.

    Orders in after-sale (`held`) have a sheet of their own: nobody ships them before that is settled. Raises
    WorldError `file_not_written`.
    """

    def time(instant: Instant | None) -> Cell:
        return None if instant is None else local(instant, zone).replace(tzinfo=None)

    def batch_name(batch: Batch) -> Cell:
        return LATER if batch.at is None else time(batch.at)

    def order_rows() -> Iterable[Sequence[Cell]]:
        for batch in batches:
            for line in batch.lines:
                yield batch_name(batch), *_order_cells(line, made_at, time(line.ship_by))

    with whole_file(path) as part, workbook(part, is_row_by_row=True) as book:
        sheets = _Sheets(book)
        head: list[Sequence[Cell]] = [("制表时间", time(made_at))]
        head += [("下一批", time(at)) for at in cut_offs]
        sheets.add("批次", _BATCHES, (_batch_cells(one, batch_name(one), made_at, time) for one in batches), head)
        picking = ((batch_name(one), *_goods_cells(goods)) for one in batches for goods in goods_of(one.lines))
        sheets.add("拣货", _GOODS, picking)
        sheets.add("订单", _ORDERS, order_rows())
        if held:
            rows = (("暂缓", *_order_cells(line, made_at, time(line.ship_by))) for line in held)
            sheets.add("售后中暂缓", _ORDERS, rows)


class _Sheets:
    """Writes tables into a workbook, row by row."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bg_color": "#EEF1F4"})
        self._time = book.add_format({"num_format": "m-d hh:mm", "align": "left"})

    def add(
        self, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], above: Sequence[Sequence[Cell]] = ()
    ) -> None:
        """Write one table to a sheet of its own, with the rows `above` it."""
        sheet = self._book.add_worksheet(name)
        for column, title in enumerate(header):
            sheet.set_column(column, column, _WIDTHS.get(title, 9))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(len(above))
        sheet.freeze_panes(len(above) + 1, 0)
        for number, row in enumerate(above):
            self._write(sheet, number, row)
        for column, title in enumerate(header):
            sheet.write_string(len(above), column, title, self._head)
        for number, row in enumerate(rows, len(above) + 1):
            self._write(sheet, number, row)

    def _write(self, sheet: Any, number: int, row: Sequence[Cell]) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                sheet.write_datetime(number, column, cell, self._time)
            elif isinstance(cell, int):
                sheet.write_number(number, column, cell)
            elif cell:
                sheet.write_string(number, column, cell)


def _batch_cells(batch: Batch, name: Cell, made_at: Instant, time: Any) -> Sequence[Cell]:
    promises = [line.ship_by for line in batch.lines if line.ship_by is not None]
    late = sum(promise < made_at for promise in promises)
    pieces = sum(line.quantity for line in batch.lines)
    return name, len(batch.lines), pieces, time(min(promises, default=None)), late


def _goods_cells(goods: Any) -> Sequence[Cell]:
    return goods.product, goods.spec, goods.sku_code, goods.pieces, goods.orders


def _order_cells(line: PrintLine, made_at: Instant, ship_by: Cell) -> Sequence[Cell]:
    is_late = line.ship_by is not None and line.ship_by < made_at
    return (
        ship_by, "已过" if is_late else "", line.order_no, line.product, line.spec, line.sku_code, line.quantity,
        line.shop, masked_name(line.receiver), line.buyer_note, line.shop_note,
    )  # fmt: skip
