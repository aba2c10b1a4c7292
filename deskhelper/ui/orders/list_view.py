"""The list of orders with its header: title, count, sort; and what stands there when it is empty."""

from datetime import tzinfo
from enum import StrEnum

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from deskhelper.core.moments import Instant
from deskhelper.core.view import OrderLine, SortKey
from deskhelper.ui.kit import ElidedLabel, EmptyState, HLine, label
from deskhelper.ui.orders.delegate import OrderDelegate
from deskhelper.ui.orders.model import Fetch, OrderListModel, Role
from deskhelper.ui.orders.rows import OrderRows
from deskhelper.ui.orders.sort_button import SortButton
from deskhelper.ui.theme import Theme

HEADER_HEIGHT = 40


class WhenEmpty(StrEnum):
    """Why a list is empty: nothing was ever imported, the view holds nothing, or the search found nothing."""

    NO_ORDERS = "no_orders"
    VIEW = "view"
    SEARCH = "search"


class OrderListView(QFrame):
    """Shows one list of orders at a time; `zone` is the shop's."""

    order_selected = Signal(object)
    """The OrderLine chosen now, None where there is none."""
    open_requested = Signal(object)
    sort_requested = Signal(object, bool)
    """A SortKey, and whether the largest comes first."""
    type_ahead = Signal(str)
    import_requested = Signal()

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when_empty = WhenEmpty.VIEW
        self._build(theme, zone)
        self._lay_out()
        self._connect()

    @property
    def selected(self) -> OrderLine | None:
        """The order chosen now."""
        line = self.rows.currentIndex().data(Role.LINE)
        return line if isinstance(line, OrderLine) else None

    def show_rows(
        self, title: str, fetch: Fetch, count: int | None = None, when_empty: WhenEmpty = WhenEmpty.VIEW
    ) -> None:
        """Show the list that `fetch` reads under `title`; `count` may come later through `set_count`."""
        self._when_empty = when_empty
        self._title.set_words(title)
        self.model.show_rows(fetch, count)
        self._show_count(count)
        self.rows.scrollToTop()
        self.order_selected.emit(None)

    def set_count(self, count: int) -> None:
        """Say how many orders the list has."""
        self.model.set_count(count)
        self._show_count(count)

    def set_now(self, now: Instant, due_hours: int) -> None:
        """Reckon countdowns from `now`; the last `due_hours` are soon."""
        self.model.set_now(now, due_hours)

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """Show what the list is sorted by."""
        self._sort.set_sort(key, descending)

    def refresh(self, count: int | None = None) -> None:
        """Read the list anew and stay at the selected order, wherever it is now."""
        line, row = self.selected, self.rows.currentIndex().row()
        self.model.refresh(count)
        if count is not None:
            self._show_count(count)
        if line is not None:
            self._follow(line, row)

    def select_order(self, order_id: int) -> bool:
        """Choose the order if it is on a page at hand; tell whether it was."""
        row = self.model.row_of(order_id, max(self.rows.currentIndex().row(), 0))
        if row is not None:
            self.rows.setCurrentIndex(self.model.index(row))
        return row is not None

    def select_none(self) -> None:
        """Choose no order; the list stays where it is."""
        self.rows.setCurrentIndex(QModelIndex())

    def select_first(self) -> None:
        """Choose the first order if there is one."""
        if self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(0))

    def _build(self, theme: Theme, zone: tzinfo) -> None:
        self.setProperty("ground", "surface")
        self.model = OrderListModel(zone, self)
        self._title = ElidedLabel(theme, role="strong")
        self._count = label(role="remark")
        self._sort = SortButton(theme)
        self.rows = OrderRows(OrderDelegate(theme, self))
        self.rows.setModel(self.model)
        self.rows.setAccessibleName(self.tr("Orders"))
        self.empty = EmptyState(theme)

    def _lay_out(self) -> None:
        top = QWidget()
        top.setFixedHeight(HEADER_HEIGHT)
        header = QHBoxLayout(top)
        header.setContentsMargins(12, 0, 4, 0)
        header.setSpacing(8)
        header.addWidget(self._title)
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self._sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(HLine())
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)
        # only now: a stacked layout without a parent shows its first widget as a window of its own
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)

    def _connect(self) -> None:
        self.rows.current_changed.connect(self._on_rows_current_changed)
        self.rows.open_requested.connect(self._on_rows_open_requested)
        self.rows.type_ahead.connect(self.type_ahead)
        self._sort.sort_requested.connect(self.sort_requested)
        self.empty.action_requested.connect(self.import_requested)

    def _show_count(self, count: int | None) -> None:
        words = "" if count is None else self.tr("%n order(s)", "", count).replace(str(count), f"{count:,}")
        self._count.setText(words)
        is_empty = self.model.rowCount() == 0 and count is not None
        self._stack.setCurrentWidget(self.empty if is_empty else self.rows)
        is_sortable = self._when_empty is WhenEmpty.VIEW or (self._when_empty is WhenEmpty.NO_ORDERS and not is_empty)
        self._sort.setVisible(is_sortable)
        if is_empty:
            self._say_empty()

    def _say_empty(self) -> None:
        match self._when_empty:
            case WhenEmpty.NO_ORDERS:
                sentence = self.tr("Drop an order file from the shop's back end here, or choose one with Ctrl+O.")
                self.empty.show_words("inbox", self.tr("No orders yet"), sentence, self.tr("Import order file…"))
            case WhenEmpty.VIEW:
                sentence = self.tr("Orders turn up here by themselves as their state or the time changes.")
                self.empty.show_words("circle-check", self.tr("Nothing here now"), sentence)
            case WhenEmpty.SEARCH:
                sentence = self.tr("Try fewer characters, or only the last four digits of the order number.")
                self.empty.show_words("search-x", self.tr("No order matches"), sentence)

    def _follow(self, line: OrderLine, row: int) -> None:
        """Go to the row where the selected order is now; if it left the list, nothing is selected."""
        found = self.model.row_of(line.id, row)
        if found is None:
            self.select_none()
        elif found != row:
            self.rows.setCurrentIndex(self.model.index(found))
        else:
            self.order_selected.emit(self.selected)

    def _on_rows_current_changed(self) -> None:
        self.order_selected.emit(self.selected)

    def _on_rows_open_requested(self) -> None:
        if self.selected is not None:
            self.open_requested.emit(self.selected)
