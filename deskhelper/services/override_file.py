"""The shop's own values for the platform's figures, kept as one JSON file in the data folder."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from deskhelper.core.override import Override
from deskhelper.services.kept_file import read_kept, write_kept


class OverrideFile:
    """Reads and writes the file whole: to a part beside it first, so that a crash leaves the old or the new one.

    An entry that cannot be read is named in `unreadable` and kept as it stands; a file that is no JSON is put aside.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw: dict[str, msgspec.Raw] = {}
        self.overrides: dict[str, Override] = {}
        self.unreadable: list[str] = []
        self.was_broken = False
        self._read()

    @property
    def name(self) -> str:
        """The file's name, for a sentence about it."""
        return self._path.name

    def write(self, overrides: Mapping[str, Override]) -> None:
        """Keep `overrides`. Raises WorldError `file_unwritable`; what was kept before then still stands."""
        kept = {name: self._raw[name] for name in self.unreadable if name not in overrides}
        kept |= {name: msgspec.Raw(msgspec.json.encode(override)) for name, override in overrides.items()}
        write_kept(self._path, kept)
        self.overrides = dict(overrides)
        self.unreadable = [name for name in self.unreadable if name not in overrides]

    def forget(self, name: str) -> None:
        """Leave out an entry that could not be read at the next writing."""
        self.unreadable = [each for each in self.unreadable if each != name]

    def _read(self) -> None:
        kept, self.was_broken = read_kept(self._path, dict[str, msgspec.Raw])
        self._raw = kept or {}
        for name, raw in self._raw.items():
            try:
                self.overrides[name] = msgspec.json.decode(raw, type=Override)
            except (msgspec.DecodeError, RecursionError):
                self.unreadable.append(name)
