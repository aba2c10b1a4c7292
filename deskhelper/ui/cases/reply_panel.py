"""The reply: text with its slots, the fields that are asked for, what stands against it, and the one Copy button."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.flow import Limit
from deskhelper.core.outgoing import Rule
from deskhelper.core.slot import Asked, SlotKind, SlotSpec, SlotValue, latest_hour
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.clock import Clock, moment_of
from deskhelper.ui.cases.reply_text import ReplyText
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import IconButton, IconLabel, label, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

ASKED = ("agent", "suggested", None)
WARM_MS = 300
WARM_KINDS = (SlotKind.CHOICE, SlotKind.HOUR, SlotKind.MONEY, SlotKind.MINUTES)
"""Made one by one while nobody waits: the first field of a kind takes 10 ms of the answer that shows it."""


class ReplyPanel(QFrame):
    """Shows the draft of a case and asks for what is missing. It copies nothing itself."""

    copy_requested = Signal()
    slot_edited = Signal(str, str)
    wording_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._clock = clock
        self._told = told
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
        draft = view.draft
        has_reply = draft is not None and bool(draft.parts)
        for part in (self._rotate, self._wording, self._copy, self._verdict, self._verdict_icon):
            part.setVisible(has_reply)
        if draft is None:
            self._text.show_words(self.tr("Answer the question; the reply stands here at once."))
        elif not draft.parts:
            self._text.show_words(self.tr("There is nothing to tell the buyer here."))
        else:
            self._text.show_parts(draft.parts)
            number, count = view.case.state.wording % draft.wordings + 1, draft.wordings
            self._wording.setText(self.tr("Wording %s") % f"{number} / {count}")
        self._show_fields(view)
        self._show_verdict(view)
        self._show_promises(view)

    def clear(self) -> None:
        """Show no reply."""
        self._case = ""
        self._text.show_words(self.tr("Choose an order on the left."))
        for field in self._fields.values():
            field.hide()
        for part in (self._rotate, self._wording, self._copy, self._verdict, self._verdict_icon):
            part.hide()
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
            self._verdict.setText(self._told(finding.problem))
        else:
            self._verdict_icon.show_icon("shield-check", "ok")
            self._verdict.setText(self.tr("Checked: facts of the order, promises, forbidden words"))

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
        self._text = ReplyText(self._theme)
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
        head.addWidget(self._rotate)
        self._column.setSpacing(8)
        verdict = _beside(self._verdict_icon, self._verdict)
        promise = _beside(self._promise_icon, self._promises)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._text)
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
        self._warm_timer.timeout.connect(self._on_warm_timer_timeout)


def _beside(icon: IconLabel, words: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
