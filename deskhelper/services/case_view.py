"""A case as the desk shows it, what the gate says to its copy, and its way in words."""

from msgspec import Struct

from deskhelper.core.case import Case
from deskhelper.core.facts import Facts
from deskhelper.core.flow import Flow
from deskhelper.core.known import Known
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.reply import Draft
from deskhelper.core.wizard import Walk


class CaseView(Struct, frozen=True):
    """A case as the desk shows it. `draft` is None until an outcome is reached.

    `is_stored` is false for a case that was only looked at; the first input stores it. `known` is what was read beside
    the order with it: what the agent puts in is held against that, until the case is read anew.
    """

    case: Case
    order: Order
    flow: Flow
    facts: Facts
    walk: Walk
    draft: Draft | None
    known: Known
    is_stored: bool = True

    @property
    def is_other_version(self) -> bool:
        """Whether the flow has changed since the case was opened; the words asked then are kept with the case."""
        return self.case.flow_version != self.flow.version


class Copying(Struct, frozen=True):
    """What the gate says to a copy: the text that may leave, else the first gap or finding to go to."""

    text: str | None
    gap: str | None = None
    finding: Finding | None = None
    question: str | None = None


def soonest_clock(view: CaseView) -> Instant | None:
    """Return the soonest clock that runs against the shop in a case; None where none does.

    The time to ship is not among them: the order itself tells it, and whether it was kept.
    """
    deadlines = view.draft.deadlines if view.draft else []
    ship_by = view.facts.get("promise_at")
    return min((deadline.at for deadline in deadlines if deadline.at != ship_by), default=None)


def asked_words(view: CaseView, earlier: list[dict[str, str]] | None = None) -> list[dict[str, str]]:
    """Return the questions, answers and reasons of a walk in words, to be kept with the case.

    What was asked and answered under another version of the flow (`earlier`) keeps the words that it had then.
    """
    kept = {(words.get("id"), words.get("option"), words.get("by")): words for words in earlier or ()}
    return [
        kept.get((step.question, step.answer, step.by))
        or {
            "id": step.question,
            "option": step.answer,
            "question": view.flow.questions[step.question].ask.zh,
            "answer": view.flow.questions[step.question].options[step.answer].label.zh,
            "by": step.by,
            "reason": step.reason.zh,
        }
        for step in view.walk.steps
    ]
