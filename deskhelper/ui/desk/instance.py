"""One desk for one data folder: a second start raises the first, hands its files over and ends.

The lock is a QLockFile; one that a crash left behind is taken over. A call is a file in the folder `calls`, written by
the second start and taken away by the first (see `call_box`): QtNetwork, which has the local sockets that are usual for
this, would cost 3 MB and 12 ms, and could be called by other users of the machine. All this is on the way to the first
paint, so it loads nothing that the second start alone needs.
"""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct
from PySide6.QtCore import QLockFile

from deskhelper.core.errors import Problem

LOCK_FILE = "desk.lock"
CALLS_FOLDER = "calls"
CALL = ".json"
PATIENCE_MS, STEP_MS = 5000, 20
"""How long a second start waits for the first, which may still be opening its database."""


class Call(Struct, frozen=True, forbid_unknown_fields=True):
    """What a second start asks for: come to the front, and import these files."""

    files: list[str] = []


class Instance:
    """The hold of this process on the data folder `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = QLockFile(str(root / LOCK_FILE))
        self._lock.setStaleLockTime(0)  # a desk stays open for days; one that has crashed is known by its process id

    def claim(self) -> bool:
        """Take the folder; return whether no other desk has it. Where no lock can be made, nobody has it."""
        return self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Let the folder go."""
        self._lock.unlock()

    @property
    def holder(self) -> tuple[int, str]:
        """The process id and the machine of the desk that has the folder; 0 and nothing where they cannot be read."""
        found = self._lock.getLockInfo()
        pid, machine, *_ = found if isinstance(found, tuple) and len(found) > 1 else (0, "")
        return int(pid), str(machine)

    def call(self, files: Sequence[Path] = (), patience: int = PATIENCE_MS) -> Problem:
        """Ask the desk that has the folder to come to the front and import `files`; return what became of it."""
        from PySide6.QtCore import QSysInfo

        process, machine = self.holder
        if machine not in ("", QSysInfo.machineHostName()):
            return Problem("desk_open_elsewhere", {"value": machine, "file": LOCK_FILE})
        _let_come_to_front(process)
        is_taken = self._leave_call(files, patience)
        return Problem("desk_is_open") if is_taken else Problem("desk_silent", {"value": str(process)})

    def _leave_call(self, files: Sequence[Path], patience: int) -> bool:
        """Leave a call and wait until it is taken, `patience` ms at most; return whether it was."""
        folder = self._root / CALLS_FOLDER
        name = folder / f"{os.getpid()}{CALL}"
        asked = Call([str(file.absolute()) for file in files])
        try:
            folder.mkdir(exist_ok=True)
            part = name.with_suffix(".part")
            part.write_bytes(msgspec.json.encode(asked))
            part.replace(name)
        except OSError:
            return False
        for _ in range(0, patience, STEP_MS):
            if not name.exists():
                return True
            time.sleep(STEP_MS / 1000)
        return not take_away(name)


def take_away(name: Path) -> bool:
    """Take a call away; tell whether it was still there."""
    try:
        name.unlink()
    except OSError:
        return False
    return True


def _let_come_to_front(process: int) -> None:
    """Allow the other desk to raise itself: on Windows only the program that the user just started may do that."""
    if sys.platform == "win32" and process:
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(process)
