"""Rows of a stock list → counted goods."""

import re
from collections.abc import Sequence
from datetime import tzinfo

from deskhelper.core.export_profile import STOCK_COLUMNS, ExportProfile
from deskhelper.core.imported import ImportedStock
from deskhelper.core.moments import Instant
from deskhelper.core.stock import Goods, StockRow
from deskhelper.exchange.cells import Clock, is_scientific
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.rejections import Rejections

_PIECES = re.compile(r"(\d{1,9})(?:\.0*)?(?:件|个|套|条|只|双|盒|箱|袋)?")
_IDS = ("product_id", "sku_code")


class StockRows:
    """Reads the rows of one stock list; what has no time of its own was counted at `counted_at`."""

    def __init__(
        self,
        profile: ExportProfile,
        columns: Columns,
        shop_zone: tzinfo,
        rejections: Rejections,
        counted_at: Instant,
        now: Instant,
    ) -> None:
        self._profile = profile
        self._columns = columns
        self._rejections = rejections
        self._clock = Clock(shop_zone)
        self._counted_at = counted_at
        self._now = now

    def read(self, number: int, row: list[str]) -> ImportedStock | None:
        """Return the counted goods of a row, None when the row is refused or sums others up."""
        found = {field: self._cell(row, field) for field in STOCK_COLUMNS}
        for field in filter(lambda name: is_scientific(found[name]), _IDS):
            self._rejections.cell(number, row, field, "id_scientific", found[field])
            found[field] = ""
        goods = Goods(found["title"], found["spec"], found["product_id"], found["sku_code"])
        if goods.title.startswith(tuple(self._profile.summary_words)):
            self._rejections.row(number, row, "title", "summary_line")
            return None
        if not goods.is_named:
            self._rejections.row(number, row, "title", "stock_goods_missing")
            return None
        quantity = pieces(found["quantity"])
        if quantity is None:
            self._rejections.row(number, row, "quantity", "stock_quantity_unreadable", found["quantity"])
            return None
        made = StockRow(
            goods=goods, quantity=quantity, warn_at=self._warn_at(number, row, found["warn_at"]),
            counted_at=self._time(number, row, found["counted_at"]), shop=found["shop"],
        )  # fmt: skip
        return ImportedStock(number, made)

    def _cell(self, row: Sequence[str], field: str) -> str:
        return self._columns.cell(row, field, self._profile.empty_cells)

    def _warn_at(self, number: int, row: list[str], cell: str) -> int | None:
        if not cell:
            return None
        warn_at = pieces(cell)
        if warn_at is None:
            self._rejections.cell(number, row, "warn_at", "stock_quantity_unreadable", cell)
        return warn_at

    def _time(self, number: int, row: list[str], cell: str) -> Instant:
        """Return when the row was counted; a time to come, or none that can be read, is the file's."""
        try:
            at = self._clock.read(cell)
        except ValueError:
            self._rejections.cell(number, row, "counted_at", "date_unreadable")
            at = None
        return self._counted_at if at is None or at > self._now else at


def pieces(cell: str) -> int | None:
    """Return a count of pieces such as `1,200`, `12.0` or `12件`, None for what is none."""
    match = _PIECES.fullmatch(cell.replace(",", "").replace("，", "").strip())
    return None if match is None else int(match[1])
