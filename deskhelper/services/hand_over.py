"""The verbs of a hand-over: gather what is open, keep notes for the next shift, remember who handed over and when."""

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from deskhelper.core.case_board import end_of_day, is_due
from deskhelper.core.hand_over import HandOver, ShiftNote, tidy
from deskhelper.core.moments import DAY, HOUR, Instant
from deskhelper.core.search_keys import InitialsOf
from deskhelper.core.view import Listing, SortKey, View
from deskhelper.services.case_board import CaseBoardService
from deskhelper.services.clock import Clock
from deskhelper.services.parcel_tally import ParcelTally
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.open_work import OpenWorkStore
from deskhelper.storage.orders import OrderStore
from deskhelper.storage.promises import PromiseStore
from deskhelper.storage.shift_notes import ShiftNoteStore

MOST_LINES = 25
"""So many cases, promises and orders are told one by one; of the rest the number."""
MOST_NOTES = 60
LEAST_HOURS = 12
"""Promises are handed over until the end of the day, and at least so far ahead."""


class HandOverService:
    """Gathers the hand-over and keeps its notes."""

    def __init__(
        self,
        database: Callable[[], Database],
        path: Path,
        board: CaseBoardService,
        clock: Clock,
        settings: SettingsService,
        initials_of: InitialsOf,
        tally: ParcelTally,
    ) -> None:
        self._database = database
        self._path = path
        self._board = board
        self._clock = clock
        self._settings = settings
        self._initials_of = initials_of
        self._tally = tally

    def read(self) -> HandOver:
        """Return what is handed over now, the most urgent first. May run on any thread."""
        now = self._clock.now()
        until = max(end_of_day(now, self._clock.zone), now + LEAST_HOURS * HOUR)
        cases, tally = self._board.read().lines, self._tally.last
        with Database(self._path, now) as database:
            database.small_cache()
            promises, notes = PromiseStore(database), ShiftNoteStore(database)
            orders = OrderStore(database, self._initials_of)
            overdue = Listing(View.OVERDUE, now, sort=SortKey.DEADLINE, descending=False)
            return HandOver(
                now=now,
                until=until,
                agent=self._settings.current.agent,
                cases=cases[:MOST_LINES],
                case_count=len(cases),
                cases_due=sum(is_due(line.standing, until) for line in cases),
                promises=promises.open_until(until, MOST_LINES),
                promise_count=OpenWorkStore(database).promises_until(until),
                orders=orders.page(overdue, 0, MOST_LINES),
                order_count=orders.count(overdue),
                notes=[note for note in notes.open_notes(now, MOST_NOTES) if note.done_at is None],
                parcels=tally.count if tally else None,
                parcels_at=tally.at if tally else None,
                last=notes.last_hand_over(),
            )

    def notes(self) -> list[ShiftNote]:
        """Return the notes that are not done, and those done within a day."""
        return self._notes.open_notes(self._clock.now() - DAY, MOST_NOTES)

    def add_note(self, text: str) -> int | None:
        """Keep a note for the next shift and return its id; None where there are no words."""
        words = tidy(text)
        return self._notes.add(words, self._settings.current.agent, self._clock.now()) if words else None

    def edit_note(self, note_id: int, text: str) -> ShiftNote | None:
        """Put other words in a note's place, without words take it away; return it as it was, None where it is gone."""
        before = self._notes.get(note_id)
        words = tidy(text)
        if before is not None and words:
            self._notes.put(replace(before, text=words))
        elif before is not None:
            self._notes.remove(note_id)
        return before

    def tick_note(self, note_id: int, is_done: bool) -> ShiftNote | None:
        """Say that a note was seen to, or not; return it as it was, None where it is gone."""
        before = self._notes.get(note_id)
        if before is not None:
            done_at: Instant | None = (before.done_at or self._clock.now()) if is_done else None
            self._notes.put(replace(before, done_at=done_at))
        return before

    def put_back(self, note: ShiftNote) -> None:
        """Keep a note as it was before a change."""
        self._notes.put(note)

    def handed_over(self) -> None:
        """Remember that the shift was handed over, by the agent of the settings."""
        self._notes.hand_over(self._settings.current.agent, self._clock.now())

    @property
    def _notes(self) -> ShiftNoteStore:
        return ShiftNoteStore(self._database())
