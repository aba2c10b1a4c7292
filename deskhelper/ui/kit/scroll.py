"""A column that scrolls up and down, with the room of its bar always kept."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QScrollBar, QWidget

BAR_WIDTH = 10
"""As the style sheet has it."""

USUAL = QSize(370, 240)


class _LaidOut(Protocol):
    """What a widget with a layout has."""

    def layout(self) -> QLayout | None:
        """Return the layout."""


class InColumn:
    """Mixed into the parts of a column that scrolls, before their Qt class: what wraps in them has no width of its own.

    The column gives them their width and asks for the height at it. Qt's layouts would take the widest line of the
    words for a usual width, and lay out everything at it for nothing, a tenth of the time to an outcome.
    """

    def sizeHint(self: _LaidOut) -> QSize:
        """Return a usual size where the height follows from the width, else what the layout needs."""
        layout = self.layout()
        return USUAL if layout is None or layout.hasHeightForWidth() else layout.totalSizeHint()


class _QuietBar(QScrollBar):
    """A scroll bar that shows nothing while there is nothing to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle where it can be moved."""
        if self.minimum() < self.maximum():
            super().paintEvent(event)


def leave_room(part: QWidget, bar: int) -> None:
    """Make the right margin of `part` narrower than the left by the `bar` pixels that stand beside it."""
    layout = part.layout()
    if layout is not None:
        edges = layout.contentsMargins()
        edges.setRight(edges.left() - bar)
        layout.setContentsMargins(edges)


class Inner(InColumn, QFrame):
    """What scrolls: it holds the parts of a column."""


class ScrollColumn(QScrollArea):
    """Scrolls `inner`, which is as wide as the room left of the bar, whether that shows or not.

    A bar that comes and goes changes the width of everything in the column: it was laid out twice for it, which was a
    fifth of the time from an answer to its outcome, and the words jumped.
    """

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBar(_QuietBar(Qt.Orientation.Vertical))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # else Qt paints what is shown on it twice: once with it, once by itself
        inner.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stays where it was is not painted when it grows
