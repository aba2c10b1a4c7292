"""The library read in the background: its lines after thousands of edits at once, and the index of its search."""

from PySide6.QtCore import QObject, Signal

from deskhelper.ui.scripts.listing import Listing, Standing
from deskhelper.ui.scripts.world import LibraryWorld


class LibraryReading(QObject):
    """Keeps the window free while much is read."""

    read = Signal(object)
    """The Standing that the listing is to take; None where it catches up by itself, at once."""
    indexed = Signal()
    """The search answers at once now."""

    def __init__(self, world: LibraryWorld, listing: Listing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._world = world
        self._listing = listing

    def catch_up(self) -> None:
        """Have `read` told: in the background after an import of thousands, and the list stands till then."""
        if not self._listing.is_much_changed:
            self.read.emit(None)
            return
        work = self._listing.prepare()
        self._world.tasks.run(lambda _: work(), self._on_lines_read, self._on_failed, receiver=self)

    def index(self, is_much: bool = False) -> None:
        """Have the search ready before the first key, at the start and after many edits, when `is_much` is known."""
        if is_much or not self._world.scripts.is_ready:
            work = self._world.scripts.prepare()
            self._world.tasks.run(lambda _: work(), self._on_index_built, self._on_failed, receiver=self)

    def _on_lines_read(self, standing: Standing) -> None:
        self.read.emit(standing)

    def _on_index_built(self, _: None) -> None:
        self.indexed.emit()

    def _on_failed(self, _: Exception) -> None:
        """Nothing to tell: the next edit reads, the first search builds the index itself, or says what is wrong."""
