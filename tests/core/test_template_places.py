from deskhelper.core.errors import Problem
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.template_places import found_in_template
from deskhelper.core.text import fill, joined

TEMPLATE = "亲，{reason}，加我的号{number}，全网最低哦"
PARTS = fill(TEMPLATE, {"reason": "下雨路滑"})
TEXT = joined(PARTS)


def finding(words: str, rule: Rule = Rule.WORDING) -> Finding:
    start = TEXT.index(words)
    return Finding(rule, words, Problem("x"), start, start + len(words))


def found(words: str) -> str:
    [one] = found_in_template(PARTS, [finding(words)])
    return TEMPLATE[one.start : one.end]


def test_plain_words_keep_their_place_among_slots() -> None:
    assert [found(words) for words in ("亲", "全网最低", "哦", "加我的号")] == ["亲", "全网最低", "哦", "加我的号"]


def test_a_slot_is_found_whole_when_any_of_its_words_is() -> None:
    assert found("下雨") == "{reason}"
    assert found("路滑") == "{reason}"
    assert found("雨路滑，加") == "{reason}，加"
    assert found("，下") == "，{reason}"


def test_the_blank_of_a_gap_is_no_fault_of_a_template_but_what_holds_it_is() -> None:
    assert found_in_template(PARTS, [finding("＿＿", Rule.GAP)]) == []
    assert found("号＿＿，全") == "号{number}，全"


def test_what_stands_nowhere_stays_so() -> None:
    nowhere = Finding(Rule.CONTRADICTION, "", Problem("x"))
    assert found_in_template(PARTS, [nowhere]) == [nowhere]


def test_a_place_past_the_end_is_the_end() -> None:
    [one] = found_in_template(PARTS, [Finding(Rule.WORDING, "哦", Problem("x"), len(TEXT) - 1, len(TEXT) + 5)])
    assert TEMPLATE[one.start : one.end] == "哦"
