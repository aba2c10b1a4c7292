"""The promises that replies made: which are open, which the orders themselves show to be kept, which are overdue."""

from msgspec import Struct

from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import HOUR, Instant
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.replies import ReplyStore

ALL_PROMISES = 1_000_000
FOR_EVER = 1 << 60


class OpenPromise(Struct, frozen=True):
    """An open promise and how it stands: the seconds left, negative once it is overdue."""

    promise: StoredPromise
    left: int

    @property
    def is_overdue(self) -> bool:
        """Whether its time has passed."""
        return self.left < 0


class PromiseService:
    """Lists promises, and closes those that the imported orders prove to be kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._replies = ReplyStore(database)
        self._clock = clock

    def open(self, hours: int | None = None) -> list[OpenPromise]:
        """Return the open promises, the first due first; with `hours` only those overdue or due within them."""
        now = self._clock.now()
        self._replies.keep_proved()
        until: Instant = FOR_EVER if hours is None else now + hours * HOUR
        return [OpenPromise(one, one.due_at - now) for one in self._replies.open_until(until, ALL_PROMISES)]
