"""Rows of an order file → orders. One pass per row on the fast way; a row with anything odd is read with care.

The fast way is written out field by field, as a million rows pass through it: see tests/benchmarks.
"""

import re
from collections.abc import Callable, Sequence
from datetime import tzinfo
from operator import itemgetter

from deskhelper.core.export_profile import ID_COLUMNS, ORDER_COLUMNS, ExportProfile
from deskhelper.core.moments import Instant
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.exchange.cells import Clock, Remembered, is_scientific, read_amount, read_quantity, tidy
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.rejections import Rejections
from deskhelper.exchange.words import StatusBook, shown, told_by_either

_ORDER_NO = re.compile(r"[0-9A-Za-z_-]*[0-9][0-9A-Za-z_-]*")
_LEAST_DIGITS = 6
_TIMES = ("paid_at", "grouped_at", "promised_ship_by", "shipped_at", "received_at")


class OrderRows:
    """Reads the rows of one file by its profile and columns. `read` is the way in."""

    def __init__(self, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, rejections: Rejections) -> None:
        self._profile = profile
        self._columns = columns
        self._rejections = rejections
        self.width = len(columns.header)
        self._places = [columns.of_field.get(field, [self.width])[0] for field in ORDER_COLUMNS]
        self._clock = Clock(shop_zone)
        self._amounts = Remembered(read_amount)
        self._quantities = Remembered(read_quantity)
        self._book = StatusBook(profile, "status" in columns.of_field)
        self._fallbacks = [
            (at, columns.of_field[field][1:])
            for at, field in enumerate(ORDER_COLUMNS)
            if len(columns.of_field.get(field, ())) > 1
        ]
        self._tidy: Callable[[str], str] = self._tidied if _needs_care(profile) else str.strip
        self.read = self._compiled()

    def _tidied(self, cell: str) -> str:
        bare = tidy(cell)
        return "" if bare in self._profile.empty_cells else bare

    def cells(self, row: Sequence[str]) -> list[str]:
        """Return the cells of `row` in the order of ORDER_COLUMNS, cleaned; `row` ends in one empty cell."""
        tidied = self._tidy
        cells = [tidied(row[at]) for at in self._places]
        for at, others in self._fallbacks:
            if not cells[at]:
                cells[at] = next(filter(None, (tidied(row[other]) for other in others)), "")
        return cells

    def _compiled(self) -> Callable[[int, list[str]], Order | None]:
        """Return the function that turns a row number and a row of just the header's width into an order."""
        pick, clean, fallbacks = itemgetter(*self._places), self._tidy, self._fallbacks
        amounts, quantities, when, both = self._amounts, self._quantities, self._clock.read, self._book.both
        paid_day, careful = self._paid_day, self.read_carefully
        platform, dated = self._profile.platform, self._profile.dated_order_no

        def read(number: int, row: list[str]) -> Order | None:
            row.append("")
            cells = [*map(clean, pick(row))]
            for at, others in fallbacks:
                if not cells[at]:
                    cells[at] = next(filter(None, (clean(row[other]) for other in others)), "")
            (
                order_no, status_text, after_sale_text, product, spec, product_id, sku_code, quantity,
                paid, refund, paid_at, grouped_at, promised_ship_by, shipped_at, received_at,
                courier, tracking_no, receiver, phone, province, buyer_note, shop_note, shop, _,
            ) = cells  # fmt: skip
            ids = f"{product_id},{sku_code},{tracking_no},{phone}"
            if "+" in ids or "=" in ids or "'" in ids or ":" in ids or not _is_plain_no(order_no):
                return careful(number, row, cells)
            try:
                status, after_sale = both((status_text, after_sale_text))
                paid_instant = when(paid_at)
                is_derived = dated and paid_instant is None
                order = Order(
                    platform=platform,
                    shop=shop,
                    order_no=order_no,
                    status=status,
                    status_text=status_text,
                    after_sale=after_sale,
                    after_sale_text=after_sale_text,
                    product=product,
                    spec=spec,
                    product_id=product_id,
                    sku_code=sku_code,
                    quantity=quantities[quantity],
                    paid_fen=amounts[paid],
                    refund_fen=amounts[refund],
                    paid_at=paid_instant,
                    grouped_at=paid_instant if grouped_at == paid_at else when(grouped_at),
                    promised_ship_by=when(promised_ship_by),
                    shipped_at=when(shipped_at),
                    received_at=when(received_at),
                    courier=courier,
                    tracking_no=tracking_no,
                    receiver=receiver,
                    phone=phone,
                    province=province,
                    buyer_note=buyer_note,
                    shop_note=shop_note,
                )
            except ValueError:
                return careful(number, row, cells)
            if is_derived:
                paid_day(order)
            return order

        return read

    def _paid_day(self, order: Order) -> None:
        """Derive the day of payment from the date in the order number, where the order was paid at all."""
        was_paid = order.status is not Status.UNPAID and not (
            order.status is Status.CANCELLED and order.after_sale is AfterSale.NONE
        )
        day = order.order_no[:6]
        if not was_paid or order.order_no[6:7] != "-" or not day.isdigit():
            return
        try:
            order.paid_at = self._clock.read(f"20{day[:2]}-{day[2:4]}-{day[4:]}")
        except ValueError:
            return
        order.paid_at_is_derived = True

    def read_carefully(self, number: int, row: list[str], cells: list[str]) -> Order | None:
        """Read a row in which something is odd, cell by cell, each refusal noted; None when the row is refused."""
        raw = row[: self.width]
        found = dict(zip(ORDER_COLUMNS, cells, strict=True))
        order_no = self._order_no(number, raw, found["order_no"])
        if order_no is None:
            return None
        for field in ID_COLUMNS & found.keys() - {"order_no"}:
            found[field] = self._id(number, raw, field, found[field])
        status, after_sale = self._status(number, raw, found)
        texts = {
            field: found[field]
            for field in (
                "shop product spec product_id sku_code courier tracking_no receiver phone province buyer_note shop_note"
            ).split()
        }
        times = {field: self._time(number, raw, field, found[field]) for field in _TIMES}
        order = Order(
            platform=self._profile.platform,
            order_no=order_no,
            status=status,
            status_text=found["status"],
            after_sale=after_sale,
            after_sale_text=found["after_sale"],
            quantity=self._quantity(number, raw, found["quantity"]),
            paid_fen=self._amount(number, raw, "paid_fen", found["paid_fen"]),
            refund_fen=self._amount(number, raw, "refund_fen", found["refund_fen"]),
            **texts,
            **times,
        )
        if order.paid_at is None and self._profile.dated_order_no:
            self._paid_day(order)
        return order

    def _order_no(self, number: int, raw: list[str], cell: str) -> str | None:
        order_no = tidy(cell)
        if is_scientific(order_no):
            self._rejections.row(number, raw, "order_no", "order_no_scientific", order_no)
        elif not order_no:
            self._rejections.row(number, raw, "order_no", self._code_without_no(raw))
        elif order_no.startswith(tuple(self._profile.summary_words)):
            self._rejections.row(number, raw, "order_no", "summary_line")
        elif not _ORDER_NO.fullmatch(order_no) or sum(map(str.isdigit, order_no)) < _LEAST_DIGITS:
            self._rejections.row(number, raw, "order_no", "order_no_invalid")
        else:
            return order_no
        return None

    def _code_without_no(self, raw: list[str]) -> str:
        first = next(filter(None, map(tidy, raw)), "")
        is_summary = first.startswith(tuple(self._profile.summary_words))
        return "summary_line" if is_summary else "order_no_missing"

    def _id(self, number: int, raw: list[str], field: str, cell: str) -> str:
        bare = tidy(cell)
        if field == "tracking_no":
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
            status, told = self._book.status(found["status"])
        except ValueError:
            if found["status"]:
                self._rejections.cell(number, raw, "status", "unknown_status", shown(found["status"]))
            elif "status" in self._columns.of_field:
                self._rejections.cell(number, raw, "status", "status_missing")
        try:
            return status, told_by_either(self._book.after_sale(found["after_sale"]), told)
        except ValueError:
            self._rejections.cell(number, raw, "after_sale", "unknown_after_sale", shown(found["after_sale"]))
            return status, AfterSale.UNKNOWN

    def _time(self, number: int, raw: list[str], field: str, cell: str) -> Instant | None:
        try:
            return self._clock.read(tidy(cell))
        except ValueError:
            self._rejections.cell(number, raw, field, "date_unreadable")
            return None

    def _amount(self, number: int, raw: list[str], field: str, cell: str) -> int | None:
        try:
            return self._amounts[tidy(cell)]
        except ValueError:
            self._rejections.cell(number, raw, field, "amount_unreadable")
            return None

    def _quantity(self, number: int, raw: list[str], cell: str) -> int:
        try:
            return self._quantities[tidy(cell)]
        except ValueError:
            self._rejections.cell(number, raw, "quantity", "quantity_unreadable")
            return 1


def _needs_care(profile: ExportProfile) -> bool:
    return profile.wrapped_cells or bool(profile.empty_cells)


def _is_plain_no(order_no: str) -> bool:
    """Tell whether `order_no` is digits, at most with one hyphen, as nearly every one is."""
    return len(order_no) >= 10 and order_no.replace("-", "", 1).isdigit() and order_no.isascii()
