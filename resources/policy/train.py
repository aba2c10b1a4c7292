"""Learn `replies.msgpack` from the sentences in `replies/`. Run after changing any of them.

    pip install -e '.[develop]'
    python resources/policy/train.py

What the shop's shipped scripts say counts as clean beside `replies/clean.yaml`. Logistic regression by scikit-learn, a
development dependency; the check itself only adds up the weights.
"""

import random
import re
import zlib
from collections import Counter
from math import log, sqrt
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from deskhelper.content import yaml_file
from deskhelper.content.characters import simplified_pairs
from deskhelper.content.replies import FILE, fingerprint, load_replies
from deskhelper.content.script_library import load_script_library
from deskhelper.core.outgoing import WordRules
from deskhelper.core.outgoing.likeness import CLEAN, Likeness, runs_of
from deskhelper.core.script import Script

FOLDER = Path(__file__).resolve().parent
SOFTNESS = 30.0
KEPT = 16_000
"""Features that are kept: those whose weights move the most sentences."""
SHIPPED_WEIGHT = 0.3
VARIED_WEIGHT = 0.7
BEFORE = ("", "亲，", "您好，", "不好意思，", "亲亲", "好的，", "抱歉，")
BEHIND = ("", "哦", "哈", "呢", "吧", "。", "，谢谢", "，好吗", "呀", "！")
SLOT = re.compile(r"\{[^{}]*\}")


def words_in_force() -> WordRules:
    """Return the word list, which reads a text in its plain form."""
    words = yaml_file.load(FOLDER / "words.yaml", WordRules)
    return replace(words, alike=simplified_pairs(FOLDER.parent) + words.alike)


def shipped(rules: WordRules) -> list[str]:
    """Return what the shipped scripts say, each sentence by itself and each wording whole."""
    texts = [
        wording for script in load_script_library(FOLDER.parent / "library").scripts for wording in script.wordings
    ]
    for path in sorted((FOLDER.parent / "scripts").glob("*.yaml")):
        if path.name not in ("slots.yaml", "choices.yaml"):
            scripts = yaml_file.load(path, dict[str, Script])
            texts += [wording for script in scripts.values() for wording in script.wordings]
    plain = [rules.plain(SLOT.sub("", text)).words for text in texts]
    return [part for text in plain for part in [text, *re.split(r"[。！？!?；;\n]", text)] if len(part) > 3]


def varied(text: str) -> str:
    """Return `text` as another agent would send it: the other word for you, an address before, a particle behind."""
    dice = random.Random(zlib.crc32(text.encode()))
    text = text.replace("您", "你") if "您" in text else text.replace("你", "您")
    return dice.choice(BEFORE) + text + dice.choice(BEHIND)


def learn() -> Likeness:
    """Return what the sentences teach."""
    replies = load_replies(FOLDER)
    kinds = [CLEAN, *(kind for kind in replies if kind != CLEAN)]
    rules = words_in_force()
    own = [(kind, text) for kind, reply in replies.items() for text in reply.sentences]
    texts = [(kind, rules.plain(text).words, 1.0) for kind, text in own]
    texts += [(kind, rules.plain(varied(text)).words, VARIED_WEIGHT) for kind, text in own]
    texts += [(CLEAN, text, SHIPPED_WEIGHT) for text in shipped(rules)]
    runs = [runs_of(text) for _, text, _ in texts]
    counts = Counter(run for found in runs for run in found)
    vocabulary = sorted(run for run in counts if "\n" not in run)
    rarity = np.array([log((1 + len(runs)) / (1 + counts[run])) + 1 for run in vocabulary])
    place_of = {run: at for at, run in enumerate(vocabulary)}
    ends, columns, values = [0], [], []
    for found in runs:
        columns += sorted(place_of[run] for run in found if run in place_of)
        values += [1 / sqrt(len(found))] * (len(columns) - ends[-1])
        ends.append(len(columns))
    matrix = csr_matrix((values, columns, ends), shape=(len(runs), len(vocabulary))) @ diags(rarity)
    learner = LogisticRegression(C=SOFTNESS, max_iter=600, class_weight="balanced", tol=1e-4)
    learner.fit(matrix, [kinds.index(kind) for kind, _, _ in texts], sample_weight=[share for _, _, share in texts])
    weights = learner.coef_ * rarity
    moved = np.abs(weights).max(0) * np.sqrt([counts[run] for run in vocabulary])
    kept = sorted(np.argsort(-moved)[:KEPT])
    scale = float(np.quantile(np.abs(weights[:, kept]), 0.9999) / 127)
    rounded = np.clip(np.round(weights[:, kept] / scale), -127, 127).astype(np.int8)
    return Likeness(
        sources=fingerprint(replies), kinds=tuple(kinds), features="\n".join(vocabulary[at] for at in kept),
        weights=rounded.T.tobytes(), scale=scale, bias=tuple(round(float(value), 5) for value in learner.intercept_),
    )  # fmt: skip


if __name__ == "__main__":
    (FOLDER / FILE).write_bytes(msgspec.msgpack.encode(learn()))
