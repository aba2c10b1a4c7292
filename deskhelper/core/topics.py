"""What a buyer's message is about: the likeliest topics with the words that decided.

A linear model over the features of `topic_features`: every known feature adds its weight to each topic. What the
agents said (`topic_learning`) and what the order says (`topic_facts`) move the topics afterwards. Pure.
"""

import struct
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import compress
from math import exp, sqrt
from operator import add

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.facts import Facts
from deskhelper.core.text import Text
from deskhelper.core.topic_facts import reordered
from deskhelper.core.topic_features import MEANING, Message, Reader, read
from deskhelper.core.topic_learning import NOTHING_LEARNT, Learnt
from deskhelper.core.topic_parts import part_to_read
from deskhelper.core.topic_text import PAUSE

SHOWN = 3
"""How many topics are suggested, and how many words of each at most."""

IDLE = frozenset({"greeting", "other"})
"""Topics of what says nothing to act on: where anything else is said, that counts."""

_EDGES = "。！？!?；;…\n，, "
_WEAK = 0.35
"""A unit decided when it gave at least this part of what the strongest unit gave."""

_FILLERS = frozenset("的了吗呢吧啊呀哦嘛哈我你您他们亲个就都也一这那把给么下")
"""Signs that are no word by themselves, nor begin or end one."""


class Topic(Struct, frozen=True):
    """What a message can be about: a flow's id, or a subject of the script library."""

    id: str
    title: Text


class Suggestion(Struct, frozen=True):
    """A topic with its score (0 to 1, of all topics 1) and the words of the message that spoke for it."""

    topic: str
    title: Text
    score: float
    words: list[str]


Rows = dict[str, tuple[int, ...]]
"""The weights of known features, by their names."""


class Evidence(Struct, frozen=True):
    """What speaks for a topic: the known features of the message with what each is for on average, and those in common
    with what was learnt of it."""

    message: Message
    rows: Rows
    means: dict[str, float]
    shared: dict[str, float]


class TopicModel(Struct, frozen=True):
    """The trained weights: `weights[places[feature]]` and what follows it are one byte for each topic."""

    topics: list[Topic]
    reader: Reader
    places: dict[str, int]
    weights: bytes
    scale: float
    bias: list[float]

    @property
    def unpack(self) -> Callable[[bytes, int], tuple[int, ...]]:
        """What reads the weights of one feature, in the order of the topics, at its place."""
        return struct.Struct(f"{len(self.topics)}b").unpack_from

    def rows(self, names: Iterable[str]) -> Rows:
        """Return the weights of the features that are known, in the order of the topics."""
        unpack, weights = self.unpack, self.weights
        places = {name: place for name in names if (place := self.places.get(name)) is not None}
        return {name: unpack(weights, place) for name, place in places.items()}


def suggest(
    text: str, model: TopicModel, learnt: Learnt = NOTHING_LEARNT, facts: Facts | None = None
) -> list[Suggestion]:
    """Return the SHOWN likeliest topics of a message, best first; `facts` are those of the order in hand."""
    message = read(part_read(text, model), model.reader)
    rows = model.rows(message.names)
    near = learnt.near(message)
    sums = _sums(message, rows, model)
    for correction in near:
        place = next((at for at, topic in enumerate(model.topics) if topic.id == correction.topic), None)
        if place is not None:
            sums[place] += correction.strength
    scores = {topic.id: part for topic, part in zip(model.topics, _parts(sums), strict=True)}
    if facts is not None:
        scores = reordered(scores, facts)
    scores = learnt.settled(message, scores)
    best = sorted(scores, key=lambda topic: -scores[topic])[:SHOWN]
    means = {name: sum(row) / len(row) for name, row in rows.items()}
    telling = _telling(message, rows.keys() | {name for one in near for name in one.names})
    return [
        _suggestion(topic, scores[topic], Evidence(telling, rows, means, learnt.shared(near, topic)), model)
        for topic in best
    ]


def _telling(message: Message, known: Collection[str]) -> Message:
    """Return the message with the features alone that may say something, and with the words of a meaning."""
    kept = [one for one in message.features if one.name in known or one.name[0] == MEANING]
    return replace(message, features=kept)


