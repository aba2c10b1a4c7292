"""Who cares for a case: whom it waits for, its owner, its deadline, whether it is a complaint, what comes next.

What the case itself tells is derived; what agents set by hand stands over it (D-AFTER-10).
"""

from collections.abc import Collection, Mapping
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.flow import Claim, Flow, Outcome, PromiseKind
from deskhelper.core.moments import DAY, HOUR, Instant
from deskhelper.core.text import Text


class Stage(StrEnum):
    """Whom a case waits for. NEW: for the shop itself, nobody has answered yet."""

    NEW = "new"
    BUYER = "buyer"
    WAREHOUSE = "warehouse"
    PLATFORM = "platform"
    DONE = "done"


STAGES = tuple(Stage)

WAREHOUSE_PROMISES = frozenset({PromiseKind.SHIP, PromiseKind.RESEND, PromiseKind.EXCHANGE})
"""Promises that the warehouse keeps."""

WAREHOUSE_OUTCOMES = frozenset({"D-LATE-4", "D-PRO-2"})
"""Outcomes that tell the buyer nothing: what is to be done is to print and to ship."""

PLATFORM_OUTCOMES = frozenset(
    {
        *("D-AFTER-8.3", "D-AFTER-8.4", "D-AFTER-8.5", "D-AFTER-8.7", "D-AFTER-8.8"),
        *("D-ABUSE-2.3", "D-EMPTY-4.2", "D-LATE-5.2", "D-LATE-6.3", "D-LATE-6.4"),
    }
)
"""Outcomes after which the platform has the word: a verdict, an appeal, a review."""

EVIDENCE_IN = frozenset(f"D-AFTER-8.{number}" for number in range(4, 11))
"""Where the platform's clock for evidence counts no more: handed in, too late, or decided."""

COMPLAINT_FLOW = "platform_case"
NOT_YET_IN = "D-AFTER-8.1"
"""The buyer only threatens to call the platform in."""


class CaseCare(Struct, frozen=True):
    """What agents set on a case by hand; None and empty: nothing, so the case itself tells.

    `complaint_at` is when it was marked as a complaint. Times are instants.
    """

    stage: Stage | None = None
    owner: str = ""
    deadline_at: Instant | None = None
    is_complaint: bool | None = None
    complaint_at: Instant | None = None
    next_step: str = ""


class OpenPromise(Struct, frozen=True):
    """An open promise of a case: what kind, its words, when it falls due (an instant)."""

    kind: PromiseKind
    text: str
    due_at: Instant


class CaseSeen(Struct, frozen=True, kw_only=True):
    """What is stored of a case that tells how it stands.

    `question` is the one that was open when the case was left, `due_at` the soonest clock of its flow then.
    `notice_at` is when the platform gave notice on its order. `promise` is the open one that is due first,
    `goods_promised` whether the warehouse has one to keep; `last_agent` copied the last reply, empty where there is
    none. `has_left`, `is_refunded` and `is_cancelled` are what the order has become since. Times are instants.
    """

    flow: str
    opened_at: Instant
    changed_at: Instant
    answers: Mapping[str, str] = {}
    ticks: Collection[str] = ()
    outcome: str | None = None
    question: str | None = None
    due_at: Instant | None = None
    closed_at: Instant | None = None
    has_reply: bool = False
    last_agent: str = ""
    promise: OpenPromise | None = None
    goods_promised: bool = False
    notice_at: Instant | None = None
    has_left: bool = False
    is_refunded: bool = False
    is_cancelled: bool = False


class Deadline(StrEnum):
    """Where a deadline comes from. LOOK: once a day, while the platform decides."""

    HAND = "hand"
    PROMISE = "promise"
    FLOW = "flow"
    EVIDENCE = "evidence"
    COMPLAINT = "complaint"
    LOOK = "look"


class CaseStanding(Struct, frozen=True):
    """How a case stands. `due_by` tells where `due_at` (an instant) comes from; both None: it has no deadline.

    `is_by_hand`: the stage was set by hand. `next_step` is what the agent wrote, empty where the case tells it by
    `step`: the open question's or the to-do's words, or a promise's.
    """

    stage: Stage
    is_by_hand: bool
    owner: str
    is_complaint: bool
    due_at: Instant | None
    due_by: Deadline | None
    next_step: str
    step: Text


NO_WORDS = Text(zh="", en="")
CANCELLED = Text(zh="订单已取消，核对后结案", en="The order was cancelled: check, then close")
REFUNDED = Text(zh="已经退款，核对后结案", en="Refunded: check, then close")
HAS_LEFT = Text(zh="已经发货，告诉买家后结案", en="It has left: tell the buyer, then close")


