"""Finding scripts and flows by what an agent types: code, title, keywords, pinyin initials, parts, slips of the finger.

Better kinds of match come first: exact, then prefix, initials, parts in any order, last what is merely alike. In the
same kind what was used more often comes first. Twenty thousand entries are searched in a few milliseconds.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import chain

from msgspec import Struct

from deskhelper.core.search_keys import InitialsOf, normalise

Alike = Callable[[str, Sequence[str], float], Iterable[tuple[int, float]]]
"""Given a text, many others and the least likeness from 0 to 1, gives the place and likeness of those alike enough.

Handed in, so that core needs no library for it.
"""

MIN_ALIKE = 0.75
LONGEST_ALIKE = 24
END = "\n"
"""What ends a text within the one string; no normalised text has it."""


class Match(IntEnum):
    """How an entry answers a query, the best kind first."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    PART = 3
    WORDS = 4
    BODY = 5
    ALIKE = 6


class Entry(Struct, frozen=True, gc=False):
    """One thing that can be found: its id, names that count as its own, words it is found by too, and its text."""

    id: str
    names: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    body: str = ""
    uses: int = 0


class FoundEntry(Struct, frozen=True):
    """An entry that was found, and how."""

    id: str
    match: Match


class _Column:
    """Texts of all entries in one string, so that a search runs over it at the speed of `str.find`."""

    def __init__(self, rows: list[tuple[int, str]]) -> None:
        self._rows = [row for row, _ in rows]
        self._blob = END + END.join(text for _, text in rows) + END
        self.signs = frozenset(self._blob)
        """Every character of the texts, and END."""
        self._starts: list[int] = []
        at = 1
        for _, text in rows:
            self._starts.append(at)
            at += len(text) + 1
        self._starts.append(at)

    def has_any(self, text: str) -> bool:
        """Tell whether any entry has `text`; at once where one of its characters stands nowhere, as is usual."""
        return self.signs.issuperset(text) and text in self._blob

    def has(self, row: int, text: str) -> bool:
        """Tell whether one of the texts of entry `row` has `text` in it."""
        first, last = bisect_left(self._rows, row), bisect_right(self._rows, row)
        return self._blob.find(text, self._starts[first], self._starts[last]) >= 0

    def with_exactly(self, text: str) -> Iterator[int]:
        """Yield the entries that have `text` as a whole one, in their order, as do all of these."""
        return self._at(f"{END}{text}{END}")

    def beginning(self, text: str) -> Iterator[int]:
        """Yield the entries with a text that begins so."""
        return self._at(END + text)

    def containing(self, text: str) -> Iterator[int]:
        """Yield the entries with `text` in one of theirs."""
        return self._at(text)

    def with_scattered(self, text: str) -> Iterator[int]:
        """Yield the entries that have the characters of `text` in this order, not side by side: 改址 in 修改地址."""
        if not self.signs.issuperset(text):
            return
        pattern = re.compile(f"[^{END}]*?".join(map(re.escape, text)))
        for match in pattern.finditer(self._blob):
            yield self._row_at(match.start())

    def _at(self, text: str) -> Iterator[int]:
        if not self.signs.issuperset(text):
            return
        place = self._blob.find(text)
        while place >= 0:
            start = place + (text[0] == END)
            yield self._row_at(start)
            follower = bisect_right(self._starts, start)
            if follower == len(self._rows):
                return
            place = self._blob.find(text, self._starts[follower] - 1)

    def _row_at(self, place: int) -> int:
        return self._rows[bisect_right(self._starts, place) - 1]


