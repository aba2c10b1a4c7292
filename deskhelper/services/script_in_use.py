"""The script in use as a file in the data folder, so that a crash loses nothing that was typed into it."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from deskhelper.core.errors import WorldError
from deskhelper.services.kept_file import write_kept

if TYPE_CHECKING:
    from deskhelper.core.script_state import ScriptState

FILE = "script_in_use.json"


class ScriptInUse:
    """Keeps one state; the file is there only while something is typed that has not left."""

    def __init__(self, data_folder: Path) -> None:
        self._path = data_folder / FILE
        self._kept: ScriptState | None = None

    @property
    def is_kept(self) -> bool:
        """Whether anything was left behind."""
        return self._path.exists()

    def read(self, agent: str) -> "ScriptState | None":
        """Return what `agent` left behind; a file that cannot be read, or is another's, is as none."""
        from deskhelper.core.script_state import ScriptState

        with contextlib.suppress(OSError, msgspec.DecodeError, RecursionError):
            state = msgspec.json.decode(self._path.read_bytes(), type=ScriptState)
            if state.agent == agent:
                self._kept = state
                return state
        return None

    def keep(self, state: "ScriptState | None") -> None:
        """Keep a state, or that there is none. Raises WorldError `file_unwritable`."""
        if state == self._kept:
            return
        if state is not None:
            write_kept(self._path, state)
        else:
            self._forget()
        self._kept = state

    def _forget(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            raise WorldError("file_unwritable", file=self._path.name, value=error.strerror or "") from error
