"""What widgets that paint words which wrap have in common: their height follows from the width they are given."""

from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from deskhelper.ui.theme.fonts import height_of

LEAST_WIDTH, USUAL_WIDTH = 80, 240


class _Sized(Protocol):
    """What a widget has that stands in a layout."""

    def setSizePolicy(self, policy: QSizePolicy, /) -> None:
        """Take `policy`."""


class Wrapping:
    """Mixed in before the Qt class, which tells `heightForWidth`: layouts ask for the height at the width they give.

    The two other sizes are therefore of one line: nothing is wrapped to a width that it never gets.
    """

    def let_wrap(self: _Sized) -> None:
        """Have layouts ask for the height at a width."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return a usual width, and one line."""
        return QSize(USUAL_WIDTH, height_of())

    def minimumSizeHint(self) -> QSize:
        """Return the width of a few characters, and one line."""
        return QSize(LEAST_WIDTH, height_of())
