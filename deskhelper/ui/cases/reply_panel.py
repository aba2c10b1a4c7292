"""The reply: text with its slots, the fields that are asked for, what stands against it, and the one Copy button."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.flow import Limit
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.reply import Draft
from deskhelper.core.slot import Asked, SlotKind, SlotSpec, latest_hour
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.clock import Clock, moment_of
from deskhelper.ui.cases.reply_frame import ReplyFrame
from deskhelper.ui.cases.slot_fields import SlotField, field_for
from deskhelper.ui.kit import IconButton, label, primary_button
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

WARM_MS = 300
WARM_KINDS = (SlotKind.CHOICE, SlotKind.HOUR, SlotKind.MONEY, SlotKind.MINUTES)
"""Made one by one while nobody waits: the first field of a kind takes 10 ms of the answer that shows it."""


def _never(finding: Finding) -> None:
    """Know of no promise."""


class ReplyPanel(ReplyFrame):
    """Shows the draft of a case and asks for what is missing. It copies nothing itself.

    `due_of` tells when what was found as a promise falls due, None where it is none.
    """

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
        copy = primary_button(self.tr("Copy the reply    Enter"))
        super().__init__(theme, lang, clock, told, due_of, copy, parent)
        self._has_pieces = False
        self._specs: Mapping[str, SlotSpec] = {}
        self._choices: Mapping[str, tuple[str, ...]] = {}
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
        for part in (self._rotate, self._edit, self._wording, self._copy):
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
        self.show_promises(draft.promises if draft else [])

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
        for lines in (self._verdict, self._promises):
            lines.show_lines([])

    def add_foot(self, widget: QWidget) -> None:
        """Add a part below everything else, such as the calculator."""
        self._foot.addWidget(widget)

    def set_pieces(self, has_pieces: bool) -> None:
        """Offer to leave greeting and sign-off out, where any are set."""
        self._has_pieces = has_pieces

    def show_part(self, done: int, total: int) -> None:
        """Say on the button which part of a long reply is next; 0 of 0: there are none."""
        self._copy.setText(
            self.tr("Copy part %s    Enter") % f"{done + 1} / {total}" if total else self.tr("Copy the reply    Enter")
        )

    def say(self, words: str) -> None:
        """Say what stands against the copy, under the sign that is there already."""
        self._verdict.show_lines([line._replace(words=words) for line in self._verdict.lines])

    def _show_fields(self, view: CaseView) -> None:
        self.show_fields(view.draft.slots if view.draft else [], lambda field: self._bound(field, view))

    def _bound(self, field: SlotField, view: CaseView) -> None:
        moment = moment_of(self._clock)
        outcome = view.flow.outcomes[view.walk.outcome or ""]
        asked = Asked(moment, view.facts, outcome.limits.get(field.slot, Limit.NONE))
        field.set_bounds(moment.now, latest_hour(asked))

    def make_field(self, slot: str) -> SlotField:
        """Return a new field for `slot`."""
        spec = self._specs[slot]
        return field_for(slot, spec, self._lang, self._choices.get(spec.choices or "", ()))

    def slot_title(self, slot: str) -> str:
        """Return what `slot` is called."""
        return self._specs[slot].title.within(self._lang)

    def _on_warm_timer_timeout(self) -> None:
        """Make a field of a kind that there is none of yet, and come back for the next."""
        kinds = set(WARM_KINDS) - {field.spec.kind for field in self._fields.values()}
        asked = (name for name, spec in self._specs.items() if spec.kind in kinds and not (spec.fact or spec.figure))
        slot = next(asked, None)
        if slot is not None:
            field = self.field(slot)
            field.hide()
            for part in (field, *field.findChildren(QWidget)):
                part.ensurePolished()
            self._warm_timer.start()

    def _show_verdict(self, view: CaseView) -> None:
        draft = view.draft
        listed = [one for one in draft.findings if one.rule is not Rule.DERIVED_PROMISE] if draft else []
        self.show_findings(listed)
        if draft is None or not draft.parts:
            self._verdict.show_lines([])
        elif draft.gaps:
            self.say_gaps(draft.gaps)
        elif draft.findings and draft.findings[0].rule is Rule.DERIVED_PROMISE:
            self.judge("circle-alert", "warn", self._told(draft.findings[0].problem))
        elif draft.findings:
            self.say_findings(len(draft.findings))
        else:
            self.judge("shield-check", "ok", self.tr("Checked: facts of the order, promises, forbidden words"))

    def _on_script_words_clicked(self) -> None:
        self.end_edit()
        self.text_edited.emit("")

    def _on_pieces_toggled(self, is_on: bool) -> None:
        self.bare_chosen.emit(not is_on)

    def _build(self) -> None:
        self._heading = label(self.tr("Reply"), "title")
        self._script_words = IconButton(self._theme, "rotate-ccw", self.tr("Back to the script's words"))
        self._pieces = QCheckBox(self.tr("Greeting and sign-off"))
        self._text.setObjectName("reply_text")
        self._copy.setToolTip(self.tr("Copy the reply (Enter, or Ctrl+Enter from anywhere)"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._wording)
        for button in (self._script_words, self._edit, self._rotate):
            head.addWidget(button)
        self._foot = QVBoxLayout()
        self.lay_out_below(head, self._pieces).addLayout(self._foot)

    def _connect(self) -> None:
        self._script_words.clicked.connect(self._on_script_words_clicked)
        self._pieces.toggled.connect(self._on_pieces_toggled)
        self._warm_timer.timeout.connect(self._on_warm_timer_timeout)
