"""Counts the parcels in anomaly in the background, for the rail and the hand-over; what was counted last is kept."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Progress, Tasks

SOON_MS = 1_500
"""Several traces pasted in a row are counted once: of hundreds of thousands of parcels a count takes seconds."""


class ParcelCount(QObject):
    """Counts when asked to, one at a time; `told` is the count to show.

    What was counted before the last import or hours ago is not shown, but counted anew once somebody is there.
    """

    told = Signal(object)
    """How many parcels are in anomaly, None where nobody has counted yet or the count holds no more."""

    def __init__(self, services: Services, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._has_begun = self._is_counting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count)

    def begin(self) -> None:
        """Count anew, now and later on, where what was counted holds no more: somebody is there to read it."""
        self._has_begun = True
        self.tell()

    def tell(self) -> None:
        """Tell what was counted last, here or by a board, as far as it holds."""
        if not self._told() and self._has_begun and not self._is_counting:
            self.count_soon()

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
        """Tell what is known now; a count that failed is not tried again at once."""
        self._is_counting = False
        self._told()

    def _told(self) -> bool:
        """Tell the last count as far as it holds; return False where there is one to make anew."""
        tally = self._services.parcel_tally.last
        holds = tally is not None and tally.holds(self._services.clock.now())
        self.told.emit(tally.count if tally is not None and holds else None)
        return holds or tally is None


def _work(services: Services) -> Callable[[Progress], None]:
    read = services.open_boards().read_parcels

    def work(progress: Progress) -> None:
        read(lambda: progress.is_cancelled)

    return work
