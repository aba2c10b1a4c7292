"""Filling many widgets and laying them out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QWidget

_under_way: list[list[tuple[QWidget, QLayout]]] = []
"""The layouts that stay held until the outermost block ends, for each block that is open, outermost first."""


@contextmanager
def laid_out_once(*parts: QWidget | None) -> Iterator[None]:
    """Hold back the layouts of `parts`, outermost first, while what is in them is filled.

    Each show() of a widget lays out all that it is in again, which was half of the time from an answer to its outcome.
    Afterwards what is within the parts is laid out, then they from within, all before anything is painted: Qt by
    itself paints after the first of several rounds, with words cut for a moment. A block within another leaves its
    parts to it, to be laid out once with the rest.
    """
    layouts = [(part, layout) for part in parts if part is not None and (layout := part.layout()) is not None]
    held = [(part, layout) for part, layout in reversed(layouts) if layout.isEnabled()]
    for _, layout in held:
        layout.setEnabled(False)
    _under_way.append([])
    try:
        yield
    finally:
        held = _under_way.pop() + held
        if _under_way:
            for _, layout in held:
                _forget(layout)
            _under_way[-1].extend(held)
        else:
            _lay_out(held)


def _forget(layout: QLayout) -> None:
    """Have a layout measure what is within it anew, which Qt has it do only once it lays it out."""
    layout.invalidate()
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if isinstance(item, QLayout):
            _forget(item)


def _lay_out(held: list[tuple[QWidget, QLayout]]) -> None:
    """Let go of the layouts, those within first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for part, layout in held:
        layout.setEnabled(True)
        if layout.geometry() != part.contentsRect():
            layout.invalidate()  # it was resized from outside while it was held: Qt forgets that
        layout.activate()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    # The request to paint is in the queue by now, before what was shown asks to be painted: once, then, not twice.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)
