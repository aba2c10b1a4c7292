"""The list of cases: keys act on the case that is chosen."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskhelper.core.case_board import CaseLine
from deskhelper.core.case_care import STAGES
from deskhelper.ui.case_board.delegate import CaseDelegate
from deskhelper.ui.case_board.model import CaseBoardModel, Field, Role
from deskhelper.ui.case_board.places import CARD_HEIGHT, WIDE_HEIGHT, is_wide
from deskhelper.ui.kit.row_table import COMMANDS, RowTable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaseRows(RowTable):
    """One column that the delegate fills. Enter opens, 1 to 5 set the state, 0 takes it back, O D C N the rest."""

    open_requested = Signal(str)
    stage_chosen = Signal(str, object)
    """A case and a Stage, None for the one it tells itself."""
    deadline_requested = Signal(object)
    """The CaseLine whose deadline is to be set."""
    complaint_toggled = Signal(object)
    search_requested = Signal()
    undo_requested = Signal()
    room_changed = Signal(int)
    """How wide the rows are now."""
    filter_turned = Signal(int)
    """To the next filter, or with -1 to the one before."""

    def __init__(self, delegate: CaseDelegate, model: CaseBoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Cases"))
        self.doubleClicked.connect(self._on_self_double_clicked)
        self._fit()

    @property
    def chosen(self) -> CaseLine | None:
        """The case that is chosen."""
        line = self.currentIndex().data(Role.LINE)
        return line if isinstance(line, CaseLine) else None

    def choose(self, row: int) -> None:
        """Choose the case at `row`, or the last one where there are fewer."""
        rows = self._cases.rowCount()
        if rows:
            self.setCurrentIndex(self._cases.index(max(0, min(row, rows - 1)), 0))

    def edit_field(self, field: Field) -> None:
        """Let owner or next step of the chosen case be typed in place."""
        if self.chosen is not None:
            self._cases.field = field
            self.scrollTo(self.currentIndex())
            self.edit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn from columns to cards and back."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row too."""
        QPainter(self.viewport()).fillRect(event.rect(), self.palette().base())
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen case; other keys of lists move the choice. A field being typed into passes its Enter on."""
        is_typing = self.state() is QAbstractItemView.State.EditingState
        if is_typing or event.modifiers() & COMMANDS or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        key, line = event.key(), self.chosen
        if event.text() in ("/", "／"):
            self.search_requested.emit()
        elif key == Qt.Key.Key_U:
            self.undo_requested.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.filter_turned.emit(1 if key == Qt.Key.Key_Right else -1)
        elif line is None:
            return False
        else:
            return self._take_for(line, key)
        return True

    def _take_for(self, line: CaseLine, key: int) -> bool:
        if key in _ENTER:
            self.open_requested.emit(line.id)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            number = key - Qt.Key.Key_0
            self.stage_chosen.emit(line.id, STAGES[number - 1] if number else None)
        elif key == Qt.Key.Key_O:
            self.edit_field(Field.OWNER)
        elif key == Qt.Key.Key_N:
            self.edit_field(Field.NEXT)
        elif key == Qt.Key.Key_D:
            self.deadline_requested.emit(line)
        elif key == Qt.Key.Key_C:
            self.complaint_toggled.emit(line)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(0 if key == Qt.Key.Key_Home else self._cases.rowCount())
        else:
            return False
        return True

    def _fit(self) -> None:
        self.room_changed.emit(self.viewport().width())
        self.fix_height(WIDE_HEIGHT if is_wide(self.viewport().width()) else CARD_HEIGHT)

    def _on_self_double_clicked(self, index: QModelIndex) -> None:
        if self.chosen is not None:
            self.open_requested.emit(self.chosen.id)
