"""A shop's own word list over the shipped one."""

import pytest

from deskhelper.core.outgoing import Finding, Rule, WordRule, WordRules
from deskhelper.core.outgoing.word_list import OwnWord, WordList, rules_in_force, with_words, word_fault
from deskhelper.core.outgoing.words import forbidden

SHIPPED = WordRules(
    (
        WordRule(Rule.WORDING, ("宝贝", "QQ"), "商品", ("宝贝计划",)),
        WordRule(Rule.OFF_PLATFORM, ("微信",)),
    ),
    alike="薇微",
)


def found(text: str, kept: WordList) -> list[Finding]:
    rules = rules_in_force(SHIPPED, kept)
    return list(forbidden(rules.plain(text), rules))


def test_an_empty_list_leaves_the_shipped_rules() -> None:
    assert rules_in_force(SHIPPED, WordList()) is SHIPPED


def test_a_word_of_the_shops_own_is_found_however_it_is_written() -> None:
    kept = WordList(own=(OwnWord("秒发", Rule.WORDING, "尽快发"), OwnWord("ＶＸ薇信")))
    (finding,) = found("我们秒·发的", kept)
    assert (finding.rule, finding.words, finding.problem.values["safer"]) == (Rule.WORDING, "秒·发", "尽快发")
    assert [one.words for one in found("加vx微信", kept)] == ["微信", "vx微信"]


def test_a_shipped_word_that_is_switched_off_passes() -> None:
    assert [one.words for one in found("宝贝和qq", WordList(off=("宝贝",)))] == ["qq"]
    assert found("宝贝和qq", WordList(off=("宝贝", "qq"))) == []


def test_a_harmless_phrase_passes_under_every_rule() -> None:
    kept = WordList(own=(OwnWord("秒发"),), harmless=("微信公仔", "秒发模板", "宝贝熊"))
    assert found("微信公仔、秒发模板、宝贝熊", kept) == []
    assert len(found("微信和秒发", kept)) == 2


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (OwnWord("好"), "word_length"),
        (OwnWord("-_-"), "word_length"),
        (OwnWord("好" * 31), "word_length"),
        (OwnWord("运费", Rule.FREIGHT_OR_BRIBE), "word_length"),
        (OwnWord("秒发", Rule.WORDING, "好" * 61), "word_safer"),
    ],
)
def test_a_word_that_cannot_be_kept_says_why(word: OwnWord, code: str) -> None:
    fault = word_fault(word, SHIPPED)
    assert fault is not None
    assert fault.code == code


def test_a_sound_word_has_no_fault() -> None:
    assert word_fault(OwnWord("秒发", Rule.OFF_PLATFORM, "尽快"), SHIPPED) is None


def test_words_are_added_once_and_shipped_ones_not_at_all() -> None:
    kept = with_words(WordList(), [OwnWord(" 秒发 "), OwnWord("qq"), OwnWord("微信"), OwnWord("好")], SHIPPED)
    assert kept.own == (OwnWord("秒发"),)
    again = with_words(kept, [OwnWord("秒-发", Rule.WORDING, "尽快发")], SHIPPED)
    assert again.own == (OwnWord("秒-发", Rule.WORDING, "尽快发"),)
    off = with_words(WordList(off=("微信",)), [OwnWord("微信", Rule.OFF_PLATFORM)], SHIPPED)
    assert off.own == (OwnWord("微信", Rule.OFF_PLATFORM),)
