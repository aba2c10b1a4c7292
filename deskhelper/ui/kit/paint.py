"""Painting that widgets and delegates share, so that a pill in a list is the pill on a card."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK, fitted, shaped, width_of

PILL_HEIGHT = 20
_PAD = 8
_DOT = 6
BAR = 3
PICTURES_KEPT = 256


def pill_size(words: str, has_dot: bool = False) -> QSize:
    """Return the room that a pill with `words` takes."""
    width = width_of(words, REMARK) + 2 * _PAD
    return QSize(width + (_DOT + 4 if has_dot else 0), PILL_HEIGHT)


def paint_pill(
    painter: QPainter, rect: QRect, words: str, tone: Tone, theme: Theme, has_dot: bool, inset: int = 0
) -> None:
    """Paint a pill into `rect`, its words `inset` further in; words that do not fit are elided."""
    ratio = painter.deviceTransform().m11()
    key = (words, tone, rect.width(), rect.height(), has_dot, inset, ratio)
    picture = theme.pictures.get(key)
    if picture is None:
        if len(theme.pictures) >= PICTURES_KEPT:
            theme.pictures.clear()
        picture = theme.pictures[key] = _pill(rect.size(), words, tone, theme, has_dot, inset, ratio)
    painter.drawPixmap(rect.topLeft(), picture)


def _pill(size: QSize, words: str, tone: Tone, theme: Theme, has_dot: bool, inset: int, ratio: float) -> QPixmap:
    """Return a pill as a picture for a screen of `ratio`: a list shows few of them, many times."""
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    rect = QRect(QPoint(), size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(tone.soft))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(_PAD + inset, 0, -_PAD, 0)
    if has_dot:
        paint_dot(painter, inner.left() + _DOT // 2, rect.center().y() + 1, theme.color(tone.strong))
        inner.setLeft(inner.left() + _DOT + 4)
    # One pixel of grace: rounding must not elide words that were measured to fit.
    paint_words(painter, inner.adjusted(0, 0, 1, 0), words, theme.ink(tone.strong, tone.soft), REMARK)
    painter.end()
    return picture


def paint_words(
    painter: QPainter, rect: QRect, words: str, ink: QColor, pixels: int, bold: bool = False, at_right: bool = False
) -> int:
    """Paint one line at an end of `rect`, elided where it does not fit; return the width that it takes."""
    painter.setFont(ui_font(pixels, bold))
    painter.setPen(ink)
    shown, width = fitted(words, rect.width(), pixels, bold)
    text, height = shaped(shown, pixels, bold)
    x = rect.right() + 1 - width if at_right else rect.left()
    painter.drawStaticText(x, rect.top() + (rect.height() - height) // 2, text)
    return width


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


def paint_row(
    painter: QPainter, rect: QRect, theme: Theme, is_current: bool, has_focus: bool = False, bar: str = ""
) -> str:
    """Paint the ground of a row of any list and return its token.

    The current row is soft with a bar at the left, framed by a hairline while the keys are in its list; `bar` is the
    token of a bar that any row may have.
    """
    ground = "accent_soft" if is_current else "surface"
    painter.fillRect(rect, theme.color(ground))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
    if is_current and has_focus:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("accent"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
    if is_current or bar:
        painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), theme.color(bar or "accent"))
    return ground


def paint_box(painter: QPainter, rect: QRect, is_ticked: bool, theme: Theme) -> None:
    """Paint a box to tick, as check boxes have it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.color("accent" if is_ticked else "muted"))
    painter.setBrush(theme.color("accent" if is_ticked else "surface"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.restore()
    if is_ticked:
        painter.drawPixmap(rect.left() + 1, rect.top() + 1, theme.icons.pixmap("check", "surface", rect.width() - 2))
