"""A script of the shop's library: what agents say all day beside the flows, in a tree of categories."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.flow import PromiseKind
from deskhelper.core.moments import Instant
from deskhelper.core.text import placeholders

MOST_CODE, MOST_TITLE, MOST_BODY, MOST_DEPTH = 30, 60, 2000, 5
"""Characters of a code, of a title and of one wording, and how many categories may lie in each other."""


class Scope(StrEnum):
    """Whose a script is. Shipped ones are read-only; a shop's or an agent's own may stand in the place of one."""

    SHIPPED = "shipped"
    SHOP = "shop"
    PERSONAL = "personal"


class ScriptPromise(Struct, frozen=True, forbid_unknown_fields=True):
    """What a script promises when it is copied, and after how many hours that falls due."""

    kind: PromiseKind
    hours: int


class LibraryScript(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One script. Wordings state the same in other words, with `{slots}`; times are instants.

    `replaces` is the id of the shipped script in whose place it stands; `topic` is what a buyer writes about when it
    is the answer (ids of resources/intents); `pictures` are file names in the data folder's pictures.
    `slot_titles` and `slot_choices` belong to slots that are asked for and that no list of slots knows.
    """

    id: str
    title: str
    wordings: tuple[str, ...]
    path: tuple[str, ...] = ()
    scope: Scope = Scope.SHIPPED
    code: str = ""
    keywords: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    notes: str = ""
    topic: str = ""
    is_enabled: bool = True
    review_on: Instant | None = None
    promise: ScriptPromise | None = None
    replaces: str = ""
    changed_at: Instant = 0
    slot_titles: dict[str, str] = {}
    slot_choices: dict[str, tuple[str, ...]] = {}

    def wording(self, number: int) -> str:
        """Return wording `number`, counted round."""
        return self.wordings[number % len(self.wordings)] if self.wordings else ""

    @property
    def slots(self) -> list[str]:
        """The slots of all wordings in order of first use."""
        return list(dict.fromkeys(name for wording in self.wordings for name in placeholders(wording)))


def in_force(shipped: list[LibraryScript], own: list[LibraryScript]) -> list[LibraryScript]:
    """Return the scripts that agents may use: the shop's own over the shipped ones they replace, disabled ones out.

    A personal script stands over the shop's for the same shipped one.
    """
    replaced = {script.replaces for script in own if script.replaces}
    personal = {script.replaces for script in own if script.replaces and script.scope is Scope.PERSONAL}
    kept = [script for script in shipped if script.id not in replaced]
    kept += [script for script in own if script.scope is Scope.PERSONAL or script.replaces not in personal]
    return [script for script in kept if script.is_enabled and script.wordings]


def next_wording(count: int, last: int | None) -> int:
    """Return the wording to offer to a buyer who got wording `last` before: never the same twice in a row."""
    return 0 if last is None or count < 2 else (last + 1) % count


class Category(Struct, frozen=True):
    """A category by its path, with the number of scripts in it and below."""

    path: tuple[str, ...]
    count: int


def categories(scripts: Iterable[LibraryScript]) -> list[Category]:
    """Return every category of `scripts`, each followed by those in it, in the order in which they first occur."""
    counts: dict[tuple[str, ...], int] = {}
    for script in scripts:
        for depth in range(1, len(script.path) + 1):
            counts[script.path[:depth]] = counts.get(script.path[:depth], 0) + 1
    place = {path: at for at, path in enumerate(counts)}
    ordered = sorted(counts, key=lambda path: [place[path[:depth]] for depth in range(1, len(path) + 1)])
    return [Category(path, counts[path]) for path in ordered]


def script_fault(script: LibraryScript) -> Problem | None:
    """Return why a script cannot be kept, None if it can."""
    if not script.title.strip() or len(script.title) > MOST_TITLE:
        return Problem("script_title", {"most": MOST_TITLE})
    if len(script.code) > MOST_CODE or any(char.isspace() for char in script.code):
        return Problem("script_code", {"most": MOST_CODE})
    if not script.wordings or not all(one.strip() and len(one) <= MOST_BODY for one in script.wordings):
        return Problem("script_wording", {"most": MOST_BODY})
    if len(script.path) > MOST_DEPTH or not all(name.strip() and len(name) <= MOST_TITLE for name in script.path):
        return Problem("script_path", {"most": MOST_DEPTH})
    return None
