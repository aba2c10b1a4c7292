"""Where one looks in the library: a view, whose scripts, or a category; which scripts stand there, in which order."""

from collections.abc import Iterable
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
    """A place with the number of scripts there, and whose they are where that is worth a mark.

    `rank` is where it stands among those beside it: the lower, the higher.
    """

    place: Place
    count: int
    scope: Scope = Scope.SHIPPED
    rank: int = 0


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
