"""The proof of one outcome: its reply, slots, promises, clocks, risks and figures."""

from collections.abc import Iterator

from deskhelper.core.broken import samples
from deskhelper.core.facts import FACT_KINDS, FactKind, Moment
from deskhelper.core.flow import Claim, Due, Outcome, PromiseSpec
from deskhelper.core.flow_paths import implied
from deskhelper.core.moments import zone
from deskhelper.core.outgoing import Against, check
from deskhelper.core.policy import Policy
from deskhelper.core.reply import Library, needed_slots
from deskhelper.core.script import Extra, Script
from deskhelper.core.slot import SlotKind
from deskhelper.core.text import fill, joined, placeholders

_TIMES = (SlotKind.HOUR, SlotKind.TIME)
_SAMPLE_NOW = 1_779_156_000  # 2026-05-19 10:00 in Shanghai
_SAMPLES = {
    SlotKind.HOUR: "明天（5月20日）18点",
    SlotKind.TIME: "5月18日9点12分",
    SlotKind.HOURS_UNTIL: "32",
    SlotKind.MONEY: "5",
    SlotKind.MINUTES: "30",
    SlotKind.HOURS: "48",
    SlotKind.DAYS: "3",
    SlotKind.NUMBER: "773000000000123",
}
"""What stands in for a slot while a wording is checked."""


def outcome_faults(outcome: Outcome, library: Library) -> Iterator[str]:
    """Yield what is wrong with an outcome, one sentence each."""
    if not outcome.todo:
        yield "nothing to do"
    for risk in outcome.risks:
        if risk.figure is not None and (fault := figure_fault(risk.figure, library.policy)):
            yield fault
    for promise in outcome.promises:
        if not promise.follow_up.zh.strip() or not promise.follow_up.en.strip():
            yield f"a promise without a follow-up: {promise.kind.value}"
    for due in [*(promise.due for promise in outcome.promises), *(deadline.due for deadline in outcome.deadlines)]:
        yield from _due_faults(due, library.policy)
    script = library.scripts.get(outcome.reply) if outcome.reply else None
    if outcome.reply is not None and script is None:
        yield f"unknown script: {outcome.reply}"
        return
    yield from _slot_faults(outcome, script, library)
    if script is not None:
        yield from _script_faults(script)
        yield from _wording_faults(script, outcome, library)
        yield from _apology_faults(script, outcome, library)


def figure_fault(name: str, policy: Policy) -> str | None:
    """Return what is wrong with a named figure: it is not there, or has no source or no date."""
    figure = policy.figures.get(name)
    if figure is None:
        return f"unknown figure: {name}"
    if not figure.source:
        return f"a figure without source: {name}"
    return None if figure.since else f"a figure without date: {name}"


def _due_faults(due: Due, policy: Policy) -> Iterator[str]:
    if due.at_fact is not None and FACT_KINDS.get(due.at_fact) is not FactKind.INSTANT:
        yield f"counted from {due.at_fact}, which is no fact of time"
    name = due.plus_hours_of_figure
    if name is not None:
        figure = policy.figures.get(name)
        if figure is None or figure.value is None or figure.unit != "hours":
            yield f"a promise due by a figure that is unknown or no number of hours: {name}"


def _slot_faults(outcome: Outcome, script: Script | None, library: Library) -> Iterator[str]:
    names = list(dict.fromkeys([*(script.slots if script else ()), *needed_slots(outcome, "")]))
    for name in names:
        spec = library.slots.get(name)
        if spec is None:
            yield f"a placeholder that nothing fills: {name}"
            continue
        for fact in (spec.fact, spec.offered_fact):
            if fact is not None and fact not in FACT_KINDS:
                yield f"{name}: unknown fact {fact}"
        if spec.most_days is not None and (fault := figure_fault(spec.most_days, library.policy)):
            yield f"{name}: {fault}"
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
        yield from _count_faults(promise.due, promise, library)
    for deadline in outcome.deadlines:
        yield from _count_faults(deadline.due, None, library)


