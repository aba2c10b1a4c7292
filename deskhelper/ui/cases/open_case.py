"""The case on the desk: each gesture of the agent is one verb of the services, and the views are told the result."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.flow import HandOver
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.own_words import with_safer
from deskhelper.services.cases import CaseService, CaseView
from deskhelper.ui.cases.default_flow import DEFAULT_FLOW
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.copy_queue import CopyQueue, Put


class OpenCase(QObject):
    """Holds the case that is shown. All ways to copy a reply end in `copy`."""

    case_shown = Signal(object)
    """A CaseView: another case, or the same after a change."""
    order_read = Signal(object)
    """The CaseView whose order was read anew; what the agent puts into a case changes nothing of its order."""
    case_stored = Signal(object)
    """A CaseView that was only looked at before and is kept now."""
    cleared = Signal()
    gap_reached = Signal(str)
    """A copy was asked for, but this slot is not filled."""
    finding_reached = Signal(object)
    """A copy was asked for, but this Finding stands against it."""
    question_reached = Signal(str)
    """A copy was asked for, but this question is open."""
    reply_copied = Signal(object)
    """The CaseView whose reply is on the clipboard and in the log."""
    part_copied = Signal(int, int)
    """So many parts of a long reply are done, of how many; 0 of 0 while none is under way."""
    refused = Signal(object)
    """A Problem to be told to the agent."""

    def __init__(self, cases: CaseService, clipboard: Clipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases = cases
        self._queue = CopyQueue(clipboard, self)
        self._queue.moved.connect(self.part_copied)
        self._view: CaseView | None = None

    @property
    def view(self) -> CaseView | None:
        """The case as it is shown, None while there is none."""
        return self._view

    def open_order(self, order: Order, flow: str | None = None) -> None:
        """Show the order's case of `flow`; by default the flow on the desk, else the one that is asked for most."""
        chosen = flow or (self._view.flow.id if self._view else DEFAULT_FLOW)
        self._show(self._cases.open(order, chosen))

    def show_case(self, case_id: str) -> None:
        """Show a stored case."""
        try:
            self._show(self._cases.get(case_id))
        except WorldError as error:
            self.refused.emit(error.problem)

    def clear(self) -> None:
        """Show no case."""
        self._view = None
        self._queue.clear()
        self.cleared.emit()

    def refresh(self) -> None:
        """Read the order and the clock again."""
        if self._view is not None:
            self._show(self._cases.refresh(self._view))

    def change_flow(self, flow: str) -> None:
        """Show the same order in another flow."""
        if self._view is not None and self._view.flow.id != flow:
            self.open_order(self._view.order, flow)

    def hand_over(self, way: HandOver) -> None:
        """Go on in another flow with what is known; the case left behind stays open."""
        if self._view is None:
            return
        try:
            self._show(self._cases.hand_over(self._view, way))
        except WorldError as error:
            self.refused.emit(error.problem)

    def answer(self, question: str, option: str) -> None:
        """Answer a question or overrule the order's answer."""
        if self._view is not None:
            self._show_changed(self._cases.answer(self._view, question, option))

    def answer_suggested(self) -> bool:
        """Take the suggested or the kept answer of the open question; return whether there is one."""
        view = self._view
        if view is None or view.walk.question is None:
            return False
        option = view.walk.kept or view.walk.suggested
        if option is None:
            return False
        self.answer(view.walk.question, option)
        return True

    def answer_numbered(self, number: int) -> bool:
        """Take option `number` (from 1) of the open question; return whether there is one."""
        view = self._view
        if view is None or view.walk.question is None:
            return False
        options = list(view.flow.questions[view.walk.question].options)
        if not 1 <= number <= len(options):
            return False
        self.answer(view.walk.question, options[number - 1])
        return True

    def confirm(self) -> None:
        """Give the agent's yes to what stands on a derived promise."""
        if self._view is not None:
            self._show_changed(self._cases.confirm(self._view))

    def back(self) -> None:
        """Look again at the question before; nothing is deleted."""
        view = self._view
        if view is not None and view.walk.steps:
            self._show_changed(self._cases.back(view))

    def revisit(self, question: str) -> None:
        """Look again at `question`."""
        if self._view is not None:
            self._show_changed(self._cases.back(self._view, question))

    def forward(self) -> None:
        """Leave the question that is looked at again."""
        if self._view is not None and self._view.case.state.revisit is not None:
            self._show_changed(self._cases.forward(self._view))

    def set_slot(self, slot: str, words: str) -> None:
        """Fill a slot of the reply."""
        if self._view is not None:
            self._show_changed(self._cases.set_slot(self._view, slot, words))

    def tick(self, todo: str, is_done: bool) -> None:
        """Tick a to-do."""
        if self._view is not None:
            self._show_changed(self._cases.tick(self._view, todo, is_done))

    def next_wording(self) -> None:
        """Show the next wording of the same facts."""
        if self._view is not None and self._view.draft is not None:
            self._show_changed(self._cases.next_wording(self._view))

    def set_text(self, text: str) -> None:
        """Put the agent's own text in place of the script's; an empty one takes it back."""
        if self._view is not None:
            self._show_changed(self._cases.set_text(self._view, text))

    def replace_words(self, finding: Finding) -> None:
        """Put the safer words in place of those found."""
        if self._view is not None and self._view.draft is not None:
            self.set_text(with_safer(self._view.draft.text, finding))

    def overrule(self, finding: Finding, reason: str) -> None:
        """Let a false hit pass, with the reason."""
        if self._view is not None:
            self._try(lambda view: self._cases.overrule(view, finding, reason))

    def track(self, finding: Finding, due: int) -> None:
        """Keep track of a promise in the agent's own words, due at that instant."""
        if self._view is not None:
            self._try(lambda view: self._cases.track(view, finding, due))

    def set_bare(self, is_bare: bool) -> None:
        """Leave greeting and sign-off out, or not."""
        if self._view is not None:
            self._show_changed(self._cases.set_bare(self._view, is_bare))

    def undo(self) -> None:
        """Take the last change back."""
        if self._view is not None:
            self._show_changed(self._cases.undo(self._view))

    def redo(self) -> None:
        """Make the last undone change again."""
        if self._view is not None:
            self._show_changed(self._cases.redo(self._view))

    def keep(self) -> None:
        """Store the case as it stands, where it was only looked at so far."""
        if self._view is not None and not self._view.is_stored:
            self._show(self._cases.keep(self._view))

    def finish(self) -> None:
        """Mark the case as done and take it off the desk."""
        if self._view is not None and self._view.is_stored:
            self._cases.finish(self._view)
        self.clear()

    def copy(self) -> None:
        """Copy the reply: through the gate, to the clipboard, then into the log with its promises."""
        if self._view is None:
            return
        view = self._cases.refresh(self._view)
        gate = self._cases.may_copy(view)
        if gate.text is None:
            self._show(view)
            if gate.question is not None:
                self.question_reached.emit(gate.question)
            elif gate.gap is not None:
                self.gap_reached.emit(gate.gap)
            elif gate.finding is not None:
                self.finding_reached.emit(gate.finding)
            return
        put = self._queue.put_text(self._cases.in_parts(gate.text))
        if put is Put.BUSY:
            self.refused.emit(Problem("clipboard_busy"))
        if put is not Put.LAST:
            return
        try:
            self._show(self._cases.record_copy(view, gate.text))
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.reply_copied.emit(self._view)

    def _try(self, change: Callable[[CaseView], CaseView]) -> None:
        try:
            if self._view is not None:
                self._show_changed(change(self._view))
        except WorldError as error:
            self.refused.emit(error.problem)

    def _show(self, view: CaseView) -> None:
        """Show a case that was read: its order, and what was said and promised before, may be another one."""
        self._show_changed(view)
        self.order_read.emit(view)

    def _show_changed(self, view: CaseView) -> None:
        """Show a case after what the agent put in."""
        before, self._view = self._view, view
        if before is None or before.case.id != view.case.id:
            self._queue.clear()
        was_looked_at = before is not None and before.case.id == view.case.id and not before.is_stored
        self.case_shown.emit(view)
        if was_looked_at and view.is_stored:
            self.case_stored.emit(view)
