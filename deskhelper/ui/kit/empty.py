"""What stands where there is nothing: what this is, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit.button import primary_button
from deskhelper.ui.kit.icon import IconLabel
from deskhelper.ui.kit.label import label
from deskhelper.ui.theme import Theme

WIDEST = 320


class EmptyState(QWidget):
    """An icon, a title, one sentence, and the button for what it says if there is one."""

    action_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "inbox", "faint", 32)
        self._title = label(role="heading", wraps=True)
        self._sentence = label(role="muted", wraps=True)
        self.button = primary_button("")
        self._lay_out()
        self.button.clicked.connect(self._on_button_clicked)

    def show_words(self, icon: str, title: str, sentence: str, action: str = "") -> None:
        """Show these words; `action` empty hides the button."""
        self._icon.show_icon(icon, "faint")
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for words in (self._title, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMaximumWidth(WIDEST)
            # In a row with room at both ends: a wrapping label that is aligned is not given its height, and one that
            # is not stands at the left as soon as the column is wider than it may be.
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(words, 100)
            middle.addStretch(1)
            column.addLayout(middle)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addLayout(column, 100)
        row.addStretch(1)

    def _on_button_clicked(self) -> None:
        self.action_requested.emit()
