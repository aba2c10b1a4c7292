from typing import Any

import pytest

from deskhelper.core.filling import Situation
from deskhelper.core.order import AfterSale
from deskhelper.core.own_words import OwnWords
from deskhelper.core.reply import Draft, draft
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Text
from deskhelper.core.wizard import replay
from tests.core.make import NOW, ZONE, at, flow_of, library_of, plain_flow, plain_library, situation

LIBRARY = library_of(plain_library())
FLOW = flow_of(plain_flow())
AGREE = {"wants": "ship", "has_left": "no"}
LEFT = {"wants": "ship", "has_left": "yes"}
FILLED = {"new_time": "2026-05-19 18:00", "reason": "盘点", "coupon": "5"}


def made(
    answers: dict[str, str],
    given: dict[str, str] | None = None,
    wording: int = 0,
    take: bool = False,
    now: int = NOW,
    terms: ShopTerms | None = None,
    **changes: Any,
) -> Draft:
    against = situation(now, terms, **changes)
    walk = replay(FLOW, against.facts, answers, ZONE)
    return draft(LIBRARY, FLOW, walk, against, given or {}, wording, take)


def test_a_filled_reply_may_leave_with_its_promises_and_risks() -> None:
    reply = made(AGREE, FILLED)
    assert reply.text == "因为盘点，6小时内（今天（5月19日）18点前）寄出，送5元券。"
    assert (reply.gaps, reply.findings, reply.is_complete, reply.wordings) == ([], [], True, 2)
    assert [(one.kind.value, one.text, one.due, one.fen) for one in reply.promises] == [
        ("ship", "5月19日18点前发货", at("2026-05-19 18:00"), None),
        ("coupon", "送 5 元", at("2026-05-20 18:00"), 500),
    ]
    assert [(one.figure, one.is_settled) for one in reply.risks] == [("late", True), (None, True)]
    assert reply.risks[0].dated == Text(zh="2025-05-15 起 · B 级来源", en="since 2025-05-15 · source B")


def test_another_wording_states_the_same_with_the_same_slots() -> None:
    assert made(AGREE, FILLED, 1).text == "盘点，今天（5月19日）18点前也就是6小时内发货，送您5元券。"
    assert made(AGREE, FILLED, 2).text == made(AGREE, FILLED).text


def test_a_gap_is_asked_for_and_shown_and_makes_no_promise() -> None:
    reply = made(AGREE)
    assert reply.gaps == ["reason", "new_time", "coupon"]
    assert reply.text == "因为＿＿，＿＿小时内（＿＿前）寄出，送＿＿元券。"
    assert (reply.promises, reply.is_complete) == ([], False)


def test_a_refused_input_is_a_gap_with_its_problem() -> None:
    reply = made(AGREE, FILLED | {"new_time": "2026-05-20 10:00"})
    assert reply.gaps == ["new_time"]
    (slot,) = [slot for slot in reply.slots if slot.problem]
    assert slot.problem is not None
    assert slot.problem.code == "slot_past_promise"


def test_the_hours_are_counted_and_cannot_be_typed_in() -> None:
    assert "6小时内" in made(AGREE, FILLED | {"hours": "1"}).text


def test_the_agents_input_stands_above_the_order() -> None:
    number = {"tracking_no": "773000000000123", "courier": "中通快递"}
    assert made(LEFT, **number).text == "已由中通快递寄出，单号773000000000123。"
    assert "圆通速递" in made(LEFT, {"courier": "圆通速递"}, **number).text


def test_an_extra_is_added_while_its_condition_holds() -> None:
    reply = made(LEFT, tracking_no="773000000000123", courier="中通快递", after_sale=AfterSale.OPEN)
    assert reply.text.endswith("请撤销退款。")


