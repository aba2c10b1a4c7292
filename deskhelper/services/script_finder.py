"""Scripts found as they are typed for: one large index, and a small one over what has changed since it was built."""

from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import is_not

from msgspec import Struct

from deskhelper.core.library_script import LibraryScript
from deskhelper.core.script_search import Entry, Match, ScriptIndex
from deskhelper.core.search_keys import InitialsOf

MOST_CHANGED = 200
"""With more changes than these the large index is built anew."""

MOST_ALIKE = 50
BETWEEN = "|"
"""Stands between two wordings; a blank would make every text a slow one to normalise."""

Uses = Callable[[str], int]
TouchedSince = Callable[[int], tuple[int, set[str] | None]]
"""Returns the present version, and the ids touched since another; None where it may be any."""
Scripts = Mapping[str, LibraryScript]


class FoundScript(Struct, frozen=True):
    """A script that was found, and how."""

    script: LibraryScript
    match: Match


class Built(Struct, frozen=True):
    """An index and the scripts that it was built over."""

    scripts: Scripts
    index: ScriptIndex


class ScriptFinder:
    """Holds the index. `build` and `hand_in` may run on any thread; the rest belongs to one."""

    def __init__(self, initials_of: InitialsOf, uses: Uses, touched_since: TouchedSince) -> None:
        self._initials_of = initials_of
        self._uses = uses
        self._touched_since = touched_since
        self._version = 0
        self._handed_in: Built | None = None
        self._built: Built | None = None
        self._changed: set[str] = set()
        self._small: Built | None = None

    def build(self, scripts: Scripts) -> Built:
        """Return an index over `scripts`; takes some hundred milliseconds for twenty thousand."""
        entries = [
            Entry(
                id=one.id, names=(one.code, one.title), keywords=(*one.keywords, *one.path),
                body=BETWEEN.join(one.wordings), uses=self._uses(one.id),
            )
            for one in scripts.values()
        ]  # fmt: skip
        return Built(scripts, ScriptIndex(entries, self._initials_of, alike_ones))

    def is_ready_for(self, scripts: Scripts) -> bool:
        """Whether `find` answers at once over `scripts`."""
        self._look_at(scripts)
        return self._built is not None and len(self._changed) <= MOST_CHANGED

    def hand_in(self, built: Built) -> None:
        """Have the next search use `built`; what has changed since it was begun is found all the same."""
        self._handed_in = built

    @property
    def letters(self) -> frozenset[str]:
        """The characters that names and keywords are written with, as far as they are indexed."""
        return self._built.index.letters if self._built is not None else frozenset()

    def find(self, scripts: Scripts, query: str, limit: int, worst: Match = Match.ALIKE) -> list[FoundScript]:
        """Return the best of `scripts` for `query`, the most used first among equals."""
        if not self.is_ready_for(scripts):
            self.hand_in(self.build(scripts))
            self._look_at(scripts)
        if self._built is None or self._small is None:
            raise ValueError("an index is there by now")
        likely = min(worst, Match.BODY)
        small = self._small.index.find(query, limit, likely)
        large = self._built.index.find(query, limit + len(self._changed), likely if small else worst)
        found = [*(one for one in large if one.id not in self._changed), *small]
        if self._changed and worst is Match.ALIKE and all(one.match is Match.ALIKE for one in found):
            found += self._small.index.find(query, limit)
        elif self._changed:
            found.sort(key=lambda one: (one.match, -self._uses(one.id)))
        return [FoundScript(scripts[one.id], one.match) for one in found[:limit]]

    def _look_at(self, scripts: Scripts) -> None:
        """See what differs from the large index, and index that by itself."""
        handed_in, self._handed_in = self._handed_in, None
        if handed_in is not None:
            self._built, self._small = handed_in, None
        if self._built is None or (self._small is not None and self._small.scripts is scripts):
            return
        before, is_known = self._built.scripts, self._small is not None
        self._version, touched = self._touched_since(self._version)
        if before is scripts:
            self._changed = set()
        elif is_known and touched is not None:
            self._changed = {one for one in self._changed | touched if before.get(one) is not scripts.get(one)}
        else:
            self._changed = _differing(before, scripts)
        few = (
            {one: scripts[one] for one in self._changed if one in scripts} if len(self._changed) <= MOST_CHANGED else {}
        )
        self._small = Built(scripts, self.build(few).index)


def _differing(before: Scripts, scripts: Scripts) -> set[str]:
    """Return the ids under which there is another script, or none; in C, for the window waits."""
    common = [*(before.keys() & scripts.keys())]
    others = map(is_not, map(before.__getitem__, common), map(scripts.__getitem__, common))
    return {*compress(common, others), *(before.keys() ^ scripts.keys())}


def alike_ones(text: str, others: Sequence[str], least: float) -> list[tuple[int, float]]:
    """Return the places of `others` that are alike `text`. The library loads with the first search that needs it."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    found = extract(text, others, scorer=ratio, score_cutoff=100 * least, limit=MOST_ALIKE)
    return [(place, score / 100) for _, score, place in found]
