"""The ways on into other flows, each on a key; what was answered goes along (`Outcome.hands_over`)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from deskhelper.core.flow import HandOver
from deskhelper.core.text import Lang
from deskhelper.ui.cases.sections import titled
from deskhelper.ui.kit import FlowLayout
from deskhelper.ui.kit.button import with_shortcut

MOST_KEYS = 9


class WaysOn(QWidget):
    """A title and a button for each other flow that the case can go on in; nothing while there is none."""

    way_chosen = Signal(object)
    """The HandOver that was chosen."""

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._ways: list[HandOver] = []
        self._buttons: list[QPushButton] = []
        column: QVBoxLayout = titled(self, self.tr("Go on with"))
        self._row = FlowLayout()
        column.addLayout(self._row)

    def show_ways(self, ways: list[HandOver]) -> None:
        """Show a button for each of `ways`."""
        self._ways = ways
        while len(self._buttons) < len(ways):
            button = QPushButton()
            button.setAutoDefault(False)
            button.clicked.connect(self._on_button_clicked)
            self._buttons.append(button)
            self._row.addWidget(button)
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(ways))
        for at, (button, way) in enumerate(zip(self._buttons, ways, strict=False)):
            words = way.label.within(self._lang)
            button.setText(words)
            keys = QKeySequence(f"Alt+{at + 1}") if at < MOST_KEYS else QKeySequence()
            button.setToolTip(with_shortcut(words, keys))
        self.setVisible(bool(ways))

    def choose(self, number: int) -> bool:
        """Take way `number` (from 1); return whether there is one."""
        if not 1 <= number <= len(self._ways):
            return False
        self.way_chosen.emit(self._ways[number - 1])
        return True

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.choose(self._buttons.index(button) + 1)
