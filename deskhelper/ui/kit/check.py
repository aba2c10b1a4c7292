"""A box to tick whose words wrap: those of QCheckBox do not, and hold a narrow column wide open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from deskhelper.ui.kit.label import label


class WrappedCheck(QWidget):
    """A box and words beside it; a click on the words ticks the box too, a screen reader reads them with it."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.words = label(wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(0)  # the box keeps room for words of its own
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.box.toggled.connect(self.toggled)

    def show_words(self, words: str, is_ticked: bool, is_enabled: bool = True) -> None:
        """Show `words` and whether they are ticked; this tells nobody."""
        blocked = self.box.blockSignals(True)
        self.box.setAccessibleName(words)
        self.box.setChecked(is_ticked)
        self.box.setEnabled(is_enabled)
        self.box.blockSignals(blocked)
        self.words.setText(words)
        self.words.setEnabled(is_enabled)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick with a click on the words."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.click()
