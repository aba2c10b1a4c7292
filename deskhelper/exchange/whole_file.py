"""Writing a file for other programs: whole or not at all."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from deskhelper.core.errors import WorldError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield where to write what takes the place of `path` once all of it is there; whatever fails, no part is left.

    Raises WorldError `file_not_written`.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise WorldError("file_not_written", file=path.name, value=error.strerror or str(error)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
