"""One answered question, folded to a line: what was asked, the answer, and why; a click looks at it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from deskhelper.core.text import Lang
from deskhelper.core.wizard import Step
from deskhelper.services.cases import CaseView
from deskhelper.ui.kit import ElidedLabel, IconLabel, label
from deskhelper.ui.theme import Theme


class StepRow(QFrame):
    """A folded question. Enter, Space or a click asks to see it again."""

    revisit_requested = Signal(str)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._question = ""
        self._mark = IconLabel(theme, "check", "ok")
        self._asked = label(role="muted")
        self._answer = label(role="strong")
        self._by = IconLabel(theme, "file-text", "faint", 14)
        self._reason = ElidedLabel(theme, role="remark")
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, view: CaseView, step: Step) -> None:
        """Show one step of the walk."""
        question = view.flow.questions[step.question]
        self._question = step.question
        self._asked.setText(question.short.within(self._lang))
        self._answer.setText(question.options[step.answer].label.within(self._lang))
        self._reason.set_words(step.reason.within(self._lang))
        self._by.show_icon("file-text" if step.by == "order" else "user", "faint")
        is_doubtful = step.needs_yes or step.overruled is not None
        self._reason.set_token("warn" if is_doubtful else "muted")
        self._mark.show_icon("circle-alert" if step.needs_yes else "check", "warn" if step.needs_yes else "ok")
        words = f"{self._asked.text()} {self._answer.text()}"
        self.setAccessibleName(words)
        self.setToolTip(self.tr("Answer again: %s") % words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the question again."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.revisit_requested.emit(self._question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at the question again on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.revisit_requested.emit(self._question)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addSpacing(2)
        row.addWidget(self._asked)
        row.addWidget(self._answer)
        row.addSpacing(8)
        row.addStretch(1)
        row.addWidget(self._by)
        row.addWidget(self._reason, 100)
        self._reason.set_alignment(Qt.AlignmentFlag.AlignLeft)
