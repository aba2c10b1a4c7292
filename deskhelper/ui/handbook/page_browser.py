"""A page of rich text whose lines are no longer than one reads well."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

LINE_MOST = 900
INDENT = 18


class PageBrowser(QTextBrowser):
    """Shows a page; what its links mean is told by who shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("variant", "page")
        # lines wrap at any width, yet Qt keeps a stale range here once the bar at the side has come
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setIndentWidth(INDENT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rest of a wide window empty."""
        super().resizeEvent(event)
        rest = max(0, self.width() - LINE_MOST)
        if rest != self.viewportMargins().right():
            self.setViewportMargins(0, 0, rest, 0)
