"""Rich text on A4 paper: to a PDF whose Chinese words can be searched, or to a printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QFontDatabase, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from deskhelper.core.errors import WorldError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage

FAMILIES = ["Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "Noto Sans CJK SC"]
"""Fonts for paper, best first: with Noto's a PDF holds radicals (⼈) in place of some characters (人)."""

POINTS = 10
STYLE = """
body { color: #1b1f24; }
h1 { font-size: 16pt; margin: 0 0 4pt 0; }
h2 { font-size: 12pt; margin: 12pt 0 4pt 0; }
p, li { margin: 2pt 0; }
table { border-collapse: collapse; margin: 4pt 0; }
th { text-align: left; font-weight: bold; background-color: #eef1f4; padding: 4px 6px; }
td { padding: 4px 6px; border-bottom: 1px solid #d5dae0; }
.muted { color: #5b6470; }
.bad { color: #b3261e; }
"""


def paper_font() -> QFont:
    """Return the font for paper: the first of FAMILIES that this system has."""
    known = set(QFontDatabase.families())
    font = QFont()
    font.setFamilies([*(name for name in FAMILIES if name in known), font.family()])
    font.setPointSize(POINTS)
    return font


def document_of(html: str, images: "Mapping[str, QImage] | None" = None) -> QTextDocument:
    """Return `html` (its words escaped by the caller) as a document for paper; `images` are named by its `src`."""
    from PySide6.QtCore import QUrl

    document = QTextDocument()
    document.setDefaultFont(paper_font())
    document.setDefaultStyleSheet(STYLE)
    for name, image in (images or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    document.setHtml(f"<body>{html}</body>")
    return document


def save_pdf(document: QTextDocument, path: Path, title: str) -> None:
    """Write `document` to an A4 PDF at `path`, replacing a file of that name. Raises WorldError `file_unwritable`."""
    part = path.with_name(path.name + ".part")
    try:
        part.touch()
    except OSError as error:
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or "") from error
    writer = QPdfWriter(str(part))
    writer.setTitle(title)
    writer.setCreator("DeskHelper")
    _set_up(writer)
    document.print_(writer)
    del writer
    try:
        part.replace(path)
    except OSError as error:
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or "") from error


def ask_and_print(document: QTextDocument, title: str, parent: QWidget) -> bool:
    """Let the user choose a printer and print `document`; tell whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    _set_up(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    document.print_(printer)
    return True


def _set_up(device: QPagedPaintDevice) -> None:
    """Take the whole of an A4 sheet: the document itself leaves 2 cm at each edge and numbers its pages."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
