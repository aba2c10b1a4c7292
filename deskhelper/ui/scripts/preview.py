"""What the buyer would read, as one types: the text filled from the order in hand, and what stands against it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing import Finding
from deskhelper.core.script_draft import ScriptDraft
from deskhelper.ui.cases.reply_text import ReplyText
from deskhelper.ui.kit import ElidedLabel, IconLabel, label
from deskhelper.ui.theme import Theme

MOST_SENTENCES = 4


class Verdict(QWidget):
    """The sentences of the outgoing check, or that there is none."""

    def __init__(self, theme: Theme, told: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = told
        self._icon = IconLabel(theme, "shield-check", "ok")
        self._words = label(role="muted", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say what was found."""
        sentences = list(dict.fromkeys(self._told(finding.problem) for finding in findings))
        more = len(sentences) - MOST_SENTENCES
        if more > 0:
            sentences = [*sentences[:MOST_SENTENCES], self.tr("and %s more") % more]
        self._icon.show_icon("shield-alert" if sentences else "shield-check", "bad" if sentences else "ok")
        self._words.setText("\n".join(sentences) or self.tr("Checked: nothing against it"))


class Preview(QWidget):
    """The filled text, against which order, what is still a gap, and the promise."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ReplyText(theme)
        self._against = ElidedLabel(theme, "", "remark")
        self._gaps = label(role="remark", wraps=True)
        self._promise = label(role="remark", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._against)
        column.addWidget(self.text)
        column.addWidget(self._gaps)
        column.addWidget(self._promise)

    @property
    def words(self) -> str:
        """All that is said below the text."""
        return " ".join(part.text() for part in (self._gaps, self._promise) if not part.isHidden())

    def show_draft(self, draft: ScriptDraft, gaps: Sequence[str], order: str) -> None:
        """Show a draft; `gaps` are the titles of what is asked, `order` names the order, empty for none."""
        self._against.set_words(self.tr("Preview with %s") % order if order else self.tr("Preview without an order"))
        if draft.parts:
            self.text.show_parts(draft.parts, [])
        else:
            self.text.show_words(self.tr("Nothing to send yet"))
        # the text may take another line without a wish of its own for another size
        self.text.updateGeometry()
        self.updateGeometry()
        self._gaps.setText(self.tr("Asked before the copy: %s") % "、".join(gaps))
        self._gaps.setVisible(bool(gaps))
        self._promise.setText(self.tr("Copying makes a promise: %s") % " · ".join(one.text for one in draft.promises))
        self._promise.setVisible(bool(draft.promises))
