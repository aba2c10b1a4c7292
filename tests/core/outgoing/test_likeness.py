"""What no rule names is found by what it is like; what is like nothing forbidden passes."""

import pytest

from deskhelper.core.outgoing import Against, Rule, WordRules, check
from deskhelper.core.outgoing.likeness import LONGEST, Likeness, alike, runs_of
from tests.core.make import MOMENT

KINDS = ("clean", "off_platform", "bribe", "insult", "boast")
BAD, GOOD = (0, 0, 0, 100, 0), (100, 0, 0, 0, 0)
LEARNT = Likeness(
    sources=0, kinds=KINDS, features="\n".join(["晦气", "多谢", "0"]),
    weights=bytes([*BAD, *GOOD, 0, 100, 0, 0, 0]), scale=0.5, bias=(3.0, 0.0, 0.0, 0.0, 0.0),
)  # fmt: skip
RULES = WordRules(rules=(), learnt=LEARNT)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.rule.value, one.words, one.problem.code) for one in check(text, RULES, Against(MOMENT))]


def test_what_is_like_an_insult_is_found_with_its_clause() -> None:
    assert found("今天真是，碰上晦气，算了") == [("wording", "碰上晦气", "finding_like_insult")]


def test_what_is_like_nothing_forbidden_passes() -> None:
    assert found("多谢您来") == []
    assert found("商品在路上") == []


def test_a_number_counts_as_one_sign() -> None:
    assert runs_of("12.5") == runs_of("8") == {"^", "0", "$", "^0", "0$", "^0$"}
    assert found("共123456")[0][2] == "finding_like_off_platform"


def test_each_sentence_counts_by_itself_and_a_short_text_as_a_whole_too() -> None:
    assert found("多谢多谢您来。又碰上晦气")[0][1] == "又碰上晦气"
    assert found("好" * LONGEST + "。又碰上晦气")[0][1] == "又碰上晦气"


@pytest.mark.parametrize("text", ["晦气", "，，，，，", "。", "~~~~"])
def test_what_is_too_short_to_weigh_passes(text: str) -> None:
    assert found(text) == []


def test_a_sentence_without_a_clause_is_told_whole() -> None:
    only_marks = Likeness(0, KINDS, "，，", bytes(BAD), 1.0, (0.0,) * 5)
    (finding,) = alike(WordRules(rules=()).plain("，，，，，"), only_marks)
    assert finding.words == "，，，，，"


def test_without_anything_learnt_nothing_is_found() -> None:
    assert check("碰上晦气", WordRules(rules=()), Against(MOMENT)) == []


def test_where_a_rule_has_found_something_the_likeness_is_silent() -> None:
    assert [one.rule for one in check("碰上晦气，XX", RULES, Against(MOMENT))] == [Rule.GAP]
