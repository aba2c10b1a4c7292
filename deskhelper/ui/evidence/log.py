"""The log of a case as a list: when, what, by whom, and the words below."""

from collections.abc import Sequence
from datetime import tzinfo
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QStaticText, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskhelper.core.case_log import LogEntry, LogKind
from deskhelper.core.moments import short_time
from deskhelper.core.text import Lang
from deskhelper.ui.kit.paint import paint_dot, paint_row
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import LINE_BREAK, REMARK, fitted, shaped

ENTRY = Qt.ItemDataRole.UserRole
PAD, TIME_WIDTH, MOST_LINES = 16, 88, 4
TITLE_HEIGHT = 30
TOKENS = {
    LogKind.REPLY: "accent", LogKind.PROMISE: "warn", LogKind.EVIDENCE: "ok", LogKind.PACK: "ok",
    LogKind.PLATFORM: "bad",
}  # fmt: skip
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

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of an entry at the width of the list."""
        entry, view = index.data(ENTRY), self.parent()
        if not isinstance(entry, LogEntry) or not isinstance(view, QListView):
            return QSize(0, TITLE_HEIGHT)
        detail = entry.detail.within(self._lang)
        if not detail:
            return QSize(0, TITLE_HEIGHT)
        return QSize(0, TITLE_HEIGHT + few_lines(detail, self._words_width(view.viewport().width()))[1] + 6)

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
            painter.drawStaticText(rect.left(), rect.top() + TITLE_HEIGHT - 3, few_lines(detail, rect.width())[0])

    def _words_width(self, width: int) -> int:
        return width - TIME_WIDTH - 2 * PAD - 12


@lru_cache(maxsize=2048)
def few_lines(words: str, width: int) -> tuple[QStaticText, int]:
    """Return `words` in up to MOST_LINES lines of `width`, the last one elided, and the height of them all."""
    lines = [line for paragraph in words.split("\n") for line in _lines_of(paragraph, max(width, 40))]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = [fitted(f"{lines[MOST_LINES - 1]}…", max(width, 40), REMARK)[0]]
    text, _ = shaped(LINE_BREAK.join(lines), REMARK)
    return text, round(text.size().height())


def _lines_of(paragraph: str, width: int) -> list[str]:
    """Return the lines of a paragraph that end between words, and within one only where it is wider than a line."""
    layout = QTextLayout(paragraph, ui_font(REMARK))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines
