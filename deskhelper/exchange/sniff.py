"""What a file really is, by its content: a shop renames .xls to .csv and web pages to .xls."""

import os
import zipfile
from pathlib import Path
from typing import Literal

from deskhelper.core.errors import WorldError

SAMPLE = 1 << 20
"""So many bytes are looked at before a file is opened for good."""

MAX_UNPACKED = 4 << 30
"""A workbook that unpacks to more than this is refused: it would fill the memory."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite")
_MARKUP = (b"<!doctype", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<?xml", b"<style", b"<script")
_BOMS = (b"\xff\xfe", b"\xfe\xff")

Form = Literal["text", "workbook"]
Stamp = tuple[int, int]


def stamp(path: Path) -> Stamp:
    """Return size and time of change of `path`.

    Raises WorldError `file_missing`, `file_no_access`, `file_is_folder`, `file_not_table`.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise WorldError("file_missing", file=path.name) from None
    except PermissionError:
        raise WorldError("file_no_access", file=path.name) from None
    except OSError as error:
        raise unreadable(path, error) from error
    if path.is_dir():
        raise WorldError("file_is_folder", file=path.name)
    if not path.is_file():
        raise WorldError("file_not_table", file=path.name)
    return status.st_size, status.st_mtime_ns


def unreadable(path: Path, error: OSError) -> WorldError:
    """Return the world's error for a file that the operating system will not read."""
    if isinstance(error, PermissionError):
        return WorldError("file_no_access", file=path.name)
    if isinstance(error, FileNotFoundError):
        return WorldError("file_missing", file=path.name)
    return WorldError("file_unreadable", file=path.name, value=error.strerror or "")


def sample(path: Path) -> bytes:
    """Return the first bytes of `path`. Raises WorldError `file_empty`, `file_unreadable`."""
    try:
        with path.open("rb") as file:
            start = file.read(SAMPLE)
    except OSError as error:
        raise unreadable(path, error) from error
    if not start.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise WorldError("file_empty", file=path.name)
    return start


def form(path: Path, start: bytes) -> Form:
    """Tell text from workbook by the first bytes.

    Raises WorldError `file_is_page`, `file_is_page_alone` for one without rows, `file_not_table`.
    """
    if start.startswith(b"PK"):
        _check_zip(path)
        return "workbook"
    if start.startswith(OLE):
        _check_ole(path)
        return "workbook"
    if start.startswith(_BINARY):
        raise WorldError("file_not_table", file=path.name)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower().startswith(_MARKUP):
        has_rows = b"<table" in start.lower() or b"<workbook" in start.lower()
        raise WorldError("file_is_page" if has_rows else "file_is_page_alone", file=path.name)
    if b"\0" in start and not start.startswith(_BOMS):
        raise WorldError("file_not_table", file=path.name)
    return "text"


def _check_zip(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            unpacked = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        raise WorldError("file_cut", file=path.name) from None
    except OSError as error:
        raise unreadable(path, error) from error
    if not any(name.startswith("xl/workbook") or name == "content.xml" for name in names):
        raise WorldError("file_not_table", file=path.name)
    if unpacked > MAX_UNPACKED:
        raise WorldError("file_too_big", file=path.name)


def _check_ole(path: Path) -> None:
    """Refuse an OLE2 container that holds an encrypted workbook, or none at all."""
    try:
        raw = path.read_bytes() if os.path.getsize(path) < MAX_UNPACKED else b""
    except OSError as error:
        raise unreadable(path, error) from error
    if "EncryptedPackage".encode("utf-16-le") in raw:
        raise WorldError("file_password", file=path.name)
    if not any(name.encode("utf-16-le") in raw for name in ("Workbook", "Book")):
        raise WorldError("file_not_table", file=path.name)
