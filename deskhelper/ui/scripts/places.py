"""Where one looks in the library: a view, whose scripts, or a category; which scripts stand there, in which order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.library_script import Scope
from deskhelper.services.script_usage import ScriptUsage


class PlaceKind(StrEnum):
    """What a place of the tree is."""

    HEADING = "heading"
    ALL = "all"
    MOST_USED = "most_used"
    NEVER_USED = "never_used"
    REVIEW_DUE = "review_due"
    SWITCHED_OFF = "switched_off"
    SCOPE = "scope"
    CATEGORY = "category"


VIEWS = (
    PlaceKind.ALL, PlaceKind.MOST_USED, PlaceKind.NEVER_USED, PlaceKind.REVIEW_DUE, PlaceKind.SWITCHED_OFF,
)  # fmt: skip


IN_ORDER = frozenset(set(PlaceKind) - {PlaceKind.MOST_USED, PlaceKind.REVIEW_DUE})
"""Places whose scripts stand as the library has them, by category."""


class Place(Struct, frozen=True):
    """A place: its kind, and the scope or the category it is about."""

    kind: PlaceKind = PlaceKind.ALL
    scope: Scope | None = None
    path: tuple[str, ...] = ()


EVERYWHERE = Place()


class Counted(Struct, frozen=True):
    """A place with the number of scripts there, and whose they are where that is worth a mark."""

    place: Place
    count: int
    scope: Scope = Scope.SHIPPED


def holds(place: Place, line: ScriptUsage) -> bool:
    """Tell whether a script stands at `place`."""
    match place.kind:
        case PlaceKind.MOST_USED:
            return line.count > 0
        case PlaceKind.NEVER_USED:
            return line.is_never_used
        case PlaceKind.REVIEW_DUE:
            return line.is_review_due
        case PlaceKind.SWITCHED_OFF:
            return not line.script.is_enabled
        case PlaceKind.SCOPE:
            return line.script.scope is place.scope
        case PlaceKind.CATEGORY:
            return line.script.path[: len(place.path)] == place.path
        case _:
            return place.kind is PlaceKind.ALL


def standing_at(place: Place, lines: Iterable[ScriptUsage]) -> list[ScriptUsage]:
    """Return the scripts at `place`: the most used first, or by category as the library has them."""
    found = list(lines) if place == EVERYWHERE else [line for line in lines if holds(place, line)]
    if place.kind is PlaceKind.MOST_USED:
        found.sort(key=lambda line: -line.count)
    if place.kind is PlaceKind.REVIEW_DUE:
        found.sort(key=lambda line: line.script.review_on or 0)
    return found


def counted(lines: Sequence[ScriptUsage]) -> list[Counted]:
    """Return every place with its count: views, whose they are, and the categories in their order."""
    in_views = (  # counted in C: a list of twenty thousand is counted anew after every edit
        len(lines),
        len(lines) - (unused := sum([not line.count for line in lines])),
        unused,
        sum([line.is_review_due for line in lines]),
        sum([not line.script.is_enabled for line in lines]),
    )
    views = [Counted(Place(kind), count) for kind, count in zip(VIEWS, in_views, strict=True)]
    each = Counter([line.script.scope for line in lines])
    scopes = [Counted(Place(PlaceKind.SCOPE, scope), each[scope], scope) for scope in Scope]
    counts: dict[tuple[str, ...], int] = {}
    marks: dict[tuple[str, ...], Scope] = {}
    for (path, scope), count in Counter([(line.script.path, line.script.scope) for line in lines]).items():
        for depth in range(1, len(path) + 1):
            above = path[:depth]
            counts[above] = counts.get(above, 0) + count
            marks[above] = _nearer(marks.get(above, Scope.SHIPPED), scope)
    tree = [Counted(Place(PlaceKind.CATEGORY, path=path), counts[path], marks[path]) for path in in_tree_order(counts)]
    return [*views, *scopes, *tree]


def recounted(places: Sequence[Counted], before: ScriptUsage | None, after: ScriptUsage | None) -> list[Counted]:
    """Return `places` once a line was taken out, or put in where there are others of its category and scope."""
    found = list(places)
    line, more = (after, 1) if after is not None else (before, -1)
    if line is None:
        return found
    path = line.script.path
    above = {path[:depth] for depth in range(1, len(path) + 1)}
    for at, one in enumerate(found):
        place = one.place
        if place.path in above if place.kind is PlaceKind.CATEGORY else holds(place, line):
            found[at] = Counted(place, one.count + more, one.scope)
    return found


def in_tree_order(paths: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return `paths`, each followed by those in it, in the order in which they first occur."""
    place = {path: at for at, path in enumerate(paths)}
    return sorted(place, key=lambda path: [place[path[:depth]] for depth in range(1, len(path) + 1)])


def _nearer(first: Scope, second: Scope) -> Scope:
    """Return the scope of both that is nearer to the agent."""
    order = list(Scope)
    return max(first, second, key=order.index)
