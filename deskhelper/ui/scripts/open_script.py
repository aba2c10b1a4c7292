"""The script on the desk: drafted from the order in hand, filled, checked and copied through the one gate."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.outgoing import Finding
from deskhelper.core.outgoing.overruled import MAY_BE_OVERRULED, Overruled, standing
from deskhelper.core.own_words import MOST_REASON, with_safer
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.text import Part
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
        clipboard: Clipboard,
        parent: QObject | None = None,
        picture_of: Callable[[str], Path] = Path,
    ) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._picture_of = picture_of
        self._queue = CopyQueue(clipboard, self)
        self._queue.moved.connect(self.part_copied)
        self._edited = ""
        self._overruled: tuple[Overruled, ...] = ()
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

    def show(self, script: LibraryScript, order: Order | None) -> None:
        """Show a script against `order`, in the wording after the one that this buyer got last."""
        self._given, self._order = {}, order
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
        self._given[slot] = words
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
        if draft is not None:
            self._edited = "" if text.strip() in ("", draft.text) else text
            self._redraft()

    def replace_words(self, finding: Finding) -> None:
        """Put the safer words in place of those found."""
        if self._draft is not None:
            self.set_text(with_safer(self._edited or self._draft.text, finding))

    def overrule(self, finding: Finding, reason: str) -> None:
        """Let a false hit pass, with the reason, which is recorded with the copy."""
        words = " ".join(reason.split())
        if not 2 <= len(words) <= MOST_REASON:
            self.refused.emit(Problem("overrule_reason", {"least": 2, "most": MOST_REASON}))
        elif finding.rule in MAY_BE_OVERRULED:
            self._overruled = (*self._overruled, Overruled(finding.rule, finding.words, words))
            self._redraft()

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
        draft, edited = self._draft, self._edited or None
        gate = self._scripts.may_copy(draft, edited, self._overruled)
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
        hits = self._scripts.standing(draft, self._edited or None)
        passed = [one for one in self._overruled if len(standing(hits, [one])) < len(hits)]
        try:
            self._scripts.record_copy(draft, text, self._order, passed)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._queue.wait_with([self._picture_of(name) for name in draft.pictures])
        self._forget_edit()
        self.script_copied.emit(draft)
        self._show(self._scripts.draft(draft.script, self._order, self._given))

    def _copy_picture(self) -> None:
        try:
            if self._queue.put_picture() is Put.BUSY:
                self.refused.emit(Problem("clipboard_busy"))
        except WorldError as error:
            self.refused.emit(error.problem)

    def _forget_edit(self) -> None:
        self._edited, self._overruled = "", ()

    def _redraft(self, wording: int | None = None) -> None:
        draft = self._draft
        if draft is not None:
            number = draft.wording if wording is None else wording
            self._show(self._scripts.draft(draft.script, self._order, self._given, number))

    def _show(self, draft: ScriptDraft) -> None:
        self._draft = draft
        findings = self._scripts.standing(draft, self._edited or None, self._overruled)
        shown = replace(draft, findings=findings)
        if self._edited:
            shown = replace(shown, parts=[Part(self._edited)], slots=[])
        self.draft_shown.emit(shown)
