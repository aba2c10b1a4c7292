"""The slots offered while one is typed: a list over the window, not a popup, so that an input method stays at work."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

NAME = Qt.ItemDataRole.UserRole
WIDTH, ROW_HEIGHT, MOST_ROWS = 260, 30, 7
TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SlotOffers(QListWidget):
    """Never has the focus: `editor` passes its keys on while the list is open."""

    slot_chosen = Signal(str)

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._editor = editor
        self._titles: Mapping[str, str] = {}
        self.setProperty("variant", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Slots"))
        self.itemClicked.connect(self._on_item_clicked)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether slots are offered now."""
        return self.isVisible()

    def set_slots(self, titles: Mapping[str, str]) -> None:
        """Offer these slots, by name with their titles."""
        self._titles = dict(sorted(titles.items()))

    def open_list(self, typed: str, below: QPoint) -> None:
        """Offer the slots that have `typed` in name or title, near `below` (in the window)."""
        found = [(name, title) for name, title in self._titles.items() if typed.lower() in f"{name} {title}".lower()]
        if not found:
            self.close_list()
            return
        self.clear()
        for name, title in sorted(found, key=lambda one: not one[0].startswith(typed.lower())):
            item = QListWidgetItem(f"{name}  {title}")
            item.setData(NAME, name)
            self.addItem(item)
        self.setCurrentRow(0)
        self._place(below)

    def close_list(self) -> None:
        """Offer nothing."""
        self.hide()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move, take or leave; tell whether the key was for the list."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.setCurrentRow((self.currentRow() + MOVES[key]) % self.count())
        elif key in TAKES:
            self._on_item_clicked(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            return False
        return True

    def _place(self, below: QPoint) -> None:
        window = self._editor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        height = ROW_HEIGHT * min(self.count(), MOST_ROWS) + 12
        width = min(WIDTH, window.width() - 16)
        x = max(8, min(below.x(), window.width() - width - 8))
        self.setGeometry(x, min(below.y() + 4, window.height() - height - 8), width, height)
        self.show()
        self.raise_()

    def _on_item_clicked(self, item: QListWidgetItem | None) -> None:
        self.close_list()
        if item is not None:
            self.slot_chosen.emit(str(item.data(NAME)))
