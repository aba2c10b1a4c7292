"""Settings declare themselves: each field says in its type what it holds and within which bounds."""

from collections.abc import Mapping
from enum import StrEnum
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct


class Kind(StrEnum):
    """What a setting holds, and so which field edits it."""

    CHOICE = "choice"
    HOURS = "hours"
    SECONDS = "seconds"
    CHARACTERS = "characters"
    MINUTES = "minutes"
    DAYS = "days"
    MONEY = "money"
    WORDS = "words"
    LINES = "lines"
    TIMES = "times"
    CLOCK = "clock"
    ORDERS = "orders"
    SWITCH = "switch"


class Setting(Struct, frozen=True):
    """The mark of a field that a user can set: `Annotated[int, Setting(Kind.HOURS, 1, 72)]`.

    `least` and `most` bound a number (fen for money), or the characters of words and of each line. `page` is the page
    of the settings on which it stands, where there is more than one.
    """

    kind: Kind
    least: int = 0
    most: int = 0
    page: str = ""


class Declared(Struct, frozen=True):
    """A setting as declared: its name, kind, bounds, default, and the options of a choice.

    `is_optional`: it may be left empty (None), so that what lies below it counts.
    """

    name: str
    kind: Kind
    least: int
    most: int
    default: object
    options: tuple[str, ...] = ()
    is_optional: bool = False


def declared(of: type[Struct], page: str | None = None) -> list[Declared]:
    """Return the settings that the struct `of` declares, in its order, of one page if named; others are left out."""
    hints: Mapping[str, Any] = get_type_hints(of, include_extras=True)
    found = []
    for field in msgspec.structs.fields(of):
        hint = hints[field.name]
        for mark in getattr(hint, "__metadata__", ()):
            if isinstance(mark, Setting) and page in (None, mark.page):
                of_type = get_args(hint)[0]
                may_lack = NoneType in get_args(of_type)
                options = _options(of_type)
                found.append(Declared(field.name, mark.kind, mark.least, mark.most, field.default, options, may_lack))
    return found


def _options(of: object) -> tuple[str, ...]:
    return get_args(of) if get_origin(of) is Literal else ()
