"""The ZIP of a pack for an appeal: written whole or not at all, and looked at again without unpacking anything."""

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from msgspec import Struct

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.pack import (
    MANIFEST,
    FoundFile,
    Manifest,
    faults_of,
    is_safe_path,
    manifest_bytes,
    read_manifest,
)
from deskhelper.exchange.whole_file import whole_file

CHUNK = 1 << 20
MOST_MANIFEST = 16 << 20
FIRST_YEAR = 1980
"""A ZIP knows no time before."""

OnBytes = Callable[[int], None]
"""Told how many bytes were done; raises to stop."""


class Packing(Struct, frozen=True):
    """One file to pack: where it lies, its place in the ZIP, the wall time to write, and the SHA-256 it must have."""

    source: Path
    place: str
    at: datetime
    sha256: str


class PackLook(Struct, frozen=True):
    """What a pack holds, and what differs from its manifest."""

    manifest: Manifest
    faults: list[Problem]


def write_pack(path: Path, files: Sequence[Packing], manifest: Manifest, at: datetime, on_bytes: OnBytes) -> None:
    """Write the ZIP to `path`, which appears only once all of it is there; an older one of that name is replaced.

    Raises WorldError `pack_source_changed` where a file is not what it was, `file_not_written`; what `on_bytes` raises
    goes through. Either way nothing is left behind.
    """
    with whole_file(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            _add(archive, file, on_bytes)
        archive.writestr(_entry(MANIFEST, at, zipfile.ZIP_DEFLATED), manifest_bytes(manifest))


def look_at_pack(path: Path, on_bytes: OnBytes) -> PackLook:
    """Return what the pack at `path` holds and what differs. Raises WorldError `pack_unreadable`.

    Nothing is unpacked, and of no entry is more read than its manifest says it has.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            info = archive.getinfo(MANIFEST)
            if info.file_size > MOST_MANIFEST:
                raise ValueError(MANIFEST)
            manifest = read_manifest(archive.read(info))
            sizes = {file.path: file.size for file in manifest.files}
            found: dict[str, FoundFile] = {}
            extra = []
            for entry in archive.infolist():
                if entry.filename == MANIFEST and entry is info:
                    continue
                if entry.filename in found or entry.filename == MANIFEST or not is_safe_path(entry.filename):
                    extra.append(entry.filename)
                else:
                    found[entry.filename] = _found(archive, entry, sizes.get(entry.filename), on_bytes)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, ValueError) as error:
        raise WorldError("pack_unreadable", file=path.name, reason=_reason(error)) from error
    return PackLook(manifest, faults_of(manifest, found, extra))


def _add(archive: zipfile.ZipFile, file: Packing, on_bytes: OnBytes) -> None:
    """Write one file as it is; pictures and films are packed already."""
    seen = hashlib.sha256()
    try:
        source = file.source.open("rb")
    except OSError as error:
        raise WorldError("pack_source_changed", file=file.source.name) from error
    with source, archive.open(_entry(file.place, file.at, zipfile.ZIP_STORED), "w", force_zip64=True) as target:
        while chunk := source.read(CHUNK):
            seen.update(chunk)
            target.write(chunk)
            on_bytes(len(chunk))
    if seen.hexdigest() != file.sha256:
        raise WorldError("pack_source_changed", file=file.source.name)


def _entry(place: str, at: datetime, kind: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(place, (max(at.year, FIRST_YEAR), at.month, at.day, at.hour, at.minute, at.second))
    entry.compress_type = kind
    entry.external_attr = 0o644 << 16
    return entry


def _found(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, listed: int | None, on_bytes: OnBytes) -> FoundFile:
    """Return size and SHA-256 of an entry; of one that is larger than listed, or not listed, nothing is read."""
    if listed is None or entry.file_size != listed:
        return FoundFile(entry.file_size, None)
    try:
        with archive.open(entry) as stream:
            return _hashed(stream, listed, on_bytes)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return FoundFile(None, None)


def _hashed(stream: IO[bytes], most: int, on_bytes: OnBytes) -> FoundFile:
    seen, size = hashlib.sha256(), 0
    while size <= most and (chunk := stream.read(CHUNK)):
        seen.update(chunk)
        size += len(chunk)
        on_bytes(len(chunk))
    return FoundFile(size, seen.hexdigest())


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return MANIFEST
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
