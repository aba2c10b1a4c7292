"""Opened order files: rows in, batches of core models out, what was refused kept with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import islice

from deskhelper.core.errors import Problem
from deskhelper.core.export_profile import CHECKED_COLUMNS, ExportProfile
from deskhelper.core.imported import (
    ImportedAfterSale,
    ImportedOrder,
    ImportedStock,
    ImportedTrace,
    OrderColumns,
    Rejection,
)
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.after_sales import AfterSaleRows
from deskhelper.exchange.cells import tidy
from deskhelper.exchange.file_names import exported_at
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.multi_line import cut_between_orders, goods_together, put_together, several_goods
from deskhelper.exchange.order_chunks import OrderChunks
from deskhelper.exchange.orders import OrderRows
from deskhelper.exchange.rejections import Rejections
from deskhelper.exchange.stock import StockRows
from deskhelper.exchange.tables import Table
from deskhelper.exchange.traces import TraceRows

_LINE_FIELDS = frozenset({"order_no", "product", "spec", "product_id", "sku_code", "quantity"})
_COMPANIONS = {"status": "status_text", "after_sale": "after_sale_text", "paid_at": "paid_at_is_derived"}
_NOT_KEPT = frozenset({"kinds", "parcel", *CHECKED_COLUMNS})
_PARCEL = frozenset({"courier", "tracking_no"})


class OpenedFile:
    """What order and after-sales files have in common (the Protocol `OrderFile`)."""

    def __init__(self, table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo) -> None:
        self._table = table
        self._profile = profile
        self._columns = columns
        self._rejections = Rejections(columns)
        self._exported_at = exported_at(table.path.name, profile.file_names, shop_zone)
        self.left_out: Sequence[str] = ()
        """The workbook's sheets that look like orders too and are not read."""

    @property
    def platform(self) -> str:
        """The platform id, such as `pdd`."""
        return self._profile.platform

    @property
    def header(self) -> list[str]:
        """The file's own header, for a file of rejected rows."""
        return self._columns.header

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the file has a column for."""
        mapped = self._columns.of_field.keys()
        own = (mapped - _NOT_KEPT) | (_PARCEL if "parcel" in mapped else set())
        return frozenset(own) | {_COMPANIONS[field] for field in own & _COMPANIONS.keys()}

    @property
    def sheet(self) -> str:
        """Empty: one sheet needs no name."""
        return ""

    @property
    def exported_at(self) -> Instant | None:
        """When the platform wrote the file, from its name."""
        return self._exported_at

    @property
    def shop(self) -> str | None:
        """The shop's name in the first data row that has one."""
        for at in self._columns.of_field.get("shop", ()):
            for row in self._table.samples:
                if at < len(row) and tidy(row[at]):
                    return tidy(row[at])
        return None

    @property
    def rejections(self) -> list[Rejection]:
        """What was refused so far, by row."""
        self._rejections.all.sort(key=lambda rejection: rejection.row)
        return self._rejections.all

    @property
    def notes(self) -> list[Problem]:
        """What is to be said of the file as a whole."""
        left_out = "、".join(self.left_out)
        return [Problem("file_sheets_left", {"file": self._table.path.name, "value": left_out})] if left_out else []

    def column_of(self, field: str) -> str:
        """The file's own header of `field`, empty where it has no such column."""
        return self._columns.name(field)

    @property
    def progress(self) -> float:
        """The share of the file that was read, 0 to 1."""
        return self._table.progress

    def _fitted(self, first: int, rows: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
        """Yield file row and cells, just as many as the header has; blank rows and too wide ones are left out."""
        width = self._table.width
        for number, row in enumerate(rows, first):
            if len(row) <= width:
                if any(row):
                    yield number, row + [""] * (width - len(row))
            elif any(map(tidy, row[width:])):
                self._rejections.row(number, row, "", "row_too_wide")
            else:
                yield number, row[:width]

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield all data rows."""
        for first, chunk in self._table.data_chunks():
            yield from self._fitted(first, chunk)


class OpenedOrders(OpenedFile):
    """An opened file of orders."""

    def __init__(self, table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo) -> None:
        super().__init__(table, profile, columns, shop_zone)
        self._reader = OrderRows(profile, columns, shop_zone, self._rejections)
        self._chunks = OrderChunks(profile, columns, self._reader)

    def batches(self, size: int = 5000) -> Iterator[OrderColumns]:
        """Yield the orders in batches of at most `size`. Raises WorldError when the file turns out broken."""
        if self._profile.several_lines is not None:
            orders = put_together(self._lines(), self._profile.several_lines)
        elif self._profile.titles_joined_by or "parcel" in self._columns.of_field:
            orders = self._one_by_one()
        else:
            yield from self._many_at_once(size)
            return
        while batch := [*islice(orders, size)]:
            yield OrderColumns.of(batch)

    def _many_at_once(self, size: int) -> Iterator[OrderColumns]:
        """Yield batches of orders that stand on one row each: a file may have a million."""
        width = {self._table.width}
        batch = OrderColumns.of(())
        for first, chunk in self._table.data_chunks():
            numbers: Sequence[int] = range(first, first + len(chunk))
            rows = chunk
            if {*map(len, chunk)} != width:
                fitted = [*self._fitted(first, chunk)]
                numbers, rows = [number for number, _ in fitted], [row for _, row in fitted]
            batch.extend(self._chunks.read(numbers, rows))
            while len(batch) > size:
                yield goods_together(cut_between_orders(batch, size))
        if len(batch):
            yield goods_together(batch)

    def _one_by_one(self) -> Iterator[ImportedOrder]:
        for number, row in self._rows():
            order = self._reader.read(number, row)
            if order is not None:
                if self._profile.titles_joined_by:
                    order.product = self._first_title(row, order.product)
                yield ImportedOrder(number, order)

    def _first_title(self, row: Sequence[str], product: str) -> str:
        """Return the first of several titles in one cell; only if the file's count of goods says they are several."""
        titles = product.split(self._profile.titles_joined_by)
        kinds = {tidy(row[at]) for at in self._columns.of_field.get("kinds", ())}
        return several_goods(titles) if str(len(titles)) in kinds else product

    def _lines(self) -> Iterator[tuple[int, Order]]:
        rule = self._profile.several_lines
        above: list[str] = []
        met: set[tuple[str, ...]] = set()
        is_again = False
        for number, row in self._rows():
            if self._has_no(row):
                is_again = tuple(row) in met
            if is_again and tuple(row) in met:
                continue  # the same line once more is no further goods
            met.add(tuple(row))
            line = row
            if rule is not None and rule.blank_below:
                line = above = self._carried_down(above, row)
            order = self._reader.read(number, line)
            if order is not None:
                yield number, order

    def _carried_down(self, above: Sequence[str], row: list[str]) -> list[str]:
        """Return a later line of an order with the order's own cells filled in from the line above."""
        columns = self._columns.of_field
        has_goods = any(tidy(row[at]) for at in columns.get("product", ()))
        if self._has_no(row) or not has_goods or not above:
            return row
        own = {at for field in _LINE_FIELDS - {"order_no"} for at in columns.get(field, ())}
        return [cell if at in own or tidy(cell) else above[at] for at, cell in enumerate(row)]

    def _has_no(self, row: Sequence[str]) -> bool:
        return any(tidy(row[at]) for at in self._columns.of_field["order_no"])


class OpenedAfterSales(OpenedFile):
    """An opened after-sales workbook."""

    def __init__(self, table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo) -> None:
        super().__init__(table, profile, columns, shop_zone)
        self._reader = AfterSaleRows(profile, columns, shop_zone, self._rejections)

    def batches(self, size: int = 5000) -> Iterator[list[ImportedAfterSale]]:
        """Yield the records in lists of at most `size`. Raises WorldError when the file turns out broken."""
        records = self._records()
        while batch := [*islice(records, size)]:
            yield batch

    def _records(self) -> Iterator[ImportedAfterSale]:
        for number, row in self._rows():
            record = self._reader.read(number, row)
            if record is not None:
                yield ImportedAfterSale(number, record)


class OpenedTraces(OpenedFile):
    """An opened file of carriers' traces."""

    def __init__(
        self, table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, reader: TraceReader
    ) -> None:
        super().__init__(table, profile, columns, shop_zone)
        self._reader = TraceRows(profile, columns, shop_zone, self._rejections, reader)

    def batches(self, size: int = 5000) -> Iterator[list[ImportedTrace]]:
        """Yield the scans in lists of at most `size` rows. Raises WorldError when the file turns out broken."""
        read = (self._reader.read(number, row) for number, row in self._rows())
        traces = (trace for trace in read if trace is not None)
        while batch := [*islice(traces, size)]:
            yield batch


class OpenedStock(OpenedFile):
    """An opened stock list; `now` is when it is read, and counted where neither row nor file name says otherwise."""

    def __init__(self, table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, now: Instant) -> None:
        super().__init__(table, profile, columns, shop_zone)
        counted_at = now if self._exported_at is None else min(self._exported_at, now)
        self._reader = StockRows(profile, columns, shop_zone, self._rejections, counted_at, now)

    def batches(self, size: int = 5000) -> Iterator[list[ImportedStock]]:
        """Yield the counted goods in lists of at most `size` rows. Raises WorldError when the file turns out broken."""
        read = (self._reader.read(number, row) for number, row in self._rows())
        rows = (row for row in read if row is not None)
        while batch := [*islice(rows, size)]:
            yield batch
