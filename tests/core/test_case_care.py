"""How a case stands: by its walk, replies, promises and clocks, and by what agents set over it (D-AFTER-10)."""

from typing import Any

import msgspec
import pytest

from deskhelper.core.case_care import (
    CaseCare,
    CaseSeen,
    CaseStanding,
    Deadline,
    OpenPromise,
    Stage,
    is_complaint_of,
    standing_of,
)
from deskhelper.core.flow import Flow, PromiseKind
from deskhelper.core.moments import DAY, HOUR

OPENED = 1_000_000
FLOW = msgspec.convert(
    {
        "id": "platform_case", "version": 1, "source": "D-AFTER-8", "title": {"zh": "平台介入", "en": "Platform case"},
        "summary": {"zh": "", "en": ""}, "start": "first",
        "questions": {
            "first": {
                "ask": {"zh": "介入了吗？", "en": "Is it in?"}, "short": {"zh": "介入", "en": "In"},
                "options": {"yes": {"label": {"zh": "是", "en": "Yes"}, "next": "D-AFTER-8.3"}},
            }
        },
        "outcomes": {
            name: {
                "title": {"zh": name, "en": name}, "sources": [name],
                "todo": [{"zh": "先做", "en": "Do first"}, {"zh": "再做", "en": "Do next"}],
                "claims": ["alive", "not_refunded", "not_left"] if name in ("D-LATE-4", "D-Y") else [],
            }
            for name in ("D-AFTER-8.2", "D-AFTER-8.3", "D-LATE-4", "D-X", "D-Y")
        },
    },
    Flow,
)  # fmt: skip
SHIP = OpenPromise(PromiseKind.SHIP, "今天18点前寄出", OPENED + 5 * HOUR)


def seen(**changes: Any) -> CaseSeen:
    return CaseSeen(**{"flow": "urge_shipment", "opened_at": OPENED, "changed_at": OPENED + HOUR, **changes})


def stands(care: CaseCare | None = None, flow: Flow | None = FLOW, **changes: Any) -> CaseStanding:
    return standing_of(seen(**changes), care or CaseCare(), flow, 48)


@pytest.mark.parametrize(
    ("changes", "stage"),
    [
        ({}, Stage.NEW),
        ({"question": "first"}, Stage.NEW),
        ({"outcome": "D-X"}, Stage.NEW),
        ({"has_reply": True}, Stage.BUYER),
        ({"outcome": "D-X", "has_reply": True, "promise": SHIP}, Stage.BUYER),
        ({"outcome": "D-X", "has_reply": True, "promise": SHIP, "goods_promised": True}, Stage.WAREHOUSE),
        ({"has_reply": True, "goods_promised": True}, Stage.WAREHOUSE),
        ({"outcome": "D-X", "has_reply": True, "goods_promised": True, "ticks": ("先做", "再做")}, Stage.BUYER),
        ({"outcome": "D-LATE-4"}, Stage.WAREHOUSE),
        ({"outcome": "D-LATE-4", "ticks": ("先做", "再做")}, Stage.NEW),
        ({"outcome": "D-AFTER-8.3", "has_reply": True}, Stage.PLATFORM),
        ({"answers": {"platform_verdict": "pending"}}, Stage.PLATFORM),
        ({"answers": {"platform_verdict": "won"}}, Stage.NEW),
        ({"closed_at": OPENED + HOUR, "has_reply": True}, Stage.DONE),
    ],
)
def test_whom_a_case_waits_for(changes: dict[str, Any], stage: Stage) -> None:
    assert stands(**changes).stage is stage


def test_what_was_set_by_hand_stands_over_what_the_case_tells() -> None:
    care = CaseCare(stage=Stage.PLATFORM, owner="小安", deadline_at=OPENED + 9, is_complaint=True, next_step="打电话")
    standing = stands(care, has_reply=True, last_agent="小暖", promise=SHIP)
    assert (standing.stage, standing.is_by_hand, standing.owner) == (Stage.PLATFORM, True, "小安")
    assert (standing.due_at, standing.due_by) == (OPENED + 9, Deadline.HAND)
    assert (standing.is_complaint, standing.next_step) == (True, "打电话")
    closed = stands(care, closed_at=OPENED + 1)
    assert (closed.stage, closed.is_by_hand, closed.due_at) == (Stage.DONE, False, None)
    assert stands(last_agent="小暖").owner == "小暖"


