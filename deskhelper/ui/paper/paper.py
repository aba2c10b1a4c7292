"""Rich text on A4 paper: to a PDF whose Chinese words can be searched, or to a printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.text import Lang
from deskhelper.ui.paper.fragments import keep_heading_sizes
from deskhelper.ui.paper.pictures import fit_pictures, fitted
from deskhelper.ui.paper.sheets import Sheets
from deskhelper.ui.theme.fonts import OWN_FAMILY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

FAMILIES = [
    *("Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
    *("SimHei", "SimSun", "Droid Sans Fallback", OWN_FAMILY, "Noto Sans CJK SC", "Source Han Sans SC"),
]
"""Fonts for paper, best first: with the last two a PDF holds radicals (⼈) in place of some characters (人)."""

POINTS = 10
STYLE = """
body { color: #1b1f24; }
h1 { font-size: 16pt; margin: 0 0 6px 0; }
h2 { font-size: 12pt; margin: 18px 0 6px 0; }
p, li { margin: 3px 0; line-height: 125%; }
table { border-collapse: collapse; margin: 6px 0; }
th { text-align: left; font-weight: bold; background-color: #eef1f4; padding: 4px 6px; }
td { padding: 4px 6px; border-bottom: 1px solid #d5dae0; }
.muted { color: #5b6470; }
.bad { color: #b3261e; }
"""
"""What a paper may use: h1, h2, p, lists, tables whose thead comes again on every page, the classes muted and bad."""


def paper_font() -> QFont:
    """Return the font for paper: the first of FAMILIES that this system has."""
    known = set(QFontDatabase.families())
    font = QFont()
    font.setFamilies([*(name for name in FAMILIES if name in known), font.family()])
    font.setPointSize(POINTS)
    return font


def document_of(html: str, images: "Mapping[str, QImage] | None" = None) -> QTextDocument:
    """Return `html` (its words escaped by the caller) as a document for paper.

    `images` are named by its `src`; those too large for the page are made to fit it.
    """
    document = QTextDocument()
    document.setDefaultFont(paper_font())
    document.setDefaultStyleSheet(STYLE)
    for name, image in (images or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), fitted(image))
    document.setHtml(f"<body>{html}</body>")
    keep_heading_sizes(document)
    fit_pictures(document)
    return document


def save_pdf(document: QTextDocument, path: Path, title: str, lang: Lang = "zh") -> None:
    """Write `document` to an A4 PDF at `path`, replacing a file of that name; `title` heads its later pages.

    Raises WorldError `file_unwritable`.
    """
    part = path.with_name(path.name + ".part")
    try:
        part.touch()
    except OSError as error:
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or "") from error
    writer = QPdfWriter(str(part))
    writer.setTitle(title)
    writer.setCreator("DeskHelper")
    _set_up(writer)
    is_drawn = Sheets(document, writer, title, lang).draw()
    del writer
    try:
        if not is_drawn:
            raise OSError("PDF")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or str(error)) from error


def ask_and_print(document: QTextDocument, title: str, parent: QWidget, lang: Lang = "zh") -> bool:
    """Let the user choose a printer and print `document`; tell whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    _set_up(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    return Sheets(document, printer, title, lang).draw()


def _set_up(device: QPagedPaintDevice) -> None:
    """Take the whole of an A4 sheet: the sheets leave their own margins and number the pages."""
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)
