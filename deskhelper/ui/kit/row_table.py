"""The list of rows that a delegate paints: one row is chosen, whole, and the window scrolls by pixels."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of them a key is a command, not something typed."""


class RowTable(QTableView):
    """A table of one column without headers, for QListView lays out every row: 2 to 4 s for a million of them."""

    def __init__(self, parent: QWidget | None = None, is_painted_whole: bool = False) -> None:
        """`is_painted_whole`: the delegate paints the ground of its rows too."""
        super().__init__(parent)
        self._is_painted_whole = is_painted_whole
        # of our making: asked for its own, PySide looks through every widget class there is for the kind of it, 1 MB
        self.setViewport(QWidget())
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # what was painted whole is moved on a scroll, not painted again: 4 ms of each
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, is_painted_whole)

    def fix_height(self, pixels: int) -> None:
        """Make every row `pixels` high."""
        header = self.verticalHeader()
        if header.minimumSectionSize() != pixels:
            header.setMinimumSectionSize(pixels)
            header.setDefaultSectionSize(pixels)
            self.verticalScrollBar().setSingleStep(pixels // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row too where the delegate paints the rest: nothing else does."""
        if self._is_painted_whole:
            below = self.viewport().rect()
            below.setTop(self.verticalHeader().length() - self.verticalScrollBar().value())
            if below.isValid():
                QPainter(self.viewport()).fillRect(below, self.palette().base())
        super().paintEvent(event)
