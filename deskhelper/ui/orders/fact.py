"""One fact of an order on its card: an icon, the words, and a button that copies them where that is of use."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskhelper.ui.kit import ElidedLabel, IconButton, IconLabel
from deskhelper.ui.kit.label import Role
from deskhelper.ui.theme import Theme

SMALL = 22
"""The side of a button in a line of text."""


class Fact(QWidget):
    """Hidden while it has no words; `name` says what it is to screen readers and in the icon's tooltip."""

    copy_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        copy_name: str = "",
        role: Role = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        picture = IconLabel(theme, icon)
        picture.setToolTip(name)
        self.words = ElidedLabel(theme, role=role)
        self._copy = IconButton(theme, "copy", copy_name)
        self._copy.setFixedSize(SMALL, SMALL)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.setMinimumHeight(SMALL)
        layout.addWidget(picture)
        layout.addWidget(self.words)
        layout.addWidget(self._copy)
        self._copy.clicked.connect(self.copy_requested)

    def show_words(self, words: str, can_copy: bool = False) -> None:
        """Show `words`."""
        self.words.set_words(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self._copy.setVisible(can_copy)
        self.setVisible(bool(words))
