"""The preview in which the user says, once per kind of file, what the columns of an unknown table hold."""

from collections.abc import Mapping
from itertools import pairwise

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
from deskhelper.core.mapping import ESSENTIAL, FIRST, MAPPED_KINDS, MappedKind
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
                shown = "" if self._choice.is_never(column) else cell
                item = QTableWidgetItem(" ".join(shown.split()))
                item.setToolTip(shown)
                self.setItem(at, column, item)

    def _add_combos(self) -> None:
        self.setRowHeight(0, COMBO_HEIGHT)
        words = field_words(self._choice.kind)
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
            combo.addItem(f"{name} *" if field in FIRST[self._choice.kind] else name, field)
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
    """Asks what the table of `look` holds, and for its columns; `mapping` is the answer once it was accepted."""

    def __init__(self, look: FileLook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._look = theme, look
        kind: MappedKind = look.kind if look.kind in ("traces", "stock") else "orders"
        self._choice = ColumnChoice(look, kind)
        self.table = MappingTable(look, self._choice)
        self.kind_combo = self._kind_combo(kind)
        self._needed = {each: {field: Pill(theme) for field in FIRST[each]} for each in MAPPED_KINDS}
        self._note = Banner(theme)
        self.import_button = primary_button(self.tr("Import"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._lay_out(look)
        self.table.choice_changed.connect(self._on_choice_changed)
        self.kind_combo.currentIndexChanged.connect(self._on_kind_combo_changed)
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

    def _kind_combo(self, kind: MappedKind) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self.tr("This table holds"))
        combo.addItem(self.tr("Orders"), "orders")
        combo.addItem(self.tr("Parcel traces"), "traces")
        combo.addItem(self.tr("Stock"), "stock")
        combo.setCurrentIndex(combo.findData(kind))
        return combo

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
        holds = QHBoxLayout()
        holds.setSpacing(8)
        holds.addWidget(label(self.tr("This table holds"), "strong"))
        holds.addWidget(self.kind_combo)
        holds.addStretch(1)
        layout.addLayout(holds)
        layout.addLayout(self._needed_line())
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
        self._order_tabs()

    def _needed_line(self) -> FlowLayout:
        needed = FlowLayout()
        needed.addWidget(label(self.tr("Needed (*):"), "muted"))
        for pills in self._needed.values():
            for pill in pills.values():
                needed.addWidget(pill)
        return needed

    def _on_kind_combo_changed(self) -> None:
        """Ask for the columns of the other kind of table, from its own guess."""
        self._choice = ColumnChoice(self._look, self.kind_combo.currentData())
        before, self.table = self.table, MappingTable(self._look, self._choice)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(before, self.table)
        before.hide()
        before.deleteLater()
        self.table.show()
        self._order_tabs()
        self.table.choice_changed.connect(self._on_choice_changed)
        self._on_choice_changed()

    def _order_tabs(self) -> None:
        for one, following in pairwise([self.kind_combo, *self.table.combos, self.cancel_button, self.import_button]):
            QWidget.setTabOrder(one, following)

    def _focus_first(self) -> None:
        usable = [combo for combo in self.table.combos if combo.isEnabled()]
        unset = [combo for combo in usable if combo.currentData() == NOT_USED]
        if self._choice.is_enough or not usable:
            self.import_button.setFocus()
        else:
            (unset or usable)[0].setFocus()

    def _on_choice_changed(self) -> None:
        lacking, kind = self._choice.lacking, self._choice.kind
        words = field_words(kind)
        for each, pills in self._needed.items():
            for field, pill in pills.items():
                missing = Tone.BAD if field in ESSENTIAL[kind] else Tone.WARN
                pill.show_words(words.get(field, ""), missing if field in lacking else Tone.OK)
                pill.setVisible(each == kind)
        self.import_button.setEnabled(self._choice.is_enough)
        if lacking:
            self._note.show_words(self._price_of(lacking[0]), Tone.WARN if self._choice.is_enough else Tone.BAD)
        else:
            self._note.hide()

    def _price_of(self, field: str) -> str:
        """Return what comes of having no column for `field`, the gravest of those that lack."""
        return {
            "order_no": self.tr("Which column holds the order number? Nothing works without it."),
            "status": self.tr("Without a status, the orders will stand under All orders only."),
            "grouped_at": self.tr("Without the grouped time there are no countdowns to ship."),
            "tracking_no": self.tr("Which column holds the tracking number? A parcel is found by it."),
            "words": self.tr("Which column holds what the carrier says? Nothing works without it."),
            "quantity": self.tr("Which column holds the pieces in stock? Nothing works without it."),
            "sku_code": self.tr("Without the merchant's code, goods are found by product ID or title and variant."),
            "title": self.tr("Without a title, goods that no order has cannot be told apart."),
            "time": self.tr("Without a time, only cells that hold a whole trace with its times are read."),
        }[field]
