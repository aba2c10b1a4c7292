"""A small model made by hand, for tests of the parts that do not need the shipped weights."""

from deskhelper.core.text import Text
from deskhelper.core.topic_features import Reader, lexicon_of
from deskhelper.core.topic_text import Alphabet
from deskhelper.core.topics import Topic, TopicModel

SOUNDS = {
    "fa": "发法", "huo": "货或活", "tui": "退推", "kuan": "款宽", "zai": "在再", "ma": "吗马", "kuai": "快块",
    "di": "递第地", "na": "哪那", "dao": "到", "le": "了", "zenme": "", "qian": "钱", "san": "三", "tian": "天",
}  # fmt: skip
ALPHABET = Alphabet(
    {"發": "发", "貨": "货", "嗎": "吗"},
    {char: sound for sound, chars in SOUNDS.items() for char in chars},
    frozenset(SOUNDS),
)
READER = Reader(ALPHABET, lexicon_of({"ship": ["发货"], "refund": ["退款", "退钱"], "parcel": ["快递"]}, ALPHABET))
TOPICS = ("ship", "refund", "parcel", "other")
WEIGHTS = {
    "#ship": (100, 0, 0, 0),
    "#refund": (0, 100, 0, 0),
    "#parcel": (0, 0, 100, 0),
    "到哪": (0, 0, 80, 0),
    "~fa huo": (50, 0, 0, 0),
    "吗$": (0, 0, 0, 30),
}


def made_model() -> TopicModel:
    """Return a model that knows shipping, refunds and parcels by a handful of features."""
    places = {name: at * len(TOPICS) for at, name in enumerate(WEIGHTS)}
    weights = b"".join(bytes(value % 256 for value in row) for row in WEIGHTS.values())
    topics = [Topic(name, Text(name, name)) for name in TOPICS]
    return TopicModel(topics, READER, places, weights, 0.1, [0.0, 0.0, 0.0, 0.5])
