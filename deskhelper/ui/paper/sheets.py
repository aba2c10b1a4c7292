"""A document on sheets of paper: margins, a head line from the second page on, page numbers, nothing cut in two.

Qt's own pages cut rows of tables between their lines and know no way to be told otherwise. So the document is laid out
on one endless page, and each sheet shows a piece of it that begins and ends between strips which stay whole.
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextDocument,
)

from deskhelper.core.text import Lang
from deskhelper.ui.paper.atoms import Atom, atoms_of

SIDE = 17
"""Left and right of the words, in millimetres; the edge that all printers can reach is 5 or less."""
TOP = 20
BOTTOM = 19
EDGE = 11
"""From the sheet's edge to the head line and to the page number."""
SMALL = 8
INK = "#1b1f24"
MUTED = "#5b6470"
HAIRLINE = "#d5dae0"
LINE = 0.2
MM_OF_INCH = 25.4


class Sheet(Struct, frozen=True):
    """A piece of the document, in dots from its top; `head` is the piece with its table's head that stands over it."""

    top: float
    bottom: float
    head: tuple[float, float] | None = None


class Sheets:
    """Lays a copy of `document` out on the pages of `device` and draws them."""

    def __init__(self, document: QTextDocument, device: QPagedPaintDevice, title: str, lang: Lang) -> None:
        self._source = document  # a clone dies with what it was cloned from
        self._device = device
        self._title = title
        self._lang = lang
        self._dots = device.logicalDpiX() / MM_OF_INCH
        self._body = self._room(device)
        self._document = self._laid_out(document)
        self.sheets = sheets_of(atoms_of(self._document), self._body.height())

    def draw(self) -> bool:
        """Draw all sheets; tell whether the device took them."""
        painter = QPainter()
        if not painter.begin(self._device):
            return False
        for number, sheet in enumerate(self.sheets):
            if number and not self._device.newPage():
                return False
            self._draw_sheet(painter, sheet)
            self._draw_edges(painter, number)
        return painter.end()

    def _room(self, device: QPagedPaintDevice) -> QRectF:
        """Return where the words may stand on each sheet, in dots."""
        side, top, bottom = (value * self._dots for value in (SIDE, TOP, BOTTOM))
        return QRectF(0, 0, device.width(), device.height()).adjusted(side, top, -side, -bottom)

    def _laid_out(self, document: QTextDocument) -> QTextDocument:
        copy = document.clone()
        copy.setDocumentMargin(0)
        copy.setUseDesignMetrics(True)
        copy.documentLayout().setPaintDevice(self._device)
        copy.setTextWidth(self._body.width())
        copy.size()  # Qt lays out bit by bit; this asks for all of it
        return copy

    def _draw_sheet(self, painter: QPainter, sheet: Sheet) -> None:
        y = self._body.top()
        if sheet.head is not None:
            self._draw_piece(painter, *sheet.head, y)
            y += sheet.head[1] - sheet.head[0]
        self._draw_piece(painter, sheet.top, sheet.bottom, y)

    def _draw_piece(self, painter: QPainter, top: float, bottom: float, y: float) -> None:
        """Draw what stands between `top` and `bottom` of the document at `y` of the page."""
        context = QAbstractTextDocumentLayout.PaintContext()
        # the desk's palette may be a dark one: words without a colour of their own are dark on paper all the same
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, QColor(INK))
        context.palette = palette
        # the line under a row stands on its edge: half of it belongs to this piece
        context.clip = QRectF(0, top + LINE * self._dots, self._body.width(), bottom - top)
        painter.save()
        painter.translate(self._body.left(), y - top)
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_edges(self, painter: QPainter, number: int) -> None:
        font = QFont(self._document.defaultFont())
        font.setPointSize(SMALL)
        painter.setFont(font)
        painter.setPen(QColor(MUTED))
        metrics = QFontMetricsF(font, self._device)
        line = QRectF(self._body.left(), EDGE * self._dots, self._body.width(), metrics.height())
        if number:
            words = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
            under = QRectF(line.left(), line.bottom() + self._dots, line.width(), LINE * self._dots)
            painter.fillRect(under, QColor(HAIRLINE))
        line.moveBottom(self._device.height() - EDGE * self._dots)
        words = page_words(number + 1, len(self.sheets), self._lang)
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, words)


def page_words(page: int, count: int, lang: Lang) -> str:
    """Return what stands at the foot of a page, counted from 1."""
    return f"Page {page} of {count}" if lang == "en" else f"第 {page} 页 / 共 {count} 页"


def sheets_of(atoms: Sequence[Atom], height: float) -> list[Sheet]:
    """Deal the strips of a document to sheets of `height` dots; one taller than a sheet is cut, as it must be."""
    sheets = []
    first = 0
    while first < len(atoms):
        opening = atoms[first]
        head = opening.head if first and atoms[first - 1].head == opening.head else None
        room = height - (head[1] - head[0] if head else 0)
        after = _end_of_sheet(atoms, first, room)
        top, bottom = opening.top, atoms[after - 1].bottom
        while bottom - top > room:
            sheets.append(Sheet(top, top + room, head))
            top += room
        sheets.append(Sheet(top, bottom, head))
        first = after
    return sheets or [Sheet(0, 0)]


def _end_of_sheet(atoms: Sequence[Atom], first: int, room: float) -> int:
    """Return the place of the first strip that goes to the next sheet."""
    after = first + 1
    while after < len(atoms) and not atoms[after].opens_page and atoms[after].bottom - atoms[first].top <= room:
        after += 1
    if after == len(atoms) or atoms[after].opens_page:
        return after
    fewer = after
    while fewer > first + 1 and atoms[fewer - 1].is_kept_with_next:
        fewer -= 1
    return fewer if not atoms[fewer - 1].is_kept_with_next else after
