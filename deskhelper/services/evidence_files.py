"""The folder of evidence: files are copied in whole and proved, never written over, and deleted late."""

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.evidence import MOST_BYTES, EvidenceFile, free_name, safe_name
from deskhelper.core.moments import DAY

FOLDER = "evidence"
CHUNK = 1 << 20
STALE_SECONDS = DAY
"""How old a file that no case knows must be before it is deleted: another desk may be writing it just now."""

OnBytes = Callable[[int], None]
"""Told how many bytes were done; raises to stop."""


class Pasted(Struct, frozen=True):
    """A picture that came from the clipboard: the name it gets, and its bytes."""

    name: str
    content: bytes


class Taken(Struct, frozen=True):
    """A file as it lies in the folder: its path within the data folder, its own name, SHA-256 and size in bytes."""

    file: str
    name: str
    sha256: str
    size: int


class EvidenceFiles:
    """Takes files into `evidence/<case>/` of the data folder."""

    def __init__(self, data_folder: Path) -> None:
        self._root = data_folder
        self._folder = data_folder / FOLDER

    def path(self, file: str) -> Path:
        """Return where a file lies that is known by its path within the data folder."""
        return self._root / file

    def take(self, case_id: str, source: Path | Pasted, on_bytes: OnBytes) -> Taken:
        """Copy a file in, read the copy back and compare. Whatever goes wrong, nothing is left behind.

        Raises WorldError `evidence_unreadable`, `evidence_empty`, `evidence_large`, `evidence_unwritable`,
        `evidence_copy`; what `on_bytes` raises goes through.
        """
        name = source.name
        target = self._new_file(case_id, name)
        try:
            digest, size = self._write(source, target, on_bytes)
            if self.hash_of(target, name) != digest:
                raise WorldError("evidence_copy", file=name)
        except BaseException:
            self._drop(target)
            raise
        return Taken(target.relative_to(self._root).as_posix(), name, digest, size)

    def drop(self, files: Iterable[str]) -> None:
        """Delete files, and their case's folder with the last one; one that is gone or held open is left."""
        for file in files:
            self._drop(self.path(file))

    def hash_of(self, path: Path, name: str = "") -> str:
        """Return the SHA-256 of a file. Raises WorldError `evidence_unreadable`."""
        try:
            with path.open("rb") as stream:
                return hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise _unreadable(name or path.name, error) from error

    def is_whole(self, file: EvidenceFile) -> bool:
        """Tell whether a file lies in the folder as it was added."""
        with contextlib.suppress(WorldError):
            return self.hash_of(self.path(file.file)) == file.sha256
        return False

    def drop_strangers(self, known: set[str]) -> int:
        """Delete old files that no case knows, such as a copy that was cut off; return how many."""
        dropped = 0
        for path in sorted(self._folder.rglob("*")):
            with contextlib.suppress(OSError):
                is_stale = path.is_file() and path.stat().st_mtime < time.time() - STALE_SECONDS
                if is_stale and path.relative_to(self._root).as_posix() not in known:
                    self._drop(path)
                    dropped += 1
        return dropped

    def _new_file(self, case_id: str, name: str) -> Path:
        """Make an empty file of a free name: made exclusively, so that two desks cannot take the same one."""
        folder = self._folder / safe_name(case_id)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            taken = {path.name for path in folder.iterdir()}
            while True:
                target = folder / free_name(name, taken)
                try:
                    target.open("xb").close()
                except FileExistsError:
                    taken.add(target.name)
                else:
                    return target
        except OSError as error:
            raise WorldError("evidence_unwritable", file=name, value=error.strerror or str(error)) from error

    def _write(self, source: Path | Pasted, target: Path, on_bytes: OnBytes) -> tuple[str, int]:
        """Copy the bytes; return their SHA-256 and how many they are."""
        seen, size = hashlib.sha256(), 0
        try:
            with target.open("wb") as stream:
                for chunk in _chunks(source):
                    seen.update(chunk)
                    size += len(chunk)
                    stream.write(chunk)
                    on_bytes(len(chunk))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise WorldError("evidence_unwritable", file=source.name, value=error.strerror or str(error)) from error
        if not size:
            raise WorldError("evidence_empty", file=source.name)
        return seen.hexdigest(), size

    def _drop(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            path.parent.rmdir()  # only once it is empty
            self._folder.rmdir()


def _chunks(source: Path | Pasted) -> Iterator[bytes]:
    """Yield the bytes of a source. Raises WorldError `evidence_unreadable`, `evidence_large`."""
    if isinstance(source, Pasted):
        if len(source.content) > MOST_BYTES:
            raise WorldError("evidence_large", file=source.name, most=MOST_BYTES >> 20)
        yield source.content
        return
    size = 0
    try:
        if source.stat().st_size > MOST_BYTES:
            raise WorldError("evidence_large", file=source.name, most=MOST_BYTES >> 20)
        stream = source.open("rb")
    except OSError as error:
        raise _unreadable(source.name, error) from error
    with stream:
        while chunk := _read(stream.read, source.name):
            size += len(chunk)
            if size > MOST_BYTES:
                raise WorldError("evidence_large", file=source.name, most=MOST_BYTES >> 20)
            yield chunk


def _read(read: Callable[[int], bytes], name: str) -> bytes:
    try:
        return read(CHUNK)
    except OSError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError) -> WorldError:
    return WorldError("evidence_unreadable", file=name, value=error.strerror or str(error))
