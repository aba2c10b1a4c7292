"""The wizard as a pure function: flow, facts and answers in; the walk so far and what comes next out.

The answers are the state. The step is derived by replay, so Back only looks again and never deletes an answer.
"""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Literal

from msgspec import Struct

from deskhelper.core.facts import Facts, told
from deskhelper.core.flow import Flow, Option, OwnAnswer, Question
from deskhelper.core.text import Text

By = Literal["order", "agent"]

AGENT_CHOSE = Text(zh="坐席选择", en="the agent's answer")


class Step(Struct, frozen=True):
    """One answered question. `overruled` is the answer that the order gave; `needs_yes` asks the agent to confirm."""

    question: str
    answer: str
    by: By
    reason: Text
    overruled: str | None = None
    needs_yes: bool = False


class Walk(Struct, frozen=True):
    """The way through a flow: answered steps, then either an open question or an outcome.

    `suggested` is the option to offer first at the open question, `kept` the answer given there before Back.
    """

    steps: tuple[Step, ...]
    question: str | None = None
    outcome: str | None = None
    suggested: str | None = None
    kept: str | None = None

    @property
    def answers(self) -> dict[str, str]:
        """The option ids on the way by question id, by whomever answered."""
        return {step.question: step.answer for step in self.steps}

    @property
    def unconfirmed(self) -> tuple[Step, ...]:
        """The steps that stand on something reckoned and wait for the agent's yes."""
        return tuple(step for step in self.steps if step.needs_yes)


def replay(flow: Flow, facts: Facts, answers: Mapping[str, str], zone: tzinfo, revisit: str | None = None) -> Walk:
    """Return the walk through `flow`; it stops at `revisit` if the way comes by there.

    Raises ValueError when an answer is no option of its question.
    """
    steps: list[Step] = []
    here = flow.start
    while here in flow.questions:
        question = flow.questions[here]
        own = _own_answer(question, facts, {step.question: step.answer for step in steps})
        step = _step(here, question, answers.get(here), own, facts, zone)
        if step is None or here == revisit:
            suggested = _suggested(question, own, facts, steps)
            return Walk(tuple(steps), question=here, suggested=suggested, kept=step.answer if step else None)
        if any(done.question == here for done in steps):
            raise ValueError(f"{flow.id}: the way comes by {here} twice")
        steps.append(step)
        here = next_of(question.options[step.answer], facts, {s.question: s.answer for s in steps})
    return Walk(tuple(steps), outcome=here)


def next_of(option: Option, facts: Facts, answers: Mapping[str, str]) -> str:
    """Return where `option` leads. Raises ValueError when no branch holds (a dead end, found by the flow check)."""
    for branch in option.branches:
        if branch.when is None or branch.when.holds(facts, answers):
            return branch.go
    raise ValueError(f"no way on from {option.label.en}")


def _own_answer(question: Question, facts: Facts, answers: Mapping[str, str]) -> OwnAnswer | None:
    for own in question.answers_itself:
        if own.when.holds(facts, answers):
            return own
    return None


def _step(
    name: str, question: Question, given: str | None, own: OwnAnswer | None, facts: Facts, zone: tzinfo
) -> Step | None:
    if given is not None and given not in question.options:
        raise ValueError(f"{name}: {given}")
    reason = told(own.reason, facts, zone) if own else None
    if given is not None:
        if own is None or reason is None or own.answer == given:
            return Step(name, given, "agent", reason or AGENT_CHOSE)
        return Step(name, given, "agent", _overruling(reason), overruled=own.answer)
    if own is None or reason is None:
        return None
    needs_yes = own.needs_yes is not None and own.needs_yes.holds(facts, {})
    return Step(name, own.answer, "order", reason, needs_yes=needs_yes)


def _overruling(reason: Text) -> Text:
    return Text(zh=f"坐席改答；订单显示：{reason.zh}", en=f"the agent overruled the order: {reason.en}")


def _suggested(question: Question, own: OwnAnswer | None, facts: Facts, steps: list[Step]) -> str | None:
    if own is not None:
        return own.answer
    answers = {step.question: step.answer for step in steps}
    for name, option in question.options.items():
        if option.likely is not None and option.likely.holds(facts, answers):
            return name
    return None
