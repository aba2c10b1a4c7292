"""The promises that replies made: the board of what is due, and what the agent does with one."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.broken import MONEY
from deskhelper.core.errors import WorldError
from deskhelper.core.log import ClosedBy, PromiseState, StoredPromise
from deskhelper.core.moments import DAY, HOUR, Instant
from deskhelper.core.promise_board import (
    EVERYTHING,
    FOR_EVER,
    Group,
    Narrowed,
    Owed,
    PromiseLine,
    Span,
    closed_spans,
    next_flow,
    open_spans,
)
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.promises import PromiseStore

ALL_PROMISES = 1_000_000


MANY = 5_000
"""With more open promises than this the board is read in the background."""


def read_board(path: Path, clock: Clock, narrowed: Narrowed) -> "Board":
    """Return the board over a connection of its own: for a background task."""
    with Database(path, clock.now()) as database:
        database.small_cache()
        return PromiseService(database, clock).board(narrowed)


class OpenPromise(Struct, frozen=True):
    """An open promise and how it stands: the seconds left, negative once it is overdue."""

    promise: StoredPromise
    left: int

    @property
    def is_overdue(self) -> bool:
        """Whether its time has passed."""
        return self.left < 0


class GroupShown(Struct, frozen=True):
    """A group of the board and how many promises it holds."""

    span: Span
    count: int

    @property
    def group(self) -> Group:
        """Which group it is."""
        return self.span.group


class Board(Struct, frozen=True):
    """The board as it is at `now`: groups with something in them, and what is owed in money."""

    now: Instant
    narrowed: Narrowed
    groups: tuple[GroupShown, ...]
    owed: Owed

    @property
    def count(self) -> int:
        """How many promises it shows."""
        return sum(group.count for group in self.groups)

    def without(self, promise: StoredPromise) -> "Board":
        """Return the board as it is once an open promise was settled; nothing is counted anew."""
        counts = ((one, one.span.first <= promise.due_at < one.span.end) for one in self.groups)
        groups = (GroupShown(one.span, one.count - is_there) for one, is_there in counts)
        owed = self.owed
        if promise.kind in MONEY:
            owed = Owed(owed.count - 1, owed.fen - (promise.fen or 0))
        return replace(self, groups=tuple(one for one in groups if one.count), owed=owed)


class WayOn(Struct, frozen=True):
    """Where the next reply about a promise is written: its open case, else an order's new case in `flow`.

    Both are empty for a promise to a buyer whose order nobody knows.
    """

    platform: str
    order_no: str
    flow: str
    case_id: str = ""


class PromiseService:
    """Lists promises and settles them; imports close what the orders prove, here is what the agent says."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._store = PromiseStore(database)
        self._clock = clock

    def open(self, hours: int | None = None) -> list[OpenPromise]:
        """Return the open promises, the first due first; with `hours` only those overdue or due within them."""
        now = self._clock.now()
        until: Instant = FOR_EVER if hours is None else now + hours * HOUR
        return [OpenPromise(one, one.due_at - now) for one in self._store.open_until(until, ALL_PROMISES)]

    def closed(self, days: int) -> list[StoredPromise]:
        """Return the promises that were closed within `days`, the last one first."""
        return self._store.closed_since(self._clock.now() - days * DAY, ALL_PROMISES)

    def board(self, narrowed: Narrowed = EVERYTHING) -> Board:
        """Return the groups of the board now; the rows are read by `page`."""
        now, zone = self._clock.now(), self._clock.zone
        spans = closed_spans(now, zone) if narrowed.is_closed else open_spans(now, zone)
        counted = (GroupShown(span, self._store.count(span, narrowed)) for span in spans)
        return Board(now, narrowed, tuple(one for one in counted if one.count), self._store.owed(narrowed.agent))

    def page(self, span: Span, narrowed: Narrowed, offset: int, limit: int) -> list[PromiseLine]:
        """Return `limit` promises of a group from place `offset`."""
        return self._store.page(span, narrowed, offset, limit)

    def has_many(self) -> bool:
        """Whether so many promises are open that the board is to be read in the background."""
        return self._store.has_open(MANY)

    def row_of(self, promise: StoredPromise, board: Board) -> int | None:
        """Return the row of an open promise on `board`, headings counted; None where it is not on it."""
        row = 0
        for group in board.groups:
            if group.span.first <= promise.due_at < group.span.end:
                return row + 1 + self._store.place(promise, group.span, board.narrowed)
            row += 1 + group.count
        return None

    def agents(self) -> list[str]:
        """Return the agents with open promises; an empty name is one that never gave it."""
        return self._store.agents()

    def keep(self, promise_id: int) -> StoredPromise:
        """Mark a promise as kept, or money as given; one that is known to be late, as broken and seen.

        Returns it as it was, for `put_back`. Raises WorldError `promise_gone`.
        """
        promise = self._standing(promise_id)
        self._store.close(promise_id, promise.fulfilled_at is None, self._clock.now(), ClosedBy.HAND)
        return promise

    def withdraw(self, promise_id: int) -> StoredPromise:
        """Mark a promise as binding nobody any more; return it as it was. Raises WorldError `promise_gone`."""
        promise = self._standing(promise_id)
        self._store.close(promise_id, None, self._clock.now(), ClosedBy.HAND)
        return promise

    def snooze(self, promise_id: int, until: Instant) -> StoredPromise:
        """Be silent about a promise until then; return it as it was. Raises WorldError `promise_gone`, `track_past`."""
        promise, now = self._standing(promise_id), self._clock.now()
        if until <= now:
            raise WorldError("track_past")
        self._store.snooze(promise_id, until, now)
        return promise

    def of_id(self, promise_id: int) -> StoredPromise | None:
        """Return one promise as it stands, None where it is gone."""
        return self._store.get(promise_id)

    def put_back(self, promise: StoredPromise) -> None:
        """Undo what was done to a promise: let it stand as it did."""
        self._store.put_back(promise)

    def way_on(self, line: PromiseLine) -> WayOn:
        """Return where the next reply about a promise is written: its case while that is open, else a new one."""
        promise = line.promise
        case_id = promise.case_id if line.has_case and line.flow == next_flow(line) else ""
        return WayOn(promise.platform, promise.order_no, next_flow(line), case_id)

    def _standing(self, promise_id: int) -> StoredPromise:
        promise = self._store.get(promise_id)
        if promise is None or promise.state is not PromiseState.OPEN:
            raise WorldError("promise_gone")
        return promise
