"""What leaves the page as a file: a plot as a picture or drawing, figures and lists as tables."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.insights import FigureTable, Wish
from deskhelper.core.text import Lang
from deskhelper.drawing.file import write_whole
from deskhelper.services.insights import InsightService
from deskhelper.ui.insights.plot_card import PlotCard
from deskhelper.ui.insights.words import table_of

SHARP = 2.0
"""The pixels of an exported PNG for one on screen."""


class Export(QObject):
    """Asks for a file and writes to it what `take` was given."""

    saved = Signal(str)
    """What was written, in words."""
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(self, service: InsightService, lang: Lang, parent: QWidget) -> None:
        super().__init__(parent)
        self._service, self._lang, self._window = service, lang, parent
        self._card: PlotCard | None = None
        self._cards: Sequence[PlotCard] = ()
        self._wish: Wish | None = None

    def take(self, card: PlotCard | None, cards: Sequence[PlotCard], wish: Wish | None) -> None:
        """Take the card at hand, all cards, and what they show."""
        self._card, self._cards, self._wish = card, cards, wish

    def save_png(self) -> None:
        """Write the card at hand as a PNG."""
        if self._card is not None and (file := self._asked("png", "PNG (*.png)")) is not None:
            self._write(file, png_of(self._card))

    def save_svg(self) -> None:
        """Write the card at hand as an SVG."""
        if self._card is not None and (file := self._asked("svg", "SVG (*.svg)")) is not None:
            self._write(file, svg_of(self._card))

    def save_table(self) -> None:
        """Write the figures of the card at hand as a table."""
        if self._card is not None:
            self._save_tables([self._card], "Excel (*.xlsx);;CSV (*.csv)")

    def save_all(self) -> None:
        """Write the figures of all cards as one workbook, a sheet for each."""
        self._save_tables(self._cards, "Excel (*.xlsx);;CSV (*.csv)")

    def save_list(self, table: FigureTable) -> None:
        """Write a list as a table."""
        if (file := self._asked("xlsx", "Excel (*.xlsx);;CSV (*.csv)")) is not None:
            self._save(file, [table])

    def ask_file(self, suffix: str, kinds: str) -> Path | None:
        """Return the file that the user names, None where they think better of it. Replaced in tests."""
        title = self.tr("Export")
        name = self.tr("insights")
        name, _ = QFileDialog.getSaveFileName(self._window, title, f"{name}.{suffix}", kinds)
        return Path(name) if name else None

    def _save_tables(self, cards: Sequence[PlotCard], kinds: str) -> None:
        wish = self._wish
        plots = [card.plot for card in cards if card.plot is not None]
        if wish is not None and plots and (file := self._asked("xlsx", kinds)) is not None:
            self._save(file, [table_of(plot, wish, self._lang) for plot in plots])

    def _asked(self, suffix: str, kinds: str) -> Path | None:
        file = self.ask_file(suffix, kinds)
        return file if file is None or file.suffix else file.with_suffix(f".{suffix}")

    def _save(self, file: Path, tables: list[FigureTable]) -> None:
        try:
            self._service.save(file, tables)
        except WorldError as error:
            self.refused.emit(error.problem)
        else:
            self._tell(file)

    def _write(self, file: Path, content: bytes) -> None:
        try:
            write_whole(file, content)
        except WorldError as error:
            self.refused.emit(error.problem)
        else:
            self._tell(file)

    def _tell(self, file: Path) -> None:
        self.saved.emit(self.tr("Saved %1").replace("%1", file.name))


def png_of(card: PlotCard) -> bytes:
    """Return a card as the bytes of a PNG file, without the mark of the current bar."""
    image = QImage(card.size() * SHARP, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(card.palette().window().color())
    painter = QPainter(image)
    with card.unmarked():
        card.render(painter, QPoint())
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def svg_of(card: PlotCard) -> bytes:
    """Return a card as the bytes of an SVG file: words stay words."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(QSize(card.size()))
    drawing.setViewBox(QRect(0, 0, card.width(), card.height()))
    painter = QPainter(drawing)
    with card.unmarked():
        card.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
