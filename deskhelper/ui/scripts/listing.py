"""Which scripts stand in the list: all at a place, or those that the filter finds there, best first."""

from deskhelper.core.library_script import LibraryScript
from deskhelper.services.scripts import ScriptService, ScriptUsage
from deskhelper.ui.scripts.places import EVERYWHERE, Counted, Place, counted, holds, standing_at

AT_ONCE, AT_ONCE_AT_PLACE, MOST = 40, 200, 3000
"""How many a key waits for: those in sight; more at a place, which leaves some out; then those after a pause."""


class Listing:
    """Holds the lines of usage; asks the service for what words find."""

    def __init__(self, scripts: ScriptService) -> None:
        self._scripts = scripts
        self._lines: dict[str, ScriptUsage] = {}
        self._off: list[ScriptUsage] = []
        self._places: list[Counted] = []

    def refresh(self) -> None:
        """Read all scripts and their use anew; where none has moved, what stands where is not reckoned again."""
        lines, before = {line.script.id: line for line in self._scripts.usage()}, self._lines
        changed = [line for line in lines.values() if before.get(line.script.id) is not line]
        if lines.keys() == before.keys() and all(_stand(line) == _stand(before[line.script.id]) for line in changed):
            self._lines = {script_id: lines[script_id] for script_id in before}
        else:
            self._lines = {line.script.id: line for line in self._in_order(list(lines.values()))}
            self._places = counted(list(self._lines.values()))
        self._off = [line for line in self._lines.values() if not line.script.is_enabled]

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
        return standing_at(place, self._lines.values())

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

    def _in_order(self, lines: list[ScriptUsage]) -> list[ScriptUsage]:
        """Return `lines` as the library has them: the shop's changes in the place of what they stand for."""
        by_id = {line.script.id: line for line in lines}
        ordered = [by_id[script.id] for script in self._scripts.all(with_disabled=True)]
        places = {path: at for at, path in enumerate(dict.fromkeys(line.script.path for line in ordered))}
        return sorted(ordered, key=lambda line: places[line.script.path])


def _stand(line: ScriptUsage) -> tuple[object, ...]:
    """Return all that decides where a script stands."""
    script = line.script
    return script.path, script.scope, script.is_enabled, line.is_review_due, line.is_never_used


def _text(script: LibraryScript) -> str:
    return " ".join((script.code, script.title, *script.keywords, *script.wordings)).casefold()
