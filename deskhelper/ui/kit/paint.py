"""Painting that widgets and delegates share, so that a pill in a list is the pill on a card."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK, fitted, shaped, width_of

PILL_HEIGHT = 20
_PAD = 8
_DOT = 6


def pill_size(words: str, has_dot: bool = False) -> QSize:
    """Return the room that a pill with `words` takes."""
    width = width_of(words, REMARK) + 2 * _PAD
    return QSize(width + (_DOT + 4 if has_dot else 0), PILL_HEIGHT)


def paint_pill(
    painter: QPainter, rect: QRect, words: str, tone: Tone, theme: Theme, has_dot: bool, inset: int = 0
) -> None:
    """Paint a pill into `rect`, its words `inset` further in; words that do not fit are elided."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone.soft))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(_PAD + inset, 0, -_PAD, 0)
    if has_dot:
        paint_dot(painter, inner.left() + _DOT // 2, rect.center().y() + 1, theme.color(tone.strong))
        inner.setLeft(inner.left() + _DOT + 4)
    painter.setPen(theme.ink(tone.strong, tone.soft))
    painter.setFont(ui_font(REMARK))
    # One pixel of grace: rounding must not elide words that were measured to fit.
    shown, _ = fitted(words, inner.width() + 1, REMARK)
    text, height = shaped(shown, REMARK)
    painter.drawStaticText(inner.left(), inner.top() + (inner.height() - height) // 2, text)
    painter.restore()


def paint_dot(painter: QPainter, x: float, y: float, colour: QColor, radius: float = _DOT / 2) -> None:
    """Paint a dot around a point."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def paint_focus(painter: QPainter, rect: QRect, theme: Theme, radius: float = 6) -> None:
    """Paint the 2 px accent ring just inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
