"""Phrases of foreign libraries as they are read, before they become scripts, and the kinds of files they come in."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.slot_syntax import Declared, SlotWords
from deskhelper.core.text import Text

PHRASE_FIELDS = (
    "path", "code", "title", "body", "keywords", "pictures", "notes", "enabled", "topic", "kind", "link", "subpath",
)  # fmt: skip
"""What a column of a phrase table can hold. `kind` says text or picture, `link` stands in for an empty body,
`subpath` is a category within that of `path`."""

MAPPED_FIELDS = ("body", "title", "code", "path", "keywords", "notes")
"""The fields that the user is asked for where a table is nobody's; the first one it cannot do without."""

PhraseFileKind = Literal["phrases", "words"]


class PhraseFormat(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A kind of table of phrases: its header and what the cells mean. Headers are compared without case and blanks.

    `header` are the names by which it is recognised, all of which must be there (`…` at the end: begins so);
    `columns` say which field they hold, beyond the general names. The marks split one cell into several values.
    `topics` and `left_out` name by their words what is meant and which kinds are no text. Rows of an open table may
    have more cells than its header.
    """

    title: Text
    kind: PhraseFileKind = "phrases"
    header: list[str] = []
    columns: dict[str, list[str]] = {}
    path_marks: list[str] = []
    keyword_marks: list[str] = []
    wording_marks: list[str] = []
    topics: dict[str, str] = {}
    left_out: list[str] = []
    is_html: bool = False
    is_open: bool = False
    is_general: bool = False


class PhraseFormats(Struct, frozen=True, forbid_unknown_fields=True):
    """All kinds of phrase tables by id, and the names of columns that mean a field in any table."""

    columns: dict[str, list[str]]
    off_words: list[str]
    formats: dict[str, PhraseFormat]


class PhraseContent(Struct, frozen=True):
    """What shipped files say about foreign phrases: kinds of tables, and slots by their names elsewhere."""

    formats: PhraseFormats
    slots: Mapping[str, SlotWords]


class ReadPhrase(Struct, frozen=True, kw_only=True):
    """One phrase as it stands in its file, slots unchanged. `row` is the file row or, without rows, its number.

    `declared` is what the file says about its slots; `ours` is the whole script where the file is one of our own.
    `notes_on` are told in the preview.
    """

    row: int
    wordings: tuple[str, ...]
    title: str = ""
    path: tuple[str, ...] = ()
    code: str = ""
    keywords: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    notes: str = ""
    topic: str = ""
    is_enabled: bool = True
    declared: Mapping[str, Declared] = {}
    ours: LibraryScript | None = None
    notes_on: tuple[Problem, ...] = ()


class ReadWord(Struct, frozen=True):
    """A word that must not be said, from a word list: its field and its weight of 1 to 10, 0 where there is none."""

    row: int
    word: str
    subject: str = ""
    weight: int = 0


class PhraseRejection(Struct, frozen=True):
    """Why something of a file was refused: row (or number) and column, empty where it is about the whole row."""

    row: int
    column: str
    problem: Problem


class PhraseLook(Struct, frozen=True, kw_only=True):
    """A first look at a file. A table of nobody's (`format` empty) needs a mapping, field to header.

    `rows` are the first data rows; empty for files that are no tables. `title` says in words what the file is.
    """

    file: str
    format: str
    title: Text
    header: list[str] = []
    rows: list[list[str]] = []
    mapping: dict[str, str] = {}
    signature: str = ""
    needs_mapping: bool = False


class PhraseFile(Struct, frozen=True, kw_only=True):
    """What was read from a file of phrases, and what was refused; `notes` are about the file as a whole."""

    look: PhraseLook
    phrases: list[ReadPhrase] = []
    words: list[ReadWord] = []
    rejections: list[PhraseRejection] = []
    notes: list[Problem] = []
