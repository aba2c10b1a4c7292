"""What a search word is compared with: normal forms, grams, pinyin initials and digit tails. Pure.

Texts are compared by their own characters or by the initials of their pinyin, whatever reading is meant: `cfh`
finds 催发货, `zq` and `cq` find 重庆. A text is a few parts (title, spec) and no match runs across two parts.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

InitialsOf = Callable[[str], str]
"""Gives the distinct initials of a character's readings (`重` → `cz`), an empty string where there are none."""

TAIL_DIGITS = 8
"""How many last digits of a number are indexed; a longer tail is verified against the number itself."""

MAX_WORDS = 12
MAX_WORD = 64

_TO_BASE_11 = str.maketrans("0123456789", "123456789a")
_POWERS_OF_11: list[int] = [11**power for power in range(TAIL_DIGITS + 1)]
_NUMBER = re.compile(r"[0-9a-z-]*[0-9][0-9a-z-]*\Z")
_FOUR_DIGITS: dict[str, int] = {}
"""The keys of four digits that occurred, at most 10,000 of them: an import needs three million tail keys."""
_FOUR_BEFORE: dict[str, int] = {"****": 0}
"""The same for the four signs before the last four; masked ones count nothing."""

PAIRS_REMEMBERED = 20_000
"""So many pairs of neighbours are remembered while texts are indexed, some 10 MB; then it starts afresh."""

PARTS_KEPT = 1_024
"""So many titles, specs and names are kept as they may be typed, some 2 MB: each key asks the newest orders again."""

RUNS = (3, 4)
_DOUBLED_PAIRS = re.compile(b"\1{2,}")
_RUN = re.compile(r"([0-9a-z])\1{2,}")
_FOUR = re.compile(r"[0-9]{4}\Z")
_LAST_DIGITS = re.compile(r"[0-9]*\Z")
_UNWANTED = ("Z", "C")


class Word(Struct, frozen=True):
    """One blank-separated word of a query. `text` is normalised; `number` is set where it can be part of a number.

    `digits` is the number without dashes where it has digits only: then it is also looked for as a tail.
    """

    text: str
    number: str = ""
    digits: str = ""


def normalise(text: str) -> str:
    """Return `text` in the form that is compared: NFKC, lower case, without blanks and control characters."""
    folded = unicodedata.normalize("NFKC", text).lower()
    if folded.isprintable() and " " not in folded:
        return folded
    return "".join(char for char in folded if unicodedata.category(char)[0] not in _UNWANTED)


def product_parts(title: str, spec: str) -> list[str]:
    """Return the parts in which a product is searched: title and spec, normalised."""
    return [part for part in (normalise(title), normalise(spec)) if part]


def receiver_parts(receiver: str) -> list[str]:
    """Return the parts in which a receiver is searched; asterisks of a masked name are no part of it."""
    return [part for part in map(normalise, receiver.split("*")) if part]


def parse_query(query: str) -> list[Word]:
    """Split `query` at blanks into at most MAX_WORDS distinct words; a word is cut at MAX_WORD characters."""
    words: dict[str, Word] = {}
    for raw in query[: MAX_WORDS * (MAX_WORD + 1)].split():
        text = normalise(raw)[:MAX_WORD]
        if text and text not in words:
            words[text] = _word(text)
    return list(words.values())[:MAX_WORDS]


def _word(text: str) -> Word:
    if not _NUMBER.match(text):
        return Word(text)
    bare = text.replace("-", "")
    return Word(text, text, bare if bare.isdigit() else "")


def letters(char: str, initials_of: InitialsOf) -> str:
    """Return the letters by which `char` can be typed: its initials, or itself when it is a Latin letter or digit."""
    if char.isascii():
        return char if char.isalnum() else ""
    return initials_of(char)


class Grams:
    """Makes the grams of texts by one spelling; those of two neighbours are remembered: few pairs stand in many texts.

    Grams are every single character and pair of neighbours, as written and as initials of every reading. A letter or
    digit that can be typed three or four times in a row is a gram of its own: `0000` has one pair only, which a great
    many texts have too.
    """

    def __init__(self, initials_of: InitialsOf) -> None:
        self._initials_of = initials_of
        self._of_pair: dict[str, tuple[str, ...]] = {}
        self._doubled: set[str] = set()
        """The pairs whose two characters can be typed with one letter."""

    def of(self, parts: list[str]) -> set[str]:
        """Return the grams of `parts`; none runs across two parts."""
        found: set[str] = set()
        if len(self._of_pair) > PAIRS_REMEMBERED:
            self._of_pair.clear()
        for part in parts:
            pairs = [*map("".join, pairwise(part))] or [part]
            for pair in pairs:
                if pair not in self._of_pair:
                    self._learn(pair)
            found.update(*map(self._of_pair.__getitem__, pairs))
            for run in _DOUBLED_PAIRS.finditer(bytes(map(self._doubled.__contains__, pairs))):
                found |= self._runs(part[run.start() : run.end() + 1])
        return found

    def _learn(self, pair: str) -> None:
        """Remember the grams of two neighbours, or of a character that has none."""
        left, right = (letters(char, self._initials_of) for char in (pair[0], pair[1:] or " "))
        self._of_pair[pair] = (pair, *pair, *left, *right, *(one + other for one in left for other in right))
        if any(letter in right for letter in left):
            self._doubled.add(pair)

    def _runs(self, part: str) -> set[str]:
        """Return the letters that can be typed three or four times in a row."""
        found: set[str] = set()
        runs: dict[str, int] = {}
        for left, right in pairwise(letters(char, self._initials_of) for char in part):
            runs = {letter: runs.get(letter, 1) + 1 for letter in left if letter in right}
            found.update(letter * count for letter, count in runs.items() if count in RUNS)
        return found


