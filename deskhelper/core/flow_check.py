"""The proof of the flows: every path of every flow is walked, and each fault named with flow, path and reason."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from deskhelper.core.facts import FACT_KINDS
from deskhelper.core.flow import Branch, Claim, Flow, Outcome, PromiseSpec, Question
from deskhelper.core.outgoing import forbidden, unfilled
from deskhelper.core.reply import Library, needed_slots
from deskhelper.core.rule import Condition
from deskhelper.core.script import Script
from deskhelper.core.slot import SlotKind
from deskhelper.core.text import Text, fill, joined, placeholders


class Fault(Struct, frozen=True):
    """What is wrong with a flow, and on which path: `wants=ship has_left=no`."""

    flow: str
    path: str
    reason: str


class Proof(Struct, frozen=True):
    """The result of the check of one flow."""

    flow: str
    paths: int
    outcomes: int
    faults: tuple[Fault, ...]


Path = dict[str, str]

CLAIM_ANSWERS: dict[Claim, tuple[str, str]] = {
    Claim.LEFT: ("has_left", "yes"),
    Claim.NOT_LEFT: ("has_left", "no"),
    Claim.LATE: ("promise_passed", "yes"),
    Claim.IN_TIME: ("promise_passed", "no"),
}
"""The answer that a claim stands on: a path with another answer to that question contradicts the reply."""

_TIMES, _MINUTES, _MONEY = (SlotKind.HOUR, SlotKind.TIME), (SlotKind.MINUTES,), (SlotKind.MONEY,)


def prove(flow: Flow, library: Library) -> Proof:
    """Walk every path of `flow` and return what was found; no fault means that the flow is proved."""
    faults: list[Fault] = []
    ends: list[tuple[Path, str]] = []
    faults += [Fault(flow.id, "", reason) for reason in _form_faults(flow)]
    for path, end in _walk(flow, flow.start, {}, ()):
        if end in flow.outcomes:
            ends.append((path, end))
        else:
            faults.append(Fault(flow.id, words_of(path), end))
    reached = {end for _, end in ends}
    faults += [Fault(flow.id, "", f"outcome never reached: {name}") for name in flow.outcomes if name not in reached]
    asked = {question for path, _ in ends for question in path}
    faults += [Fault(flow.id, "", f"question never asked: {name}") for name in flow.questions if name not in asked]
    for path, end in ends:
        outcome = flow.outcomes[end]
        faults += [Fault(flow.id, words_of(path), f"{end}: {reason}") for reason in _claim_faults(outcome, path)]
    for name, outcome in flow.outcomes.items():
        faults += [Fault(flow.id, name, reason) for reason in _outcome_faults(outcome, library)]
    return Proof(flow.id, len(ends), len(reached), tuple(faults))


def words_of(path: Path) -> str:
    """Return a path as words: `wants=ship has_left=no`."""
    return " ".join(f"{question}={answer}" for question, answer in path.items())


def _walk(flow: Flow, here: str, path: Path, seen: tuple[str, ...]) -> Iterator[tuple[Path, str]]:
    """Yield every path with the outcome it ends in, or with the reason why it does not end in one."""
    if here in flow.outcomes:
        yield path, here
        return
    if here not in flow.questions:
        yield path, f"leads to nowhere: {here}"
        return
    if here in seen:
        yield path, f"runs in a circle at {here}"
        return
    for name, option in flow.questions[here].options.items():
        further = {**path, here: name}
        ways, is_sure = _ways(option.branches, further)
        if not is_sure:
            yield further, "dead end: no branch is sure to hold"
        for go in ways:
            yield from _walk(flow, go, further, (*seen, here))


def _ways(branches: tuple[Branch, ...], path: Path) -> tuple[list[str], bool]:
    """Return where the branches can lead on this path, and whether one of them is sure to hold."""
    ways: list[str] = []
    for branch in branches:
        if branch.when is None:
            return [*ways, branch.go], True
        if any(leaf.fact is not None for leaf in branch.when.leaves()):
            ways.append(branch.go)  # an order may have it either way
        elif branch.when.holds({}, path):
            return [*ways, branch.go], True
    return ways, False


def _form_faults(flow: Flow) -> Iterator[str]:
    if flow.start not in flow.questions:
        yield f"start is no question: {flow.start}"
    for name, question in flow.questions.items():
        for reason in _question_faults(question, flow):
            yield f"{name}: {reason}"
    for name, outcome in flow.outcomes.items():
        for note in outcome.notes:
            for reason in _condition_faults(note.when, flow) if note.when else ():
                yield f"{name}: {reason}"


def _question_faults(question: Question, flow: Flow) -> Iterator[str]:
    if not question.options:
        yield "no options"
    conditions: list[Condition | None] = []
    for own in question.answers_itself:
        conditions += [own.when, own.needs_yes]
        if own.answer not in question.options:
            yield f"answers itself with no option: {own.answer}"
        yield from _fact_faults(own.reason)
    for option in question.options.values():
        conditions += [option.likely, *(branch.when for branch in option.branches)]
    for condition in conditions:
        if condition is not None:
            yield from _condition_faults(condition, flow)


def _condition_faults(condition: Condition, flow: Flow) -> Iterator[str]:
    if fault := condition.fault():
        yield fault
    for leaf in condition.leaves():
        if leaf.answer is not None and not _is_answer(leaf, flow):
            yield f"no such answer: {leaf.answer}"


def _is_answer(leaf: Condition, flow: Flow) -> bool:
    question = flow.questions.get(leaf.answer or "")
    if question is None:
        return False
    named = [leaf.is_, leaf.is_not, *(leaf.in_ or ())]
    return all(value is None or value in question.options for value in named)


def _fact_faults(text: Text) -> Iterator[str]:
    for template in (text.zh, text.en):
        for name in placeholders(template):
            if name not in FACT_KINDS:
                yield f"unknown fact in a reason: {name}"


def _claim_faults(outcome: Outcome, path: Path) -> Iterator[str]:
    for claim in outcome.claims:
        question, answer = CLAIM_ANSWERS.get(claim, ("", ""))
        if question in path and path[question] != answer:
            yield f"the reply contradicts {question}={path[question]} ({claim.value})"


def _outcome_faults(outcome: Outcome, library: Library) -> Iterator[str]:
    if not outcome.todo:
        yield "nothing to do"
    for risk in outcome.risks:
        figure = library.policy.figures.get(risk.figure) if risk.figure else None
        if risk.figure is not None and figure is None:
            yield f"unknown figure: {risk.figure}"
        if figure is not None and not figure.source:
            yield f"a figure without source: {risk.figure}"
    for promise in outcome.promises:
        if not promise.follow_up.zh.strip() or not promise.follow_up.en.strip():
            yield f"a promise without a follow-up: {promise.kind.value}"
        if (name := promise.due.plus_hours_of_figure) is not None:
            figure = library.policy.figures.get(name)
            if figure is None or figure.value is None or figure.unit != "hours":
                yield f"a promise due by a figure that is unknown or no number of hours: {name}"
    if outcome.reply is None:
        return
    script = library.scripts.get(outcome.reply)
    if script is None:
        yield f"unknown script: {outcome.reply}"
        return
    yield from _script_faults(script, library)
    yield from _slot_faults(outcome, script, library)


def _slot_faults(outcome: Outcome, script: Script, library: Library) -> Iterator[str]:
    names = list(dict.fromkeys([*script.slots, *needed_slots(outcome, "")]))
    for name in names:
        spec = library.slots.get(name)
        if spec is None:
            yield f"a placeholder that nothing fills: {name}"
            continue
        if spec.fact is not None and spec.fact not in FACT_KINDS:
            yield f"{name}: unknown fact {spec.fact}"
        if spec.of is not None and spec.of not in names:
            yield f"{name}: counts to {spec.of}, which is not asked for"
        if spec.figure is not None:
            figure = library.policy.figures.get(spec.figure)
            if figure is None or figure.value is None or not figure.is_settled:
                yield f"{name}: a figure that is unknown or unsettled: {spec.figure}"
    for name in outcome.limits:
        if name not in names:
            yield f"a limit on a slot that is not used: {name}"
    for promise in outcome.promises:
        yield from _due_faults(promise, library)


def _due_faults(promise: PromiseSpec, library: Library) -> Iterator[str]:
    """Yield the slots of a promise that cannot hold what is counted from them: such a promise would never be made."""
    due = promise.due
    counted = ((due.at, _TIMES), (due.plus_minutes_of, _MINUTES), (promise.amount, _MONEY))
    for name, kinds in counted:
        spec = library.slots.get(name) if name else None
        if spec is not None and spec.kind not in kinds:
            yield f"a promise counted from {name}, which is a {spec.kind.value}"


def _script_faults(script: Script, library: Library) -> Iterator[str]:
    if len(script.wordings) < 2:
        yield "fewer than two wordings"
    sets = {frozenset(placeholders(wording)) for wording in script.wordings}
    if len(sets) > 1:
        yield "the wordings do not state the same facts"
    for extra in script.extras:
        if len(extra.wordings) != len(script.wordings):
            yield "an extra that not every wording has"
        if fault := extra.when.fault():
            yield fault
    yield from _wording_faults(script, library)


def _wording_faults(script: Script, library: Library) -> Iterator[str]:
    for wording in [*script.wordings, *(text for extra in script.extras for text in extra.wordings)]:
        values: Mapping[str, str] = dict.fromkeys(placeholders(wording), "中")
        text = joined(fill(wording, values))
        for finding in [*unfilled(text), *forbidden(text, library.words)]:
            yield f"refused by the outgoing check ({finding.rule.value}): {finding.words}"