class ScriptIndex:
    """An index over entries; built once, searched often. `alike` may be left out, then slips find nothing."""

    def __init__(self, entries: Iterable[Entry], initials_of: InitialsOf, alike: Alike | None = None) -> None:
        ordered = sorted(entries, key=lambda entry: -entry.uses)
        self._ids = [entry.id for entry in ordered]
        self._alike = alike
        names = [[name for name in map(normalise, entry.names) if name] for entry in ordered]
        words = [[*names[row], *filter(None, map(normalise, ordered[row].keywords))] for row in range(len(ordered))]
        self._names = _Column(_flat(names))
        self._words = _Column(_flat(words))
        read: dict[str, list[str]] = {}
        for word in chain.from_iterable(words):
            if word not in read:
                read[word] = readings(word, initials_of)
        self._initials = _Column(_flat([_all_readings(one, read) for one in words]))
        self._bodies = _Column([(row, normalise(entry.body)) for row, entry in enumerate(ordered)])
        self._named = _flat(names)
        self._texts = [name for _, name in self._named]

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def letters(self) -> frozenset[str]:
        """The characters of all names and keywords, normalised."""
        return self._words.signs - {END}

    def find(self, query: str, limit: int = 20, worst: Match = Match.ALIKE) -> list[FoundEntry]:
        """Return the best entries for `query`, the most used first among equals; nothing for an empty query.

        Kinds of match beyond `worst` are not looked for, which saves their time.
        """
        words = [word for word in map(normalise, query.split()) if word]
        whole = "".join(words)
        found: dict[int, Match] = {}
        if whole:
            for match, rows in self._searches(whole, words):
                for row in rows if match <= worst else ():
                    found.setdefault(row, match)
                    if len(found) >= limit:
                        break
                if len(found) >= limit:
                    break
        if whole and not found and worst is Match.ALIKE:
            found = dict.fromkeys(self._alike_ones(whole)[:limit], Match.ALIKE)
        return [FoundEntry(self._ids[row], match) for row, match in found.items()]

    def _searches(self, whole: str, words: list[str]) -> Iterator[tuple[Match, Iterable[int]]]:
        is_written = self._words.has_any(whole)  # names are among the words
        is_spelled = whole.isascii() and self._initials.has_any(whole)
        if is_written:
            yield Match.EXACT, self._names.with_exactly(whole)
            yield Match.PREFIX, self._names.beginning(whole)
        if is_spelled:
            yield Match.INITIALS, self._initials.beginning(whole)
        if is_written:
            yield Match.PART, self._words.containing(whole)
        if is_spelled and len(whole) > 1:
            yield Match.WORDS, self._initials.containing(whole)
        if len(words) > 1:
            yield Match.WORDS, self._with_all(words)
        if len(whole) > 1:
            yield Match.BODY, self._bodies.containing(whole)
            if not whole.isascii():
                yield Match.WORDS, self._names.with_scattered(whole)

    def _with_all(self, words: list[str]) -> Iterator[int]:
        """Yield the entries that have every word somewhere; the longest one leads, being the rarest as a rule."""
        leading = max(words, key=len)
        others = [(word, self._columns_for(word)) for word in words if word != leading]
        if not all(any(column.has_any(word) for column in columns) for word, columns in others):
            return
        for row in chain.from_iterable(column.containing(leading) for column in self._columns_for(leading)):
            if all(any(column.has(row, word) for column in columns) for word, columns in others):
                yield row

    def _columns_for(self, word: str) -> list[_Column]:
        return [self._words, *([self._initials] if word.isascii() else []), self._bodies]

    def _alike_ones(self, whole: str) -> list[int]:
        if self._alike is None or not 2 <= len(whole) <= LONGEST_ALIKE:
            return []
        best: dict[int, float] = {}
        for place, score in self._alike(whole, self._texts, MIN_ALIKE):
            row = self._named[place][0]
            best[row] = max(score, best.get(row, 0))
        return sorted(best, key=lambda row: (-best[row], row))


def _flat(texts: list[list[str]]) -> list[tuple[int, str]]:
    return [(row, text) for row, several in enumerate(texts) for text in several]


def _all_readings(words: list[str], read: Mapping[str, list[str]]) -> list[str]:
    return list(dict.fromkeys(reading for word in words for reading in read[word]))


def readings(word: str, initials_of: InitialsOf, most: int = 8) -> list[str]:
    """Return the initials by which `word` may be typed, one for each way to read it: 重庆 → `cq`, `zq`."""
    made = [""]
    for char in word:
        letters = initials_of(char) or (char if char.isascii() else "")
        if letters:
            made = [start + letter for start in made for letter in letters][:most]
    return [reading for reading in made if reading]
