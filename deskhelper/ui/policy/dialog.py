"""The platform's figures in a table, the chosen one whole beside it; what is set is kept and in force at once."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.policy import PolicyService
from deskhelper.ui.kit import Banner, Tone, label
from deskhelper.ui.kit.filter_box import FilterBox
from deskhelper.ui.policy.figure_panel import FigurePanel
from deskhelper.ui.policy.model import Column, FigureModel
from deskhelper.ui.theme import Theme

WIDTH, HEIGHT, MARGIN = 1400, 800, 40
PANEL_WIDTH, NARROW_PANEL_WIDTH, ROW_HEIGHT, WIDE = 392, 348, 30, 1100
COLUMN_WIDTHS = {Column.SINCE: 92, Column.CONFIDENCE: 56, Column.OWN: 96, Column.SOURCE: 168, Column.USES: 64}
WIDE_TABLE, TITLE_PADDING = 860, 16
ONLY_WHEN_WIDE = (Column.SOURCE, Column.USES)


class FigureTable(QTableView):
    """The table of figures; Enter goes on to the fields of the chosen one, typed words go to the filter."""

    entered_row = Signal()
    type_ahead = Signal(str)

    def __init__(self, model: FigureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Figures of the platform"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setSectionResizeMode(Column.VALUE, QHeaderView.ResizeMode.Stretch)
        for column, width in COLUMN_WIDTHS.items():
            self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter; take typed words to the filter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.entered_row.emit()
        elif event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.type_ahead.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show source and uses as columns where there is room; the panel has them anyway."""
        super().resizeEvent(event)
        for column in ONLY_WHEN_WIDE:
            self.setColumnHidden(column, self.width() < WIDE_TABLE)
        title = self.sizeHintForColumn(Column.TITLE) + TITLE_PADDING
        self.setColumnWidth(Column.TITLE, min(title, self.width() // 3))


class PolicyDialog(QDialog):
    """Sets, takes and resets through `policy`; `told` makes a sentence of a problem."""

    figure_changed = Signal(str)
    """The figure with this id is another now."""

    def __init__(
        self,
        policy: PolicyService,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        told: Callable[[Problem], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._policy = policy
        self._told = told
        self.filter = FilterBox()
        self.model = FigureModel(theme, lang, clock, self)
        self.table = FigureTable(self.model)
        self.panel = FigurePanel(theme, lang, clock, told)
        self._trouble = Banner(theme, can_dismiss=True)
        self._hint = label(
            self.tr("Type to filter · Enter edits · Ctrl+R back to the shipped value · Esc one step back"),
            "remark",
        )
        self._lay_out()
        self._connect()
        self._load()

    def show_figure(self, figure: str) -> None:
        """Choose the row of a figure, with the filter cleared if it hides it."""
        row = self.model.row_of(figure)
        if row is None:
            self.filter.clear()
            row = self.model.row_of(figure)
        if row is not None:
            self.table.selectRow(row)

    def step_back(self) -> None:
        """Go one level back: from a field to the table with what was typed undone, from the filter to all, then out."""
        focus = self.focusWidget()
        if focus is not None and self.panel.isAncestorOf(focus):
            self.panel.show_line(self.panel.line)
            self.table.setFocus()
        elif self.filter.text():
            self.filter.clear()
        else:
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step back on Esc instead of closing at once; Enter is never a hidden OK."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _load(self) -> None:
        self.model.show_lines(self._policy.lines())
        self.table.selectRow(0)
        trouble = self._policy.trouble()
        if trouble is not None:
            forget = self.tr("Forget them") if self._policy.ignored else ""
            self._trouble.show_words(self._told(trouble), Tone.WARN, forget)
        self.filter.setFocus()

    def _try(self, change: Callable[[], None], figure: str) -> None:
        try:
            change()
        except WorldError as error:
            self._trouble.show_words(self._told(error.problem), Tone.BAD)
            return
        self._trouble.hide()
        line = self._policy.line(figure)
        self.model.update_line(line)
        self.panel.show_line(line)
        self.table.setFocus()
        self.figure_changed.emit(figure)

    def _on_panel_numbers_given(self, figure: str, numbers: dict[str, float]) -> None:
        self._try(lambda: self._policy.set_numbers(figure, numbers), figure)

    def _on_panel_words_given(self, figure: str, words: str) -> None:
        self._try(lambda: self._policy.set_words(figure, words), figure)

    def _on_panel_taken(self, figure: str, alternative: int) -> None:
        self._try(lambda: self._policy.take(figure, alternative), figure)

    def _on_panel_reset_requested(self, figure: str) -> None:
        self._try(lambda: self._policy.reset(figure), figure)

    def _on_table_selection_changed(self, selected: QItemSelection, _: QItemSelection) -> None:
        rows = selected.indexes()
        self.panel.show_line(self.model.line(rows[0].row()) if rows else None)

    def _on_filter_text_changed(self, words: str) -> None:
        before = self.panel.line
        self.model.set_filter(words)
        row = self.model.row_of(before.id) if before is not None else None
        self.table.selectRow(row or 0)
        if not self.model.rowCount():
            self.panel.show_line(None)

    def _on_table_type_ahead(self, words: str) -> None:
        self.filter.setFocus()
        self.filter.setText(words)

    def _on_trouble_action_requested(self) -> None:
        try:
            self._policy.forget_ignored()
        except WorldError as error:
            self._trouble.show_words(self._told(error.problem), Tone.BAD)
            return
        self._trouble.hide()
        self.model.show_lines(self._policy.lines())
        self.table.selectRow(0)
        self.table.setFocus()

    def _on_reset_key(self) -> None:
        if self.panel.reset_button.isEnabled():
            self.panel.reset_button.click()

    def _on_filter_key(self) -> None:
        self.filter.setFocus()
        self.filter.selectAll()

    def _connect(self) -> None:
        self._trouble.action_requested.connect(self._on_trouble_action_requested)
        self.filter.textChanged.connect(self._on_filter_text_changed)
        self.filter.left_down.connect(self.table.setFocus)
        self.table.entered_row.connect(self.panel.focus_field)
        self.table.doubleClicked.connect(self.panel.focus_field)
        self.table.type_ahead.connect(self._on_table_type_ahead)
        self.table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self.panel.numbers_given.connect(self._on_panel_numbers_given)
        self.panel.words_given.connect(self._on_panel_words_given)
        self.panel.taken.connect(self._on_panel_taken)
        self.panel.reset_requested.connect(self._on_panel_reset_requested)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_filter_key)
        QShortcut(QKeySequence("Ctrl+K"), self, self._on_filter_key)
        QShortcut(QKeySequence("Ctrl+R"), self, self._on_reset_key)
        for place in range(3):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.setProperty("place", place)
            shortcut.activated.connect(self._on_take_key)

    def _on_take_key(self) -> None:
        self.panel.take(int(self.sender().property("place")))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Figures of the platform"))
        over = self.parentWidget()
        room = over.window().size() if over is not None else QSize(WIDTH, HEIGHT)
        self.resize(min(WIDTH, room.width() - MARGIN), min(HEIGHT, room.height() - MARGIN))
        self.filter.setPlaceholderText(self.tr("Filter: name, value, source, flow"))
        self.filter.setProperty("variant", "search")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter"))
        self.panel.setFixedWidth(PANEL_WIDTH if self.width() >= WIDE else NARROW_PANEL_WIDTH)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(self.table, 1)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(left, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self._trouble)
        layout.addLayout(body, 1)
        layout.addWidget(self._hint)
