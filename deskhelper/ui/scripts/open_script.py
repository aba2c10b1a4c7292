"""The script on the desk: drafted from the order in hand, filled, checked and copied through the one gate."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.own_words import NOTHING_OWN, OwnWords, overruling, tracking, with_safer
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.script_state import ScriptState
from deskhelper.services.clock import Clock
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.copy_queue import CopyQueue, Put


class OpenScript(QObject):
    """Holds the draft that is shown. All ways to copy it end in `copy`."""

    draft_shown = Signal(object)
    """A ScriptDraft: another one, or the same after a change."""
    closed = Signal()
    gap_reached = Signal(str)
    """A copy was asked for, but this slot is not filled."""
    finding_reached = Signal(object)
    """A copy was asked for, but this Finding stands against it."""
    script_copied = Signal(object)
    """The ScriptDraft whose text is on the clipboard and in the log."""
    part_copied = Signal(int, int)
    """So many parts of the text, or pictures after it, are done, of how many; 0 of 0 while none is under way."""
    refused = Signal(object)

    def __init__(
        self,
        scripts: ScriptService,
        clock: Clock,
        clipboard: Clipboard,
        parent: QObject | None = None,
        picture_of: Callable[[str], Path] = Path,
    ) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._clock = clock
        self._picture_of = picture_of
        self._queue = CopyQueue(clipboard, self)
        self._queue.moved.connect(self.part_copied)
        self._own = NOTHING_OWN
        self._is_touched = False
        self._draft: ScriptDraft | None = None
        self._order: Order | None = None
        self._given: dict[str, str] = {}

    @property
    def draft(self) -> ScriptDraft | None:
        """The draft as it is shown, None while there is none."""
        return self._draft

    @property
    def order(self) -> Order | None:
        """The order that fills the draft."""
        return self._order

    @property
    def has_pictures(self) -> bool:
        """Whether pictures of a script whose text has left wait to be copied."""
        return self._queue.has_pictures

    @property
    def state(self) -> ScriptState | None:
        """What was put into the script and has not left yet; None where that is nothing."""
        draft, order = self._draft, self._order
        if draft is None or not self._is_touched:
            return None
        return ScriptState(
            script=draft.script.id, wording=draft.wording, platform=order.platform if order else "",
            order_no=order.order_no if order else "", given=dict(self._given), own=self._own,
        )  # fmt: skip

    def restore(self, state: ScriptState, script: LibraryScript, order: Order | None) -> None:
        """Show a script with what was put into it before."""
        self.show(script, order)
        self._given, self._own, self._is_touched = dict(state.given), state.own, True
        self._redraft(state.wording)

    def show(self, script: LibraryScript, order: Order | None) -> None:
        """Show a script against `order`, in the wording after the one that this buyer got last."""
        self._given, self._order, self._is_touched = {}, order, False
        self._forget_edit()
        self._queue.clear()
        self._show(self._scripts.draft(script, order))

    def follow(self, order: Order | None) -> None:
        """Fill the draft from `order` as it is now."""
        if self._draft is not None:
            self._order = order
            self._redraft()

    def set_slot(self, slot: str, words: str) -> None:
        """Fill a slot; an edit of the text falls."""
        self._given[slot], self._is_touched = words, True
        self._forget_edit()
        self._redraft()

    def next_wording(self) -> None:
        """Show the next wording."""
        if self._draft is not None:
            self._forget_edit()
            self._redraft(self._draft.wording + 1)

    def set_text(self, text: str) -> None:
        """Put the agent's own text in place of the script's; an empty one, or the script's own, takes it back."""
        draft = self._draft
        if draft is not None and not (text.strip() == draft.text and not draft.is_edited):
            self._own = replace(self._own, text=text) if text.strip() else replace(self._own, text="", tracked=())
            self._is_touched = True
            self._redraft()

    def replace_words(self, finding: Finding) -> None:
        """Put the safer words in place of those found."""
        if self._draft is not None:
            self.set_text(with_safer(self._draft.text, finding))

    def overrule(self, finding: Finding, reason: str) -> None:
        """Let a false hit pass, with the reason, which is recorded with the copy."""
        self._try(lambda own: replace(own, overruled=(*own.overruled, overruling(finding, reason))))

    def track(self, finding: Finding, due: int) -> None:
        """Keep track of a promise in the agent's own words, due at that instant, with the next copy."""
        now = self._clock.now()
        self._try(lambda own: replace(own, tracked=(*own.tracked, *tracking(finding, due, now))))

    def close(self) -> None:
        """Show no script."""
        self._queue.clear()
        if self._draft is not None:
            self._draft = None
            self.closed.emit()

    def copy(self) -> None:
        """Copy the text: through the gate, to the clipboard, then into the log with its promise."""
        if self._draft is None:
            return
        if self._queue.has_pictures:
            self._copy_picture()
            return
        self._redraft()
        draft = self._draft
        gate = self._scripts.may_copy(draft)
        if gate.text is None:
            if gate.gap is not None:
                self.gap_reached.emit(gate.gap)
            elif gate.finding is not None:
                self.finding_reached.emit(gate.finding)
            return
        put = self._queue.put_text(self._scripts.in_parts(gate.text))
        if put is Put.BUSY:
            self.refused.emit(Problem("clipboard_busy"))
        if put is Put.LAST:
            self._record(draft, gate.text)

    def _record(self, draft: ScriptDraft, text: str) -> None:
        try:
            self._scripts.record_copy(draft, text, self._order, draft.overruled)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._queue.wait_with([self._picture_of(name) for name in draft.pictures])
        self._forget_edit()
        self._is_touched = False
        self.script_copied.emit(draft)
        self._show(self._scripts.draft(draft.script, self._order, self._given))

    def _copy_picture(self) -> None:
        try:
            if self._queue.put_picture() is Put.BUSY:
                self.refused.emit(Problem("clipboard_busy"))
        except WorldError as error:
            self.refused.emit(error.problem)

    def _forget_edit(self) -> None:
        self._own = NOTHING_OWN

    def _try(self, change: Callable[[OwnWords], OwnWords]) -> None:
        try:
            self._own = change(self._own)
            self._is_touched = True
        except WorldError as error:
            self.refused.emit(error.problem)
        else:
            self._redraft()

    def _redraft(self, wording: int | None = None) -> None:
        draft = self._draft
        if draft is not None:
            number = draft.wording if wording is None else wording
            self._show(self._scripts.draft(draft.script, self._order, self._given, number, self._own))

    def _show(self, draft: ScriptDraft) -> None:
        self._draft = draft
        self.draft_shown.emit(draft)
