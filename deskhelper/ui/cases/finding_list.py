"""What stands against a reply, one row each: the rule, the sentence, and what puts it right."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QDateTime, Qt, QTimeZone, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing import Finding, Rule
from deskhelper.core.outgoing.overruled import MAY_BE_OVERRULED
from deskhelper.core.own_words import MOST_REASON, safer_words
from deskhelper.ui.cases.finding_words import rule_title, tone_of
from deskhelper.ui.kit import FlowLayout, IconLabel, label
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

MOST_SHOWN = 12
"""Characters of a safer wording on its button; the tooltip has all of it."""


class FindingRow(QFrame):
    """One finding. The first of its buttons that is shown is what Enter does."""

    replace_requested = Signal(object)
    edit_requested = Signal(object)
    track_requested = Signal(object, int)
    overrule_requested = Signal(object, str)

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._zone = zone
        self._icon = IconLabel(theme, "shield-alert", "bad")
        self._title = label(role="strong", wraps=True)
        self._words = label(role="muted", wraps=True)
        self.replace_button = _button("")
        self.track_button = _button(self.tr("Keep track of it"))
        self.edit_button = _button(self.tr("Edit"))
        self.pass_button = _button(self.tr("Let it pass…"))
        self.due_field = QDateTimeEdit()
        self.reason_field = QLineEdit()
        self._lay_out()
        self.replace_button.clicked.connect(self._on_replace_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.track_button.clicked.connect(self._on_track_clicked)
        self.pass_button.clicked.connect(self._on_pass_clicked)
        self.reason_field.returnPressed.connect(self._on_reason_entered)

    @property
    def finding(self) -> Finding | None:
        """The finding that is shown."""
        return self._finding

    def show_finding(self, finding: Finding, sentence: str, due: Instant | None, is_editing: bool) -> None:
        """Show `finding`; `due` is when its promise falls due, None where it is none."""
        is_other = self._finding is None or (finding.rule, finding.words) != (self._finding.rule, self._finding.words)
        self._finding = finding
        self._icon.show_icon("shield-alert", tone_of(finding))
        self._title.setText(rule_title(finding.rule))
        self._words.setText(sentence)
        safer = safer_words(finding)
        has_place = finding.start < finding.end
        self.replace_button.setVisible(bool(safer) and has_place)
        if safer:
            shown = safer if len(safer) <= MOST_SHOWN else safer[: MOST_SHOWN - 1] + "…"
            self.replace_button.setText(self.tr("Write “%s”") % shown)
            self.replace_button.setToolTip(safer)
        self.track_button.setVisible(due is not None)
        self.due_field.setVisible(due is not None)
        self.edit_button.setVisible(not is_editing and finding.rule is not Rule.DERIVED_PROMISE)
        if is_other:
            self.reason_field.clear()
            self.reason_field.hide()
            if due is not None:
                self.due_field.setDateTime(QDateTime.fromSecsSinceEpoch(due, self.due_field.timeZone()))
        self.pass_button.setVisible(finding.rule in MAY_BE_OVERRULED and self.reason_field.isHidden())

    def focus_first(self) -> None:
        """Give the focus to what puts the finding right."""
        for part in (self.replace_button, self.track_button, self.edit_button, self.pass_button):
            if not part.isHidden():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter in a field of the row: beyond it, it would copy."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _on_replace_clicked(self) -> None:
        self.replace_requested.emit(self._finding)

    def _on_edit_clicked(self) -> None:
        self.edit_requested.emit(self._finding)

    def _on_track_clicked(self) -> None:
        at = self.due_field.dateTime().toPython()
        assert isinstance(at, datetime)
        self.track_requested.emit(self._finding, round(at.replace(tzinfo=self._zone).timestamp()))

    def _on_pass_clicked(self) -> None:
        self.pass_button.hide()
        self.reason_field.show()
        self.reason_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_reason_entered(self) -> None:
        self.overrule_requested.emit(self._finding, self.reason_field.text())

    def _lay_out(self) -> None:
        self.due_field.setTimeZone(QTimeZone(str(self._zone).encode()))
        self.due_field.setDisplayFormat("M-d HH:mm")
        self.due_field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.due_field.setAccessibleName(self.tr("Due"))
        self.reason_field.setPlaceholderText(self.tr("Why is it harmless? Kept with the copy"))
        self.reason_field.setAccessibleName(self.tr("Reason"))
        self.reason_field.setMaxLength(MOST_REASON)
        self.reason_field.hide()
        buttons = FlowLayout()
        for part in (self.replace_button, self.track_button, self.due_field, self.edit_button, self.pass_button):
            buttons.addWidget(part)
        column = QVBoxLayout()
        column.setSpacing(3)
        for words in (self._title, self._words):
            column.addWidget(words)
        column.addLayout(buttons)
        column.addWidget(self.reason_field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class FindingList(QWidget):
    """The rows of all findings; hidden while there are none."""

    replace_requested = Signal(object)
    edit_requested = Signal(object)
    track_requested = Signal(object, int)
    overrule_requested = Signal(object, str)

    def __init__(
        self,
        theme: Theme,
        zone: tzinfo,
        told: Callable[[Problem], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone
        self._told = told
        self.rows: list[FindingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.hide()

    def show_findings(self, findings: list[Finding], dues: list[Instant | None], is_editing: bool) -> None:
        """Show `findings`, each with the due time of its promise."""
        if not findings and self.isHidden():
            return
        while len(self.rows) < len(findings):
            self._add_row()
        with laid_out_once(self.parentWidget(), self):
            for at, row in enumerate(self.rows):
                row.setVisible(at < len(findings))
            for row, finding, due in zip(self.rows, findings, dues, strict=False):
                row.show_finding(finding, self._told(finding.problem), due, is_editing)
            self.setVisible(bool(findings))

    def verdict(self, count: int) -> str:
        """Return in words that so much stands against the reply."""
        return self.tr("Must not leave yet: %n to put right", "", count)

    def focus_finding(self, finding: Finding) -> None:
        """Give the focus to what puts `finding` right."""
        row = next((row for row in self.rows if row.finding == finding and not row.isHidden()), None)
        if row is not None:
            row.focus_first()

    def _add_row(self) -> None:
        row = FindingRow(self._theme, self._zone)
        row.replace_requested.connect(self.replace_requested)
        row.edit_requested.connect(self.edit_requested)
        row.track_requested.connect(self.track_requested)
        row.overrule_requested.connect(self.overrule_requested)
        self.rows.append(row)
        self._column.addWidget(row)


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(True)  # so that Enter presses it where it has the focus
    return button
