"""The library of scripts as a window: places, list and editor side by side, or one after another where it is narrow."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.text import Lang
from deskhelper.ui.kit import ElidedLabel, Toast
from deskhelper.ui.scripts.bench import EditorBench
from deskhelper.ui.scripts.editor import EditorParts, ScriptEditor
from deskhelper.ui.scripts.edits import LibraryEdits
from deskhelper.ui.scripts.library_bar import LibraryBar
from deskhelper.ui.scripts.library_list import LibraryList
from deskhelper.ui.scripts.listing import Listing, Standing
from deskhelper.ui.scripts.pages import NARROW, LibraryPages
from deskhelper.ui.scripts.places import PlaceKind
from deskhelper.ui.scripts.reading import LibraryReading
from deskhelper.ui.scripts.world import LibraryWorld
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.services.script_pictures import ScriptPictures
    from deskhelper.ui.scripts.phrase_flow import PhraseFlow

WIDTH, HEIGHT, MARGIN = 1400, 860, 40
SETTLE_MS = 30
"""How long the list rests before the editor follows: keys held down pass many scripts."""


class ScriptDialog(QDialog):
    """Connects list, editor and verbs. Nothing typed is ever left without a question."""

    def __init__(self, world: LibraryWorld, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._world = world
        self._theme = theme
        self._lang = lang
        self._slots = dict(world.scripts.slots())
        self.listing = Listing(world.scripts)
        self.reading = LibraryReading(world, self.listing, self)
        self.list = LibraryList(theme, world.clock, self.listing)
        self.editor = ScriptEditor(
            EditorParts(theme, lang, world.clock, world.told, lambda: self._slots, lambda: self.pictures, world.topics)
        )
        self.pages = LibraryPages(theme, self.list, self.editor)
        self.edits = LibraryEdits(world.scripts, world.tasks, self)
        self.bench = EditorBench(world, self.editor, self.edits, self.listing.script, self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build()
        self._lay_out()
        self._connect()
        self._load()

    @cached_property
    def pictures(self) -> "ScriptPictures":
        """The folder of pictures."""
        from deskhelper.services.script_pictures import ScriptPictures

        return ScriptPictures(self._world.data_folder)

    @cached_property
    def phrases(self) -> "PhraseFlow":
        """Import and export, built with the first file."""
        from deskhelper.ui.scripts.phrase_flow import PhraseFlow

        world = self._world
        flow = PhraseFlow(world.open_imports(), world.tasks, self._theme, self._lang, world.told, self)
        flow.changed.connect(self.reading.catch_up)
        flow.said.connect(self.toast.say)
        flow.refused.connect(self._on_refused)
        return flow

    def show_script(self, script_id: str) -> None:
        """Stand on a script."""
        self.list.reveal(script_id)

    def new_script(self) -> None:
        """Begin a script in the category one looks at."""
        place = self.list.place
        scope = place.scope if place.kind is PlaceKind.SCOPE and place.scope is Scope.PERSONAL else Scope.SHOP
        path = place.path or (self.bench.shown.path if self.bench.shown else ())
        begun = LibraryScript(id="", title="", wordings=(), path=path, scope=scope)
        self.bench.ask(lambda: self._begin(begun))

    def remove(self, script: LibraryScript) -> None:
        """Remove a script; the way back stands in the toast."""
        self.bench.ask(lambda: self.edits.remove(script))

    def use(self, script: LibraryScript) -> None:
        """Put a script where it is sent from, and close."""
        self.bench.ask(lambda: self._use(self.listing.script(script.id) or self.bench.shown or script))

    def undo(self) -> None:
        """Take back: a wording that was removed, else the last edit of the library."""
        if not self.editor.wordings.bring_back():
            self.bench.ask(self.edits.undo)

    def redo(self) -> None:
        """Make again what was undone in the library."""
        self.bench.ask(self.edits.redo)

    def step_back(self) -> None:
        """Go one level back: from the editor to the list, from a filter to all, then out."""
        if self.pages.is_narrow and self.pages.is_at_editor:
            self.bench.ask(self.pages.show_list)
        elif self.pages.is_at_editor:
            self.pages.show_list()
        elif self.list.filter.text():
            self.list.filter.clear()
            self.list.filter.setFocus()
        else:
            self.reject()

    def reject(self) -> None:
        """Close, once nothing is lost by it."""
        self.bench.ask(self._close)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back on Esc instead of closing at once; Enter is never a hidden OK."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _load(self) -> None:
        self._read()
        self.list.filter.setFocus()

    def _read(self, standing: Standing | None = None, script_id: str = "") -> None:
        self.listing.refresh(standing)
        self.editor.head.set_paths(self.listing.paths())
        self.list.refresh(script_id)
        self.reading.index(is_much=standing is not None)

    def _begin(self, script: LibraryScript) -> None:
        self.list.table.clearSelection()
        self._settle.stop()
        self.bench.show(script)
        self.pages.show_editor()
        self.editor.focus_title()

    def _use(self, script: LibraryScript) -> None:
        self._close()
        self._world.use(script)

    def _close(self) -> None:
        self._settle.stop()
        super().reject()

    def _on_table_script_selected(self, script: LibraryScript | None) -> None:
        shown = self.bench.shown
        if script is not None and shown is not None and script.id == shown.id:
            self._settle.stop()
        elif script is not None and self.bench.is_changed:
            self._ask_to_leave_for(script)
        elif not self.bench.is_changed:
            self._settle.start()

    def _ask_to_leave_for(self, script: LibraryScript) -> None:
        blocked = self.list.table.blockSignals(True)
        if not (self.bench.shown and self.list.table.select(self.bench.shown.id)):
            self.list.table.clearSelection()
        self.list.table.blockSignals(blocked)
        self.bench.ask(lambda: self._go_to(script.id))

    def _go_to(self, script_id: str) -> None:
        self.list.table.select(script_id)
        self.bench.show(self.listing.script(script_id))

    def _on_settled(self) -> None:
        if not self.bench.is_changed:
            self.bench.show(self.list.table.script)

    def _on_edit_requested(self) -> None:
        self._settle_now()
        if self.bench.shown is not None:
            self.pages.show_editor()
            self.editor.focus_text()

    def _settle_now(self) -> None:
        if self._settle.isActive():
            self._settle.stop()
            self._on_settled()

    def _on_reading_read(self, standing: Standing | None) -> None:
        """Show what was read in the background; what was typed meanwhile stays where it is."""
        if self.bench.is_changed:
            self._read(standing)
        else:
            self._on_edits_changed(standing=standing)

    def _on_edits_changed(self, script_id: str = "", standing: Standing | None = None) -> None:
        row = self.list.table.currentIndex().row()
        self.bench.let_go()
        self._read(standing, script_id)
        if self.list.table.script is None and self.list.model.rowCount():
            self.list.table.selectRow(min(max(row, 0), self.list.model.rowCount() - 1))
        if script_id and self.listing.script(script_id) and not self.list.table.select(script_id):
            self.list.reveal(script_id)
        self._settle.stop()
        self.bench.show(self.list.table.script)

    def _on_bench_held_changed(self, is_held: bool) -> None:
        self.list.is_held = is_held

    def _on_refused(self, problem: Problem) -> None:
        self.toast.say(self._world.told(problem))

    def _on_wording_removed(self) -> None:
        self.toast.say(self.tr("The wording was removed"), can_undo=True)

    def _on_filter_key(self) -> None:
        if self.pages.is_narrow:
            self.pages.show_list()
        self.list.filter.setFocus()
        self.list.filter.selectAll()

    def _on_use_key(self) -> None:
        self._settle_now()
        if self.bench.shown is not None and self.bench.shown.id:
            self.use(self.bench.shown)

    def _on_import_requested(self) -> None:
        self.bench.ask(lambda: self.phrases.choose())

    def _on_export_requested(self) -> None:
        listed = [line.script for line in self.list.model.lines]
        everything = self._world.scripts.all(with_disabled=True)
        own = sum(script.scope is not Scope.SHIPPED for script in everything)
        self.bench.ask(lambda: self.phrases.export(listed, everything, own))

    def _build(self) -> None:
        self.bar = LibraryBar(self._theme)
        self.hint = ElidedLabel(
            self._theme,
            self.tr("Enter uses · F2 edits · Ctrl+N new · Ctrl+S saves · Del removes · Ctrl+Z undoes · Esc steps back"),
            "remark",
        )

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Script library"))
        over = self.parentWidget()
        room = over.window().size() if over is not None else QSize(WIDTH, HEIGHT)
        margin = MARGIN if room.width() >= NARROW else 0
        self.resize(min(WIDTH, room.width() - margin), min(HEIGHT, room.height() - margin))
        self.toast = Toast(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.hint)

    def _connect(self) -> None:
        table, editor = self.list.table, self.editor
        table.script_selected.connect(self._on_table_script_selected)
        table.use_requested.connect(self.use)
        table.edit_requested.connect(self._on_edit_requested)
        table.remove_requested.connect(self.remove)
        editor.wording_removed.connect(self._on_wording_removed)
        editor.refused.connect(self._on_refused)
        self.bench.held_changed.connect(self._on_bench_held_changed)
        self.bench.given_up.connect(lambda: self.list.table.selectRow(0))
        self.edits.changed.connect(self._on_edits_changed)
        self.reading.read.connect(self._on_reading_read)
        self.reading.indexed.connect(self.list.search_again)
        self.edits.much_changed.connect(self.reading.catch_up)
        self.edits.said.connect(self.toast.say)
        self.edits.refused.connect(self._on_refused)
        self.toast.undo_requested.connect(self.undo)
        self._settle.timeout.connect(self._on_settled)
        self.pages.back_requested.connect(self.step_back)
        self.bar.new_requested.connect(self.new_script)
        self.bar.undo_requested.connect(self.undo)
        self.bar.import_requested.connect(self._on_import_requested)
        self.bar.export_requested.connect(self._on_export_requested)
        for keys, slot in (
            ("F7", self.reject),
            ("Ctrl+N", self.new_script),
            ("Ctrl+S", self.bench.save),
            ("Ctrl+F", self._on_filter_key),
            ("Ctrl+K", self._on_filter_key),
            ("Ctrl+Return", self._on_use_key),
            ("Ctrl+I", self._on_import_requested),
            ("Ctrl+E", self._on_export_requested),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Y", self.redo),
            ("Ctrl+Shift+Z", self.redo),
        ):
            QShortcut(QKeySequence(keys), self, slot)
