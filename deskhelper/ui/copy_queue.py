"""A reply on its way to the buyer: its text part by part, then its pictures, one with each wish to copy."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.ui.clipboard import Clipboard


class Put(Enum):
    """What came of a wish to copy: the clipboard was held, more is to come, or this was the last."""

    BUSY = auto()
    MORE = auto()
    LAST = auto()


class CopyQueue(QObject):
    """Knows which part is next. A text that is another one by now starts from its first part again."""

    moved = Signal(int, int)
    """How many parts or pictures are done, of how many; 0 of 0 while nothing is under way."""

    def __init__(self, clipboard: Clipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._parts: list[str] = []
        self._pictures: tuple[Path, ...] = ()
        self._done = 0

    @property
    def has_pictures(self) -> bool:
        """Whether pictures of a reply whose text has left wait to be copied."""
        return bool(self._pictures)

    @property
    def is_under_way(self) -> bool:
        """Whether something was copied of which more is to come."""
        return bool(self._parts or self._pictures)

    def put_text(self, parts: list[str]) -> Put:
        """Put the next of `parts` on the clipboard, the first where others were under way."""
        if parts != self._parts:
            self._parts, self._done = parts, 0
        self._pictures = ()
        if not self._clipboard.put(parts[self._done]):
            return Put.BUSY
        return self._step(len(parts))

    def wait_with(self, pictures: Sequence[Path]) -> None:
        """Keep the pictures of a reply whose text has left, for the next wishes to copy."""
        self._parts, self._pictures, self._done = [], tuple(pictures), 0
        if self._pictures:
            self.moved.emit(0, len(self._pictures))

    def put_picture(self) -> Put:
        """Put the next picture there. Raises WorldError `picture_unreadable`, with the one after it as the next."""
        total, picture = len(self._pictures), self._pictures[self._done]
        try:
            if not self._clipboard.put_picture(picture):
                return Put.BUSY
        except WorldError:
            self._step(total)
            raise
        return self._step(total)

    def clear(self) -> None:
        """Forget what was under way, as where another reply is shown."""
        if self.is_under_way:
            self._end()

    def _step(self, total: int) -> Put:
        self._done += 1
        if self._done < total:
            self.moved.emit(self._done, total)
            return Put.MORE
        self._end()
        return Put.LAST

    def _end(self) -> None:
        self._parts, self._pictures, self._done = [], (), 0
        self.moved.emit(0, 0)
