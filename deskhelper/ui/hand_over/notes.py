"""The notes for the next shift: written in one line, ticked when done, edited in place."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.hand_over import MOST_NOTE, ShiftNote, without_phones
from deskhelper.core.moments import Instant
from deskhelper.core.text import Lang
from deskhelper.ui.case_board.words import day_and_time

ID = Qt.ItemDataRole.UserRole
MOST_HEIGHT = 220


class MaskedDelegate(QStyledItemDelegate):
    """Shows notes with phone numbers masked; who edits one sees it whole."""

    def displayText(self, value: object, locale: QLocale | QLocale.Language) -> str:
        """Return what is shown of a note."""
        return without_phones(str(value))


class NoteList(QListWidget):
    """Notes with a box each: Space ticks, Enter or F2 edits, Del takes away."""

    ticked = Signal(int, bool)
    edited = Signal(int, str)
    left_up = Signal()

    def __init__(self, zone: tzinfo, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._lang = lang
        self.setItemDelegate(MaskedDelegate(self))
        self.setWordWrap(True)
        self.setProperty("variant", "choice")
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Notes for the next shift"))
        self.itemChanged.connect(self._on_item_changed)

    def show_notes(self, notes: Sequence[ShiftNote], now: Instant) -> None:
        """Show these notes, the chosen one still chosen."""
        row = self.currentRow()
        blocked = self.blockSignals(True)
        self.clear()
        for note in notes:
            item = QListWidgetItem(note.text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if note.done_at is None else Qt.CheckState.Checked)
            item.setData(ID, note.id)
            font = item.font()
            font.setStrikeOut(note.done_at is not None)
            item.setFont(font)
            by = " · ".join(filter(None, (note.agent, day_and_time(note.made_at, now, self._zone, self._lang))))
            item.setToolTip(by)
            self.addItem(item)
        self.setCurrentRow(max(0, min(row, len(notes) - 1)) if self.hasFocus() or row >= 0 else -1)
        self.blockSignals(blocked)
        self._words = {note.id: note.text for note in notes}
        self._ticks = {note.id: note.done_at is not None for note in notes}
        self.setVisible(bool(notes))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the notes are at the new width."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a note for the keys."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, take away with Del, leave at the upper end; a field being typed into passes its Enter on."""
        item = self.currentItem()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.editItem(item)
        elif event.key() == Qt.Key.Key_Delete and item is not None:
            self.edited.emit(item.data(ID), "")
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.doItemsLayout()
        height = sum(self.visualItemRect(self.item(at)).height() for at in range(self.count())) + 14
        self.setFixedHeight(min(height, MOST_HEIGHT))

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        note, is_done = item.data(ID), item.checkState() is Qt.CheckState.Checked
        if self._ticks[note] is not is_done:
            self.ticked.emit(note, is_done)
        elif self._words[note] != item.text():
            self.edited.emit(note, item.text())


class Notes(QWidget):
    """A line to write in, over the notes."""

    added = Signal(str)

    def __init__(self, zone: tzinfo, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaxLength(MOST_NOTE)
        self.line.setPlaceholderText(self.tr("A note for the next shift; Enter keeps it"))
        self.line.setAccessibleName(self.tr("A note for the next shift"))
        self.list = NoteList(zone, lang)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.returnPressed.connect(self._on_line_return_pressed)
        self.list.left_up.connect(self.line.setFocus)

    def _on_line_return_pressed(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.added.emit(words)
        elif self.list.count():
            self.list.setFocus()
