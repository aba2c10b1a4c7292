"""Filling many widgets and laying them out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*parts: QWidget | None) -> Iterator[None]:
    """Hold back the layouts of `parts`, outermost first, while what is in them is filled.

    Each show() of a widget lays out all that it is in again, which was half of the time from an answer to its outcome.
    Afterwards what is within the parts is laid out, then they from within, all before anything is painted: Qt by
    itself paints after the first of several rounds, with words cut for a moment.
    """
    layouts = [(part, layout) for part in parts if part is not None and (layout := part.layout()) is not None]
    held = [(part, layout) for part, layout in reversed(layouts) if layout.isEnabled()]
    for _, layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for part, layout in held:
            layout.setEnabled(True)
            if layout.geometry() != part.contentsRect():
                layout.invalidate()  # it was resized from outside while it was held: Qt forgets that
            layout.activate()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        # The request to paint is in the queue by now, before what was shown asks to be painted: once, then, not twice.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)
