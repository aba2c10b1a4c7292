"""Paints the rows of a board: cells side by side in a wide table, in lines below each other in a narrow one."""

from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIntValidator, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskhelper.ui.boards.model import Role
from deskhelper.ui.boards.row import Cell, Column, Row
from deskhelper.ui.kit.page_head import EDGE
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_box, paint_pill, paint_row, paint_words, pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK, width_of

Index = QModelIndex | QPersistentModelIndex
WIDE = 680
"""From this width on cells stand side by side."""
ROW_HEIGHT, LINE_HEIGHT, GAP, MARK, TICK_GAP = 44, 22, 16, 14, 10
GIVES, ROUNDED = 0.45, 4
EDITOR_WIDTH, EDITOR_HEIGHT, MOST_DIGITS = 120, 30, 99_999_999


def places(columns: Sequence[Column], rect: QRect, mark: int = 0) -> list[QRect]:
    """Return where the cells of a wide row in `rect` stand, `mark` pixels kept free before them."""
    room = rect.width() - 2 * EDGE - mark - GAP * (len(columns) - 1)
    x, found = rect.left() + EDGE + mark, []
    for width in _widths(tuple(columns), room):
        found.append(QRect(x, rect.top(), width, rect.height()))
        x += width + GAP
    return found


@lru_cache(64)
def _widths(columns: tuple[Column, ...], room: int) -> list[int]:
    """Return the widths of columns by their shares; free words give up to GIVES of theirs for what is not to be cut."""
    shares = sum(column.share for column in columns)
    widths = [room * column.share // shares for column in columns]
    least = [_least(column) for column in columns]
    lacks = [max(0, most - width) for width, most in zip(widths, least, strict=True)]
    spare = [
        max(0, width - most) if column.whole else round(width * GIVES)
        for column, width, most in zip(columns, widths, least, strict=True)
    ]
    part = min(1.0, sum(lacks) / max(1, sum(spare)))
    given = [int(width * part) for width in spare]
    met = min(1.0, sum(given) / max(1, sum(lacks)))
    return [width + int(lack * met) - gave for width, lack, gave in zip(widths, lacks, given, strict=True)]


def _least(column: Column) -> int:
    """Return the width at which none of the words of a column that are to stay whole is cut."""
    if column.is_pill:
        return max((pill_size(words, True).width() for words in column.whole), default=0) + ROUNDED
    return max((width_of(words, BODY, True) for words in column.whole), default=0) + ROUNDED


def row_height(columns: Sequence[Column], width: int) -> int:
    """Return how tall every row of a table of `width` is."""
    if width >= WIDE:
        return ROW_HEIGHT
    return (1 + max(column.line for column in columns)) * LINE_HEIGHT + 20


class BoardDelegate(QStyledItemDelegate):
    """Paints rows of `columns`; the cell of `input_column` is the one that is typed into."""

    def __init__(self, theme: Theme, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.columns = columns
        self.input_column: int | None = None
        self.can_tick = False

    def places(self, rect: QRect) -> list[QRect]:
        """Return where the cells of a wide row in `rect` stand: after the box, where rows can be ticked."""
        return places(self.columns, rect, MARK + TICK_GAP if self.can_tick else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        rect: QRect = option.rect
        view = cast(QAbstractItemView, option.widget)
        is_current = view.currentIndex() == index
        painter.save()
        ground = paint_row(painter, rect, self._theme, is_current, is_current and view.hasFocus())
        row = index.data(Role.ROW)
        if isinstance(row, Row):
            self._paint_tick(painter, rect, bool(index.data(Role.IS_TICKED)), row.depth)
            if rect.width() >= WIDE:
                self._paint_wide(painter, rect, row, ground)
            else:
                self._paint_narrow(painter, rect, row, ground)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field for a count of pieces."""
        field = QLineEdit(parent)
        field.setValidator(QIntValidator(0, MOST_DIGITS, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from what is there, all of it chosen."""
        cast(QLineEdit, editor).setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        cast(QLineEdit, editor).selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed."""
        model.setData(index, cast(QLineEdit, editor).text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the field over the cell it is for; at the right end of a narrow row."""
        rect: QRect = option.rect
        place = QRect(rect.right() - EDGE - EDITOR_WIDTH, rect.top() + 6, EDITOR_WIDTH, EDITOR_HEIGHT)
        if rect.width() >= WIDE and self.input_column is not None:
            cell = self.places(rect)[self.input_column]
            place = QRect(cell.left(), rect.top() + (rect.height() - EDITOR_HEIGHT) // 2, cell.width(), EDITOR_HEIGHT)
        editor.setGeometry(place)

    def _paint_tick(self, painter: QPainter, rect: QRect, is_ticked: bool, depth: int) -> None:
        if self.can_tick:
            top = rect.top() + (rect.height() - MARK) // 2
            paint_box(painter, QRect(rect.left() + EDGE, top, MARK, MARK), is_ticked, self._theme)
        elif depth:
            painter.fillRect(QRect(rect.left() + EDGE // 2, rect.top(), 2, rect.height()), self._theme.color("line"))

    def _paint_wide(self, painter: QPainter, rect: QRect, row: Row, ground: str) -> None:
        for column, cell, place in zip(self.columns, row.cells, self.places(rect), strict=True):
            self._paint_cell(painter, place, cell, column.is_number, ground, BODY)

    def _paint_narrow(self, painter: QPainter, rect: QRect, row: Row, ground: str) -> None:
        lines = 1 + max(column.line for column in self.columns)
        left = rect.left() + EDGE + (MARK + TICK_GAP if self.can_tick else 0)
        for line in range(lines):
            room = QRect(left, rect.top() + 10 + line * LINE_HEIGHT, rect.right() - EDGE - left, LINE_HEIGHT)
            pixels = BODY if line == 0 else REMARK
            here = [
                (column, _named(column, cell))
                for column, cell in zip(self.columns, row.cells, strict=True)
                if column.line == line and cell.words
            ]
            for _, cell in reversed([pair for pair in here if pair[0].at_right]):
                used = self._paint_cell(painter, room, cell, True, ground, pixels)
                room.setRight(room.right() - used - GAP)
            for _, cell in [pair for pair in here if not pair[0].at_right]:
                if room.width() < 3 * GAP:
                    break
                used = self._paint_cell(painter, room, cell, False, ground, pixels)
                room.setLeft(room.left() + used + GAP)

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: Cell, at_right: bool, ground: str, pixels: int) -> int:
        """Paint a cell at one end of `rect` and return the width that it took."""
        if not cell.words:
            return 0
        if cell.tone is not Tone.NEUTRAL:
            width = min(pill_size(cell.words, cell.tone.has_dot).width(), rect.width())
            x = rect.right() + 1 - width if at_right else rect.left()
            place = QRect(x, rect.top() + (rect.height() - PILL_HEIGHT) // 2, width, PILL_HEIGHT)
            paint_pill(painter, place, cell.words, cell.tone, self._theme, cell.tone.has_dot)
            return width
        ink = self._theme.ink("muted" if cell.is_quiet else "text", ground)
        return paint_words(painter, rect, cell.words, ink, pixels, cell.is_strong, at_right)


def _named(column: Column, cell: Cell) -> Cell:
    """Return a cell with the name of its column before it, where a narrow row needs it."""
    return replace(cell, words=f"{column.name} {cell.words}") if column.is_named else cell
