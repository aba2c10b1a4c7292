"""Words in a box: how wide they are and where their lines break, for Chinese and for English."""

import re
from collections.abc import Callable, Iterator

Measure = Callable[[str, int, bool], float]
"""Gives the width in pixels of words at a size in pixels, bold or not."""

NEVER_FIRST = "，。、；：？！）」』】》〉”’…,.;:?!)]}%"
"""What no line begins with."""
NEVER_LAST = "（「『【《〈“‘([{"

_PIECE = re.compile(r"[ -~\u00a0-\u024f]+?(?=[\s\u2e80-\uffff]|$)|\s+|.", re.S)
_NARROW = frozenset("iljt.,:;!|'()[] fr-")
_WIDE = frozenset("mwMW@%")
_EM = {"narrow": 0.38, "wide": 0.96, "capital": 0.74, "other": 0.6}


def estimated(words: str, pixels: int, bold: bool = False) -> float:
    """Return about how wide `words` are in a sans-serif font, rather too much than too little."""
    em = sum(_em(char) for char in words)
    return em * pixels * (1.06 if bold else 1.0)


def _em(char: str) -> float:
    if ord(char) >= 0x2000:
        return 1.0
    if char in _WIDE:
        return _EM["wide"]
    if char in _NARROW:
        return _EM["narrow"]
    return _EM["capital"] if char.isupper() else _EM["other"]


def wrapped(words: str, width: float, pixels: int, bold: bool, measure: Measure) -> list[str]:
    """Return `words` in lines of at most `width` pixels; Chinese breaks between characters, English between words.

    A word too long for a line is broken; nothing is cut off.
    """
    lines, line = [], ""
    for piece in _pieces(words, lambda text: measure(text, pixels, bold) <= width):
        if line and measure((line + piece).rstrip(), pixels, bold) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line = line + piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def balanced(words: str, width: float, pixels: int, bold: bool, measure: Measure) -> list[str]:
    """Return `words` in as few lines as `width` allows, all of much the same length: none of a single character."""
    lines = wrapped(words, width, pixels, bold, measure)
    low, high = 0.0, width
    while high - low > 1 and len(lines) > 1:
        middle = (low + high) / 2
        narrower = wrapped(words, middle, pixels, bold, measure)
        widest = max(measure(line, pixels, bold) for line in narrower)
        if len(narrower) > len(lines) or widest > middle:
            low = middle
        else:
            lines, high = narrower, middle
    return lines


def _pieces(words: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield what stands together on a line, a piece that is wider than a line in parts."""
    held = ""
    for piece in _PIECE.findall(" ".join(words.split())):
        if held and not _clings(held, piece):
            yield from _parts(held, fits)
            held = ""
        held += piece
    if held:
        yield from _parts(held, fits)


def _clings(before: str, piece: str) -> bool:
    """Tell whether no line may break between `before` and `piece`."""
    return piece[0] in NEVER_FIRST or before[-1] in NEVER_LAST


def _parts(piece: str, fits: Callable[[str], bool]) -> Iterator[str]:
    while not fits(piece.strip()) and len(piece) > 1:
        length = next((end for end in range(len(piece) - 1, 1, -1) if fits(piece[:end].strip())), 1)
        yield piece[:length]
        piece = piece[length:]
    yield piece
