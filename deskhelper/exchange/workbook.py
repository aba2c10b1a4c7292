"""Workbooks of ours: no cell is ever a formula or a link."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TableCell = str | int | float | None
"""A number stays a number; None is an empty cell."""


@contextlib.contextmanager
def workbook(path: Path, is_row_by_row: bool = False) -> Iterator[Any]:
    """Yield a new workbook that is at `path` once the block ends; `is_row_by_row`: rows come in order, none is kept.

    Raises OSError where it cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": is_row_by_row}
    path.touch()  # first, for a book that cannot be written leaves its own files open
    try:
        with xlsxwriter.Workbook(path, options) as book:
            yield book
    except FileCreateError as error:
        raise OSError(getattr(error.args[0], "errno", 0), getattr(error.args[0], "strerror", str(error))) from error


def put_row(sheet: Any, number: int, cells: Sequence[TableCell]) -> None:
    """Write `cells` to the row `number` of a sheet, each as what it is."""
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(number, column, cell)
        elif cell is not None:
            sheet.write_number(number, column, cell)