def test_what_comes_next_is_the_question_then_the_to_do_then_the_promise() -> None:
    assert stands(question="first", outcome="D-X", promise=SHIP).step.zh == "介入了吗？"
    assert stands(question="gone", outcome="D-X", promise=SHIP).step.zh == "先做"
    assert stands(outcome="D-X", ticks=("先做",), promise=SHIP).step.en == "Do next"
    assert stands(outcome="D-X", ticks=("先做", "再做"), promise=SHIP).step.zh == "今天18点前寄出"
    assert stands(outcome="D-X", ticks=("先做", "再做")).step.zh == ""
    assert stands(question="first", closed_at=OPENED).step.zh == ""
    assert stands(flow=None, question="first", outcome="D-X", promise=SHIP).step.zh == "今天18点前寄出"


def test_the_soonest_of_promise_and_clock_is_the_deadline() -> None:
    assert (stands().due_at, stands().due_by) == (None, None)
    assert stands(promise=SHIP).due_by is Deadline.PROMISE
    sooner = stands(promise=SHIP, due_at=OPENED + HOUR)
    assert (sooner.due_at, sooner.due_by) == (OPENED + HOUR, Deadline.FLOW)
    assert stands(promise=SHIP, due_at=OPENED + 9 * HOUR).due_by is Deadline.PROMISE


def test_a_complaint_always_has_a_deadline() -> None:
    opened = stands(CaseCare(is_complaint=True))
    assert (opened.due_at, opened.due_by) == (OPENED + 48 * HOUR, Deadline.COMPLAINT)
    marked = stands(CaseCare(is_complaint=True, complaint_at=OPENED + HOUR))
    assert marked.due_at == OPENED + 49 * HOUR
    told = stands(CaseCare(is_complaint=True), notice_at=OPENED - HOUR)
    assert (told.due_at, told.due_by) == (OPENED + 47 * HOUR, Deadline.EVIDENCE)
    kept = stands(CaseCare(is_complaint=True), notice_at=OPENED - HOUR, promise=SHIP)
    assert kept.due_by is Deadline.PROMISE


def test_once_the_evidence_is_in_the_verdict_is_looked_for_once_a_day() -> None:
    case = seen(flow="platform_case", outcome="D-AFTER-8.4", notice_at=OPENED - 90 * HOUR)
    waiting = standing_of(case, CaseCare(), FLOW, 48)
    assert (waiting.due_at, waiting.due_by) == (OPENED + HOUR + DAY, Deadline.LOOK)


def test_the_clock_for_evidence_is_that_of_complaints_alone() -> None:
    assert stands(notice_at=OPENED).due_at is None


@pytest.mark.parametrize(
    ("changes", "is_complaint"),
    [
        ({}, False),
        ({"flow": "urge_shipment", "notice_at": OPENED}, False),
        ({"notice_at": OPENED}, True),
        ({"outcome": "D-AFTER-8.1", "notice_at": OPENED}, False),
        ({"outcome": "D-AFTER-8.3"}, True),
        ({"answers": {"platform_in": "yes"}}, True),
        ({"answers": {"platform_in": "no"}}, False),
        ({"answers": {"platform_verdict": "lost"}}, True),
    ],
)
def test_a_case_is_a_complaint_once_the_platform_is_in(changes: dict[str, Any], is_complaint: bool) -> None:
    assert is_complaint_of(seen(**{"flow": "platform_case", **changes})) is is_complaint
    other = CaseCare(is_complaint=not is_complaint)
    assert standing_of(seen(**{"flow": "platform_case", **changes}), other, None, 48).is_complaint is not is_complaint


@pytest.mark.parametrize(
    ("changes", "step"),
    [
        ({}, "先做"),
        ({"has_left": True}, "已经发货，告诉买家后结案"),
        ({"has_left": True, "is_refunded": True}, "已经退款，核对后结案"),
        ({"is_refunded": True, "is_cancelled": True}, "订单已取消，核对后结案"),
    ],
)
def test_nobody_is_told_to_ship_what_the_order_rules_out(changes: dict[str, Any], step: str) -> None:
    assert stands(outcome="D-Y", **changes).step.zh == step
    assert stands(outcome="D-X", **changes).step.zh == "先做", "an outcome that takes nothing for granted stands"
    assert stands(outcome="D-LATE-4", **changes).stage is (Stage.NEW if changes else Stage.WAREHOUSE)
