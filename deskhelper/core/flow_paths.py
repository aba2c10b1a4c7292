"""All paths through a flow, walked symbolically: which answers lead where, and what the order must be like for that.

An answer is either the agent's, which binds no fact, or the order's, which holds only while its condition does. The
facts a path takes for granted are kept with it, so that the proof covers every combination of facts without listing it.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from deskhelper.core.facts import FactValue
from deskhelper.core.flow import Flow, Option, Question
from deskhelper.core.order import Status
from deskhelper.core.rule import Condition

Answers = dict[str, str]
Assumed = Mapping[str, FactValue]

_LEFT_STATUSES = (Status.SHIPPED.value, Status.RECEIVED.value)
_FOLLOWS: dict[str, tuple[str, bool]] = {
    "shipped_at": ("has_left", True),
    "tracking_no": ("has_left", True),
    "received_at": ("is_received", True),
}
"""What a known fact says of another one."""


class FlowPath(Struct, frozen=True):
    """One path: the answers, the facts taken for granted, and its outcome; else `fault` says why it has none."""

    answers: Answers
    assumed: Assumed
    end: str = ""
    fault: str = ""

    @property
    def words(self) -> str:
        """The path as words: `wants=ship has_left=no`."""
        return " ".join(f"{question}={answer}" for question, answer in self.answers.items())


def paths_of(flow: Flow, of_interest: frozenset[str]) -> Iterator[FlowPath]:
    """Yield every path of `flow`; of the facts only those `of_interest` are told apart."""
    yield from _walk(flow, flow.start, FlowPath({}, {}), of_interest)


def implied(condition: Condition) -> dict[str, FactValue]:
    """Return the facts that are sure while `condition` holds, with all that follows from them."""
    if condition.all is not None:
        return {name: value for part in condition.all for name, value in implied(part).items()}
    if condition.fact is None:
        return {}
    sure: dict[str, FactValue] = {}
    if condition.known is False:
        sure[condition.fact] = None
    elif condition.is_ is not None:
        sure[condition.fact] = condition.is_
    if condition.known is not False and condition.fact in _FOLLOWS:
        name, value = _FOLLOWS[condition.fact]
        sure[name] = value
    return sure | _of_status(sure.get("status"))


def _of_status(status: FactValue) -> dict[str, FactValue]:
    sure: dict[str, FactValue] = {}
    if status in _LEFT_STATUSES:
        sure["has_left"] = True
    if status == Status.RECEIVED.value:
        sure["is_received"] = True
    if status == Status.CANCELLED.value:
        sure["is_cancelled"] = True
    if status == Status.UNPAID.value:
        sure["is_paid"] = False
    return sure


def _walk(flow: Flow, here: str, path: FlowPath, of_interest: frozenset[str]) -> Iterator[FlowPath]:
    if here in flow.outcomes:
        yield FlowPath(path.answers, path.assumed, end=here)
        return
    if here not in flow.questions:
        yield FlowPath(path.answers, path.assumed, fault=f"leads to nowhere: {here}")
        return
    if here in path.answers:
        yield FlowPath(path.answers, path.assumed, fault=f"runs in a circle at {here}")
        return
    question = flow.questions[here]
    for name, option in question.options.items():
        for assumed in _assumptions(question, name, path, of_interest):
            further = FlowPath({**path.answers, here: name}, assumed)
            for go, also in _ways(option, further.answers):
                if not go:
                    yield FlowPath(further.answers, assumed, fault="dead end: no branch is sure to hold")
                    continue
                sure = _together(assumed, also, of_interest)
                if sure is not None:
                    yield from _walk(flow, go, FlowPath(further.answers, sure), of_interest)


def _assumptions(question: Question, option: str, path: FlowPath, of_interest: frozenset[str]) -> list[Assumed]:
    """Return the ways in which `option` can be the answer: the agent's, then each of the order's that differs."""
    ways = [path.assumed]
    for own in question.answers_itself:
        if own.answer != option or not _may_hold(own.when, path.answers):
            continue
        assumed = _together(path.assumed, implied(own.when), of_interest)
        if assumed is not None and assumed not in ways:
            ways.append(assumed)
    return ways


def _together(one: Assumed, other: Assumed, of_interest: frozenset[str]) -> Assumed | None:
    """Return both assumptions as one; None where they exclude each other."""
    both = dict(one)
    for name, value in other.items():
        if name in both and both[name] != value:
            return None
        if name in of_interest:
            both[name] = value
    return both


def _ways(option: Option, answers: Answers) -> Iterator[tuple[str, Assumed]]:
    """Yield where the branches can lead on this path with what that takes for granted; nowhere when none is sure."""
    for branch in option.branches:
        if branch.when is None:
            yield branch.go, {}
            return
        if not _may_hold(branch.when, answers):
            continue
        yield branch.go, implied(branch.when)
        if all(leaf.fact is None for leaf in branch.when.leaves()):
            return
    yield "", {}


def _may_hold(condition: Condition, answers: Answers) -> bool:
    """Tell whether some order makes `condition` true, given these answers."""
    if condition.all is not None:
        return all(_may_hold(part, answers) for part in condition.all)
    if condition.any is not None:
        return any(_may_hold(part, answers) for part in condition.any)
    if any(leaf.fact is not None for leaf in condition.leaves()):
        return True
    return condition.holds({}, answers)
