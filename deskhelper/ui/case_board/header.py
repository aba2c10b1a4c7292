"""The names of the board's columns, where they stand."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskhelper.ui.case_board.places import USUAL, Words, is_wide, places_in
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK

HEIGHT = 32


class ColumnNames(QWidget):
    """One line over the rows; gone where they are cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._room, self._words = 0, USUAL
        self.setFixedHeight(HEIGHT)
        theme.theme_changed.connect(self.update)

    def fit(self, room: int) -> None:
        """Stand over rows that are `room` pixels wide, or give way to cards."""
        self._room = room
        self.setVisible(is_wide(room))
        self.update()

    def set_words(self, words: Words) -> None:
        """Stand over rows whose words ask for so much room."""
        self._words = words
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names over their columns."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("line"))
        painter.setFont(ui_font(REMARK))
        painter.setPen(self._theme.color("muted"))
        places = places_in(QRect(0, 0, self._room, self.height()), self._words)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for place, words in (
            (places.order, self.tr("Order")),
            (places.product, self.tr("Product")),
            (places.title, self.tr("Flow")),
            (places.stage, self.tr("State")),
            (places.next, self.tr("Next step")),
            (places.owner, self.tr("Owner")),
        ):
            painter.drawText(place, left, words)
        painter.drawText(places.due, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.tr("Deadline"))
