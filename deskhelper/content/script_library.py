"""The starter library: scripts that ship with the desk, one file of resources/library for each tree of categories."""

from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from deskhelper.content import yaml_file
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import (
    MOST_BODY,
    MOST_CODE,
    MOST_DEPTH,
    MOST_TITLE,
    LibraryScript,
    ScriptPromise,
)
from deskhelper.core.script_draft import PromiseWords
from deskhelper.core.slot import SlotSpec
from deskhelper.core.text import placeholders

SLOTS, PROMISES = "slots.yaml", "promises.yaml"

Category = Annotated[str, Meta(min_length=1, max_length=MOST_TITLE)]
Wording = Annotated[str, Meta(min_length=2, max_length=MOST_BODY)]


class Starter(Struct, frozen=True, forbid_unknown_fields=True):
    """One script as its file has it; `under` is its category within the file's."""

    title: Annotated[str, Meta(min_length=1, max_length=MOST_TITLE)]
    code: Annotated[str, Meta(pattern=rf"^[a-z0-9]{{1,{MOST_CODE}}}$")]
    wordings: Annotated[tuple[Wording, ...], Meta(min_length=2)]
    under: Annotated[tuple[Category, ...], Meta(max_length=MOST_DEPTH - 1)] = ()
    keywords: tuple[str, ...] = ()
    topic: str = ""
    notes: str = ""
    promise: ScriptPromise | None = None


class StarterFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One tree of categories and its scripts by id."""

    category: Category
    scripts: dict[str, Starter]


class ScriptLibrary(Struct, frozen=True):
    """The shipped scripts, the slots that only they use, and what their promises are called."""

    scripts: list[LibraryScript]
    slots: dict[str, SlotSpec]
    promises: dict[PromiseKind, PromiseWords]


def load_script_library(folder: Path, cache: Path | None = None) -> ScriptLibrary:
    """Return the shipped library, in the order of its files.

    Raises WorldError `content_unreadable`, or `content_invalid` with file, line and key: an id or a code twice, or
    wordings that do not state the same slots.
    """
    found: dict[str, LibraryScript] = {}
    codes: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        if path.name in (SLOTS, PROMISES):
            continue
        file = yaml_file.load(path, StarterFile, cache)
        for id_, starter in file.scripts.items():
            fault = _fault(starter, id_ in found, starter.code in codes)
            if fault is not None:
                key, value = fault
                line = yaml_file.line_of(path, "scripts", id_, key)
                raise WorldError("content_invalid", file=path.name, line=line, key=f"scripts.{id_}.{key}", value=value)
            found[id_] = _script(id_, file.category, starter)
            codes.add(starter.code)
    return ScriptLibrary(
        scripts=list(found.values()),
        slots=yaml_file.load(folder / SLOTS, dict[str, SlotSpec], cache),
        promises=yaml_file.load(folder / PROMISES, dict[PromiseKind, PromiseWords], cache),
    )


def _fault(starter: Starter, has_id: bool, has_code: bool) -> tuple[str, str] | None:
    """Return the key at fault and what is wrong there."""
    if has_id:
        return "title", "another script has this id"
    if has_code:
        return "code", f"another script has the code {starter.code}"
    slots = [set(placeholders(wording)) for wording in starter.wordings]
    if any(one != slots[0] for one in slots):
        return "wordings", "not every wording has the same slots"
    return None


def _script(id_: str, category: str, starter: Starter) -> LibraryScript:
    return LibraryScript(
        id=id_, title=starter.title, wordings=starter.wordings, path=(category, *starter.under), code=starter.code,
        keywords=starter.keywords, notes=starter.notes, topic=starter.topic, promise=starter.promise,
    )  # fmt: skip
