"""What the four boards have in common: figures on top, groups to choose from, a table, and what to press."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from deskhelper.core.text import Lang
from deskhelper.ui.boards.delegate import WIDE
from deskhelper.ui.boards.model import BoardModel
from deskhelper.ui.boards.row import Column
from deskhelper.ui.boards.table import BoardTable, HeadLine
from deskhelper.ui.kit import EmptyState, FlowLayout, HLine, label
from deskhelper.ui.kit.frame import set_property
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page_head import EDGE
from deskhelper.ui.kit.tone import Tone
from deskhelper.ui.theme import Theme

BESIDE, UNBOUND = 20, 16777215


class Figure(QFrame):
    """A number with what it is and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = UNBOUND
        self._value, self._caption, self._source = label(role="title"), label(role="muted"), label(role="remark")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BESIDE, 0)
        column.setSpacing(0)
        for part in (self._caption, self._value, self._source):
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_words(self, value: str, caption: str, source: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Show a value; nothing at all where there is none."""
        self._value.setText(value)
        set_property(self._value, "tone", "" if tone is Tone.NEUTRAL else tone.value)
        self._caption.setText(caption)
        self._source.setText(source or " ")
        self.fit(self._room)
        self.setVisible(bool(value))
        self.setAccessibleName(f"{caption}: {value} {source}".strip())

    def fit(self, room: int) -> None:
        """Wrap the words of the source where they are wider than `room` pixels."""
        self._room = room
        source, width = self._source, room - BESIDE
        source.ensurePolished()
        is_long = source.fontMetrics().horizontalAdvance(source.text()) > width
        source.setWordWrap(is_long)
        source.setMinimumSize(0, 0)
        source.setMaximumSize(UNBOUND, UNBOUND)
        if is_long:
            source.setFixedSize(width, source.heightForWidth(width))


class Groups(QWidget):
    """Groups of rows to choose one of, as buttons in lines; Left and Right go through them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, 6, 6)
        self._buttons: list[tuple[object, QPushButton]] = []
        self.value: object = None

    def show_groups(self, groups: Sequence[tuple[object, str]], value: object) -> None:
        """Show groups by value and words, `value` chosen."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        for each, words in groups:
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("variant", "group")
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._on_button_clicked, each))
            self._flow.addWidget(button)
            button.show()
            self._buttons.append((each, button))
        self.setVisible(len(groups) > 1)
        self._mark(value)

    def step(self, by: int) -> None:
        """Choose the next group, or the one before."""
        values = [value for value, _ in self._buttons]
        if self.value in values:
            self._choose(values[(values.index(self.value) + by) % len(values)])

    def _mark(self, value: object) -> None:
        self.value = value
        for each, button in self._buttons:
            button.setChecked(each == value)

    def _choose(self, value: object) -> None:
        self._mark(value)
        self.chosen.emit(value)

    def _on_button_clicked(self, value: object, _is_checked: bool = False) -> None:
        self._choose(value)


class BoardSection(QWidget):
    """One board. Subclasses say how it is read (on any thread) and how the result is shown."""

    order_wanted = Signal(str, str)
    flow_wanted = Signal(str, str, str)
    hand_over_wanted = Signal(str, object)
    changed = Signal()
    said = Signal(str)
    refused = Signal(object)
    read_wanted = Signal()
    counted = Signal(int)

    def __init__(
        self, theme: Theme, lang: Lang, columns: Sequence[Column], can_tick: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.lang = theme, lang
        self.model = BoardModel(columns, self)
        self.table = BoardTable(theme, self.model, can_tick)
        self.head = HeadLine(theme, self.table)
        self.empty = EmptyState(theme)
        self.figures = [Figure() for _ in range(4)]
        self.groups = Groups()
        self.note = label(role="muted", wraps=True)
        self.key_line = KeyLine()
        self.is_read = False
        self._lay_out()
        self.groups.hide()
        self.note.hide()
        self.table.key_typed.connect(self.press)
        self.table.open_requested.connect(self.open_row)
        self.groups.chosen.connect(self._on_groups_chosen)

    def work(self) -> Callable[[Callable[[], bool]], Any]:
        """Return what reads the board on any thread; it is given what tells that nobody waits any more."""
        raise NotImplementedError

    def show_result(self, result: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def open_row(self) -> None:
        """Do what Enter means for the row that the keys stand on."""

    def press(self, key: str) -> None:
        """Do what a letter means; Left and Right go through the groups."""
        if key in ("Left", "Right"):
            self.groups.step(1 if key == "Right" else -1)

    def choose_group(self, value: object) -> None:
        """Show one group of rows."""

    def say_reading(self) -> None:
        """Say that the board is being read for the first time."""
        self.empty.show_words("clock", self.tr("Reading…"), self.tr("This takes a moment with many orders."))
        self._stack.setCurrentWidget(self.empty)

    def show_table(self, is_empty: bool) -> None:
        """Show the table, or what there is to say in its place."""
        self._stack.setCurrentWidget(self.empty if is_empty else self._sheet)
        if not is_empty and not self.table.currentIndex().isValid():
            self.table.go_to(0)

    def take_keys(self) -> None:
        """Give the keys to the table."""
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the columns out where rows stand in lines."""
        super().resizeEvent(event)
        self.head.setVisible(self.width() >= WIDE)
        for figure in self.figures:
            figure.fit(self.width() - 2 * EDGE)

    def _lay_out(self) -> None:
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(EDGE, 10, EDGE, 10)
        top.setSpacing(8)
        numbers = FlowLayout(gap=12, line_gap=8)
        for figure in self.figures:
            figure.hide()
            numbers.addWidget(figure)
        top.addLayout(numbers)
        top.addWidget(self.note)
        top.addWidget(self.groups)
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HLine())
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._top)
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # first: what a stack without a parent shows is a window, and takes the keys
        self._stack.addWidget(self._sheet)
        self._stack.addWidget(self.empty)
        layout.addWidget(self.key_line)

    def _on_groups_chosen(self, value: object) -> None:
        self.choose_group(value)
        self.take_keys()
