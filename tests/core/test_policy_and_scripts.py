import msgspec
import pytest

from deskhelper.core.policy import Figure, Policy
from deskhelper.core.script import Script
from deskhelper.core.text import Text
from tests.core.make import facts, plain_library, text

FIGURE = plain_library()["policy"]["figures"]["scan"]


def figure(**changes: object) -> Figure:
    return msgspec.convert(FIGURE | changes, Figure)


@pytest.mark.parametrize(
    ("since", "confidence", "zh", "en"),
    [
        ("2025-05-15", "A", "2025-05-15 起 · A 级来源", "since 2025-05-15 · source A"),
        ("seed", "C", "出自原始资料 · 未定论", "from the seed documents · unsettled"),
        ("", "B", "日期不详 · B 级来源", "undated · source B"),
    ],
)
def test_a_figure_shows_its_date_and_confidence(since: str, confidence: str, zh: str, en: str) -> None:
    assert figure(since=since, confidence=confidence).dated() == Text(zh=zh, en=en)


@pytest.mark.parametrize(("confidence", "is_settled"), [("A", True), ("B", True), ("C", False)])
def test_only_figures_of_confidence_c_are_unsettled(confidence: str, is_settled: bool) -> None:
    assert figure(confidence=confidence).is_settled is is_settled


def test_a_policy_gives_numbers_and_says_what_has_none() -> None:
    policy = Policy("pdd", {"scan": figure(), "words": figure(value=None)})
    assert policy.number("scan") == 24
    with pytest.raises(ValueError, match="words"):
        policy.number("words")
    with pytest.raises(KeyError):
        policy.number("none")


SCRIPT = msgspec.convert(
    {
        "title": text("复"),
        "wordings": ["甲{a}。", "乙{a}。"],
        "extras": [{"when": {"fact": "refund_open", "is": False}, "wordings": ["外{b}。", "加{b}。"]}],
    },
    Script,
)


def test_wordings_are_counted_round() -> None:
    assert [SCRIPT.wording(number, {}, {}) for number in (0, 1, 2)] == ["甲{a}。", "乙{a}。", "甲{a}。"]


def test_an_extra_is_said_while_its_condition_holds_in_the_same_wording() -> None:
    assert SCRIPT.wording(1, facts(), {}) == "乙{a}。加{b}。"


def test_the_slots_of_a_script_are_those_of_wordings_and_extras() -> None:
    assert SCRIPT.slots == ["a", "b"]
