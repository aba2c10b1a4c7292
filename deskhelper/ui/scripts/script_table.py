"""The table of scripts: Enter uses one, Delete removes it, letters go to the filter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from deskhelper.core.library_script import LibraryScript
from deskhelper.ui.scripts.script_delegate import ScriptDelegate
from deskhelper.ui.scripts.script_model import Column, ScriptModel
from deskhelper.ui.theme import Theme

ROW_HEIGHT = 30
WIDTHS = {Column.CODE: 64, Column.USES: 56, Column.LAST: 76, Column.REVIEW: 76}
SHOWN_FROM = {Column.WORDS: 470, Column.LAST: 560, Column.REVIEW: 620, Column.CODE: 260, Column.USES: 200}
"""The width of the table from which a column is shown."""


class ScriptTable(QTableView):
    """Shows the scripts of a place or of a search."""

    script_selected = Signal(object)
    """The LibraryScript that the list stands on; None for none."""
    use_requested = Signal(object)
    edit_requested = Signal()
    remove_requested = Signal(object)
    type_ahead = Signal(str)
    left_up = Signal()

    def __init__(self, theme: Theme, model: ScriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scripts = model
        self.setItemDelegate(ScriptDelegate(theme, self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Scripts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def script(self) -> LibraryScript | None:
        """The script that the list stands on."""
        rows = self.selectionModel().selectedRows()
        return self.scripts.line(rows[0].row()).script if rows else None

    def select(self, script_id: str) -> bool:
        """Stand on a script, if it is shown."""
        row = self.scripts.row_of(script_id)
        if row is not None:
            self.selectRow(row)
        return row is not None

    def settle(self) -> None:
        """Take in rows that came or went at once: Qt paints the table before that, and then all of it again."""
        self.executeDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Use with Enter, edit with F2 or Right, remove with Delete; take typed words to the filter."""
        key, script = event.key(), self.script
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if script is not None:
                self.use_requested.emit(script)
        elif key in {Qt.Key.Key_F2, Qt.Key.Key_Right}:
            self.edit_requested.emit()
        elif key == Qt.Key.Key_Delete:
            if script is not None:
                self.remove_requested.emit(script)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_up.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.type_ahead.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for; the words take what is left, else the title does."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, least in SHOWN_FROM.items():
            self.setColumnHidden(column, width < least)
        has_words = not self.isColumnHidden(Column.WORDS)
        taken = sum(WIDTHS[column] for column in WIDTHS if not self.isColumnHidden(column))
        left = width - taken
        title = min(190, left // 2) if has_words else left
        self.setColumnWidth(Column.TITLE, title)
        if has_words:
            self.setColumnWidth(Column.WORDS, left - title)

    def _on_selection_changed(self) -> None:
        self.script_selected.emit(self.script)

    def _on_double_clicked(self) -> None:
        self.edit_requested.emit()
