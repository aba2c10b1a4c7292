"""The log of a case as a list: when, what, by whom, and the words below."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.core.case_log import LogEntry, LogKind
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.ui.kit.paint import paint_dot, paint_row
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK, fitted

ENTRY = Qt.ItemDataRole.UserRole
PAD, TIME_WIDTH, MOST_LINES = 16, 88, 4
TITLE_HEIGHT = 30
TOKENS = {
    LogKind.REPLY: "accent", LogKind.PROMISE: "warn", LogKind.EVIDENCE: "ok", LogKind.PACK: "ok",
    LogKind.PLATFORM: "bad",
}  # fmt: skip
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class LogModel(QAbstractListModel):
    """Entries as given; ENTRY gives the whole entry."""

    def __init__(self, lang: Lang, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lang, self._zone = lang, zone
        self._entries: list[LogEntry] = []

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """Show other entries; the same ones change nothing."""
        if self._entries != list(entries):
            self.beginResetModel()
            self._entries = list(entries)
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry in words, or itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            head = " · ".join(
                filter(None, (short_time(entry.at, self._zone), entry.title.within(self._lang), entry.agent))
            )
            return "\n".join(filter(None, (head, entry.detail.within(self._lang))))
        return None


class LogDelegate(QStyledItemDelegate):
    """Paints an entry: time, a dot in the colour of its kind, title and agent, and up to four lines of words."""

    def __init__(self, theme: Theme, lang: Lang, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._zone = theme, lang, zone
        self._metrics = QFontMetrics(ui_font(REMARK))
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of an entry at the width of the list."""
        entry, view = index.data(ENTRY), self.parent()
        if not isinstance(entry, LogEntry) or not isinstance(view, QListView):
            return QSize(0, TITLE_HEIGHT)
        words = self._height(entry.detail.within(self._lang), self._words_width(view.viewport().width()))
        return QSize(0, TITLE_HEIGHT + (words + 6 if words else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one entry."""
        entry = index.data(ENTRY)
        if not isinstance(entry, LogEntry):
            return
        rect: QRect = option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row(painter, rect, self._theme, is_current, bool(option.state & QStyle.StateFlag.State_HasFocus))
        head = QRect(rect.left() + PAD, rect.top(), TIME_WIDTH, TITLE_HEIGHT)
        painter.setFont(ui_font(REMARK))
        painter.setPen(self._theme.color("muted"))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, short_time(entry.at, self._zone))
        token = "bad" if entry.is_bad else TOKENS.get(entry.kind, "faint")
        painter.save()
        paint_dot(painter, head.right(), head.center().y() + 1, self._theme.color(token))
        painter.restore()
        left, width = head.right() + 12, self._words_width(rect.width())
        self._paint_words(painter, QRect(left, rect.top(), width, rect.height()), entry)

    def _paint_words(self, painter: QPainter, rect: QRect, entry: LogEntry) -> None:
        title = " · ".join(filter(None, (entry.title.within(self._lang), entry.agent)))
        words, _ = fitted(title, rect.width())
        painter.setFont(ui_font())
        painter.setPen(self._theme.color("bad" if entry.is_bad else "text"))
        painter.drawText(
            QRect(rect.left(), rect.top(), rect.width(), TITLE_HEIGHT), Qt.AlignmentFlag.AlignVCenter, words
        )
        detail = entry.detail.within(self._lang)
        if detail:
            painter.setFont(ui_font(REMARK))
            painter.setPen(self._theme.color("muted"))
            height = self._height(detail, rect.width())
            painter.drawText(QRect(rect.left(), rect.top() + TITLE_HEIGHT - 3, rect.width(), height), WRAP, detail)

    def _height(self, words: str, width: int) -> int:
        if not words:
            return 0
        key = (words, width)
        if key not in self._heights:
            if len(self._heights) > 5000:
                self._heights.clear()
            found = self._metrics.boundingRect(QRect(0, 0, max(width, 40), 100_000), WRAP, words).height()
            self._heights[key] = min(found, MOST_LINES * self._metrics.lineSpacing())
        return self._heights[key]

    def _words_width(self, width: int) -> int:
        return width - TIME_WIDTH - 2 * PAD - 12
