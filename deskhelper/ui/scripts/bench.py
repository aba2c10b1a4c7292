"""The script in the editor: shown, checked against the order in hand, saved or given up, never lost silently."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.ui.scripts.editor import ScriptEditor
from deskhelper.ui.scripts.edits import LibraryEdits
from deskhelper.ui.scripts.unsaved import Leaving
from deskhelper.ui.scripts.world import LibraryWorld

TAIL = 4
"""Digits of an order number that name it in a preview."""


class EditorBench(QObject):
    """Connects the editor with its verbs. `stored` gives a script of the library by its id."""

    held_changed = Signal(bool)
    """Whether the editor holds changes that are not kept."""
    given_up = Signal()
    """A new script was given up: nothing is shown."""

    def __init__(
        self,
        world: LibraryWorld,
        editor: ScriptEditor,
        edits: LibraryEdits,
        stored: Callable[[str], LibraryScript | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._world = world
        self._editor = editor
        self._edits = edits
        self._stored = stored
        self.leaving = Leaving(window, lambda: self.is_changed, self.save, self.discard)
        editor.changed.connect(self._tell_held)
        editor.check_due.connect(self._on_editor_check_due)
        editor.save_requested.connect(self.save)
        editor.discard_requested.connect(self.discard)
        editor.change_requested.connect(self._on_editor_change_requested)
        editor.restore_requested.connect(self._on_editor_restore_requested)

    @property
    def is_changed(self) -> bool:
        """Whether the editor holds changes that are not kept."""
        return self._editor.is_changed

    @property
    def shown(self) -> LibraryScript | None:
        """The script in the editor, as it is stored."""
        return self._editor.shown

    def show(self, script: LibraryScript | None) -> None:
        """Show a script; nothing for None. What stood there must have been left before."""
        self._editor.show_script(script, can_edit=script is not None and not script.id)
        self._tell_held()

    def let_go(self) -> None:
        """Forget what stands in the editor: the next script is about to be shown."""
        self._editor.let_go()
        self._tell_held()

    def ask(self, then: Callable[[], None]) -> None:
        """Go on with `then` once nothing is lost by it."""
        title = self._editor.head.title.text().strip() if self.shown else ""
        self.leaving.ask(title, then)

    def save(self) -> bool:
        """Keep what stands in the editor; tell whether it is kept."""
        return not self.is_changed or self._edits.save(self._editor.read()) is not None

    def discard(self) -> None:
        """Forget what was changed; a new script is given up."""
        shown = self.shown
        stored = self._stored(shown.id) if shown else None
        self.show(stored)
        if stored is None:
            self.given_up.emit()

    def _tell_held(self) -> None:
        self.held_changed.emit(self.is_changed)

    def _on_editor_change_requested(self) -> None:
        if self.shown is not None:
            self._editor.show_script(replace(self.shown, scope=Scope.SHOP), can_edit=True)
            self._editor.focus_text()

    def _on_editor_restore_requested(self) -> None:
        shown = self.shown
        if shown is not None:
            self.ask(lambda: self._edits.restore(shown))

    def _on_editor_check_due(self) -> None:
        """Draft what stands in the editor against the order in hand, and check it."""
        if self.shown is None:
            return
        order = self._world.order()
        draft = self._world.scripts.draft(self._editor.drafted(), order, wording=0)
        name = self.tr("order …%s") % order.order_no[-TAIL:] if order else ""
        self._editor.show_draft(draft, self._world.scripts.findings(draft), name)
