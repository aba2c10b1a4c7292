"""Counts the parcels in anomaly in the background, for the rail and the hand-over; what was counted last is kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Progress, Tasks

SOON_MS = 1_500
"""Several traces pasted in a row are counted once: of hundreds of thousands of parcels a count takes seconds."""


class ParcelCount(QObject):
    """Counts when asked to, one at a time, and never by itself; `told` is the count to show."""

    told = Signal(object)
    """How many parcels were in anomaly when last counted, None where nobody has counted yet."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._is_counting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)

    def tell(self) -> None:
        """Tell what was counted last, here or by a board."""
        tally = self._services.parcel_tally.last
        self.told.emit(None if tally is None else tally.count)

    def count_soon(self) -> None:
        """Count when a moment has passed without another wish to: orders, traces or limits are others."""
        self._timer.start(SOON_MS)

    def rest(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _count(self) -> None:
        if self._is_counting:
            self.count_soon()
            return
        self._is_counting = True
        self._tasks.run(_work(self._services), self._on_done, self._on_done, receiver=self)

    def _on_done(self, _: object) -> None:
        """Tell what is known now; after a failure that is what was known before."""
        self._is_counting = False
        self.tell()


def _work(services: Services) -> Callable[[Progress], None]:
    read = services.open_boards().read_parcels

    def work(progress: Progress) -> None:
        read(lambda: progress.is_cancelled)

    return work
