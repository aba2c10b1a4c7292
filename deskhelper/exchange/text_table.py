"""Text files as rows of cells: encoding and delimiter found by rule, read as a stream, broken ones refused."""

import codecs
import csv
import io
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from deskhelper.core.errors import WorldError
from deskhelper.exchange.sniff import Stamp, stamp, unreadable

HEAD_ROWS = 60
"""So many rows are looked at to find delimiter, header and platform."""

CHUNK = 256
"""So many rows are read at a time: few enough to stay in the processor's cache."""

BLOCK = 1 << 17
"""So many bytes are handled at once."""

LONGEST_LINE = 1 << 23
"""A line of more characters than this is no line of a table."""

LONGEST_CELL = csv.field_size_limit()
"""A cell of more characters than this is no cell of an order."""

RUNAWAY_LINES = 50
"""A cell that spans more lines than this is a quote that was never closed, not a long note."""

_CUT_REASONS = ("unexpected end", "incomplete", "truncated")
"""How the codecs say that the bytes ended within a character."""

UNSEEN = bytes({*range(1, 32), 127} - {*b"\t\r\n"})
"""Control characters that no table means; they are bytes of their own in UTF-8 and GB18030."""

NO_UNSEEN = dict.fromkeys(UNSEEN)
"""The same for `str.translate`."""

_DELIMITERS = (",", "\t", ";")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def find_encoding(path: Path, start: bytes) -> str:
    """Return the encoding by rule: BOM, then strict utf-8, then gb18030. Raises WorldError `file_encoding`."""
    for bom, encoding in _BOMS:
        if start.startswith(bom):
            return encoding
    if start.isascii() and path.stat().st_size > len(start):
        start = path.read_bytes()
    for encoding in ("utf-8", "gb18030"):
        try:
            text = codecs.getincrementaldecoder(encoding)("strict").decode(start)
        except UnicodeDecodeError:
            continue
        if text.isascii() == start.isascii():
            return encoding
    raise WorldError("file_encoding", file=path.name)


class TextTable:
    """A delimited text file, opened anew for every reading."""

    def __init__(self, path: Path, start: bytes, hits: Callable[[list[str]], int], at_open: Stamp) -> None:
        self._path = path
        self._at_open = at_open
        self._encoding = find_encoding(path, start)
        self._raw: io.FileIO | None = None
        self._hits = hits
        self.delimiter = self._find_delimiter(start, hits)
        self.head = self._first_rows()
        if max(map(len, self.head), default=0) < 2:
            raise WorldError("file_not_table", file=path.name)

    @property
    def progress(self) -> float:
        """The share of the bytes that was read."""
        if self._raw is None or self._raw.closed:
            return 0.0 if self._raw is None else 1.0
        return min(self._raw.tell() / max(self._at_open[0], 1), 1.0)

    def chunks(self) -> Iterator[list[list[str]]]:
        """Yield every row from the first line on, CHUNK rows at a time; a blank line is an empty row.

        Raises WorldError for broken quotes, a cell too long, a file cut in half or changed while read.
        """
        try:
            with io.FileIO(self._path) as self._raw:
                yield from self._read(self._raw, self._width())
        except OSError as error:
            raise unreadable(self._path, error) from error
        if stamp(self._path) != self._at_open:
            raise WorldError("file_changed", file=self._path.name)

    def _width(self) -> int:
        """Return how many cells a whole row has: as many as the header, else as most of the first rows."""
        header = max(self.head, key=self._hits)
        if self._hits(header):
            return len(header)
        widths = Counter(len(row) for row in self.head if row)
        return widths.most_common(1)[0][0]

    def _read(self, raw: io.FileIO, width: int) -> Iterator[list[list[str]]]:
        """Yield the rows; a last one with fewer than `width` cells and without a line end was cut off."""
        lines = _Lines(raw, self._encoding, self.delimiter)
        reader = csv.reader(lines, delimiter=self.delimiter, strict=True)
        done, line = 0, 0
        chunk: list[list[str]] = []
        last: list[str] = []
        while True:
            chunk = []
            try:
                chunk.extend(islice(reader, CHUNK))
            except (csv.Error, UnicodeDecodeError, _NulFoundError, _EndlessLineError) as error:
                lost = reader.line_num - line - sum(map(_line_count, chunk))
                code = _problem_code(error, lost, lines.ends_with_break)
                where: dict[str, str | int] = {"file": self._path.name, "row": done + len(chunk) + 1}
                if code == "cell_too_long":
                    head = self.head if done else chunk
                    where["column"] = column_name(head, self._long_cell(done + len(chunk)), self._hits)
                raise WorldError(code, **where) from error
            if not chunk:
                break
            done, line, last = done + len(chunk), reader.line_num, chunk[-1]
            yield chunk
        if not lines.ends_with_break and len(last) < width:
            raise WorldError("file_cut", file=self._path.name, row=done)

    def _long_cell(self, above: int) -> int:
        """Return which cell of the row below `above` others is longer than any may be, from 0."""
        at = length = 0
        is_quoted = False
        with io.FileIO(self._path) as raw:
            lines = iter(_Lines(raw, self._encoding, self.delimiter))
            deque(islice(csv.reader(lines, delimiter=self.delimiter, strict=True), above), 0)
            for char in chain.from_iterable(lines):
                if char == '"':
                    is_quoted = not is_quoted
                elif char == self.delimiter and not is_quoted:
                    at, length = at + 1, 0
                length += 1
                if length > LONGEST_CELL:
                    break
        return at

    def _find_delimiter(self, start: bytes, hits: Callable[[list[str]], int]) -> str:
        text = codecs.getincrementaldecoder(self._encoding)("replace").decode(start)
        lines = io.StringIO(text, newline="").readlines()[:HEAD_ROWS]

        def fit(delimiter: str) -> tuple[int, int]:
            rows = [line.split(delimiter) for line in lines]
            found = max((hits([cell.strip('"\r\n\t ') for cell in row]) for row in rows), default=0)
            return found, max((len(row) for row in rows), default=0)

        return max(_DELIMITERS, key=fit)

    def _first_rows(self) -> list[list[str]]:
        try:
            with io.FileIO(self._path) as raw:
                return next(self._read(raw, 0), [])[:HEAD_ROWS]
        except OSError as error:
            raise unreadable(self._path, error) from error


