"""How many parcels were in anomaly when they were last counted: a number to show without counting them again."""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import Instant
from deskhelper.services.kept_file import read_kept, write_kept


class Tally(Struct, frozen=True):
    """So many parcels were in anomaly at an instant (D-LOGI-1 to 7)."""

    count: int
    at: Instant


class ParcelTally:
    """Keeps the last tally in a file of its own: a write to the database would make every board look stale.

    It may be kept from any thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._last, _ = read_kept(path, Tally)

    @property
    def last(self) -> Tally | None:
        """The last tally, None where nobody has counted yet."""
        return self._last

    def keep(self, count: int, at: Instant) -> None:
        """Keep that `count` parcels were in anomaly at `at`; a file that cannot be written is no reason to stop."""
        with self._lock, suppress(WorldError):
            self._last = Tally(count, at)
            write_kept(self._path, self._last)
