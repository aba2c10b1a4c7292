"""Whose table of phrases it is, by its header, and which column holds which field."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.phrase import PhraseFormats
from deskhelper.exchange.headers import HEADER_LINES, normalised, signature
from deskhelper.exchange.phrases.grid import Grid

BEGINS = "…"
BEEFTEXT, GENERAL, COLUMN = "beeftext_csv", "table", "列{}"
_KEYWORD_MOST = 30


class Head(Struct, frozen=True):
    """A table's kind by id, the line of the header (from 0, -1: it has none) and the names in it."""

    format: str
    at: int
    names: list[str]
    mapping: dict[str, str]

    @property
    def signature(self) -> str:
        """The hash by which a mapping of this header is remembered."""
        return signature(self.names)

    def column(self, field: str) -> int | None:
        """Return the index of the column that holds `field`."""
        wanted = normalised(self.mapping.get(field, ""))
        names = [*map(normalised, self.names)]
        return names.index(wanted) if wanted in names and wanted else None


def header_names(formats: PhraseFormats) -> frozenset[str]:
    """Return every name that a header of phrases may have, normalised."""
    names = [name for named in formats.columns.values() for name in named]
    names += [name.rstrip(BEGINS) for one in formats.formats.values() for name in one.header]
    names += [name for one in formats.formats.values() for named in one.columns.values() for name in named]
    return frozenset(map(normalised, names))


def head_of(grid: Grid, formats: PhraseFormats, mapping: Mapping[str, str] | None) -> Head:
    """Return whose table `grid` is; `mapping` (field to header) is the user's own, for a table of nobody's.

    Raises WorldError `column_not_there` for a mapping that names no column.
    """
    lines = [row for _, row in grid.rows[:HEADER_LINES]]
    if mapping is not None:
        return _mapped(lines, mapping)
    best, found = 0, None
    for at, line in enumerate(lines):
        for format_id, one in formats.formats.items():
            if one.header and len(one.header) > best and _has_all(line, one.header):
                best, found = len(one.header), (format_id, at)
    if found is not None:
        format_id, at = found
        columns = formats.formats[format_id].columns or formats.columns
        return Head(format_id, at, lines[at], _guess(lines[at], columns))
    if _is_beeftext(grid, formats):
        return Head(BEEFTEXT, -1, _numbered(3), dict(zip(("code", "body", "title"), _numbered(3), strict=True)))
    at, guess = _general(lines, formats)
    names = lines[at] if at >= 0 else _numbered(max(map(len, lines), default=0))
    return Head(GENERAL if "body" in guess else "", at, names, guess)


def _mapped(lines: list[list[str]], mapping: Mapping[str, str]) -> Head:
    """Return the head by the user's mapping, to names of a header or to columns by their number."""
    wanted = {field: name for field, name in mapping.items() if name}
    needed = {normalised(name) for name in wanted.values()}
    at = next((at for at, line in enumerate(lines) if needed <= {*map(normalised, line)}), -1)
    if at < 0:
        names = _numbered(max(map(len, lines), default=0))
        if not needed <= {*map(normalised, names)}:
            missing = next(name for name in wanted.values() if normalised(name) not in {*map(normalised, names)})
            raise WorldError("column_not_there", column=missing)
        return Head(GENERAL, -1, names, wanted)
    return Head(GENERAL, at, lines[at], wanted)


def _has_all(line: Sequence[str], header: Sequence[str]) -> bool:
    names = [*map(normalised, line)]
    return all(_find(names, name) is not None for name in header)


def _find(names: Sequence[str], wanted: str) -> int | None:
    """Return where a header stands among normalised `names`; one that ends with `…` is only how it begins."""
    if wanted.endswith(BEGINS):
        start = normalised(wanted.rstrip(BEGINS))
        return next((at for at, name in enumerate(names) if name.startswith(start)), None)
    return names.index(normalised(wanted)) if normalised(wanted) in names else None


def _guess(header: Sequence[str], columns: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return field to header, each column used once."""
    names, guess = [*map(normalised, header)], dict[str, str]()
    for field, wanted in columns.items():
        for one in wanted:
            at = _find(names, one)
            if at is not None and header[at] not in guess.values():
                guess[field] = header[at]
                break
    return guess


def _general(lines: list[list[str]], formats: PhraseFormats) -> tuple[int, dict[str, str]]:
    """Return the line with most known names and what it says; the first line, and little, where none has any."""
    guesses = [_guess(line, formats.columns) for line in lines]
    best = max(range(len(lines)), key=lambda at: ("body" in guesses[at], len(guesses[at]), -at), default=-1)
    return best, guesses[best] if lines else {}


def _is_beeftext(grid: Grid, formats: PhraseFormats) -> bool:
    """Whether every row is keyword, snippet and name, without a header.

    Keywords are typed, so each is of ASCII and there once; snippets are longer than their names.
    """
    known = header_names(formats)
    if grid.delimiter != "," or not grid.rows or known.intersection(map(normalised, grid.rows[0][1])):
        return False
    rows = [row for _, row in grid.rows]
    if not all(len(row) == 3 and row[0].isascii() and 0 < len(row[0]) <= _KEYWORD_MOST and row[1] for row in rows):
        return False
    is_once = len({row[0] for row in rows}) == len(rows)
    return is_once and sum(len(row[1]) for row in rows) >= sum(len(row[2]) for row in rows)


def _numbered(count: int) -> list[str]:
    return [COLUMN.replace("{}", str(number)) for number in range(1, count + 1)]
