"""A foreign file of phrases as what it really is: a grid of cells, JSON, YAML or a database."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.exchange.headers import normalised
from deskhelper.exchange.sheet_table import best_sheet
from deskhelper.exchange.sniff import form, sample, stamp, unreadable
from deskhelper.exchange.text_table import find_encoding

MOST_BYTES = 64 << 20
"""No library of phrases is larger than this."""

SQLITE = b"SQLite format 3\0"
_YAML = re.compile(r"^(?:matches|global_vars|deskhelper_scripts)[ \t]*:", re.MULTILINE)
_DELIMITERS = (",", ";", "\t")


class Grid(Struct, frozen=True):
    """Rows of cells with the file rows (from 1) they stand in, blank ones left out; `delimiter` of a text file."""

    rows: list[tuple[int, list[str]]]
    delimiter: str = ""


class Plain(Struct, frozen=True):
    """The plain content of a JSON file."""

    content: Any


class IsYaml(Struct, frozen=True):
    """The file is YAML, which another room reads."""


class IsDatabase(Struct, frozen=True):
    """The file is an SQLite database, which another room reads."""


Opened = Grid | Plain | IsYaml | IsDatabase


def opened(path: Path, header_names: frozenset[str]) -> Opened:
    """Return `path` by its content. `header_names` (normalised) tell the sheet of a workbook and the delimiter.

    Raises WorldError, among them `phrase_not_library` for what cannot hold phrases.
    """
    at_open = stamp(path)
    start = sample(path)
    if start.startswith(SQLITE):
        return IsDatabase()
    try:
        is_text = form(path, start) == "text"
    except WorldError as error:
        if error.problem.code in {"file_not_table", "file_is_page", "file_is_page_alone"}:
            raise WorldError("phrase_not_library", file=path.name) from error
        raise
    if is_text:
        return _text(path, start, at_open[0], header_names)

    def hits(row: list[str]) -> int:
        return len(header_names.intersection(map(normalised, row)))

    rows = [row for chunk in best_sheet(path, hits, at_open).chunks() for row in chunk]
    return Grid(_numbered([(number, row) for number, row in enumerate(rows, 1)]))


def _text(path: Path, start: bytes, size: int, header_names: frozenset[str]) -> Opened:
    if size > MOST_BYTES:
        raise WorldError("phrase_too_big", file=path.name)
    try:
        text = path.read_bytes().decode(find_encoding(path, start)).lstrip("\ufeff")
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise WorldError("file_encoding", file=path.name) from error
    if "\0" in text:
        raise WorldError("phrase_not_library", file=path.name)
    if text.lstrip()[:1] in {"{", "["}:
        try:
            return Plain(json.loads(text))
        except (ValueError, RecursionError) as error:
            if text.lstrip()[:1] == "{" or text.lstrip()[1:2] in "{\r\n":
                row = getattr(error, "lineno", 1)
                raise WorldError("phrase_json", file=path.name, row=row) from error
    if _YAML.search(text):
        return IsYaml()
    delimiter = _delimiter(text, header_names)
    return Grid(_cells(path, text, delimiter), delimiter)


def _delimiter(text: str, header_names: frozenset[str]) -> str:
    """Return what parts the cells: that which gives most known headers, else most columns."""
    lines = text[: 1 << 16].splitlines()[:15]

    def fit(delimiter: str) -> tuple[int, int]:
        rows = [[normalised(cell.strip('"')) for cell in line.split(delimiter)] for line in lines]
        return max((len(header_names.intersection(row)) for row in rows), default=0), max(map(len, rows), default=0)

    return max(_DELIMITERS, key=fit)


def _cells(path: Path, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Return the rows, each with the line of the file in which it begins. Raises WorldError `phrase_quotes`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows, line = [], 1
    try:
        for row in reader:
            rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise WorldError("phrase_quotes", file=path.name, row=line) from error
    return _numbered(rows)


def _numbered(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    return [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
