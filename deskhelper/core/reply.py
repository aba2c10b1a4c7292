"""A reply drafted from an outcome: filled slots, gaps, promises, risks and findings. Pure and cheap."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem
from deskhelper.core.filling import Situation, Sources, filled, worded
from deskhelper.core.flow import Flow, HandOver, Outcome
from deskhelper.core.outgoing import Against, Finding, WordRules, as_known, check, contradictions, unconfirmed
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.own_words import NOTHING_OWN, OwnWords, judged
from deskhelper.core.pieces import NO_PIECES, Pieces, put_together
from deskhelper.core.policy import Policy
from deskhelper.core.promise import Counted, DeadlineShown, PromiseMade, deadlines_of, promises_of
from deskhelper.core.script import Script
from deskhelper.core.slot import SlotSpec, SlotValue
from deskhelper.core.text import Part, Text, joined, placeholders
from deskhelper.core.wizard import Walk


class Library(Struct, frozen=True):
    """All shipped and shop content that a reply is drawn from. `switched_off`: files of the shop that are broken."""

    flows: Mapping[str, Flow]
    scripts: Mapping[str, Script]
    slots: Mapping[str, SlotSpec]
    policy: Policy
    words: WordRules
    choices: Mapping[str, tuple[str, ...]]
    switched_off: tuple[Problem, ...] = ()


class RiskShown(Struct, frozen=True):
    """A risk with its figure's date and confidence, as it must show wherever a figure shows."""

    text: Text
    figure: str | None = None
    words: Text | None = None
    dated: Text | None = None
    is_settled: bool = True


class Draft(Struct, frozen=True):
    """What an outcome gives: the reply in parts, its slots, and everything that stands beside it.

    `parts` is empty where the outcome has nothing to tell; it is one where the agent edited the reply. The reply may
    leave only when `is_complete`. `overruled` is what the agent let pass in it, `wording` the number of its wording.
    `apologises`: it names the broken promises of the order.
    """

    outcome: str
    script: str | None
    wordings: int
    parts: list[Part]
    slots: list[SlotValue]
    promises: list[PromiseMade]
    risks: list[RiskShown]
    notes: list[Text]
    findings: list[Finding]
    deadlines: list[DeadlineShown] = []
    hands_over: list[HandOver] = []
    wording: int = 0
    is_edited: bool = False
    overruled: list[Overruled] = []
    apologises: bool = False

    @property
    def gaps(self) -> list[str]:
        """The slots without a usable value that the agent must fill, in the order of the reply."""
        return [slot.name for slot in self.slots if slot.is_gap]

    @property
    def text(self) -> str:
        """The reply as the buyer would read it, gaps shown as blanks."""
        return joined(self.parts)

    @property
    def has_nothing_open(self) -> bool:
        """Whether no gap and no finding is left; an outcome may have nothing to say and is done all the same."""
        return not self.gaps and not self.findings

    @property
    def is_complete(self) -> bool:
        """Whether the reply may leave: it says something and nothing is open."""
        return bool(self.parts) and self.has_nothing_open


def draft(
    library: Library,
    flow: Flow,
    walk: Walk,
    situation: Situation,
    given: Mapping[str, str],
    wording: int = 0,
    take_suggestions: bool = False,
    own: OwnWords = NOTHING_OWN,
    pieces: Pieces = NO_PIECES,
) -> Draft:
    """Return the draft of the walk's outcome, with the slot inputs `given` by the agent.

    `take_suggestions` fills what is left with the sensible inputs on offer; for a desk that shows them before the copy.
    `own` is what the agent made of it, `pieces` go before and after it. Raises KeyError when the walk has not reached
    an outcome.
    """
    facts = situation.facts
    outcome = flow.outcomes[walk.outcome or ""]
    script = library.scripts[outcome.reply] if outcome.reply else None
    is_edited = script is not None and bool(own.text)
    template = script.wording(wording, facts, walk.answers) if script and not is_edited else ""
    sources = Sources(library.slots, library.policy, situation, library.words, outcome.limits, take_suggestions)
    slots = filled(needed_slots(outcome, template), sources, given)
    parts = [Part(own.text)]
    if not is_edited:
        words = worded(template, slots, situation.particles)
        parts = put_together(words, pieces) if words else []
    text = joined(parts)
    found: list[Finding] = []
    if script and (is_edited or not any(slot.is_gap for slot in slots.values())):
        found = check(text, library.words, _against(situation, walk, outcome, own))
    counted = Counted(slots, facts, library.policy, situation.moment.now)
    promises = promises_of(outcome.promises, counted)
    said = judged(text, found, promises, own if is_edited else replace(own, text=""), library.words, situation.moment)
    return Draft(
        outcome=walk.outcome or "",
        script=outcome.reply,
        wordings=len(script.wordings) if script else 0,
        parts=parts,
        slots=list(slots.values()),
        promises=said.promises,
        risks=_risks(outcome, library.policy),
        notes=[note.text for note in outcome.notes if note.when is None or note.when.holds(facts, walk.answers)],
        findings=[
            *contradictions(outcome.claims, facts, walk.answers, found),
            *unconfirmed(walk),
            *said.findings,
        ],
        deadlines=deadlines_of(outcome.deadlines, counted),
        hands_over=flow.ways_on(walk.outcome or "", facts, walk.answers),
        wording=wording % len(script.wordings) if script else 0,
        is_edited=is_edited,
        overruled=said.overruled,
        apologises=_apologises(text, script, situation, walk),
    )  # fmt: skip


def _apologises(text: str, script: Script | None, situation: Situation, walk: Walk) -> bool:
    """Tell whether `text`, edited or not, still names the broken promise that its script apologises for."""
    named = situation.facts.get("broken_promise_text")
    if not isinstance(named, str) or script is None:
        return False
    return named in text and any(one.when.holds(situation.facts, walk.answers) for one in script.openings)


def _against(situation: Situation, walk: Walk, outcome: Outcome, own: OwnWords) -> Against:
    return Against(
        moment=situation.moment,
        facts=situation.facts,
        known=as_known(situation.facts, walk.answers),
        order_no=situation.order_no,
        tracked={promise.kind for promise in outcome.promises} | {one.kind for one in own.tracked},
        fault=outcome.fault,
    )


def needed_slots(outcome: Outcome, template: str) -> list[str]:
    """Return the slots of the reply and of the promises in order of first use."""
    names = placeholders(template)
    for promise in outcome.promises:
        names += placeholders(promise.text.zh)
        names += [*promise.due.slots, *([promise.amount] if promise.amount else [])]
    for deadline in outcome.deadlines:
        names += deadline.due.slots
    return list(dict.fromkeys(names))


def _risks(outcome: Outcome, policy: Policy) -> list[RiskShown]:
    shown = []
    for risk in outcome.risks:
        figure = policy.figures.get(risk.figure) if risk.figure else None
        if figure is None:
            shown.append(RiskShown(risk.text))
        else:
            shown.append(RiskShown(risk.text, risk.figure, figure.words, figure.dated(), figure.is_settled))
    return shown
