"""Figures as a table that a spreadsheet opens: CSV in UTF-8 with its mark, or a workbook with a sheet for each."""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.core.insights import FigureTable
from deskhelper.exchange.phrases.cells import guarded

LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def save_tables(path: Path, tables: Sequence[FigureTable]) -> None:
    """Write `tables` to `path`, a workbook where it ends in .xlsx, else CSV; no cell is taken for a formula.

    Raises WorldError `file_not_written`.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        if path.suffix.lower() == ".xlsx":
            _workbook(part, tables)
        else:
            _csv(part, tables)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldError("file_not_written", file=path.name, value=error.strerror or "") from error


def _csv(path: Path, tables: Iterable[FigureTable]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for number, table in enumerate(tables):
            if number:
                writer.writerow([])
            for row in _rows(table):
                writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])


def _workbook(path: Path, tables: Iterable[FigureTable]) -> None:
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    try:
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            taken: set[str] = set()
            for table in tables:
                sheet = book.add_worksheet(_sheet_name(table.title, taken))
                sheet.set_column(0, 0, 28)
                for number, row in enumerate(_rows(table)):
                    for column, cell in enumerate(row):
                        if isinstance(cell, str):
                            sheet.write_string(number, column, cell)
                        else:
                            sheet.write_number(number, column, cell)
    except FileCreateError as error:
        raise OSError(getattr(error.args[0], "errno", 0), getattr(error.args[0], "strerror", str(error))) from error


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
