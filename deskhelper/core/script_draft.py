"""A reply drafted from a script of the library: filled slots, gaps, its promise and findings. Pure and cheap."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from deskhelper.core.facts import FactValue
from deskhelper.core.filling import Situation, Sources, filled, worded
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.moments import HOUR
from deskhelper.core.outgoing import Against, Finding, WordRules, check
from deskhelper.core.outgoing.overruled import Overruled, standing
from deskhelper.core.own_words import NOTHING_OWN, OwnWords, judged
from deskhelper.core.policy import Policy
from deskhelper.core.promise import PromiseMade
from deskhelper.core.slot import SlotKind, SlotSpec, SlotValue
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Part, Text, fill, joined, placeholders

MOST_ASKED = 80
"""Characters of a slot that no list of slots knows."""


class PromiseWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What a promise of a script is called, and what is to be done to keep it."""

    text: Text
    follow_up: Text


class ScriptContent(Struct, frozen=True):
    """What drafts of scripts are drawn from: slots by name, figures, word lists, and the words of promises."""

    slots: Mapping[str, SlotSpec]
    policy: Policy
    words: WordRules
    promises: Mapping[PromiseKind, PromiseWords]


class ScriptDraft(Struct, frozen=True):
    """A script as it would leave: `wording` is its number. What it is checked against is kept for an edited text."""

    script: LibraryScript
    wording: int
    parts: list[Part]
    slots: list[SlotValue]
    findings: list[Finding]
    promises: list[PromiseMade]
    against: Against
    overruled: list[Overruled] = []
    is_edited: bool = False

    @property
    def text(self) -> str:
        """The reply as the buyer would read it, gaps shown as blanks."""
        return joined(self.parts)

    @property
    def gaps(self) -> list[str]:
        """The slots without a usable value that the agent must fill, in the order of the reply."""
        return [slot.name for slot in self.slots if slot.is_gap]

    @property
    def is_complete(self) -> bool:
        """Whether the reply may leave: it says something, has no gap and no finding."""
        return bool(self.parts) and not self.gaps and not self.findings

    @property
    def pictures(self) -> tuple[str, ...]:
        """The script's pictures by file name in the data folder's pictures."""
        return self.script.pictures


def draft_script(
    content: ScriptContent,
    script: LibraryScript,
    wording: int,
    situation: Situation,
    given: Mapping[str, str],
    has_order: bool = True,
    own: OwnWords = NOTHING_OWN,
) -> ScriptDraft:
    """Return the draft of wording `wording`, with the slot inputs `given` by the agent, and what they made of it.

    Without an order (`has_order` false) the text is held against none, and slots that only an order fills are gaps.
    """
    template = script.wording(wording)
    specs = {name: slot_spec(content.slots, script, name) for name in slots_of(template, content.slots)}
    slots = filled(list(specs), Sources(specs, content.policy, situation, content.words), given)
    if own.text:
        parts, slots = [Part(own.text)], {}
    else:
        parts = worded(template, slots, situation.particles)
    kinds = {one.kind for one in own.tracked} | ({script.promise.kind} if script.promise else set())
    against = Against(
        moment=situation.moment,
        facts=situation.facts if has_order else None,
        known=situation.facts if has_order else None,
        order_no=situation.order_no,
        tracked=kinds,
    )
    is_whole = bool(parts) and not any(slot.is_gap for slot in slots.values())
    text = joined(parts)
    found = check(text, content.words, against) if is_whole else []
    said = judged(text, found, _promises(content, script, situation), own, content.words, situation.moment)
    return ScriptDraft(
        script=script,
        wording=wording % max(1, len(script.wordings)),
        parts=parts,
        slots=list(slots.values()),
        findings=said.findings,
        promises=said.promises,
        against=against,
        overruled=said.overruled,
        is_edited=bool(own.text),
    )


def slots_of(template: str, known: Mapping[str, SlotSpec]) -> list[str]:
    """Return the slots that `template` needs, with those that others of them are counted from."""
    names = placeholders(template)
    counted_from = [spec.of for name in names if (spec := known.get(name)) is not None and spec.of is not None]
    return list(dict.fromkeys([*names, *counted_from]))


def slot_spec(known: Mapping[str, SlotSpec], script: LibraryScript, name: str) -> SlotSpec:
    """Return what slot `name` of `script` holds; one that no list of slots knows is asked for in words."""
    if name in known:
        return known[name]
    title = script.slot_titles.get(name, name)
    kind = SlotKind.CHOICE if script.slot_choices.get(name) else SlotKind.WORDS
    return SlotSpec(kind, Text(zh=title, en=title), most=MOST_ASKED)


def facts_of_terms(terms: ShopTerms) -> dict[str, FactValue]:
    """Return what the shop's terms alone say, where no order is in hand."""
    return {
        "ship_from": terms.ship_from or None,
        "transit_days": terms.transit_days,
        "promise_hours": terms.promise_hours,
        "refund_offer_in_delay": terms.refund_offer_in_delay,
    }


def findings_on(
    draft: ScriptDraft, text: str | None, words: WordRules, overruled: Collection[Overruled] = ()
) -> list[Finding]:
    """Return what stops the copy of `text`, as the agent edited it; None: of the draft as it is."""
    found = draft.findings if text is None else check(text, words, draft.against)
    return standing(found, overruled)


def _promises(content: ScriptContent, script: LibraryScript, situation: Situation) -> list[PromiseMade]:
    if script.promise is None:
        return []
    kind, due = script.promise.kind, situation.moment.now + script.promise.hours * HOUR
    words = content.promises[kind]
    text = joined(fill(words.text.zh, {"title": script.title}))
    return [PromiseMade(kind, text, due, words.follow_up)]
