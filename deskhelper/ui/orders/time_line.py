"""The time line of an order: dots by time, labels that never meet."""

from datetime import tzinfo

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskhelper.core.moments import short_time
from deskhelper.ui.kit.paint import paint_dot
from deskhelper.ui.orders.milestones import Milestone, Step, late_span, spans
from deskhelper.ui.orders.spread import Spot, spread
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

DOT = 5
LINE_Y = 8
LABEL_TOP = 18
NONE = "—"


class TimeLine(QWidget):
    """Shows milestones; as high as their labels need at the width given."""

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zone = theme, zone
        self._points: list[Milestone] = []
        self._labels: list[tuple[str, str]] = []
        self._placed: dict[int, tuple[list[Spot], list[QRect]]] = {}
        self._picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_points(self, points: list[Milestone]) -> None:
        """Show `points`, nothing at all where there are fewer than two."""
        self.setVisible(len(points) > 1)
        if points == self._points:  # else all around it would be laid out again
            return
        self._points = points
        self._labels = [(self._name(point.step), self._time(point)) for point in points]
        self._placed.clear()
        self._picture = QPixmap()
        self.setAccessibleName(", ".join(" ".join(label) for label in self._labels))
        self.updateGeometry()
        self.update()

    def spots(self, width: int) -> list[Spot]:
        """Return where the points go at `width`."""
        return self._places(width)[0]

    def label_rects(self, width: int) -> list[QRect]:
        """Return the room of each label at `width`."""
        return self._places(width)[1]

    def _places(self, width: int) -> tuple[list[Spot], list[QRect]]:
        """Return points and labels at `width`; kept, since layouts ask a dozen times before they settle."""
        placed = self._placed.get(width)
        if placed is None:
            metrics = QFontMetrics(ui_font(REMARK))
            height = metrics.height()
            rooms = [max(metrics.horizontalAdvance(words) for words in label) + 2 for label in self._labels]
            spots = spread(rooms, spans(self._points), width)
            rects = [
                QRect(round(spot.x - room / 2), LABEL_TOP + spot.row * (2 * height + 4), room, 2 * height)
                for spot, room in zip(spots, rooms, strict=True)
            ]
            placed = self._placed[width] = spots, rects
        return placed

    def hasHeightForWidth(self) -> bool:
        """Return True: narrow takes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at `width`."""
        return max((rect.bottom() + 1 for rect in self.label_rects(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few labels."""
        return QSize(100, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the labels take other rows."""
        super().resizeEvent(event)
        if self.heightForWidth(event.size().width()) != self.height():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line; kept as a picture, for each answer below it has the whole column painted again."""
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._paint(self._picture)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _paint(self, picture: QPixmap) -> None:
        """Paint the line, the dots and the labels."""
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(REMARK))
        spots = self.spots(self.width())
        rects = self.label_rects(self.width())
        self._paint_segments(painter, spots)
        for point, spot, rect, words in zip(self._points, spots, rects, self._labels, strict=True):
            if spot.row:
                painter.setPen(QPen(self._theme.color("line"), 1))
                painter.drawLine(QPointF(spot.x, LINE_Y + DOT + 2), QPointF(spot.x, rect.top()))
            paint_dot(painter, spot.x, LINE_Y, self._dot(point), DOT)
            self._paint_label(painter, rect, point, words)

    def _paint_segments(self, painter: QPainter, spots: list[Spot]) -> None:
        late = late_span(self._points)
        past = max((place for place, point in enumerate(self._points) if point.at is not None), default=0)
        now = [place for place, point in enumerate(self._points) if point.step is Step.NOW]
        past = now[0] if now else past
        for place in range(len(spots) - 1):
            token = "accent" if place < past else "line"
            if late is not None and late[0] <= place < late[1]:
                token = "bad"
            painter.setPen(QPen(self._theme.color(token), 3))
            start = QPointF(spots[place].x + DOT + 3, LINE_Y)
            painter.drawLine(start, QPointF(spots[place + 1].x - DOT - 3, LINE_Y))

    def _paint_label(self, painter: QPainter, rect: QRect, point: Milestone, words: tuple[str, str]) -> None:
        half = rect.height() // 2
        tops = QRect(rect.left(), rect.top(), rect.width(), half)
        name, time = words
        painter.setPen(self._theme.color("muted" if point.at is None else "text"))
        painter.drawText(tops, Qt.AlignmentFlag.AlignCenter, name)
        painter.setPen(self._theme.color("bad" if point.is_late else "muted"))
        painter.drawText(tops.translated(0, half), Qt.AlignmentFlag.AlignCenter, time)

    def _dot(self, point: Milestone) -> QColor:
        if point.is_late:
            return self._theme.color("bad")
        if point.step is Step.NOW:
            return self._theme.color("text")
        is_ahead = point.at is None or (point.step is Step.PROMISED and self._is_after_now(point))
        return self._theme.color("faint" if is_ahead else "accent")

    def _is_after_now(self, point: Milestone) -> bool:
        return any(other.step is Step.NOW and (other.at or 0) < (point.at or 0) for other in self._points)

    def _name(self, step: Step) -> str:
        return {
            Step.GROUPED: self.tr("Grouped"),
            Step.PROMISED: self.tr("Promised"),
            Step.SHIPPED: self.tr("Shipped"),
            Step.PICKED_UP: self.tr("Picked up"),
            Step.IN_TRANSIT: self.tr("On the way"),
            Step.OUT_FOR_DELIVERY: self.tr("Out for delivery"),
            Step.DELIVERED: self.tr("Delivered"),
            Step.RETURNED: self.tr("Sent back"),
            Step.PROBLEM: self.tr("Problem"),
            Step.RECEIVED: self.tr("Received"),
            Step.NOW: self.tr("Now"),
        }[step]

    def _time(self, point: Milestone) -> str:
        return NONE if point.at is None else short_time(point.at, self._zone)

    def _on_theme_changed(self) -> None:
        self._picture = QPixmap()
        self.update()
