"""The plots in one column, or in two where there is room; the keys go from one to the other."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QWidget

from deskhelper.core.insights import Plot, PlotKind, Wish
from deskhelper.core.text import Lang
from deskhelper.services.insights import Look
from deskhelper.ui.insights.plot_card import MakeCanvas, PlotCard
from deskhelper.ui.theme import Theme

TWO_FROM = 1000
"""From this width on two plots stand beside each other."""

KINDS_OF: dict[Look, tuple[PlotKind, ...]] = {
    Look.OVERDUE: (PlotKind.OVERDUE_BY_TIME, PlotKind.OVERDUE_BY_HOUR),
    Look.PROMISES: (PlotKind.PROMISES_BY_TIME, PlotKind.PROMISES_BY_KIND),
    Look.CASES: (PlotKind.CASES_BY_FLOW, PlotKind.CASES_BY_OUTCOME),
    Look.REPLIES: (PlotKind.REPLIES_BY_HOUR,),
    Look.WAITS: (PlotKind.TIME_TO_COPY,),
    Look.ANOMALIES: (PlotKind.ANOMALIES_BY_CARRIER,),
    Look.PRODUCTS: (PlotKind.PROBLEMS_BY_PRODUCT,),
    Look.SCRIPTS: (PlotKind.TOP_SCRIPTS, PlotKind.UNUSED_SCRIPTS),
}
"""What each look shows, in the order of the page."""


class PlotGrid(QFrame):
    """All plots of the page."""

    bar_entered = Signal(object, str)
    """The card, and the key of the bar to look behind."""
    card_focused = Signal(object)

    def __init__(self, theme: Theme, lang: Lang, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "bg")
        kinds = [kind for group in KINDS_OF.values() for kind in group]
        self.cards = {kind: PlotCard(theme, lang, zone, kind) for kind in kinds}
        self._columns = 0
        self._absent: set[PlotKind] = set()
        self._last: PlotCard | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 16)
        self._grid.setSpacing(12)
        self._arrange()
        self._connect()

    @property
    def in_sight(self) -> list[PlotCard]:
        """The cards of this period, in their order."""
        return [card for kind, card in self.cards.items() if kind not in self._absent]

    @property
    def at_hand(self) -> PlotCard | None:
        """The card that has the keys, or had them last."""
        return self._last

    @property
    def columns(self) -> int:
        """How many plots stand beside each other."""
        return self._columns

    def focus_first(self) -> None:
        """Give the keys to the plot that had them last, else to the first."""
        cards = self.in_sight
        next((card for card in cards if card is self._last), cards[0]).setFocus()

    def show_counting(self, wish: Wish) -> None:
        """Say of every plot that it is being counted; a single day has no hours of all days."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._absent = {PlotKind.OVERDUE_BY_HOUR} if wish.period.is_one_day else set()
        for card in self.cards.values():
            card.show_counting(wish)
        self._arrange()
        if had_focus:
            self.focus_first()

    def show_plots(self, look: Look, plots: Sequence[Plot], wish: Wish) -> None:
        """Show the plots of one look."""
        for plot in plots:
            self.cards[plot.kind].show_plot(plot, wish)

    def set_canvas(self, make: MakeCanvas) -> None:
        """Draw with what `make` makes from now on."""
        for card in self.cards.values():
            card.set_canvas(make)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column or two."""
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self._arrange()

    def _wanted(self) -> int:
        return 2 if self.width() >= TWO_FROM else 1

    def _arrange(self) -> None:
        self._columns = self._wanted()
        for card in self.cards.values():
            self._grid.removeWidget(card)  # not takeAt: an item that lives on would keep the new one's size stale
        for place, card in enumerate(self.in_sight):
            self._grid.addWidget(card, place // self._columns, place % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for kind, card in self.cards.items():
            card.setVisible(kind not in self._absent)
        self._grid.setRowStretch(len(self.cards), 1)

    def _connect(self) -> None:
        for card in self.cards.values():
            card.bar_entered.connect(self._on_bar_entered)
            card.row_stepped.connect(self._on_row_stepped)
            card.plot_stepped.connect(self._on_plot_stepped)
            card.took_focus.connect(self._on_took_focus)

    def _on_bar_entered(self, key: str) -> None:
        self.bar_entered.emit(self.sender(), key)

    def _on_row_stepped(self, way: int) -> None:
        self._go(way * self._columns)

    def _on_plot_stepped(self, way: int) -> None:
        self._go(way)

    def _on_took_focus(self) -> None:
        card = self.sender()
        if isinstance(card, PlotCard):
            self._last = card
            self.card_focused.emit(card)

    def _go(self, steps: int) -> None:
        cards = self.in_sight
        here = cards.index(self._last) if self._last in cards else 0
        there = here + steps
        if 0 <= there < len(cards):
            cards[there].setFocus()
