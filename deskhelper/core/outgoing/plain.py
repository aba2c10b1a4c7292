"""A text as the check reads it: one form for every way to write the same, with the place of each character kept.

Full width becomes half width, circled digits plain ones, letters lower case, traditional characters simplified, and
whatever somebody puts between the characters of a word so that a filter does not see it (blanks, dots, dashes, hearts)
is left out.
"""

import re
import unicodedata
from collections.abc import Mapping

from msgspec import Struct

CLAUSE = r"[^，,。！？!?；;\n]"
"""A character of a clause: what stands in a pattern for "in the same clause"."""
SENTENCE = re.compile(r"[^。！？!?；;\n]+")
"""A sentence without its end mark."""
_SPLITTERS = set("-_.·•・*~^|/\\'\"`+=#&@")
_DECIMAL = set(".:-/+@_")
"""What stands between two digits or letters of a number, a time, a date or an address; it stays there."""


class Plain(Struct, frozen=True):
    """The plain form of a text. `at[i]` is the place in the text of the plain form's character `i`."""

    text: str
    words: str
    at: tuple[int, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where `words[start:end]` stands in the text."""
        return self.at[start], self.at[end - 1] + 1


def plain(text: str, alike: Mapping[int, str] | None = None) -> Plain:
    """Return the plain form of `text`; `alike` maps characters (as `str.translate` does) to what they stand for."""
    letters: list[str] = []
    at: list[int] = []
    for place, letter in enumerate(text.translate(alike or {})):
        if "\u4e00" <= letter <= "\u9fff":  # most of a text: no other form, never left out
            letters.append(letter)
            at.append(place)
            continue
        digit = unicodedata.digit(letter, None)  # some circled ones have no other form
        for one in unicodedata.normalize("NFKC", letter).lower() if digit is None else str(digit):
            letters.append(one)
            at.append(place)
    kept = [i for i, one in enumerate(letters) if "\u4e00" <= one <= "\u9fff" or _is_kept(letters, i)]
    words = "".join([letters[index] for index in kept])
    return Plain(text, words, tuple([at[index] for index in kept]))


def _is_kept(letters: list[str], index: int) -> bool:
    letter = letters[index]
    if letter == "\n":
        return True
    if letter.isspace() or not letter.isprintable():
        return _is_between_ascii(letters, index)
    if letter in _SPLITTERS:
        return letter in _DECIMAL and _is_between_ascii(letters, index)
    return letter.isalnum() or unicodedata.category(letter)[0] == "P"


def _is_between_ascii(letters: list[str], index: int) -> bool:
    """Tell whether a letter or digit of a number or an address stands on both sides."""
    if not 0 < index < len(letters) - 1:
        return False
    return all(one.isascii() and one.isalnum() for one in (letters[index - 1], letters[index + 1]))
