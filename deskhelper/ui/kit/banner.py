"""A line across a panel: something to know, and what can be done about it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
GAP, LEAST_WORDS = 8, 200
"""Buttons go below words that would be wrapped to less than so many pixels beside them."""


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
        self._buttons = [self.button]
        self._is_narrow = False
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
        self._buttons.append(button)
        self._beside.addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where these would have no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look again where a button has come, gone, or says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        shown = [button.sizeHint().width() + GAP for button in self._buttons if not button.isHidden()]
        room = self.contentsRect().width() - self._icon.width() - self._cross.width() - 4 * GAP - sum(shown)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text())
        is_narrow = bool(shown) and room < min(words, LEAST_WORDS)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            old, new = (self._beside, self._below) if is_narrow else (self._below, self._beside)
            for button in self._buttons:
                old.removeWidget(button)
                new.addWidget(button)

    def _lay_out(self) -> None:
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._beside.setSpacing(GAP)
        self._below.setSpacing(GAP)
        self._below.addStretch(1)
        self._beside.addWidget(self.button)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._beside)
        row.addWidget(self._cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 6, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(self._below)

    def _on_button_clicked(self) -> None:
        self.action_requested.emit()

    def _on_cross_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
