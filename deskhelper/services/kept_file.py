"""What the data folder keeps beside the database: one JSON file for each thing, written whole or not at all."""

import contextlib
from pathlib import Path
from typing import TypeVar

import msgspec

from deskhelper.core.errors import WorldError

Kept = TypeVar("Kept")


def read_kept(path: Path, kind: type[Kept]) -> tuple[Kept | None, bool]:
    """Return what is kept at `path`, None where nothing is, and whether the file could not be read.

    One that could not is put aside as `.broken.json`, so that nothing is written over it.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind), False
    except FileNotFoundError:
        return None, False
    except (OSError, msgspec.DecodeError, RecursionError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".broken.json"))
        return None, True


def write_kept(path: Path, kept: object) -> None:
    """Keep `kept` at `path`: written beside it first, so that a crash leaves the old file or the new one.

    Raises WorldError `file_unwritable`; what was kept before then still stands.
    """
    part = path.with_suffix(".part")
    try:
        part.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=2))
        part.replace(path)
    except OSError as error:
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or "") from error
