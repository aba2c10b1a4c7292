"""Titled lists on the card of an outcome; they keep their widgets, for to make them takes longer than to fill them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskhelper.core.text import Text
from deskhelper.ui.kit import label
from deskhelper.ui.kit.check import WrappedCheck
from deskhelper.ui.kit.scroll import InColumn
from deskhelper.ui.theme import Theme


class Ticks(InColumn, QWidget):
    """A title and to-dos with a box each; a to-do is known by its Chinese words."""

    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: list[WrappedCheck] = []
        self._column = titled(self, title)

    def show_todos(self, todos: tuple[Text, ...], done: tuple[str, ...], lang: str) -> None:
        """Show `todos`, those in `done` ticked."""
        while len(self._boxes) < len(todos):
            box = WrappedCheck(self._theme)
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
