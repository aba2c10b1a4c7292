"""The first sign that somebody is at the desk: the mouse moves over the window, or a key is pressed."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

_SIGNS = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
)


class FirstSign(QObject):
    """Tells once that the agent is there, so that what the first key needs is read before it, and not at the start.

    A desk that only waits in the tray keeps the 10 MB that the box takes. What the system sends to the window itself is
    watched: a watch over the application would make a Python object of everything that gets an event, 3 MB of them.
    """

    seen = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if window.windowHandle() is None:
            window.create()
        self._watched = window.windowHandle()
        self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for a sign; nothing is kept from anybody."""
        if event.type() in _SIGNS and watched is self._watched:
            watched.removeEventFilter(self)
            self.seen.emit()
        return False