def _suggestion(topic: str, score: float, evidence: Evidence, model: TopicModel) -> Suggestion:
    place = next(at for at, one in enumerate(model.topics) if one.id == topic)
    gains = {name: row[place] - evidence.means[name] for name, row in evidence.rows.items()}
    for name, strength in evidence.shared.items():
        gains[name] = gains.get(name, 0.0) + strength / model.scale
    return Suggestion(topic, model.topics[place].title, round(score, 4), deciding_words(evidence.message, gains))


def part_read(text: str, model: TopicModel) -> str:
    """Return what of a message decides its topic: the whole of a short one, the telling sentences of a long one."""
    return part_to_read(text, _bearing(model))


def _bearing(model: TopicModel) -> Callable[[str], float]:
    """Return what tells by how much a sentence says rather a concern than nothing, by its pairs of characters alone."""
    simplified, place_of, unpack = model.reader.alphabet.simplified.get, model.places.get, model.unpack
    idle = [topic.id in IDLE for topic in model.topics]
    concerns = [not one for one in idle]

    def bearing(sentence: str) -> float:
        bare = sentence.strip(_EDGES)
        signs = list(map(simplified, bare, bare))
        rows = [unpack(model.weights, at) for at in map(place_of, map(add, signs, signs[1:])) if at is not None]
        if not rows:
            return 0.0
        part = model.scale / sqrt(len(signs))
        sums = [
            start + part * value for start, value in zip(model.bias, map(sum, zip(*rows, strict=True)), strict=True)
        ]
        return max(compress(sums, concerns)) - max(compress(sums, idle), default=0.0)

    return bearing


def weigh(text: str, model: TopicModel) -> list[float]:
    """Return the sum of each topic for a message by the weights alone, in the order of the topics."""
    message = read(text, model.reader)
    return _sums(message, model.rows(message.names), model)


def _sums(message: Message, rows: Rows, model: TopicModel) -> list[float]:
    """Return bias and weights of the known features, these over the root of the number of all features."""
    sums = list(map(sum, zip(*rows.values(), strict=True))) or [0] * len(model.topics)
    part = model.scale / sqrt(max(len(message.names), 1))
    return [start + part * value for start, value in zip(model.bias, sums, strict=True)]


def deciding_words(message: Message, gains: Mapping[str, float]) -> list[str]:
    """Return the words of the original message that spoke most for a topic, at most SHOWN; `gains` are by feature.

    Each unit gets its part of every feature that it belongs to; neighbours that got much make a word. A single
    character is said only where there is no longer word.
    """
    given = [0.0] * len(message.units)
    for feature in message.features:
        gain = gains.get(feature.name)
        if gain is None:
            continue
        first, last = feature.first, feature.last
        if last - first == 1:
            given[first] += gain
        elif last > first:
            part = gain / (last - first)
            for place in range(first, last):
                given[place] += part
    _level(message, given)
    floor = max(given, default=0.0) * _WEAK
    if floor <= 0:
        return []
    runs = sorted(_runs(message, given, floor), key=lambda run: (-sum(given[run.start : run.stop]), run.start))
    words = dict.fromkeys(word for word in (_word(message, run) for run in runs) if word)
    telling = [word for word in words if len(word) > 1]
    return (telling or list(words))[:SHOWN]


def _level(message: Message, given: list[float]) -> None:
    """Give each unit of a known word the mean of the word, so that a word decides whole or not at all."""
    for feature in message.features:
        if feature.name[0] == MEANING and feature.name.count(MEANING) == 1:
            span = slice(feature.first, feature.last)
            size = feature.last - feature.first
            given[span] = [sum(given[span]) / size] * size


def _parts(sums: list[float]) -> list[float]:
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    whole = sum(powers)
    return [power / whole for power in powers]


def _runs(message: Message, given: list[float], floor: float) -> list[range]:
    """Return the runs of units that each got at least `floor`; a pause ends one."""
    runs: list[range] = []
    for place, value in enumerate(given):
        if value < floor or message.units[place].sign == PAUSE:
            continue
        if runs and runs[-1].stop == place:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return runs


def _word(message: Message, run: range) -> str:
    """Return the run as written, without fillers at its ends; empty where nothing else is left."""
    units = [message.units[place] for place in run]
    while units and units[0].sign in _FILLERS:
        del units[0]
    while units and units[-1].sign in _FILLERS:
        del units[-1]
    return message.text[units[0].start : units[-1].end].strip() if units else ""
