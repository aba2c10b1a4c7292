"""Places the parts of the desk: in columns, with the reply under the wizard, or as a dock, one at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskhelper.ui.desk.arrangement import Arrangement
from deskhelper.ui.desk.order_pane import OrderPane
from deskhelper.ui.kit import EmptyState, ghost_button
from deskhelper.ui.kit.scroll import BAR_WIDTH, Inner, ScrollColumn, leave_room
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.cases.case_area import CaseArea
    from deskhelper.ui.cases.history_view import HistoryView
    from deskhelper.ui.desk.reply_place import ReplyPlace

LIST_LEAST, AREA_LEAST, MIDDLE_LEAST, REPLY_LEAST = 240, 280, 380, 300
MIDDLE_BESIDE_MAP = 390


class DeskLayout(QWidget):
    """Holds the parts; `arrange` moves them. In the dock either the list or the case is shown.

    Until the first case comes, a sentence stands in the place of its parts.
    """

    def __init__(self, theme: Theme, pane: OrderPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pane = pane
        self._area: CaseArea | None = None
        self._reply: ReplyPlace | None = None
        self._history: HistoryView | None = None
        self._map: QWidget | None = None
        self._arrangement: Arrangement | None = None
        self._widths = (300, 370)
        """What list and reply are wide, as the agent left them; a narrow window takes nothing of that."""
        self._build()
        self._lay_out()
        self._back.clicked.connect(self.show_list)
        self._columns.splitterMoved.connect(self._on_columns_splitter_moved)

    @property
    def arrangement(self) -> Arrangement | None:
        """The arrangement in force."""
        return self._arrangement

    @property
    def is_dock(self) -> bool:
        """Whether the parts are shown one at a time."""
        return self._arrangement is Arrangement.DOCK

    @property
    def is_map_shown(self) -> bool:
        """Whether the flow's map has the place of the list."""
        return self._map is not None

    @property
    def is_list_shown(self) -> bool:
        """Whether the list can be seen now."""
        if self._map is not None:
            return False
        return self._arrangement is not Arrangement.DOCK or self._pages.currentWidget() is self._pane

    def arrange(self, arrangement: Arrangement) -> None:
        """Place the parts for `arrangement`."""
        if arrangement is self._arrangement:
            return
        shown = self._map
        self.show_map(None)
        self._arrangement = arrangement
        is_dock, is_wide = arrangement is Arrangement.DOCK, arrangement is Arrangement.WIDE
        if self._area is not None:
            self._area.set_compact(is_dock)
            self._place_reply(self._area, is_wide)
        self._place_columns(self._area or self._empty, is_dock)
        self._side.setVisible(is_wide and self._area is not None)
        self._back.setVisible(is_dock)
        self._pages.setVisible(is_dock)
        self._columns.setVisible(not is_dock)
        self.show_map(shown)
        layout = self.layout()
        if layout is not None and not is_dock:
            layout.activate()  # else the columns share the width that they had when they were seen last
            self.set_widths(*self._widths)

    def show_map(self, view: QWidget | None) -> None:
        """Put the flow's map in the place of the list, beside the wizard; None brings the list back."""
        if view is self._map:
            return
        former, self._map = self._map, view
        if self._arrangement is Arrangement.DOCK:
            self._show_map_page(former, view)
            return
        if former is not None:
            self._columns.replaceWidget(0, view or self._pane)
            former.hide()
            former.setParent(self)
        elif view is not None:
            self._columns.replaceWidget(0, view)
            self._pane.hide()
            self._pane.setParent(self)
        (view or self._pane).show()
        self.set_widths(*self._widths)

    def _show_map_page(self, former: QWidget | None, view: QWidget | None) -> None:
        if former is not None:
            self._pages.removeWidget(former)
            former.hide()
            self._pages.setCurrentWidget(self._case_page)
        if view is not None:
            self._pages.addWidget(view)
            self._pages.setCurrentWidget(view)

    def furnish(self, area: "CaseArea", reply: "ReplyPlace", history: "HistoryView") -> None:
        """Take in the parts of the case."""
        self._area, self._reply, self._history = area, reply, history
        area.setMinimumWidth(AREA_LEAST)
        self._empty.hide()
        self._empty.setParent(None)
        self._empty.deleteLater()
        arrangement, self._arrangement = self._arrangement, None
        if arrangement is not None:
            self.arrange(arrangement)

    def show_case(self) -> None:
        """Turn the dock to the case; elsewhere it is always in sight."""
        if self.is_dock:
            self.show_map(None)
        if self._arrangement is Arrangement.DOCK:
            self._pages.setCurrentWidget(self._case_page)

    def show_list(self) -> None:
        """Turn the dock to the list, and put the focus there; the map gives way."""
        self.show_map(None)
        if self._arrangement is Arrangement.DOCK:
            self._pages.setCurrentWidget(self._pane)
        self._pane.list.rows.setFocus()

    def widths(self) -> tuple[int, int]:
        """Return the widths of list and reply, to be remembered."""
        return self._widths

    def set_widths(self, list_width: int, reply_width: int) -> None:
        """Take the widths of list and reply; the middle takes the rest."""
        self._widths = (list_width, reply_width)
        side = reply_width if self._side.isVisibleTo(self) else 0
        if self._map is not None:
            self._columns.setSizes([self._columns.width() - side - MIDDLE_BESIDE_MAP, MIDDLE_BESIDE_MAP, side])
            return
        middle = max(MIDDLE_LEAST, self._columns.width() - list_width - side)
        self._columns.setSizes([list_width, middle, side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give list and reply their widths again: before it was first laid out there was no width to share."""
        super().resizeEvent(event)
        if self._arrangement is not None and not self.is_dock:
            self.set_widths(*self._widths)

    def _place_reply(self, area: "CaseArea", is_wide: bool) -> None:
        if self._reply is None or self._history is None:
            return
        self._reply.leave_room(BAR_WIDTH if is_wide else 0)
        leave_room(self._history, BAR_WIDTH if is_wide else 0)
        if is_wide:
            self._side_column.insertWidget(0, self._reply)
            self._side_column.insertWidget(1, self._history)
        else:
            area.put_below(self._reply_card)
            self._card_column.addWidget(self._reply)
            self._card_column.addWidget(self._history)
        self._reply_card.setVisible(not is_wide)

    def _place_columns(self, middle: QWidget, is_dock: bool) -> None:
        if is_dock:
            self._pages.insertWidget(0, self._pane)
            self._case_column.addWidget(middle, 1)
            has_case = self._area is not None and self._area.has_case
            self._pages.setCurrentWidget(self._case_page if has_case else self._pane)
        else:
            self._columns.insertWidget(0, self._pane)
            self._columns.insertWidget(1, middle)
        self._pane.show()
        middle.show()

    def _on_columns_splitter_moved(self) -> None:
        """Remember how wide the agent wants list and reply; the map beside the wizard has no width of its own."""
        if self._map is None:
            sizes = self._columns.sizes()
            self._widths = sizes[0], sizes[2] or self._widths[1]

    def _build(self) -> None:
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._columns.setChildrenCollapsible(False)
        self._columns.setHandleWidth(1)
        self._pages = QStackedWidget()
        self._case_page = QFrame()
        self._case_page.setProperty("ground", "bg")
        self._back: QPushButton = ghost_button(self.tr("Orders  (Esc)"))
        self._back.setIcon(self._theme.icons.get("chevron-left"))
        self._empty = EmptyState(self._theme)
        self._empty.show_words(
            "message-square",
            self.tr("No order is open"),
            self.tr("Type an order number or its last digits, or choose an order on the left."),
        )
        self._reply_card = QFrame(self)
        self._reply_card.hide()
        self._reply_card.setProperty("ground", "card")
        self._side_inner = Inner()
        self._side_inner.setProperty("ground", "surface")
        self._side = ScrollColumn(self._side_inner)
        self._side.setProperty("ground", "surface")

    def _lay_out(self) -> None:
        self._side_column = QVBoxLayout(self._side_inner)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._side_column.addStretch(1)
        self._side.setMinimumWidth(REPLY_LEAST)
        self._card_column = QVBoxLayout(self._reply_card)
        self._card_column.setContentsMargins(0, 0, 0, 0)
        self._case_column = QVBoxLayout(self._case_page)
        self._case_column.setContentsMargins(0, 4, 0, 0)
        self._case_column.setSpacing(0)
        self._case_column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._pages.addWidget(self._case_page)
        self._pane.setMinimumWidth(LIST_LEAST)
        self._columns.addWidget(self._pane)
        self._columns.addWidget(self._empty)
        self._columns.addWidget(self._side)
        self._columns.setStretchFactor(1, 1)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._columns, 1)
        body.addWidget(self._pages, 1)
