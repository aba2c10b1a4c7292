"""A workbook with orders on several sheets, one after another as one file; after-sales come after all orders."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from deskhelper.core.errors import Problem
from deskhelper.core.imported import Batch, OrderFile, Rejection
from deskhelper.core.moments import Instant
from deskhelper.exchange.headers import normalised


class OpenedSheets:
    """The sheets of one workbook, named in `names`, each opened by itself (the Protocol `OrderFile`)."""

    def __init__(self, file: str, parts: Sequence[OrderFile], names: Sequence[str]) -> None:
        self._file = file
        self._parts = parts
        self._names = names
        self._at = 0
        self.header, self._places = _one_header([part.header for part in parts])

    @property
    def platform(self) -> str:
        """The platform id, the same for all sheets."""
        return self._parts[0].platform

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the sheet at hand has a column for."""
        return self._parts[self._at].fields

    @property
    def sheet(self) -> str:
        """The name of the sheet at hand."""
        return self._names[self._at]

    @property
    def exported_at(self) -> Instant | None:
        """When the platform wrote the file, from its name."""
        return self._parts[0].exported_at

    @property
    def shop(self) -> str | None:
        """The shop's name on the first sheet that has one."""
        return next(filter(None, (part.shop for part in self._parts)), None)

    @property
    def rejections(self) -> list[Rejection]:
        """What was refused so far, sheet by sheet; rows are named as Excel does, cells stand below `header`."""
        return [
            _of_sheet(one, name, [*_laid_out(one.cells, places, len(self.header))])
            for part, name, places in zip(self._parts, self._names, self._places, strict=True)
            for one in part.rejections
        ]

    @property
    def notes(self) -> list[Problem]:
        """That several sheets were read, and what is to be said of the file as a whole."""
        read = Problem("file_sheets_read", {"file": self._file, "value": "、".join(self._names)})
        return [read, *self._parts[0].notes]

    @property
    def progress(self) -> float:
        """The share of the file that was read, every sheet taken as long as the others."""
        return (self._at + self._parts[self._at].progress) / len(self._parts)

    def column_of(self, field: str) -> str:
        """The header of `field` on the sheet at hand."""
        return self._parts[self._at].column_of(field)

    def batches(self, size: int = 5000) -> Iterator[Batch]:
        """Yield the rows of one sheet after another. Raises WorldError when the file turns out broken."""
        for at, part in enumerate(self._parts):
            self._at = at
            yield from part.batches(size)


def _of_sheet(one: Rejection, sheet: str, cells: list[str]) -> Rejection:
    values = one.problem.values | {"row": f"{sheet}!{one.row}"}
    return structs.replace(one, problem=Problem(one.problem.code, values), sheet=sheet, cells=cells)


def _one_header(headers: Sequence[Sequence[str]]) -> tuple[list[str], list[list[int]]]:
    """Return a header with the columns of all, and for each of them where its columns stand in it."""
    whole = [*headers[0]]
    places = []
    for header in headers:
        free = [*range(len(whole))]
        found = []
        for name in header:
            at = next((at for at in free if normalised(whole[at]) == normalised(name)), len(whole))
            if at == len(whole):
                whole.append(name)
            else:
                free.remove(at)
            found.append(at)
        places.append(found)
    return whole, places


def _laid_out(cells: Sequence[str], places: Sequence[int], width: int) -> list[str]:
    """Return `cells` at their `places` in a row of `width`; none where they were not held."""
    if not cells:
        return []
    row = [""] * width
    for at, cell in zip(places, cells, strict=False):
        row[at] = cell
    return row
