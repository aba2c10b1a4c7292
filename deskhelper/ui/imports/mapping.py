"""The preview in which the user says, once per kind of file, what the columns of an unknown table hold."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.export_profile import FileLook
from deskhelper.core.mapping import ESSENTIAL, FIRST
from deskhelper.ui.imports.columns import NOT_USED, ColumnChoice
from deskhelper.ui.imports.fields import field_words
from deskhelper.ui.kit import Banner, FlowLayout, HLine, Pill, Tone, ghost_button, label, primary_button
from deskhelper.ui.kit.wheel import WheelGuard
from deskhelper.ui.theme import Theme

ROWS_SHOWN = 8
NARROWEST, WIDEST, POPUP_WIDTH = 152, 240, 200
ROW_HEIGHT, COMBO_HEIGHT = 30, 44


class MappingTable(QTableWidget):
    """The first rows of the file with a choice above each column."""

    choice_changed = Signal()

    def __init__(self, look: FileLook, choice: ColumnChoice, parent: QWidget | None = None) -> None:
        rows = look.rows[:ROWS_SHOWN]
        super().__init__(len(rows) + 1, len(look.header), parent)
        self._choice = choice
        self._guard = WheelGuard(self)
        self.combos: list[QComboBox] = []
        self._dress()
        self._names = [name or self.tr("(no name)") for name in look.header]
        self.setHorizontalHeaderLabels(self._names)
        self._fill(rows)
        self._add_combos()
        self._size_columns()

    def sizeHint(self) -> QSize:
        """Return the size of all rows shown, so that the choice never scrolls away."""
        height = self.horizontalHeader().sizeHint().height() + COMBO_HEIGHT + (self.rowCount() - 1) * ROW_HEIGHT
        return QSize(super().sizeHint().width(), height + self.horizontalScrollBar().sizeHint().height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows shown."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a choice that takes the focus into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QComboBox):
            self.scrollTo(self.model().index(0, int(watched.property("column"))))
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def _fill(self, rows: list[list[str]]) -> None:
        for at, row in enumerate(rows, 1):
            for column, cell in enumerate(row[: self.columnCount()]):
                item = QTableWidgetItem(" ".join(cell.split()))
                item.setToolTip(cell)
                self.setItem(at, column, item)

    def _add_combos(self) -> None:
        self.setRowHeight(0, COMBO_HEIGHT)
        words = field_words()
        for column in range(self.columnCount()):
            combo = self._combo(column, words)
            self.combos.append(combo)
            cell = QWidget()
            layout = QHBoxLayout(cell)
            layout.setContentsMargins(4, 4, 4, 6)
            layout.addWidget(combo)
            self.setCellWidget(0, column, cell)

    def _combo(self, column: int, words: Mapping[str, str]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self._names[column])
        combo.setMinimumContentsLength(6)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if not self._choice.can_use(column):
            is_never = self._choice.is_never(column)
            combo.addItem(self.tr("Never read") if is_never else self.tr("Cannot be used"), NOT_USED)
            combo.setToolTip(
                self.tr("Identity papers and addresses are not imported.")
                if is_never
                else self.tr("The column has no name of its own.")
            )
            combo.setEnabled(False)
            return combo
        combo.addItem(self.tr("Not used"), NOT_USED)
        combo.insertSeparator(1)
        for field, name in words.items():
            combo.addItem(f"{name} *" if field in FIRST else name, field)
        combo.setMaxVisibleItems(18)
        combo.view().setMinimumWidth(POPUP_WIDTH)
        combo.setCurrentIndex(combo.findData(self._choice.fields[column]))
        combo.setProperty("column", column)
        combo.currentIndexChanged.connect(self._on_combo_changed)
        combo.installEventFilter(self)
        self._guard.guard(combo)
        return combo

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, max(NARROWEST, min(WIDEST, self.sizeHintForColumn(column) + 12)))

    def _on_combo_changed(self) -> None:
        combo = self.sender()
        assert isinstance(combo, QComboBox)
        before = self._choice.choose(int(combo.property("column")), combo.currentData())
        if before is not None:
            other = self.combos[before]
            other.blockSignals(True)
            other.setCurrentIndex(0)
            other.blockSignals(False)
        self.choice_changed.emit()


class MappingDialog(QDialog):
    """Asks for the columns of `look`; `mapping` is the answer once it was accepted."""

    def __init__(self, look: FileLook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice = ColumnChoice(look)
        self.table = MappingTable(look, self._choice)
        self._needed = {field: Pill(theme) for field in FIRST}
        self._note = Banner(theme)
        self.import_button = primary_button(self.tr("Import"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._lay_out(look)
        self.table.choice_changed.connect(self._on_choice_changed)
        self.import_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._on_choice_changed()
        self._focus_first()

    @property
    def mapping(self) -> dict[str, str]:
        """The choice, field to header."""
        return self._choice.mapping()

    def accept(self) -> None:
        """Take the choice, if it is enough."""
        if self._choice.is_enough:
            super().accept()

    def _lay_out(self, look: FileLook) -> None:
        self.setWindowTitle(self.tr("Columns of {file}").format(file=look.file))
        self.resize(880, 560)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("What do the columns hold?"), "title"))
        layout.addWidget(
            label(
                self.tr(
                    "DeskHelper does not know this kind of file. Say above each column what it holds; this is "
                    "remembered for every file with the same columns."
                ),
                "muted",
                wraps=True,
            )
        )
        needed = FlowLayout()
        needed.addWidget(label(self.tr("Needed (*):"), "muted"))
        for pill in self._needed.values():
            needed.addWidget(pill)
        layout.addLayout(needed)
        layout.addWidget(self.table)
        layout.addWidget(self._note)
        layout.addStretch(1)
        layout.addWidget(HLine())
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        layout.addLayout(buttons)
        self.import_button.setDefault(True)

    def _focus_first(self) -> None:
        usable = [combo for combo in self.table.combos if combo.isEnabled()]
        unset = [combo for combo in usable if combo.currentData() == NOT_USED]
        if self._choice.is_enough or not usable:
            self.import_button.setFocus()
        else:
            (unset or usable)[0].setFocus()

    def _on_choice_changed(self) -> None:
        lacking = self._choice.lacking
        words = field_words()
        for field, pill in self._needed.items():
            missing = Tone.BAD if field == ESSENTIAL else Tone.WARN
            pill.show_words(words[field], missing if field in lacking else Tone.OK)
        self.import_button.setEnabled(self._choice.is_enough)
        if not lacking:
            self._note.hide()
        elif ESSENTIAL in lacking:
            self._note.show_words(self.tr("Which column holds the order number? Nothing works without it."), Tone.BAD)
        elif "status" in lacking:
            words_of = self.tr("Without a status, the orders will stand under All orders only.")
            self._note.show_words(words_of, Tone.WARN)
        else:
            self._note.show_words(self.tr("Without the grouped time there are no countdowns to ship."), Tone.WARN)
