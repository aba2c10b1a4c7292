"""The runs of a document, and headings in the size that the style sheet says."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor, QTextDocument, QTextFormat, QTextFragment


def fragments_of(document: QTextDocument) -> Iterator[QTextFragment]:
    """Yield the runs of letters or pictures that are in one format."""
    block = document.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment()
            at += 1
        block = block.next()


def cursor_at(document: QTextDocument, fragment: QTextFragment) -> QTextCursor:
    """Return a cursor that has `fragment` selected."""
    cursor = QTextCursor(document)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def keep_heading_sizes(document: QTextDocument) -> None:
    """Give headings their size of the style sheet: Qt enlarges h1 and h2 by its own measure all the same."""
    name = QTextFormat.Property.FontSizeAdjustment.value
    for fragment in [one for one in fragments_of(document) if one.charFormat().hasProperty(name)]:
        kept = fragment.charFormat()
        kept.clearProperty(name)
        cursor_at(document, fragment).setCharFormat(kept)
