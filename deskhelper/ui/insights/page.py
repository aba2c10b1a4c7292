"""The page of the insights: plots of a period, and what stands behind their bars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.insights import UPRIGHT, Behind, Plot, PlotKind, Wish
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.insights import InsightService, Look, Overview
from deskhelper.ui.insights.behind_view import BehindView
from deskhelper.ui.insights.counting import Counting
from deskhelper.ui.insights.export import Export
from deskhelper.ui.insights.period_bar import PeriodBar
from deskhelper.ui.insights.plot_card import PlotCard
from deskhelper.ui.insights.plot_grid import PlotGrid
from deskhelper.ui.insights.words import bar_words, coverage_words, period_words, plot_title
from deskhelper.ui.kit import EmptyState, IconButton, label
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page import Page
from deskhelper.ui.kit.page_head import PageHead
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.insights.canvas import BarCanvas

BEHIND_WIDTH = 380
BESIDE_FROM = 940
"""From this width on the list stands beside the plots, else in their place."""


class InsightsPage(Page):
    """Arrows go from bar to bar and plot to plot, Enter behind a bar; P, S, A: period, shop, agent; E exports."""

    def __init__(
        self,
        service: InsightService,
        theme: Theme,
        lang: Lang,
        clock: Clock,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._zone = theme, lang, clock.zone
        self._wish: Wish | None = None
        self._behind_of: PlotCard | None = None
        self._is_empty = False
        self.counting = Counting(service, tasks, self)
        self.export = Export(service, lang, self)
        self._build(service)
        self._lay_out()
        self._connect()

    @property
    def cards(self) -> dict[PlotKind, PlotCard]:
        """The plots by kind."""
        return self.grid.cards

    def wake(self) -> None:
        """Count anew and give the keys to the plots."""
        self.counting.read_library()
        self.refresh()
        self.grid.focus_first()

    def refresh(self) -> None:
        """Count anew: other orders, another period."""
        try:
            self._wish = self.bar.wish()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self._span.setText(period_words(self._wish))
        self.grid.show_counting(self._wish)
        self.counting.start(self._wish)
        if self._is_behind:
            self._leave_behind()

    def step_back(self) -> None:
        """Go from the list back to the plots, from the plots back to the work."""
        if self._is_behind:
            self._leave_behind()
        else:
            super().step_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """P for another period, S for another shop, A for another agent, E to export."""
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_P:
            self.bar.choose_next()
        elif event.key() == Qt.Key.Key_S:
            self.bar.choose_next_shop()
        elif event.key() == Qt.Key.Key_A:
            self.bar.choose_next_agent()
        elif event.key() == Qt.Key.Key_E:
            self.ask_export()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting: nobody looks."""
        self.counting.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the plots or in their place, as the width asks for."""
        super().resizeEvent(event)
        self._arrange()

    def ask_export(self) -> None:
        """Offer the ways to export the plot at hand."""
        menu = QMenu(self)
        card = self.grid.at_hand
        can = card is not None and card.plot is not None and card.plot.gap is None
        for words, verb in (
            (self.tr("Picture of this plot (PNG)"), self.export.save_png),
            (self.tr("Drawing of this plot (SVG)"), self.export.save_svg),
            (self.tr("Table of this plot (XLSX or CSV)"), self.export.save_table),
        ):
            menu.addAction(words, verb).setEnabled(can)
        menu.addSeparator()
        menu.addAction(self.tr("Tables of all plots (XLSX)"), self.export.save_all)
        self.export.take(card, self.grid.in_sight, self._wish)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popup(menu)

    def popup(self, menu: QMenu) -> None:
        """Show a menu below the button. Replaced in tests."""
        menu.popup(self._export.mapToGlobal(self._export.rect().bottomLeft()))
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    @property
    def _is_behind(self) -> bool:
        return not self.behind.isHidden()

    def _build(self, service: InsightService) -> None:
        self.bar = PeriodBar(service)
        self._span = label(role="remark", wraps=True)
        self._reach = label(role="remark", wraps=True)
        self._export = IconButton(self._theme, "file-down", self.tr("Export the plot at hand  (E)"))
        self.grid = PlotGrid(self._theme, self._lang, self._zone)
        self.plots = QScrollArea()
        self.plots.setWidget(self.grid)
        self.plots.setWidgetResizable(True)
        self.plots.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plots.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.behind = BehindView(self._theme, self._zone)
        self.behind.hide()
        self.empty = EmptyState(self._theme)
        self.empty.show_words(
            "chart-column",
            self.tr("Nothing to count yet"),
            self.tr("Import an order file with Ctrl+O, or copy a reply: the figures come by themselves."),
        )
        self.empty.hide()

    def _lay_out(self) -> None:
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.plots, 1)
        self._body.addWidget(self.empty, 1)
        self._body.addWidget(self.behind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(self._theme, self.tr("Insights"), (self.bar,), (self._export,))
        for part in (self._span, self._reach):
            head.add_below(part)
        column.addWidget(head)
        column.addLayout(self._body, 1)
        keys = self.tr("← → bar · ↑ ↓ plot · Enter what is behind · P period · S shop · A agent · E export · Esc back")
        column.addWidget(KeyLine(keys))

    def _connect(self) -> None:
        self.counting.library_read.connect(self._on_library_read)
        self.counting.overview_read.connect(self._on_overview_read)
        self.counting.counted.connect(self._on_counted)
        self.counting.behind_read.connect(self._on_behind_read)
        self.counting.failed.connect(self._on_failed)
        self.bar.wish_changed.connect(self.refresh)
        self.bar.refused.connect(self.refused)
        self.grid.bar_entered.connect(self._on_bar_entered)
        self.grid.card_focused.connect(self._on_card_focused)
        self.behind.entered.connect(self._on_behind_entered)
        self.behind.closed.connect(self.step_back)
        self.behind.export_requested.connect(self._on_behind_export_requested)
        self._export.clicked.connect(self.ask_export)
        self.export.saved.connect(self.said)
        self.export.refused.connect(self.refused)

    def _arrange(self) -> None:
        is_beside = self.width() >= BESIDE_FROM
        self.behind.setMinimumWidth(BEHIND_WIDTH if is_beside else 0)
        self.behind.setMaximumWidth(BEHIND_WIDTH if is_beside else 1 << 20)
        self.empty.setVisible(self._is_empty)
        self.plots.setVisible(not self._is_empty and (is_beside or not self._is_behind))

    def _leave_behind(self) -> None:
        self.counting.stop_reading()
        self.behind.hide()
        self._arrange()
        card = self._behind_of
        if card is not None and self.isVisible():
            card.setFocus()

    def _on_library_read(self) -> None:
        from deskhelper.ui.insights.canvas import BarCanvas

        def make(kind: PlotKind) -> "BarCanvas":
            return BarCanvas(self._theme, kind in UPRIGHT)

        self.grid.set_canvas(make)

    def _on_overview_read(self, overview: Overview) -> None:
        self.bar.offer(overview)
        had_keys = self._is_empty and not overview.coverage.is_empty
        self._is_empty = overview.coverage.is_empty
        focus = QApplication.focusWidget()
        if self._is_empty and focus is not None and self.plots.isAncestorOf(focus):
            self.bar.buttons[self.bar.kind].setFocus()  # the keys stay on the page, for P and Esc
        self._arrange()
        if had_keys and self.isVisible():
            self.grid.focus_first()
        self._reach.setText(coverage_words(overview.coverage, self._zone))

    def _on_counted(self, look: Look, plots: list[Plot]) -> None:
        if self._wish is not None:
            self.grid.show_plots(look, plots, self._wish)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _on_bar_entered(self, card: PlotCard, key: str) -> None:
        bar = card.current
        if card.plot is None or bar is None or self._wish is None or not bar.total:
            return
        self._behind_of = card
        heading = f"{plot_title(card.kind, self._wish.period)}\n{bar_words(card.plot, bar, self._lang)}"
        self.behind.show_reading(heading)
        self.behind.show()
        self._arrange()
        self.counting.read_behind(self._wish, card.kind, key, bar.total)

    def _on_behind_read(self, kind: PlotKind, rows: list[Behind], total: int) -> None:
        self.behind.show_rows(kind, rows, total)
        QTimer.singleShot(0, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """Show the plot whose bar was entered: beside the list the plots stand otherwise."""
        if self._behind_of is not None:
            self._on_card_focused(self._behind_of)

    def _on_behind_entered(self, row: Behind) -> None:
        if row.case_id:
            self.case_wanted.emit(row.case_id)
        elif row.order_no:
            self.order_wanted.emit(row.platform, row.order_no)

    def _on_behind_export_requested(self) -> None:
        self.export.save_list(self.behind.table())

    def _on_card_focused(self, card: PlotCard) -> None:
        self.plots.ensureWidgetVisible(card, 0, 16)
