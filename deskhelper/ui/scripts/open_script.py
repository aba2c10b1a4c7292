"""The script on the desk: drafted from the order in hand, filled, checked and copied through the one gate."""

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.clipboard import Clipboard


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
    refused = Signal(object)

    def __init__(self, scripts: ScriptService, clipboard: Clipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._clipboard = clipboard
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

    def show(self, script: LibraryScript, order: Order | None) -> None:
        """Show a script against `order`, in the wording after the one that this buyer got last."""
        self._given, self._order = {}, order
        self._show(self._scripts.draft(script, order))

    def follow(self, order: Order | None) -> None:
        """Fill the draft from `order` as it is now."""
        if self._draft is not None:
            self._order = order
            self._redraft()

    def set_slot(self, slot: str, words: str) -> None:
        """Fill a slot."""
        self._given[slot] = words
        self._redraft()

    def next_wording(self) -> None:
        """Show the next wording."""
        if self._draft is not None:
            self._redraft(self._draft.wording + 1)

    def close(self) -> None:
        """Show no script."""
        if self._draft is not None:
            self._draft = None
            self.closed.emit()

    def copy(self) -> None:
        """Copy the text: through the gate, to the clipboard, then into the log with its promise."""
        if self._draft is None:
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
        if not self._clipboard.put(gate.text):
            self.refused.emit(Problem("clipboard_busy"))
            return
        try:
            self._scripts.record_copy(draft, gate.text, self._order)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.script_copied.emit(draft)

    def _redraft(self, wording: int | None = None) -> None:
        draft = self._draft
        if draft is not None:
            number = draft.wording if wording is None else wording
            self._show(self._scripts.draft(draft.script, self._order, self._given, number))

    def _show(self, draft: ScriptDraft) -> None:
        self._draft = draft
        self.draft_shown.emit(draft)
