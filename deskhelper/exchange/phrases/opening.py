"""A file of phrases opened by its content: whose it is, what it holds, and what of it was refused."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.phrase import PhraseFile, PhraseFormats, PhraseLook, PhraseRejection, ReadPhrase, ReadWord
from deskhelper.exchange.phrases.espanso import is_espanso, read_espanso
from deskhelper.exchange.phrases.grid import Grid, IsDatabase, IsYaml, Plain, opened
from deskhelper.exchange.phrases.headers import GENERAL, Head, head_of, header_names
from deskhelper.exchange.phrases.json_files import json_format, read_json
from deskhelper.exchange.phrases.own_files import is_own_yaml, read_own_table, read_own_yaml
from deskhelper.exchange.phrases.tables import TableReader

SAMPLE_ROWS = 20
OWN_TABLE = "deskhelper"


class OtherReaders(Struct, frozen=True):
    """Readers of what this room may not read: YAML, and a database of Ditto's."""

    yaml: Callable[[Path], Any]
    ditto: Callable[[Path], tuple[list[ReadPhrase], list[PhraseRejection]]]


Read = tuple[list[ReadPhrase], list[PhraseRejection]]


def open_phrases(
    path: Path, formats: PhraseFormats, others: OtherReaders, mapping: Mapping[str, str] | None = None
) -> PhraseFile:
    """Return what `path` holds. `mapping` (field to header) is the user's, for a table of nobody's.

    Without it such a table is only looked at: its `look` says `needs_mapping`. Raises WorldError for a file that
    cannot be read at all.
    """
    found = opened(path, header_names(formats))
    if isinstance(found, Grid):
        return _table(path, found, formats, mapping)
    format_id, (phrases, rejections) = _other(path, found, others)
    look = PhraseLook(file=path.name, format=format_id, title=formats.formats[format_id].title)
    notes = [one.problem for one in rejections if not one.row]
    return PhraseFile(look=look, phrases=phrases, rejections=[one for one in rejections if one.row], notes=notes)


def _other(path: Path, found: Plain | IsYaml | IsDatabase, others: OtherReaders) -> tuple[str, Read]:
    """Return the kind and the phrases of a file that is no table."""
    if isinstance(found, IsDatabase):
        return "ditto", others.ditto(path)
    if isinstance(found, Plain):
        format_id = json_format(found.content)
        if format_id:
            return format_id, read_json(found.content, format_id)
        content = found.content
    else:
        content = others.yaml(path)
    if is_own_yaml(content):
        return "deskhelper_yaml", read_own_yaml(content)
    if is_espanso(content):
        return "espanso", read_espanso(content)
    raise WorldError("phrase_not_library", file=path.name)


def _table(path: Path, grid: Grid, formats: PhraseFormats, mapping: Mapping[str, str] | None) -> PhraseFile:
    if not grid.rows:
        raise WorldError("phrase_not_library", file=path.name)
    head = head_of(grid, formats, mapping)
    look = _look(path, grid, head, formats)
    if look.needs_mapping:
        return PhraseFile(look=look)
    words: list[ReadWord] = []
    phrases: list[ReadPhrase] = []
    if head.format == OWN_TABLE:
        phrases, rejections = read_own_table(grid, head)
    else:
        reader = TableReader(grid, head, formats)
        if formats.formats[head.format].kind == "words":
            words = reader.words()
        else:
            phrases = reader.phrases()
        rejections = reader.rejections
    notes = [] if phrases or words or rejections else [Problem("phrase_nothing", {"file": path.name})]
    return PhraseFile(look=look, phrases=phrases, words=words, rejections=rejections, notes=notes)


def _look(path: Path, grid: Grid, head: Head, formats: PhraseFormats) -> PhraseLook:
    return PhraseLook(
        file=path.name,
        format=head.format,
        title=formats.formats[head.format or GENERAL].title,
        header=head.names,
        rows=[cells for _, cells in grid.rows[head.at + 1 :][:SAMPLE_ROWS]],
        mapping=head.mapping,
        signature=head.signature,
        needs_mapping=not head.format,
    )
