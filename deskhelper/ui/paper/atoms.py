"""What of a laid-out document no page's end may cut: lines, short paragraphs, rows, headings with their words."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat, QTextFrame, QTextTable

SHORT_LINES = 3
"""Paragraphs of so many lines stay whole; longer ones leave at least two lines on each page."""


class Atom(Struct, frozen=True):
    """A strip of the document that stays whole; all measures in dots from its top."""

    top: float
    bottom: float
    is_kept_with_next: bool = False
    opens_page: bool = False
    head: tuple[float, float] | None = None
    """Where the head rows of its table stand, which come again on each page that begins inside the table."""


def atoms_of(document: QTextDocument) -> list[Atom]:
    """Return the strips of a document that was laid out without pages, from top to bottom."""
    return list(_in_frame(document, document.rootFrame()))


def _in_frame(document: QTextDocument, frame: QTextFrame) -> Iterator[Atom]:
    if isinstance(frame, QTextTable):
        yield from _in_table(document, frame)
        return
    at = frame.begin()
    while not at.atEnd():
        inner = at.currentFrame()
        if inner is not None:
            yield from _in_frame(document, inner)
        else:
            yield from _in_block(document, at.currentBlock())
        at += 1


def _in_block(document: QTextDocument, block: QTextBlock) -> Iterator[Atom]:
    box = document.documentLayout().blockBoundingRect(block)
    form = block.blockFormat()
    opens = bool(form.pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    is_heading = form.headingLevel() > 0
    lines = block.layout().lineCount()
    if is_heading or lines <= SHORT_LINES:
        yield Atom(box.top(), box.bottom(), is_heading, opens)
        return
    # the first two lines together, the last two together: no line stands alone
    edges = [0, *range(2, lines - 1), lines]
    bounds = [_line_top(block, box.top(), line) for line in edges[:-1]] + [box.bottom()]
    for place, (top, bottom) in enumerate(pairwise(bounds)):
        yield Atom(top, bottom, opens_page=opens and place == 0)


def _line_top(block: QTextBlock, top: float, line: int) -> float:
    return top if line == 0 else top + block.layout().lineAt(line).y()


def _in_table(document: QTextDocument, table: QTextTable) -> Iterator[Atom]:
    box = document.documentLayout().frameBoundingRect(table)
    spans = [_row_span(document, table, row) for row in range(table.rows())]
    # padding is the same above and below, so a row ends half way to the words of the next one
    inner = [(above[1] + below[0]) / 2 for above, below in pairwise(spans)]
    bounds = [box.top(), *inner, box.bottom()]
    heads = table.format().headerRowCount()
    head = (bounds[0], bounds[heads]) if heads else None
    opens = bool(table.format().pageBreakPolicy() & QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    for row, (top, bottom) in enumerate(pairwise(bounds)):
        is_head = row < heads
        yield Atom(top, bottom, is_head, opens and row == 0, None if is_head else head)


def _row_span(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """Return where the words of a row begin and end; a cell over several rows counts where it begins."""
    layout = document.documentLayout()
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    own = [cell for cell in cells if cell.row() == row] or cells
    tops = [layout.blockBoundingRect(document.findBlock(cell.firstPosition())).top() for cell in own]
    bottoms = [
        layout.blockBoundingRect(document.findBlock(cell.lastPosition())).bottom()
        for cell in own
        if cell.rowSpan() == 1
    ]
    return min(tops), max(bottoms, default=max(tops))
