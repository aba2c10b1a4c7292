"""The queue that is walked: copies through the one gate, marks as told, and has the next order ready beforehand."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from deskhelper.core.case import CaseState
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.notice import LeftOut
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.outgoing.overruled import MAY_BE_OVERRULED, Overruled
from deskhelper.core.own_words import MOST_REASON, MOST_TEXT, Tracked, kind_promised, with_safer
from deskhelper.services.notices import Counts, Notice, NoticeService, Place, Queue, ToldBefore
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.copy_queue import CopyQueue, Put

READY_MS = 20
"""When the next order is drafted: once this one has been painted."""


class OpenQueue(QObject):
    """Holds the order that is shown. All ways to copy end in `copy`; each gesture is one verb of the service."""

    notice_shown = Signal(object)
    """A Notice: another order, or the same after a change."""
    ended = Signal()
    """No order is left to tell."""
    told = Signal(object)
    """The Notice whose text is on the clipboard and in the log."""
    dropped = Signal(object, object)
    """A Notice that is not to be told any more, and why (LeftOut)."""
    gap_reached = Signal(str)
    finding_reached = Signal(object)
    part_copied = Signal(int, int)
    said_told = Signal(object)
    """A copy was asked for, but this Notice was told already: only on purpose."""
    is_first = Signal()
    """There is no order told before the one shown."""
    taken_back = Signal(object)
    refused = Signal(object)

    def __init__(self, notices: NoticeService, clipboard: Clipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._clipboard = clipboard
        self._parts = CopyQueue(clipboard, self)
        self._parts.moved.connect(self.part_copied)
        self._queue: Queue | None = None
        self._notice: Notice | None = None
        self._ready: Notice | None = None
        self._is_ready = False
        self._counts: Counts | None = None
        self._drops = 0
        self._done: list[tuple[Notice, ToldBefore | None]] = []
        self._ready_timer = QTimer(self)
        self._ready_timer.setSingleShot(True)
        self._ready_timer.timeout.connect(self.prepare)

    @property
    def queue(self) -> Queue | None:
        """The queue that is walked."""
        return self._queue

    @property
    def notice(self) -> Notice | None:
        """The order that is shown, None at the end."""
        return self._notice

    @property
    def counts(self) -> Counts:
        """How far the queue has come; counted anew only where orders dropped out, 5 ms for 20,000."""
        if self._queue is None:
            return Counts()
        if self._counts is None or self._drops != self._notices.drops:
            self._counts, self._drops = self._notices.counts(self._queue), self._notices.drops
        return self._counts

    def open(self, queue: Queue) -> None:
        """Show the first order of `queue` that is still to be told."""
        if self._queue is None or self._queue.id != queue.id:
            self._done.clear()
        self._queue, self._counts = queue, None
        self._forget_ready()
        self._parts.clear()
        self._go_on(None)

    def refresh(self) -> None:
        """Read the order that is shown again, unless something was put in that is not kept yet."""
        notice = self._notice
        if notice is None or notice.entry.state is Place.TOLD or self._parts.is_under_way:
            return
        self._counts = None
        self._forget_ready()
        self._look_again(notice)

    def copy(self, again: bool = False) -> None:
        """Copy the text through the gate and mark its buyer as told; one told already only with `again`."""
        notice = self._notice
        if notice is None:
            return
        is_told = notice.entry.state is Place.TOLD
        if is_told and not again:
            self.said_told.emit(notice)
            return
        fresh = self._fresh(notice)
        if fresh is None:
            return
        gate = self._notices.may_copy(fresh)
        if gate.text is None:
            self._show(fresh)
            if gate.gap is not None:
                self.gap_reached.emit(gate.gap)
            elif gate.finding is not None:
                self.finding_reached.emit(gate.finding)
            return
        put = self._parts.put_text(self._notices.in_parts(gate.text))
        if put is Put.BUSY:
            self.refused.emit(Problem("clipboard_busy"))
        if put is Put.LAST:
            self._record(fresh, gate.text)

    def put(self, text: str) -> bool:
        """Copy a number of the order, which tells nobody anything; tell whether it arrived."""
        if not self._clipboard.put(text):
            self.refused.emit(Problem("clipboard_busy"))
            return False
        return True

    def confirm_and_copy(self) -> None:
        """Give the yes for promises that were only reckoned, for the whole queue, then copy."""
        self.confirm()
        self.copy()

    def confirm(self) -> None:
        """Give the yes for promises that were only reckoned, for the whole queue."""
        if self._notice is not None:
            self._change(self._notices.confirm(self._notice))

    def skip(self) -> None:
        """Leave the order for later; from a told one go on to what is still to be told."""
        notice = self._notice
        if notice is None:
            return
        if notice.entry.state is not Place.TOLD:
            self._count_moved(notice.entry.state, Place.SKIPPED)
            self._notices.skip(notice)
        self._go_on(notice)

    def back(self) -> None:
        """Show the order told before the one shown."""
        if self._queue is None:
            return
        before = self._notices.before(self._notice, self._queue)
        if before is None:
            self.is_first.emit()
        else:
            self._show(before)

    def forward(self) -> None:
        """From a told order go on to the one told after it, and at last to the next one to tell."""
        notice = self._notice
        if notice is None or notice.entry.state is not Place.TOLD:
            return
        after = self._notices.after(notice)
        if after is not None:
            self._show(after)
        else:
            self._go_on(None)

    def undo(self) -> None:
        """Take back that an order was told: the one shown, else the one told last."""
        target = self._to_take_back()
        if target is None:
            self.is_first.emit()
            return
        notice, earlier = target
        try:
            again = self._notices.take_back(notice, earlier)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._done = [one for one in self._done if one is not target]
        self._counts = None
        self._clipboard.clear_ours()
        self._parts.clear()
        self._forget_ready()
        self.taken_back.emit(notice)
        if isinstance(again, Notice):
            self._show(again)
        else:
            self._drop(notice, again)

    def set_slot(self, slot: str, words: str) -> None:
        """Fill a slot; one that all orders share, for the whole queue."""
        if self._notice is not None:
            self._change(self._notices.set_slot(self._notice, slot, words))

    def next_wording(self) -> None:
        """Show the next wording of the same facts."""
        notice = self._notice
        if notice is None or notice.view.draft is None or not notice.view.draft.wordings:
            return
        state = notice.view.case.state
        number = (notice.view.draft.wording + 1) % notice.view.draft.wordings
        self._put_in(replace(state, wording=number, edited="", tracked=()))

    def set_text(self, text: str) -> None:
        """Put the agent's own text in place of the script's; an empty one, or the script's own, takes it back."""
        notice = self._notice
        if notice is None or notice.view.draft is None or text[:MOST_TEXT] == notice.view.draft.text:
            return
        plain = self._notices.put_in(notice, replace(notice.view.case.state, edited="", tracked=()))
        is_same = not text.strip() or (plain.view.draft is not None and plain.view.draft.text == text)
        if is_same:
            self._change(plain)
        else:
            self._put_in(replace(notice.view.case.state, edited=text[:MOST_TEXT]))

    def set_bare(self, is_bare: bool) -> None:
        """Leave greeting and sign-off out, or not."""
        if self._notice is not None:
            self._put_in(replace(self._notice.view.case.state, is_bare=is_bare, edited="", tracked=()))

    def replace_words(self, finding: Finding) -> None:
        """Put the safer words in place of those found."""
        if self._notice is not None and self._notice.view.draft is not None:
            self.set_text(with_safer(self._notice.view.draft.text, finding))

    def overrule(self, finding: Finding, reason: str) -> None:
        """Let a false hit pass, with the reason that is recorded with the copy."""
        words = " ".join(reason.split())
        if finding.rule not in MAY_BE_OVERRULED:
            self.refused.emit(Problem("overrule_binding", {"words": finding.words}))
        elif not 2 <= len(words) <= MOST_REASON:
            self.refused.emit(Problem("overrule_reason", {"least": 2, "most": MOST_REASON}))
        elif self._notice is not None:
            state = self._notice.view.case.state
            passed = Overruled(finding.rule, finding.words, words)
            self._put_in(replace(state, overruled=(*state.overruled, passed)))

    def track(self, finding: Finding, due: int) -> None:
        """Keep track of a promise in the agent's own words, due at that instant."""
        kind = kind_promised(finding)
        if self._notice is not None and kind is not None:
            state = self._notice.view.case.state
            self._put_in(replace(state, tracked=(*state.tracked, Tracked(kind, finding.words, due))))

    def prepare(self) -> None:
        """Draft the next order while the agent looks at this one."""
        notice, queue = self._notice, self._queue
        if self._is_ready or notice is None or queue is None or notice.entry.state is Place.TOLD:
            return
        self._ready, self._is_ready = self._notices.next(queue, notice.entry), True

    def rest(self) -> None:
        """Prepare nothing while nobody looks."""
        self._ready_timer.stop()

    def needs_yes(self, finding: Finding) -> bool:
        """Whether `finding` only waits for the agent's yes."""
        return finding.rule is Rule.DERIVED_PROMISE

    def _record(self, notice: Notice, text: str) -> None:
        earlier = notice.told
        try:
            told = self._notices.record(notice, text)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._count_moved(notice.entry.state, told.entry.state)
        self._done.append((told, earlier))
        self.told.emit(told)
        self._go_on(told)

    def _go_on(self, shown: Notice | None) -> None:
        """Show the next order to tell: the one that stands ready, else the next one in the queue."""
        if self._queue is None:
            return
        if self._is_ready and shown is not None:
            found = self._ready
        else:
            found = self._notices.next(self._queue, shown.entry if shown else None)
        self._forget_ready()
        if found is None and shown is not None:
            found = self._notices.next(self._queue)  # the one just skipped may be the last one left
        if found is None:
            self._notice = None
            self.ended.emit()
        else:
            self._show(found)

    def _fresh(self, notice: Notice) -> Notice | None:
        """Return the notice as order and clock have it now; one that is not to be told any more drops out."""
        found = self._notices.refresh(notice)
        if isinstance(found, Notice):
            return found
        self._drop(notice, found)
        return None

    def _look_again(self, notice: Notice) -> None:
        fresh = self._fresh(notice)
        if fresh is not None:
            self._show(fresh)

    def _drop(self, notice: Notice, reason: LeftOut) -> None:
        self._notices.drop(notice.entry, reason)
        self.dropped.emit(notice, reason)
        self._forget_ready()
        self._go_on(None)

    def _to_take_back(self) -> tuple[Notice, ToldBefore | None] | None:
        shown = self._notice
        if shown is not None and shown.entry.state is Place.TOLD:
            return next((one for one in reversed(self._done) if one[0].entry.id == shown.entry.id), (shown, None))
        if self._done:
            return self._done[-1]
        before = self._notices.before(None, self._queue) if self._queue else None
        return None if before is None else (before, None)

    def _put_in(self, state: CaseState) -> None:
        if self._notice is not None:
            self._change(self._notices.put_in(self._notice, state))

    def _change(self, notice: Notice) -> None:
        if notice.queue.terms != (self._queue.terms if self._queue else None):
            self._forget_ready()
        self._show(notice)

    def _show(self, notice: Notice) -> None:
        is_other = self._notice is None or self._notice.entry.id != notice.entry.id
        if is_other:
            self._parts.clear()
        self._notice, self._queue = notice, notice.queue
        self.notice_shown.emit(notice)
        self._ready_timer.start(READY_MS)

    def _count_moved(self, before: Place, after: Place) -> None:
        self._counts = self.counts.moved(before, after)

    def _forget_ready(self) -> None:
        self._ready, self._is_ready = None, False
