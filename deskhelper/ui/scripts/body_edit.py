"""The field for the text of a script: slots are offered on `{`, pictures can be pasted or dropped."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QImage, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from deskhelper.ui.scripts.slot_offers import SlotOffers

OPEN_SLOT = re.compile(r"\{([^{}\s]{0,30})$")


class BodyEdit(QPlainTextEdit):
    """Text with slots. Its document is changed from outside, one for each wording."""

    picture_pasted = Signal(bytes)
    """A picture that came by paste or drop, as PNG."""
    files_dropped = Signal(list)
    """Names of picture files that came by paste or drop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Text"))
        self.offers = SlotOffers(self)
        self.offers.slot_chosen.connect(self._on_offers_slot_chosen)

    def set_slots(self, titles: Mapping[str, str]) -> None:
        """Offer these slots, by name with their titles."""
        self.offers.set_slots(titles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the offered list to it; offer again after each other key."""
        if self.offers.is_open and self.offers.take_key(event):
            return
        super().keyPressEvent(event)
        if event.text() or self.offers.is_open:
            self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer after what an input method has written, too."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the offered list away with the focus."""
        super().focusOutEvent(event)
        self.offers.close_list()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures beside text."""
        return source.hasImage() or bool(_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pass pictures on; a text comes in plain."""
        files = _files(source)
        if files:
            self.files_dropped.emit(files)
        elif source.hasImage():
            image = source.imageData()
            if isinstance(image, QImage):
                self.picture_pasted.emit(png_of(image))
        else:
            super().insertFromMimeData(source)

    def _offer(self) -> None:
        found = OPEN_SLOT.search(self._before_cursor())
        if found is None or self.isReadOnly():
            self.offers.close_list()
        else:
            self.offers.open_list(found[1], self.viewport().mapTo(self.window(), self.cursorRect().bottomLeft()))

    def _before_cursor(self) -> str:
        """Return the line up to the cursor; what Qt counts as two, such as an emoji, is cut as one."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _on_offers_slot_chosen(self, name: str) -> None:
        found = OPEN_SLOT.search(self._before_cursor())
        if found is None:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(found[0]))
        closes = self.document().characterAt(cursor.selectionEnd()) == "}"
        cursor.insertText(f"{{{name}" + ("" if closes else "}"))
        if closes:
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        self.setTextCursor(cursor)


def png_of(image: QImage) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, PySide wants str
    return bytes(buffer.data().data())


def _files(source: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
