"""Labels by their role in the text: title, heading, strong, muted, remark."""

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

Role = Literal["title", "heading", "strong", "muted", "remark", "body"]


class WrappedLabel(QLabel):
    """A label whose words wrap; it keeps its heights, for layouts ask two dozen times before they settle.

    QLabel lays the words out anew at each question: with a rich text that was a tenth of the time to an outcome.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        self._heights: dict[int, int] = {}
        super().__init__(words, parent)
        self.setWordWrap(True)

    def setText(self, words: str) -> None:
        """Show `words`."""
        if words != self.text():
            self._heights.clear()
            super().setText(words)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at `width`."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """Measure again where the font changes."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)


def label(words: str = "", role: Role = "body", wraps: bool = False) -> QLabel:
    """Return a label in plain text, dressed by the style sheet for `role`."""
    made = WrappedLabel(words) if wraps else QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made
