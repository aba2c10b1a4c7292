"""Painting a flow's map in the colours of the theme: on the desk, in the handbook, and into an image."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from deskhelper.core.flow_map import UNLIT, FlowMap, Lit, NodeKind
from deskhelper.core.text import Lang
from deskhelper.drawing.layers import Point
from deskhelper.drawing.looks import RADIUS, ROUND, arrow_at, bend_between, box_dress, label_ink, wire_dress
from deskhelper.drawing.picture import Box, Picture, TextLine, Wire, picture_of
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import width_of

RING = 3.0
"""How far the focus ring stands around a node."""


def measured(words: str, pixels: int, bold: bool) -> float:
    """Return how wide `words` are in the desk's font, with one pixel of grace."""
    return width_of(words, pixels, bold) + 1.0


class Pictures:
    """Keeps the pictures of maps: placing a large one takes a tenth of a second."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._kept: dict[str, Picture] = {}

    def of(self, shown: FlowMap) -> Picture:
        """Return the picture of `shown`; a map that has changed is placed anew."""
        kept = self._kept.get(shown.flow)
        if kept is None or kept.shown is not shown:
            kept = self._kept[shown.flow] = picture_of(shown, self._lang, measured)
        return kept


def image_of(picture: Picture, theme: Theme, scale: float, ratio: float, lit: Lit = UNLIT) -> QImage:
    """Return `picture` as an image, scaled, for a screen of `ratio` pixels each."""
    size = QSize(round(picture.width * scale), round(picture.height * scale))
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color("bg"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_picture(painter, picture, theme, lit)
    painter.end()
    return image


def paint_picture(painter: QPainter, picture: Picture, theme: Theme, lit: Lit, chosen: str = "") -> None:
    """Paint every edge and every node; the node `chosen` has a ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for wire in sorted(picture.wires, key=lambda wire: lit.is_walked(wire.edge)):
        _paint_wire(painter, wire, picture.is_across, theme, lit)
    for box in picture.boxes.values():
        _paint_box(painter, box, theme, lit, box.id == chosen)


def _paint_wire(painter: QPainter, wire: Wire, is_across: bool, theme: Theme, lit: Lit) -> None:
    dress = wire_dress(wire.edge, lit)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color(dress.line), dress.width))
    for points in (wire.upper, wire.lower):
        painter.drawPath(_path(points, is_across))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(dress.line))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in arrow_at(wire.lower[-1], is_across)]))
    for line in wire.label.lines:
        is_bold = lit.is_taken(wire.edge, line.option) and not line.is_remark
        _paint_line(painter, line, theme.color(label_ink(line, wire.edge, lit)), is_bold)


def _path(points: tuple[Point, ...], is_across: bool) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for at, end in enumerate(points[1:]):
        bend = bend_between(points[at], end, is_across)
        if bend:
            path.cubicTo(QPointF(*bend[0]), QPointF(*bend[1]), QPointF(*end))
        else:
            path.lineTo(QPointF(*end))
    return path


def _paint_box(painter: QPainter, box: Box, theme: Theme, lit: Lit, is_chosen: bool) -> None:
    dress = box_dress(box, lit)
    rect = QRectF(box.x, box.y, box.width, box.height)
    radius = ROUND if box.kind is NodeKind.OUTCOME else RADIUS
    pen = QPen(theme.color(dress.line), dress.width)
    if box.kind is NodeKind.HAND_OVER:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(theme.color(dress.ground))
    painter.drawRoundedRect(rect, radius, radius)
    if is_chosen:
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-RING, -RING, RING, RING), radius + RING, radius + RING)
    for line in box.lines:
        colour = theme.ink(dress.remark if line.is_remark else dress.ink, dress.ground)
        _paint_line(painter, line, colour, line.is_bold)


def _paint_line(painter: QPainter, line: TextLine, colour: QColor, is_bold: bool) -> None:
    painter.setFont(ui_font(line.pixels, is_bold))
    painter.setPen(colour)
    room = QRectF(line.x - 400, line.y - 20, 800, 40)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, line.words)
