"""The bars of one plot, drawn by pyqtgraph and dressed in the theme's colours. The only importer of pyqtgraph.

Importing this module reads numpy and pyqtgraph (about 0.6 s and 60 MB), so it is done in a task. The canvas takes no
mouse and no keys: the card around it does, and asks which bar stands where.
"""

from collections.abc import Sequence

import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsRectItem, QWidget

from deskhelper.ui.insights.ticks import every_so_many, round_ticks
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

pg.setConfigOptions(antialias=False, exitCleanup=False)

UPRIGHT_HEIGHT = 190
ROW_HEIGHT = 26
BAR_SHARE = 0.68
LABEL_SHARE = 0.38
"""Names of lying bars take at most this share of the width."""
AIR = 1.08
"""The axis goes a little beyond its last count, which is written half above its line."""


class DrawnBar(Struct, frozen=True):
    """A bar as it is drawn: its name, the count of each series, what stands at its end where it lies.

    `before` marks the count of the period before; `is_known` False: no data is there.
    """

    name: str
    counts: tuple[int, ...]
    words: str = ""
    before: int | None = None
    is_known: bool = True

    @property
    def total(self) -> int:
        """The whole length."""
        return sum(self.counts)


class BarCanvas(pg.GraphicsView):  # type: ignore[misc]  # the library has no types
    """Bars in stacked series, upright or lying; one of them is the current one."""

    def __init__(self, theme: Theme, is_upright: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._theme = theme
        self._is_upright = is_upright
        self._bars: tuple[DrawnBar, ...] = ()
        self._tokens: tuple[str, ...] = ()
        self._current: int | None = None
        self._cursor: QGraphicsRectItem | None = None
        self._build()

    @property
    def bars(self) -> tuple[DrawnBar, ...]:
        """The bars shown."""
        return self._bars

    def show_bars(self, bars: Sequence[DrawnBar], tokens: Sequence[str]) -> None:
        """Draw `bars`; `tokens` are the colours of the series."""
        self._bars, self._tokens = tuple(bars), tuple(tokens)
        self._current = None
        self.setFixedHeight(UPRIGHT_HEIGHT if self._is_upright else ROW_HEIGHT * len(bars) + 6)
        self.redraw()

    def set_current(self, place: int | None) -> None:
        """Mark a bar; None marks none."""
        if place != self._current:
            self._current = place
            self._mark_current()

    def bar_at(self, point: QPoint) -> int | None:
        """Return the bar that stands at a point of the canvas, in its whole column or row; None beside the bars."""
        at: QPointF = self._box.mapSceneToView(self.mapToScene(point))
        place = round(at.x() if self._is_upright else at.y())
        area = self._box.sceneBoundingRect()
        inside = area.left() <= point.x() <= area.right() if self._is_upright else True
        return place if inside and 0 <= place < len(self._bars) else None

    def redraw(self) -> None:
        """Draw everything anew: other bars, another width, other colours."""
        self._box.clear()
        self._cursor = None
        self.setBackground(self._theme.color("surface"))
        if not self._bars:
            return
        longest = max((max(bar.total, bar.before or 0) for bar in self._bars), default=0) or 1
        ticks = round_ticks(longest)
        reach = ticks[-1] * AIR if self._is_upright else longest * self._room_for_words()
        self._set_range(reach)
        self._mark_current()
        self._draw_unknown(reach)
        if self._is_upright:
            self._draw_grid(ticks)
        self._draw_bars()
        self._draw_before()
        self._set_ticks(ticks)
        if not self._is_upright:
            self._draw_counts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the names to the width."""
        super().resizeEvent(event)
        if getattr(self, "_bars", ()) and event.size().width() != event.oldSize().width():
            self.redraw()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumWidth(120)
        grid = pg.GraphicsLayout()
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setSpacing(0)
        self.setCentralItem(grid)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self._names = pg.AxisItem("bottom" if self._is_upright else "left", showValues=True)
        self._counts = pg.AxisItem("left")
        self._names.linkToView(self._box)
        grid.addItem(self._box, 0, 1)
        if self._is_upright:
            self._counts.linkToView(self._box)
            grid.addItem(self._counts, 0, 0)
            grid.addItem(self._names, 1, 1)
        else:
            self._box.invertY(True)
            grid.addItem(self._names, 0, 0)

    def _set_range(self, reach: float) -> None:
        along = (-0.6, len(self._bars) - 0.4)
        x, y = (along, (0, reach)) if self._is_upright else ((0, reach), along)
        self._box.setRange(xRange=x, yRange=y, padding=0, disableAutoRange=True)
        self._reach = reach

    def _room_for_words(self) -> float:
        """Return how much further than the longest lying bar the axis goes, for the words at its end."""
        metrics = QFontMetrics(ui_font(REMARK))
        words = max(metrics.horizontalAdvance(bar.words) for bar in self._bars) + 12
        room = max(1.0, self.width() * (1 - LABEL_SHARE) - 12)
        return float(room / max(room - words, room / 3))

    def _mark_current(self) -> None:
        """Give the current bar's whole column or row a ground: one item that moves, for a key must not wait."""
        if self._cursor is None:
            self._cursor = QGraphicsRectItem()
            self._cursor.setPen(QPen(Qt.PenStyle.NoPen))
            self._cursor.setBrush(self._theme.color("accent_soft"))
            self._cursor.setZValue(-20)
            self._box.addItem(self._cursor, ignoreBounds=True)
        is_there = self._current is not None and self._current < len(self._bars)
        self._cursor.setVisible(is_there)
        if self._current is not None and is_there:
            start = self._current - 0.5
            across, along = (1.0, self._reach), (self._reach, 1.0)
            place = (start, 0.0, *across) if self._is_upright else (0.0, start, *along)
            self._cursor.setRect(QRectF(*place))

    def _draw_unknown(self, reach: float) -> None:
        places = [place for place, bar in enumerate(self._bars) if not bar.is_known]
        if places:
            brush = QBrush(self._theme.color("line"), Qt.BrushStyle.BDiagPattern)
            item = self._block(places, [reach] * len(places), 1.0, brush)
            item.setZValue(-15)
            self._box.addItem(item)

    def _draw_grid(self, ticks: Sequence[int]) -> None:
        lines = [(end, tick) for tick in ticks for end in (-0.6, len(self._bars) - 0.4)]
        item = pg.PlotCurveItem(
            [x for x, _ in lines], [y for _, y in lines], connect="pairs", pen=self._pen("line")
        )  # fmt: skip
        item.setZValue(-10)
        self._box.addItem(item)

    def _draw_bars(self) -> None:
        places = range(len(self._bars))
        base = [0] * len(self._bars)
        for series, token in enumerate(self._tokens):
            counts = [bar.counts[series] for bar in self._bars]
            if any(counts):
                self._box.addItem(self._block(places, counts, BAR_SHARE, QBrush(self._theme.color(token)), base))
            base = [low + count for low, count in zip(base, counts, strict=True)]

    def _draw_before(self) -> None:
        """Mark the count of the period before with a short line across each bar."""
        marks = [(place, bar.before) for place, bar in enumerate(self._bars) if bar.before is not None]
        if not marks or not self._is_upright:
            return
        half = BAR_SHARE / 2 + 0.08
        across = [place + side * half for place, _ in marks for side in (-1, 1)]
        height = [before for _, before in marks for _ in range(2)]
        self._box.addItem(pg.PlotCurveItem(across, height, connect="pairs", pen=self._pen("text", 2)))

    def _draw_counts(self) -> None:
        """Write what is to be said at the end of each lying bar."""
        for place, bar in enumerate(self._bars):
            words = pg.TextItem(bar.words, color=self._theme.color("text"), anchor=(0, 0.5))
            words.setFont(ui_font(REMARK))
            self._box.addItem(words, ignoreBounds=True)
            words.setPos(bar.total, place)

    def _set_ticks(self, ticks: Sequence[int]) -> None:
        metrics = QFontMetrics(ui_font(REMARK))
        for axis in (self._names, self._counts):
            axis.setTickFont(ui_font(REMARK))
            axis.setTextPen(self._theme.color("muted"))
            axis.setStyle(tickLength=0, tickTextOffset=5, autoExpandTextSpace=False, autoReduceTextSpace=False,
                          hideOverlappingLabels=False, tickAlpha=0, maxTickLevel=0)  # fmt: skip
        names = [bar.name for bar in self._bars]
        if self._is_upright:
            widest = max(metrics.horizontalAdvance(f"{tick:,}") for tick in ticks)
            self._counts.setTicks([[(tick, f"{tick:,}") for tick in ticks]])
            self._counts.setWidth(widest + 10)
            self._counts.setPen(QPen(Qt.PenStyle.NoPen))
            self._names.setPen(self._pen("faint"))
            self._names.setHeight(metrics.height() + 8)
            room = max(1, self.width() - widest - 10)
            shown = every_so_many(names, room / len(names), metrics.horizontalAdvance)
            self._names.setTicks([[(place, names[place]) for place in shown]])
            return
        widest = round(self.width() * LABEL_SHARE)
        elided = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, widest) for name in names]
        self._names.setPen(self._pen("faint"))
        self._names.setWidth(max(map(metrics.horizontalAdvance, elided)) + 12)
        self._names.setTicks([list(enumerate(elided))])

    def _block(
        self,
        places: Sequence[int],
        lengths: Sequence[float],
        share: float,
        brush: QBrush,
        base: Sequence[float] | None = None,
    ) -> "pg.BarGraphItem":
        low = list(base) if base is not None else [0] * len(places)
        where = {"x": list(places), "y0": low, "height": list(lengths), "width": share} if self._is_upright else (
            {"y": list(places), "x0": low, "width": list(lengths), "height": share}
        )  # fmt: skip
        return pg.BarGraphItem(**where, brush=brush, pen=QPen(Qt.PenStyle.NoPen))

    def _pen(self, token: str, width: int = 1) -> QPen:
        pen = QPen(self._theme.color(token), width)
        pen.setCosmetic(True)
        return pen
