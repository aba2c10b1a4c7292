"""A script of the library as it would leave: filled from the order or asked for, checked, with its promise."""

from typing import Any

import msgspec
import pytest

from deskhelper.core.facts import facts_of
from deskhelper.core.filling import Situation
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, ScriptPromise
from deskhelper.core.moments import HOUR
from deskhelper.core.order import Status
from deskhelper.core.outgoing import Rule, WordRules
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.own_words import NOTHING_OWN, OwnWords, Tracked
from deskhelper.core.policy import Policy
from deskhelper.core.script_draft import (
    PromiseWords,
    ScriptContent,
    ScriptDraft,
    draft_script,
    facts_of_terms,
    findings_on,
    slot_spec,
)
from deskhelper.core.slot import SlotKind, SlotSpec
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text
from tests.core.make import MOMENT, NOW, TERMS, order

NAMED = Text(zh="名", en="name")
SLOTS = {
    "tracking_no": SlotSpec(SlotKind.NUMBER, NAMED, fact="tracking_no"),
    "ship_from": SlotSpec(SlotKind.WORDS, NAMED, fact="ship_from"),
    "coupon_yuan": SlotSpec(SlotKind.MONEY, NAMED, most=50000),
    "new_time": SlotSpec(SlotKind.HOUR, NAMED, most=720),
    "within_hours": SlotSpec(SlotKind.HOURS_UNTIL, NAMED, of="new_time"),
}
WORDS = msgspec.convert({"rules": [{"rule": "wording", "words": ["宝贝"]}]}, WordRules)
PROMISES = {PromiseKind.CALL_BACK: PromiseWords(Text(zh="{title}：答复", en="{title}"), Text(zh="答复", en="answer"))}
CONTENT = ScriptContent(SLOTS, Policy("pdd", {}), WORDS, PROMISES)
SHIPPED = order(status=Status.SHIPPED, tracking_no="YT1234567890", shipped_at=NOW - HOUR)


def script(*wordings: str, **more: Any) -> LibraryScript:
    return LibraryScript(id="a", title="答复", wordings=wordings, **more)


def drafted(
    made: LibraryScript, wording: int = 0, has_order: bool = True, own: OwnWords = NOTHING_OWN, **given: str
) -> ScriptDraft:
    facts = facts_of(SHIPPED, TERMS, MOMENT) if has_order else facts_of_terms(ShopTerms(ship_from="义乌"))
    return draft_script(CONTENT, made, wording, Situation(facts, TERMS, MOMENT), given, has_order, own)


def test_the_order_fills_what_it_knows() -> None:
    made = drafted(script("单号{tracking_no}。"))
    assert (made.text, made.gaps, made.is_complete) == ("单号YT1234567890。", [], True)
    assert made.slots[0].by == "order"


def test_without_an_order_its_values_are_asked_for_and_the_shops_terms_still_speak() -> None:
    made = drafted(script("从{ship_from}寄出，单号{tracking_no}。"), has_order=False)
    assert (made.text, made.gaps) == ("从义乌寄出，单号＿＿。", ["tracking_no"])
    assert (made.is_complete, made.findings) == (False, [])


def test_a_slot_that_nobody_knows_is_asked_for_in_words() -> None:
    made = drafted(script("亲，{colour}有货。", slot_titles={"colour": "颜色"}))
    assert made.gaps == ["colour"]
    assert drafted(made.script, colour="蓝色").text == "亲，蓝色有货。"
    spec = slot_spec(SLOTS, made.script, "colour")
    assert (spec.kind, spec.title.zh, slot_spec(SLOTS, script(""), "size").title.zh) == (SlotKind.WORDS, "颜色", "size")


def test_a_slot_with_own_choices_offers_them_and_a_known_one_stays_what_it_is() -> None:
    made = script("{colour}{tracking_no}", slot_choices={"colour": ("红", "蓝"), "tracking_no": ("1",)})
    assert slot_spec(SLOTS, made, "colour").kind is SlotKind.CHOICE
    assert slot_spec(SLOTS, made, "tracking_no").kind is SlotKind.NUMBER


def test_a_slot_counted_from_another_asks_for_that_one() -> None:
    made = script("{within_hours}小时左右有结果。")
    assert drafted(made).gaps == ["new_time"]
    assert drafted(made, new_time="2026-05-19T15:00").text == "3小时左右有结果。"


