"""The verbs of a case: open, answer, back, fill, tick, undo, copy. Each is one transaction and returns the new view."""

from collections.abc import Callable

from msgspec.structs import replace

from deskhelper.core.case import (
    Case,
    CaseState,
    answered,
    changed,
    handed_over,
    redone,
    sent,
    slot_changed,
    slot_set,
    text_changed,
    ticked,
    undone,
    unedited,
)
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import Flow, HandOver
from deskhelper.core.known import Known
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Against, Finding, check
from deskhelper.core.own_words import MOST_TEXT, due_told, overruling, tracking
from deskhelper.core.parts import in_parts
from deskhelper.core.reply import Library
from deskhelper.services.case_copies import CaseCopies
from deskhelper.services.case_diary import CaseDiary
from deskhelper.services.case_reader import CaseReader
from deskhelper.services.case_view import CaseView, Copying, asked_words, soonest_clock
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.known import KnownService
from deskhelper.services.pieces import PieceService
from deskhelper.services.settings import SettingsService
from deskhelper.storage.cases import CaseStore
from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.promises import PromiseStore
from deskhelper.storage.replies import ReplyStore

__all__ = ["CaseService", "CaseView", "Copying", "asked_words"]

NOTHING_PUT_IN = CaseState()


class CaseService:
    """Walks cases through flows and drafts their replies."""

    def __init__(
        self,
        database: Database,
        orders: OrderStore,
        library: Callable[[], Library],
        clock: Clock,
        settings: SettingsService,
        known: KnownService,
        pieces: PieceService | None = None,
    ) -> None:
        self._database = database
        self._orders = orders
        self._cases = CaseStore(database)
        self._replies = ReplyStore(database)
        self._promises = PromiseStore(database)
        self._diary = CaseDiary(database, clock, settings)
        self._copies = CaseCopies(self._replies, clock, settings)
        self._reader = CaseReader(library, clock, settings, known, self._replies, pieces)
        self._clock = clock
        self._settings = settings

    @property
    def library(self) -> Library:
        """The flows, scripts, slots and figures in force."""
        return self._reader.library

    def flow(self, flow_id: str) -> Flow:
        """Return a flow. Raises WorldError `flow_unknown`."""
        return self._reader.flow(flow_id)

    def check_inputs(self, flow: Flow, state: CaseState) -> None:
        """Raise WorldError `question_unknown`, `option_unknown` or `slot_unknown` for an input of another name."""
        self._reader.check_inputs(flow, state)

    def look(self, order: Order, flow_id: str, state: CaseState = NOTHING_PUT_IN, take: bool = True) -> CaseView:
        """Return a case that is not stored yet: the same walk and draft, nothing kept.

        Raises WorldError `flow_unknown`, `question_unknown`, `option_unknown`, `slot_unknown`.
        """
        flow = self.flow(flow_id)
        self.check_inputs(flow, state)
        now = self._clock.now()
        case = Case(
            id=_new_id(), platform=order.platform, order_no=order.order_no, flow=flow_id,
            flow_version=flow.version, opened_at=now, changed_at=now, state=state,
        )  # fmt: skip
        return self._reader.view(case, order, is_stored=False, take=take)

    def open(self, order: Order, flow_id: str) -> CaseView:
        """Return the order's open case of this flow, else a new one that is only looked at so far."""
        for case in self._cases.of_order(order.platform, order.order_no):
            if case.flow == flow_id and case.closed_at is None:
                return self._reader.view(case, order)
        return self.look(order, flow_id)

    def get(self, case_id: str) -> CaseView:
        """Return a stored case against the order and the clock as they are now. Raises WorldError `case_unknown`."""
        case = self._cases.get(case_id)
        order = self._orders.get(case.platform, case.order_no) if case else None
        if case is None or order is None:
            raise WorldError("case_unknown")
        return self._reader.view(case, order)

    def tabs(self) -> list[CaseView]:
        """Return the cases that stood open as tabs, in their order; those whose order or flow is gone are left out."""
        views = []
        for case in self._cases.tabs():
            order = self._orders.get(case.platform, case.order_no)
            if order is not None and case.flow in self.library.flows:
                views.append(self._reader.view(case, order))
        return views

    def refresh(self, view: CaseView) -> CaseView:
        """Return `view` against the order and the clock as they are now."""
        order = self._orders.get(view.case.platform, view.case.order_no) or view.order
        return self._reader.view(view.case, order, view.is_stored)

    def answer(self, view: CaseView, question: str, option: str) -> CaseView:
        """Answer a question, or overrule the order's answer; both are kept as the agent's."""
        return self._change(view, answered(view.case.state, question, option))

    def hand_over(self, view: CaseView, way: HandOver) -> CaseView:
        """Go on in another flow, with all that was answered and filled here; the case left behind stays as it is.

        Where the order has a case of that flow already, that one is gone on with, and what it holds stands but for
        what the way itself says.
        """
        target = self.flow(way.to)
        along = handed_over(view.case.state, view.walk.answers, way, target)
        other = self.open(view.order, way.to)
        state = other.case.state
        chosen = {name: answer for name, answer in along.answers.items() if name in way.answers}
        answers = {**along.answers, **state.answers, **chosen}
        return self._change(other, replace(state, answers=answers, slots={**along.slots, **state.slots}))

    def confirm(self, view: CaseView) -> CaseView:
        """Give the agent's yes to every answer that stands on a derived promise."""
        state = view.case.state
        for step in view.walk.unconfirmed:
            state = answered(state, step.question, step.answer)
        return self._change(view, state)

    def back(self, view: CaseView, question: str | None = None) -> CaseView:
        """Look again at `question`, by default the last one answered; no answer is deleted."""
        steps = view.walk.steps
        target = question or (steps[-1].question if steps else None)
        return self._change(view, replace(view.case.state, revisit=target))

    def forward(self, view: CaseView) -> CaseView:
        """Leave the question that is looked at again as it was."""
        return self._change(view, replace(view.case.state, revisit=None))

    def set_slot(self, view: CaseView, slot: str, words: str) -> CaseView:
        """Fill a slot; empty words take the input back."""
        case = slot_changed(view.case, slot, words, self._clock.now())
        return view if case is view.case else self._store(case, view, view.known)

    def tick(self, view: CaseView, todo: str, is_done: bool) -> CaseView:
        """Tick a to-do, named by its Chinese words."""
        return self._change(view, ticked(view.case.state, todo, is_done))

    def next_wording(self, view: CaseView) -> CaseView:
        """Show the next wording of the same facts, in place of an edited text too."""
        if view.draft is None or not view.draft.wordings:
            return view
        number = (view.draft.wording + 1) % view.draft.wordings
        return self._change(view, replace(unedited(view.case.state), wording=number))

    def set_text(self, view: CaseView, text: str) -> CaseView:
        """Put the agent's own text in place of the script's; the script's own words, or none, take it back."""
        if view.draft is None or not view.draft.parts or text[:MOST_TEXT] == view.draft.text:
            return view
        script = self._reader.view(
            replace(view.case, state=unedited(view.case.state)), view.order, known=view.known
        ).draft
        is_same = script is not None and text == script.text
        case = text_changed(view.case, "" if is_same else text[:MOST_TEXT], self._clock.now())
        return view if case is view.case else self._store(case, view, view.known)

    def overrule(self, view: CaseView, finding: Finding, reason: str) -> CaseView:
        """Let a false hit pass, with the reason that is recorded with the copy.

        Raises WorldError `overrule_binding` for a rule that binds, `overrule_reason` without a reason.
        """
        state = view.case.state
        return self._change(view, replace(state, overruled=(*state.overruled, overruling(finding, reason))))

    def due_of(self, finding: Finding) -> Instant | None:
        """Return when what was found as a promise falls due, as far as its words say; None where it is no promise."""
        return due_told(finding, self.library.words, moment_of(self._clock))

    def track(self, view: CaseView, finding: Finding, due: Instant) -> CaseView:
        """Keep track of a promise in the agent's own words, due at `due`, with the next copy.

        Raises WorldError `track_past` for a time that is not to come. What is no promise changes nothing.
        """
        state = view.case.state
        tracked = tracking(finding, due, self._clock.now())
        return self._change(view, replace(state, tracked=(*state.tracked, *tracked)))

    def in_parts(self, text: str) -> list[str]:
        """Return a reply in the parts in which it goes to the buyer, by the length that the settings say."""
        return in_parts(text, self._settings.current.part_length)

    @property
    def has_pieces(self) -> bool:
        """Whether a greeting or a sign-off is set."""
        return self._reader.has_pieces

    def set_bare(self, view: CaseView, is_bare: bool) -> CaseView:
        """Leave greeting and sign-off out of this case's replies, or not."""
        return self._change(view, replace(unedited(view.case.state), is_bare=is_bare))

    def flows_used(self, limit: int) -> list[Flow]:
        """Return the flows that agents went through last, the newest first."""
        flows = self.library.flows
        return [flows[flow] for flow in self._cases.flows_used(limit) if flow in flows]

    def undo(self, view: CaseView) -> CaseView:
        """Take the last change back."""
        return self._store(undone(view.case, self._clock.now()), view, view.known)

    def redo(self, view: CaseView) -> CaseView:
        """Make the last undone change again."""
        return self._store(redone(view.case, self._clock.now()), view, view.known)

    def keep(self, view: CaseView) -> CaseView:
        """Store a case as it stands, so that it is there after a crash."""
        return view if view.is_stored else self._store(view.case, view)

    def set_tabs(self, case_ids: list[str]) -> None:
        """Keep which cases stand open as tabs, and in which order."""
        self._cases.set_tabs(case_ids)

    def keep_promise(self, promise_id: int) -> None:
        """Mark a promise as kept."""
        self._promises.close(promise_id, True, self._clock.now())

    def finish(self, view: CaseView) -> None:
        """Mark a case as done."""
        self._cases.close(view.case.id, self._clock.now())

    def may_copy(self, view: CaseView) -> Copying:
        """Ask the gate: the one place that decides whether a reply may reach the clipboard."""
        if view.draft is None:
            return Copying(None, question=view.walk.question)
        if view.draft.gaps:
            return Copying(None, gap=view.draft.gaps[0])
        if view.draft.findings:
            return Copying(None, finding=view.draft.findings[0])
        return Copying(view.draft.text if view.draft.parts else None)

    def check(self, text: str, order: Order | None = None) -> list[Finding]:
        """Return what the outgoing check finds on any text, held against `order` where there is one."""
        if order is None:
            return check(text, self.library.words, Against(moment_of(self._clock)))
        situation = self._reader.situation(order)
        against = Against(situation.moment, situation.facts, situation.facts, situation.order_no)
        return check(text, self.library.words, against)

    def relook(self, view: CaseView, state: CaseState) -> CaseView:
        """Return a case that is not stored with another state, against the order as `view` has it; nothing is kept."""
        return self._reader.view(replace(view.case, state=state), view.order, is_stored=False)

    def record_copy(self, view: CaseView, text: str, is_done: bool = False) -> CaseView:
        """Log the reply that reached the clipboard, keep its promises, its case and the event it told: all or nothing.

        `is_done`: the case ends with it, as one that a notice made.
        """
        if view.draft is None or not view.draft.is_complete or text != view.draft.text:
            raise ValueError("only what passed the gate is recorded")
        state = view.case.state
        for slot in view.draft.slots:
            if slot.by == "suggested":
                state = slot_set(state, slot.name, slot.given)
        case = changed(view.case, sent(state), self._clock.now())
        with self._database.transaction():
            self._copies.record(view, view.draft)
            shown = self._store_done(case, view) if is_done else self._store(case, view)
            self._diary.copied(view)
        return shown

    def _change(self, view: CaseView, state: CaseState) -> CaseView:
        case = changed(view.case, state, self._clock.now())
        if case is view.case:
            return view
        if not view.is_stored and case.undo == view.case.undo:
            return self._reader.view(case, view.order, is_stored=False, known=view.known)
        return self._store(case, view, view.known)

    def _store(self, case: Case, view: CaseView, known: Known | None = None) -> CaseView:
        shown = self._reader.view(case, view.order, known=known)
        case = replace(
            shown.case, outcome=shown.walk.outcome, question=shown.walk.question, due_at=soonest_clock(shown)
        )
        earlier = self._cases.asked(case.id) if shown.is_other_version else []
        with self._database.transaction():
            self._cases.save(case, asked_words(shown, earlier))
            self._diary.stored(view, case)
        return replace(shown, case=case)

    def _store_done(self, case: Case, view: CaseView) -> CaseView:
        """Store the case of a notice as done; nobody goes on with it, so it is not drafted anew."""
        case = replace(case, closed_at=case.changed_at, outcome=view.walk.outcome)
        self._cases.save(case, asked_words(view))
        self._diary.stored(view, case)
        return replace(view, case=case, is_stored=True)


def _new_id() -> str:
    """Return a random id. uuid is imported here, off the desk's start path."""
    import uuid

    return str(uuid.uuid4())
