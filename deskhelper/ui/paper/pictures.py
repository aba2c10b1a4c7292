"""Pictures on paper: no wider than the page's words, no taller than half of one, no heavier than needed."""

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument

from deskhelper.ui.paper.fragments import cursor_at, fragments_of

WIDEST = 600
"""Across the words of an A4 page, in the 96 parts of an inch that documents count in."""
TALLEST = 420
MOST_DOTS = 1800
"""Dots along the longer side of a picture that goes into a PDF: 290 to the inch at full width."""


def fitted(image: QImage) -> QImage:
    """Return `image` with no more dots than paper shows."""
    if max(image.width(), image.height()) <= MOST_DOTS:
        return image
    return image.scaled(
        MOST_DOTS, MOST_DOTS, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def fit_pictures(document: QTextDocument) -> None:
    """Give each picture of `document` a size that the page holds, its shape kept."""
    found = [fragment for fragment in fragments_of(document) if fragment.charFormat().isImageFormat()]
    for fragment in found:
        wanted = fragment.charFormat().toImageFormat()
        image = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(wanted.name()))
        if not isinstance(image, QImage) or image.isNull():
            continue
        size = QSize(round(wanted.width()) or image.width(), round(wanted.height()) or image.height())
        if wanted.width() and not wanted.height():
            size.setHeight(round(image.height() * size.width() / image.width()))
        elif wanted.height() and not wanted.width():
            size.setWidth(round(image.width() * size.height() / image.height()))
        if size.width() > WIDEST or size.height() > TALLEST:
            size.scale(WIDEST, TALLEST, Qt.AspectRatioMode.KeepAspectRatio)
        wanted.setWidth(size.width())
        wanted.setHeight(size.height())
        cursor_at(document, fragment).setCharFormat(wanted)
