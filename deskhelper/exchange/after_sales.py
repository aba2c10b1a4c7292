"""Rows of the platform's after-sales workbook → after-sale records."""

from collections.abc import Sequence
from datetime import tzinfo

from deskhelper.core.export_profile import AFTER_SALE_COLUMNS, ExportProfile
from deskhelper.core.imported import AfterSaleRecord
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale
from deskhelper.exchange.cells import Clock, Remembered, amount_problem, is_scientific, read_amount
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.rejections import Rejections
from deskhelper.exchange.words import StatusBook, shown


class AfterSaleRows:
    """Reads the rows of one after-sales file."""

    def __init__(self, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, rejections: Rejections) -> None:
        self._profile = profile
        self._columns = columns
        self._rejections = rejections
        self._clock = Clock(shop_zone)
        self._amounts = Remembered(read_amount)
        self._book = StatusBook(profile)

    def read(self, number: int, row: list[str]) -> AfterSaleRecord | None:
        """Return the record of a row, None when the row is refused."""
        found = {field: self._cell(row, field) for field in AFTER_SALE_COLUMNS}
        for field in ("order_no", "after_sale_no"):
            problem = self._no_problem(found[field])
            if problem:
                value = found[field] if problem.endswith("scientific") else ""
                self._rejections.row(number, row, field, problem, value)
                return None
        return AfterSaleRecord(
            platform=self._profile.platform,
            after_sale_no=found["after_sale_no"],
            order_no=found["order_no"],
            after_sale=self._after_sale(number, row, found["after_sale"]),
            after_sale_text=found["after_sale"],
            kind=found["kind"],
            refund_fen=self._amount(number, row, found["refund_fen"]),
            applied_at=self._time(number, row, "applied_at", found["applied_at"]),
            agreed_at=self._time(number, row, "agreed_at", found["agreed_at"]),
            return_tracking_no=self._tracking_no(number, row, found["return_tracking_no"]),
            reason=found["reason"],
        )

    def _cell(self, row: Sequence[str], field: str) -> str:
        return self._columns.cell(row, field, self._profile.empty_cells)

    def _no_problem(self, cell: str) -> str:
        if not cell:
            return "order_no_missing"
        if cell.startswith(tuple(self._profile.summary_words)):
            return "summary_line"
        if is_scientific(cell):
            return "order_no_scientific"
        return "" if any(map(str.isdigit, cell)) else "order_no_invalid"

    def _after_sale(self, number: int, row: list[str], cell: str) -> AfterSale:
        try:
            return self._book.after_sale(cell) or AfterSale.UNKNOWN
        except ValueError:
            self._rejections.cell(number, row, "after_sale", "unknown_after_sale", shown(cell))
            return AfterSale.UNKNOWN

    def _amount(self, number: int, row: list[str], cell: str) -> int | None:
        try:
            return self._amounts[cell]
        except ValueError:
            self._rejections.cell(number, row, "refund_fen", amount_problem(cell))
            return None

    def _time(self, number: int, row: list[str], field: str, cell: str) -> Instant | None:
        try:
            return self._clock.read(cell)
        except ValueError:
            self._rejections.cell(number, row, field, "date_unreadable")
            return None

    def _tracking_no(self, number: int, row: list[str], cell: str) -> str:
        if not is_scientific(cell):
            return cell
        self._rejections.cell(number, row, "return_tracking_no", "id_scientific", cell)
        return ""
