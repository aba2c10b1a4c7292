"""Cells of phrase tables: texts with their line ends, lists in one cell, yes and no."""

import re
from collections.abc import Iterable, Sequence

from deskhelper.exchange.cells import tidy

_LINE_ENDS = re.compile(r"(?:_x000D_)?\r?\n|_x000D_|\r")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff\ud800-\udfff]")
JOIN, ESCAPE = "|", "\\"


def words_of(cell: str) -> str:
    """Return a cell as a text of possibly many lines: line ends alike, without control characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", cell)).strip()


def line_of(cell: str) -> str:
    """Return a cell as words in one line."""
    return " ".join(words_of(tidy(cell)).split())


def split(cell: str, marks: Iterable[str]) -> tuple[str, ...]:
    """Return the parts of a cell, split at any of `marks`; empty parts and repeated ones are left out."""
    several = [*marks]
    parts = re.split("|".join(map(re.escape, sorted(several, key=len, reverse=True))), cell) if several else [cell]
    return tuple(dict.fromkeys(filter(None, map(line_of, parts))))


def joined(values: Sequence[str], mark: str = JOIN) -> str:
    """Return several values in one cell, so that `parted` gives them back exactly."""
    return mark.join(re.sub(rf"([\\{mark}])", r"\\\1", value) for value in values)


def parted(cell: str, mark: str = JOIN) -> tuple[str, ...]:
    """Return the values that `joined` has put into one cell; no values for an empty cell."""
    values, value, is_escaped = [], "", False
    for char in cell:
        if is_escaped:
            value, is_escaped = value + char, False
        elif char == ESCAPE:
            is_escaped = True
        elif char == mark:
            values.append(value)
            value = ""
        else:
            value += char
    return (*values, value) if cell else ()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; `unguarded` gives it back."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r", "'"} else cell


def unguarded(cell: str) -> str:
    """Return a cell as it was before `guarded`."""
    return cell[1:] if cell[:1] == "'" else cell
