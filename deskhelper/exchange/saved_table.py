"""A table of ours written for spreadsheets: XLSX or CSV by the name's ending, no cell of which is ever a formula."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskhelper.exchange.phrases.cells import guarded
from deskhelper.exchange.whole_file import whole_file
from deskhelper.exchange.workbook import TableCell, put_row, workbook


def save_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[TableCell]]) -> int:
    """Write `rows` under `header` to `path`, all or nothing; return how many. Raises WorldError `file_not_written`."""
    write = _write_csv if path.suffix.lower() == ".csv" else _write_book
    with whole_file(path) as part:
        return write(part, header, rows)


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
    count = 0
    with workbook(path, is_row_by_row=True) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, header, book.add_format({"bold": True}))
        for count, row in enumerate(rows, 1):
            put_row(sheet, count, row)
    return count
