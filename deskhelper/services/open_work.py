"""How much stands open: what the desk asks at its start, before anything of cases and promises is loaded."""

from deskhelper.core.moments import HOUR
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.open_work import OpenWorkStore


class OpenWork:
    """Tells in numbers what waits."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._store = OpenWorkStore(database)
        self._clock = clock

    def has_tabs(self) -> bool:
        """Whether any case stands open as a tab."""
        return self._store.has_tabs()

    def promises_due(self, hours: int) -> int:
        """Return how many open promises are past or fall due within `hours`."""
        return self._store.promises_until(self._clock.now() + hours * HOUR)
