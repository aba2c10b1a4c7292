"""The proof of the flows: every path of every flow is walked, and each fault named with flow, path and reason."""

from collections.abc import Iterator

from msgspec import Struct

from deskhelper.core.facts import FACT_KINDS, FactValue
from deskhelper.core.flow import Flow, HandOver, Question
from deskhelper.core.flow_paths import FlowPath, implied, paths_of
from deskhelper.core.outcome_check import figure_fault, outcome_faults, unapologetic
from deskhelper.core.outgoing import CLAIM_FACTS, contradicted
from deskhelper.core.reply import Library
from deskhelper.core.rule import Condition
from deskhelper.core.text import Text, placeholders


class Fault(Struct, frozen=True):
    """What is wrong with a flow, and on which path: `wants=ship has_left=no`."""

    flow: str
    path: str
    reason: str


class Proof(Struct, frozen=True):
    """The result of the check of one flow. `paths` counts the ways of answering that end in an outcome."""

    flow: str
    paths: int
    outcomes: int
    faults: tuple[Fault, ...]


_OF_INTEREST = frozenset(fact for facts in CLAIM_FACTS.values() for fact in facts)
_YES_NO = ("yes", "no")


def prove(flow: Flow, library: Library, may_lack_apology: bool = False) -> Proof:
    """Walk every path of `flow` and return what was found; no fault means that the flow is proved.

    `may_lack_apology`: replies that promise need no words for a promise that was broken before (a shop's own ones).
    """
    faults = dict.fromkeys(Fault(flow.id, "", reason) for reason in _form_faults(flow, library))
    ways: set[tuple[str, str]] = set()
    reached: set[str] = set()
    asked: set[str] = set()
    for path in paths_of(flow, _OF_INTEREST):
        asked |= path.answers.keys()
        if path.fault:
            faults[Fault(flow.id, path.words, path.fault)] = None
            continue
        reached.add(path.end)
        ways.add((path.words, path.end))
        for reason in _claim_faults(flow, path):
            faults[Fault(flow.id, path.words, f"{path.end}: {reason}")] = None
    for name, outcome in flow.outcomes.items():
        if name not in reached:
            faults[Fault(flow.id, "", f"outcome never reached: {name}")] = None
        reasons = [*outcome_faults(outcome, library), *([] if may_lack_apology else unapologetic(outcome, library))]
        faults |= dict.fromkeys(Fault(flow.id, name, reason) for reason in reasons)
    for name in flow.questions:
        if name not in asked:
            faults[Fault(flow.id, "", f"question never asked: {name}")] = None
    return Proof(flow.id, len(ways), len(reached), tuple(faults))


def _claim_faults(flow: Flow, path: FlowPath) -> Iterator[str]:
    """Yield the claims that contradict what this path is answered with or takes for granted about the order."""
    answers = {name: answer == "yes" for name, answer in path.answers.items() if answer in _YES_NO}
    known = {**path.assumed, **answers}
    for claim in flow.outcomes[path.end].claims:
        said = [fact for fact in CLAIM_FACTS[claim] if fact in known]
        if said and contradicted(claim, known):
            words = " ".join(f"{fact}={_words(known[fact])}" for fact in said)
            yield f"the reply contradicts {words} ({claim.value})"


def _words(value: FactValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "unknown" if value is None else str(value)


def _form_faults(flow: Flow, library: Library) -> Iterator[str]:
    if flow.start not in flow.questions:
        yield f"start is no question: {flow.start}"
    for name, question in flow.questions.items():
        for reason in [*_question_faults(question, flow), *_self_contradictions(name, question)]:
            yield f"{name}: {reason}"
    for name, outcome in flow.outcomes.items():
        for note in outcome.notes:
            for reason in _condition_faults(note.when, flow):
                yield f"{name}: {reason}"
        for way in outcome.hands_over:
            for reason in _hand_over_faults(way, flow, library):
                yield f"{name}: {reason}"
    for way in flow.hands_over:
        yield from _hand_over_faults(way, flow, library)
    for rule in flow.rules:
        if not rule.text.zh.strip() or not rule.text.en.strip():
            yield f"a rule without words: {rule.id}"
        if rule.figure is not None and (fault := figure_fault(rule.figure, library.policy)):
            yield f"{rule.id}: {fault}"


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
        yield from _condition_faults(condition, flow)


def _self_contradictions(name: str, question: Question) -> Iterator[str]:
    """Yield the answers that the order would give against the very fact that the question is about."""
    for own in question.answers_itself:
        sure = implied(own.when).get(name)
        if isinstance(sure, bool) and own.answer in _YES_NO and sure is not (own.answer == "yes"):
            yield f"answers itself {own.answer} while {name} is {_words(sure)}"


def _hand_over_faults(way: HandOver, flow: Flow, library: Library) -> Iterator[str]:
    yield from _condition_faults(way.when, flow)
    target = library.flows.get(way.to)
    if target is None or way.to == flow.id:
        yield f"hands over to no other flow: {way.to}"
        return
    for name, answer in way.answers.items():
        if name not in target.questions or answer not in target.questions[name].options:
            yield f"hands over an answer that {way.to} does not know: {name}={answer}"


def _condition_faults(condition: Condition | None, flow: Flow) -> Iterator[str]:
    if condition is None:
        return
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
