"""Paints one promise in two lines: when, what and how much; due time, order and agent. Headings are as tall."""

from datetime import tzinfo
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.core.log import PromiseState
from deskhelper.core.moments import short_time
from deskhelper.core.promise_board import PromiseLine
from deskhelper.core.text import Lang
from deskhelper.services.promises import GroupShown
from deskhelper.ui.kit.page_head import EDGE
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_pill, paint_row, paint_words, pill_size
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.promises.model import PromiseModel, Role
from deskhelper.ui.promises.words import (
    amount_words,
    group_tone,
    group_words,
    kind_words,
    left_tone,
    left_words,
    reason_words,
    state_tone,
    state_words,
)
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK

ROW_HEIGHT = 60
GAP = 10
WHEN_WIDTH, WHEN_NARROW, NARROW = 132, 120, 560
Right = Qt.AlignmentFlag.AlignRight
Left = Qt.AlignmentFlag.AlignLeft
Index = QModelIndex | QPersistentModelIndex


class PromiseDelegate(QStyledItemDelegate):
    """Paints rows of a PromiseModel; `zone` is the shop's."""

    def __init__(self, theme: Theme, zone: tzinfo, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zone, self._lang = theme, zone, lang

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        rect: QRect = option.rect
        view = cast(QAbstractItemView, option.widget)
        painter.save()
        heading = index.data(Role.GROUP)
        if isinstance(heading, GroupShown):
            self._paint_heading(painter, rect, heading)
        else:
            is_current = view.currentIndex() == index
            ground = paint_row(painter, rect, self._theme, is_current, is_current and view.hasFocus())
            line = index.data(Role.LINE)
            if isinstance(line, PromiseLine):
                self._paint_line(painter, rect, line, cast(PromiseModel, index.model()).now, ground)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: GroupShown) -> None:
        painter.fillRect(rect, self._theme.color("bg"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self._theme.color("line"))
        place = QRect(rect.left() + EDGE, rect.bottom() - 32, rect.width() - 2 * EDGE, 24)
        rest = self._words(painter, place, group_words(heading.group), "text", "bg", Left, BODY, True)
        words = f"{heading.count:,}"
        width = pill_size(words).width()
        pill = QRect(rest.left(), place.center().y() - PILL_HEIGHT // 2 + 1, width, PILL_HEIGHT)
        paint_pill(painter, pill, words, group_tone(heading.group), self._theme, False)

    def _paint_line(self, painter: QPainter, rect: QRect, line: PromiseLine, now: int, ground: str) -> None:
        inner = rect.adjusted(EDGE, 9, -EDGE, -9)
        first = QRect(inner.left(), inner.top(), inner.width(), PILL_HEIGHT)
        second = QRect(inner.left(), first.bottom() + 3, inner.width(), 18)
        width = WHEN_WIDTH if rect.width() >= NARROW else WHEN_NARROW
        self._paint_when(painter, first, second, line, now, ground, width)
        first.setLeft(first.left() + width + GAP)
        second.setLeft(second.left() + width + GAP)
        self._paint_what(painter, first, line, ground)
        self._paint_whose(painter, second, line, ground)

    def _paint_when(
        self, painter: QPainter, first: QRect, second: QRect, line: PromiseLine, now: int, ground: str, width: int
    ) -> None:
        promise = line.promise
        above, below = QRect(first), QRect(second)
        above.setWidth(width)
        below.setWidth(width)
        if promise.state is PromiseState.OPEN:
            tone = left_tone(promise, now)
            token = "text" if tone is Tone.NEUTRAL else tone.strong
            self._words(painter, above, left_words(promise, now, self._lang), token, ground, Left, BODY, True)
            self._words(painter, below, short_time(promise.due_at, self._zone), "muted", ground, Left, REMARK)
            return
        tone, words = state_tone(promise), state_words(promise)
        above.setWidth(min(width, pill_size(words, tone.has_dot).width()))
        paint_pill(painter, above, words, tone, self._theme, tone.has_dot)
        self._words(painter, below, short_time(promise.closed_at or 0, self._zone), "muted", ground, Left, REMARK)

    def _paint_what(self, painter: QPainter, rect: QRect, line: PromiseLine, ground: str) -> None:
        promise = line.promise
        rest = self._words(painter, rect, amount_words(promise), "text", ground, Right, BODY, True)
        kind = kind_words(promise.kind)
        pill = QRect(rest.left(), rest.top(), min(pill_size(kind).width(), rest.width()), PILL_HEIGHT)
        paint_pill(painter, pill, kind, Tone.NEUTRAL, self._theme, False)
        rest.setLeft(pill.right() + GAP)
        self._words(painter, rest, promise.text, "text", ground, Left)

    def _paint_whose(self, painter: QPainter, rect: QRect, line: PromiseLine, ground: str) -> None:
        promise = line.promise
        right = promise.agent
        if promise.state is not PromiseState.OPEN:
            right = " · ".join(filter(None, (reason_words(promise), promise.agent)))
        elif promise.snoozed_until is not None and promise.snoozed_until > (promise.reminded_at or 0):
            until = self.tr("silent until %s").replace("%s", short_time(promise.snoozed_until, self._zone))
            right = " · ".join(filter(None, (until, promise.agent)))
        elif promise.answered_by is not None:
            right = " · ".join(filter(None, (self.tr("apologised"), promise.agent)))
        rest = self._words(painter, rect, right, "muted", ground, Right, REMARK)
        number = promise.order_no[-4:] if promise.order_no else self.tr("no order")
        rest = self._words(painter, rest, number, "text", ground, Left, REMARK, True)
        self._words(painter, rest, " · ".join(filter(None, (line.product, line.spec))), "muted", ground, Left, REMARK)

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
        if not words or rect.width() < GAP:
            return QRect(rect)
        ink = self._theme.ink(token, ground)
        used = paint_words(painter, rect, words, ink, pixels, bold, side is Right) + GAP
        return rect.adjusted(0, 0, -used, 0) if side is Right else rect.adjusted(used, 0, 0, 0)
