"""Opening foreign files: whose they are, what they hold, and which sheets of a workbook are read."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ColumnGuess, ExportProfile, FileLook
from deskhelper.core.imported import OrderFile
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.cells import tidy
from deskhelper.exchange.headers import Columns, HeaderBook, signature
from deskhelper.exchange.order_file import OpenedAfterSales, OpenedOrders, OpenedStock, OpenedTraces
from deskhelper.exchange.several_sheets import OpenedSheets
from deskhelper.exchange.tables import Table, recognised

SheetFile = OpenedOrders | OpenedAfterSales
"""What may stand on several sheets of one workbook."""


def open_order_file(
    path: Path,
    profiles: Sequence[ExportProfile],
    shop_zone: tzinfo,
    mapping: Mapping[str, str] | None = None,
    reader: TraceReader | None = None,
) -> OrderFile:
    """Open `path` and understand its header, by `mapping` (field to header) where the user has given one.

    `reader` reads the scans of files of traces, and knows the time; without it neither these nor stock lists are of a
    known kind.
    Raises WorldError, among them `header_unknown` for a table that nobody knows and that has no mapping yet.
    """
    book = HeaderBook(profiles)
    table = Table(path, book, mapping)
    headers, columns = recognised(table, book, mapping)
    opened = _opened(table, headers.profile, columns, shop_zone, reader)
    if not isinstance(opened, SheetFile):
        return opened
    parts, names = [opened], [table.sheet]
    for other in table.others(book, mapping):
        further = _further(opened, other, book, mapping, shop_zone)
        if further is None:
            opened.left_out = [*opened.left_out, other.sheet]
        else:
            parts.append(further)
            names.append(other.sheet)
    if len(parts) == 1:
        return opened
    places = sorted(range(len(parts)), key=lambda at: isinstance(parts[at], OpenedAfterSales))
    return OpenedSheets(path.name, [parts[at] for at in places], [names[at] for at in places])


def _further(
    opened: SheetFile, table: Table, book: HeaderBook, mapping: Mapping[str, str] | None, shop_zone: tzinfo
) -> SheetFile | None:
    """Return a further sheet of a workbook, None unless it holds orders or after-sales of the same platform."""
    has_mapping = mapping is not None and signature(table.header) == signature(opened.header)
    try:
        headers, columns = recognised(table, book, mapping if has_mapping else None)
        found = _opened(table, headers.profile, columns, shop_zone, None)
    except WorldError:
        return None
    return found if isinstance(found, SheetFile) and found.platform == opened.platform else None


def _opened(
    table: Table, profile: ExportProfile, columns: Columns, shop_zone: tzinfo, reader: TraceReader | None
) -> OpenedOrders | OpenedAfterSales | OpenedTraces | OpenedStock:
    match profile.kind:
        case "traces" if reader is not None:
            return OpenedTraces(table, profile, columns, shop_zone, reader)
        case "stock" if reader is not None:
            return OpenedStock(table, profile, columns, shop_zone, reader.now)
        case "after_sales":
            return OpenedAfterSales(table, profile, columns, shop_zone)
        case "orders":
            return OpenedOrders(table, profile, columns, shop_zone)
    raise WorldError("header_unknown", file=table.path.name, row=table.header_at + 1)


def inspect(path: Path, profiles: Sequence[ExportProfile]) -> FileLook:
    """Return a first look at `path` for the dialog in which the user maps columns. Raises WorldError."""
    book = HeaderBook(profiles)
    table = Table(path, book)
    known = book.recognise(table.header, table.samples)
    headers = known or book.generic
    columns = headers.columns(table.header)
    traces = None if known or book.traces is None else book.traces.columns(table.header)
    stock = None if known or book.stock is None else book.stock.columns(table.header)
    rows = [columns.blanked([*map(tidy, row)]) for row in table.samples]
    return FileLook(
        file=path.name,
        header_row=table.header_at + 1,
        header=columns.header,
        rows=rows,
        platform=known.profile.platform if known else None,
        kind=known.profile.kind if known else book.guessed_kind(table.header),
        mapping=_named(columns),
        signature=signature(columns.header),
        never=sorted(columns.never),
        as_traces=ColumnGuess(_named(traces), sorted(traces.never)) if traces else None,
        as_stock=ColumnGuess(_named(stock), sorted(stock.never)) if stock else None,
    )


def _named(columns: Columns) -> dict[str, str]:
    """Return the fields of `columns`, each with its header."""
    return {field: columns.header[indexes[0]] for field, indexes in columns.of_field.items()}
