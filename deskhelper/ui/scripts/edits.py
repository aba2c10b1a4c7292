"""The edits of the library as gestures: save, remove, restore, undo; each said in one sentence, with the way back."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError, problem_of
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.script_shelf import Edit
from deskhelper.services.script_steps import MOST_AT_ONCE
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.tasks import Tasks


class LibraryEdits(QObject):
    """Calls one service verb per gesture and tells what became of it."""

    changed = Signal(str)
    """The library is another now; the id of the script to stand on, empty for none."""
    much_changed = Signal()
    """Thousands of scripts are others now."""
    said = Signal(str, bool)
    """A sentence about what was done, and whether it can be undone."""
    refused = Signal(object)

    def __init__(self, scripts: ScriptService, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scripts = scripts
        self._tasks = tasks
        if scripts.steps.is_under_way:  # begun by a window that was closed since
            scripts.steps.tell_end(self._on_long_step_made)

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
        self._step(is_back=True)

    def redo(self) -> None:
        """Make the last edit again that was undone."""
        self._step(is_back=False)

    def _step(self, is_back: bool) -> None:
        """Make a step at once, or in the background where the window would wait for it."""
        steps = self._scripts.steps
        try:
            length = steps.length(is_back)
            if length > MOST_AT_ONCE:
                self._start(steps.prepare(is_back), length, is_back)
            else:
                self._tell_step(steps.make(is_back), is_back)
        except WorldError as error:
            self.refused.emit(error.problem)

    def _tell_step(self, edit: Edit | None, is_back: bool) -> None:
        if edit is None:
            self.said.emit(self.tr("Nothing to undo") if is_back else self.tr("Nothing to redo"), False)
            return
        scripts = edit.before if is_back else edit.after
        self.changed.emit(scripts[0].id if scripts else "")
        self._say_done(is_back)

    def _start(self, work: Callable[[], Callable[[], None]], length: int, is_back: bool) -> None:
        """Have a long step made; it is taken to its end even where the window is closed meanwhile."""
        self._scripts.steps.tell_end(self._on_long_step_made)
        words = self.tr("Undoing %n edit(s)…", "", length) if is_back else self.tr("Redoing %n edit(s)…", "", length)
        self.said.emit(words, False)
        self._tasks.run(lambda _: work(), lambda end: end(), self._on_failed, receiver=self._tasks)

    def _on_long_step_made(self, is_back: bool) -> None:
        if shiboken6.isValid(self):
            self.much_changed.emit()
            self._say_done(is_back)

    def _on_failed(self, error: Exception) -> None:
        if shiboken6.isValid(self):
            self.refused.emit(problem_of(error))

    def _say_done(self, is_back: bool) -> None:
        self.said.emit(self.tr("Undone") if is_back else self.tr("Done again"), False)

    def _do(self, verb: Callable[[], object], words: str, stand_on: str = "") -> None:
        try:
            verb()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.changed.emit(stand_on)
        self.said.emit(words, True)
