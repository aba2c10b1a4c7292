"""What every reply on the desk has: its text, what stands against it, fields for what is missing, the Copy button."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing import Finding
from deskhelper.core.promise import PromiseMade
from deskhelper.core.slot import SlotValue
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.ui.cases.finding_list import FindingList
from deskhelper.ui.cases.reply_text import ReplyText
from deskhelper.ui.cases.slot_fields import SlotField
from deskhelper.ui.kit import IconButton, label
from deskhelper.ui.kit.lines import Line, Lines
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import REMARK

ASKED = ("agent", "suggested", None)


class ReplyFrame(InColumn, QFrame):
    """The frame of a case's reply and of a script in its place. It copies nothing itself.

    `due_of` tells when what was found as a promise falls due, None where it is none. Who fills the frame gives the
    Copy button its words, makes fields for slots (`make_field`) and says how far they reach (`bound`).
    """

    copy_requested = Signal()
    slot_edited = Signal(str, str)
    wording_requested = Signal()
    text_edited = Signal(str)
    """The agent's own text; empty: the script's words again."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        due_of: Callable[[Finding], Instant | None],
        copy: QPushButton,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._told = told
        self._due_of = due_of
        self._fields: dict[str, SlotField] = {}
        self._asked_for: set[str] = set()
        self._copy = copy
        self._wording = label(role="muted")
        self._rotate = IconButton(theme, "refresh-cw", self.tr("Another wording"), "Ctrl+R")
        self._edit = IconButton(theme, "pencil", self.tr("Edit the text"), "Ctrl+E")
        self._text = ReplyText(theme)
        self.findings = FindingList(theme, clock.zone, told)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._verdict = Lines(theme)
        self._promises = Lines(theme, pixels=REMARK)
        self._copy.clicked.connect(self.copy_requested)
        self._rotate.clicked.connect(self.wording_requested)
        self._text.slot_requested.connect(self.focus_slot)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._text.edited.connect(self.text_edited)
        self._text.entered.connect(self._on_text_entered)
        self.findings.edit_requested.connect(self._on_findings_edit_requested)

    @property
    def foot(self) -> QWidget:
        """The part to bring into sight: the Copy button."""
        return self._copy

    @property
    def is_editing(self) -> bool:
        """Whether the reply is being edited."""
        return self._text.is_editing

    def start_edit(self) -> None:
        """Let the agent edit the reply in place."""
        self._text.start_edit()

    def end_edit(self) -> None:
        """Show the reply as it will leave; what was edited stays."""
        self._text.end_edit()

    def focus_finding(self, finding: Finding) -> None:
        """Put the focus on what puts `finding` right: in the text while it is edited, else its first button."""
        if self._text.is_editing and finding.end > finding.start:
            self._text.start_edit(finding.start, finding.end)
        else:
            self.findings.focus_finding(finding)

    def focus_slot(self, slot: str) -> None:
        """Put the focus on the field of `slot`, shown for the occasion if the order had filled it."""
        field = self.field(slot)
        self._asked_for.add(slot)
        field.show()
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self, slot: str) -> SlotField:
        """Return the field of `slot`, made with its first use."""
        field = self._fields.get(slot)
        if field is None:
            field = self.make_field(slot)
            field.edited.connect(self.slot_edited)
            field.entered.connect(self.copy_requested)
            self._fields[slot] = field
            self._column.addWidget(field)
        return field

    def make_field(self, slot: str) -> SlotField:
        """Return a new field for `slot`."""
        raise NotImplementedError

    def slot_title(self, slot: str) -> str:
        """Return what `slot` is called."""
        raise NotImplementedError

    def show_fields(self, slots: Iterable[SlotValue], bound: Callable[[SlotField], None]) -> None:
        """Ask for what is missing; `bound` says of a field how far its values may reach."""
        asked = [slot for slot in slots if slot.by in ASKED or slot.problem or slot.name in self._asked_for]
        shown = {slot.name for slot in asked}
        for name, field in self._fields.items():
            if name not in shown:
                field.hide()
        for at, slot in enumerate(asked):
            field = self.field(slot.name)
            if self._column.indexOf(field) != at:
                self._column.insertWidget(at, field)
            bound(field)
            field.show_value(slot, self._told(slot.problem) if slot.problem else "")
            field.show()

    def show_findings(self, findings: list[Finding]) -> None:
        """Show what stands against the reply, each with what puts it right."""
        self.findings.show_findings(findings, [self._due_of(one) for one in findings], self._text.is_editing)

    def show_promises(self, promises: list[PromiseMade]) -> None:
        """Say what the copy promises."""
        words = self.tr("Copying makes a promise: %s") % " · ".join(promise.text for promise in promises)
        self._promises.show_lines([Line("bell", "warn", words, ink="muted")] if promises else [])

    def judge(self, icon: str, token: str, words: str) -> None:
        """Say above the Copy button whether the reply may leave."""
        self._verdict.show_lines([Line(icon, token, words, ink="muted")])

    @property
    def verdict(self) -> str:
        """What stands above the Copy button."""
        return "".join(line.words for line in self._verdict.lines)

    def say_gaps(self, gaps: list[str]) -> None:
        """Say what is still to be filled in."""
        names = "、".join(map(self.slot_title, gaps))
        self.judge("circle-alert", "warn", self.tr("Still to fill in: %s") % names)

    def say_findings(self, count: int) -> None:
        """Say that so much stands against the reply; the list tells what."""
        self.judge("shield-alert", "bad", self.findings.verdict(count))

    def lay_out_below(self, head: QHBoxLayout, *after_text: QWidget) -> QVBoxLayout:
        """Put everything below `head` in its order, `after_text` right below the text; return the column."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for part in (self._text, *after_text, self.findings):
            column.addWidget(part)
        column.addLayout(self._column)
        column.addWidget(self._verdict)
        column.addWidget(self._copy)
        column.addWidget(self._promises)
        return column

    def _on_edit_clicked(self) -> None:
        if self._text.is_editing:
            self.end_edit()
        else:
            self.start_edit()

    def _on_text_entered(self) -> None:
        """Copy, unless nothing is written: then the script's words stand here again, to be seen first."""
        if self._text.editor.toPlainText().strip():
            self.copy_requested.emit()
        else:
            self.end_edit()

    def _on_findings_edit_requested(self, finding: Finding) -> None:
        self._text.start_edit(finding.start, finding.end)
