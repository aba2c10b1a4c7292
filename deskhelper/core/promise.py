"""Promises: what a reply binds the shop to, with the moment it falls due. None leaves without a follow-up."""

from collections.abc import Mapping

from msgspec import Struct

from deskhelper.core.flow import Due, PromiseKind, PromiseSpec
from deskhelper.core.moments import HOUR, Instant
from deskhelper.core.policy import Policy
from deskhelper.core.slot import SlotValue
from deskhelper.core.text import Text, fill, joined


class PromiseMade(Struct, frozen=True):
    """One promise of one reply. `due` is an instant; `fen` the amount owed, where it is one (D-LATE-2)."""

    kind: PromiseKind
    text: str
    due: Instant
    follow_up: Text
    fen: int | None = None


def promises_of(
    specs: tuple[PromiseSpec, ...], slots: Mapping[str, SlotValue], policy: Policy, now: Instant
) -> list[PromiseMade]:
    """Return the promises whose slots are filled; a reply with a gap makes none yet."""
    made = []
    for spec in specs:
        due = _due(spec.due, slots, policy, now)
        amount = slots.get(spec.amount) if spec.amount else None
        if due is None or (amount is not None and amount.is_gap):
            continue
        words = {name: value.lasting or value.words for name, value in slots.items() if not value.is_gap}
        text = joined(fill(spec.text.zh, words))
        made.append(PromiseMade(spec.kind, text, due, spec.follow_up, amount.fen if amount else None))
    return made


def _due(due: Due, slots: Mapping[str, SlotValue], policy: Policy, now: Instant) -> Instant | None:
    at: Instant | None = now
    if due.at is not None:
        slot = slots.get(due.at)
        at = None if slot is None or slot.is_gap else slot.at
    if at is None:
        return None
    if due.plus_minutes_of is not None:
        slot = slots.get(due.plus_minutes_of)
        if slot is None or slot.is_gap:
            return None
        at += int(slot.words) * 60
    if due.plus_hours_of_figure is not None:
        at += round(policy.number(due.plus_hours_of_figure) * HOUR)
    return at + due.plus_hours * HOUR
