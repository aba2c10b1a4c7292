"""Writing a picture: whole or not at all."""

import os
import tempfile
from pathlib import Path

from deskhelper.core.errors import WorldError


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` to `path`, taking the place of what was there; until it is whole the old file stays.

    Raises WorldError `folder_missing`, `file_unwritable`.
    """
    if not path.parent.is_dir():
        raise WorldError("folder_missing", folder=str(path.parent))
    part: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        part = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.chmod(0o666 & ~_mask())
        part.replace(path)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        raise WorldError("file_unwritable", file=path.name, value=error.strerror or "") from error


def _mask() -> int:
    """Return what the user's new files are not allowed; the system tells it only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
