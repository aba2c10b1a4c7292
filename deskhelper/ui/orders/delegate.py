"""Paints one order of the list in three lines, from roles only."""

from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.core.money import format_price
from deskhelper.core.order import Order
from deskhelper.core.view import OrderLine
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_dot, paint_pill, paint_row, paint_words, pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.orders.model import Role, Row
from deskhelper.ui.orders.words import Tag, parcel_words, spec_words, tail
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK, width_of

ROW_HEIGHT = 80
EDGE = 12
GAP = 8
MARK = 14
Right = Qt.AlignmentFlag.AlignRight
Left = Qt.AlignmentFlag.AlignLeft


class OrderDelegate(QStyledItemDelegate):
    """Number, state and countdown; product and price; variant and parcel."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        rect: QRect = option.rect
        # Asked of the view: to touch `option.state` loads all of QStyle's enums, 7 ms of the start.
        view = cast(QAbstractItemView, option.widget)
        is_current = view.currentIndex() == index
        painter.save()
        ground = paint_row(painter, rect, self._theme, is_current, is_current and view.hasFocus())
        row = index.data(Role.ROW)
        if isinstance(row, Row):
            inner = rect.adjusted(EDGE, 10, -EDGE, -10)
            first = QRect(inner.left(), inner.top(), inner.width(), PILL_HEIGHT)
            second = QRect(inner.left(), first.bottom() + 2, inner.width(), 20)
            third = QRect(inner.left(), second.bottom() + 2, inner.width(), 18)
            self._paint_state(painter, first, row, ground)
            self._paint_product(painter, second, row.line.order)
            self._paint_variant(painter, third, row.line.order, ground)
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, row: Row, ground: str) -> None:
        if row.countdown is not None:
            rest = self._paint_countdown(painter, rect, row.countdown, ground)
        else:
            rest = self._words(painter, rect, row.last_time, "muted", ground, Right, REMARK)
        rest = self._words(painter, rest, tail(row.line.order.order_no), "text", ground, Left, BODY, True)
        tags = [row.status] if row.after_sale is None else [row.status, row.after_sale]
        self._paint_tags(painter, rest, tags, row.line)

    def _paint_countdown(self, painter: QPainter, rect: QRect, tag: Tag, ground: str) -> QRect:
        """Paint the countdown at the right, `derived` before it where the time was reckoned; return the room left."""
        token = "text" if tag.tone is Tone.NEUTRAL else tag.tone.strong
        bold = tag.tone is not Tone.NEUTRAL
        rest = self._words(painter, rect, tag.words, token, ground, Right, BODY, bold)
        if self._theme.tokens.ink(token, ground) != token:
            # The tone cannot be read here, so a dot shows it.
            paint_dot(painter, rest.right() + GAP - 6, rect.center().y() + 1, self._theme.color(token))
            rest.setRight(rest.right() - 8)
        if not tag.is_derived:
            return rest
        words = self.tr("derived")
        room = width_of(words, REMARK)
        if rest.width() < room + 130:
            words = "≈"
        return self._words(painter, rest, words, "muted", ground, Right, REMARK)

    def _paint_tags(self, painter: QPainter, rect: QRect, tags: list[Tag], line: OrderLine) -> None:
        """Paint as many pills as fit, what is wrong before what is usual, then marks for a case and a note."""
        marks = [name for name, is_on in (("git-branch", line.open_cases), ("sticky-note", line.noted)) if is_on]
        room = rect.width() - len(marks) * (MARK + 4)
        wanted = sum(pill_size(tag.words, tag.tone.has_dot).width() + GAP for tag in tags) - GAP
        if wanted > room and len(tags) > 1:
            tags = tags[-1:]
        x = rect.left()
        for tag in tags:
            width = min(pill_size(tag.words, tag.tone.has_dot).width(), rect.left() + room - x)
            if width < 3 * GAP:
                break
            pill = QRect(x, rect.top(), width, PILL_HEIGHT)
            paint_pill(painter, pill, tag.words, tag.tone, self._theme, tag.tone.has_dot)
            x += width + GAP
        for name in marks:
            if x + MARK <= rect.right() + 1:
                pixmap = self._theme.icons.pixmap(name, "muted", MARK)
                painter.drawPixmap(x, rect.top() + (PILL_HEIGHT - MARK) // 2, pixmap)
                x += MARK + 4

    def _paint_product(self, painter: QPainter, rect: QRect, order: Order) -> None:
        price = "" if order.paid_fen is None else format_price(order.paid_fen)
        rest = self._words(painter, rect, price, "text", "surface", Right)
        self._words(painter, rest, order.product, "text", "surface", Left)

    def _paint_variant(self, painter: QPainter, rect: QRect, order: Order, ground: str) -> None:
        variant = spec_words(order)
        rest = rect
        parcel = parcel_words(order)
        if parcel:
            share = rect.width() - min(width_of(variant, REMARK), rect.width() * 2 // 5) - GAP
            if width_of(parcel, REMARK) > share and order.tracking_no:
                parcel = f"{order.courier} {tail(order.tracking_no)}".strip()
            room = QRect(rect.right() + 1 - share, rect.top(), share, rect.height())
            left = self._words(painter, room, parcel, "muted", ground, Right, REMARK)
            rest = QRect(rect.left(), rect.top(), left.right() + 1 - rect.left(), rect.height())
        self._words(painter, rest, variant, "muted", ground, Left, REMARK)

    def _words(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        token: str,
        ground: str,
        side: Qt.AlignmentFlag,
        pixels: int = BODY,
        bold: bool = False,
    ) -> QRect:
        """Paint `words` at a side of `rect`, elided where they do not fit; return the room left beside them."""
        if not words:
            return QRect(rect)
        ink = self._theme.ink(token, ground)
        used = paint_words(painter, rect, words, ink, pixels, bold, side is Right) + GAP
        return rect.adjusted(0, 0, -used, 0) if side is Right else rect.adjusted(used, 0, 0, 0)
