"""What an agent makes of a reply: an edited text, findings overruled, promises kept track of."""

import pytest

from deskhelper.core.case import CaseState, answered, redone, sent, slot_changed, slot_set, text_changed, undone
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import PromiseKind
from deskhelper.core.moments import HOUR
from deskhelper.core.outgoing import Against, Finding, Rule, check
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.own_words import (
    OwnWords,
    Tracked,
    due_told,
    kind_promised,
    overruling,
    safer_words,
    tracking,
    with_safer,
)
from deskhelper.core.particles import Particles
from deskhelper.core.pieces import Pieces
from deskhelper.core.reply import Draft, draft
from deskhelper.core.text import Part
from deskhelper.core.wizard import replay
from tests.core.make import MOMENT, NOW, ZONE, at, flow_of, library_of, plain_flow, plain_library, situation
from tests.core.test_case import case

LIBRARY = library_of(plain_library())
FLOW = flow_of(plain_flow())
AGREE = {"wants": "ship", "has_left": "no"}
FILLED = {"new_time": "2026-05-19 18:00", "reason": "盘点", "coupon": "5"}
MINE = "亲，因为盘点，今天18点前发货，另外送您5元券。"
TRACKED = Tracked(PromiseKind.CALL_BACK, "明天给您回复", NOW + 20 * HOUR)


def made(own: OwnWords, given: dict[str, str] | None = None, **others: Pieces) -> Draft:
    against = situation()
    walk = replay(FLOW, against.facts, AGREE, ZONE)
    return draft(LIBRARY, FLOW, walk, against, FILLED if given is None else given, own=own, **others)


def findings(text: str) -> list[Finding]:
    return check(text, LIBRARY.words, Against(MOMENT))


def test_an_edited_text_leaves_in_place_of_the_scripts_words_with_the_same_promises() -> None:
    reply = made(OwnWords(MINE))
    assert (reply.text, reply.is_edited, reply.is_complete) == (MINE, True, True)
    assert reply.parts == [Part(MINE)]
    assert reply.promises == made(OwnWords()).promises


def test_an_edited_text_goes_through_the_whole_check() -> None:
    assert [one.rule for one in made(OwnWords(MINE + "加微信")).findings] == [Rule.OFF_PLATFORM]
    assert [one.rule for one in made(OwnWords("亲，已经发货了")).findings] == [Rule.CONTRADICTION]
    assert [one.rule for one in made(OwnWords("亲，明天给您答复。")).findings] == []
    assert Rule.GAP in [one.rule for one in made(OwnWords("亲，XX前发货")).findings]


@pytest.mark.parametrize(
    ("words", "rules"),
    [
        ("今天18点前给您发货", []),
        ("6小时内给您发货", []),
        ("今天给您发货", []),
        ("今天15点前给您发货", [Rule.CONTRADICTION]),
        ("明天10点前给您发货", [Rule.CONTRADICTION]),
        ("30分钟内给您退款", [Rule.UNTRACKED]),
    ],
)
def test_the_time_that_is_told_is_the_time_that_is_kept(words: str, rules: list[Rule]) -> None:
    reply = made(OwnWords(f"亲，{words}。"))
    assert [one.rule for one in reply.findings] == rules
    if rules == [Rule.CONTRADICTION]:
        assert reply.findings[0].words in words


def test_slots_of_the_text_alone_are_not_asked_for_once_it_is_edited() -> None:
    reply = made(OwnWords(MINE), {"new_time": "2026-05-19 18:00"})
    assert reply.gaps == ["coupon"], "the promise of a coupon needs its amount"


def test_an_outcome_with_nothing_to_say_takes_no_edit() -> None:
    plain = plain_flow()
    plain["outcomes"]["AGREE"].pop("reply")
    flow = flow_of(plain)
    against = situation()
    reply = draft(
        LIBRARY, flow, replay(flow, against.facts, AGREE, ZONE), against, FILLED, own=OwnWords("写了"),
        pieces=Pieces((Part("您好"),)),
    )  # fmt: skip
    assert (reply.parts, reply.is_edited) == ([], False)


def test_what_was_overruled_passes_and_is_told_where_it_hit() -> None:
    passed = Overruled(Rule.OFF_PLATFORM, "微信", "说的是商品名")
    other = Overruled(Rule.WORDING, "宝贝", "书名")
    reply = made(OwnWords(MINE + "微信公仔", (passed, other)))
    assert (reply.findings, reply.overruled) == ([], [passed])


def test_a_binding_rule_is_never_overruled() -> None:
    text = "亲，已经发货了"
    (finding,) = made(OwnWords(text)).findings
    reply = made(OwnWords(text, (Overruled(finding.rule, finding.words, "真的"),)))
    assert (reply.findings, reply.overruled) == ([finding], [])


def test_a_promise_that_is_kept_track_of_is_one_of_the_copy() -> None:
    left = {"wants": "ship", "has_left": "yes"}
    against = situation()
    walk = replay(FLOW, against.facts, left, ZONE)
    given = {"courier": "中通快递", "number": "773000000000123"}
    text = "亲，单号补好了，明天给您回复。"
    bare = draft(LIBRARY, FLOW, walk, against, given, own=OwnWords(text))
    assert [one.rule for one in bare.findings] == [Rule.UNTRACKED]
    kept = draft(LIBRARY, FLOW, walk, against, given, own=OwnWords(text, (), (TRACKED,)))
    assert kept.findings == []
    assert [(one.kind, one.text, one.due) for one in kept.promises] == [
        (PromiseKind.CALL_BACK, "明天给您回复", NOW + 20 * HOUR)
    ]
    gone = draft(LIBRARY, FLOW, walk, against, given, own=OwnWords("亲，单号补好了。", (), (TRACKED,)))
    assert gone.promises == [], "what is not said any more is not promised"


