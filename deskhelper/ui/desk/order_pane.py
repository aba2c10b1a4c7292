"""The list of orders on the desk: which view or search it shows, how it is sorted, and the live counts of all views."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.view import Listing, OrderLine, SortKey, View
from deskhelper.ui.desk.late_search import LateSearch
from deskhelper.ui.desk.services import Services
from deskhelper.ui.orders.delegate import ROW_HEIGHT
from deskhelper.ui.orders.list_view import OrderListView, WhenEmpty
from deskhelper.ui.orders.model import Fetch
from deskhelper.ui.orders.words import view_name
from deskhelper.ui.recount import Recount
from deskhelper.ui.tasks import Progress, Tasks
from deskhelper.ui.theme import Theme

LOOK_MS, MORE_MS, REFRESH_MS = 250, 300, 400
"""How long the agent pauses before the order that the list stands on is opened, more is read, all is read anew."""
FRAME_MS = 16
SEARCH_LIMIT = 500


def _window_on(found: list[OrderLine]) -> Fetch:
    return lambda offset, limit: found[offset : offset + limit]


class OrderPane(QWidget):
    """Owns the list; asks the services for rows, and for counts in the background."""

    order_opened = Signal(object)
    """The OrderLine to work on now; the focus goes to its case."""
    order_looked_at = Signal(object)
    """The OrderLine that the list stands on; the focus stays in the list."""
    counts_changed = Signal(dict)
    search_ended = Signal()
    found_late = Signal()
    """The rows are in for which the pane was still searching."""
    type_ahead = Signal(str)
    import_requested = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, theme: Theme, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._listing: Listing | None = None
        self._sorts: dict[View, tuple[SortKey, bool]] = {}
        self._words = ""
        self._late = LateSearch(services.orders, tasks, self)
        self.counts: dict[View, int] = {}
        """How many orders each view had at the last count; empty until the first is in."""
        self._recount = Recount(tasks, self._work, self._on_counted, self._on_count_failed, self)
        self._is_following = False
        self._look_timer = self._timer(LOOK_MS)
        self._more_timer = self._timer(MORE_MS)
        self._refresh_timer = self._timer(REFRESH_MS)
        self._paint_timer = self._timer(FRAME_MS)
        self.list = OrderListView(theme, services.clock.zone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        self._connect()

    @property
    def view(self) -> View:
        """The saved view in force, also while a search is shown."""
        return self._listing.view if self._listing else View.TO_SHIP

    @property
    def words(self) -> str:
        """The words searched for, empty while a view is shown."""
        return self._words

    @property
    def is_searching(self) -> bool:
        """Whether the first rows for `words` are still to come; none are shown meanwhile."""
        return 0 < self._late.wanted < SEARCH_LIMIT

    def show_view(self, view: View) -> None:
        """Show a saved view as it is now."""
        self._words = ""
        self._late.drop()
        self._more_timer.stop()
        sort = self._sorts.get(view)
        service = self._services.orders
        self._listing = listing = service.listing(view, *sort) if sort else service.listing(view)
        count = self.counts.get(view)
        is_empty = self.counts.get(View.ALL) == 0
        self.list.set_sort(listing.sort, listing.descending)
        self.list.set_now(listing.now, listing.due_hours)
        self.list.show_rows(
            view_name(view),
            lambda offset, limit: service.page(listing, offset, limit),
            count,
            WhenEmpty.NO_ORDERS if is_empty else WhenEmpty.VIEW,
        )

    def search(self, words: str) -> None:
        """Show what `words` find among all orders; the view again when they are empty."""
        if words.strip() == self._words:
            return
        self._words = words.strip()
        if not self._words:
            self.show_view(self.view)
            self.search_ended.emit()
            return
        self._more_timer.stop()
        self._hold_paint()
        self._ask(self._in_sight)

    def _hold_paint(self) -> None:
        """Have the list painted a frame later, or with `paint_now`: the rows under the box have the key's own frame."""
        self.list.setUpdatesEnabled(False)
        self._paint_timer.start()

    def paint_now(self) -> None:
        """Have the list painted with the next event: nothing stands before it."""
        self._paint_timer.stop()
        self.list.setUpdatesEnabled(True)

    def refresh_soon(self) -> None:
        """Show what became of cases and notes once the agent pauses; no order has changed, so little is counted."""
        self._refresh_timer.start()

    def _refresh_cases(self) -> None:
        if self.view is View.WITH_CASE and not self._words:
            self.refresh()
            return
        service = self._services.orders
        self.counts = {**self.counts, View.WITH_CASE: service.count(service.listing(View.WITH_CASE))}
        self.counts_changed.emit(self.counts)
        self.list.refresh()

    def rest(self) -> None:
        """Ask for nothing any more: the desk closes."""
        for timer in (self._look_timer, self._more_timer, self._refresh_timer, self._paint_timer):
            timer.stop()
        self._recount.rest()
        self._late.drop()

    def follow(self, line: OrderLine) -> None:
        """Choose the order that the desk works on; where the list does not have it at hand, no other stays chosen."""
        if self.list.selected is None or self.list.selected.id != line.id:
            self._is_following = True
            if not self.list.select_order(line.id):
                self.list.select_none()
            self._is_following = False

    def open_first(self) -> bool:
        """Open the chosen order, else the first; return whether there is one."""
        self._look_timer.stop()
        if self.list.selected is None:
            self.list.select_first()
        line = self.list.selected
        if line is not None:
            self.order_opened.emit(line)
        return line is not None

    def refresh(self) -> None:
        """Read list and counts anew, as after an import."""
        if self._words:
            words, self._words = self._words, ""
            self.search(words)
        else:
            if self._listing is not None:
                sort = (self._listing.sort, self._listing.descending)
                self._listing = self._services.orders.listing(self._listing.view, *sort)
            self.list.refresh()
        self.count()

    def tick(self) -> None:
        """Reckon the countdowns anew; the lists that depend on the clock are counted anew as well."""
        self.list.set_now(self._services.clock.now(), self._services.settings.current.due_hours)
        self.count()

    def count(self) -> None:
        """Count all views in the background."""
        self._recount.now()

    def _ask(self, limit: int) -> None:
        """Look for at most `limit` orders that the words find; the rest is read once the agent pauses."""
        try:
            found = self._late.search(self._words, limit)
        except WorldError as error:
            self.failed.emit(error.problem)
            return
        if found is not None:
            self._show_found(found, limit)
        elif limit < SEARCH_LIMIT:
            # what stood there answered other words: Enter must not open any of it
            self.list.show_rows(self.tr("Still searching …"), _window_on([]), None, WhenEmpty.SEARCH)

    def _show_found(self, found: list[OrderLine], limit: int) -> None:
        if limit < SEARCH_LIMIT:
            self.list.show_rows(self.tr("Search"), _window_on(found), len(found), WhenEmpty.SEARCH)
            self.list.rows.setCurrentIndex(self.list.model.index(0))
        elif len(found) > self.list.model.rowCount():
            self.list.model.extend_rows(_window_on(found), len(found))
            self.list.set_count(len(found))
        if len(found) == limit < SEARCH_LIMIT:
            self._more_timer.start()

    def _on_late_found(self, found: list[OrderLine], limit: int) -> None:
        self._show_found(found, limit)
        if limit < SEARCH_LIMIT:
            self.found_late.emit()

    def _on_late_failed(self, error: Exception, limit: int) -> None:
        if isinstance(error, WorldError):
            self.failed.emit(error.problem)
        self._on_late_found([], limit)

    @property
    def _in_sight(self) -> int:
        """How many rows the list has room for: more would cost the key 5 ms that nobody sees yet."""
        return self.list.rows.viewport().height() // ROW_HEIGHT + 2

    def _work(self, progress: Progress) -> dict[View, int]:
        return self._services.count_views()

    def _on_counted(self, counts: dict[View, int]) -> None:
        self.counts = counts
        self.counts_changed.emit(counts)
        if not self._words:
            self.list.set_count(counts[self.view])
            if counts[View.ALL] == 0:
                self.show_view(self.view)

    def _on_count_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.failed.emit(error.problem)

    def _connect(self) -> None:
        self.list.open_requested.connect(self._on_list_open_requested)
        self.list.order_selected.connect(self._on_list_order_selected)
        self.list.sort_requested.connect(self._on_list_sort_requested)
        self.list.type_ahead.connect(self.type_ahead)
        self.list.import_requested.connect(self.import_requested)
        self.list.model.fetch_failed.connect(self._on_model_fetch_failed)
        self._late.found.connect(self._on_late_found)
        self._late.failed.connect(self._on_late_failed)
        self._look_timer.timeout.connect(self._on_look_timer_timeout)
        self._more_timer.timeout.connect(self._on_more_timer_timeout)
        self._refresh_timer.timeout.connect(self._refresh_cases)
        self._paint_timer.timeout.connect(self.paint_now)

    def _timer(self, pause: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        return timer

    def _on_look_timer_timeout(self) -> None:
        line = self.list.selected
        if line is not None:
            self.order_looked_at.emit(line)

    def _on_more_timer_timeout(self) -> None:
        if self._words:
            self._ask(SEARCH_LIMIT)

    def _on_list_open_requested(self, line: OrderLine) -> None:
        self._look_timer.stop()
        self.order_opened.emit(line)

    def _on_list_order_selected(self, line: OrderLine | None) -> None:
        if line is not None and not self._is_following:
            self._look_timer.start()
        else:
            self._look_timer.stop()

    def _on_list_sort_requested(self, key: SortKey, descending: bool) -> None:
        self._sorts[self.view] = (key, descending)
        if not self._words:
            self.show_view(self.view)

    def _on_model_fetch_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.failed.emit(error.problem)