def column_name(head: Sequence[list[str]], at: int, hits: Callable[[list[str]], int]) -> str:
    """Return what the header among the first rows calls the column `at`, its number from 1 where it has no name."""
    header = max(head, key=hits, default=[])
    name = header[at].strip() if at < len(header) and hits(header) > 1 else ""
    return name or str(at + 1)


def _line_count(row: Sequence[str]) -> int:
    """Return how many lines of the file a row took."""
    return 1 + sum(cell.count("\n") or cell.count("\r") for cell in row)


def _problem_code(error: Exception, lines: int, ends_with_break: bool) -> str:
    """Return the problem behind an error in a record that has taken so many `lines` so far."""
    reason = str(error)
    if isinstance(error, _NulFoundError):
        return "file_damaged"
    if isinstance(error, UnicodeDecodeError):
        return "file_cut" if any(word in error.reason for word in _CUT_REASONS) else "file_encoding"
    if isinstance(error, _EndlessLineError) or ("field larger" in reason and lines <= RUNAWAY_LINES):
        return "cell_too_long"
    if "unexpected end" in reason and lines <= 1 and not ends_with_break:
        return "file_cut"
    return "broken_quotes"


class _NulFoundError(Exception):
    """A NUL byte in the midst of a text file."""


class _EndlessLineError(Exception):
    """A line that is longer than any table's."""


class _Lines:
    """The lines of a text, refusing NUL and without other control characters.

    A TAB between a closing quote and the delimiter is dropped.

    Works block by block: looking at each line by itself would take a third of the time of reading the file.
    """

    def __init__(self, raw: io.FileIO, encoding: str, delimiter: str) -> None:
        self._raw = raw
        self._encoding = encoding
        self._decoder = codecs.getincrementaldecoder(encoding)("strict")
        self._delimiter = delimiter
        self.ends_with_break = True

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(io.StringIO(block, newline="") for block in self._blocks())

    def _blocks(self) -> Iterator[str]:
        """Yield pieces of the text that end with a line end, but for the last.

        At a fault, the lines before it are yielded first, so that its row is known.
        """
        rest = ""
        is_wide = self._encoding == "utf-16"
        while read := self._raw.read(BLOCK):
            try:
                block = self._decoder.decode(read if is_wide else read.translate(None, UNSEEN))
            except UnicodeDecodeError as error:
                sound = bytes(error.object[: error.start]).decode(self._encoding, "ignore")
                yield _whole_lines(rest + sound)
                raise
            if is_wide:
                block = block.translate(NO_UNSEEN)
            if "\0" in block:
                yield _whole_lines(rest + block.partition("\0")[0])
                raise _NulFoundError
            rest += block
            whole = _whole_lines(rest)
            if whole:
                yield self._mended(whole)
                rest = rest[len(whole) :]
            elif len(rest) > LONGEST_LINE:
                yield rest
                raise _EndlessLineError
        rest += self._decoder.decode(b"", final=True)
        self.ends_with_break = not rest or rest[-1] in "\r\n"
        yield self._mended(rest)

    def _mended(self, block: str) -> str:
        if self._delimiter == "\t" or '"\t' not in block:
            return block
        bare = block.replace(f'"\t{self._delimiter}', f'"{self._delimiter}')
        return bare.replace('"\t\r', '"\r').replace('"\t\n', '"\n')


def _whole_lines(text: str) -> str:
    """Return `text` up to its last line end."""
    return text[: text.rfind("\n") + 1 or text.rfind("\r", 0, -1) + 1]
