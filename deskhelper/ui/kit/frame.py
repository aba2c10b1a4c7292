"""Surfaces and hairlines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

EDGE = 16
"""As much at the foot of a card changes with its height: hairline and corners."""


class Card(QFrame):
    """A surface with a hairline and round corners; `set_active` gives it the accent line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have only the foot painted anew where the card grows or shrinks in height, not all that stands above it."""
        super().resizeEvent(event)
        before, now = event.oldSize(), event.size()
        if before.width() != now.width():
            self.update()
            return
        for height in (before.height(), now.height()):
            self.update(0, height - EDGE, now.width(), EDGE)

    def set_active(self, is_active: bool) -> None:
        """Mark the card as the one to act on."""
        set_property(self, "active", "true" if is_active else "false")


class HLine(QFrame):
    """A hairline over the whole width."""


class VLine(QFrame):
    """A hairline over the whole height."""


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and have the widget dressed anew where it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    dress_anew(widget)


def dress_anew(widget: QWidget) -> None:
    """Have the style sheet look at the properties of `widget` again; one that was never shown is dressed when it is."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
