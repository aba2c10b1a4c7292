"""How scripts are used: counted at the first wish to know, and after an edit reckoned anew only for what it touched."""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.library_script import LibraryScript
from deskhelper.core.moments import Instant
from deskhelper.services.clock import Clock
from deskhelper.services.script_shelf import ScriptShelf
from deskhelper.storage.scripts import ScriptStore, ScriptUses

NEVER = ScriptUses(0, 0)


class ScriptUsage(Struct, frozen=True, gc=False):
    """How a script is used: how often, when last (an instant, None: never), and whether it is due to be read again."""

    script: LibraryScript
    count: int
    last_used: Instant | None
    is_review_due: bool

    @property
    def is_never_used(self) -> bool:
        """Whether nobody has ever copied it."""
        return self.count == 0


class UsageSince(Struct, frozen=True):
    """The lines that are others since a version: None for one that is gone. `lines` is None where all may be others."""

    version: int
    lines: dict[str, ScriptUsage | None] | None


class UsageRead(Struct, frozen=True):
    """Every line at a version, by id and as the library has them; `places` tells where even absent scripts stand in it.

    `next_review` is when the next one falls due to be read again, an instant.
    """

    version: int
    lines: dict[str, ScriptUsage]
    places: dict[str, int]
    next_review: Instant | None


class UsageBook:
    """Keeps the line of every script in force, and of the shop's own that are switched off."""

    def __init__(self, shelf: ScriptShelf, store: ScriptStore, clock: Clock) -> None:
        self._shelf = shelf
        self._store = store
        self._clock = clock
        self._uses: dict[str, ScriptUses] | None = None
        self._lines: dict[str, ScriptUsage] = {}
        self._next_review: Instant | None = None

    def read_ahead(self, store: ScriptStore) -> None:
        """Read the uses over `store`; may run on any thread, with a store of its own."""
        self._uses = self._uses or store.uses()

    def count(self, script_id: str) -> int:
        """Return how often a script was used."""
        return self._of(script_id).count

    def add(self, script_id: str, at: Instant) -> None:
        """Count a use, if any were counted yet."""
        if self._uses is not None:
            self._uses[script_id] = ScriptUses(self.count(script_id) + 1, at)
            self._shelf.touch(script_id)

    def lines(self) -> list[ScriptUsage]:
        """Return the line of every script, the most used first. One that is as before is the same object."""
        read = self.prepare()()
        self.take(read)
        return sorted(read.lines.values(), key=lambda line: -line.count)

    def prepare(self) -> Callable[[], UsageRead]:
        """Return the work that reads every line: it may run on any thread, and `take` then tells the book of it."""
        version, now, before = self._shelf.version, self._clock.now(), self._lines
        in_force, own, shipped = self._shelf.in_force, self._shelf.own, self._shelf.shipped
        _ = self._of("")

        def work() -> UsageRead:
            scripts = [*in_force.values(), *(one for one in own.values() if not one.is_enabled)]
            lines = {script.id: self._line(script, before.get(script.id), now) for script in scripts}
            reviews = [one.review_on for one in scripts if one.review_on is not None and one.review_on > now]
            places = {one: at for at, one in enumerate([*(script.id for script in shipped), *own])}
            return UsageRead(version, lines, places, min(reviews, default=None))

        return work

    def take(self, read: UsageRead) -> None:
        """Have at hand what was read; what was touched meanwhile is found by `since` its version."""
        self._lines, self._next_review = dict(read.lines), read.next_review

    def touched_since(self, version: int) -> int | None:
        """Return how many lines may be others since `version`; None where all may be."""
        touched = self._shelf.touched_since(version)
        return None if touched is None else len(touched)

    def since(self, version: int) -> UsageSince:
        """Return what is another since `version` of an earlier answer, 0 for none."""
        touched, now = self._shelf.touched_since(version), self._clock.now()
        if touched is None or (self._next_review is not None and self._next_review <= now):
            return UsageSince(self._shelf.version, None)
        found: dict[str, ScriptUsage | None] = {}
        for script_id in sorted(touched):
            script = self._shelf.in_force.get(script_id) or self._shelf.own.get(script_id)
            if script is None or (script.is_enabled and script_id not in self._shelf.in_force):
                found[script_id] = None
                self._lines.pop(script_id, None)
            else:
                found[script_id] = self._lines[script_id] = self._line(script, self._lines.get(script_id), now)
                if script.review_on is not None and script.review_on > now:
                    self._next_review = min(script.review_on, self._next_review or script.review_on)
        return UsageSince(self._shelf.version, found)

    def _line(self, script: LibraryScript, before: ScriptUsage | None, now: Instant) -> ScriptUsage:
        uses, review_on = self._of(script.id), script.review_on
        is_due = review_on is not None and review_on <= now
        is_same = before is not None and before.script is script
        if before is not None and is_same and (before.count, before.is_review_due) == (uses.count, is_due):
            return before
        return ScriptUsage(script, uses.count, uses.last or None, is_due)

    def _of(self, script_id: str) -> ScriptUses:
        if self._uses is None:
            self._uses = self._store.uses()
        return self._uses.get(script_id, NEVER)
