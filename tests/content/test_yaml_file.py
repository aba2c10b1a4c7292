"""Reading is strict: every error names the file, the line and the key."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from deskhelper.content import yaml_file
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import Flow
from deskhelper.core.script import Script
from deskhelper.core.text import Text

TEXTS = dict[str, Text]
SCRIPTS = dict[str, Script]
GOOD = "a: {zh: 甲, en: a}\nb:\n  zh: 乙\n  en: b\n"
FLOW = """\
id: test
version: 1
source: D-TEST
title: {zh: 甲, en: a}
summary: {zh: 甲, en: a}
start: one
questions:
  one:
    ask: {zh: 甲, en: a}
    short: {zh: 甲, en: a}
    options:
      "yes":
        label: {zh: 甲, en: a}
        next:
          - {when: {fact: refund_open, is: true}, go: END}
          - {go: END}
  two:
    ask: {zh: 甲, en: a}
    short: {zh: 甲, en: a}
    options: {"no": {label: {zh: 甲, en: a}, next: END}}
outcomes:
  END:
    title: {zh: 甲, en: a}
    todo: [{zh: 甲, en: a}]
    sources: [D-TEST]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "content.yaml"


def problem(path: Path, raw: str | bytes, kind: Any, cache: Path | None = None) -> dict[str, Any]:
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    with pytest.raises(WorldError) as caught:
        yaml_file.load(path, kind, cache)
    return {"code": caught.value.problem.code, **caught.value.problem.values}


def test_a_sound_file_is_read(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    assert yaml_file.load(path, TEXTS) == {"a": Text(zh="甲", en="a"), "b": Text(zh="乙", en="b")}
    path.write_text(FLOW, encoding="utf-8")
    assert yaml_file.load(path, Flow).questions["one"].options["yes"].branches[1].go == "END"


@pytest.mark.parametrize(
    ("raw", "kind", "line", "key", "value"),
    [
        ("a: {zh: 甲, en: a}\nb: {zh: 乙, eng: b}\n", TEXTS, 2, "b", "unknown field `eng`"),
        ("a: {zh: 甲, en: a}\nb:\n  zh: 乙\n  en: 5\n", TEXTS, 4, "b.en", "Expected `str`, got `int`"),
        ("a: {zh: 甲, en: a}\nb: {zh: 乙}\n", TEXTS, 2, "b", "missing required field `en`"),
        ("a: {zh: 2025-05-15, en: a}\n", TEXTS, 1, "a.zh", "got `date`"),
        ("a: {zh: , en: a}\n", TEXTS, 1, "a.zh", "got `null`"),
        ("a:\n  zh: 甲\n  en: a\n  3: b\n", TEXTS, 4, "a.3", "Expected `str`"),
        ("a: {zh: 甲, en: a}\n1: {zh: 乙, en: b}\n", TEXTS, 2, "1", "got `int`"),
        ("- a\n", TEXTS, 1, "-", "got `array`"),
        ("", TEXTS, 1, "-", "got `null`"),
        ("a: b\n", TEXTS, 1, "a", "got `str`"),
        ("s:\n  title: {zh: 甲, en: a}\n  wordings:\n    - 一\n    - 2\n", SCRIPTS, 5, "s.wordings.1", "got `int`"),
        ("s:\n  title: {zh: 甲, en: a}\n  wordings: 一\n", SCRIPTS, 3, "s.wordings", "Expected `array`"),
        ("s.t:\n  title: {zh: 甲, en: 1}\n  wordings: []\n", SCRIPTS, 2, "s.t.title.en", "got `int`"),
    ],
)
def test_a_fault_is_named_with_line_and_key(path: Path, raw: str, kind: Any, line: int, key: str, value: str) -> None:
    found = problem(path, raw, kind)
    assert (found["code"], found["file"], found["line"], found["key"]) == ("content_invalid", "content.yaml", line, key)
    assert value in str(found["value"])


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("version: 1", "version: one", 2, "version"),
        ("version: 1", 'version: "1"', 2, "version"),
        ("start: one", "start: one\nmore: 1", 1, "-"),
        ("is: true}, go: END}", "eval: x}, go: END}", 15, "questions.one.options.yes.next.0.when"),
        ("          - {go: END}", "          - {to: END}", 16, "questions.one.options.yes.next.1"),
        ('{"no": {label: {zh: 甲, en: a}', '{"no": {label: {zh: 甲, en: 1}', 20, "questions.two.options.no.label.en"),
        ("    todo: [{zh: 甲, en: a}]", "    todo: [{zh: 甲}]", 24, "outcomes.END.todo.0"),
        ("    sources: [D-TEST]", "    sources: D-TEST", 25, "outcomes.END.sources"),
    ],
)
def test_a_fault_deep_in_a_flow_is_named(path: Path, old: str, new: str, line: int, key: str) -> None:
    assert old in FLOW
    found = problem(path, FLOW.replace(old, new), Flow)
    assert (found["line"], found["key"]) == (line, key)


