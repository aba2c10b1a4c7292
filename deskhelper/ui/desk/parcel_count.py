"""Counts the parcels in anomaly in the background, for the rail and the hand-over; what was counted last is kept."""

from PySide6.QtCore import QObject, Signal

from deskhelper.ui.desk.services import Services
from deskhelper.ui.recount import Recount
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
        self._services = services
        self._has_begun = False
        self._begun_before = 0
        self._recount = Recount(tasks, self._work, self._on_done, self._on_failed, self)

    def begin(self) -> None:
        """Count anew, now and later on, where what was counted holds no more: somebody is there to read it."""
        self._has_begun = True
        self.tell()

    def tell(self) -> None:
        """Tell what was counted last, here or by a board, as far as it holds."""
        if not self._told() and self._has_begun and not self._recount.is_wanted:
            self.count_soon()

    def count_if_changed(self) -> None:
        """Count soon where files were read in, hours have passed, or figures and terms are others."""
        if not self._services.open_boards().parcels_hold:
            self.count_soon()

    def count_soon(self) -> None:
        """Count when a moment has passed without another wish to: orders, traces or limits are others."""
        self._services.open_boards()  # built here: it holds the window's own connection
        self._begun_before = self._services.parcel_tally.begun
        self._recount.soon(SOON_MS)

    def rest(self) -> None:
        """Count no more."""
        self._recount.rest()

    def _work(self, progress: Progress) -> bool:
        """Count, unless a board has done so since; return False where one is at it, so that it is looked at later."""
        tally = self._services.parcel_tally
        if tally.counted > self._begun_before:
            return True
        if tally.is_under_way:
            return False
        self._services.open_boards().read_parcels(lambda: progress.is_cancelled)
        return True

    def _on_done(self, is_counted: bool) -> None:
        if is_counted:
            self._told()
        else:
            self._recount.soon(SOON_MS)

    def _on_failed(self, error: Exception) -> None:
        """Tell what is known; a count that failed is not tried again at once."""
        self._told()

    def _told(self) -> bool:
        """Tell the last count as far as it holds; return False where there is one to make anew."""
        tally = self._services.parcel_tally.last
        holds = tally is not None and tally.holds(self._services.clock.now())
        self.told.emit(tally.count if tally is not None and holds else None)
        return holds or tally is None
