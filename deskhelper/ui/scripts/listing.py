"""Which scripts stand in the list: all at a place, or those that the filter finds there, best first."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from msgspec import Struct

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.script_usage import ScriptUsage, UsageRead
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.scripts.place_counts import PlaceCounts
from deskhelper.ui.scripts.places import EVERYWHERE, Counted, Place, holds, standing_at

AT_ONCE, AT_ONCE_AT_PLACE, MOST = 40, 200, 3000
"""How many a key waits for: those in sight; more at a place, which leaves some out; then those after a pause."""

MOST_MOVED = 1000
"""With more lines touched than these all is read anew."""

Key = tuple[int, bool, int]
"""Where a line stands among all: by its category, switched off ones last in it, as the library has them."""


class Move(Struct, frozen=True):
    """A line as it was and as it is, each with where it stands: None where it was not there, or is no more."""

    before: tuple[Key, ScriptUsage] | None
    after: tuple[Key, ScriptUsage] | None


class Standing(Struct):
    """All lines in the order of the list. `rank` is that of the categories, `place` that of the scripts."""

    read: UsageRead
    order: list[ScriptUsage]
    rank: dict[tuple[str, ...], int]
    counts: PlaceCounts
    off: list[ScriptUsage]


class Listing:
    """Holds the lines of usage; asks the service for what words find."""

    def __init__(self, scripts: ScriptService) -> None:
        self._scripts = scripts
        self._version = 0
        self._lines: dict[str, ScriptUsage] = {}
        self._order: list[ScriptUsage] = []
        self._rank: dict[tuple[str, ...], int] = {}
        self._place: dict[str, int] = {}
        self._last = 0
        self._counts = PlaceCounts()
        self._off: list[ScriptUsage] = []
        self.moves: list[Move] | None = None
        self.recounts: list[Counted] = []
        """What the last refresh changed, in its order; None where all was read anew, and the places that are others."""

    def prepare(self) -> Callable[[], Standing]:
        """Return the work that reads everything anew: it may run on any thread, and `refresh` then takes it."""
        read = self._scripts.usage.prepare()
        return lambda: _standing(read())

    def _take(self, standing: Standing) -> None:
        read = standing.read
        self._scripts.usage.take(read)
        self._version, self._lines, self._place = read.version, read.lines, read.places
        self._order, self._rank = standing.order, standing.rank
        self._counts, self._off = standing.counts, standing.off
        self._last = len(read.places)

    @property
    def is_much_changed(self) -> bool:
        """Whether a refresh would read everything anew, so that it is better prepared in the background."""
        touched = self._scripts.usage.touched_since(self._version)
        return touched is None or touched > MOST_MOVED

    def refresh(self, standing: Standing | None = None) -> None:
        """Bring the lines up to date: after an edit only those that it touched. `standing` was read in the background.

        What was edited since then is brought up to date as well.
        """
        if standing is not None:
            self._take(standing)
        since = None if self.is_much_changed else self._scripts.usage.since(self._version)
        if since is None or since.lines is None:
            standing = self.prepare()()
            self._take(standing)
            touched = {}
        else:
            self._version, touched = since.version, since.lines
        moves = [
            self._moved(before, line)
            for script_id, line in touched.items()
            if line is not (before := self._lines.get(script_id))
        ]
        self.moves = moves if standing is None else None
        self.recounts = self._counts.touched()

    def row_for(self, key: Key, rows: Sequence[ScriptUsage]) -> int:
        """Return where a line of `key` stands among `rows`, or would."""
        return bisect_left(rows, key, key=self._key)

    def _key(self, line: ScriptUsage) -> Key:
        script = line.script
        return self._rank[script.path], not script.is_enabled, self._place[script.id]

    def _moved(self, before: ScriptUsage | None, after: ScriptUsage | None) -> Move:
        """Take one line out, in, or from where it stands to another place."""
        return Move(
            None if before is None else (self._taken_out(before), before),
            None if after is None else (self._put_in(after, is_new=before is None), after),
        )

    def _taken_out(self, line: ScriptUsage) -> Key:
        key = self._key(line)
        del self._order[self.row_for(key, self._order)]
        del self._lines[line.script.id]
        self._counts.add(line, -1)
        if not line.script.is_enabled:
            self._off.remove(line)
        return key

    def _put_in(self, line: ScriptUsage, is_new: bool) -> Key:
        """Put a line in; a new category stands last, and so does a new script in its category."""
        script = line.script
        self._rank.setdefault(script.path, len(self._rank))
        if is_new and script.scope is not Scope.SHIPPED:
            self._last += 1
            self._place[script.id] = self._last
        key = self._key(line)
        self._order.insert(self.row_for(key, self._order), line)
        self._lines[script.id] = line
        self._counts.add(line, 1)
        if not script.is_enabled:
            self._off.append(line)
        return key

    def line(self, script_id: str) -> ScriptUsage | None:
        """Return the line of a script."""
        return self._lines.get(script_id)

    def script(self, script_id: str) -> LibraryScript | None:
        """Return a script of the library, None for another."""
        line = self._lines.get(script_id)
        return line.script if line else None

    def places(self) -> list[Counted]:
        """Return every place with its count."""
        return self._counts.every()

    def paths(self) -> list[tuple[str, ...]]:
        """Return every category."""
        return self._counts.paths

    def at(self, place: Place) -> list[ScriptUsage]:
        """Return all scripts at a place."""
        return standing_at(place, self._order)

    def found(self, place: Place, words: str, is_first_look: bool) -> list[ScriptUsage]:
        """Return what `words` find at a place: the first of it at a first look, then the rest."""
        at_once = AT_ONCE if place == EVERYWHERE else AT_ONCE_AT_PLACE
        found = self._scripts.find(words, at_once if is_first_look else MOST)
        lines = [line for one in found if (line := self._lines.get(one.script.id)) and holds(place, line)]
        return lines + self._switched_off(place, words)

    def _switched_off(self, place: Place, words: str) -> list[ScriptUsage]:
        """Return the scripts that are switched off, which no search finds, by their own words."""
        wanted = words.casefold().split()
        return [line for line in self._off if holds(place, line) and all(one in _text(line.script) for one in wanted)]


def _standing(read: UsageRead) -> Standing:
    """Return the lines as the library has them: the shop's changes in the place of what they stand for."""
    lines = read.lines.values()
    rank = {path: at for at, path in enumerate(dict.fromkeys([line.script.path for line in lines]))}
    order = sorted(lines, key=lambda line: rank[line.script.path])
    return Standing(read, order, rank, PlaceCounts(order), [line for line in order if not line.script.is_enabled])


def _text(script: LibraryScript) -> str:
    return " ".join((script.code, script.title, *script.keywords, *script.wordings)).casefold()
