"""How many scripts stand at every place of the library: a line more or less touches the few places where it stands."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from deskhelper.core.library_script import Scope
from deskhelper.services.script_usage import ScriptUsage
from deskhelper.ui.scripts.places import VIEWS, Counted, Place, PlaceKind, holds

SCOPES = tuple(Scope)
Path = tuple[str, ...]


class PlaceCounts:
    """Counts the lines of usage by place and whose they are. Built over all of them, then kept up line by line."""

    def __init__(self, lines: Sequence[ScriptUsage] = ()) -> None:
        self._each: dict[Place, Counter[Scope]] = {}
        self._rank: dict[Path, int] = {}
        self.paths: list[Path] = []
        """The categories where something stands, each followed by those in it."""
        self._touched: set[Place] = set()
        keys = [_stand(line) for line in lines]
        alike = dict(zip(keys, lines, strict=True))
        for key, count in Counter(keys).items():
            self._add(alike[key], count)
        self.paths = sorted((place.path for place in self._each if place.path), key=self._in_tree)
        self._touched.clear()

    def add(self, line: ScriptUsage, more: int) -> None:
        """Count so many lines like this one more, or less where it is negative."""
        self._add(line, more)
        for depth in range(1, len(line.script.path) + 1):
            path = line.script.path[:depth]
            at = bisect_left(self.paths, self._in_tree(path), key=self._in_tree)
            is_listed = at < len(self.paths) and self.paths[at] == path
            if is_listed != (self._each[Place(PlaceKind.CATEGORY, path=path)].total() > 0):
                self.paths[at : at + is_listed] = [] if is_listed else [path]

    def touched(self) -> list[Counted]:
        """Return the places whose counts are others since the last call, those where nothing stands any more too."""
        touched, self._touched = self._touched, set()
        return [self._counted(place) for place in touched]

    def every(self) -> list[Counted]:
        """Return every place with its count: views, whose they are, and the categories, each before those in it."""
        views = [self._counted(Place(kind)) for kind in VIEWS]
        scopes = [self._counted(Place(PlaceKind.SCOPE, scope)) for scope in SCOPES]
        return [*views, *scopes, *(self._counted(Place(PlaceKind.CATEGORY, path=path)) for path in self.paths)]

    def _add(self, line: ScriptUsage, more: int) -> None:
        for place in _places_of(line):
            self._each.setdefault(place, Counter())[line.script.scope] += more
            self._touched.add(place)
        for depth in range(1, len(line.script.path) + 1):
            self._rank.setdefault(line.script.path[:depth], len(self._rank))

    def _in_tree(self, path: Path) -> list[int]:
        """Return what categories are sorted by: the rank of each above one, in which they first occurred."""
        return [self._rank[path[:depth]] for depth in range(1, len(path) + 1)]

    def _counted(self, place: Place) -> Counted:
        each = self._each.get(place, Counter[Scope]())
        scope, rank = Scope.SHIPPED, 0
        if place.kind is PlaceKind.CATEGORY:  # the mark is of the scope that is nearest to the agent
            scope, rank = next((one for one in reversed(SCOPES) if each[one]), scope), self._rank[place.path]
        elif place.scope is not None:
            scope, rank = place.scope, SCOPES.index(place.scope)
        else:
            rank = VIEWS.index(place.kind)
        return Counted(place, each.total(), scope, rank)


def _places_of(line: ScriptUsage) -> Iterator[Place]:
    """Yield every place where a line stands."""
    yield from (place for place in map(Place, VIEWS) if holds(place, line))
    yield Place(PlaceKind.SCOPE, line.script.scope)
    path = line.script.path
    yield from (Place(PlaceKind.CATEGORY, path=path[:depth]) for depth in range(1, len(path) + 1))


def _stand(line: ScriptUsage) -> tuple[object, ...]:
    """Return all that decides at which places a line stands."""
    script = line.script
    return script.path, script.scope, script.is_enabled, line.is_review_due, line.count > 0
