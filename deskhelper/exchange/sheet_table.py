"""Workbooks (XLSX, XLS) as rows of text cells, whatever range the sheets declare."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain, islice
from math import isfinite
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from deskhelper.core.errors import WorldError
from deskhelper.exchange.sniff import Stamp, stamp, unreadable
from deskhelper.exchange.text_table import CHUNK, HEAD_ROWS, LONGEST_CELL, NO_UNSEEN, column_name

EXACT = 2**53
"""From here on a number in a workbook has lost its last digits."""

MANY_NAMES = 3
"""A row with so many known names is a header."""

Cell = int | float | str | bool | time | date | datetime | timedelta


def cell_text(cell: Cell) -> str:
    """Return a workbook cell as text: whole numbers without `.0`, numbers that lost digits as `2.309E+20`."""
    if isinstance(cell, str):
        return cell if cell.isprintable() else cell.translate(NO_UNSEEN)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number_text(cell)
    if isinstance(cell, datetime):
        moment = cell + timedelta(microseconds=500_000)
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    return str(cell)


def _number_text(number: float) -> str:
    if not isfinite(number):
        return ""
    if abs(number) >= EXACT:
        return f"{number:.15E}"
    if number == int(number):
        return str(int(number))
    return repr(round(number, 8))


class SheetTable:
    """One sheet of a workbook, held in memory; `head` are its first rows, `others` the sheets that look like it."""

    def __init__(
        self, path: Path, sheet: CalamineSheet, head: list[list[str]], hits: Callable[[list[str]], int], at_open: Stamp
    ) -> None:
        self._path = path
        self._sheet = sheet
        self._hits = hits
        self._at_open = at_open
        self._done = 0
        self.head = head
        self.others: list[SheetTable] = []

    @property
    def name(self) -> str:
        """What the sheet is called."""
        return self._sheet.name

    @property
    def progress(self) -> float:
        """The share of the rows that was read."""
        return min(self._done / max(self._sheet.total_height, 1), 1.0)

    def chunks(self) -> Iterator[list[list[str]]]:
        """Yield every row from the sheet's first on, CHUNK rows at a time.

        Raises WorldError when a cell is too long or the file changed meanwhile.
        """
        rows = _all_rows(self._sheet)
        self._done = 0
        while chunk := [*islice(rows, CHUNK)]:
            if max(map(len, chain.from_iterable(chunk)), default=0) > LONGEST_CELL:
                raise self._too_long(chunk)
            self._done += len(chunk)
            yield chunk
        if stamp(self._path) != self._at_open:
            raise WorldError("file_changed", file=self._path.name)

    def _too_long(self, chunk: Sequence[list[str]]) -> WorldError:
        cells = ((up, at) for up, row in enumerate(chunk) for at, cell in enumerate(row) if len(cell) > LONGEST_CELL)
        up, at = next(cells)
        column = column_name(self.head, at, self._hits)
        return WorldError("cell_too_long", file=self._path.name, row=self._done + up + 1, column=column)


def best_sheet(path: Path, hits: Callable[[list[str]], int], at_open: Stamp) -> SheetTable:
    """Return the sheet whose header fits best, one that is shown before one that is hidden.

    Its `others` are the other shown sheets with rows below a header that is known, in the book's order.
    Raises WorldError.
    """
    sheets, is_shown = _sheets(path)
    tables = [SheetTable(path, sheet, [*islice(_all_rows(sheet), HEAD_ROWS)], hits, at_open) for sheet in sheets]
    if not any(any(row) for table in tables for row in table.head):
        raise WorldError("file_empty", file=path.name)
    fits = [max((hits(row) for row in table.head), default=0) for table in tables]
    places = range(len(tables))
    best = max(places, key=lambda at: (is_shown[at] and fits[at] > 1, fits[at], len(tables[at].head)))
    found = tables[best]
    others = [at for at in places if at != best and is_shown[at] and fits[at] >= MANY_NAMES]
    found.others = [tables[at] for at in others if sum(map(any, tables[at].head)) > 1]
    return found


def _sheets(path: Path) -> tuple[list[CalamineSheet], list[bool]]:
    """Return the sheets of a workbook and whether each is shown. Raises WorldError."""
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            shown = [sheet.visible is SheetVisibleEnum.Visible for sheet in book.sheets_metadata]
            return [book.get_sheet_by_index(at) for at in range(len(book.sheet_names))], shown
    except PasswordError:
        raise WorldError("file_password", file=path.name) from None
    except CalamineError as error:
        raise WorldError("file_damaged_book", file=path.name) from error
    except OSError as error:
        raise unreadable(path, error) from error


def _all_rows(sheet: CalamineSheet) -> Iterator[list[str]]:
    for row in sheet.iter_rows():
        yield [*map(cell_text, row)]
