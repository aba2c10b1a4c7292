"""A line across a panel: something to know, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from deskhelper.ui.kit.button import IconButton
from deskhelper.ui.kit.frame import set_property
from deskhelper.ui.kit.icon import IconLabel
from deskhelper.ui.kit.label import label
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.BAD: "circle-alert",
}


class Banner(QFrame):
    """A message in a tone with an optional button and an optional cross."""

    action_requested = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, can_dismiss: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "info")
        self._words = label(wraps=True)
        self.button = QPushButton()
        self._cross = IconButton(theme, "x", self.tr("Dismiss"))
        self._lay_out()
        self._cross.setVisible(can_dismiss)
        self.button.clicked.connect(self._on_button_clicked)
        self._cross.clicked.connect(self._on_cross_clicked)
        self.hide()

    def show_words(self, words: str, tone: Tone = Tone.ACCENT, action: str = "") -> None:
        """Show `words` in `tone`, with a button that says `action` if that is not empty."""
        set_property(self, "tone", str(tone))
        self._icon.show_icon(_ICONS[tone], tone.strong)
        self._words.setText(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(words)
        self.show()

    def add_button(self, button: QPushButton) -> None:
        """Put a further button between the first one and the cross; the caller follows it."""
        self._row.insertWidget(self._row.indexOf(self._cross), button)

    def _lay_out(self) -> None:
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._cross)

    def _on_button_clicked(self) -> None:
        self.action_requested.emit()

    def _on_cross_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