def test_the_particles_an_agent_likes_are_in_the_reply() -> None:
    plain = plain_library()
    plain["scripts"]["agree"]["wordings"] = ["{reason}，{new_time}前寄出，{coupon}元券，都记下了。"]
    against = situation()
    walk = replay(FLOW, against.facts, AGREE, ZONE)
    liked = type(against)(against.facts, against.terms, against.moment, "", Particles.LOT)
    assert draft(library_of(plain), FLOW, walk, liked, FILLED).text.endswith("都记下啦。")


def test_greeting_and_sign_off_stand_around_the_answer_but_not_around_an_edit() -> None:
    pieces = Pieces((Part("您好呀！"),), (Part("祝您愉快。"),))
    text = made(OwnWords(), pieces=pieces).text
    assert text.startswith("您好呀！因为盘点")
    assert text.endswith("元券。祝您愉快。")
    assert made(OwnWords(MINE), pieces=pieces).text == MINE


def test_safer_words_come_from_the_word_list() -> None:
    (finding,) = findings("这件宝贝很好")
    assert safer_words(finding) == "商品"
    assert with_safer("这件宝贝很好", finding) == "这件商品很好"
    (other,) = findings("加微信")
    assert safer_words(other) == ""


@pytest.mark.parametrize(
    ("text", "kind", "due"),
    [
        ("明天10点前给您回复。", PromiseKind.CALL_BACK, at("2026-05-20 10:00")),
        ("2小时内给您发货。", PromiseKind.SHIP, NOW + 2 * HOUR),
        ("马上给您退款。", PromiseKind.REFUND, NOW + 24 * HOUR),
    ],
)
def test_a_promise_in_words_has_a_kind_and_a_due_time(text: str, kind: PromiseKind, due: int) -> None:
    (finding,) = findings(text)
    assert kind_promised(finding) is kind
    assert due_told(finding, LIBRARY.words, MOMENT) == due


def test_other_findings_promise_nothing() -> None:
    (finding,) = findings("加微信")
    assert kind_promised(finding) is None


def test_an_edit_is_one_change_however_long_it_took() -> None:
    made = text_changed(text_changed(case(), "亲", 1), "亲，好", 2)
    assert made.state.edited == "亲，好"
    assert undone(made, 3).state == CaseState()
    assert redone(undone(made, 3), 4).state.edited == "亲，好"
    assert text_changed(made, "亲，好", 5) is made
    back = text_changed(made, " ", 5)
    assert back.state == CaseState()
    assert undone(back, 6).state.edited == "亲，好"


def test_editing_after_another_change_is_a_change_of_its_own() -> None:
    from deskhelper.core.case import changed, ticked

    made = text_changed(case(), "亲", 1)
    made = changed(made, ticked(made.state, "发货", True), 2)
    made = text_changed(made, "亲，好", 3)
    assert undone(made, 4).state.edited == "亲"


def test_another_answer_or_another_input_lets_the_edit_fall() -> None:
    state = CaseState(slots={"reason": "盘点"}, edited="亲", tracked=(TRACKED,))
    assert answered(state, "wants", "ship").own == OwnWords()
    assert slot_set(state, "reason", "停电").own == OwnWords()
    assert slot_set(state, "reason", "盘点 ") is state, "the same input is no change"


def test_undo_brings_back_an_edit_that_fell_with_a_slot() -> None:
    made = text_changed(slot_changed(case(), "reason", "盘点", 1), "亲", 2)
    made = slot_changed(made, "reason", "停电", 3)
    assert (made.state.edited, made.state.slots) == ("", {"reason": "停电"})
    assert undone(made, 4).state == CaseState(slots={"reason": "盘点"}, edited="亲")


def test_after_a_copy_the_next_reply_is_in_other_words() -> None:
    passed = Overruled(Rule.OFF_PLATFORM, "微信", "商品名")
    state = CaseState(answers={"wants": "ship"}, wording=1, edited="亲", overruled=(passed,), tracked=(TRACKED,))
    assert sent(state) == CaseState(answers={"wants": "ship"})


def test_a_false_hit_passes_with_a_reason_and_a_rule_that_binds_does_not() -> None:
    (hit,) = findings("加微信")
    assert overruling(hit, " 赠品 的名字 ") == Overruled(hit.rule, hit.words, "赠品 的名字")
    for finding, reason, code in ((hit, "", "overrule_reason"), (findings("亲，XX发货")[0], "对", "overrule_binding")):
        with pytest.raises(WorldError) as refused:
            overruling(finding, reason)
        assert refused.value.problem.code == code


def test_a_promise_is_kept_track_of_with_a_time_to_come_and_other_findings_are_none() -> None:
    (promise,) = findings("亲，明天给您答复。")
    assert tracking(promise, NOW + HOUR, NOW) == (Tracked(PromiseKind.CALL_BACK, promise.words, NOW + HOUR),)
    with pytest.raises(WorldError):
        tracking(promise, NOW, NOW)
    (other,) = findings("加微信")
    assert tracking(other, NOW + HOUR, NOW) == ()
    assert due_told(other, LIBRARY.words, MOMENT) is None
