"""Where the desk takes the calls of further starts on its data folder (see `instance`)."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QFileSystemWatcher, QObject, Signal
from shiboken6 import delete

from deskhelper.ui.desk.instance import CALL, CALLS_FOLDER, Call, take_away

MOST_CALL_BYTES = 64_000


class CallBox(QObject):
    """Watches the folder of the calls; those too count that came while the desk was still opening."""

    called = Signal(list)
    """The files to import, none where the desk is just to come to the front."""

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = root / CALLS_FOLDER
        self._watcher: QFileSystemWatcher | None = None

    def open(self) -> None:
        """Take calls from now on. Where the folder cannot be made, none come."""
        try:
            self._folder.mkdir(exist_ok=True)
        except OSError:
            return
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_folder_changed)
        self._watcher.addPath(str(self._folder))
        self._on_folder_changed()

    def close(self) -> None:
        """Take no more calls. The watcher goes now: the garbage collector may run in a thread of background work."""
        if self._watcher is not None:
            delete(self._watcher)
        self._watcher = None

    def _on_folder_changed(self) -> None:
        for name in sorted(self._folder.glob(f"*{CALL}")):
            call = _read(name)
            if take_away(name) and call is not None:
                self.called.emit([Path(file) for file in call.files])


def _read(name: Path) -> Call | None:
    try:
        if name.stat().st_size > MOST_CALL_BYTES:
            return None
        return msgspec.json.decode(name.read_bytes(), type=Call)
    except (OSError, msgspec.DecodeError):
        return None
