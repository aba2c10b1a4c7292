"""Labels by their role in the text: title, heading, strong, muted, remark."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Role = Literal["title", "heading", "strong", "muted", "remark", "body"]


def label(words: str = "", role: Role = "body", wraps: bool = False) -> QLabel:
    """Return a label in plain text, dressed by the style sheet for `role`."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wraps)
    return made
