"""Fields in a scrolled page: the wheel scrolls the page, it never changes a value that is only passed over."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class WheelGuard(QObject):
    """Keeps the wheel away from the fields it guards while they have no focus."""

    def guard(self, field: QWidget) -> None:
        """Have `field` take the focus by click and key only, and the wheel only with the focus."""
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page have the wheel."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
