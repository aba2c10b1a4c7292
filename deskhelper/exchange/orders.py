"""Rows of an order file → orders, cell by cell, with every refusal noted. Clean rows go through order_chunks.py."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import tzinfo

from deskhelper.core.export_profile import CHECKED_COLUMNS, ORDER_COLUMNS, ExportProfile
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.exchange.cells import (
    NOTHING,
    Clock,
    Remembered,
    amount_problem,
    is_scientific,
    read_amount,
    read_quantity,
    tidy,
    whole_id,
    without_unseen,
)
from deskhelper.exchange.headers import Columns, normalised
from deskhelper.exchange.rejections import Rejections
from deskhelper.exchange.words import StatusBook, shown, told_by_either

_ORDER_NO = re.compile(r"[0-9A-Za-z_-]*[0-9][0-9A-Za-z_-]*")
_LONG_NO = re.compile(r"(?<![0-9A-Za-z.])[A-Za-z]{0,4}[0-9]{8,}(?![0-9A-Za-z.])")
_LOST_NO = re.compile(r"(?<![0-9A-Za-z.])[0-9](?:\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_LEAST_DIGITS = 6


class OrderRows:
    """Reads the rows of one file by its profile and columns, and what it has read before it remembers."""

    def __init__(self, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, rejections: Rejections) -> None:
        self._profile = profile
        self._columns = columns
        self._rejections = rejections
        self.clock = Clock(shop_zone)
        self.amounts = Remembered(read_amount)
        self.quantities = Remembered(read_quantity)
        self.book = StatusBook(profile, "status" in columns.of_field)
        self._has_quirks = profile.wrapped_cells or bool(profile.empty_cells)

    def tidied(self, cell: str) -> str:
        """Return `cell` without what the platform puts around it."""
        if not self._has_quirks:
            return cell.strip()
        bare = tidy(cell)
        return "" if bare in self._profile.empty_cells else bare

    def tidied_all(self, cells: Sequence[str]) -> list[str]:
        """Return many cells, each tidied."""
        return [*map(self.tidied if self._has_quirks else str.strip, cells)]

    def _cells(self, row: Sequence[str]) -> dict[str, str]:
        """Return the fields' cells, cleaned; a blank one falls back to the field's next column."""
        of_field = self._columns.of_field
        return {
            field: next(
                (cell for at in of_field.get(field, ()) if (cell := self.tidied(row[at])) and cell not in NOTHING), ""
            )
            for field in (*ORDER_COLUMNS, *CHECKED_COLUMNS)
        }

    def read(self, number: int, row: list[str]) -> Order | None:
        """Return the order of a row that has just the header's width; None when the row is refused."""
        found = self._cells(row)
        order_no = self._order_no(number, row, found["order_no"])
        if order_no is None:
            return None
        status, after_sale = self._status(number, row, found)
        order = Order(
            platform=self._profile.platform,
            shop=found["shop"],
            order_no=order_no,
            status=status,
            status_text=found["status"],
            after_sale=after_sale,
            after_sale_text=found["after_sale"],
            product=found["product"],
            spec=found["spec"],
            product_id=self._id(number, row, "product_id", found),
            sku_code=self._id(number, row, "sku_code", found),
            quantity=self._quantity(number, row, found),
            paid_fen=self._amount(number, row, "paid_fen", found),
            refund_fen=self._amount(number, row, "refund_fen", found),
            paid_at=self._time(number, row, "paid_at", found),
            grouped_at=self._time(number, row, "grouped_at", found),
            promised_ship_by=self._time(number, row, "promised_ship_by", found),
            shipped_at=self._time(number, row, "shipped_at", found),
            received_at=self._time(number, row, "received_at", found),
            courier=found["courier"],
            tracking_no=self._id(number, row, "tracking_no", found),
            receiver=found["receiver"],
            phone=self._id(number, row, "phone", found),
            province=found["province"],
            buyer_note=found["buyer_note"],
            shop_note=found["shop_note"],
        )
        for field in CHECKED_COLUMNS:
            self._id(number, row, field, found)
        if lost := _LOST_NO.search(found["parcel"]):
            self._rejections.cell(number, row, "parcel", "id_scientific", lost[0])
        _put_parcel(order, found["parcel"])
        self.settle_payment(order)
        return order

    def settle_payment(self, order: Order) -> None:
        """Clear the times of payment of an unpaid order; derive the day of another from its order number if need be."""
        if order.status is Status.UNPAID:
            order.paid_at = order.grouped_at = None
        if order.paid_at is not None or not self._profile.dated_order_no or not _was_paid(order):
            return
        day = order.order_no[:6]
        if order.order_no[6:7] == "-" and day.isdigit():
            try:
                order.paid_at = self.clock.read(f"20{day[:2]}-{day[2:4]}-{day[4:]}")
            except ValueError:
                return
            order.paid_at_is_derived = True

    def _order_no(self, number: int, raw: list[str], cell: str) -> str | None:
        order_no = tidy(without_unseen(unicodedata.normalize("NFKC", cell)))
        if not order_no and not any(map(tidy, raw)):
            return None  # a blank row is no order and no fault
        if is_scientific(order_no):
            self._rejections.row(number, raw, "order_no", "order_no_scientific", order_no)
        elif not order_no:
            self._rejections.row(number, raw, "order_no", self._code_without_no(raw))
        elif order_no.startswith(tuple(self._profile.summary_words)):
            self._rejections.row(number, raw, "order_no", "summary_line")
        elif normalised(order_no) == normalised(self._columns.name_in(raw, "order_no")):
            self._rejections.row(number, raw, "order_no", "header_again")
        elif not _ORDER_NO.fullmatch(order_no) or sum(map(str.isdigit, order_no)) < _LEAST_DIGITS:
            self._rejections.row(number, raw, "order_no", "order_no_invalid")
        else:
            return order_no
        return None

    def _code_without_no(self, raw: list[str]) -> str:
        first = next(filter(None, map(tidy, raw)), "")
        is_summary = first.startswith(tuple(self._profile.summary_words))
        return "summary_line" if is_summary else "order_no_missing"

    def _id(self, number: int, raw: list[str], field: str, found: dict[str, str]) -> str:
        bare = whole_id(tidy(without_unseen(found[field])))
        if field == "tracking_no":
            if bare and not any(map(str.isdigit, bare)):
                self._rejections.cell(number, raw, field, "id_without_digits")
                return ""
            for prefix in self._profile.tracking_prefixes:
                if bare.lower().startswith(prefix.lower()):
                    bare = tidy(bare[len(prefix) :])
        if not is_scientific(bare):
            return bare
        self._rejections.cell(number, raw, field, "id_scientific", "" if field == "phone" else bare)
        return ""

    def _status(self, number: int, raw: list[str], found: dict[str, str]) -> tuple[Status, AfterSale]:
        status, told = Status.UNKNOWN, None
        try:
            status, told = self.book.status(found["status"])
        except ValueError:
            code = "unknown_status" if found["status"] else "status_missing"
            self._rejections.cell(number, raw, "status", code, shown(found["status"]))
        try:
            return status, told_by_either(self.book.after_sale(found["after_sale"]), told)
        except ValueError:
            self._rejections.cell(number, raw, "after_sale", "unknown_after_sale", shown(found["after_sale"]))
            return status, AfterSale.UNKNOWN

    def _time(self, number: int, raw: list[str], field: str, found: dict[str, str]) -> Instant | None:
        try:
            return self.clock.read(tidy(found[field]))
        except ValueError:
            self._rejections.cell(number, raw, field, "date_unreadable")
            return None

    def _amount(self, number: int, raw: list[str], field: str, found: dict[str, str]) -> int | None:
        bare = tidy(found[field])
        try:
            return self.amounts[bare]
        except ValueError:
            self._rejections.cell(number, raw, field, amount_problem(bare))
            return None

    def _quantity(self, number: int, raw: list[str], found: dict[str, str]) -> int:
        try:
            return self.quantities[tidy(found["quantity"])]
        except ValueError:
            self._rejections.cell(number, raw, "quantity", "quantity_unreadable")
            return 1


def _put_parcel(order: Order, parcel: str) -> None:
    """Take courier and tracking number out of a cell that has both, such as `中通快递:7512345678901`."""
    numbers = _LONG_NO.findall(parcel)
    if len(numbers) == 1 and not order.tracking_no:
        order.tracking_no = numbers[0]
    words = _CHINESE.findall(parcel)
    if len(words) == 1 and not order.courier:
        order.courier = words[0]


def _was_paid(order: Order) -> bool:
    """Tell whether the order's status says that it was paid."""
    is_cancelled_unpaid = order.status is Status.CANCELLED and order.after_sale is AfterSale.NONE
    return order.status is not Status.UNPAID and not is_cancelled_unpaid
