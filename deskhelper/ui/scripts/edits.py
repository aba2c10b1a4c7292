"""The edits of the library as gestures: save, remove, restore, undo; each said in one sentence, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.scripts import ScriptService


class LibraryEdits(QObject):
    """Calls one service verb per gesture and tells what became of it."""

    changed = Signal(str)
    """The library is another now; the id of the script to stand on, empty for none."""
    said = Signal(str, bool)
    """A sentence about what was done, and whether it can be undone."""
    refused = Signal(object)

    def __init__(self, scripts: ScriptService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts = scripts

    def save(self, script: LibraryScript) -> LibraryScript | None:
        """Keep a script and return it as kept; None where it is refused."""
        try:
            kept = self._scripts.save(script)
        except WorldError as error:
            self.refused.emit(error.problem)
            return None
        self.changed.emit(kept.id)
        self.said.emit(self.tr("Saved: %s") % kept.title, True)
        return kept

    def remove(self, script: LibraryScript) -> None:
        """Remove an own script; switch a shipped one off for the shop."""
        words = self.tr("Switched off for this shop: %s") if script.scope is Scope.SHIPPED else self.tr("Removed: %s")
        self._do(lambda: self._scripts.remove(script.id), words % script.title)

    def restore(self, script: LibraryScript) -> None:
        """Put the shipped script back that `script` stands for."""
        words = self.tr("The shipped script is back: %s") % script.title
        self._do(lambda: self._scripts.restore_shipped(script.id), words, script.replaces)

    def undo(self) -> None:
        """Take the last edit of the library back."""
        edit = self._scripts.undo()
        if edit is None:
            self.said.emit(self.tr("Nothing to undo"), False)
            return
        self.changed.emit(edit.before[0].id if edit.before else "")
        self.said.emit(self.tr("Undone"), False)

    def redo(self) -> None:
        """Make the last edit again that was undone."""
        edit = self._scripts.redo()
        if edit is None:
            self.said.emit(self.tr("Nothing to redo"), False)
            return
        self.changed.emit(edit.after[0].id if edit.after else "")
        self.said.emit(self.tr("Done again"), False)

    def _do(self, verb: Callable[[], object], words: str, stand_on: str = "") -> None:
        try:
            verb()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.changed.emit(stand_on)
        self.said.emit(words, True)
