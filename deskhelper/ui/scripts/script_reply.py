"""A script of the library in the reply's place: its text with its slots, what is missing, and the one Copy button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.slot import Asked, latest_hour
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.cases.reply_frame import ReplyFrame
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import ElidedLabel, IconButton, IconLabel, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScriptReply(ReplyFrame):
    """Shows a ScriptDraft and takes the keys: Enter copies, Esc leaves, letters go to the box."""

    left = Signal()
    type_ahead = Signal(str)

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        scripts: ScriptService,
        parent: QWidget | None = None,
    ) -> None:
        copy = primary_button(self.tr("Copy the script    Enter"))
        super().__init__(theme, lang, clock, told, scripts.due_of, copy, parent)
        self._scripts = scripts
        self._script: LibraryScript | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._lay_out()
        self._connect()
        self.hide()

    def show_draft(self, draft: ScriptDraft, has_order: bool) -> None:
        """Show the draft; `has_order` says whether an order fills it."""
        with laid_out_once(self.parentWidget() or self, self):
            self._show(draft, has_order)

    def show_part(self, done: int, total: int, is_picture: bool) -> None:
        """Say on the button what the next wish to copy takes; 0 of 0: the whole text."""
        number = f"{done + 1} / {total}"
        if not total:
            self._copy.setText(self.tr("Copy the script    Enter"))
        elif is_picture:
            self._copy.setText(self.tr("Copy picture %s    Enter") % number)
        else:
            self._copy.setText(self.tr("Copy part %s    Enter") % number)

    def say(self, words: str) -> None:
        """Say what stands against the copy."""
        self.judge("shield-alert", "bad", words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, leave, or pass what is typed to the box."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and not held:
            self.copy_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().strip() and event.text().isprintable() and not held & Qt.KeyboardModifier.ControlModifier:
            self.type_ahead.emit(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcut while the script has the focus itself."""
        is_override = event.type() == QEvent.Type.ShortcutOverride and self.hasFocus()
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def _show(self, draft: ScriptDraft, has_order: bool) -> None:
        if self._script is None or draft.script.id != self._script.id:
            self._forget_fields()
            self._text.end_edit()
        self._script = draft.script
        self._title.set_words(draft.script.title)
        many = len(draft.script.wordings) > 1
        self._wording.setText(f"{draft.wording + 1} / {len(draft.script.wordings)}" if many else "")
        self._rotate.setVisible(many)
        self._text.show_parts(draft.parts, draft.findings)
        self.show_findings(draft.findings)
        until = latest_hour(Asked(moment_of(self._clock), draft.against.facts or {}))
        self.show_fields(draft.slots, lambda field: field.set_bounds(self._clock.now(), until))
        self._show_verdict(draft, has_order)
        self.show_promises(draft.promises)

    def _show_verdict(self, draft: ScriptDraft, has_order: bool) -> None:
        if draft.gaps:
            self.say_gaps(draft.gaps)
        elif draft.findings:
            self.say_findings(len(draft.findings))
        else:
            checked = self.tr("Checked: facts of the order, promises, forbidden words")
            without = self.tr("Checked: promises, forbidden words; no order in hand")
            self.judge("shield-check", "ok", checked if has_order else without)

    def slot_title(self, slot: str) -> str:
        """Return what `slot` is called."""
        return slot if self._script is None else self._scripts.slot(self._script, slot).title.within(self._lang)

    def make_field(self, slot: str) -> SlotField:
        """Return a new field for `slot`."""
        if self._script is None:
            raise ValueError("a slot belongs to a script")
        spec = self._scripts.slot(self._script, slot)
        return field_for(slot, spec, self._lang, self._scripts.choices(self._script, slot))

    def _forget_fields(self) -> None:
        """Drop the fields of another script: its slots may have the same names and mean something else."""
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        self._fields.clear()
        self._asked_for.clear()

    def _build(self) -> None:
        self._icon = IconLabel(self._theme, "message-square", "muted")
        self._title = ElidedLabel(self._theme, role="title")
        self._close = IconButton(self._theme, "x", self.tr("Back to the reply of the case (Esc)"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._icon, self._title, self._wording, self._edit, self._rotate, self._close):
            head.addWidget(part, 1 if part is self._title else 0)
        self.lay_out_below(head)

    def _connect(self) -> None:
        self._close.clicked.connect(self.left)
