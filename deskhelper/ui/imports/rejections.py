"""The rows and cells that were not taken over, as a table: the first thousand, the rest as a count."""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from itertools import islice

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.imported import Rejection
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.imports.fields import field_words
from deskhelper.ui.kit.row_model import RIGHT, Index, RowModel

SHOWN = 1000
ROW_HEIGHT = 28
ROW_WIDTH, MOST_ROW_WIDTH = 72, 180
LEAST_REASON = 280
"""So wide a reason can be read in; where there is less room, the table scrolls sideways."""


class Column(IntEnum):
    """What stands in which column."""

    FILE = 0
    ROW = 1
    COLUMN = 2
    REASON = 3


class RejectionModel(RowModel[tuple[str, Rejection]]):
    """The first rejections of one or several files; `told` makes a sentence of a problem, only for rows shown."""

    def __init__(self, told: Callable[[Problem], str], parent: QObject | None = None) -> None:
        super().__init__(Column, (Column.ROW,), parent=parent)
        self._told = told
        self._total = 0

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self._total

    @property
    def hidden(self) -> int:
        """How many are not in the table."""
        return self._total - len(self._rows)

    def show_rejections(self, of_files: Iterable[tuple[str, Sequence[Rejection]]]) -> None:
        """Show the rejections of some files, by file name."""
        files = list(of_files)
        self.beginResetModel()
        pairs = ((file, rejection) for file, rejections in files for rejection in rejections)
        self._rows = list(islice(pairs, SHOWN))
        self._total = sum(len(rejections) for _, rejections in files)
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, whole in its tooltip; row numbers are right-aligned."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(index.row(), Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.ROW:
            return RIGHT
        return None

    def titles(self) -> Sequence[str]:
        """Return what the columns are called."""
        return (self.tr("File"), self.tr("Row"), self.tr("Column"), self.tr("Reason"))

    def as_text(self, rows: Iterable[int]) -> str:
        """Return some rows as lines of cells with tabs between, as a spreadsheet takes them."""
        return "\n".join("\t".join(self._words(row, column) for column in Column) for row in rows)

    def _words(self, row: int, column: Column) -> str:
        file, rejection = self._rows[row]
        match column:
            case Column.FILE:
                return file
            case Column.ROW:
                return " · ".join(filter(None, (rejection.sheet, f"{rejection.row:,}")))
            case Column.COLUMN:
                return field_words().get(rejection.column, rejection.column)
        return self._told(rejection.problem)


class RejectionView(QTableView):
    """The table; Ctrl+C copies the chosen rows."""

    def __init__(self, model: RejectionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rejections = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Rejected rows"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.sectionResized.connect(self._on_header_section_resized)
        for column, width in ((Column.FILE, 150), (Column.ROW, ROW_WIDTH), (Column.COLUMN, 120)):
            self.setColumnWidth(column, width)

    def show_file_names(self, is_shown: bool) -> None:
        """Show the column of file names, needed with several files only."""
        self.setColumnHidden(Column.FILE, not is_shown)

    def fit_row_numbers(self) -> None:
        """Give the row numbers the room they need beside the names of their sheets, within reason."""
        wanted = self.sizeHintForColumn(Column.ROW) + 8
        self.setColumnWidth(Column.ROW, max(ROW_WIDTH, min(wanted, MOST_ROW_WIDTH)))
        self._fit_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the reasons all room that is left."""
        super().resizeEvent(event)
        self._fit_reasons()

    def _on_header_section_resized(self, column: int) -> None:
        if column != Column.REASON:
            self._fit_reasons()

    def _fit_reasons(self) -> None:
        others = sum(self.columnWidth(column) for column in Column if column is not Column.REASON)
        self.setColumnWidth(Column.REASON, max(LEAST_REASON, self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen rows on Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selected()
            return
        super().keyPressEvent(event)

    def copy_selected(self) -> None:
        """Put the chosen rows on the clipboard, all that are shown where none is chosen."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = chosen or range(self._rejections.rowCount())
        Clipboard().put(self._rejections.as_text(rows))
