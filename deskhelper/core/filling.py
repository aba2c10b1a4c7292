"""Filling slots: from the agent, the policy, the order or another slot. What flow replies and library scripts share."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.facts import Facts, Moment
from deskhelper.core.figures import days_in_force
from deskhelper.core.flow import Limit
from deskhelper.core.outgoing import Against, WordRules
from deskhelper.core.particles import Particles, with_particles
from deskhelper.core.policy import Policy
from deskhelper.core.slot import Asked, SlotSpec, SlotValue, no_hour_left, suggestion
from deskhelper.core.slot_reading import hours_until, read_slot, slot_from_fact, slot_from_figure
from deskhelper.core.terms import ShopTerms
from deskhelper.core.text import Part, fill
from deskhelper.core.told_goods import forbidden_places, told_goods, unquoted


class Situation(Struct, frozen=True):
    """What a reply is read against: the facts of the order with its number, the shop's terms and the clock.

    `particles` is how friendly the agent likes it.
    """

    facts: Facts
    terms: ShopTerms
    moment: Moment
    order_no: str = ""
    particles: Particles = Particles.AS_WRITTEN


class Sources(Struct, frozen=True):
    """Where the values of slots come from; `limits` say how late a time may be, `words` what a reply may not carry."""

    specs: Mapping[str, SlotSpec]
    policy: Policy
    situation: Situation
    words: WordRules
    limits: Mapping[str, Limit] = {}
    takes_suggestions: bool = False


def worded(template: str, slots: Mapping[str, SlotValue], particles: Particles) -> list[Part]:
    """Return a script's words: filled, with the particles that the agent likes."""
    words = {name: value.words for name, value in slots.items() if not value.is_gap}
    told = unquoted(template, [name for name, value in slots.items() if value.is_stand_in])
    return with_particles(fill(told, words), particles)


def filled(names: list[str], sources: Sources, given: Mapping[str, str]) -> dict[str, SlotValue]:
    """Return the slots `names` in their order, filled as far as can be, with the inputs `given` by the agent.

    A slot that is counted from another one is never asked for itself: the gap is the other one. Raises KeyError for a
    name without a spec.
    """
    slots: dict[str, SlotValue] = {}
    situation = sources.situation
    for name in sorted(names, key=lambda slot: sources.specs[slot].of is not None):
        spec = sources.specs[name]
        asked = Asked(situation.moment, situation.facts, sources.limits.get(name, Limit.NONE))
        if spec.of is not None:  # never typed in: it would contradict the time that the buyer reads beside it
            slots[name] = hours_until(name, slots[spec.of], situation.moment.now)
        elif name in given:
            slots[name] = read_slot(name, spec, given[name], asked)
        elif spec.figure is not None:
            slots[name] = slot_from_figure(name, spec, sources.policy)
        else:
            slots[name] = _from_order(name, spec, asked, sources)
    return {name: slots[name] for name in names if sources.specs[name].of is None or not slots[name].is_gap}


def _from_order(name: str, spec: SlotSpec, asked: Asked, sources: Sources) -> SlotValue:
    value = slot_from_fact(name, spec, asked)
    if value.by is not None and spec.shown is not None:
        return _told(value, spec, spec.shown, sources)
    if value.by is not None:
        return value
    most_days = days_in_force(sources.policy, spec.most_days) if spec.most_days else None
    offer = suggestion(spec, name, sources.situation.terms, asked, most_days)
    if offer and sources.takes_suggestions:
        return replace(read_slot(name, spec, offer, asked), by="suggested", suggested=offer)
    return SlotValue(name, suggested=offer, problem=None if offer else no_hour_left(spec, asked))


def _told(value: SlotValue, spec: SlotSpec, shown: int, sources: Sources) -> SlotValue:
    """Return a slot of the order's own words without those that would stop the reply; a gap where nothing stands in."""
    facts, moment = sources.situation.facts, sources.situation.moment
    places = forbidden_places(sources.words, Against(moment, facts))
    words = told_goods(str(facts[spec.fact or ""]), shown, places)
    if words:
        return replace(value, given=words, words=words)
    if not spec.stand_in:
        return SlotValue(value.name)
    return replace(value, given=spec.stand_in, words=spec.stand_in, is_stand_in=True)
