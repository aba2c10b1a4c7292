"""Topics of buyers' messages: the sentences they were learnt from, and the weights that were learnt.

The desk reads only the weights (`topics.msgpack`), which carry all that reading a message needs. Sentences, words and
sounds are read by `resources/intents/train.py` and by the test that holds both together.
"""

import zlib
from pathlib import Path

import msgspec
from msgspec import Struct

from deskhelper.content import yaml_file
from deskhelper.content.characters import simplified_pairs
from deskhelper.core.errors import WorldError
from deskhelper.core.text import Text
from deskhelper.core.topic_features import Reader, lexicon_of, read
from deskhelper.core.topic_text import Alphabet
from deskhelper.core.topics import Topic, TopicModel

WEIGHTS = "topics.msgpack"


class Intent(Struct, frozen=True, forbid_unknown_fields=True):
    """One topic as its file has it: title, where it ends and another begins, and what buyers write."""

    title: Text
    border: str
    sentences: list[str]


class Trained(Struct, frozen=True, forbid_unknown_fields=True):
    """The file of weights: `features` by lines, a byte for each topic of each, and the tables to read a message."""

    sources: int
    topics: list[Topic]
    simplified: str
    sounds: dict[str, str]
    words: dict[str, list[str]]
    features: str
    weights: bytes
    scale: float
    bias: list[float]


def load_topics(folder: Path) -> TopicModel:
    """Return the trained model of `folder`. Raises WorldError `content_unreadable`."""
    file = folder / WEIGHTS
    try:
        trained = msgspec.msgpack.decode(file.read_bytes(), type=Trained)
    except (OSError, msgspec.DecodeError) as error:
        raise WorldError("content_unreadable", file=file.name, line=1, value=str(error)) from error
    reader = reader_of(trained.simplified, trained.sounds, trained.words)
    width = len(trained.topics)
    places = {name: at * width for at, name in enumerate(trained.features.split("\n"))}
    return TopicModel(trained.topics, reader, places, trained.weights, trained.scale, trained.bias)


def load_intents(folder: Path) -> dict[str, Intent]:
    """Return every topic by id. Raises WorldError `content_unreadable`, `content_invalid`."""
    return {path.stem: yaml_file.load(path, Intent) for path in sorted(folder.glob("*.yaml"))}


def load_tables(folder: Path) -> tuple[str, dict[str, str], dict[str, list[str]]]:
    """Return the tables of `reading/`: pairs of traditional and simplified, sounds, words of one meaning."""
    simplified = simplified_pairs(folder.parent)
    lines = (folder / "reading" / "sounds.txt").read_text("utf-8").splitlines()
    sounds = dict(line.split(" ") for line in lines)
    return simplified, sounds, yaml_file.load(folder / "reading" / "words.yaml", dict[str, list[str]])


def reader_of(simplified: str, sounds: dict[str, str], words: dict[str, list[str]]) -> Reader:
    """Return what reads a message by these tables; `sounds` has the characters of each syllable."""
    pairs = dict(zip(simplified[::2], simplified[1::2], strict=True))
    sound_of = {char: sound for sound, chars in sounds.items() for char in chars}
    alphabet = Alphabet(pairs, sound_of, frozenset(sounds))
    return Reader(alphabet, lexicon_of(words, alphabet))


def fingerprint(intents: dict[str, Intent], reader: Reader) -> int:
    """Return a checksum of every sentence, its topic and the features read from it: what weights belong to."""
    check = 0
    for topic, intent in sorted(intents.items()):
        for sentence in intent.sentences:
            told = "\t".join((topic, sentence, *sorted(read(sentence, reader).names)))
            check = zlib.crc32(told.encode(), check)
    return check


def load_fingerprint(folder: Path) -> int:
    """Return the checksum of the sentences that the weights of `folder` were learnt from."""
    return msgspec.msgpack.decode((folder / WEIGHTS).read_bytes(), type=Trained).sources