def grams(parts: list[str], initials_of: InitialsOf) -> set[str]:
    """Return the grams of one text (see Grams)."""
    return Grams(initials_of).of(parts)


def query_grams(text: str) -> list[str]:
    """Return the grams that a text must have to match the word `text`: needed, not sufficient (see `matches`)."""
    if len(text) == 1:
        return [text]
    found: dict[str, None] = {}
    for left, right in pairwise(text):
        if _is_typed(left) == _is_typed(right):
            found[left + right] = None
        else:
            found.update({left: None, right: None})
    for run in _RUN.finditer(text):
        found[run[1] * min(len(run[0]), max(RUNS))] = None
    return list(found)


def _is_typed(char: str) -> bool:
    return char.isascii() and char.isalnum()


def matches(text: str, parts: list[str], initials_of: InitialsOf) -> bool:
    """Tell whether the word `text` stands in one of `parts`, each character as written or as an initial."""
    if any(text in part for part in parts):
        return True
    if not any(char.isascii() and char.isalpha() for char in text):
        return False
    return any(_is_spelled(text, part, initials_of) for part in parts)


def _is_spelled(text: str, part: str, initials_of: InitialsOf) -> bool:
    """Tell whether `text` stands in `part` with some characters typed as initials."""
    signs, letters = _signs(part, initials_of)
    if not letters.issuperset(text):
        return False
    for start in range(len(signs) - len(text) + 1):
        for place, char in enumerate(text, start):
            if char not in signs[place]:
                break
        else:
            return True
    return False


@lru_cache(PARTS_KEPT)
def _signs(part: str, initials_of: InitialsOf) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return how each character of `part` may be typed, and all of that together; the newest orders are asked often."""
    signs = tuple(char if char.isascii() else char + initials_of(char) for char in part)
    return signs, frozenset("".join(signs))


def digits_tail(number: str) -> str:
    """Return the digits at the end of `number` without dashes; empty where it ends masked or in a letter."""
    if number.isdigit() and number.isascii():
        return number
    found = _LAST_DIGITS.search(number.replace("-", "").strip())
    return found[0] if found else ""


def tail_key(number: str) -> int | None:
    """Return the last TAIL_DIGITS digits of `number`, last first, as an integer below 11 ** 8; None without digits.

    A digit counts one more than it is in base 11 and the end counts 0, so that `1` and `01` differ and all numbers
    with a common tail are neighbours (see `tail_range`).
    """
    upper = _FOUR_DIGITS.get(number[-4:])
    lower = _FOUR_BEFORE.get(number[-8:-4])
    if upper is not None and lower is not None:
        return upper * _POWERS_OF_11[4] + lower
    if upper is not None and number[-5:-4] == "*":
        return upper * _POWERS_OF_11[4]
    tail = digits_tail(number)[: -TAIL_DIGITS - 1 : -1]
    if not tail:
        return None
    key = int(tail.translate(_TO_BASE_11), 11)
    for four in (number[-4:], number[-8:-4]):
        if _FOUR.match(four):
            _FOUR_DIGITS[four] = _FOUR_BEFORE[four] = int(four[::-1].translate(_TO_BASE_11), 11)
    return key * _POWERS_OF_11[TAIL_DIGITS - len(tail)]


def tail_keys(numbers: list[str]) -> list[int | None]:
    """Return the `tail_key` of each of `numbers`; an empty one has none."""
    last, before, power = _FOUR_DIGITS, _FOUR_BEFORE, _POWERS_OF_11[4]
    try:
        return [last[number[-4:]] * power + before[number[-8:-4]] if number else None for number in numbers]
    except KeyError:
        return [tail_key(number) if number else None for number in numbers]


def tail_range(digits: str) -> tuple[int, int]:
    """Return the half-open range of `tail_key` of the numbers that end in `digits` (at least in its last eight)."""
    tail = digits[-TAIL_DIGITS:]
    low = tail_key(tail) or 0
    return low, low + _POWERS_OF_11[TAIL_DIGITS - len(tail)]


def prefixes(word: Word) -> list[str]:
    """Return what a number that begins with `word` begins with; an agent may leave out the dash of `yymmdd-…`."""
    if word.number and word.number == word.digits and len(word.digits) > 6:
        return [word.number, f"{word.number[:6]}-{word.number[6:]}"]
    return [word.number] if word.number else []


def number_match(word: Word, numbers: tuple[str, str], phone: str) -> int:
    """Return 2 where `word` is one of `numbers` (order, tracking) or the phone, 1 where it begins or ends one."""
    if not word.number:
        return 0
    spelled = prefixes(word)
    best = 0
    for number in numbers:
        raw = number.lower()
        if raw and any(raw.startswith(prefix) for prefix in spelled):
            best = max(best, 2 if raw in spelled else 1)
    if word.digits:
        if is_phone(word.digits, phone):
            return 2
        if any(digits_tail(number).endswith(word.digits) for number in (*numbers, phone)):
            return max(best, 1)
    return best


def is_phone(digits: str, phone: str) -> bool:
    """Tell whether `digits` can be the whole of `phone`, whose masked digits (`138****0001`) stand for any."""
    if len(digits) < 7 or len(digits) != len(phone) or not phone[-1].isdigit():
        return False
    return all(other in (char, "*") for char, other in zip(digits, phone, strict=True))
