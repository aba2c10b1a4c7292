"""A page of rich text whose lines are no longer than one reads well."""

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
        self.document().setIndentWidth(INDENT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rest of a wide window empty."""
        self.setViewportMargins(0, 0, max(0, self.width() - LINE_MOST), 0)
        super().resizeEvent(event)
