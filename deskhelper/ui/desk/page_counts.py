"""How much there is to do on the pages of the desk's other work, counted in the background for the rail."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

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
        self._tasks = tasks
        self._has_begun = False
        self._is_counting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)

    def begin(self) -> None:
        """Count now, and from now on at every wish to: somebody is there to read it."""
        self._has_begun = True
        self.count_soon()

    def count_soon(self) -> None:
        """Count when a moment has passed without another wish to."""
        if self._has_begun:
            self._timer.start(SOON_MS)

    def count_now(self) -> None:
        """Count without waiting for anything, as before a picture is taken."""
        self._timer.stop()
        self._count()

    def rest(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _count(self) -> None:
        if self._is_counting:
            self.count_soon()
            return
        self._is_counting = True
        self._tasks.run(self._work, self._on_done, self._on_failed, receiver=self)

    def _work(self, progress: Progress) -> dict[str, int]:
        return {name: count() for name, count in self._counters.items()}

    def _on_done(self, counts: dict[str, int]) -> None:
        self._is_counting = False
        for name, count in counts.items():
            self.counted.emit(name, count)

    def _on_failed(self, error: Exception) -> None:
        self._is_counting = False
        for name in self._counters:
            self.counted.emit(name, None)
