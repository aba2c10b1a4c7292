"""A look at everything the program stands on: data folder, database, content, the machine. Changes nothing."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.flow_check import prove
from deskhelper.core.reply import Library
from deskhelper.services.clock import Clock
from deskhelper.services.evidence_files import EvidenceFiles
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.evidence import EvidenceStore

LEAST_FREE = 1 << 30
"""Bytes: an import of a million orders takes about half a gigabyte."""


class Check(Struct, frozen=True):
    """One thing that was looked at. `problem` is None where it is well; `words` say what was found."""

    name: str
    words: str
    problem: Problem | None = None


class DoctorService:
    """Looks at the data folder and the content in force."""

    def __init__(
        self, folder: Path, database: Path, clock: Clock, settings: SettingsService, library: Callable[[], Library]
    ) -> None:
        self._folder = folder
        self._file = database
        self._clock = clock
        self._settings = settings
        self._library = library

    def checks(self) -> Iterator[Check]:
        """Yield each check as it is done; the database's takes some seconds with a million orders."""
        yield self._disk()
        yield from self._database()
        file = self._settings.path
        broken = Problem("settings_broken", {"file": file.name}) if self._settings.was_broken else None
        yield Check("settings", str(file), broken)
        yield from self._content()

    def _disk(self) -> Check:
        free = shutil.disk_usage(self._folder).free
        low = Problem("doctor_disk", {"free": free >> 20}) if free < LEAST_FREE else None
        return Check("data_folder", f"{self._folder}, {free >> 20} MB free", low)

    def _database(self) -> Iterator[Check]:
        try:
            with Database(self._file, self._clock.now()) as database:
                words = f"SQLite {database.sqlite_version}, schema {database.schema_version}"
                yield Check("database", words)
                fault = database.fault()
                damaged = Problem("doctor_database", {"reason": fault}) if fault else None
                orders, cases, promises = (database.count(name) for name in ("orders", "cases", "promises"))
                yield Check("integrity", f"{orders} orders, {cases} cases, {promises} promises", damaged)
                yield self._evidence(EvidenceStore(database).kept())
        except WorldError as error:
            yield Check("database", str(self._file), error.problem)

    def _evidence(self, kept: list[EvidenceFile]) -> Check:
        """Hold each file of evidence that was not taken off against its SHA-256."""
        folder = EvidenceFiles(self._folder)
        files = [file for file in kept if file.removed_at is None]
        spoilt = [file for file in files if not folder.is_whole(file)]
        words = f"{len(files)} files, {sum(file.size for file in files) >> 20} MB"
        values: dict[str, str | int] = {"count": len(spoilt), "file": spoilt[0].name if spoilt else ""}
        return Check("evidence", words, Problem("doctor_evidence", values) if spoilt else None)

    def _content(self) -> Iterator[Check]:
        try:
            library = self._library()
        except WorldError as error:
            yield Check("content", "", error.problem)
            return
        for problem in library.switched_off:
            yield Check("own_content", str(problem.values.get("file", "")), problem)
        proofs = [prove(flow, library) for flow in library.flows.values()]
        first = next((fault for proof in proofs for fault in proof.faults), None)
        values = {"flow": first.flow, "reason": first.reason} if first else {}
        words = f"{len(proofs)} flows, {sum(proof.paths for proof in proofs)} paths"
        yield Check("flows", words, Problem("doctor_flow", {**values}) if first else None)