def _count_faults(due: Due, promise: PromiseSpec | None, library: Library) -> Iterator[str]:
    """Yield the slots that cannot hold what is counted from them: such a promise would never be made."""
    counted: tuple[tuple[str | None, tuple[SlotKind, ...]], ...] = (
        (due.at, _TIMES),
        (due.plus_minutes_of, (SlotKind.MINUTES,)),
        (due.plus_hours_of, (SlotKind.HOURS,)),
        (promise.amount if promise else None, (SlotKind.MONEY,)),
    )
    for name, kinds in counted:
        spec = library.slots.get(name) if name else None
        if spec is not None and spec.kind not in kinds:
            yield f"a promise counted from {name}, which is a {spec.kind.value}"


def _script_faults(script: Script) -> Iterator[str]:
    if len(script.wordings) < 2:
        yield "fewer than two wordings"
    for wordings in (script.wordings, *(one.wordings for one in script.instead)):
        if len({frozenset(placeholders(wording)) for wording in wordings}) > 1:
            yield "the wordings do not state the same facts"
    for extra in (*script.openings, *script.extras, *script.instead):
        if len(extra.wordings) != len(script.wordings):
            yield "an extra that not every wording has"
        if fault := extra.when.fault():
            yield fault


def _wording_faults(script: Script, outcome: Outcome, library: Library) -> Iterator[str]:
    """Yield what the outgoing check refuses: the wordings filled with samples, and all that only they say together."""
    against = Against(
        Moment(_SAMPLE_NOW, zone()), tracked={promise.kind for promise in outcome.promises}, fault=outcome.fault
    )
    for wording in script.after_openings:
        values = {name: _sample(name, library) for name in placeholders(wording)}
        text = joined(fill(wording, values))
        for finding in check(text, library.words, against):
            yield f"refused by the outgoing check ({finding.rule.value}): {finding.words}"


def unapologetic(outcome: Outcome, library: Library) -> Iterator[str]:
    """Yield where a reply promises anew and has no words for a promise that was broken before."""
    script = library.scripts.get(outcome.reply) if outcome.reply else None
    if script is not None and outcome.promises and not _apologies(script, _naming_slots(library)):
        yield "promises anew and does not apologise for a broken promise"


def _naming_slots(library: Library) -> set[str]:
    return {name for name, spec in library.slots.items() if spec.fact == "broken_promise_text"}


def _apologies(script: Script, named: set[str]) -> list[Extra]:
    return [one for one in script.openings if any(named.intersection(placeholders(text)) for text in one.wordings)]


def _apology_faults(script: Script, outcome: Outcome, library: Library) -> Iterator[str]:
    """Yield where a reply names a broken promise that may not be one."""
    named = _naming_slots(library)
    if any(named.intersection(placeholders(text)) for text in script.after_openings):
        yield "names a broken promise outside of its openings"
    apologies = _apologies(script, named)
    if apologies and Claim.ALL_KEPT in outcome.claims:
        yield "apologises for a broken promise and says that all were kept"
    for apology in apologies:
        sure = implied(apology.when)
        if sure.get("broken_promise") is not True:
            yield "may name a broken promise where there is none"
        if {Claim.LEFT, Claim.RECEIVED}.intersection(outcome.claims) and sure.get("has_left") is not True:
            yield "may apologise for a late parcel that nobody knows to be late"
        yield from _apology_text_faults(apology, named, library)


def _apology_text_faults(apology: Extra, named: set[str], library: Library) -> Iterator[str]:
    """Yield what the outgoing check finds in an apology, whatever the broken promise was about."""
    against = Against(Moment(_SAMPLE_NOW, zone()), {}, {})
    for wording in apology.wordings:
        for words in samples():
            values = {name: words if name in named else _sample(name, library) for name in placeholders(wording)}
            for finding in check(joined(fill(wording, values)), library.words, against):
                yield f"refused by the outgoing check ({finding.rule.value}): {finding.words}"


def _sample(name: str, library: Library) -> str:
    spec = library.slots.get(name)
    return _SAMPLES.get(spec.kind, "仓库盘点") if spec else "仓库盘点"