def test_of_several_faults_the_first_is_named_at_its_own_place(path: Path) -> None:
    raw = FLOW.replace('"no": {label: {zh: 甲, en: a}', '"no": {label: {zh: 甲, en: 1}').replace("D-TEST]", "1]")
    found = problem(path, raw, Flow)
    assert (found["line"], found["key"]) == (20, "questions.two.options.no.label.en")


@pytest.mark.parametrize(
    ("raw", "line", "value"),
    [
        ("a: {zh: 甲, en: a}\na: {zh: 乙, en: b}\n", 2, 'duplicate key "a"'),
        ("a:\n  zh: 甲\n  en: a\n  zh: 乙\n", 4, 'duplicate key "zh"'),
        ("a: {zh: 甲, en: a\n", 2, "expected ',' or '}'"),
        ("a: 甲: 乙\n", 1, "mapping values are not allowed"),
        ("a: 1\n\tb: 2\n", 2, "found character"),
        ("a: !!python/object:os.system x\n", 1, "could not determine a constructor"),
        ("a: {zh: 甲, en: a}\n---\nb: {}\n", 2, "but found another document"),
        (b"\xff\xfe\xfa", 1, "ReaderError"),
        ("甲: {zh: 甲, en: a}\n".encode("gb18030"), 1, "ReaderError"),
        (b"a: \x00\n", 1, "ReaderError"),
        ("[" * 5000, 1, "RecursionError"),
    ],
)
def test_what_is_no_yaml_is_told_with_its_line(path: Path, raw: str | bytes, line: int, value: str) -> None:
    found = problem(path, raw, TEXTS)
    assert (found["code"], found["file"], found["line"]) == ("content_unreadable", "content.yaml", line)
    assert value in str(found["value"])


def test_the_line_of_a_key_can_be_asked_for(path: Path) -> None:
    path.write_text(FLOW, encoding="utf-8")
    assert yaml_file.line_of(path, "outcomes", "END", "todo") == 24
    assert yaml_file.line_of(path, "outcomes", "GONE") == 21
    assert yaml_file.line_of(path, "outcomes", "END", "todo", "0", "zh") == 24
    assert yaml_file.line_of(path, "id", "deeper") == 1


def test_what_was_read_is_kept_and_read_from_the_cache(path: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    path.write_text(GOOD, encoding="utf-8")
    yaml_file.load(path, TEXTS, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(msgspec.msgpack.encode({"c": {"zh": "丙", "en": "c"}}))
    assert list(yaml_file.load(path, TEXTS, cache)) == ["c"]


def test_a_changed_file_is_read_again(path: Path, tmp_path: Path) -> None:
    for word in ("甲", "乙"):
        path.write_text(f"a: {{zh: {word}, en: a}}\n", encoding="utf-8")
        assert yaml_file.load(path, TEXTS, tmp_path / "cache")["a"].zh == word


@pytest.mark.parametrize("kept", [b"", b"\xc1", b"nonsense", msgspec.msgpack.encode([1]), b"\x91" * 50_000])
def test_a_damaged_cache_does_no_harm_and_is_mended(path: Path, tmp_path: Path, kept: bytes) -> None:
    cache = tmp_path / "cache"
    path.write_text(GOOD, encoding="utf-8")
    good = yaml_file.load(path, TEXTS, cache)
    (file,) = cache.iterdir()
    right = file.read_bytes()
    file.write_bytes(kept)
    assert yaml_file.load(path, TEXTS, cache) == good
    assert file.read_bytes() == right


def test_a_cache_that_cannot_be_written_does_no_harm(path: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file, not a folder", encoding="utf-8")
    path.write_text(GOOD, encoding="utf-8")
    assert "a" in yaml_file.load(path, TEXTS, cache)


def test_an_invalid_file_is_refused_every_time(path: Path, tmp_path: Path) -> None:
    raw = "a: {zh: 2025-05-15, en: a}\n"
    first = problem(path, raw, TEXTS, tmp_path / "cache")
    assert problem(path, raw, TEXTS, tmp_path / "cache") == first
