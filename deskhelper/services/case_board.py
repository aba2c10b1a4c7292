"""The verbs of the cases board: read it, and say of a case whom it waits for, whose it is, until when, what is next."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.case_board import BoardSummary, CaseLine, arranged, end_of_day, is_due, key_of, summary_of
from deskhelper.core.case_care import CaseCare, Stage, is_complaint_of, standing_of
from deskhelper.core.errors import WorldError
from deskhelper.core.moments import DAY, Instant
from deskhelper.core.reply import Library
from deskhelper.core.text import Text
from deskhelper.services.clock import Clock
from deskhelper.storage.case_board import CaseBoardStore, StoredCase
from deskhelper.storage.database import Database

MOST_CASES = 20_000
"""So many cases are read at most; beyond that the board says how many it leaves off."""
MOST_CLOSED = 2_000
CLOSED_DAYS = 14
MOST_OWNER = 20
MOST_STEP = 120
ANSWER_LIMIT = "evidence.hours"
"""The figure by which a complaint has to be answered."""


class CaseBoard(Struct, frozen=True):
    """All cases of the board in its order, with what is offered to look for; `left_off` so many were not read.

    `has_closed`: those closed of late are among them.
    """

    lines: list[CaseLine] = []
    summary: BoardSummary = BoardSummary()
    left_off: int = 0
    has_closed: bool = False


class CaseBefore(Struct, frozen=True):
    """How a case stood before a change, to go back to."""

    case_id: str
    care: CaseCare
    closed_at: Instant | None


class CaseBoardService:
    """Reads the board, and sets by hand what a case does not tell by itself. Each verb returns what was before."""

    def __init__(
        self, database: Callable[[], Database], path: Path, library: Callable[[], Library], clock: Clock
    ) -> None:
        self._database = database
        self._path = path
        self._library = library
        self._clock = clock

    def read(self, has_closed: bool = False) -> CaseBoard:
        """Return the board, with the cases closed of late where `has_closed`. May run on any thread."""
        now = self._clock.now()
        with Database(self._path, now) as database:
            database.small_cache()
            store = CaseBoardStore(database)
            stored = store.open_cases(MOST_CASES)
            left_off = 0 if len(stored) < MOST_CASES else store.count_open() - len(stored)
            if has_closed:
                stored += store.closed_since(now - CLOSED_DAYS * DAY, MOST_CLOSED)
            owners = store.owners()
        lines = arranged(map(self._line_maker(), stored))
        return CaseBoard(lines, summary_of(lines, owners), left_off, has_closed)

    @property
    def changes_seen(self) -> object:
        """A value that differs once anything was stored since."""
        return self._database().changes_seen

    def count_due(self) -> int:
        """Return how many open cases are due today or overdue. May run on any thread.

        Flows are not read for it, and figures only where there is a complaint: they are a tenth of the desk's memory.
        """
        now = self._clock.now()
        with Database(self._path, now) as database:
            database.small_cache()
            stored = CaseBoardStore(database).open_cases(MOST_CASES)
        has_complaint = any(is_complaint_of(one.seen) or one.care.is_complaint for one in stored)
        hours = self._library().policy.number(ANSWER_LIMIT) if has_complaint else 0
        until = end_of_day(now, self._clock.zone)
        return sum(is_due(standing_of(one.seen, one.care, None, hours), until) for one in stored)

    def line(self, case_id: str) -> CaseLine:
        """Return one case as the board shows it. Raises WorldError `case_unknown`."""
        return self._line_maker()(self._stored(case_id))

    def set_stage(self, case_id: str, stage: Stage | None) -> CaseBefore:
        """Say whom a case waits for, None: what it tells itself. DONE closes it, any other opens it again.

        Raises WorldError `case_unknown`, as do all verbs.
        """
        before = self._before(case_id)
        closed_at = (before.closed_at or self._clock.now()) if stage is Stage.DONE else None
        care = replace(before.care, stage=None if stage is Stage.DONE else stage)
        self._store.save(case_id, care, closed_at, self._clock.now())
        return before

    def set_owner(self, case_id: str, owner: str) -> CaseBefore:
        """Say whose case it is; empty: whoever answered it last."""
        before = self._before(case_id)
        self._save(before, replace(before.care, owner=" ".join(owner.split())[:MOST_OWNER]))
        return before

    def set_deadline(self, case_id: str, deadline_at: Instant | None) -> CaseBefore:
        """Set the deadline by hand; None: that of promises, clocks and the platform's limits."""
        before = self._before(case_id)
        self._save(before, replace(before.care, deadline_at=deadline_at))
        return before

    def set_complaint(self, case_id: str, is_complaint: bool) -> CaseBefore:
        """Say whether a case is a complaint (D-AFTER-10); its limit runs from now where nothing else tells it."""
        before = self._before(case_id)
        since = self._clock.now() if is_complaint else None
        self._save(before, replace(before.care, is_complaint=is_complaint, complaint_at=since))
        return before

    def set_next_step(self, case_id: str, words: str) -> CaseBefore:
        """Write down what comes next; empty: what the case tells itself."""
        before = self._before(case_id)
        self._save(before, replace(before.care, next_step=" ".join(words.split())[:MOST_STEP]))
        return before

    def put_back(self, before: CaseBefore) -> None:
        """Take a change back."""
        self._store.save(before.case_id, before.care, before.closed_at, self._clock.now())

    @property
    def _store(self) -> CaseBoardStore:
        return CaseBoardStore(self._database())

    def _stored(self, case_id: str) -> StoredCase:
        stored = self._store.get(case_id)
        if stored is None:
            raise WorldError("case_unknown")
        return stored

    def _before(self, case_id: str) -> CaseBefore:
        stored = self._stored(case_id)
        return CaseBefore(case_id, stored.care, stored.seen.closed_at)

    def _save(self, before: CaseBefore, care: CaseCare) -> None:
        self._store.save(before.case_id, care, before.closed_at, self._clock.now())

    def _line_maker(self) -> Callable[[StoredCase], CaseLine]:
        """Return what makes a line of a stored case, by the flows and the figures in force."""
        library = self._library()
        hours = library.policy.number(ANSWER_LIMIT)
        key = lru_cache(maxsize=None)(key_of)  # of thousands of cases, most words are the same

        def line_of(stored: StoredCase) -> CaseLine:
            flow = library.flows.get(stored.seen.flow)
            title = flow.title if flow else Text(zh=stored.seen.flow, en=stored.seen.flow)
            standing = standing_of(stored.seen, stored.care, flow, hours)
            words = (stored.product, title.zh, title.en, standing.owner, standing.next_step, standing.step.zh)
            return CaseLine(
                id=stored.id, platform=stored.platform, order_no=stored.order_no, product=stored.product,
                flow=stored.seen.flow, title=title, opened_at=stored.seen.opened_at, changed_at=stored.changed_at,
                closed_at=stored.seen.closed_at, standing=standing,
                key="\n".join((stored.order_no.lower(), *map(key, words))),
            )  # fmt: skip

        return line_of
