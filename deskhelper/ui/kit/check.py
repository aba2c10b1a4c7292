"""A box to tick whose words wrap: those of QCheckBox do not, and hold a narrow column wide open."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from deskhelper.ui.kit.paint import paint_box, paint_focus
from deskhelper.ui.kit.wrapping import Wrapping
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, height_of, wrapped

SIDE, INSET, EDGE = 16, 3, 4
"""The box, what the focus ring takes to the left of it, and the room above and below the words."""
WORDS_AT = 30


class WrappedCheck(Wrapping, QCheckBox):
    """A box and words beside it, painted by one widget; a click on the words ticks the box too."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.let_wrap()
        theme.theme_changed.connect(self._on_theme_changed)

    def show_words(self, words: str, is_ticked: bool, is_enabled: bool = True) -> None:
        """Show `words` and whether they are ticked; this tells nobody."""
        blocked = self.blockSignals(True)
        if words != self.text():
            self.setText(words)
            self.updateGeometry()
        self.setChecked(is_ticked)
        self.setEnabled(is_enabled)
        self.blockSignals(blocked)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at `width`."""
        return max(wrapped(self.text(), width - WORDS_AT)[1] + 2 * EDGE, SIDE + 2 * INSET)

    def hitButton(self, position: QPoint) -> bool:
        """Tell that everything can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        painter = QPainter(self)
        line = height_of(BODY) + 2 * EDGE
        box = QRect(INSET, (line - SIDE) // 2, SIDE, SIDE)
        if self.hasFocus():
            paint_focus(painter, box.adjusted(-INSET, -INSET, INSET, INSET), self._theme)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        paint_box(painter, box, self.isChecked(), self._theme)
        painter.setOpacity(1)
        painter.setFont(ui_font())
        painter.setPen(self._theme.color("text" if self.isEnabled() else "muted"))
        painter.drawStaticText(WORDS_AT, EDGE, wrapped(self.text(), self.width() - WORDS_AT)[0])

    def _on_theme_changed(self) -> None:
        self.update()
