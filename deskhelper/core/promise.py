"""Promises: what a reply binds the shop to, with the moment it falls due. None leaves without a follow-up."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.facts import Facts
from deskhelper.core.flow import Deadline, Due, PromiseKind, PromiseSpec
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.policy import Policy
from deskhelper.core.slot import SlotValue
from deskhelper.core.text import Text, fill, joined


class PromiseMade(Struct, frozen=True):
    """One promise of one reply. `due` is an instant; `fen` the amount owed, where it is one (D-LATE-2).

    `waits`: as PromiseSpec says it.
    """

    kind: PromiseKind
    text: str
    due: Instant
    follow_up: Text
    fen: int | None = None
    waits: bool = False


class DeadlineShown(Struct, frozen=True):
    """A clock that runs against the shop; `at` is an instant."""

    text: Text
    at: Instant


class Counted(Struct, frozen=True):
    """What a due time is counted from."""

    slots: Mapping[str, SlotValue]
    facts: Facts
    policy: Policy
    now: Instant

    def due(self, due: Due) -> Instant | None:
        """Return the instant of `due`; None while a slot is a gap or the fact is not known."""
        at: Instant | None = self.now
        if due.at is not None:
            slot = self.slots.get(due.at)
            at = None if slot is None or slot.is_gap else slot.at
        elif due.at_fact is not None:
            fact = self.facts.get(due.at_fact)
            at = fact if isinstance(fact, int) else None
        seconds = [self._count(due.plus_minutes_of, 60), self._count(due.plus_hours_of, HOUR)]
        if at is None or None in seconds:
            return None
        at += sum(second for second in seconds if second)
        if due.plus_hours_of_figure is not None:
            at += round(self.policy.number(due.plus_hours_of_figure) * HOUR)
        return at + due.plus_hours * HOUR

    def _count(self, name: str | None, seconds: int) -> int | None:
        if name is None:
            return 0
        slot = self.slots.get(name)
        return None if slot is None or slot.is_gap else int(slot.words) * seconds


def promises_of(specs: tuple[PromiseSpec, ...], counted: Counted) -> list[PromiseMade]:
    """Return the promises whose slots are filled; a reply with a gap makes none yet."""
    made = []
    for spec in specs:
        due = counted.due(spec.due)
        amount = counted.slots.get(spec.amount) if spec.amount else None
        if due is None or (amount is not None and amount.is_gap):
            continue
        text = joined(fill(spec.text.zh, _lasting(counted.slots)))
        made.append(PromiseMade(spec.kind, text, due, spec.follow_up, amount.fen if amount else None, spec.waits))
    return made


def deadlines_of(deadlines: tuple[Deadline, ...], counted: Counted) -> list[DeadlineShown]:
    """Return the clocks that run by now; one whose start nobody knows yet is left out."""
    shown = [(deadline.text, counted.due(deadline.due)) for deadline in deadlines]
    return [DeadlineShown(text, at) for text, at in shown if at is not None]


def _lasting(slots: Mapping[str, SlotValue]) -> dict[str, str]:
    return {name: value.lasting or value.words for name, value in slots.items() if not value.is_gap}
