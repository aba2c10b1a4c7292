"""What of a message decides its topic: its characters in runs, their sounds in runs, and the meanings of its words.

A run of sounds makes a typo by homophone harmless; a meaning makes another word for the same thing harmless. Pure.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from operator import add

from msgspec import Struct

from deskhelper.core.topic_text import Alphabet, Unit, units_of

LONGEST_RUN = 4
LONGEST_SOUND = 3
LONGEST_WORD = 6
MOST_MEANINGS = 10
"""Meanings of a message that are paired; a long message has each of them, in pairs that say nothing."""

BEGIN, END = "^", "$"
SOUND, MEANING, LENGTH = "~", "#", "_"
"""What the names of features begin with that are no runs of signs."""

_LENGTHS = (1, 2, 4, 8, 16, 32)


class Feature(Struct, frozen=True):
    """A feature of a message and the units from `first` to before `last` that have it."""

    name: str
    first: int
    last: int


class Lexicon(Struct, frozen=True):
    """The meaning of words, by their characters and by their sounds (`fa huo`).

    `reach` has the most units of the words that begin with a character or a sound: most begin no word at all.
    """

    by_sign: dict[str, str]
    by_sound: dict[str, str]
    reach: dict[str, int]


class Reader(Struct, frozen=True):
    """What is needed to read a message."""

    alphabet: Alphabet
    lexicon: Lexicon


class Message(Struct, frozen=True):
    """A message as read: the text as written, its units and its features, a feature once for each place."""

    text: str
    units: list[Unit]
    features: list[Feature]
    names: set[str]
    """The features without their places."""


def lexicon_of(words: Mapping[str, Sequence[str]], alphabet: Alphabet) -> Lexicon:
    """Return the lexicon of `words` by meaning; a sound that two meanings share means nothing."""
    by_sign = {word: meaning for meaning, group in words.items() for word in group}
    by_sound: dict[str, str] = {}
    shared: set[str] = set()
    for word, meaning in by_sign.items():
        sounds = [alphabet.sounds.get(char, "") for char in word]
        key = " ".join(sounds)
        if len(word) > 1 and all(sounds) and by_sound.setdefault(key, meaning) != meaning:
            shared.add(key)
    by_sound = {key: meaning for key, meaning in by_sound.items() if key not in shared}
    reach: dict[str, int] = {}
    for start, size in [*((word[0], len(word)) for word in by_sign), *map(_sound_reach, by_sound)]:
        reach[start] = min(LONGEST_WORD, max(size, reach.get(start, 0)))
    return Lexicon(by_sign, by_sound, reach)


def _sound_reach(key: str) -> tuple[str, int]:
    sounds = key.split(" ")
    return sounds[0], len(sounds)


def read(text: str, reader: Reader) -> Message:
    """Return the message with all its features."""
    units = units_of(text, reader.alphabet)
    features = [*_runs(units), *_sounds(units), *_meanings(units, reader.lexicon)]
    if units:
        features.append(Feature(f"{LENGTH}{sum(len(units) > length for length in _LENGTHS)}", 0, 0))
    return Message(text, units, features, {feature.name for feature in features})


def _runs(units: list[Unit]) -> list[Feature]:
    """Return the runs of one to LONGEST_RUN signs, with marks for the begin and the end of the message."""
    signs = [BEGIN, *(unit.sign for unit in units), END]
    last = len(units)
    found = [Feature(sign, place, place + 1) for place, sign in enumerate(signs[1:-1])]
    names = signs
    for size in range(2, LONGEST_RUN + 1):
        names = list(map(add, names, signs[size - 1 :]))
        found += [
            Feature(name, first - 1 if first else 0, min(first + size - 1, last)) for first, name in enumerate(names)
        ]
    return found


def _sounds(units: list[Unit]) -> list[Feature]:
    """Return the runs of two to LONGEST_SOUND sounds."""
    sounds = [unit.sound for unit in units]
    found = []
    for size in range(2, LONGEST_SOUND + 1):
        for first, heard in enumerate(zip(*(sounds[at:] for at in range(size)), strict=False)):
            if "" not in heard:
                found.append(Feature(SOUND + " ".join(heard), first, first + size))
    return found


def _meanings(units: list[Unit], lexicon: Lexicon) -> list[Feature]:
    """Return the meanings of the words and each two of them that a message has, whatever stands between."""
    places: dict[str, Feature] = {}
    place = 0
    while place < len(units):
        size, meaning = _word_at(units, place, lexicon)
        if meaning:
            places.setdefault(meaning, Feature(MEANING + meaning, place, place + size))
        place += size
    found = list(places.values())
    for one, other in combinations(sorted(places)[:MOST_MEANINGS], 2):
        pair = MEANING + one + MEANING + other
        found.append(Feature(pair, places[one].first, places[one].last))
        found.append(Feature(pair, places[other].first, places[other].last))
    return found


def _word_at(units: list[Unit], place: int, lexicon: Lexicon) -> tuple[int, str]:
    """Return length and meaning of the longest known word at `place`; 1 and nothing where there is none."""
    first = units[place]
    reach = max(lexicon.reach.get(first.sign[0], 0), lexicon.reach.get(first.sound, 0))
    for size in range(min(reach, len(units) - place), 0, -1):
        here = units[place : place + size]
        meaning = lexicon.by_sign.get("".join(unit.sign for unit in here))
        if meaning is None and size > 1:
            meaning = lexicon.by_sound.get(" ".join(unit.sound for unit in here))
        if meaning is not None:
            return size, meaning
    return 1, ""
