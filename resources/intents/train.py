"""Learn the weights of `topics.msgpack` from the sentences beside this file. Run after changing any of them.

    pip install -e '.[develop]'
    python resources/intents/train.py            learn and write the weights
    python resources/intents/train.py --report   five-fold cross-validation: accuracy, topics, what is confused

Logistic regression by scikit-learn, a development dependency; the desk itself only adds up the weights.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from pathlib import Path

import msgspec
import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from deskhelper.content.intents import WEIGHTS, Trained, fingerprint, load_intents, load_tables, reader_of
from deskhelper.core.topic_features import Reader, read
from deskhelper.core.topics import Topic, TopicModel, weigh

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))

from vary import Variants  # noqa: E402  (beside this file, wherever it is called from)

VARIANTS = 2
VARIANT_WEIGHT = 0.5
SOFTNESS = 4.0
KEPT = 30_000
"""Features that are kept: those whose weights move the most messages."""

Sentence = tuple[str, str]
"""A topic and what a buyer writes about it."""


def learn(sentences: Sequence[Sentence], reader: Reader, titles: dict[str, Topic]) -> tuple[TopicModel, list[str]]:
    """Return the model learnt from `sentences` and its features in the order of their weights."""
    variants = Variants(reader)
    peers: dict[str, list[str]] = {}
    for topic, text in sentences:
        peers.setdefault(topic, []).append(text)
    read_names, topics, shares = [], [], []
    for topic, text in sentences:
        for at, variant in enumerate([text, *variants.of(text, topic, peers[topic], VARIANTS)]):
            read_names.append(read(variant, reader).names)
            topics.append(topic)
            shares.append(VARIANT_WEIGHT if at else 1.0)
    counts = Counter(name for names in read_names for name in names)
    vocabulary = sorted(name for name, count in counts.items() if count > 1)
    rarity = np.array([log((1 + len(topics)) / (1 + counts[name])) + 1 for name in vocabulary])
    matrix = matrix_of(read_names, vocabulary) @ diags(rarity)
    learner = LogisticRegression(C=SOFTNESS, max_iter=400, class_weight="balanced", tol=1e-3)
    learner.fit(matrix, topics, sample_weight=shares)
    weights = learner.coef_ * rarity
    moved = np.abs(weights).max(0) * np.sqrt([counts[name] for name in vocabulary])
    kept = sorted(np.argsort(-moved)[:KEPT])
    features = [vocabulary[place] for place in kept]
    scale = float(np.quantile(np.abs(weights[:, kept]), 0.9999) / 127)
    rounded = np.clip(np.round(weights[:, kept] / scale), -127, 127).astype(np.int8)
    places = {name: at * len(learner.classes_) for at, name in enumerate(features)}
    ordered = [titles[topic] for topic in learner.classes_]
    bias = [round(float(value), 5) for value in learner.intercept_]
    return TopicModel(ordered, reader, places, rounded.T.tobytes(), scale, bias), features


def matrix_of(read_names: Sequence[set[str]], vocabulary: Sequence[str]) -> csr_matrix:
    """Return a row for each message: 1 over the root of the number of all its features, known or not."""
    place_of = {name: at for at, name in enumerate(vocabulary)}
    values, columns, ends = [], [], [0]
    for names in read_names:
        known = sorted(place_of[name] for name in names if name in place_of)
        columns += known
        values += [1 / sqrt(max(len(names), 1))] * len(known)
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(read_names), len(vocabulary)))


def write() -> None:
    """Learn from every sentence and write the weights."""
    intents = load_intents(FOLDER)
    simplified, sounds, words = load_tables(FOLDER)
    reader = reader_of(simplified, sounds, words)
    model, features = learn(sentences_of(intents), reader, titles_of(intents))
    trained = Trained(
        sources=fingerprint(intents, reader), topics=model.topics, simplified=simplified, sounds=sounds, words=words,
        features="\n".join(features), weights=model.weights, scale=model.scale, bias=model.bias,
    )  # fmt: skip
    (FOLDER / WEIGHTS).write_bytes(msgspec.msgpack.encode(trained))


def report() -> None:
    """Print how sentences are met that were not learnt from, by five-fold cross-validation."""
    intents = load_intents(FOLDER)
    reader = reader_of(*load_tables(FOLDER))
    sentences = sentences_of(intents)
    topics = [topic for topic, _ in sentences]
    ranks: list[tuple[str, list[str]]] = []
    for seen, unseen in StratifiedKFold(5, shuffle=True, random_state=1).split(sentences, topics):
        model, _ = learn([sentences[place] for place in seen], reader, titles_of(intents))
        for place in unseen:
            topic, text = sentences[place]
            ranks.append((topic, ranked(text, model)))
    tell(ranks)


def ranked(text: str, model: TopicModel) -> list[str]:
    """Return the topics of a message, likeliest first, as the desk reckons them."""
    sums = weigh(text, model)
    return [topic.id for _, topic in sorted(zip(sums, model.topics, strict=True), key=lambda pair: -pair[0])]


def tell(ranks: Sequence[tuple[str, list[str]]]) -> None:
    """Print accuracy, overall and by topic, and which topics are taken for which."""
    print(f"{len(ranks)} sentences  {told(ranks)}")
    for topic in sorted({topic for topic, _ in ranks}):
        own = [(name, order) for name, order in ranks if name == topic]
        taken = Counter(order[0] for _, order in own if order[0] != topic).most_common(4)
        print(f"{topic:17} {len(own):4}  {told(own)}  {', '.join(f'{name} {count}' for name, count in taken)}")


def told(ranks: Sequence[tuple[str, list[str]]]) -> str:
    """Return the shares of messages with the right topic first and among the first three."""
    first = sum(order[0] == topic for topic, order in ranks) / len(ranks)
    three = sum(topic in order[:3] for topic, order in ranks) / len(ranks)
    return f"first {first:.1%}  three {three:.1%}"


def sentences_of(intents: dict) -> list[Sentence]:
    """Return every sentence with its topic."""
    return [(topic, text) for topic, intent in sorted(intents.items()) for text in intent.sentences]


def titles_of(intents: dict) -> dict[str, Topic]:
    """Return every topic with its title."""
    return {topic: Topic(topic, intent.title) for topic, intent in intents.items()}


if __name__ == "__main__":
    report() if "--report" in sys.argv[1:] else write()
