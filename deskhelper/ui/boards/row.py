"""A row of a board and its columns: side by side where there is room, in lines below each other where there is not."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from deskhelper.ui.kit.tone import Tone


class Cell(Struct, frozen=True):
    """A few words; with a `tone` other than neutral as a pill, else as text."""

    words: str
    tone: Tone = Tone.NEUTRAL
    is_strong: bool = False
    is_quiet: bool = False


class Column(Struct, frozen=True):
    """A column: its name, its share of the width, and where it stands in a narrow row: which line, and which end.

    Numbers stand at the right in a wide row. `is_named`: its name goes before the words in a narrow row. `whole` are
    words that are not cut in a wide row, as pills with `is_pill`: other columns give way.
    """

    name: str
    share: int
    line: int = 0
    at_right: bool = False
    is_number: bool = False
    is_named: bool = False
    whole: tuple[str, ...] = ()
    is_pill: bool = False


ORDER_NUMBER, MOMENT, TRACKING = ("260517-000000000000000",), ("00-00 00:00",), ("000000000000000",)
"""Words as long as those of a column."""


class Row(Struct, frozen=True):
    """What a table shows of one thing. `key` is what it is known by, `subject` what it is about.

    `depth` 1 is a row that belongs to the one above it.
    """

    key: str
    cells: tuple[Cell, ...]
    subject: object
    depth: int = 0


Fetch = Callable[[int, int], Sequence[Row]]
"""Offset and limit to that many rows at most."""
