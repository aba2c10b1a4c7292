"""The shop's own values for the platform's figures, kept as one JSON file in the data folder."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from deskhelper.core.errors import WorldError
from deskhelper.core.override import Override


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
        part = self._path.with_suffix(".part")
        try:
            part.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=2))
            part.replace(self._path)
        except OSError as error:
            raise WorldError("file_unwritable", file=self._path.name, value=error.strerror or "") from error
        self.overrides = dict(overrides)
        self.unreadable = [name for name in self.unreadable if name not in overrides]

    def forget(self, name: str) -> None:
        """Leave out an entry that could not be read at the next writing."""
        self.unreadable = [each for each in self.unreadable if each != name]

    def _read(self) -> None:
        try:
            self._raw = msgspec.json.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])
        except FileNotFoundError:
            return
        except (OSError, msgspec.DecodeError, RecursionError):
            self.was_broken = True
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".broken.json"))
            return
        for name, raw in self._raw.items():
            try:
                self.overrides[name] = msgspec.json.decode(raw, type=Override)
            except (msgspec.DecodeError, RecursionError):
                self.unreadable.append(name)
