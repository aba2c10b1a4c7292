"""The table of a board: one painted column, as OrderRows is, with a line of column names above where it is wide."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from deskhelper.ui.boards.delegate import WIDE, BoardDelegate, row_height
from deskhelper.ui.boards.model import BoardModel, Index
from deskhelper.ui.boards.row import Row
from deskhelper.ui.kit.row_table import COMMANDS, RowTable
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK, fitted

HEAD_HEIGHT = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BoardTable(RowTable):
    """Moves by arrows, opens with Enter, ticks with Space, all with Ctrl+A; letters and digits are told on."""

    current_changed = Signal()
    open_requested = Signal()
    key_typed = Signal(str)
    ticks_changed = Signal()

    def __init__(self, theme: Theme, model: BoardModel, can_tick: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = model
        self.delegate = BoardDelegate(theme, model.columns, self)
        self._can_tick = can_tick
        self.delegate.can_tick = can_tick
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.doubleClicked.connect(self._on_self_double_clicked)
        model.modelReset.connect(self._on_model_reset)

    @property
    def row(self) -> Row | None:
        """The row that the keys stand on."""
        return self.board.row(self.currentIndex().row())

    def go_to(self, number: int) -> None:
        """Stand on the row at `number`, the last one where there are fewer."""
        rows = self.board.rowCount()
        if rows:
            self.setCurrentIndex(self.board.index(min(max(number, 0), rows - 1)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another row is chosen."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height that the width asks for."""
        super().resizeEvent(event)
        self.fix_height(row_height(self.board.columns, self.viewport().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, tick, go to an end, or tell what was typed."""
        is_plain = not event.modifiers() & COMMANDS
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()  # the field has taken the key already and passes it on
        elif event.key() in _ENTER and is_plain:
            self.open_requested.emit()
        elif event.key() == Qt.Key.Key_Space and is_plain and self._can_tick:
            self._tick()
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.key_typed.emit("Ctrl+A")
        elif event.key() == Qt.Key.Key_Delete and is_plain:
            self.key_typed.emit("Delete")
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and is_plain:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self.board.rowCount())
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and is_plain:
            self.key_typed.emit("Left" if event.key() == Qt.Key.Key_Left else "Right")
        elif is_plain and event.text().strip() and event.text().isprintable():
            self.key_typed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)

    def _tick(self) -> None:
        at = self.currentIndex().row()
        if self.board.row(at) is not None:
            self.board.tick(at)
            self.go_to(at + 1)
            self.ticks_changed.emit()

    def _on_self_double_clicked(self, _: QModelIndex) -> None:
        self.open_requested.emit()

    def _on_model_reset(self) -> None:
        self.scrollToTop()


class HeadLine(QWidget):
    """The names of the columns, above a wide table; nothing above a narrow one."""

    def __init__(self, theme: Theme, table: BoardTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._table = theme, table
        self.setFixedHeight(HEAD_HEIGHT)
        theme.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return its height."""
        return QSize(200, HEAD_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names over their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
        width = self._table.viewport().width()
        if width < WIDE:
            return
        painter.setFont(ui_font(REMARK))
        painter.setPen(self._theme.color("muted"))
        columns = self._table.board.columns
        for column, place in zip(columns, self._table.delegate.places(QRect(0, 0, width, self.height())), strict=True):
            shown, _ = fitted(column.name, place.width(), REMARK)
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