def standing_of(seen: CaseSeen, care: CaseCare, flow: Flow | None, answer_hours: float) -> CaseStanding:
    """Return how a case stands; `answer_hours` are the platform's for an answer to it (evidence.hours in force).

    `flow` is None where the flow is gone: then only what is stored tells.
    """
    is_complaint = is_complaint_of(seen) if care.is_complaint is None else care.is_complaint
    due_at, due_by = _deadline(seen, care, is_complaint, answer_hours)
    stage = Stage.DONE if seen.closed_at is not None else care.stage or stage_of(seen, flow)
    return CaseStanding(
        stage=stage,
        is_by_hand=care.stage is not None and seen.closed_at is None,
        owner=care.owner or seen.last_agent,
        is_complaint=is_complaint,
        due_at=due_at,
        due_by=due_by,
        next_step=care.next_step,
        step=step_of(seen, flow),
    )


def stage_of(seen: CaseSeen, flow: Flow | None) -> Stage:
    """Return whom an open case waits for, by its walk, replies and promises."""
    outcome = flow.outcomes.get(seen.outcome or "") if flow else None
    if seen.outcome in PLATFORM_OUTCOMES or (
        seen.outcome is None and seen.answers.get("platform_verdict") == "pending"
    ):
        return Stage.PLATFORM
    is_left = outcome is None or (_open_todo(seen, flow) is not None and _overtaken(seen, outcome) is None)
    if seen.outcome in WAREHOUSE_OUTCOMES and is_left:
        return Stage.WAREHOUSE
    if not seen.has_reply:
        return Stage.NEW
    if is_left and seen.goods_promised:
        return Stage.WAREHOUSE
    return Stage.BUYER


def is_complaint_of(seen: CaseSeen) -> bool:
    """Whether a case is a complaint by itself: the platform has stepped in (D-AFTER-8)."""
    if seen.flow != COMPLAINT_FLOW or seen.outcome == NOT_YET_IN:
        return False
    has_come = seen.answers.get("platform_in") == "yes" or "platform_verdict" in seen.answers
    return has_come or seen.outcome is not None or seen.notice_at is not None


def step_of(seen: CaseSeen, flow: Flow | None) -> Text:
    """Return what comes next: the open question, else the first to-do not ticked, else the promise to keep.

    Where the order has become what the outcome rules out, that is told in place of to-dos: nobody ships what was
    cancelled.
    """
    if seen.closed_at is not None:
        return NO_WORDS
    if flow is not None and seen.question in flow.questions:
        return flow.questions[seen.question or ""].ask
    outcome = flow.outcomes.get(seen.outcome or "") if flow else None
    found = (outcome and _overtaken(seen, outcome)) or _open_todo(seen, flow)
    if found is not None:
        return found
    return Text(zh=seen.promise.text, en=seen.promise.text) if seen.promise else NO_WORDS


def _overtaken(seen: CaseSeen, outcome: Outcome) -> Text | None:
    """Return what has become of the order where the outcome took the contrary for granted."""
    if seen.is_cancelled and Claim.ALIVE in outcome.claims:
        return CANCELLED
    if seen.is_refunded and Claim.NOT_REFUNDED in outcome.claims:
        return REFUNDED
    return HAS_LEFT if seen.has_left and Claim.NOT_LEFT in outcome.claims else None


def _open_todo(seen: CaseSeen, flow: Flow | None) -> Text | None:
    outcome = flow.outcomes.get(seen.outcome or "") if flow else None
    return next((todo for todo in outcome.todo if todo.zh not in seen.ticks), None) if outcome else None


def _deadline(
    seen: CaseSeen, care: CaseCare, is_complaint: bool, answer_hours: float
) -> tuple[Instant, Deadline] | tuple[None, None]:
    """Return the soonest deadline of an open case: by hand, else of promises and clocks, else a complaint's limit."""
    if seen.closed_at is not None:
        return None, None
    if care.deadline_at is not None:
        return care.deadline_at, Deadline.HAND
    found = [(seen.promise.due_at, Deadline.PROMISE)] if seen.promise else []
    if seen.due_at is not None:
        found.append((seen.due_at, Deadline.FLOW))
    limit = round(answer_hours * HOUR)
    is_argued = seen.outcome not in EVIDENCE_IN
    if is_complaint and is_argued and seen.notice_at is not None:
        found.append((seen.notice_at + limit, Deadline.EVIDENCE))
    if found:
        return min(found)
    if not is_complaint:
        return None, None
    if is_argued:
        return (care.complaint_at or seen.opened_at) + limit, Deadline.COMPLAINT
    return seen.changed_at + DAY, Deadline.LOOK
