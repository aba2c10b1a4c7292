"""Which scripts stand in the list: all at a place, or those that the filter finds there, best first."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.script_usage import ScriptUsage
from deskhelper.services.scripts import ScriptService
from deskhelper.ui.scripts.places import EVERYWHERE, Counted, Place, counted, holds, recounted, standing_at

AT_ONCE, AT_ONCE_AT_PLACE, MOST = 40, 200, 3000
"""How many a key waits for: those in sight; more at a place, which leaves some out; then those after a pause."""


Move = tuple[ScriptUsage | None, ScriptUsage | None]
"""A line as it was and as it is: None where it was not there, or is no more."""


class Listing:
    """Holds the lines of usage; asks the service for what words find."""

    def __init__(self, scripts: ScriptService) -> None:
        self._scripts = scripts
        self._version = 0
        self._lines: dict[str, ScriptUsage] = {}
        self._order: list[ScriptUsage] = []
        self._rank: dict[tuple[str, ...], int] = {}
        self._standing: Counter[tuple[tuple[str, ...], Scope]] = Counter()
        self._off: list[ScriptUsage] = []
        self._places: list[Counted] = []
        self.moves: list[Move] | None = None
        """What the last refresh changed, in its order; None where all was read anew."""

    def refresh(self) -> None:
        """Bring the lines up to date: after an edit only those that it touched, as far as they keep to their place."""
        since = self._scripts.usage_since(self._version)
        self._version = since.version
        self.moves = [] if since.lines is not None else None
        for script_id, line in (since.lines or {}).items():
            before = self._lines.get(script_id)
            if line is before:
                continue
            if self.moves is None or not self._has_moved(before, line):
                self.moves = None
                break
            self.moves.append((before, line))
        if self.moves is None:
            self._read_all()

    def row_for(self, line: ScriptUsage, rows: Sequence[ScriptUsage]) -> int:
        """Return where a line stands among `rows`, or would: after those of its category."""
        rank = self._rank[line.script.path]
        last = bisect_right(rows, rank, key=lambda one: self._rank[one.script.path])
        first = bisect_left(rows, rank, key=lambda one: self._rank[one.script.path])
        return next((row for row in range(first, last) if rows[row].script.id == line.script.id), last)

    def _read_all(self) -> None:
        lines = {line.script.id: line for line in self._scripts.usage()}
        self._order = self._in_order(lines)
        self._lines = {line.script.id: line for line in self._order}
        self._standing = Counter([(line.script.path, line.script.scope) for line in self._order])
        self._places = counted(self._order)
        self._off = [line for line in self._order if not line.script.is_enabled]

    def _has_moved(self, before: ScriptUsage | None, after: ScriptUsage | None) -> bool:
        """Take one line out, in, or in the place of the former; False where that moves others, so nothing is done."""
        if before is None and after is None:
            return True
        if before is not None and after is not None:
            return self._is_changed(before, after)
        line = before or after
        if line is None or not line.script.is_enabled or line.script.path not in self._rank:
            return False
        if after is not None and (line.script.scope is Scope.SHIPPED or line.script.replaces):
            return False  # one that comes back stands where it stood, not last
        key = (line.script.path, line.script.scope)
        left = self._standing[key] + (1 if after is not None else -1)
        row = self.row_for(line, self._order)
        if min(left, self._standing[key]) < 1 or (after is not None and self._is_after_one_off(row, line)):
            return False
        self._standing[key] = left
        if after is not None:
            self._order.insert(row, line)
            self._lines[line.script.id] = line
        else:
            del self._order[row]
            del self._lines[line.script.id]
        self._places = recounted(self._places, before, after)
        return True

    def _is_changed(self, before: ScriptUsage, after: ScriptUsage) -> bool:
        if _stand(before) != _stand(after) or not after.script.is_enabled:
            return False
        self._order[self.row_for(before, self._order)] = after
        self._lines[after.script.id] = after
        return True

    def _is_after_one_off(self, row: int, line: ScriptUsage) -> bool:
        """Whether the line before is switched off: such ones stand last in their category, and would not then."""
        before = self._order[row - 1].script
        return before.path == line.script.path and not before.is_enabled

    def line(self, script_id: str) -> ScriptUsage | None:
        """Return the line of a script."""
        return self._lines.get(script_id)

    def script(self, script_id: str) -> LibraryScript | None:
        """Return a script of the library, None for another."""
        line = self._lines.get(script_id)
        return line.script if line else None

    def places(self) -> list[Counted]:
        """Return every place with its count."""
        return self._places

    def paths(self) -> list[tuple[str, ...]]:
        """Return every category."""
        return [one.place.path for one in self.places() if one.place.path]

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

    def _in_order(self, lines: dict[str, ScriptUsage]) -> list[ScriptUsage]:
        """Return the lines as the library has them: the shop's changes in the place of what they stand for."""
        ordered = [lines[script.id] for script in self._scripts.all(with_disabled=True)]
        self._rank = {path: at for at, path in enumerate(dict.fromkeys(line.script.path for line in ordered))}
        return sorted(ordered, key=lambda line: self._rank[line.script.path])


def _stand(line: ScriptUsage) -> tuple[object, ...]:
    """Return all that decides where a script stands."""
    script = line.script
    return script.path, script.scope, script.is_enabled, line.is_review_due, line.is_never_used


def _text(script: LibraryScript) -> str:
    return " ".join((script.code, script.title, *script.keywords, *script.wordings)).casefold()
