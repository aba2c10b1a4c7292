"""A foreign file as a table: opened by its content, with its header found and the platform recognised."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import REQUIRED_OF
from deskhelper.core.mapping import kind_of
from deskhelper.exchange.headers import Columns, HeaderBook, KnownHeaders, normalised
from deskhelper.exchange.sheet_table import SheetTable, best_sheet
from deskhelper.exchange.sniff import form, sample, stamp
from deskhelper.exchange.text_table import TextTable

SAMPLE_ROWS = 20

ORDER_LIKE = 3
"""A header with so many known names is one of orders, so that a missing order number is worth a word."""


class Table:
    """An opened file, or a further `sheet` of one: `header` in line `header_at` (from 0), `samples` the first data rows
    of the header's width."""

    def __init__(
        self,
        path: Path,
        book: HeaderBook,
        mapping: Mapping[str, str] | None = None,
        sheet: SheetTable | None = None,
    ) -> None:
        self.path = path
        wanted = frozenset(normalised(name) for name in (mapping or {}).values() if name)

        def hits(row: Sequence[str]) -> int:
            return book.hits(row) + 100 * len(wanted.intersection(map(normalised, row)))

        self._source = sheet or _source(path, hits)
        head = self._source.head
        self.header_at = self._find_header(book, wanted, head)
        self.header = head[self.header_at]
        self.width = len(self.header)
        self.samples = [row for row in head[self.header_at + 1 :] if any(row)][:SAMPLE_ROWS]

    def _find_header(self, book: HeaderBook, wanted: frozenset[str], head: Sequence[Sequence[str]]) -> int:
        at = book.header_line(head, wanted)
        if at is None:
            raise WorldError("header_not_found", file=self.path.name)
        return at

    @property
    def progress(self) -> float:
        """The share of the file that was read."""
        return self._source.progress

    @property
    def sheet(self) -> str:
        """The name of the workbook's sheet, empty for a text file."""
        return self._source.name if isinstance(self._source, SheetTable) else ""

    def others(self, book: HeaderBook, mapping: Mapping[str, str] | None) -> "Iterator[Table]":
        """Yield the workbook's other sheets that look like orders too."""
        for sheet in self._source.others if isinstance(self._source, SheetTable) else []:
            yield Table(self.path, book, mapping, sheet)

    def data_chunks(self) -> Iterator[tuple[int, list[list[str]]]]:
        """Yield the rows below the header, many at a time, with the file row (from 1) of the first of them.

        Raises WorldError when the file turns out broken.
        """
        first = 1
        for chunk in self._source.chunks():
            above = max(self.header_at + 2 - first, 0)
            yield first + above, chunk[above:]
            first += len(chunk)


def _source(path: Path, hits: Callable[[Sequence[str]], int]) -> TextTable | SheetTable:
    at_open = stamp(path)
    start = sample(path)
    return TextTable(path, start, hits, at_open) if form(path, start) == "text" else best_sheet(path, hits, at_open)


def recognised(table: Table, book: HeaderBook, mapping: Mapping[str, str] | None) -> tuple[KnownHeaders, Columns]:
    """Return whose file `table` is and where its fields stand, by the user's mapping if given.

    A mapping of traces or of stock makes any table one of those. Raises WorldError `no_order_column` when nothing says
    where the order number stands, `no_trace_column` for traces without numbers or words, `no_stock_column` for stock
    without pieces or goods, `header_unknown` for a table that
    nobody knows and that has no mapping yet.
    """
    known = book.recognise(table.header, table.samples)
    headers = known or book.generic
    if mapping is not None:
        headers = {"traces": book.traces, "stock": book.stock}.get(kind_of(mapping)) or headers
    columns = headers.columns(table.header, mapping)
    where: dict[str, str | int] = {"file": table.path.name, "row": table.header_at + 1}
    has_no = "order_no" in columns.of_field or headers.profile.kind in ("traces", "stock")
    if mapping is not None and headers.profile.kind == "traces":
        _check_traces(columns, where)
    if headers.profile.kind == "stock":
        _check_stock(columns, where)
    is_orders = mapping is not None or book.guessed_kind(table.header) == "orders"
    if not has_no and is_orders and (mapping is not None or book.order_hits(table.header) >= ORDER_LIKE):
        raise WorldError("no_order_column", **where)
    if known is None and mapping is None:
        raise WorldError("header_unknown", **where)
    return headers, columns


def _check_stock(columns: Columns, where: Mapping[str, str | int]) -> None:
    names = ("title", "product_id", "sku_code")
    if "quantity" not in columns.of_field or not any(name in columns.of_field for name in names):
        raise WorldError("no_stock_column", **where)


def _check_traces(columns: Columns, where: Mapping[str, str | int]) -> None:
    if any(field not in columns.of_field for field in REQUIRED_OF["traces"]):
        raise WorldError("no_trace_column", **where)
