"""Small files of phrases as other tools write them, their words our own."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from deskhelper.content.phrases import load_phrase_content, read_foreign_yaml
from deskhelper.core.phrase import PhraseFile
from deskhelper.exchange.phrases.opening import OtherReaders, open_phrases
from deskhelper.paths import RESOURCES
from deskhelper.storage.ditto import read_ditto

Opener = Callable[..., PhraseFile]


@pytest.fixture(scope="session")
def look_up() -> Opener:
    formats = load_phrase_content(RESOURCES).formats
    others = OtherReaders(yaml=read_foreign_yaml, ditto=read_ditto)
    return lambda path, mapping=None: open_phrases(path, formats, others, mapping)


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "a.dat") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, *rows: Sequence[str | int], name: str = "a.dat") -> Path:
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def ditto(folder: Path, clips: Sequence[tuple[object, ...]], texts: Sequence[tuple[object, ...]]) -> Path:
    """Make a database as Ditto's: clips are number, text, is a group, parent, quick-paste text, kept."""
    path = folder / "a.dat"
    connection = sqlite3.connect(path)
    connection.execute(
        "CREATE TABLE Main (lID INTEGER PRIMARY KEY, lDate INTEGER, mText TEXT, lShortCut INTEGER, bIsGroup INTEGER, "
        "lParentID INTEGER, QuickPasteText TEXT, lDontAutoDelete INTEGER)"
    )
    connection.execute(
        "CREATE TABLE Data (lID INTEGER PRIMARY KEY, lParentID INTEGER, strClipBoardFormat TEXT, ooData BLOB)"
    )
    connection.executemany(
        "INSERT INTO Main (lID, mText, bIsGroup, lParentID, QuickPasteText, lDontAutoDelete) VALUES (?, ?, ?, ?, ?, ?)",
        clips,
    )
    connection.executemany("INSERT INTO Data (lParentID, strClipBoardFormat, ooData) VALUES (?, ?, ?)", texts)
    connection.commit()
    connection.close()
    return path
