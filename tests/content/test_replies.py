"""The sentences that the outgoing check learnt from and the weights belong together; no test set was learnt."""

import re
from pathlib import Path
from typing import Any

import pytest

from deskhelper.content.replies import FILE, fingerprint, load_likeness, load_replies
from deskhelper.content.yaml_file import load
from deskhelper.core.errors import WorldError
from deskhelper.core.outgoing.likeness import _CODES, CLEAN
from deskhelper.paths import RESOURCES

FOLDER = RESOURCES / "policy"
REPLIES = load_replies(FOLDER)
LEARNT = load_likeness(FOLDER)
CORPORA = sorted((Path(__file__).parents[1] / "core" / "outgoing").glob("*.yaml"))


def test_the_weights_belong_to_the_sentences() -> None:
    assert LEARNT.sources == fingerprint(REPLIES), "run: python resources/policy/train.py"
    assert len(LEARNT.weights) == len(LEARNT.features.split("\n")) * len(LEARNT.kinds)


def test_every_kind_has_its_sentence_of_explanation() -> None:
    assert LEARNT.kinds[0] == CLEAN
    assert set(LEARNT.kinds) == set(REPLIES) == {CLEAN, *_CODES}


@pytest.mark.parametrize("kind", sorted(REPLIES))
def test_a_kind_has_many_sentences_and_none_twice(kind: str) -> None:
    sentences = REPLIES[kind].sentences
    assert len(sentences) >= 100
    assert len(set(sentences)) == len(sentences)


def test_no_sentence_is_of_two_kinds() -> None:
    every = [sentence for replies in REPLIES.values() for sentence in replies.sentences]
    assert sorted({sentence for sentence in every if every.count(sentence) > 1}) == []


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_no_reply_of_the_test_sets_was_learnt_from(path: Path) -> None:
    bare = re.compile(r"\W")
    learnt = {bare.sub("", sentence) for replies in REPLIES.values() for sentence in replies.sentences}
    tested = [bare.sub("", text) for text in texts_of(load(path, Any))]
    assert [text for text in tested if len(text) > 6 and text in learnt] == []


def texts_of(rows: Any) -> list[str]:
    if isinstance(rows, str):
        return [rows]
    children = rows.values() if isinstance(rows, dict) else rows
    return [text for child in children for text in texts_of(child)]


def test_weights_that_cannot_be_read_are_the_worlds_error(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="content_unreadable"):
        load_likeness(tmp_path)
    (tmp_path / FILE).write_bytes(b"\x00rubbish")
    with pytest.raises(WorldError, match="content_unreadable"):
        load_likeness(tmp_path)
