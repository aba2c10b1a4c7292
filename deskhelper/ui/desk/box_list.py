"""The list under the one box: a part of the window, not a window of its own, which would disturb input methods."""

from enum import IntEnum
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from deskhelper.ui.desk.box_words import ShownRow
from deskhelper.ui.kit import ElidedLabel, HLine, Tone
from deskhelper.ui.kit.paint import paint_dot, paint_words
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, REMARK, width_of

ROW_HEIGHT, HEAD_HEIGHT, FOOT_HEIGHT = 44, 32, 28
LEAST_WIDTH, BELOW, MARGIN = 520, 4, 8
EDGE, GAP, BAR, ICON, INDENT, RADIUS = 14, 10, 3, 16, 18, 8
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
REHEARSED = QSize(520, 420)


class Role(IntEnum):
    """What a row gives: all that is painted."""

    ROW = Qt.ItemDataRole.UserRole + 1


class BoxModel(QAbstractListModel):
    """The rows as they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ShownRow] = []

    def show_rows(self, rows: list[ShownRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for painting, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.words
        return None


class BoxDelegate(QStyledItemDelegate):
    """Icon; title with the met part strong over a remark; the kind or a tag at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every row."""
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(Role.ROW)
        if not isinstance(row, ShownRow):
            return
        rect: QRect = option.rect
        is_current = cast(QAbstractItemView, option.widget).currentIndex() == index
        ground = "accent_soft" if is_current else "surface"
        painter.save()
        painter.fillRect(rect, self._theme.color(ground))
        if is_current:
            painter.fillRect(QRect(rect.left(), rect.top(), BAR, rect.height()), self._theme.color("accent"))
        inner = rect.adjusted(EDGE + (INDENT if row.is_part else 0), 4, -EDGE, -4)
        token = "accent" if row.is_lit else "muted"
        pixmap = self._theme.icons.pixmap(row.icon, token, ICON)
        painter.drawPixmap(QPoint(inner.left(), rect.center().y() - ICON // 2 + 1), pixmap)
        inner.setLeft(inner.left() + ICON + GAP)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2 + 1)
        lower = QRect(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        self._paint_title(painter, self._paint_side(painter, upper, row, ground), row, ground)
        self._words(painter, lower, row.remark, "muted", ground, REMARK)
        painter.restore()

    def _paint_side(self, painter: QPainter, rect: QRect, row: ShownRow, ground: str) -> QRect:
        """Paint the tag, or else the kind, at the right; return the room left."""
        words, token, is_bold = row.kind, "muted", False
        if row.tag is not None:
            words, is_bold = row.tag.words, row.tag.tone is not Tone.NEUTRAL
            token = "text" if row.tag.tone is Tone.NEUTRAL else row.tag.tone.strong
        size = BODY if row.tag is not None else REMARK
        wide = width_of(words, size, is_bold) + 1  # rounding must not elide what was measured to fit
        room = QRect(rect.right() + 1 - wide, rect.top(), wide, rect.height())
        self._words(painter, room, words, token, ground, size, is_bold)
        used = wide + GAP
        if row.tag is not None and self._theme.tokens.ink(token, ground) != token:
            paint_dot(painter, room.left() - 7, room.center().y() + 1, self._theme.color(token))
            used += 10
        return rect.adjusted(0, 0, -used, 0)

    def _paint_title(self, painter: QPainter, rect: QRect, row: ShownRow, ground: str) -> None:
        """Paint the title in pieces, those that were met strong."""
        at, room = 0, QRect(rect)
        pieces: list[tuple[str, bool]] = []
        for first, last in row.spans:
            pieces += [(row.title[at:first], False), (row.title[first:last], True)]
            at = last
        pieces.append((row.title[at:], False))
        for words, is_met in pieces:
            if words and room.width() > GAP:
                token = "accent" if is_met else "text"
                room.setLeft(room.left() + self._words(painter, room, words, token, ground, BODY, is_met))

    def _words(
        self, painter: QPainter, rect: QRect, words: str, token: str, ground: str, size: int, is_bold: bool = False
    ) -> int:
        """Paint one line at the left of `rect`, elided where it does not fit; return the width it takes."""
        if not words:
            return 0
        room = QRect(rect.left(), rect.top(), max(rect.width(), 0), rect.height())
        return paint_words(painter, room, words, self._theme.ink(token, ground), size, is_bold)


class BoxRows(QListView):
    """The rows; what lies below them is not painted anew with each key, for they cover it whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(BoxDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground below the last row too."""
        QPainter(self.viewport()).fillRect(event.rect(), self._theme.color("surface"))
        super().paintEvent(event)


class BoxList(QFrame):
    """Rows under a sentence, where there is one, and over a line that names the keys. It never takes the focus."""

    row_chosen = Signal(int)
    menu_requested = Signal(int, QPoint)
    """A row and where on the screen its menu is wanted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        # Opaque, with corners in the colour of the desk: else all that lies below is painted with each key, 4 ms of it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._model = BoxModel(self)
        self.rows = BoxRows(theme)
        self.rows.setModel(self._model)
        self.rows.setAccessibleName(self.tr("Found"))
        for part in (self, self.rows):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = ElidedLabel(theme, role="strong")
        self._foot = ElidedLabel(theme, role="remark")
        self._lay_out()
        self.rows.clicked.connect(self._on_rows_clicked)
        self.rows.customContextMenuRequested.connect(self._on_rows_menu_requested)
        self.hide()

    @property
    def current(self) -> int:
        """The marked row, -1 where there is none."""
        return self.rows.currentIndex().row()

    @property
    def shown(self) -> list[ShownRow]:
        """The rows as they are shown."""
        return [self._model.index(at).data(Role.ROW) for at in range(self._model.rowCount())]

    def show_rows(self, rows: list[ShownRow], head: str = "", current: int = 0) -> None:
        """Show `rows`, the first one marked, under the sentence `head`."""
        self._model.show_rows(rows)
        self.rows.setVisible(bool(rows))  # empty, it would take room from the sentence
        self._head.setVisible(bool(head))
        self._head.set_words(head)
        self.mark(current)

    def rehearse(self, rows: list[ShownRow]) -> None:
        """Paint `rows` once out of sight: to dress the list and to draw its letters would cost the first key 10 ms."""
        self.show_rows(rows)
        self.fit(QRect(QPoint(), REHEARSED))
        self.grab()

    def say(self, words: str) -> None:
        """Name the keys that work on the marked row."""
        self._foot.set_words(words)

    def mark(self, row: int) -> None:
        """Mark a row; beyond the ends, the first or the last."""
        last = self._model.rowCount() - 1
        if last >= 0:
            index = self._model.index(min(max(row, 0), last))
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)

    def step(self, key: Qt.Key) -> None:
        """Move the mark as the arrow and page keys ask; up from the first is the last, and the other way round."""
        count = self._model.rowCount()
        page = max(self.rows.viewport().height() // ROW_HEIGHT - 1, 1)
        if key == Qt.Key.Key_Down:
            self.mark((self.current + 1) % max(count, 1))
        elif key == Qt.Key.Key_Up:
            self.mark((self.current - 1) % max(count, 1))
        else:
            self.mark(self.current + (page if key == Qt.Key.Key_PageDown else -page))

    def lie_below(self, box: QWidget, over: QWidget) -> None:
        """Lie right below `box` within `over`, in a narrow one over its whole width."""
        corner = box.mapTo(over, QPoint(0, box.height() + BELOW))
        left, width = corner.x(), box.width()
        if width < LEAST_WIDTH:
            width = min(LEAST_WIDTH, over.width() - 2 * MARGIN)
            left = max(MARGIN, min(left, over.width() - MARGIN - width))
        self.fit(QRect(left, corner.y(), width, over.height() - corner.y() - MARGIN))

    def fit(self, room: QRect) -> None:
        """Take as much of `room` from its top as the rows need."""
        head = HEAD_HEIGHT if not self._head.isHidden() else 0
        wanted = self._model.rowCount() * ROW_HEIGHT + head + FOOT_HEIGHT + 7
        self.setGeometry(room.left(), room.top(), room.width(), min(wanted, room.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card over whatever lies below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("bg"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _lay_out(self) -> None:
        self._head.setFixedHeight(HEAD_HEIGHT)
        self._foot.setFixedHeight(FOOT_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 1)
        column.setSpacing(0)
        column.addLayout(_inset(self._head))
        column.addWidget(self.rows, 1)
        column.addWidget(HLine())
        column.addLayout(_inset(self._foot))
        self._head.hide()

    def _on_rows_clicked(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

    def _on_rows_menu_requested(self, place: QPoint) -> None:
        index = self.rows.indexAt(place)
        if index.isValid():
            self.rows.setCurrentIndex(index)
            self.menu_requested.emit(index.row(), self.rows.viewport().mapToGlobal(place))


def _inset(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(EDGE, 0, EDGE, 0)
    row.addWidget(widget)
    return row
