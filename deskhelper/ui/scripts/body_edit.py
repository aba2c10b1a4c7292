"""The field for the text of a script: slots are offered on `{`, pictures can be pasted or dropped."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QImage, QInputMethodEvent, QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

OPEN_SLOT = re.compile(r"\{([^{}\s]{0,30})$")
NAME = Qt.ItemDataRole.UserRole
POPUP_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}


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
        self.offers = QStandardItemModel(0, 1, self)
        self._completer = QCompleter(self.offers, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.activated[QModelIndex].connect(  # type: ignore[index]  # missing in the stubs
            self._on_completer_activated
        )
        popup = self._completer.popup()
        assert popup is not None
        self._popup = popup

    @property
    def is_offering(self) -> bool:
        """Whether slots are offered now."""
        return self._popup.isVisible()

    def set_slots(self, titles: Mapping[str, str]) -> None:
        """Offer these slots, by name with their titles."""
        self.offers.clear()
        for name, title in sorted(titles.items()):
            item = QStandardItem(f"{name}  {title}")
            item.setData(name, NAME)
            self.offers.appendRow(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the offered list to it; offer again after each other key."""
        if self.is_offering and event.key() in POPUP_KEYS:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() or self.is_offering:
            self._offer()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer after what an input method has written, too."""
        super().inputMethodEvent(event)
        if event.commitString():
            self._offer()

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
            self._popup.hide()
            return
        self._completer.setCompletionPrefix(found[1])
        if not self._completer.completionCount():
            self._popup.hide()
            return
        place = self.cursorRect()
        place.setWidth(max(self._popup.sizeHintForColumn(0) + 24, 240))
        self._completer.complete(place)
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()]

    def _on_completer_activated(self, index: QModelIndex) -> None:
        found = OPEN_SLOT.search(self._before_cursor())
        if found is None:
            return
        cursor = self.textCursor()
        back = len(found[0])
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
        closes = cursor.block().text()[self.textCursor().positionInBlock() :].startswith("}")
        cursor.insertText(f"{{{index.data(NAME)}" + ("" if closes else "}"))
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
