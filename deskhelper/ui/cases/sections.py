"""Titled lists of lines that keep their widgets: showing another case makes none, which costs a third of the time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.core.text import Text
from deskhelper.ui.kit import IconLabel, label
from deskhelper.ui.kit.check import WrappedCheck
from deskhelper.ui.theme import Theme


class Line(QFrame):
    """An icon, words that wrap, and a remark below them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, "info")
        self._words = label(wraps=True)
        self._remark = label(role="remark", wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addWidget(self._remark)
        row.addLayout(column, 1)

    def show_words(self, icon: str, token: str, words: str, remark: str = "") -> None:
        """Show these words."""
        self._icon.show_icon(icon, token)
        self._words.setText(words)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))


class Lines(QWidget):
    """A title and lines below it; nothing at all while there are none."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[Line] = []
        self._column = titled(self, title)

    def show_lines(self, lines: list[tuple[str, str, str, str]]) -> None:
        """Show lines of icon, token, words and remark."""
        while len(self._rows) < len(lines):
            self._rows.append(Line(self._theme))
            self._column.addWidget(self._rows[-1])
        for at, row in enumerate(self._rows):
            row.setVisible(at < len(lines))
        for row, line in zip(self._rows, lines, strict=False):
            row.show_words(*line)
        self.setVisible(bool(lines))


class Ticks(QWidget):
    """A title and to-dos with a box each; a to-do is known by its Chinese words."""

    ticked = Signal(str, bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: list[WrappedCheck] = []
        self._column = titled(self, title)

    def show_todos(self, todos: tuple[Text, ...], done: tuple[str, ...], lang: str) -> None:
        """Show `todos`, those in `done` ticked."""
        while len(self._boxes) < len(todos):
            box = WrappedCheck()
            box.toggled.connect(self._on_box_toggled)
            self._boxes.append(box)
            self._column.addWidget(box)
        for at, box in enumerate(self._boxes):
            box.setVisible(at < len(todos))
        for box, todo in zip(self._boxes, todos, strict=False):
            box.setProperty("todo", todo.zh)
            box.show_words(todo.zh if lang == "zh" else todo.en, todo.zh in done)
        self.setVisible(bool(todos))

    def _on_box_toggled(self, is_done: bool) -> None:
        box = self.sender()
        if isinstance(box, WrappedCheck):
            self.ticked.emit(str(box.property("todo")), is_done)


def titled(section: QWidget, title: str) -> QVBoxLayout:
    """Give `section` a column with a small title, and return it."""
    column = QVBoxLayout(section)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if title:
        column.addWidget(label(title, "remark"))
    return column
