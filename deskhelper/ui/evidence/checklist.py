"""The list of the checklist: model, painting, and the view that takes drops and keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from deskhelper.ui.evidence.clips import Clip, can_take, clips_of
from deskhelper.ui.evidence.rows import Row
from deskhelper.ui.kit.paint import PILL_HEIGHT, paint_pill, paint_row, paint_words, pill_size
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, REMARK, wrapped

ROW, THUMB = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
THUMB_SIZE = QSize(52, 40)
PAD, ICON, INDENT = 16, 16, 40
ITEM_HEIGHT, REMARKED_HEIGHT, FILE_HEIGHT, TOP = 44, 60, 56, 12
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ChecklistModel(QAbstractListModel):
    """Rows as given; ROW gives the whole row, THUMB the small picture of a file once it is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._thumbs: dict[int, QImage] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def show_thumbs(self, thumbs: dict[int, QImage]) -> None:
        """Take in small pictures, by the ids of their files."""
        self._thumbs |= thumbs
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [THUMB])

    def row(self, at: int) -> Row | None:
        """Return a row, None past the end."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def place_of(self, item: str, file_id: int | None) -> int:
        """Return the row of a file, else of its item, else the first."""
        places = [at for at, row in enumerate(self._rows) if row.file is not None and row.file.id == file_id]
        places += [at for at, row in enumerate(self._rows) if row.file is None and row.item == item]
        return places[0] if places else 0

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, its tooltip, the row itself, or its small picture."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.words, row.remark)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.words, row.state, row.remark)))
        if role == THUMB:
            return self._thumbs.get(row.file.id) if row.file is not None else None
        return row if role == ROW else None


class ChecklistDelegate(QStyledItemDelegate):
    """Paints an item with its state, or a file with its small picture."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row."""
        row, view = index.data(ROW), self.parent()
        if not isinstance(row, Row) or not isinstance(view, QListView):
            return QSize(0, ITEM_HEIGHT)
        if row.file is not None:
            return QSize(0, FILE_HEIGHT)
        width = _right_of(view.viewport().rect(), row) - PAD - ICON - 8
        lines = [wrapped(row.words, width, BODY, True)[1], wrapped(row.remark, width, REMARK)[1] if row.remark else 0]
        return QSize(0, max(REMARKED_HEIGHT if row.remark else ITEM_HEIGHT, sum(lines) + 2 * TOP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        rect: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(painter, rect, self._theme, is_current, bool(option.state & QStyle.StateFlag.State_HasFocus))
        left = self._paint_mark(painter, rect, row, index.data(THUMB))
        right = self._paint_state(painter, rect, row)
        self._paint_words(painter, QRect(left, rect.top(), right - left, rect.height()), row)

    def _paint_mark(self, painter: QPainter, rect: QRect, row: Row, thumb: object) -> int:
        """Paint icon or small picture; return where the words begin."""
        if row.file is None:
            top = rect.top() + (ITEM_HEIGHT - ICON) // 2
            token = row.tone.strong if row.state else "muted"
            painter.drawPixmap(rect.left() + PAD, top, self._theme.icons.pixmap(row.icon, token))
            return rect.left() + PAD + ICON + 8
        place = QRect(rect.left() + INDENT, rect.top() + 8, THUMB_SIZE.width(), THUMB_SIZE.height())
        if isinstance(thumb, QImage) and not thumb.isNull():
            size = thumb.deviceIndependentSize().toSize()
            shown = QRect(0, 0, min(size.width(), place.width()), min(size.height(), place.height()))
            shown.moveCenter(place.center())
            painter.drawPixmap(shown, QPixmap.fromImage(thumb))
        else:
            painter.fillRect(place, self._theme.color("bg"))
            pixmap = self._theme.icons.pixmap("image" if row.file.is_picture else row.icon, "faint")
            painter.drawPixmap(place.center().x() - ICON // 2, place.center().y() - ICON // 2, pixmap)
        return place.right() + 10

    def _paint_state(self, painter: QPainter, rect: QRect, row: Row) -> int:
        """Paint the pill of an item's state; return where the words end."""
        right = _right_of(rect, row)
        if row.state:
            size = QSize(rect.right() - PAD - right - 8, PILL_HEIGHT)
            place = QRect(QPoint(right + 8, rect.top() + (ITEM_HEIGHT - PILL_HEIGHT) // 2), size)
            paint_pill(painter, place, row.state, row.tone, self._theme, True)
        return right

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        """Paint all words of an item, in as many lines as they take; a file's in one, for its name may be any."""
        if row.file is not None:
            first = QRect(rect.left(), rect.top() + 7, rect.width(), 22)
            paint_words(painter, first, row.words, self._theme.color("text"), BODY)
            paint_words(painter, first.translated(0, 20), row.remark, self._theme.color("muted"), REMARK)
            return
        top = rect.top() + TOP
        for words, token, pixels in ((row.words, "text", BODY), (row.remark, "muted", REMARK)):
            text, height = wrapped(words, rect.width(), pixels, pixels == BODY)
            painter.setFont(ui_font(pixels, pixels == BODY))
            painter.setPen(self._theme.color(token))
            painter.drawStaticText(rect.left(), top, text)
            top += height


def _right_of(rect: QRect, row: Row) -> int:
    """Return where the words of a row in `rect` end: before the pill of its state."""
    return rect.right() - PAD - (pill_size(row.state, True).width() + 8 if row.state else 0)


class PageList(QListView):
    """A list that offers every key to its page first, also those that the window has a shortcut for."""

    def __init__(self, take_key: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take_key = take_key
        self.own_keys: set[int] = set()
        """The keys, with what is held, that are the page's even where the window has a shortcut."""
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def event(self, event: QEvent) -> bool:
        """Keep the page's own keys from the window's shortcuts."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and event.keyCombination().toCombined() in self.own_keys:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page take the key, else move in the list."""
        if not self._take_key(event):
            super().keyPressEvent(event)


class ChecklistView(PageList):
    """The list of items and files. What is dropped on a row is for its item."""

    clips_dropped = Signal(list, str)
    """What was dropped, and the key of the item."""
    file_opened = Signal(object)

    def __init__(self, theme: Theme, take_key: Callable[[QKeyEvent], bool], parent: QWidget | None = None) -> None:
        super().__init__(take_key, parent)
        self.rows = ChecklistModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ChecklistDelegate(theme, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    @property
    def current(self) -> Row | None:
        """The row that the keys stand on."""
        return self.rows.row(self.currentIndex().row())

    def chosen_files(self) -> list[int]:
        """Return the ids of the files that are selected."""
        rows = [self.rows.row(index.row()) for index in self.selectedIndexes()]
        return [row.file.id for row in rows if row is not None and row.file is not None]

    def stand_on(self, item: str, file_id: int | None) -> None:
        """Go to a file, else to its item."""
        self.setCurrentIndex(self.rows.index(self.rows.place_of(item, file_id)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the item that a drop would be for."""
        if can_take(event.mimeData()):
            index = self.indexAt(event.position().toPoint())
            if index.isValid():
                self.setCurrentIndex(index)
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped, and for which item."""
        clips: list[Clip] = clips_of(event.mimeData())
        row = self.rows.row(self.indexAt(event.position().toPoint()).row()) or self.current
        if clips:
            event.acceptProposedAction()
            self.clips_dropped.emit(clips, row.item if row else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the file that is clicked."""
        row = self.rows.row(self.indexAt(event.position().toPoint()).row())
        if row is not None and row.file is not None:
            self.file_opened.emit(row.file)
