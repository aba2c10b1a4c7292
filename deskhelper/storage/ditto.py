"""Ditto's clipboard database, read as it is and never written: the clips that somebody keeps on purpose.

Its history may hold anything that was ever copied, so only clips in groups, with a quick-paste text or marked as kept
are read. The columns of Ditto are not documented: what is missing is done without.
"""

from pathlib import Path
from typing import Any

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.phrase import PhraseRejection, ReadPhrase
from deskhelper.storage.sqlite import Connection, sqlite3

UNICODE, ANSI = "CF_UNICODETEXT", "CF_TEXT"
MOST_DEPTH, SHOWN = 20, 20
NEEDED = {"lID", "mText"}


def read_ditto(path: Path) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return the kept clips of a Ditto database and those that are no text.

    Raises WorldError `phrase_not_library` for another database, `phrase_database` for one that cannot be read.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            return _clips(connection, path)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise WorldError("phrase_database", file=path.name) from error


def _clips(connection: Connection, path: Path) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    columns = _columns(connection, "Main")
    if not columns >= NEEDED:
        raise WorldError("phrase_not_library", file=path.name)
    wanted = ["lID", "mText", "bIsGroup", "lParentID", "QuickPasteText", "lDontAutoDelete"]
    chosen = ", ".join(name if name in columns else "NULL" for name in wanted)
    rows = connection.execute(f"SELECT {chosen} FROM Main ORDER BY lID").fetchall()
    groups = {row[0]: (_words(row[1]), row[3]) for row in rows if row[2]}
    texts = _texts(connection)
    phrases, rejections, left = list[ReadPhrase](), list[PhraseRejection](), 0
    for number, text, is_group, parent, quick, is_kept in rows:
        path_in, title = _path(groups, parent), " ".join(_words(quick).split())
        if is_group or not (path_in or title or is_kept):
            left += not is_group
            continue
        body = _clean(_words(text) if texts is None else texts.get(number, ""))
        if body:
            phrases.append(ReadPhrase(row=number, wordings=(body,), title=title if title != body else "", path=path_in))
        else:
            problem = Problem("phrase_not_text", {"row": number, "value": _words(text)[:SHOWN]})
            rejections.append(PhraseRejection(number, "", problem))
    if left:
        rejections.append(PhraseRejection(0, "", Problem("phrase_clips_left", {"count": left})))
    return phrases, rejections


def _columns(connection: Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}


def _texts(connection: Connection) -> dict[int, str] | None:
    """Return the text of each clip by its number, None where the database has no table of them."""
    if not _columns(connection, "Data") >= {"lParentID", "strClipBoardFormat", "ooData"}:
        return None
    texts: dict[int, str] = {}
    rows = connection.execute(
        "SELECT lParentID, ooData, strClipBoardFormat FROM Data WHERE strClipBoardFormat IN (?, ?) "
        "ORDER BY strClipBoardFormat = ?",
        (UNICODE, ANSI, UNICODE),
    )
    for number, raw, kind in rows:
        texts[number] = _decoded(raw, kind)
    return texts


def _decoded(raw: Any, kind: str) -> str:
    """Return the words of a clip, which ends with a zero: UTF-16, or the code page of a Chinese Windows."""
    if not isinstance(raw, bytes):
        return _words(raw)
    return raw.decode("utf-16-le" if kind == UNICODE else "gb18030", "ignore").partition("\0")[0]


def _path(groups: dict[int, tuple[str, Any]], parent: Any) -> tuple[str, ...]:
    """Return the names of the groups around a clip, the outermost first; one that lies in itself ends there."""
    names: list[str] = []
    while parent in groups and len(names) < MOST_DEPTH:
        name, parent = groups[parent]
        names.insert(0, " ".join(name.split()) or "-")
    return tuple(names)


def _clean(text: str) -> str:
    bare = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(char for char in bare if char.isprintable() or char in "\n\t").strip()


def _words(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)
