"""The cases board as a list: in which order cases stand, which are looked for, how many are due (D-AFTER-10)."""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta, tzinfo

from msgspec import Struct

from deskhelper.core.case_care import CaseStanding, Deadline, Stage
from deskhelper.core.moments import Instant, local
from deskhelper.core.search_keys import normalise
from deskhelper.core.text import Lang, Text


class CaseLine(Struct, frozen=True, kw_only=True):
    """One case on the board. `key` holds its words for a search. Times are instants."""

    id: str
    platform: str
    order_no: str
    product: str
    flow: str
    title: Text
    opened_at: Instant
    changed_at: Instant
    closed_at: Instant | None
    standing: CaseStanding
    key: str

    @property
    def is_open(self) -> bool:
        """Whether anybody still has to do with it."""
        return self.standing.stage is not Stage.DONE

    def next_step(self, lang: Lang) -> str:
        """Return what comes next, the agent's own words before those of the flow."""
        return self.standing.next_step or self.standing.step.within(lang)


class CaseFilter(Struct, frozen=True):
    """Which cases are looked for; None and empty: any. Without `stage`, closed cases are left out."""

    stage: Stage | None = None
    owner: str | None = None
    flow: str | None = None
    complaints: bool = False
    words: str = ""

    @property
    def is_any(self) -> bool:
        """Whether it leaves no open case out."""
        return self == CaseFilter()


def key_of(*words: str) -> str:
    """Return the searched words of a case."""
    return "\n".join(normalise(word) for word in words if word)


def arranged(lines: Iterable[CaseLine]) -> list[CaseLine]:
    """Return cases in the order of the board: open before closed, complaints first, then the soonest deadline."""
    return sorted(lines, key=_place)


def _place(line: CaseLine) -> tuple[bool, bool, bool, Instant, str]:
    due_at = line.standing.due_at
    if not line.is_open:
        return True, False, False, -(line.closed_at or 0), line.id
    return (
        False,
        not line.standing.is_complaint,
        due_at is None,
        -line.changed_at if due_at is None else due_at,
        line.id,
    )


def put_in(lines: Sequence[CaseLine], line: CaseLine) -> list[CaseLine]:
    """Return arranged cases with one of them as it is now, in its place; a new one is put in too."""
    left = [other for other in lines if other.id != line.id]
    insort(left, line, key=_place)
    return left


def found(lines: Sequence[CaseLine], wanted: CaseFilter) -> list[CaseLine]:
    """Return the cases that `wanted` names, in the same order. Words are found one by one, wherever they stand.

    One pass for each thing that is looked for: ten thousand cases are searched while a key is pressed.
    """
    stage = wanted.stage
    if stage is None:
        left = [line for line in lines if line.standing.stage is not Stage.DONE]
    else:
        left = [line for line in lines if line.standing.stage is stage]
    if wanted.owner is not None:
        left = [line for line in left if line.standing.owner == wanted.owner]
    if wanted.flow is not None:
        left = [line for line in left if line.flow == wanted.flow]
    if wanted.complaints:
        left = [line for line in left if line.standing.is_complaint]
    for word in wanted.words.split():
        key = normalise(word)
        left = [line for line in left if key in line.key]
    return left


class BoardSummary(Struct, frozen=True):
    """What the board offers to look for: how many cases wait for whom, whose they are, in which flows."""

    counts: dict[Stage, int] = {}
    owners: tuple[str, ...] = ()
    flows: dict[str, Text] = {}


def summary_of(lines: Sequence[CaseLine], owners: Iterable[str] = ()) -> BoardSummary:
    """Return the summary of cases; `owners` are further names to offer."""
    counts = Counter(line.standing.stage for line in lines)
    names = {*owners, *(line.standing.owner for line in lines)} - {""}
    return BoardSummary(dict(counts), tuple(sorted(names)), {line.flow: line.title for line in lines})


def end_of_day(now: Instant, zone: tzinfo) -> Instant:
    """Return the midnight after `now` in the shop's zone."""
    midnight = local(now, zone).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return int(midnight.timestamp())


def is_due(standing: CaseStanding, until: Instant) -> bool:
    """Tell whether an open case has to be seen to before `until`, an instant."""
    return standing.stage is not Stage.DONE and standing.due_at is not None and standing.due_at < until


def count_due(lines: Iterable[CaseLine], until: Instant) -> int:
    """Return how many open cases have to be seen to before `until`."""
    return sum(is_due(line.standing, until) for line in lines)


def is_overdue(standing: CaseStanding, now: Instant) -> bool:
    """Tell whether a case's deadline has passed; a daily look that was left out is not overdue, only due."""
    return is_due(standing, now) and standing.due_by is not Deadline.LOOK
