"""The table of an import preview: number keys choose what becomes of a line, Delete leaves it out."""

from collections.abc import Sequence
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from deskhelper.services.phrase_preview import Choice
from deskhelper.ui.scripts.preview_lines import PreviewLine
from deskhelper.ui.scripts.preview_model import Column, PreviewModel

ROW_HEIGHT, WIDE = 30, 660
WIDTHS = {Column.ROW: 52, Column.STATE: 84, Column.TITLE: 170, Column.DEED: 116}
NARROW_WIDTHS = {Column.STATE: 76, Column.TITLE: 120, Column.DEED: 84}
CHOICES = (Choice.MINE, Choice.THEIRS, Choice.BOTH)


class PreviewTable(QTableView):
    """The lines; 1, 2 and 3 choose for the selected ones, Delete leaves them out."""

    choice_requested = Signal(object)
    leave_requested = Signal()

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.free = Event()
        """Not set while it paints: a thread at work would make each of a thousand cells wait for the interpreter."""
        self.free.set()
        self.setModel(model)
        self.setAccessibleName(self.tr("Rows of the file"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        for column in (Column.WORDS, Column.REMARKS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def in_sight(self) -> Sequence[PreviewLine]:
        """Return the lines that are seen."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return self._lines.between(max(first, 0), last + 1 if last >= 0 else self._lines.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint undisturbed."""
        self.free.clear()
        super().paintEvent(event)
        self.free.set()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the number keys."""
        at = event.key() - Qt.Key.Key_1
        if 0 <= at < len(CHOICES) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choice_requested.emit(CHOICES[at])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Space}:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the texts out where it is narrow: the comparison has them."""
        super().resizeEvent(event)
        is_wide = self.width() >= WIDE
        for column in (Column.WORDS, Column.ROW):
            self.setColumnHidden(column, not is_wide)
        for column, width in (WIDTHS if is_wide else NARROW_WIDTHS).items():
            self.setColumnWidth(column, width)
