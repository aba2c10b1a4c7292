"""Random orders, clocks and answers are driven through every flow: what must hold whatever people and parcels do."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deskhelper.content.library import load_library
from deskhelper.core.case import Case, CaseState, answered, changed, handed_over, redone, slot_set, undone
from deskhelper.core.facts import Moment, facts_of
from deskhelper.core.flow import Flow
from deskhelper.core.known import Known
from deskhelper.core.marks import CustomStage, OrderMarks, Presale
from deskhelper.core.moments import DAY, HOUR, parse_iso, zone
from deskhelper.core.order import AfterSale, Order, Status
from deskhelper.core.reply import Situation, draft
from deskhelper.core.terms import ShopTerms
from deskhelper.core.trace import Scan, Trace, TraceEvent
from deskhelper.core.wizard import Walk, replay
from deskhelper.paths import RESOURCES

LIBRARY = load_library(RESOURCES)
ZONE = zone()
GROUPED = parse_iso("2026-05-18 09:12", ZONE)
FLOWS = pytest.mark.parametrize("flow", LIBRARY.flows.values(), ids=LIBRARY.flows)

times = st.none() | st.integers(GROUPED - 2 * DAY, GROUPED + 40 * DAY)
orders = st.builds(
    Order,
    platform=st.just("pdd"),
    shop=st.just("测试店"),
    order_no=st.just("260518-111111111110001"),
    status=st.sampled_from(Status),
    status_text=st.sampled_from(["待发货", "已发货", "已签收", ""]),
    after_sale=st.sampled_from(AfterSale),
    product=st.sampled_from(["", "纯棉四件套"]),
    quantity=st.integers(1, 5),
    paid_fen=st.none() | st.integers(0, 500_00),
    grouped_at=times,
    promised_ship_by=times,
    shipped_at=times,
    received_at=times,
    courier=st.sampled_from(["", "中通快递"]),
    tracking_no=st.sampled_from(["", "773000000000123"]),
    province=st.sampled_from(["", "浙江省", "西藏自治区"]),
)
events = st.builds(
    TraceEvent,
    at=st.integers(GROUPED, GROUPED + 20 * DAY),
    words=st.just("已到达网点"),
    scan=st.sampled_from(Scan),
    waits=st.booleans(),
)
traces = st.builds(
    Trace,
    looked_at=st.integers(GROUPED, GROUPED + 30 * DAY),
    events=st.lists(events, max_size=5).map(lambda made: tuple(sorted(made, key=lambda event: event.at))),
)
marks = st.builds(
    OrderMarks,
    is_custom=st.none() | st.booleans(),
    stages=st.dictionaries(st.sampled_from(CustomStage), st.integers(GROUPED, GROUPED + 9 * DAY), max_size=3),
    presale=st.none() | st.builds(Presale, until=times, days=st.none() | st.integers(1, 30)),
    no_presale=st.booleans(),
    platform_notice_at=times,
)
situations = st.builds(
    lambda order, trace, mark, owed, now: Situation(
        facts_of(
            order, ShopTerms(promise_hours=48), Moment(now, ZONE), Known(trace, mark, owed, policy=LIBRARY.policy)
        ),
        ShopTerms(promise_hours=48),
        Moment(now, ZONE),
        order.order_no,
    ),
    orders,
    st.none() | traces,
    marks,
    st.none() | st.integers(0, 5000),
    st.integers(GROUPED, GROUPED + 45 * DAY),
)


def given_answers(data: st.DataObject, flow: Flow) -> dict[str, str]:
    """Return an answer to some of the questions, on the way or not."""
    return {
        name: data.draw(st.sampled_from(sorted(question.options)), label=name)
        for name, question in flow.questions.items()
        if data.draw(st.booleans(), label=f"{name}?")
    }


def walked(flow: Flow, situation: Situation, state: CaseState) -> Walk:
    return replay(flow, situation.facts, state.answers, ZONE, state.revisit)


def new_case(flow: Flow) -> Case:
    return Case(id="c", platform="pdd", order_no="1", flow=flow.id, flow_version=1, opened_at=0, changed_at=0)


@FLOWS
@settings(max_examples=40)
@given(data=st.data(), situation=situations)
def test_there_is_always_one_outcome_or_one_open_question(
    flow: Flow, data: st.DataObject, situation: Situation
) -> None:
    state = CaseState(answers=given_answers(data, flow))
    walk = walked(flow, situation, state)
    assert (walk.question is None) is not (walk.outcome is None)
    assert len({step.question for step in walk.steps}) == len(walk.steps)
    if walk.outcome is None:
        assert walk.suggested is None or walk.suggested in flow.questions[walk.question or ""].options
        return
    drawn = draft(LIBRARY, flow, walk, situation, {}, take_suggestions=True)
    assert drawn.is_complete is (bool(drawn.parts) and not drawn.gaps and not drawn.findings)
    if drawn.is_complete:
        assert "＿" not in drawn.text
        assert "{" not in drawn.text
        assert all(promise.due >= situation.moment.now - HOUR for promise in drawn.promises)
    for way in drawn.hands_over:
        target = LIBRARY.flows[way.to]
        along = handed_over(state, walk.answers, way, target)
        assert walked(target, situation, along).steps is not None


@FLOWS
@settings(max_examples=40)
@given(data=st.data(), situation=situations)
def test_back_and_forward_give_the_same_state(flow: Flow, data: st.DataObject, situation: Situation) -> None:
    state = CaseState(answers=given_answers(data, flow))
    walk = walked(flow, situation, state)
    for step in walk.steps:
        looking = replace(state, revisit=step.question)
        again = walked(flow, situation, looking)
        assert again.question == step.question
        assert again.steps == walk.steps[: len(again.steps)]
        assert again.kept == step.answer
        assert walked(flow, situation, replace(looking, revisit=None)) == walk
        assert walked(flow, situation, answered(looking, step.question, step.answer)).outcome == walk.outcome


@FLOWS
@settings(max_examples=40)
@given(data=st.data(), situation=situations)
def test_an_overrule_is_kept_and_can_be_undone_and_made_again(
    flow: Flow, data: st.DataObject, situation: Situation
) -> None:
    case = changed(new_case(flow), CaseState(answers=given_answers(data, flow)), 1)
    before = walked(flow, situation, case.state)
    by_order = [step for step in before.steps if step.by == "order"]
    if not by_order:
        return
    step = data.draw(st.sampled_from(by_order), label="step")
    others = sorted(set(flow.questions[step.question].options) - {step.answer})
    if not others:
        return
    other = data.draw(st.sampled_from(others), label="other")
    overruled = changed(case, answered(case.state, step.question, other), 2)
    after = walked(flow, situation, overruled.state)
    changed_step = next(one for one in after.steps if one.question == step.question)
    assert (changed_step.answer, changed_step.by, changed_step.overruled) == (other, "agent", step.answer)
    back = undone(overruled, 3)
    assert walked(flow, situation, back.state) == before
    assert walked(flow, situation, redone(back, 4).state) == after


@FLOWS
@settings(max_examples=40)
@given(data=st.data(), situation=situations)
def test_undo_leads_back_through_every_change(flow: Flow, data: st.DataObject, situation: Situation) -> None:
    case = new_case(flow)
    seen: list[Any] = [walked(flow, situation, case.state)]
    for now in range(1, 6):
        walk = walked(flow, situation, case.state)
        if walk.question is None:
            case = changed(case, slot_set(case.state, "reason", f"仓库盘点{now}"), now)
        else:
            option = data.draw(st.sampled_from(sorted(flow.questions[walk.question].options)))
            case = changed(case, answered(case.state, walk.question, option), now)
        seen.append(walked(flow, situation, case.state))
    for walk in reversed(seen[:-1]):
        case = undone(case, 9)
        assert walked(flow, situation, case.state) == walk
    for walk in seen[1:]:
        case = redone(case, 9)
        assert walked(flow, situation, case.state) == walk
