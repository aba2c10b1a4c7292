"""What agents said a message was about: counts at once, for the same message and for those like it. Pure.

A correction is kept masked (`topic_text.masked`): no number, phone, address or receiver.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from msgspec import Struct

from deskhelper.core.topic_features import LENGTH, Message, Reader, read
from deskhelper.core.topic_text import masked

MOST = 1000
"""Corrections that count, the newest."""

STRENGTH = 10.0
"""What a correction with all features in common adds to the sum of its topic; a sum of 3 more wins mostly."""

ALIKE = 0.3
"""Below this likeness, 0 to 1, a correction says nothing about a message."""

NEAREST = 5


class Correction(Struct, frozen=True):
    """An agent's word that a message, masked, was about a topic."""

    text: str
    topic: str


class Near(Struct, frozen=True):
    """A correction like the message: its topic, what it adds to the topic's sum, and the features in common."""

    topic: str
    strength: float
    names: frozenset[str]


class Learnt:
    """The corrections in force, found by their features; of the same text, the newest counts."""

    def __init__(self, corrections: Sequence[Correction] = (), reader: Reader | None = None) -> None:
        self._topics = {one.text: one.topic for one in corrections[-MOST:]}
        self._reader = reader
        self._names: dict[str, frozenset[str]] = {}
        self._with: dict[str, list[str]] = defaultdict(list)
        if reader is not None:
            for text in self._topics:
                self._names[text] = frozenset(_telling(read(text, reader).names))
                for name in self._names[text]:
                    self._with[name].append(text)

    def near(self, message: Message) -> list[Near]:
        """Return the NEAREST corrections like the message, best first."""
        if not self._topics:
            return []
        names = _telling(message.names)
        common = Counter(text for name in names for text in self._with.get(name, ()))
        found = []
        for text, count in common.items():
            alike = count / sqrt(len(names) * len(self._names[text]))
            if alike >= ALIKE:
                found.append(Near(self._topics[text], STRENGTH * alike**1.5, self._names[text] & names))
        return sorted(found, key=lambda one: -one.strength)[:NEAREST]

    def settled(self, message: Message, scores: dict[str, float]) -> dict[str, float]:
        """Return `scores` with the topic on top that an agent named for this very message, if one did."""
        if not self._topics or self._reader is None:
            return scores
        topic = self._topics.get(masked(message.text, self._reader.alphabet))
        if topic not in scores:
            return scores
        raised = scores | {topic: max(*scores.values(), 0.5) + 0.01}
        whole = sum(raised.values())
        return {name: score / whole for name, score in raised.items()}

    def shared(self, near: Iterable[Near], topic: str) -> dict[str, float]:
        """Return what each feature in common with corrections to `topic` adds to the topic's sum."""
        given: dict[str, float] = defaultdict(float)
        for one in near:
            if one.topic == topic:
                for name in one.names:
                    given[name] += one.strength / len(one.names)
        return given


NOTHING_LEARNT = Learnt()


def _telling(names: set[str]) -> set[str]:
    """Return the features that tell messages apart: no single character and no length."""
    return {name for name in names if len(name) > 1 and name[0] != LENGTH}
