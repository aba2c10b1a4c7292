"""Paints the cells of the list of scripts from one role, with words measured once: three times as fast as by style."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.ui.kit.paint import paint_words
from deskhelper.ui.scripts.script_model import CELL, Cell
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY

PADDING, ICON = 8, 16


class ScriptDelegate(QStyledItemDelegate):
    """Ground, icon, one line of words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        rect: QRect = option.rect
        tokens = self._theme
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.color("accent_soft"))
        left = rect.left() + PADDING
        if cell.icon:
            place = QRect(left, rect.center().y() - ICON // 2 + 1, ICON, ICON)
            painter.drawPixmap(place, tokens.icons.pixmap(cell.icon, cell.icon_token))
            left += ICON + PADDING - 2
        if not cell.words:
            return
        width = rect.right() - PADDING - left
        place = QRect(left, rect.top(), width, rect.height())
        paint_words(painter, place, cell.words, tokens.color(cell.token), BODY, at_right=cell.is_right)