def test_wordings_are_counted_round_and_an_empty_script_says_nothing() -> None:
    made = script("一。", "二。", pictures=("a.png",))
    assert [(one.text, one.wording) for one in (drafted(made, 1), drafted(made, 2))] == [("二。", 1), ("一。", 0)]
    assert made.pictures == drafted(made).pictures
    empty = drafted(script())
    assert (empty.text, empty.is_complete, empty.findings) == ("", False, [])


def test_a_promise_without_a_follow_up_is_found() -> None:
    made = script("亲，2小时内回复您。")
    assert [one.rule for one in drafted(made).findings] == [Rule.UNTRACKED]
    assert drafted(made).promises == []


def test_a_promise_of_that_kind_is_kept_with_its_due_time() -> None:
    made = drafted(script("亲，2小时内回复您。", promise=ScriptPromise(PromiseKind.CALL_BACK, 2)))
    assert made.is_complete
    assert [(one.kind, one.text, one.due, one.follow_up.zh) for one in made.promises] == [
        (PromiseKind.CALL_BACK, "答复：答复", NOW + 2 * HOUR, "答复")
    ]


def test_a_promise_of_another_kind_does_not_cover_it() -> None:
    made = drafted(script("亲，2小时内给您退款。", promise=ScriptPromise(PromiseKind.CALL_BACK, 2)))
    assert [one.rule for one in made.findings] == [Rule.UNTRACKED]


@pytest.mark.parametrize(("has_order", "rules"), [(True, [Rule.CONTRADICTION]), (False, [])])
def test_only_an_order_in_hand_contradicts(has_order: bool, rules: list[Rule]) -> None:
    assert [one.rule for one in drafted(script("亲，您的订单还没发货。"), has_order=has_order).findings] == rules


def test_an_edited_text_is_checked_as_the_draft_was() -> None:
    made = drafted(script("亲，2小时内回复您。", promise=ScriptPromise(PromiseKind.CALL_BACK, 2)))
    assert findings_on(made, None, WORDS) == []
    assert findings_on(made, "亲，3小时内回复您。", WORDS) == []
    assert [one.rule for one in findings_on(made, "宝贝，2小时内给您退款。", WORDS)] == [Rule.UNTRACKED, Rule.WORDING]


def test_only_words_and_contacts_can_be_overruled() -> None:
    made = drafted(script("宝贝，2小时内给您退款。"))
    passed = [Overruled(Rule.WORDING, "宝贝", "商品名"), Overruled(Rule.UNTRACKED, made.findings[0].words, "算了")]
    assert [one.rule for one in findings_on(made, None, WORDS, passed)] == [Rule.UNTRACKED]
    assert len(findings_on(made, None, WORDS, [Overruled(Rule.WORDING, "别的")])) == 2


def test_the_agents_own_text_stands_in_place_of_the_words_and_asks_for_no_slot() -> None:
    made = drafted(script("{what}有货。"), own=OwnWords("亲，灰色有货。"))
    assert (made.text, made.gaps, made.is_edited, made.is_complete) == ("亲，灰色有货。", [], True, True)


def test_a_promise_in_own_words_is_kept_as_long_as_they_stand_there() -> None:
    told = Tracked(PromiseKind.REFUND, "2小时内给您退款", NOW + 2 * HOUR)
    made = drafted(script("好。"), own=OwnWords("亲，2小时内给您退款。", tracked=(told,)))
    assert (made.promises, made.findings) == ([told.promise], [])
    assert drafted(script("好。"), own=OwnWords("亲，好的。", tracked=(told,))).promises == []
    late = drafted(
        script("好。"), own=OwnWords("亲，2小时内给您退款。", tracked=(Tracked(told.kind, told.words, NOW + 9 * HOUR),))
    )
    assert [one.rule for one in late.findings] == [Rule.CONTRADICTION]


def test_what_was_let_pass_is_told() -> None:
    passed = Overruled(Rule.WORDING, "宝贝", "商品名")
    made = drafted(script("好。"), own=OwnWords("宝贝计划", overruled=(passed, Overruled(Rule.WORDING, "别的"))))
    assert (made.findings, made.overruled) == ([], [passed])
