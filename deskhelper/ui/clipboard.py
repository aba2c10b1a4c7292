"""The one owner of the clipboard: puts text and pictures there, tries again while another program holds it, reads back.

Other programs are asked by marks to keep our copy out of their histories, where that is set; whatever carries such a
mark of theirs is not read here either.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStringListModel, QThread, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from deskhelper.core.errors import WorldError

PAUSES_MS = (8, 16, 32, 64, 100)
"""How long to wait before each further try: another program holds the clipboard for some milliseconds at most."""

OURS = "application/x-deskhelper-copy"
"""The format that marks what this program put there, in this window or another."""

_WINDOWS = 'application/x-qt-windows-mime;value="%s"'
_NO = bytes(4)
"""A Windows DWORD of 0."""

PRIVATE_MARKS = {
    "x-kde-passwordManagerHint": b"secret",
    _WINDOWS % "ExcludeClipboardContentFromMonitorProcessing": b"1",
    _WINDOWS % "CanIncludeInClipboardHistory": _NO,
    _WINDOWS % "CanUploadToCloudClipboard": _NO,
}
"""Formats by which clipboard histories know what is not for them: KDE's, and Windows' three (Win32 documentation,
Clipboard Formats). macOS has a type instead, which Qt cannot write: see clipboard_mac."""

_MARKS_OF_OTHERS = (
    "passwordmanagerhint", "excludeclipboardcontentfrommonitorprocessing", "clipboard viewer ignore",
    "nspasteboard-concealed", "nspasteboard.concealed", "nspasteboard.transient",
)  # fmt: skip
_REFUSALS = ("canincludeinclipboardhistory", "canuploadtocloudclipboard")


class Clipboard(QObject):
    """Reads and writes the system's clipboard. While `watch` is on, `changed` tells that somebody wrote to it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_private = False
        self._clear_seconds = 0
        self._is_watching = False
        self._last = ""
        self._clear_timer = QTimer(self)
        self._clear_timer.setSingleShot(True)
        self._clear_timer.timeout.connect(self.clear_ours)

    def set_options(self, *, is_private: bool, clear_seconds: int) -> None:
        """Mark copies as private or not, and clear them after so many seconds; 0 leaves them."""
        self._is_private = is_private
        self._clear_seconds = clear_seconds
        if not clear_seconds:
            self._clear_timer.stop()

    def watch(self, is_on: bool) -> None:
        """Listen to the clipboard, or stop; where the system tells a program in the background nothing, none comes."""
        if is_on is self._is_watching:
            return
        self._is_watching = is_on
        told = QGuiApplication.clipboard().changed
        if is_on:
            told.connect(self._on_system_changed)
        else:
            told.disconnect(self._on_system_changed)

    def put(self, text: str) -> bool:
        """Put `text` on the clipboard; return whether it can be read back from there."""
        self._last = text
        return self._put(lambda mime: mime.setText(text), lambda mime: _same(mime.text(), text))

    def put_picture(self, path: Path) -> bool:
        """Put the picture in the file `path` there; return whether it arrived. Raises WorldError `picture_unreadable`.

        It takes the place of the text before: a chat client pastes one of them.
        """
        image = QImage(str(path))
        if image.isNull():
            raise WorldError("picture_unreadable", file=path.name)
        self._last = ""
        return self._put(lambda mime: mime.setImageData(image), QMimeData.hasImage)

    def is_ours(self) -> bool:
        """Tell whether the clipboard still holds what was put there, also where a history has passed it on."""
        mime = QGuiApplication.clipboard().mimeData()
        return mime is not None and (mime.hasFormat(OURS) or (bool(self._last) and _same(mime.text(), self._last)))

    def clear_ours(self) -> None:
        """Clear the clipboard where it still holds what was put there, and nothing that somebody else wrote."""
        self._clear_timer.stop()
        if self.is_ours():
            QGuiApplication.clipboard().clear()
        self._last = ""

    def leave(self) -> None:
        """Listen no more; clear our copy where copies are to be cleared. For the end of the program."""
        self.watch(False)
        if self._clear_timer.isActive():
            self.clear_ours()

    def text_of_others(self) -> str:
        """Return the text that another program put there; empty for ours, for private ones, and for what is no text."""
        clipboard = QGuiApplication.clipboard()
        mime = clipboard.mimeData()
        if mime is None or clipboard.ownsClipboard() or _is_private(mime) or self.is_ours():
            return ""
        return mime.text() if mime.hasText() and not mime.hasUrls() and not mime.hasImage() else ""

    def _put(self, fill: Callable[[QMimeData], None], has_arrived: Callable[[QMimeData], bool]) -> bool:
        clipboard = QGuiApplication.clipboard()
        for pause in (0, *PAUSES_MS):
            if pause:
                QThread.msleep(pause)
            clipboard.setMimeData(self._dressed(fill))
            there = clipboard.mimeData()
            if there is not None and has_arrived(there):
                self._mark_on_mac()
                if self._clear_seconds:
                    self._clear_timer.start(self._clear_seconds * 1000)
                return True
        return False

    def _dressed(self, fill: Callable[[QMimeData], None]) -> QMimeData:
        """Return the content with the marks that go with it; each try needs its own, for Qt takes it away."""
        mime = _content_of_qt()
        fill(mime)
        mime.setData(OURS, b"1")
        if self._is_private:
            for mark, value in PRIVATE_MARKS.items():
                mime.setData(mark, value)
        return mime

    def _mark_on_mac(self) -> None:
        if self._is_private and sys.platform == "darwin":
            from deskhelper.ui.clipboard_mac import conceal

            conceal()

    def _on_system_changed(self, mode: QClipboard.Mode) -> None:
        if mode is QClipboard.Mode.Clipboard:
            self.changed.emit()


def _is_private(mime: QMimeData) -> bool:
    """Tell whether another program asks clipboard histories to pass this over."""
    for name in mime.formats():
        plain = name.lower()
        if any(mark in plain for mark in _MARKS_OF_OTHERS):
            return True
        if any(mark in plain for mark in _REFUSALS) and not any(bytes(mime.data(name).data())):
            return True
    if sys.platform == "darwin":
        from deskhelper.ui.clipboard_mac import is_concealed

        return is_concealed()
    return False


def _same(read: str, text: str) -> bool:
    """Tell whether what was read is what was put; Windows turns line ends around."""
    return read.replace("\r\n", "\n") == text.replace("\r\n", "\n")


def _content_of_qt() -> QMimeData:
    """Return empty content that Qt has made itself.

    One made here would be a Python object too; the clipboard keeps it longer than Python lives, and its end would then
    call into an interpreter that is gone: the program would crash on quitting.
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    mime.clear()
    return mime
