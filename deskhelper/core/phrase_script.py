"""From a phrase as it was read to a script of our library, whole or not at all; and what the library has of it."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import MOST_BODY, MOST_CODE, MOST_DEPTH, MOST_TITLE, LibraryScript, Scope
from deskhelper.core.phrase import ReadPhrase
from deskhelper.core.search_keys import normalise
from deskhelper.core.slot_syntax import SlotFaultError, SlotNames, SlotReader
from deskhelper.core.text import PLACEHOLDER

TITLE_OF_BODY = 20
"""Where a phrase has no title, so many characters of its first line stand for one."""

_LEAD = re.compile(r"[\s。！？!?，,；;：:~～、]+")


class PhraseState(StrEnum):
    """What a phrase is to the library: new, the same as a script, like one (code or wording), or a row said twice."""

    NEW = "new"
    SAME = "same"
    DUPLICATE = "duplicate"
    TWICE = "twice"


class Likeness(Struct, frozen=True):
    """What a phrase is to the library: the script it is like, or the row of its file that says the same."""

    state: PhraseState
    script: LibraryScript | None = None
    row: int = 0


class MadeScript(Struct, frozen=True):
    """A script made of a phrase, and what was changed on the way. `has_title`: the file gave it its title."""

    script: LibraryScript
    notes: tuple[Problem, ...]
    has_title: bool = True


def made_script(phrase: ReadPhrase, names: SlotNames) -> MadeScript:
    """Return the script that `phrase` becomes.

    Raises WorldError, its row among the values, for a phrase that cannot be a script as a whole.
    """
    reader = SlotReader(names, phrase.declared)
    try:
        wordings = tuple(dict.fromkeys(_wording(one, phrase, reader) for one in phrase.wordings))
    except SlotFaultError as error:
        raise WorldError(error.code, row=phrase.row, value=error.value) from error
    ours = phrase.ours
    code = "".join(phrase.code.split())
    notes = [*phrase.notes_on, *reader.notes]
    if code != phrase.code:
        notes.append(Problem("phrase_code_blanks", {"value": code}))
    title = phrase.title.strip() or _title_of(wordings, {**names.known, **reader.titles})
    script = LibraryScript(
        id="",
        title=phrase.title if ours is not None and phrase.title.strip() else title,
        wordings=wordings,
        path=phrase.path,
        scope=Scope.SHOP,
        code=code,
        keywords=phrase.keywords,
        pictures=phrase.pictures,
        notes=phrase.notes,
        topic=phrase.topic,
        is_enabled=phrase.is_enabled,
        slot_titles=reader.titles,
        slot_choices=reader.choices,
    )
    if ours is not None:
        titles = {**ours.slot_titles, **reader.titles}
        script = replace(ours, wordings=wordings, code=code, title=script.title, slot_titles=titles)
    fault = _fault(script, phrase.row)
    if fault is not None:
        raise WorldError(fault.code, **fault.values)
    return MadeScript(script, tuple(notes), bool(phrase.title.strip()))


def _wording(text: str, phrase: ReadPhrase, reader: SlotReader) -> str:
    """Return a wording with our slots; in our own files only what has braces that are no slot of ours is read."""
    if phrase.ours is not None and not {"{", "}"} & {*PLACEHOLDER.sub("", text)}:
        return text
    return reader.read(text)


def _title_of(wordings: Iterable[str], titles: Mapping[str, str]) -> str:
    """Return the first words of the first wording as a title, slots by their titles."""
    words = PLACEHOLDER.sub(lambda match: titles.get(match[1], match[1]), next(iter(wordings), ""))
    first = next((one for one in words.splitlines() if _LEAD.sub("", one)), "")
    return first.strip()[:TITLE_OF_BODY].strip()


def _fault(script: LibraryScript, row: int) -> Problem | None:
    """Return why the script as a whole cannot be taken, None if it can."""
    if not script.wordings or not all(one.strip() for one in script.wordings) or not script.title:
        return Problem("phrase_empty", {"row": row})
    longest = max(map(len, script.wordings))
    limits = [
        ("phrase_code_long", len(script.code), MOST_CODE),
        ("phrase_title_long", len(script.title), MOST_TITLE),
        ("phrase_body_long", longest, MOST_BODY),
        ("phrase_deep", len(script.path), MOST_DEPTH),
        ("phrase_category_long", max(map(len, script.path), default=0), MOST_TITLE),
    ]
    for code, count, most in limits:
        if count > most:
            return Problem(code, {"row": row, "count": count, "most": most})
    if not all(name.strip() for name in script.path):
        return Problem("phrase_category_empty", {"row": row})
    return None


class KnownScripts:
    """The scripts of a library by id, code and wording; and, as a file is gone through, its rows."""

    def __init__(self, scripts: Iterable[LibraryScript]) -> None:
        self._of_id: dict[str, LibraryScript] = {}
        self._of_code: dict[str, LibraryScript] = {}
        self._of_body: dict[str, LibraryScript] = {}
        self._rows: dict[tuple[str, ...], int] = {}
        for script in scripts:
            self._of_id[script.id] = script
            if script.replaces:
                self._of_id[script.replaces] = script
            if script.code:
                self._of_code.setdefault(normalise(script.code), script)
            for wording in script.wordings:
                self._of_body.setdefault(normalise(wording), script)

    def likeness(self, made: MadeScript, row: int) -> Likeness:
        """Return what the library has of what was made of `row`: by id, wording or code."""
        script = made.script
        said = (normalise(script.code), *sorted(map(normalise, script.wordings)))
        earlier = self._rows.setdefault(said, row)
        if earlier != row:
            return Likeness(PhraseState.TWICE, row=earlier)
        like = self._of_id.get(script.id) or self._of_id.get(script.replaces) or self._like(script)
        if like is None:
            return Likeness(PhraseState.NEW)
        return Likeness(PhraseState.SAME if merged(like, made) == like else PhraseState.DUPLICATE, like)

    def _like(self, script: LibraryScript) -> LibraryScript | None:
        """Return the script with this code if it says the same too; else who says the same, else who has the code."""
        by_code = self._of_code.get(normalise(script.code)) if script.code else None
        said = {normalise(one) for one in script.wordings}
        if by_code is not None and said & {*map(normalise, by_code.wordings)}:
            return by_code
        return next((one for body in said if (one := self._of_body.get(body)) is not None), by_code)


def merged(mine: LibraryScript, made: MadeScript) -> LibraryScript:
    """Return `mine` with what a foreign phrase says: what its file has no word about stays as it is."""
    theirs = made.script
    return replace(
        mine,
        title=theirs.title if made.has_title else mine.title,
        wordings=theirs.wordings,
        path=theirs.path or mine.path,
        code=theirs.code or mine.code,
        keywords=theirs.keywords or mine.keywords,
        pictures=theirs.pictures or mine.pictures,
        notes=theirs.notes or mine.notes,
        topic=theirs.topic or mine.topic,
        is_enabled=theirs.is_enabled,
        review_on=theirs.review_on or mine.review_on,
        promise=theirs.promise or mine.promise,
        slot_titles=theirs.slot_titles,
        slot_choices=theirs.slot_choices,
    )
