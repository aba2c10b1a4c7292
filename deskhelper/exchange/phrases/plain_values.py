"""Values of foreign JSON and YAML, whose types nobody promised: words and lists, and what was refused on the way."""

from collections.abc import Callable, Sequence
from typing import Any

from deskhelper.core.errors import Problem
from deskhelper.core.phrase import PhraseRejection, ReadPhrase

Entry = dict[str, Any]


MOST_NUMBER = 10**15
"""A larger number is no word that somebody wrote."""


class EntryFaultError(Exception):
    """An entry that cannot be read: the code of the problem, and the field that it is about."""

    def __init__(self, code: str, field: str) -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


def words(value: Any) -> str:
    """Return a value as words: a text, a number or a yes; nothing for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value.encode("utf-8", "ignore").decode()
    return str(value) if isinstance(value, int | float) and -MOST_NUMBER < value < MOST_NUMBER else ""


def several(value: Any) -> list[str]:
    """Return a list of words, of one where there is no list."""
    values = value if isinstance(value, list) else [value]
    return [one for one in map(words, values) if one]


def entries(value: Any) -> list[Entry]:
    """Return the mappings of a list; what is none becomes an empty one, so that counting stays right."""
    return [one if isinstance(one, dict) else {} for one in value] if isinstance(value, list) else []


def read_each(
    found: Sequence[Entry], read: Callable[[int, Entry], ReadPhrase]
) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return what `read` makes of each entry, counted from 1, and the ones that it refuses by an EntryFaultError."""
    phrases: list[ReadPhrase] = []
    rejections: list[PhraseRejection] = []
    for number, entry in enumerate(found, 1):
        try:
            phrases.append(read(number, entry))
        except EntryFaultError as error:
            rejections.append(PhraseRejection(number, error.field, Problem(error.code, {"row": number})))
    return phrases, rejections
