"""A case: one order walked through one flow, with everything the agent answered, filled and ticked.

Every change returns a new state; the former one goes to the history, so undo and redo are exact.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.flow import Flow, HandOver
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.own_words import OwnWords, Tracked

HISTORY_LIMIT = 40


class CaseState(Struct, frozen=True):
    """What the agent has put in: answers by question id, slot inputs by slot name, ticked to-dos, the wording chosen.

    `wording` None is the one after that which the buyer got last. `edited` stands in place of the script's words,
    empty where nothing does; `overruled` and `tracked` are what the agent said to findings. `is_bare`: without
    greeting and sign-off.
    """

    answers: dict[str, str] = {}
    slots: dict[str, str] = {}
    ticks: tuple[str, ...] = ()
    wording: int | None = None
    revisit: str | None = None
    edited: str = ""
    overruled: tuple[Overruled, ...] = ()
    tracked: tuple[Tracked, ...] = ()
    is_bare: bool = False

    @property
    def own(self) -> OwnWords:
        """What the agent makes of the reply."""
        return OwnWords(self.edited, self.overruled, self.tracked)


class Case(Struct, frozen=True, kw_only=True):
    """An opened case. `tab` is its place among the open tabs, None when closed. Times are instants.

    `question` is the one that was open when the case was stored last, `due_at` the soonest clock of its flow then.
    """

    id: str
    platform: str
    order_no: str
    flow: str
    flow_version: int
    opened_at: Instant
    changed_at: Instant
    state: CaseState = CaseState()
    undo: tuple[CaseState, ...] = ()
    redo: tuple[CaseState, ...] = ()
    outcome: str | None = None
    tab: int | None = None
    closed_at: Instant | None = None
    question: str | None = None
    due_at: Instant | None = None


def changed(case: Case, state: CaseState, now: Instant) -> Case:
    """Return `case` with `state`, the former state kept for undo; the same case when nothing changed.

    Only looking again at a question is no change to undo.
    """
    if state == case.state:
        return case
    if replace(state, revisit=case.state.revisit) == case.state:
        return replace(case, state=state, changed_at=now)
    undo = (*case.undo, case.state)[-HISTORY_LIMIT:]
    return replace(case, state=state, undo=undo, redo=(), changed_at=now)


def slot_changed(case: Case, slot: str, words: str, now: Instant) -> Case:
    """Return `case` with a slot's input; further input to the same slot is one change, so undo takes it back whole.

    Input that is taken back letter by letter leaves no change to undo.
    """
    state = slot_set(case.state, slot, words)
    is_same_field = bool(case.undo) and slot_set(case.undo[-1], slot, words) == state and slot in case.state.slots
    is_same_field &= state.own == case.state.own  # an edit that falls is a change of its own
    if state != case.state and is_same_field:
        undo = case.undo[:-1] if case.undo[-1] == state else case.undo
        return replace(case, state=state, undo=undo, redo=(), changed_at=now)
    return changed(case, state, now)


def answered(state: CaseState, question: str, option: str) -> CaseState:
    """Return `state` with the question answered by the agent. An edit of the reply falls: it was of another one."""
    return replace(unedited(state), answers={**state.answers, question: option}, revisit=None)


def slot_set(state: CaseState, slot: str, words: str) -> CaseState:
    """Return `state` with a slot's input; empty words take the input back. A changed input lets an edit fall."""
    slots = {name: value for name, value in state.slots.items() if name != slot}
    if words.strip():
        slots[slot] = words.strip()
    return state if slots == state.slots else replace(unedited(state), slots=slots)


def unedited(state: CaseState) -> CaseState:
    """Return `state` with the script's words in place of the agent's."""
    return replace(state, edited="", tracked=())


def sent(state: CaseState) -> CaseState:
    """Return `state` after its reply left: the next one is in other words, without what was said to findings."""
    return replace(unedited(state), wording=None, overruled=())


def text_changed(case: Case, text: str, now: Instant) -> Case:
    """Return `case` with an edited reply; further editing is one change, so that undo takes it back whole."""
    state = replace(case.state, edited=text) if text.strip() else unedited(case.state)
    goes_on = bool(case.undo) and bool(case.state.edited) and bool(state.edited)
    is_same_edit = goes_on and replace(case.undo[-1], edited=text) == state
    if state != case.state and is_same_edit:
        return replace(case, state=state, redo=(), changed_at=now)
    return changed(case, state, now)


def ticked(state: CaseState, todo: str, done: bool) -> CaseState:
    """Return `state` with a to-do (named by its Chinese words) ticked or not."""
    ticks = tuple(tick for tick in state.ticks if tick != todo)
    return replace(state, ticks=(*ticks, todo) if done else ticks)


def handed_over(state: CaseState, on_the_way: Mapping[str, str], way: HandOver, target: Flow) -> CaseState:
    """Return what goes along into `target`: what the agent answered on the way, where it is asked there too, and slots.

    `on_the_way` holds the answers of the walk; one given before and off the way now stays behind.
    """
    answers = {name: answer for name, answer in state.answers.items() if on_the_way.get(name) == answer}
    answers |= way.answers
    known = {
        name: answer
        for name, answer in answers.items()
        if name in target.questions and answer in target.questions[name].options
    }
    return CaseState(answers=known, slots=state.slots)


def undone(case: Case, now: Instant) -> Case:
    """Return `case` one change back; the same case when there is none."""
    if not case.undo:
        return case
    return replace(case, state=case.undo[-1], undo=case.undo[:-1], redo=(*case.redo, case.state), changed_at=now)


def redone(case: Case, now: Instant) -> Case:
    """Return `case` with the last undone change made again; the same case when there is none."""
    if not case.redo:
        return case
    return replace(case, state=case.redo[-1], redo=case.redo[:-1], undo=(*case.undo, case.state), changed_at=now)
