"""Every problem has its sentence: complete in both languages, with no code unused and no value missing."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from deskhelper.content.messages import Messages
from deskhelper.core.errors import Problem
from deskhelper.core.flow import Claim
from deskhelper.core.outgoing.promised import TOLD_KINDS
from deskhelper.core.text import PLACEHOLDER, placeholders
from deskhelper.paths import RESOURCES

MESSAGES = Messages(RESOURCES / "messages")
SOURCE = Path(__file__).parents[2] / "deskhelper"
MAKERS = {"Problem", "WorldError", "Refused", "Refusal"}
COMPUTED = {f"finding_{claim.value}" for claim in Claim} | {f"finding_untracked_{kind.value}" for kind in TOLD_KINDS}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in the program that may make a problem, with where it stands."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def name_of(call: ast.Call) -> str:
    return getattr(call.func, "id", None) or getattr(call.func, "attr", "")


def literal_codes(node: ast.expr) -> list[str]:
    """Return the codes that an argument can be: a literal, or a choice of literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*literal_codes(node.body), *literal_codes(node.orelse)]
    return []


def made() -> Iterator[tuple[str, str, set[str] | None]]:
    """Yield code, place and the names of its values (None where they are not written out) of every problem made."""
    for place, call in calls():
        if name_of(call) not in MAKERS or not call.args:
            continue
        values: set[str] | None = {keyword.arg for keyword in call.keywords if keyword.arg}
        if any(keyword.arg is None for keyword in call.keywords) or (len(call.args) > 1):
            values = None
        if len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
            keys = call.args[1].keys
            if all(isinstance(key, ast.Constant) for key in keys):
                values = {str(key.value) for key in keys if isinstance(key, ast.Constant)}
        for code in literal_codes(call.args[0]):
            yield code, place, values


@cache
def every_string() -> set[str]:
    """Return every string literal of the program: where else a code may stand, such as in a table."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


MADE = list(made())


def test_problems_are_found_in_the_source() -> None:
    codes = {code for code, _, _ in MADE}
    assert {"slot_nothing", "order_unknown", "finding_empty", "content_invalid", "data_folder"} <= codes


@pytest.mark.parametrize("code", sorted({code for code, _, _ in MADE} | COMPUTED))
def test_every_code_has_a_sentence(code: str) -> None:
    assert code in MESSAGES.texts, [place for other, place, _ in MADE if other == code]


@pytest.mark.parametrize("code", sorted(MESSAGES.texts))
def test_a_sentence_says_the_same_in_both_languages(code: str) -> None:
    text = MESSAGES.texts[code]
    assert text.zh.strip()
    assert text.en.strip()
    assert set(placeholders(text.zh)) == set(placeholders(text.en))
    assert text.zh.rstrip("）”)").endswith(("。", "！", "？")) or "apt install" in text.zh or "\n" in text.zh


@pytest.mark.parametrize("code", sorted(MESSAGES.texts))
def test_a_sentence_is_used(code: str) -> None:
    assert code in every_string() | COMPUTED


def test_a_sentence_gets_every_value_that_it_names() -> None:
    lacking = [
        (place, code, sorted(set(placeholders(MESSAGES.texts[code].zh)) - values))
        for code, place, values in MADE
        if values is not None and code in MESSAGES.texts and set(placeholders(MESSAGES.texts[code].zh)) - values
    ]
    assert lacking == []


def test_a_sentence_is_told_in_the_language_of_the_user() -> None:
    problem = Problem("order_unknown", {"order_no": "123"})
    assert MESSAGES.sentence(problem, "zh") == "订单 123 不在列表里，请先导入订单文件。"
    assert MESSAGES.sentence(problem, "en") == "Order 123 is not in the list; import the order file first."


def test_a_count_is_told_as_a_number() -> None:
    assert "3 单" in MESSAGES.sentence(Problem("rows_older", {"file": "a.csv", "count": 3}), "zh")


def test_a_code_without_a_sentence_is_shown_as_it_is() -> None:
    assert MESSAGES.sentence(Problem("never_heard", {"value": 1}), "zh") == "never_heard: {'value': '1'}"


def test_a_missing_value_leaves_no_placeholder_in_a_sentence() -> None:
    assert not PLACEHOLDER.search(MESSAGES.sentence(Problem("order_unknown"), "zh"))
