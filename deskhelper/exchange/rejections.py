"""The rows and cells that were refused, each with a reason that names row and column and no person."""

from collections import Counter
from collections.abc import Sequence

from deskhelper.core.errors import Problem
from deskhelper.core.imported import Rejection
from deskhelper.exchange.headers import Columns

SHOWN = 40
"""A value in a problem is cut after so many characters."""


CELLS_PER_CODE = 1000
"""Of rows that are kept anyway, the raw cells are held for so many per code, so that memory stays bounded."""


class Rejections:
    """Collects the rejections of one file."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._held: Counter[str] = Counter()
        self._last: tuple[int, str, str] | None = None
        self.all: list[Rejection] = []

    def cell(self, row: int, cells: Sequence[str], field: str, code: str, value: str = "") -> None:
        """Refuse one cell; the rest of its row is kept."""
        self._add(row, cells, field, code, value, kept=True)

    def row(self, row: int, cells: Sequence[str], field: str, code: str, value: str = "") -> None:
        """Refuse a whole row."""
        self._add(row, cells, field, code, value, kept=False)

    def _add(self, row: int, cells: Sequence[str], field: str, code: str, value: str, kept: bool) -> None:
        column = self._columns.name_in(cells, field)
        if (row, column, code) == self._last:  # a column that two fields fall back to is refused once
            return
        self._last = row, column, code
        values: dict[str, str | int] = {"row": row, "column": column}
        if value:
            values["value"] = value[:SHOWN]
        self._held[code] += kept
        raw = self._columns.blanked(cells) if self._held[code] <= CELLS_PER_CODE or not kept else []
        self.all.append(Rejection(row, column, Problem(code, values), kept, raw))
