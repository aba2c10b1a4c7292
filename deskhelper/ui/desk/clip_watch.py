"""The clipboard watch: what another program copies is told as an order number or a message; the rest is forgotten."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskhelper.core.watch import ClipKind, read_clip
from deskhelper.ui.clipboard import Clipboard

SETTLE_MS = 40
"""A program may write several formats one after another, each a change of its own."""


class ClipWatch(QObject):
    """Listens to `clipboard` while it is on. `is_known` tells whether an order or parcel has exactly a number."""

    order_number_seen = Signal(str)
    message_seen = Signal(str)

    def __init__(self, clipboard: Clipboard, is_known: Callable[[str], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._is_known = is_known
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)
        clipboard.changed.connect(self._timer.start)

    def set_on(self, is_on: bool) -> None:
        """Watch from now on, or no longer. What was copied before is not looked at."""
        self._clipboard.watch(is_on)
        if not is_on:
            self._timer.stop()

    def _look(self) -> None:
        clip = read_clip(self._clipboard.text_of_others(), self._is_known)
        if clip.kind is ClipKind.ORDER_NUMBER:
            self.order_number_seen.emit(clip.words)
        elif clip.kind is ClipKind.MESSAGE:
            self.message_seen.emit(clip.words)
