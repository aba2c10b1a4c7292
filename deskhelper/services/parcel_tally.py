"""How many parcels were in anomaly when they were last counted: a number to show without counting them again."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import HOUR, Instant
from deskhelper.services.kept_file import read_kept, write_kept

LASTS = 6 * HOUR
"""How long a tally holds: parcels fall silent by the hour, the rules of D-LOGI count in days."""


class Tally(Struct, frozen=True):
    """So many parcels were in anomaly at an instant (D-LOGI-1 to 7). `is_doubted`: files were read in since."""

    count: int
    at: Instant
    is_doubted: bool = False

    def holds(self, now: Instant) -> bool:
        """Whether it may still be shown as what is."""
        return not self.is_doubted and 0 <= now - self.at <= LASTS


class ParcelTally:
    """Keeps the last tally in a file of its own: a write to the database would make every board look stale.

    It may be kept from any thread.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self.begun = 0
        """How many counts were begun in this run; the one begun last has this number."""
        self.counted = 0
        """The number of the last count that came to its end."""
        self._under_way = 0
        self.basis: object = None
        """The figures and terms of that count, to be compared with those in force."""
        self._last, _ = read_kept(path, Tally)

    @property
    def last(self) -> Tally | None:
        """The last tally, None where nobody has counted yet."""
        return self._last

    def doubt(self) -> None:
        """Note that other files were read in: what was counted before them holds no more."""
        if self._last is not None:
            self._keep(replace(self._last, is_doubted=True))

    @property
    def is_under_way(self) -> bool:
        """Whether they are being counted at the moment."""
        return self._under_way > 0

    @contextmanager
    def counting(self) -> Iterator[int]:
        """Note that they are being counted while the block runs, and give the count its number."""
        with self._lock:
            self.begun += 1
            self._under_way += 1
            number = self.begun
        try:
            yield number
        finally:
            with self._lock:
                self._under_way -= 1

    def keep(self, count: int, at: Instant, basis: object = None, number: int = 0) -> None:
        """Keep that `count` parcels were in anomaly at `at`, by the figures and terms of `basis`."""
        self.basis, self.counted = basis, max(self.counted, number)
        self._keep(Tally(count, at))

    def _keep(self, tally: Tally) -> None:
        """Keep a tally; a file that cannot be written is no reason to stop."""
        with self._lock, suppress(WorldError):
            self._last = tally
            write_kept(self._path, tally)
