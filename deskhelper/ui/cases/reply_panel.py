"""The reply: text with its slots, the fields that are asked for, what stands against it, and the one Copy button."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.flow import Limit
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.reply import Draft
from deskhelper.core.slot import Asked, SlotKind, SlotSpec, SlotValue, latest_hour
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.clock import Clock, moment_of
from deskhelper.ui.cases.finding_list import FindingList
from deskhelper.ui.cases.reply_text import ReplyText
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import IconButton, IconLabel, label, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

ASKED = ("agent", "suggested", None)
WARM_MS = 300
WARM_KINDS = (SlotKind.CHOICE, SlotKind.HOUR, SlotKind.MONEY, SlotKind.MINUTES)
"""Made one by one while nobody waits: the first field of a kind takes 10 ms of the answer that shows it."""


def _never(finding: Finding) -> None:
    """Know of no promise."""


class ReplyPanel(QFrame):
    """Shows the draft of a case and asks for what is missing. It copies nothing itself.

    `due_of` tells when what was found as a promise falls due, None where it is none.
    """

    copy_requested = Signal()
    slot_edited = Signal(str, str)
    wording_requested = Signal()
    text_edited = Signal(str)
    """The agent's own text; empty: the script's words again."""
    bare_chosen = Signal(bool)
    """Without greeting and sign-off, or with them."""

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        due_of: Callable[[Finding], Instant | None] = _never,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._told = told
        self._due_of = due_of
        self._has_pieces = False
        self._specs: Mapping[str, SlotSpec] = {}
        self._choices: Mapping[str, tuple[str, ...]] = {}
        self._fields: dict[str, SlotField] = {}
        self._asked_for: set[str] = set()
        self._case = ""
        self._warm_timer = QTimer(self)
        self._warm_timer.setSingleShot(True)
        self._warm_timer.setInterval(WARM_MS)
        self._build()
        self._lay_out()
        self._connect()

    def set_slots(self, specs: Mapping[str, SlotSpec], choices: Mapping[str, tuple[str, ...]]) -> None:
        """Take the slots there are and what their choices offer."""
        self._specs = specs
        self._choices = choices
        self._warm_timer.start()

    def show_case(self, view: CaseView) -> None:
        """Show the draft of `view`, or say what is still open."""
        with laid_out_once(self.parentWidget(), self):
            self._show(view)

    def _show(self, view: CaseView) -> None:
        if view.case.id != self._case:
            self._case = view.case.id
            self._asked_for.clear()
            self._text.end_edit()
        draft = view.draft
        has_reply = draft is not None and bool(draft.parts)
        for part in (self._rotate, self._edit, self._wording, self._copy, self._verdict, self._verdict_icon):
            part.setVisible(has_reply)
        self._script_words.setVisible(has_reply and draft is not None and draft.is_edited)
        self._pieces.setVisible(has_reply and self._has_pieces)
        if draft is None:
            self._text.show_words(self.tr("Answer the question; the reply stands here at once."))
        elif not draft.parts:
            self._text.show_words(self.tr("There is nothing to tell the buyer here."))
        else:
            self._show_reply(draft)
        if self._has_pieces:
            blocked = self._pieces.blockSignals(True)
            self._pieces.setChecked(not view.case.state.is_bare)
            self._pieces.blockSignals(blocked)
        self._show_fields(view)
        self._show_verdict(view)
        self._show_promises(view)

    def _show_reply(self, draft: Draft) -> None:
        self._text.show_parts(draft.parts, draft.findings)
        if draft.is_edited:
            self._wording.setText(self.tr("Edited"))
        else:
            self._wording.setText(self.tr("Wording %s") % f"{draft.wording + 1} / {draft.wordings}")

    def clear(self) -> None:
        """Show no reply."""
        self._case = ""
        self.findings.show_findings([], [], False)
        self._text.show_words(self.tr("Choose an order on the left."))
        for field in self._fields.values():
            field.hide()
        for part in (self._rotate, self._edit, self._script_words, self._pieces, self._wording, self._copy):
            part.hide()
        for verdict in (self._verdict, self._verdict_icon):
            verdict.hide()
        self._promises.hide()
        self._promise_icon.hide()

    def add_foot(self, widget: QWidget) -> None:
        """Add a part below everything else, such as the calculator."""
        self._foot.addWidget(widget)

    def focus_slot(self, slot: str) -> None:
        """Put the focus on the field of `slot`, shown for the occasion if the order had filled it."""
        field = self._field(slot)
        self._asked_for.add(slot)
        field.show()
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_pieces(self, has_pieces: bool) -> None:
        """Offer to leave greeting and sign-off out, where any are set."""
        self._has_pieces = has_pieces

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

    def show_part(self, done: int, total: int) -> None:
        """Say on the button which part of a long reply is next; 0 of 0: there are none."""
        self._copy.setText(
            self.tr("Copy part %s    Enter") % f"{done + 1} / {total}" if total else self.tr("Copy the reply    Enter")
        )

    @property
    def foot(self) -> QWidget:
        """The part to bring into sight: the Copy button."""
        return self._copy

    def say(self, words: str) -> None:
        """Say what stands against the copy."""
        self._verdict.setText(words)

    def _show_fields(self, view: CaseView) -> None:
        slots = view.draft.slots if view.draft else []
        asked = [slot for slot in slots if slot.by in ASKED or slot.problem or slot.name in self._asked_for]
        shown = {slot.name for slot in asked}
        for name, field in self._fields.items():
            if name not in shown:
                field.hide()
        for at, slot in enumerate(asked):
            field = self._field(slot.name)
            if self._column.indexOf(field) != at:
                self._column.insertWidget(at, field)
            self._bound(field, view)
            field.show_value(slot, self._told(slot.problem) if slot.problem else "")
            field.show()

    def _bound(self, field: SlotField, view: CaseView) -> None:
        moment = moment_of(self._clock)
        outcome = view.flow.outcomes[view.walk.outcome or ""]
        asked = Asked(moment, view.facts, outcome.limits.get(field.slot, Limit.NONE))
        field.set_bounds(moment.now, latest_hour(asked))

    def _field(self, slot: str) -> SlotField:
        field = self._fields.get(slot)
        if field is None:
            spec = self._specs[slot]
            field = field_for(slot, spec, self._lang, self._choices.get(spec.choices or "", ()))
            field.edited.connect(self.slot_edited)
            field.entered.connect(self.copy_requested)
            self._fields[slot] = field
            self._column.addWidget(field)
        return field

    def _on_warm_timer_timeout(self) -> None:
        """Make a field of a kind that there is none of yet, and come back for the next."""
        kinds = set(WARM_KINDS) - {field.spec.kind for field in self._fields.values()}
        asked = (name for name, spec in self._specs.items() if spec.kind in kinds and not (spec.fact or spec.figure))
        slot = next(asked, None)
        if slot is not None:
            field = self._field(slot)
            field.hide()
            for part in (field, *field.findChildren(QWidget)):
                part.ensurePolished()
            self._warm_timer.start()

    def _show_verdict(self, view: CaseView) -> None:
        draft = view.draft
        listed = [one for one in draft.findings if one.rule is not Rule.DERIVED_PROMISE] if draft else []
        dues = [self._due_of(finding) for finding in listed]
        self.findings.show_findings(listed, dues, self._text.is_editing)
        if draft is None or not draft.parts:
            return
        gaps = [slot for slot in draft.slots if slot.is_gap]
        if gaps:
            names = "、".join(self._title(slot) for slot in gaps)
            self._verdict_icon.show_icon("circle-alert", "warn")
            self._verdict.setText(self.tr("Still to fill in: %s") % names)
        elif draft.findings:
            finding = draft.findings[0]
            is_yes = finding.rule is Rule.DERIVED_PROMISE
            self._verdict_icon.show_icon("circle-alert" if is_yes else "shield-alert", "warn" if is_yes else "bad")
            words = self.tr("Must not leave yet: %n to put right", "", len(draft.findings))
            self._verdict.setText(self._told(finding.problem) if is_yes else words)
        else:
            self._verdict_icon.show_icon("shield-check", "ok")
            self._verdict.setText(self.tr("Checked: facts of the order, promises, forbidden words"))

    def _on_edit_clicked(self) -> None:
        if self._text.is_editing:
            self.end_edit()
        else:
            self.start_edit()

    def _on_script_words_clicked(self) -> None:
        self.end_edit()
        self.text_edited.emit("")

    def _on_pieces_toggled(self, is_on: bool) -> None:
        self.bare_chosen.emit(not is_on)

    def _on_text_entered(self) -> None:
        """Copy, unless nothing is written: then the script's words stand here again, to be seen first."""
        if self._text.editor.toPlainText().strip():
            self.copy_requested.emit()
        else:
            self.end_edit()

    def _on_findings_edit_requested(self, finding: Finding) -> None:
        self._text.start_edit(finding.start, finding.end)

    def _show_promises(self, view: CaseView) -> None:
        promises = view.draft.promises if view.draft else []
        self._promises.setVisible(bool(promises))
        self._promise_icon.setVisible(bool(promises))
        words = " · ".join(promise.text for promise in promises)
        self._promises.setText(self.tr("Copying makes a promise: %s") % words)

    def _title(self, slot: SlotValue) -> str:
        return self._specs[slot.name].title.within(self._lang)

    def _build(self) -> None:
        self._heading = label(self.tr("Reply"), "title")
        self._wording = label(role="muted")
        self._rotate = IconButton(self._theme, "refresh-cw", self.tr("Another wording"), "Ctrl+R")
        self._edit = IconButton(self._theme, "pencil", self.tr("Edit the reply"), "Ctrl+E")
        self._script_words = IconButton(self._theme, "rotate-ccw", self.tr("Back to the script's words"))
        self._pieces = QCheckBox(self.tr("Greeting and sign-off"))
        self._text = ReplyText(self._theme)
        self.findings = FindingList(self._theme, self._clock.zone, self._told)
        self._text.setObjectName("reply_text")
        self._column = QVBoxLayout()
        self._verdict_icon = IconLabel(self._theme, "shield-check", "ok")
        self._verdict = label(role="muted", wraps=True)
        self._copy: QPushButton = primary_button(self.tr("Copy the reply    Enter"))
        self._copy.setToolTip(self.tr("Copy the reply (Enter, or Ctrl+Enter from anywhere)"))
        self._promise_icon = IconLabel(self._theme, "bell", "warn")
        self._promises = label(role="remark", wraps=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._wording)
        for button in (self._script_words, self._edit, self._rotate):
            head.addWidget(button)
        self._column.setSpacing(8)
        verdict = _beside(self._verdict_icon, self._verdict)
        promise = _beside(self._promise_icon, self._promises)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._text)
        column.addWidget(self._pieces)
        column.addWidget(self.findings)
        column.addLayout(self._column)
        column.addLayout(verdict)
        column.addWidget(self._copy)
        column.addLayout(promise)
        self._foot = QVBoxLayout()
        column.addLayout(self._foot)

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_requested)
        self._rotate.clicked.connect(self.wording_requested)
        self._text.slot_requested.connect(self.focus_slot)
        self._edit.clicked.connect(self._on_edit_clicked)
        self._script_words.clicked.connect(self._on_script_words_clicked)
        self._pieces.toggled.connect(self._on_pieces_toggled)
        self._text.edited.connect(self.text_edited)
        self._text.entered.connect(self._on_text_entered)
        self.findings.edit_requested.connect(self._on_findings_edit_requested)
        self._warm_timer.timeout.connect(self._on_warm_timer_timeout)


def _beside(icon: IconLabel, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
