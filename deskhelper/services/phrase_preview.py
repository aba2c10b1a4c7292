"""What an import of phrases would do, row by row, and what it did."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.outgoing import Finding
from deskhelper.core.outgoing.word_list import OwnWord
from deskhelper.core.phrase import PhraseLook, PhraseRejection, ReadWord
from deskhelper.core.phrase_script import Likeness, MadeScript, PhraseState
from deskhelper.services.words import WordService


class Choice(StrEnum):
    """What becomes of a phrase that the library has already: mine stays, theirs is taken, or both are kept."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class PhraseRow(Struct, frozen=True):
    """A row of a file as the script it would become, what the library has of it, and what the agent should know.

    `findings` are those of the outgoing check, each with the number of its wording; none where it has yet to look.
    """

    row: int
    made: MadeScript
    like: Likeness
    notes: tuple[Problem, ...]
    findings: tuple[tuple[int, Finding], ...] = ()

    @property
    def script(self) -> LibraryScript:
        """The script that the row would become."""
        return self.made.script

    @property
    def state(self) -> PhraseState:
        """What the row is to the library."""
        return self.like.state


class WordRow(Struct, frozen=True):
    """A word of a word list; it is not new when the shop or the shipped list has it."""

    row: int
    word: OwnWord
    is_new: bool


class PhrasePreview(Struct, frozen=True):
    """What an import would do."""

    path: Path
    look: PhraseLook
    rows: list[PhraseRow]
    words: list[WordRow]
    rejections: list[PhraseRejection]
    notes: list[Problem]

    def count(self, state: PhraseState) -> int:
        """Return how many rows are in `state`."""
        return sum(row.state is state for row in self.rows)


class AppliedImport(Struct, frozen=True, kw_only=True):
    """What an import did: scripts added and replaced, rows left as they were (`kept`), words added, rows refused.

    `before`, `after` and `new_words` are what its undo needs.
    """

    added: int
    replaced: int
    kept: int
    words: int
    rejections: list[PhraseRejection]
    notes: list[Problem]
    before: list[LibraryScript]
    after: list[LibraryScript]
    new_words: list[OwnWord]


class UndoneImport(Struct, frozen=True, kw_only=True):
    """What the undo of an import did: scripts removed and restored, words removed; `edited` since and left alone."""

    removed: int
    restored: int
    edited: int
    words: int


def own_words(read: list[ReadWord], service: WordService, rejections: list[PhraseRejection]) -> list[WordRow]:
    """Return the words of a list as the shop would keep them; what cannot be kept goes to `rejections`."""
    has = {one.words.lower() for one in service.kept.own} | {one.words.lower() for one in service.shipped()}
    rows: list[WordRow] = []
    for one in read:
        word = OwnWord(one.word)
        fault = service.fault(word)
        if fault is not None:
            rejections.append(PhraseRejection(one.row, "", fault))
            continue
        rows.append(WordRow(one.row, word, one.word.lower() not in has))
        has.add(one.word.lower())
    return rows
