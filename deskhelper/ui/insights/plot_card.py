"""One plot on its card: what it counts, the bars, what the current bar says, and what is to be known of it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from deskhelper.core.insights import NOT_BY_AGENT, Bar, Plot, PlotKind, Remark, Wish
from deskhelper.core.text import Lang
from deskhelper.ui.insights.remark_words import remark_words
from deskhelper.ui.insights.words import bar_name, bar_words, count_words, plot_title, series_token, series_words
from deskhelper.ui.kit import Card, FlowLayout, label
from deskhelper.ui.theme import Theme, ui_font

if TYPE_CHECKING:
    from deskhelper.ui.insights.canvas import BarCanvas

MakeCanvas = Callable[[PlotKind], "BarCanvas"]

ONE_LINE_FROM = 480
"""From this width on what a bar says takes one line."""

_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Swatch(QWidget):
    """A small square in the colour of a series; or the short line that marks the period before."""

    def __init__(self, theme: Theme, token: str, is_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._token, self._is_line = theme, token, is_line
        self.setFixedSize(QSize(10, 10))
        theme.theme_changed.connect(self._on_theme_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._token))
        painter.drawRoundedRect(QRectF(0, 4, 10, 2) if self._is_line else QRectF(self.rect()), 2, 2)

    def _on_theme_changed(self) -> None:
        self.update()


class Readout(QWidget):
    """A line of bold words, or two where one of them needs two. No key changes its room and lays the page out anew."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._all: Sequence[str] = ()
        self.setFont(ui_font(bold=True))
        self.setFixedHeight(self._line)

    def text(self) -> str:
        """Return the words."""
        return self._words

    def setText(self, words: str) -> None:
        """Show `words`."""
        if words != self._words:
            self._words = words
            self.update()

    def make_room(self, words: Sequence[str]) -> None:
        """Keep room for whatever of `words` will be shown."""
        self._all = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one would not do."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        longest = max(map(self.fontMetrics().horizontalAdvance, self._all), default=0)
        needs_two = self.width() < min(longest, ONE_LINE_FROM)
        self.setFixedHeight(self._line * (2 if needs_two else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags, self._words)

    @property
    def _line(self) -> int:
        return self.fontMetrics().height() + 2


class PlotCard(Card):
    """Shows a plot, or in words why there is none. Left and right go from bar to bar, Enter looks behind one."""

    bar_entered = Signal(str)
    """The key of the bar to look behind."""
    row_stepped = Signal(int)
    """Up or down: another row of plots."""
    plot_stepped = Signal(int)
    """Beyond the first or last bar: the plot before or after."""
    took_focus = Signal()

    def __init__(self, theme: Theme, lang: Lang, zone: tzinfo, kind: PlotKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._theme, self._lang, self._zone = theme, lang, zone
        self._plot: Plot | None = None
        self._wish: Wish | None = None
        self._current: int | None = None
        self._make: MakeCanvas | None = None
        self._canvas: BarCanvas | None = None
        self._build()
        self._lay_out()

    @property
    def plot(self) -> Plot | None:
        """The plot shown, None while it is counted."""
        return self._plot

    @property
    def canvas(self) -> "BarCanvas | None":
        """What the bars are drawn on, None before the first ones."""
        return self._canvas

    @property
    def current(self) -> Bar | None:
        """The bar that the keys are at."""
        return self._plot.bars[self._current] if self._plot is not None and self._current is not None else None

    @property
    def words(self) -> str:
        """The words in place of the bars, empty where there are bars."""
        return "" if self._words.isHidden() else self._words.text()

    @property
    def remarks(self) -> str:
        """What is to be known of the figures."""
        return self._remarks.text()

    @property
    def counts(self) -> str:
        """How many things stand behind the plot."""
        return self._counts.text()

    @property
    def readout(self) -> str:
        """What the current bar says."""
        return self._readout.text()

    def show_counting(self, wish: Wish) -> None:
        """Say that the figures are being counted, unless those of the same wish are there already."""
        if self._plot is not None and self._wish is not None and is_same(wish, self._wish):
            return
        self._plot, self._wish, self._current = None, wish, None
        self._title.setText(plot_title(self.kind, wish.period))
        self._say(self.tr("Counting…"))

    def show_plot(self, plot: Plot, wish: Wish) -> None:
        """Show a plot; its bars once there is something to draw them with. The current bar stays where it is."""
        key = self.current.key if self.current is not None else None
        self._current = next((place for place, bar in enumerate(plot.bars) if bar.key == key), None)
        self._plot, self._wish = plot, wish
        self._title.setText(plot_title(plot.kind, wish.period))
        remarks = [remark_words(one, self._zone) for one in plot.remarks]
        if wish.agent and plot.kind in NOT_BY_AGENT:
            remarks.append(remark_words(Remark("all_agents"), self._zone))
        if plot.gap is not None:
            self._say(remark_words(plot.gap, self._zone), " ".join(remarks))
            return
        self._counts.setText(count_words(plot, self._lang))
        self._remarks.setText(" ".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._counts.show()
        self._readout.make_room([bar_words(plot, bar, self._lang) for bar in plot.bars])
        self._show_legend(plot)
        self._draw()

    def set_canvas(self, make: MakeCanvas) -> None:
        """Draw with what `make` makes from now on: the library is read."""
        self._make = make
        self._draw()

    def set_current(self, place: int | None) -> None:
        """Go to a bar."""
        self._current = place
        if self._canvas is not None:
            self._canvas.set_current(place)
        self._tell_current()

    @contextmanager
    def unmarked(self) -> Iterator[None]:
        """Show no current bar and no focus while a picture is taken."""
        place, was_active = self._current, self.property("active") == "true"
        self.set_current(None)
        self._readout.hide()
        self.set_active(False)
        try:
            yield
        finally:
            self._readout.show()
            self.set_active(was_active)
            self.set_current(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar, to other plots, or behind a bar; the page has the other keys."""
        key = Qt.Key(event.key())
        if key in _SIDEWAYS:
            self._step(_SIDEWAYS[key])
        elif key in _UPRIGHT:
            self.row_stepped.emit(_UPRIGHT[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._plot is not None and self._plot.bars:
            self.set_current(0 if key == Qt.Key.Key_Home else len(self._plot.bars) - 1)
        elif key in _ENTER and self.current is not None:
            self.bar_entered.emit(self.current.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here, and at which bar."""
        super().focusInEvent(event)
        self.set_active(True)
        if self._current is None and self._is_drawn:
            self.set_current(self._first)
        self.took_focus.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are elsewhere."""
        super().focusOutEvent(event)
        self.set_active(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the bar under the mouse says."""
        place = self._bar_at(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        if place is not None:
            self.set_current(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look behind the bar under the mouse."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self._bar_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.set_current(place)
            if self.current is not None:
                self.bar_entered.emit(self.current.key)

    def event(self, event: QEvent) -> bool:
        """Leave nothing marked by the mouse once it has gone, unless the keys are here."""
        if event.type() == QEvent.Type.Leave and not self.hasFocus():
            self.set_current(None)
        return super().event(event)

    @property
    def _first(self) -> int:
        """The first bar that has a length."""
        bars = self._plot.bars if self._plot is not None else ()
        return next((place for place, bar in enumerate(bars) if bar.total), 0)

    @property
    def _is_drawn(self) -> bool:
        return self._canvas is not None and not self._canvas.isHidden()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._title = label(role="heading", wraps=True)
        self._counts = label(role="muted", wraps=True)
        self._legend = QWidget()
        self._legend_flow = FlowLayout(self._legend, gap=14, line_gap=2)
        self._words = label(role="muted", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setMinimumHeight(96)
        self._readout = Readout(self._theme)
        self.setToolTip(self.tr("← → from bar to bar, ↑ ↓ from plot to plot, Enter for what is behind a bar"))
        self._remarks = label(role="remark", wraps=True)
        for part in (self._title, self._counts, self._legend, self._words, self._readout, self._remarks):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme.theme_changed.connect(self._on_theme_changed)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(4)
        for part in (self._title, self._counts, self._legend, self._words):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._column.addWidget(self._readout)
        self._column.addWidget(self._remarks)

    def _say(self, words: str, remarks: str = "") -> None:
        """Show words in place of bars."""
        self._words.setText(words)
        self._words.show()
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))
        for part in (self._counts, self._legend, self._readout, *((self._canvas,) if self._canvas else ())):
            part.hide()
        self.setAccessibleName(f"{self._title.text()}: {words}")

    def _show_legend(self, plot: Plot) -> None:
        while self._legend_flow.count():
            item = self._legend_flow.takeAt(0)
            entry = item.widget() if item is not None else None
            if entry is not None:
                entry.hide()
                entry.deleteLater()
        if len(plot.series) > 1:
            for series in plot.series:
                self._add_to_legend(Swatch(self._theme, series_token(series)), series_words(series))
        if any(bar.before is not None for bar in plot.bars):
            self._add_to_legend(Swatch(self._theme, "text", is_line=True), self.tr("the period before"))
        self._legend.setVisible(self._legend_flow.count() > 0)

    def _add_to_legend(self, swatch: Swatch, words: str) -> None:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(swatch)
        row.addWidget(label(words, "remark"))
        self._legend_flow.addWidget(entry)

    def _draw(self) -> None:
        if self._make is None or self._plot is None or self._plot.gap is not None:
            return
        from deskhelper.ui.insights.canvas import DrawnBar

        if self._canvas is None:
            self._canvas = self._make(self.kind)
            self._column.insertWidget(self._column.indexOf(self._words), self._canvas)
        drawn = [
            DrawnBar(bar_name(self.kind, bar, self._lang), bar.counts, _end_words(bar), bar.before, bar.is_known)
            for bar in self._plot.bars
        ]
        self._words.hide()
        self._canvas.show()
        self._canvas.show_bars(drawn, [series_token(one) for one in self._plot.series])
        self._readout.show()
        self.set_current(self._first if self._current is None and self.hasFocus() else self._current)

    def _step(self, way: int) -> None:
        count = len(self._plot.bars) if self._plot is not None and self._is_drawn else 0
        place = (-1 if way > 0 else count) + way if self._current is None else self._current + way
        if 0 <= place < count:
            self.set_current(place)
        else:
            self.plot_stepped.emit(way)

    def _tell_current(self) -> None:
        bar = self.current
        words = bar_words(self._plot, bar, self._lang) if bar is not None and self._plot is not None else ""
        self._readout.setText(words)
        self.setAccessibleName(f"{self._title.text()}: {self._counts.text()}; {words}")

    def _bar_at(self, point: QPointF) -> int | None:
        if self._canvas is None or not self._is_drawn:
            return None
        here = self._canvas.mapFrom(self, point.toPoint())
        return self._canvas.bar_at(here) if self._canvas.rect().contains(here) else None

    def _on_theme_changed(self) -> None:
        if self._canvas is not None:
            self._canvas.redraw()


def is_same(one: Wish, other: Wish) -> bool:
    """Tell whether two wishes are for the same days, shop and agent, whatever the time of day."""
    first, second = one.period, other.period
    days = (first.first, first.last) == (second.first, second.last)
    return days and (one.shop, one.agent) == (other.shop, other.agent)


def _end_words(bar: Bar) -> str:
    return f"{bar.total:,}" if bar.of is None else f"{bar.total:,} / {bar.of:,}"
