"""The first sign that somebody is at the desk: the mouse moves over the window, or a key is pressed."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

_SIGNS = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
)


class FirstSign(QObject):
    """Tells once that the agent is there, so that what the first key needs is read before it, and not at the start.

    A desk that only waits in the tray keeps the 10 MB that the box takes.
    """

    seen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = QApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for a sign; nothing is kept from anybody."""
        if self._app is not None and event.type() in _SIGNS:
            self._app.removeEventFilter(self)
            self._app = None
            self.seen.emit()
        return False
