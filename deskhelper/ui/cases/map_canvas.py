"""The drawn map: zoomed with the wheel and keys, moved by dragging, walked with the arrows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskhelper.core.flow_map import UNLIT, Lit
from deskhelper.drawing.picture import Box, Picture
from deskhelper.ui.cases.map_paint import paint_picture
from deskhelper.ui.theme import Theme

LEAST, MOST = 0.25, 3.0
READABLE = 0.62
"""The scale at which a map opens where the whole of it would be smaller."""
STEP = 1.2
WHEEL_NOTCH = 120
EDGE = 40
"""So much of the map stays in sight, however far it is moved."""
ASIDE = 3.0
"""An arrow prefers the node straight ahead: what is aside counts so many times."""
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapCanvas(QWidget):
    """Shows a picture; a click or the arrows choose a node to look at. It never answers anything."""

    chosen = Signal(str)
    """The id of the node that is looked at now."""
    entered = Signal(str)
    """Enter or a double click on a node."""
    left = Signal()
    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: Picture | None = None
        self._lit = UNLIT
        self._chosen = ""
        self._scale = 1.0
        self._corner = QPointF()
        self._is_untouched = True
        self._held: QPointF | None = None
        self._has_moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        theme.theme_changed.connect(self.update)

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown."""
        return self._picture

    @property
    def lit(self) -> Lit:
        """What is lit."""
        return self._lit

    @property
    def chosen_node(self) -> str:
        """The node that is looked at, empty for none."""
        return self._chosen

    @property
    def scale(self) -> float:
        """The zoom in force."""
        return self._scale

    def show_picture(self, picture: Picture, lit: Lit) -> None:
        """Show `picture` lit by a walk; another flow is shown whole, or readable around where the walk stands."""
        is_other = self._picture is None or self._picture.shown.flow != picture.shown.flow
        has_moved_on = self._lit.here != lit.here
        self._picture, self._lit = picture, lit
        if is_other or self._chosen not in picture.boxes:
            self._chosen = ""
        if is_other:
            self.open_up()
        elif has_moved_on:
            self._chosen = ""
            self._reveal(lit.here or "")
        self.update()

    def open_up(self) -> None:
        """Show the map whole where its words can be read then, else at a readable size around the walk."""
        self.fit()
        if self._scale < READABLE:
            self._set_scale(READABLE)
            self._centre_on(self._lit.here or (self._picture.shown.start if self._picture else ""))
            self.zoomed.emit()

    def fit(self) -> None:
        """Show the whole map."""
        if self._picture is None or not self.width() or not self.height():
            return
        self._scale = min(self._picture.share_of(self.width(), self.height()), 1.0)
        self._is_untouched = True
        self._keep_in_sight()
        self.zoomed.emit()
        self.update()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by `factor` about a point of the canvas, its middle without one."""
        point = about or QPointF(self.width() / 2, self.height() / 2)
        before = self._to_map(point)
        self._set_scale(self._scale * factor)
        self._is_untouched = False
        self._corner = before - point / self._scale
        self._keep_in_sight()
        self.zoomed.emit()
        self.update()

    def choose(self, node: str) -> None:
        """Look at a node, and bring it into sight."""
        if self._picture is None or node not in self._picture.boxes:
            return
        self._chosen = node
        self._reveal(node)
        self.setAccessibleDescription(self._picture.shown.nodes[node].title.zh)
        self.chosen.emit(node)
        self.update()

    def place_of(self, node: str) -> QRectF:
        """Return where a node stands on the canvas. Raises KeyError."""
        assert self._picture is not None
        box = self._picture.boxes[node]
        corner = (QPointF(box.x, box.y) - self._corner) * self._scale
        return QRectF(corner.x(), corner.y(), box.width * self._scale, box.height * self._scale)

    def sizeHint(self) -> QSize:
        """Return a size at which most maps can be read."""
        return QSize(480, 560)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg"))
        if self._picture is None:
            return
        painter.scale(self._scale, self._scale)
        painter.translate(-self._corner)
        paint_picture(painter, self._picture, self._theme, self._lit, self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show a map that nobody has moved anew; else keep in sight what is looked at."""
        super().resizeEvent(event)
        if self._is_untouched and not self._chosen:
            self.open_up()
        else:
            self._keep_in_sight()
            self._reveal(self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter looks, +, - and 0 zoom, Esc leaves."""
        key = event.key()
        if key in WAYS:
            self._walk(*WAYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self._chosen or self._first())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else move; sideways with Shift."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP ** (turned.y() / WHEEL_NOTCH), event.position())
        else:
            sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            by = QPointF(turned.y(), 0) if sideways else QPointF(turned.x(), turned.y())
            self._move_by(by / 2)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held, self._has_moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map along."""
        if self._held is None:
            return
        by = event.position() - self._held
        if self._has_moved or by.manhattanLength() > 6:
            self._has_moved = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._held = event.position()
            self._move_by(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click without moving looks at the node there."""
        self.unsetCursor()
        if self._held is not None and not self._has_moved:
            box = self._box_at(event.position())
            if box is not None:
                self.choose(box.id)
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into the node."""
        box = self._box_at(event.position())
        if box is not None:
            self.entered.emit(box.id)

    def _walk(self, right: int, down: int) -> None:
        """Choose the nearest node in a direction; the first arrow starts where the walk stands."""
        if self._picture is None:
            return
        start = self._picture.boxes.get(self._chosen)
        if start is None:
            self.choose(self._first())
            return
        x, y = start.centre
        best, node = float("inf"), ""
        for box in self._picture.boxes.values():
            to_x, to_y = box.centre[0] - x, box.centre[1] - y
            ahead, aside = to_x * right + to_y * down, abs(to_x * down) + abs(to_y * right)
            if ahead > 1 and ahead + ASIDE * aside < best:
                best, node = ahead + ASIDE * aside, box.id
        self.choose(node)

    def _first(self) -> str:
        if self._lit.here:
            return self._lit.here
        return self._picture.shown.start if self._picture else ""

    def _box_at(self, point: QPointF) -> Box | None:
        at = self._to_map(point)
        return self._picture.box_at(at.x(), at.y()) if self._picture else None

    def _to_map(self, point: QPointF) -> QPointF:
        return point / self._scale + self._corner

    def _set_scale(self, scale: float) -> None:
        self._scale = max(LEAST, min(scale, MOST))

    def _move_by(self, by: QPointF) -> None:
        self._corner -= by / self._scale
        self._is_untouched = False
        self._keep_in_sight()
        self.update()

    def _centre_on(self, node: str) -> None:
        if self._picture is None or node not in self._picture.boxes:
            return
        room = QPointF(self.width(), self.height()) / self._scale
        self._corner = QPointF(*self._picture.boxes[node].centre) - room / 2
        self._keep_in_sight()
        self.update()

    def _reveal(self, node: str) -> None:
        """Move so that a node can be seen with what leads on from it, where it cannot."""
        if self._picture is None or node not in self._picture.boxes:
            return
        if not QRectF(self.rect()).adjusted(8, 8, -8, -8).contains(self.place_of(node)):
            self._centre_on(node)

    def _keep_in_sight(self) -> None:
        """Centre a map that is smaller than the canvas; let a larger one not be moved out of it."""
        if self._picture is None:
            return
        held = []
        for corner, room, size in (
            (self._corner.x(), self.width() / self._scale, self._picture.width),
            (self._corner.y(), self.height() / self._scale, self._picture.height),
        ):
            held.append((size - room) / 2 if size <= room else max(-EDGE, min(corner, size - room + EDGE)))
        self._corner = QPointF(*held)
