"""Paints one case of the board, from roles only, and edits its owner or its next step in place."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from deskhelper.core.case_board import CaseLine
from deskhelper.services.case_board import MOST_OWNER, MOST_STEP
from deskhelper.ui.case_board.model import CaseBoardModel, Field, Role
from deskhelper.ui.case_board.places import CARD_HEIGHT, USUAL, WIDE_HEIGHT, is_wide, places_in
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_dot, paint_pill, paint_row, paint_words, pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.orders.words import Tag, tail
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK, fitted

MARK = 14
Left, Right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class CaseDelegate(QStyledItemDelegate):
    """Columns where the list is wide, a card of three lines where it is narrow."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.owners: Sequence[str] = ()
        """The names that are offered for an owner."""
        self.words = USUAL
        """The room that the words of a row ask for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(200, WIDE_HEIGHT if is_wide(option.rect.width()) else CARD_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        rect: QRect = option.rect
        view = cast(QAbstractItemView, option.widget)
        is_current = view.currentIndex() == index
        line = index.data(Role.LINE)
        painter.save()
        is_complaint = isinstance(line, CaseLine) and line.standing.is_complaint and line.is_open
        has_keys = is_current and view.hasFocus()
        ground = paint_row(painter, rect, self._theme, is_current, has_keys, "bad" if is_complaint else "")
        if isinstance(line, CaseLine):
            self._paint_parts(painter, rect, index, line, ground)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a field for the owner, with the known names, or for the next step."""
        model = cast(CaseBoardModel, index.model())
        editor = QLineEdit(parent)
        is_owner = model.field is Field.OWNER
        editor.setMaxLength(MOST_OWNER if is_owner else MOST_STEP)
        editor.setPlaceholderText("" if is_owner else str(index.data(Role.NEXT)))
        editor.setAccessibleName(self.tr("Owner") if is_owner else self.tr("Next step"))
        if is_owner:
            completer = QCompleter(list(self.owners), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the field over the part that it is for, a little larger."""
        places = places_in(option.rect, self.words)
        model = cast(CaseBoardModel, index.model())
        place = places.owner if model.field is Field.OWNER else places.next
        height = max(editor.sizeHint().height(), 28)
        top = place.center().y() - height // 2
        bottom = option.rect.bottom() - height
        width = max(place.width() + 16, 140)
        left = min(place.left() - 8, option.rect.right() - width)
        editor.setGeometry(left, max(min(top, bottom), option.rect.top()), width, height)

    def _paint_parts(self, painter: QPainter, rect: QRect, index: Index, line: CaseLine, ground: str) -> None:
        places = places_in(rect, self.words)
        wide = is_wide(rect.width())
        self._paint_order(painter, places.order, line, ground)
        self._words(painter, places.product, line.product, "muted", ground)
        self._words(painter, places.title, index.data(Role.TITLE), "text", ground)
        self._paint_stage(painter, places.stage, index.data(Role.STAGE), line)
        is_own, owner = bool(line.standing.next_step), line.standing.owner
        room = places.next if wide or owner else places.next.united(places.owner)
        self._words(painter, room, index.data(Role.NEXT), "text" if is_own or wide else "muted", ground)
        self._words(painter, places.owner, owner, "muted", ground, Left if wide else Right)
        self._paint_due(painter, places.due, index.data(Role.DUE), ground)

    def _paint_order(self, painter: QPainter, place: QRect, line: CaseLine, ground: str) -> None:
        self._words(painter, place, tail(line.order_no), "text", ground, bold=True)
        if line.standing.is_complaint:
            x = place.left() + fitted(tail(line.order_no), place.width(), BODY, True)[1] + 8
            pixmap = self._theme.icons.pixmap("shield-alert", "bad", MARK)
            painter.drawPixmap(x, place.center().y() - MARK // 2, pixmap)

    def _paint_stage(self, painter: QPainter, place: QRect, tag: Tag, line: CaseLine) -> None:
        mark = " ·" if line.standing.is_by_hand else ""
        width = min(pill_size(tag.words + mark, tag.tone.has_dot).width(), place.width())
        pill = QRect(place.left(), place.center().y() - PILL_HEIGHT // 2, width, PILL_HEIGHT)
        paint_pill(painter, pill, tag.words + mark, tag.tone, self._theme, tag.tone.has_dot)

    def _paint_due(self, painter: QPainter, place: QRect, tag: Tag | None, ground: str) -> None:
        if tag is None:
            return
        token = "muted" if tag.tone is Tone.NEUTRAL else tag.tone.strong
        bold = tag.tone is not Tone.NEUTRAL
        used = self._words(painter, place, tag.words, token, ground, Right, bold)
        if bold and self._theme.tokens.ink(token, ground) != token:
            paint_dot(painter, place.right() - used - 6, place.center().y() + 1, self._theme.color(token))

    def _words(
        self,
        painter: QPainter,
        place: QRect,
        words: str,
        token: str,
        ground: str,
        side: Qt.AlignmentFlag = Left,
        bold: bool = False,
    ) -> int:
        """Paint `words` in the middle line of `place`, elided where they do not fit; return the width they take."""
        if not words or place.width() < 8:
            return 0
        pixels = REMARK if token == "muted" and not bold else BODY
        return paint_words(painter, place, words, self._theme.ink(token, ground), pixels, bold, side is Right)