def test_what_is_on_offer_counts_only_when_it_is_taken() -> None:
    terms = ShopTerms(reasons=("盘点",))
    offered = made(AGREE, {"coupon": "5"}, terms=terms)
    assert [slot.suggested for slot in offered.slots] == ["盘点", "2026-05-19T18:00:00+08:00", ""]
    assert not offered.is_complete
    taken = made(AGREE, {"coupon": "5"}, take=True, terms=terms)
    assert taken.is_complete
    assert [(slot.name, slot.by) for slot in taken.slots if slot.by == "suggested"] == [
        ("reason", "suggested"), ("new_time", "suggested"),
    ]  # fmt: skip


def test_a_figure_fills_its_slot_and_an_unsettled_one_is_shown_as_such_beside_the_reply() -> None:
    reply = made({"wants": "refund"}, {"minutes": "30"})
    assert reply.text == "30分钟内退款，24小时到账。"
    assert [(one.kind.value, one.due) for one in reply.promises] == [("refund", NOW + 1800), ("trace", NOW + 24 * 3600)]
    assert reply.risks[0].is_settled is False


def test_a_contradicted_or_forbidden_reply_may_not_leave() -> None:
    late = made(LEFT, {"courier": "中通快递", "number": "773000000000123"})
    assert late.is_complete
    assert [one.rule.value for one in made(AGREE, FILLED | {"reason": "加我微信聊"}).findings] == ["off_platform"]
    assert [one.rule.value for one in made(AGREE, FILLED | {"reason": "因为XX"}).findings] == ["gap"]
    plain = plain_flow()
    plain["outcomes"]["AGREE"]["claims"] = ["late"]
    against = situation()
    walk = replay(flow_of(plain), against.facts, AGREE, ZONE)
    reply = draft(LIBRARY, flow_of(plain), walk, against, FILLED)
    assert ([one.rule.value for one in reply.findings], reply.is_complete) == (["contradiction"], False)


def test_a_note_shows_while_its_condition_holds() -> None:
    assert made(LEFT).notes == []
    assert made(LEFT, received_at=NOW).notes == [Text(zh="已签收", en="已签收")]


def test_an_outcome_with_nothing_to_tell_has_nothing_to_copy() -> None:
    plain = plain_flow()
    del plain["outcomes"]["LEFT"]["reply"]
    against = situation()
    reply = draft(LIBRARY, flow_of(plain), replay(flow_of(plain), against.facts, LEFT, ZONE), against, {})
    assert (reply.parts, reply.text, reply.script, reply.wordings, reply.is_complete) == ([], "", None, 0, False)


def test_a_walk_that_has_not_ended_has_no_draft() -> None:
    with pytest.raises(KeyError):
        made({"wants": "ship"})


def test_a_reply_apologises_for_the_broken_promise_unless_the_agent_takes_the_words_out() -> None:
    against = situation()
    broken = {"broken_promise": True, "broken_promise_text": "5月18日18点前发货"}
    against = Situation({**against.facts, **broken}, against.terms, against.moment, against.order_no)
    walk = replay(FLOW, against.facts, AGREE, ZONE)
    reply = draft(LIBRARY, FLOW, walk, against, FILLED)
    assert reply.text.startswith("上次说好5月18日18点前发货，没做到。因为盘点")
    assert (reply.apologises, reply.findings) == (True, [])
    own = OwnWords("因为盘点，今天18点前寄出，送5元券。")
    assert not draft(LIBRARY, FLOW, walk, against, FILLED, own=own).apologises
    assert not made(AGREE, FILLED).apologises


def test_an_outcome_that_says_nothing_apologises_for_nothing() -> None:
    plain = plain_flow()
    plain["outcomes"]["AGREE"]["reply"] = None
    against = situation()
    facts = {**against.facts, "broken_promise": True, "broken_promise_text": "补发"}
    against = Situation(facts, against.terms, against.moment)
    walk = replay(flow_of(plain), against.facts, AGREE, ZONE)
    assert not draft(LIBRARY, flow_of(plain), walk, against, FILLED).apologises
