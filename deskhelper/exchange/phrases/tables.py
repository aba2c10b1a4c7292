"""Tables of phrases: each row of cells becomes a phrase, a word of a word list, or a refusal in words."""

from pathlib import PurePosixPath

from deskhelper.core.errors import Problem
from deskhelper.core.phrase import PhraseFormats, PhraseRejection, ReadPhrase, ReadWord
from deskhelper.exchange.phrases.cells import line_of, split, words_of
from deskhelper.exchange.phrases.grid import Grid
from deskhelper.exchange.phrases.headers import Head
from deskhelper.exchange.phrases.html_text import is_html, text_of

SHOWN = 20
MOST_WEIGHT = 10
_PICTURE_MARKS = ("|", ";", "；", ",", "，")


def file_name(path: str) -> str:
    """Return the last part of a path of any system: a foreign file never says where something is to be put."""
    return PurePosixPath(path.replace("\\", "/")).name


class TableReader:
    """Reads the rows below the header of one table; `rejections` tell what was refused."""

    def __init__(self, grid: Grid, head: Head, formats: PhraseFormats) -> None:
        self._rows = grid.rows[head.at + 1 :]
        self._head = head
        self._format = formats.formats[head.format]
        self._off = {word.lower() for word in formats.off_words}
        self._at = {field: at for field in head.mapping if (at := head.column(field)) is not None}
        self.rejections: list[PhraseRejection] = []

    def phrases(self) -> list[ReadPhrase]:
        """Return the phrases of all rows."""
        return [phrase for row, cells in self._rows if (phrase := self._phrase(row, cells)) is not None]

    def words(self) -> list[ReadWord]:
        """Return the words of a word list."""
        return [word for row, cells in self._rows if (word := self._word(row, cells)) is not None]

    def _phrase(self, row: int, cells: list[str]) -> ReadPhrase | None:
        if self._is_shifted(row, cells):
            return None
        kind = line_of(self._cell(cells, "kind"))
        if kind.lower() in self._format.left_out:
            self._refuse(row, "kind", Problem("phrase_not_text", {"row": row, "value": kind[:SHOWN]}))
            return None
        body = words_of(self._cell(cells, "body")) or words_of(self._cell(cells, "link"))
        notes: list[Problem] = []
        if self._format.is_html or is_html(body):
            bare = text_of(body)
            notes += [Problem("phrase_html")] if bare != body else []
            body = bare
        if not body:
            self._refuse(row, "body", Problem("phrase_empty", {"row": row}))
            return None
        marks = self._format
        return ReadPhrase(
            row=row,
            wordings=split_wordings(body, marks.wording_marks),
            title=line_of(self._cell(cells, "title")),
            path=(*split(self._cell(cells, "path"), marks.path_marks), *split(self._cell(cells, "subpath"), ())),
            code=line_of(self._cell(cells, "code")),
            keywords=split(self._cell(cells, "keywords"), marks.keyword_marks),
            pictures=tuple(map(file_name, split(self._cell(cells, "pictures"), _PICTURE_MARKS))),
            notes=words_of(self._cell(cells, "notes")),
            topic=self._topic(cells, notes),
            is_enabled=line_of(self._cell(cells, "enabled")).lower() not in self._off,
            notes_on=tuple(notes),
        )

    def _topic(self, cells: list[str], notes: list[Problem]) -> str:
        meant = line_of(self._cell(cells, "topic")).lower()
        if meant and meant not in self._format.topics:
            notes.append(Problem("phrase_topic", {"value": meant[:SHOWN]}))
        return self._format.topics.get(meant, "")

    def _word(self, row: int, cells: list[str]) -> ReadWord | None:
        word, subject, weight = (line_of(self._cell(cells, field)) for field in ("body", "path", "notes"))
        if not word:
            self._refuse(row, "body", Problem("phrase_empty", {"row": row}))
            return None
        if weight and not (weight.isascii() and weight.isdigit() and 1 <= int(weight) <= MOST_WEIGHT):
            self._refuse(row, "notes", Problem("phrase_weight", {"row": row, "value": weight[:SHOWN]}))
            return None
        return ReadWord(row, word, subject, int(weight or 0))

    def _is_shifted(self, row: int, cells: list[str]) -> bool:
        is_wide = any(map(line_of, cells[len(self._head.names) :])) and not self._format.is_open
        if is_wide:
            self._refuse(row, "", Problem("phrase_row_wide", {"row": row}))
        return is_wide

    def _cell(self, cells: list[str], field: str) -> str:
        at = self._at.get(field)
        return cells[at] if at is not None and at < len(cells) else ""

    def _refuse(self, row: int, field: str, problem: Problem) -> None:
        """Tell why a row is not taken."""
        self.rejections.append(PhraseRejection(row, line_of(self._head.mapping.get(field, "")), problem))


def split_wordings(body: str, marks: list[str]) -> tuple[str, ...]:
    """Return the wordings in one cell, split at any of `marks`."""
    for mark in marks[1:]:
        body = body.replace(mark, marks[0])
    parts = body.split(marks[0]) if marks else [body]
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
