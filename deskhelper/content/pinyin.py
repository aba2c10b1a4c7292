"""The shipped table of pinyin readings (resources/pinyin/readings.txt), read on first use."""

from collections.abc import Callable
from pathlib import Path

FIRST, LAST = 0x4E00, 0x9FFF


def read_initials(path: Path) -> list[str]:
    """Return the distinct initials of every character of the CJK basic block, in the order of the code points."""
    table = [""] * (LAST - FIRST + 1)
    known: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        syllable, _, characters = line.partition(" ")
        letter = syllable[0]
        for char in characters:
            place = ord(char) - FIRST
            if letter not in table[place]:
                spelled = table[place] + letter
                table[place] = known.setdefault(spelled, spelled)
    return table


def initials_from(path: Path) -> Callable[[str], str]:
    """Return the function that gives a character's initials (`重` → `cz`); the table is read at its first call."""
    table: list[str] = []

    def initials_of(char: str) -> str:
        place = ord(char) - FIRST
        if place < 0 or place > LAST - FIRST:
            return ""
        if not table:
            table.extend(read_initials(path))
        return table[place]

    return initials_of
