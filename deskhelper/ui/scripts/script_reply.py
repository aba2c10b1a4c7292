"""A script of the library in the reply's place: its text with its slots, what is missing, and the one Copy button."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.outgoing import Finding
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.core.slot import Asked, SlotValue, latest_hour
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.cases.finding_list import FindingList
from deskhelper.ui.cases.reply_text import ReplyText
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import ElidedLabel, IconButton, IconLabel, label, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

ASKED = ("agent", "suggested", None)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScriptReply(QFrame):
    """Shows a ScriptDraft and takes the keys: Enter copies, Esc leaves, letters go to the box."""

    copy_requested = Signal()
    slot_edited = Signal(str, str)
    wording_requested = Signal()
    text_edited = Signal(str)
    """The agent's own text; empty: the script's words again."""
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
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._told = told
        self._scripts = scripts
        self._script: LibraryScript | None = None
        self._fields: dict[str, SlotField] = {}
        self._asked_for: set[str] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def foot(self) -> QWidget:
        """The part to bring into sight: the Copy button."""
        return self._copy

    def show_draft(self, draft: ScriptDraft, has_order: bool) -> None:
        """Show the draft; `has_order` says whether an order fills it."""
        with laid_out_once(self.parentWidget() or self, self):
            self._show(draft, has_order)

    def end_edit(self) -> None:
        """Show the text as it will leave; what was edited stays."""
        self._text.end_edit()

    def focus_finding(self, finding: Finding) -> None:
        """Put the focus on what puts `finding` right: in the text while it is edited, else its first button."""
        if self._text.is_editing and finding.end > finding.start:
            self._text.start_edit(finding.start, finding.end)
        else:
            self.findings.focus_finding(finding)

    def show_part(self, done: int, total: int, is_picture: bool) -> None:
        """Say on the button what the next wish to copy takes; 0 of 0: the whole text."""
        number = f"{done + 1} / {total}"
        if not total:
            self._copy.setText(self.tr("Copy the script    Enter"))
        elif is_picture:
            self._copy.setText(self.tr("Copy picture %s    Enter") % number)
        else:
            self._copy.setText(self.tr("Copy part %s    Enter") % number)

    def focus_slot(self, slot: str) -> None:
        """Put the focus on the field of `slot`, shown for the occasion if the order had filled it."""
        field = self._field(slot)
        self._asked_for.add(slot)
        field.show()
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say what stands against the copy."""
        self._verdict_icon.show_icon("shield-alert", "bad")
        self._verdict.setText(words)

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
        self.findings.show_findings(draft.findings, [None] * len(draft.findings), self._text.is_editing)
        self._show_fields(draft.slots, draft)
        self._show_verdict(draft, has_order)
        words = " · ".join(promise.text for promise in draft.promises)
        self._promises.setText(self.tr("Copying makes a promise: %s") % words)
        for part in (self._promises, self._promise_icon):
            part.setVisible(bool(words))

    def _show_fields(self, slots: list[SlotValue], draft: ScriptDraft) -> None:
        asked = [slot for slot in slots if slot.by in ASKED or slot.problem or slot.name in self._asked_for]
        shown = {slot.name for slot in asked}
        for name, field in self._fields.items():
            if name not in shown:
                field.hide()
        moment = moment_of(self._clock)
        facts = draft.against.facts or {}
        for at, slot in enumerate(asked):
            field = self._field(slot.name)
            if self._column.indexOf(field) != at:
                self._column.insertWidget(at, field)
            field.set_bounds(moment.now, latest_hour(Asked(moment, facts)))
            field.show_value(slot, self._told(slot.problem) if slot.problem else "")
            field.show()

    def _show_verdict(self, draft: ScriptDraft, has_order: bool) -> None:
        if draft.gaps:
            names = "、".join(self._slot_title(name) for name in draft.gaps)
            self._verdict_icon.show_icon("circle-alert", "warn")
            self._verdict.setText(self.tr("Still to fill in: %s") % names)
        elif draft.findings:
            self.say(self._told(draft.findings[0].problem))
        else:
            self._verdict_icon.show_icon("shield-check", "ok")
            checked = self.tr("Checked: facts of the order, promises, forbidden words")
            self._verdict.setText(
                checked if has_order else self.tr("Checked: promises, forbidden words; no order in hand")
            )

    def _slot_title(self, name: str) -> str:
        if self._script is None:
            return name
        return self._scripts.slot(self._script, name).title.within(self._lang)

    def _field(self, slot: str) -> SlotField:
        field = self._fields.get(slot)
        if field is None and self._script is not None:
            spec = self._scripts.slot(self._script, slot)
            field = field_for(slot, spec, self._lang, self._scripts.choices(self._script, slot))
            field.edited.connect(self.slot_edited)
            field.entered.connect(self.copy_requested)
            self._fields[slot] = field
            self._column.addWidget(field)
        if field is None:
            raise ValueError("a slot belongs to a script")
        return field

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
        self._wording = label(role="muted")
        self._rotate = IconButton(self._theme, "refresh-cw", self.tr("Another wording"), "Ctrl+R")
        self._close = IconButton(self._theme, "x", self.tr("Back to the reply of the case (Esc)"))
        self._edit = IconButton(self._theme, "pencil", self.tr("Edit the text"), "Ctrl+E")
        self._text = ReplyText(self._theme)
        self.findings = FindingList(self._theme, self._clock.zone, self._told)
        self._column = QVBoxLayout()
        self._verdict_icon = IconLabel(self._theme, "shield-check", "ok")
        self._verdict = label(role="muted", wraps=True)
        self._copy = primary_button(self.tr("Copy the script    Enter"))
        self._promise_icon = IconLabel(self._theme, "bell", "warn")
        self._promises = label(role="remark", wraps=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._icon, self._title, self._wording, self._edit, self._rotate, self._close):
            head.addWidget(part, 1 if part is self._title else 0)
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self.findings)
        column.addLayout(self._column)
        column.addLayout(_beside(self._verdict_icon, self._verdict))
        column.addWidget(self._copy)
        column.addLayout(_beside(self._promise_icon, self._promises))

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_requested)
        self._rotate.clicked.connect(self.wording_requested)
        self._close.clicked.connect(self.left)
        self._text.slot_requested.connect(self.focus_slot)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._text.edited.connect(self.text_edited)
        self._text.entered.connect(self._on_text_entered)
        self.findings.edit_requested.connect(self._on_findings_edit_requested)

    def _on_edit_clicked(self) -> None:
        if self._text.is_editing:
            self._text.end_edit()
        else:
            self._text.start_edit()

    def _on_text_entered(self) -> None:
        """Copy, unless nothing is written: then the script's words stand here again, to be seen first."""
        if self._text.editor.toPlainText().strip():
            self.copy_requested.emit()
        else:
            self._text.end_edit()

    def _on_findings_edit_requested(self, finding: Finding) -> None:
        self._text.start_edit(finding.start, finding.end)


def _beside(icon: IconLabel, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
