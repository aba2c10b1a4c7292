"""One file with everything that a shop has in its data folder, and the way back from it.

A backup is a ZIP of the database and the shop's own files with a manifest of their SHA-256. What can be made anew
(the cache) and what may grow (logs, earlier copies) stays out. Restoring checks all of it before anything changes.
"""

import json
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import iso
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database

MANIFEST = "manifest.json"
DATABASE = "deskhelper.db"
LEFT_OUT = {"cache", "logs", "backups"}
PACKED_ALREADY = {"evidence", "pictures"}
_CHUNK = 1 << 20


class BackupReport(Struct, frozen=True):
    """What was written or read: the file, its parts, the bytes of all parts together."""

    file: Path
    parts: list[str]
    size: int


class BackupService:
    """Makes a backup of the data folder `folder` with its `database` and restores one."""

    def __init__(self, folder: Path, database: Path, clock: Clock) -> None:
        self._folder = folder
        self._database = database
        self._clock = clock

    def backup(self, file: Path) -> BackupReport:
        """Write everything to `file`; an earlier backup of that name is replaced only by a whole one.

        Raises WorldError `backup_not_written`.
        """
        part = file.with_name(file.name + ".part")
        try:
            with TemporaryDirectory() as scratch:
                copy = Path(scratch) / DATABASE
                with Database(self._database, self._clock.now()) as database:
                    database.copy_to(copy)
                report = self._write(part, copy)
            part.replace(file)
        except (OSError, ValueError) as error:
            part.unlink(missing_ok=True)
            reason = getattr(error, "strerror", None) or str(error)
            raise WorldError("backup_not_written", file=str(file), reason=reason) from error
        return BackupReport(file, report.parts, report.size)

    def restore(self, file: Path) -> BackupReport:
        """Put the content of the backup `file` in the place of the data folder's; what was there is backed up first.

        Raises WorldError `restore_unreadable`, `restore_damaged`, `database_newer`, `backup_not_written`; then nothing
        has changed.
        """
        with TemporaryDirectory() as scratch:
            parts = _unpacked(file, Path(scratch))
            with Database(Path(scratch) / DATABASE, self._clock.now()) as restored:
                if self._database.exists():
                    self.backup(self._before_restore())
                with Database(self._database, self._clock.now()) as database:
                    database.replace_with(restored)
            for path in self._own_files():
                if not path.samefile(file):  # a backup that lies in the data folder itself
                    path.unlink()
            size = (Path(scratch) / DATABASE).stat().st_size
            for name in parts:
                if name != DATABASE:
                    target = self._folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(Path(scratch) / name, target)
                    size += target.stat().st_size
        return BackupReport(file, parts, size)

    def _before_restore(self) -> Path:
        stamp = datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y%m%d-%H%M%S")
        folder = self._folder / "backups"
        folder.mkdir(exist_ok=True)
        return folder / f"before-restore-{stamp}.zip"

    def _write(self, part: Path, copy: Path) -> BackupReport:
        listed: dict[str, str] = {}
        size = 0
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, path in [(DATABASE, copy), *((self._name(one), one) for one in self._own_files())]:
                archive.write(path, name, _kind_of(name))
                listed[name] = _hash(path)
                size += path.stat().st_size
            manifest = {
                "program": version("deskhelper"), "made_at": iso(self._clock.now(), self._clock.zone), "files": listed,
            }  # fmt: skip
            archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2))
        return BackupReport(part, list(listed), size)

    def _own_files(self) -> Iterator[Path]:
        """Yield the shop's files beside the database."""
        for path in sorted(self._folder.rglob("*")):
            first = path.relative_to(self._folder).parts[0]
            is_own = first not in LEFT_OUT and not first.startswith((DATABASE, "."))
            if is_own and path.suffix != ".part" and path.is_file():
                yield path

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


def _kind_of(name: str) -> int:
    """Return how a part is packed: pictures and films of evidence are packed already."""
    return zipfile.ZIP_STORED if name.split("/")[0] in PACKED_ALREADY else zipfile.ZIP_DEFLATED


def _unpacked(file: Path, target: Path) -> list[str]:
    """Unpack a backup into `target` and hold each part against the manifest; return the parts."""
    try:
        with zipfile.ZipFile(file) as archive:
            listed = json.loads(archive.read(MANIFEST))["files"]
            if set(archive.namelist()) != {*listed, MANIFEST} or DATABASE not in listed:
                raise WorldError("restore_damaged", file=str(file), part=MANIFEST)
            for name in listed:
                if Path(name).is_absolute() or ".." in Path(name).parts:
                    raise WorldError("restore_damaged", file=str(file), part=name)
                archive.extract(name, target)
                if _hash(target / name) != listed[name]:
                    raise WorldError("restore_damaged", file=str(file), part=name)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise WorldError("restore_unreadable", file=str(file)) from error
    return list(listed)


def _hash(path: Path) -> str:
    found = sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
