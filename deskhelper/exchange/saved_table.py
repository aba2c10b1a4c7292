"""A table of ours written for spreadsheets: XLSX or CSV by the name's ending, no cell of which is ever a formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.exchange.phrases.cells import guarded

TableCell = str | int | float | None
"""A number stays a number; None is an empty cell."""


def save_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[TableCell]]) -> int:
    """Write `rows` under `header` to `path`, all or nothing; return how many. Raises WorldError `file_not_written`."""
    part = path.with_name(f"{path.name}.part")
    try:
        write = _write_csv if path.suffix.lower() == ".csv" else _write_book
        count = write(part, header, rows)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldError("file_not_written", file=path.name, value=error.strerror or "") from error
    return count


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[TableCell]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(map(guarded, header))
        for row in rows:
            writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
            count += 1
    return count


def _write_book(path: Path, header: Sequence[str], rows: Iterable[Sequence[TableCell]]) -> int:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    count = 0
    path.touch()  # first, for a book that cannot be written leaves its own files open
    try:
        with xlsxwriter.Workbook(path, options) as book:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, header, book.add_format({"bold": True}))
            for count, row in enumerate(rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(count, column, cell)
                    elif cell is not None:
                        sheet.write_number(count, column, cell)
    except FileCreateError as error:
        raise OSError(getattr(error.args[0], "errno", 0), getattr(error.args[0], "strerror", str(error))) from error
    return count
