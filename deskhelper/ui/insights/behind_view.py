"""The orders or cases behind a bar: a list beside the plots, or in their place where the window is narrow."""

from datetime import tzinfo

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.insights import Behind, FigureTable, PlotKind
from deskhelper.ui.insights.behind_model import BehindModel, Role
from deskhelper.ui.insights.words import BETWEEN, behind_words, time_words
from deskhelper.ui.kit import HLine, IconButton, label
from deskhelper.ui.kit.page_head import EDGE
from deskhelper.ui.kit.paint import paint_row
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, REMARK, fitted, shaped, width_of

ROW_HEIGHT = 68

Index = QModelIndex | QPersistentModelIndex


class BehindDelegate(QStyledItemDelegate):
    """Number and time; product or promise; what became of it."""

    def __init__(self, theme: Theme, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zone = theme, zone
        self.kind = PlotKind.OVERDUE_BY_TIME

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        row = index.data(Role.BEHIND)
        rect: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        view = option.widget
        has_keys = isinstance(view, QWidget) and view.hasFocus()
        painter.save()
        ground = paint_row(painter, rect, self._theme, is_current, has_keys)
        if isinstance(row, Behind):
            inner = rect.adjusted(EDGE, 8, -EDGE, -8)
            time = time_words(row.at, self._zone)
            room = inner.width() - width_of(time, REMARK) - 8
            self._write(painter, inner.left(), inner.top(), row.order_no or row.title, room, BODY, "text", True)
            ink = self._theme.tokens.ink("muted", ground)
            left = inner.right() - width_of(time, REMARK)
            self._write(painter, left, inner.top() + 1, time, inner.width(), REMARK, ink)
            title = row.title if row.order_no else ""
            self._write(painter, inner.left(), inner.top() + 18, title, inner.width(), BODY, "text")
            more = behind_words(self.kind, row, self._zone)
            self._write(painter, inner.left(), inner.top() + 36, more, inner.width(), REMARK, ink)
        painter.restore()

    def _write(
        self, painter: QPainter, x: int, y: int, words: str, room: int, size: int, token: str, bold: bool = False
    ) -> None:
        shown, _ = fitted(words, room, size, bold)
        text, _ = shaped(shown, size, bold)
        painter.setFont(ui_font(size, bold))
        painter.setPen(self._theme.color(token))
        painter.drawStaticText(x, y, text)


class BehindView(QFrame):
    """Lists what stands behind a bar. Enter opens a row, Esc goes back to the plots."""

    entered = Signal(object)
    """A Behind to open."""
    closed = Signal()
    export_requested = Signal()

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._zone = theme, zone
        self.model = BehindModel(self)
        self._build()
        self._lay_out()
        self.list.activated.connect(self._on_list_activated)
        self._close.clicked.connect(self.closed)
        self._export.clicked.connect(self.export_requested)

    @property
    def heading(self) -> str:
        """What the rows have in common."""
        return self._title.text()

    def show_reading(self, title: str) -> None:
        """Say that the rows are being read."""
        self._title.setText(title)
        self._count.setText(self.tr("Reading…"))
        self.model.set_rows([])

    def show_rows(self, kind: PlotKind, rows: list[Behind], total: int) -> None:
        """Show `rows` of `total`, with the keys in the list."""
        self._delegate.kind = kind
        self.model.set_rows(rows)
        hint = self.tr("Enter opens, E exports, Esc goes back")
        if kind is PlotKind.UNUSED_SCRIPTS:
            hint = self.tr("E exports, Esc goes back")
        if total > len(rows) and rows:
            shown = self.tr("The first %1 of %2").replace("%1", f"{len(rows):,}").replace("%2", f"{total:,}")
        else:
            shown = f"{len(rows):,}"
        self._count.setText(BETWEEN.join((shown, hint)))
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
        self.list.setFocus()

    def table(self) -> FigureTable:
        """Return the rows as a table for a spreadsheet."""
        header = (self.tr("Order"), self.tr("Product or words"), self.tr("Time"), self.tr("More"))
        kind = self._delegate.kind
        rows = tuple(
            (row.order_no, row.title, time_words(row.at, self._zone), behind_words(kind, row, self._zone))
            for row in self.model.rows
        )
        return FigureTable(self.heading.replace("\n", ": "), (self._count.text().split(BETWEEN)[0],), header, rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Export on E; the page has the other keys."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.export_requested.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self._title = label(role="heading", wraps=True)
        self._count = label(role="remark", wraps=True)
        self._export = IconButton(self._theme, "file-down", self.tr("Export this list  (E)"))
        self._close = IconButton(self._theme, "x", self.tr("Back to the plots  (Esc)"))
        self._delegate = BehindDelegate(self._theme, self._zone, self)
        self.list = RowList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._count)
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 8, 10)
        head.addLayout(words, 1)
        head.addWidget(self._export, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(HLine())
        column.addWidget(self.list, 1)

    def _on_list_activated(self, index: QModelIndex) -> None:
        row = index.data(Role.BEHIND)
        if isinstance(row, Behind):
            self.entered.emit(row)


class RowList(QListView):
    """A list that leaves letters to the page instead of searching by them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter; leave letters to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        elif event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)
