"""How much there is to do on the pages of the desk's other work, counted in the background for the rail."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from deskhelper.ui.recount import Recount
from deskhelper.ui.tasks import Progress, Tasks

SOON_MS = 400
"""Several changes in a row are counted once."""


class PageCounts(QObject):
    """Counts by the name of the page. Each of `counters` may run on any thread and opens a connection of its own."""

    counted = Signal(str, object)
    """A page and its count, None where it could not be told."""

    def __init__(self, counters: Mapping[str, Callable[[], int]], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._counters = counters
        self._has_begun = False
        self._recount = Recount(tasks, self._work, self._on_done, self._on_failed, self)

    def begin(self) -> None:
        """Count now, and from now on at every wish to: somebody is there to read it."""
        self._has_begun = True
        self.count_soon()

    def count_soon(self) -> None:
        """Count when a moment has passed without another wish to."""
        if self._has_begun:
            self._recount.soon(SOON_MS)

    def count_now(self) -> None:
        """Count without waiting for anything, as before a picture is taken."""
        self._recount.now()

    def rest(self) -> None:
        """Count no more."""
        self._recount.rest()

    def _work(self, progress: Progress) -> dict[str, int]:
        return {name: count() for name, count in self._counters.items()}

    def _on_done(self, counts: dict[str, int]) -> None:
        for name, count in counts.items():
            self.counted.emit(name, count)

    def _on_failed(self, error: Exception) -> None:
        for name in self._counters:
            self.counted.emit(name, None)
