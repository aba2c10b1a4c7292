"""A titled list of lines that wrap, each with an icon, painted by one widget.

An icon, words and a remark of their own for each line took a third of the time from an answer to its outcome: every
widget is asked for its size by every layout, and dressed by the style sheet with every painting.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskhelper.ui.kit.wrapping import Wrapping
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import BODY, REMARK, height_of, wrapped

ICON = 16
BESIDE_ICON, BETWEEN, ABOVE_REMARK = 8, 6, 2


class Line(NamedTuple):
    """An icon in the colour of a token, words, and a remark below them; the words in a colour of their own."""

    icon: str
    token: str
    words: str
    remark: str = ""
    ink: str = "text"


class Lines(Wrapping, QWidget):
    """A title and lines below it; nothing at all while there are none. The words are `pixels` tall."""

    def __init__(
        self, theme: Theme, title: str = "", pixels: int = BODY, bold: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = title
        self._pixels, self._bold = pixels, bold
        self._lines: tuple[Line, ...] = ()
        self.let_wrap()
        theme.theme_changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show `lines`."""
        shown = tuple(lines)
        if shown != self._lines:  # else all around it would be laid out again
            self._lines = shown
            words = (part for line in shown for part in (line.words, line.remark) if part)
            self.setAccessibleName("\n".join((*filter(None, (self._title,)), *words)))
            self.updateGeometry()
            self.update()
        self.setVisible(bool(shown))

    def heightForWidth(self, width: int) -> int:
        """Return the height of title and lines at `width`."""
        height = height_of(REMARK) + BETWEEN if self._title else 0
        for line in self._lines:
            height += self._height(line, width) + BETWEEN
        return max(height - BETWEEN, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint title, icons and words."""
        painter = QPainter(self)
        left, y = ICON + BESIDE_ICON, 0
        room = (height_of(self._pixels, self._bold) - ICON) // 2
        if self._title:
            y = self._write(painter, 0, y, self._title, "muted", REMARK) + BETWEEN
        for line in self._lines:
            painter.drawPixmap(0, y + room, self._theme.icons.pixmap(line.icon, line.token, ICON))
            y += self._write(painter, left, y, line.words, line.ink, self._pixels, self._bold)
            if line.remark:
                y += ABOVE_REMARK + self._write(painter, left, y + ABOVE_REMARK, line.remark, "muted", REMARK)
            y += BETWEEN

    def _write(self, painter: QPainter, x: int, y: int, words: str, ink: str, pixels: int, bold: bool = False) -> int:
        """Write `words` at a place, wrapped to what is left of the width; return their height."""
        text, height = wrapped(words, self.width() - x, pixels, bold)
        painter.setFont(ui_font(pixels, bold))
        painter.setPen(self._theme.color(ink))
        painter.drawStaticText(x, y, text)
        return height

    def _height(self, line: Line, width: int) -> int:
        room = width - ICON - BESIDE_ICON
        height = wrapped(line.words, room, self._pixels, self._bold)[1]
        return height + ABOVE_REMARK + wrapped(line.remark, room, REMARK)[1] if line.remark else height

    def _on_theme_changed(self) -> None:
        self.update()
