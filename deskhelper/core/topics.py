"""What a buyer's message is about: the likeliest topics with the words that decided.

A linear model over the features of `topic_features`: every known feature adds its weight to each topic. What the
agents said (`topic_learning`) and what the order says (`topic_facts`) move the topics afterwards. Pure.
"""

from collections.abc import Iterable, Mapping
from math import exp, sqrt
from operator import add

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.text import Text
from deskhelper.core.topic_facts import reordered
from deskhelper.core.topic_features import MEANING, Message, Reader, read
from deskhelper.core.topic_learning import NOTHING_LEARNT, Learnt
from deskhelper.core.topic_text import PAUSE

SHOWN = 3
"""How many topics are suggested, and how many words of each at most."""

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


Rows = dict[str, memoryview]
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

    def row(self, feature: str) -> memoryview | None:
        """Return the weights of a feature in the order of the topics; None where it is not known."""
        place = self.places.get(feature)
        if place is None:
            return None
        return memoryview(self.weights)[place : place + len(self.topics)].cast("b")

    def rows(self, names: Iterable[str]) -> Rows:
        """Return the weights of the features that are known."""
        found = ((name, self.row(name)) for name in names)
        return {name: row for name, row in found if row is not None}


def suggest(
    text: str, model: TopicModel, learnt: Learnt = NOTHING_LEARNT, facts: Facts | None = None
) -> list[Suggestion]:
    """Return the SHOWN likeliest topics of a message, best first; `facts` are those of the order in hand."""
    message = read(text, model.reader)
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
    return [
        _suggestion(topic, scores[topic], Evidence(message, rows, means, learnt.shared(near, topic)), model)
        for topic in best
    ]


def _suggestion(topic: str, score: float, evidence: Evidence, model: TopicModel) -> Suggestion:
    place = next(at for at, one in enumerate(model.topics) if one.id == topic)
    gains = {name: row[place] - evidence.means[name] for name, row in evidence.rows.items()}
    for name, strength in evidence.shared.items():
        gains[name] = gains.get(name, 0.0) + strength / model.scale
    return Suggestion(topic, model.topics[place].title, round(score, 4), deciding_words(evidence.message, gains))


def weigh(text: str, model: TopicModel) -> list[float]:
    """Return the sum of each topic for a message by the weights alone, in the order of the topics."""
    message = read(text, model.reader)
    return _sums(message, model.rows(message.names), model)


def _sums(message: Message, rows: Rows, model: TopicModel) -> list[float]:
    """Return bias and weights of the known features, these over the root of the number of all features."""
    sums = [0] * len(model.topics)
    for row in rows.values():
        sums = list(map(add, sums, row))
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
        if gain is not None and feature.last > feature.first:
            part = gain / (feature.last - feature.first)
            for place in range(feature.first, feature.last):
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
