"""The one owner of the clipboard: puts text there, tries again while another program holds it, and reads it back."""

from PySide6.QtCore import QObject, QThread
from PySide6.QtGui import QGuiApplication

TRIES = 6
PAUSE_MS = 8


class Clipboard(QObject):
    """Writes to the system's clipboard."""

    def put(self, text: str) -> bool:
        """Put `text` on the clipboard; return whether it can be read back from there."""
        clipboard = QGuiApplication.clipboard()
        for attempt in range(TRIES):
            if attempt:
                QThread.msleep(PAUSE_MS)
            clipboard.setText(text)
            if _same(clipboard.text(), text):
                return True
        return False


def _same(read: str, text: str) -> bool:
    """Tell whether what was read is what was put; Windows turns line ends around."""
    return read.replace("\r\n", "\n") == text.replace("\r\n", "\n")
