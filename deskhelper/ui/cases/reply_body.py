"""The words of a reply as they will leave, painted in pieces: plain, slots on a ground, findings underlined.

A QLabel with rich text lays such words out half a dozen times before it paints them, which was a tenth of the time from
an answer to its outcome, and lets them be copied past the gate.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QWidget

from deskhelper.ui.kit.wrapping import Wrapping
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import LINE_BREAK, REPLY, height_of

LINE_SPACING = 1.5
WIDTHS_KEPT = 4


class Piece(NamedTuple):
    """Some words in the colour of a token; `ground` is that behind them, `slot` what a click on them asks for."""

    words: str
    ink: str = "text"
    ground: str = ""
    is_underlined: bool = False
    slot: str = ""


class ReplyBody(Wrapping, QWidget):
    """Shows pieces, wrapped to its width."""

    slot_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self._layouts: dict[int, tuple[QTextLayout, int]] = {}
        """The words laid out at a width, and their height."""
        self.let_wrap()
        self.setMouseTracking(True)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show `pieces`."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self._layouts.clear()
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._laid_out(width)[1]

    def slot_at(self, place: QPointF) -> str:
        """Return the slot whose words are at `place`, empty where there is none."""
        layout, height = self._laid_out(self.width())
        if not 0 <= place.y() < height:
            return ""
        line = layout.lineAt(int(place.y()) // _advance())
        if not line.isValid() or not 0 <= place.x() <= line.naturalTextWidth():
            return ""
        return self._slot_of(line.xToCursor(place.x(), QTextLine.CursorPosition.CursorOnCharacter))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        self._laid_out(self.width())[0].draw(painter, QPointF())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a slot can be clicked."""
        if self.slot_at(event.position()):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the field of the slot that is clicked."""
        slot = self.slot_at(event.position())
        if slot and event.button() is Qt.MouseButton.LeftButton:
            self.slot_clicked.emit(slot)

    def _slot_of(self, at: int) -> str:
        for piece in self._pieces:
            at -= _length(piece.words)
            if at < 0:
                return piece.slot
        return ""

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        made = self._layouts.get(width)
        if made is None:
            if len(self._layouts) >= WIDTHS_KEPT:
                self._layouts.clear()
            made = self._layouts[width] = self._lay_out(width)
        return made

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout("".join(piece.words for piece in self._pieces).replace("\n", LINE_BREAK), ui_font(REPLY))
        layout.setTextOption(_wrapping())
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats())
        advance, y = _advance(), 0
        above = (advance - height_of(REPLY)) // 2
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, y + above))
            y += advance
        layout.endLayout()
        return layout, max(y, advance)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges, at = [], 0
        for piece in self._pieces:
            length = _length(piece.words)
            if piece[1:] != Piece("")[1:]:
                ranges.append(self._format(piece, at, length))
            at += length
        return ranges

    def _format(self, piece: Piece, start: int, length: int) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setForeground(self._theme.color(piece.ink))
        if piece.ground:
            style.setBackground(self._theme.color(piece.ground))
        style.setFontUnderline(piece.is_underlined)
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, style
        return made

    def _on_theme_changed(self) -> None:
        self._layouts.clear()
        self.update()


def _advance() -> int:
    """Return the pixels from one line to the next."""
    return round(height_of(REPLY) * LINE_SPACING)


def _length(words: str) -> int:
    """Return how many of Qt's characters `words` have: it counts halves of those outside the basic plane."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le")) // 2


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
