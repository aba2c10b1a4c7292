"""What no rule names and is yet like what may not leave: a small linear model, learnt from sentences.

They are in `resources/policy/replies`. It reads runs of one to four characters of the plain form, sentence by sentence.
What it finds may be overruled.
"""

import re
import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import repeat
from math import exp, sqrt

from msgspec import Struct

from deskhelper.core.outgoing.finding import Finding, Rule, found_in
from deskhelper.core.outgoing.plain import SENTENCE, Plain

LONGEST_RUN = 4
LEAST = 5
"""Characters of a sentence that is weighed by itself."""
LONGEST = 120
"""Characters of a text that is weighed as a whole, too; a longer one has its violation in one of its sentences."""
SURE = 0.65
"""How much of all kinds must be other than clean: chosen so that hardly a clean reply is stopped (README there)."""
CLEAN = "clean"

_RAISED = 128
_FLIPPED = bytes(value ^ _RAISED for value in range(256))
"""A signed byte plus 128, as an unsigned one."""
_PART = re.compile(r"[^，,。！？!?；;：:\n]+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_CODES = {
    "off_platform": "finding_like_off_platform",
    "bribe": "finding_like_bribe",
    "insult": "finding_like_insult",
    "boast": "finding_like_boast",
}


class Likeness(Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """What was learnt: `features` by lines, for each a byte of weight by kind; `kinds` has CLEAN first."""

    sources: int
    kinds: tuple[str, ...]
    features: str
    weights: bytes
    scale: float
    bias: tuple[float, ...]


def runs_of(words: str) -> set[str]:
    """Return the runs of characters of a sentence, with marks for its ends; every number counts as one sign."""
    marked = f"^{_DIGITS.sub('0', words)}$"
    return {
        marked[start : start + size] for size in range(1, LONGEST_RUN + 1) for start in range(len(marked) - size + 1)
    }


def alike(read: Plain, model: Likeness) -> Iterator[Finding]:
    """Yield what of a text is like one of the kinds that may not leave, at most one finding."""
    parts = [match.span() for match in SENTENCE.finditer(read.words) if len(match[0]) >= LEAST]
    if len(parts) > 1 and len(read.words) <= LONGEST:
        parts.append((0, len(read.words)))
    weighed = [(*_kind_of(read.words[start:end], model), start, end) for start, end in parts]
    share, kind, start, end = max(weighed, default=(0.0, CLEAN, 0, 0))
    if share >= SURE:
        yield found_in(Rule.WORDING, read, _telling(read.words, start, end, model, kind), _CODES[kind])


def _kind_of(words: str, model: Likeness) -> tuple[float, str]:
    """Return how much of a sentence is other than clean, and the likeliest kind of that."""
    sums = _sums(words, model)
    powers = [exp(value - max(sums)) for value in sums]
    _, kind = max(zip(powers[1:], model.kinds[1:], strict=True))
    return 1 - powers[0] / sum(powers), kind


def _sums(words: str, model: Likeness) -> list[float]:
    runs, width = runs_of(words), len(model.kinds)
    unknown = int.from_bytes(bytes((_RAISED, 0, 0, 0)) * width, "little")
    total = sum(map(_weights(model).get, runs, repeat(unknown))).to_bytes(4 * width, "little")
    part, raised = model.scale / sqrt(len(runs)), _RAISED * len(runs)
    sums = [int.from_bytes(total[at : at + 4], "little") - raised for at in range(0, 4 * width, 4)]
    return [start + part * value for start, value in zip(model.bias, sums, strict=True)]


def _telling(words: str, start: int, end: int, model: Likeness, kind: str) -> tuple[int, int]:
    """Return the clause that speaks most for `kind`."""
    at = model.kinds.index(kind)
    clauses = [match.span() for match in _PART.finditer(words, start, end)] or [(start, end)]

    def gain(clause: tuple[int, int]) -> float:
        sums = _sums(words[clause[0] : clause[1]], model)
        return sums[at] - sums[0]

    return max(clauses, key=gain)


@lru_cache(maxsize=2)
def _weights(model: Likeness) -> Mapping[str, int]:
    """Return a feature's weights for all kinds as one number, 4 bytes each, so that one addition adds them all.

    Each is raised above nought, and so is what an unknown run counts: what was added by that is known.
    """
    wide = struct.pack(f"<{len(model.weights)}I", *model.weights.translate(_FLIPPED))
    size = 4 * len(model.kinds)
    packed = [int.from_bytes(wide[at : at + size], "little") for at in range(0, len(wide), size)]
    return dict(zip(model.features.split("\n"), packed, strict=True))
