"""Figures as a table that a spreadsheet opens: CSV in UTF-8 with its mark, or a workbook with a sheet for each."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskhelper.core.insights import FigureTable
from deskhelper.exchange.phrases.cells import guarded
from deskhelper.exchange.whole_file import whole_file
from deskhelper.exchange.workbook import put_row, workbook

LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def save_tables(path: Path, tables: Sequence[FigureTable]) -> None:
    """Write `tables` to `path`, a workbook where it ends in .xlsx, else CSV; no cell is taken for a formula.

    Raises WorldError `file_not_written`.
    """
    write = _workbook if path.suffix.lower() == ".xlsx" else _csv
    with whole_file(path) as part:
        write(part, tables)


def _csv(path: Path, tables: Iterable[FigureTable]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for number, table in enumerate(tables):
            if number:
                writer.writerow([])
            for row in _rows(table):
                writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])


def _workbook(path: Path, tables: Iterable[FigureTable]) -> None:
    taken: set[str] = set()
    with workbook(path) as book:
        for table in tables:
            sheet = book.add_worksheet(_sheet_name(table.title, taken))
            sheet.set_column(0, 0, 28)
            for number, row in enumerate(_rows(table)):
                put_row(sheet, number, row)


def _rows(table: FigureTable) -> Iterable[Sequence[str | int]]:
    yield (table.title,)
    yield from ((remark,) for remark in table.remarks)
    yield table.header
    yield from table.rows


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name for a sheet that Excel takes and that is not `taken` yet, whatever the case of its letters."""
    base = _NOT_IN_NAMES.sub(" ", title).strip("' ")[:LONGEST_NAME] or "1"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: LONGEST_NAME - 3]} {number}"
    taken.add(name.casefold())
    return name
