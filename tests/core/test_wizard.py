import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.facts import FactValue
from deskhelper.core.order import AfterSale
from deskhelper.core.wizard import AGENT_CHOSE, Walk, replay
from tests.core.make import ZONE, facts, flow_of, plain_flow, text

FLOW = flow_of(plain_flow())
NUMBER = "773000000000123"


def walk(answers: dict[str, str] | None = None, revisit: str | None = None, **changes: Any) -> Walk:
    return replay(FLOW, facts(**changes), answers or {}, ZONE, revisit)


def way(made: Walk) -> list[tuple[str, str, str]]:
    return [(step.question, step.answer, step.by) for step in made.steps]


def test_an_unanswered_question_is_open_and_the_likely_option_is_suggested() -> None:
    made = walk()
    assert (made.question, made.outcome, made.suggested, made.kept) == ("wants", None, "ship", None)
    assert made.steps == ()


def test_without_a_likely_option_nothing_is_suggested() -> None:
    assert walk({"wants": "ship"}).suggested is None


def test_the_order_answers_what_it_can_and_gives_its_reason() -> None:
    made = walk({"wants": "ship"}, tracking_no=NUMBER)
    assert way(made) == [("wants", "ship", "agent"), ("has_left", "yes", "order")]
    assert made.outcome == "LEFT"
    assert made.steps[0].reason == AGENT_CHOSE
    assert made.steps[1].reason.zh == f"单号 {NUMBER}"


def test_the_agents_overrule_is_kept_with_what_the_order_said() -> None:
    made = walk({"wants": "ship", "has_left": "no"}, tracking_no=NUMBER)
    step = made.steps[1]
    assert (step.answer, step.by, step.overruled) == ("no", "agent", "yes")
    assert step.reason.zh == f"坐席改答；订单显示：单号 {NUMBER}"
    assert step.reason.en == f"the agent overruled the order: 单号 {NUMBER}"
    assert made.outcome == "AGREE"


def test_an_agent_who_says_the_same_as_the_order_overrules_nothing() -> None:
    step = walk({"wants": "ship", "has_left": "yes"}, tracking_no=NUMBER).steps[1]
    assert (step.by, step.overruled, step.reason.zh) == ("agent", None, f"单号 {NUMBER}")


def test_a_branch_is_chosen_by_an_earlier_answer() -> None:
    plain = plain_flow()
    plain["questions"]["wants"]["options"]["refund"]["next"] = "has_left"
    flow = flow_of(plain)
    assert replay(flow, facts(), {"wants": "refund", "has_left": "no"}, ZONE).outcome == "REFUND"
    assert replay(flow, facts(), {"wants": "ship", "has_left": "no"}, ZONE).outcome == "AGREE"


def test_back_looks_again_and_keeps_the_answers() -> None:
    answers = {"wants": "ship", "has_left": "no"}
    made = walk(answers, revisit="has_left")
    assert (made.question, made.kept, made.outcome) == ("has_left", "no", None)
    assert way(made) == [("wants", "ship", "agent")]
    assert walk(answers).outcome == "AGREE"


def test_a_question_that_the_order_answered_can_be_looked_at_again_and_its_answer_is_offered() -> None:
    made = walk({"wants": "ship"}, revisit="has_left", tracking_no=NUMBER)
    assert (made.question, made.suggested, made.kept) == ("has_left", "yes", "yes")


def test_looking_again_at_a_question_off_the_way_changes_nothing() -> None:
    assert walk({"wants": "refund"}, revisit="has_left") == walk({"wants": "refund"})


def test_an_answer_off_the_way_waits_until_the_way_comes_by() -> None:
    assert walk({"wants": "refund", "has_left": "no"}).outcome == "REFUND"
    assert walk({"wants": "ship", "has_left": "no"}).outcome == "AGREE"


def test_an_answer_on_something_reckoned_waits_for_the_agents_yes() -> None:
    plain = plain_flow()
    own = plain["questions"]["has_left"]["answers_itself"][0]
    own["when"] = {"fact": "promise_passed", "is": False}
    own["needs_yes"] = {"fact": "promise_is_derived", "is": True}
    flow = flow_of(plain)
    derived, filed = facts(promised_ship_by=None), facts()
    waiting = replay(flow, derived, {"wants": "ship"}, ZONE)
    assert [step.question for step in waiting.unconfirmed] == ["has_left"]
    assert replay(flow, derived, {"wants": "ship", "has_left": "yes"}, ZONE).unconfirmed == ()
    assert replay(flow, filed, {"wants": "ship"}, ZONE).unconfirmed == ()


def test_an_answer_that_is_no_option_is_an_error_of_ours() -> None:
    with pytest.raises(ValueError, match="wants: gift"):
        walk({"wants": "gift"})


def test_a_dead_end_is_an_error_of_ours() -> None:
    plain = plain_flow()
    plain["questions"]["wants"]["options"]["refund"]["next"] = [
        {"when": {"answer": "wants", "is": "ship"}, "go": "REFUND"}
    ]
    with pytest.raises(ValueError, match="no way on from refund"):
        replay(flow_of(plain), facts(), {"wants": "refund"}, ZONE)


def test_a_circle_is_an_error_of_ours_and_ends() -> None:
    plain = plain_flow()
    plain["questions"]["has_left"]["options"]["no"]["next"] = "wants"
    with pytest.raises(ValueError, match="comes by wants twice"):
        replay(flow_of(plain), facts(), {"wants": "ship", "has_left": "no"}, ZONE)


def test_the_answers_of_a_walk_are_those_of_order_and_agent() -> None:
    made = walk({"wants": "ship", "has_left": "no"}, after_sale=AfterSale.OPEN, after_sale_text="退款中")
    assert made.answers == {"wants": "ship", "has_left": "no"}
    assert made.steps[0].overruled == "refund"


@given(
    answers=st.dictionaries(st.sampled_from(["wants", "has_left"]), st.integers(0, 1)),
    revisit=st.sampled_from([None, "wants", "has_left", "other"]),
    given_facts=st.fixed_dictionaries(
        {"refund_open": st.sampled_from([True, False, None]), "has_left": st.sampled_from([True, None])}
    ),
)
def test_every_walk_ends_in_one_outcome_or_one_open_question(
    answers: dict[str, int], revisit: str | None, given_facts: dict[str, FactValue]
) -> None:
    chosen = {name: list(FLOW.questions[name].options)[at] for name, at in answers.items()}
    made = replay(FLOW, given_facts, chosen, ZONE, revisit)
    assert (made.outcome is None) != (made.question is None)
    assert made.outcome is None or made.outcome in FLOW.outcomes
    shuffled = dict(random.Random(0).sample(sorted(chosen.items()), len(chosen)))
    assert replay(FLOW, given_facts, shuffled, ZONE, revisit) == made


def test_the_words_of_a_reason_stand_in_the_flow_and_not_in_code() -> None:
    plain = plain_flow()
    plain["questions"]["has_left"]["answers_itself"][0]["reason"] = text("别的话")
    assert replay(flow_of(plain), facts(tracking_no=NUMBER), {"wants": "ship"}, ZONE).steps[1].reason.zh == "别的话"
