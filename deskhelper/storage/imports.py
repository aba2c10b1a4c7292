"""Which files were imported when, known by their content."""

from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database


class ImportStore:
    """Reads and writes the log of imports over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def imported_at(self, sha256: str) -> Instant | None:
        """Return when a file with this content was last imported, None if never."""
        at = self._database.value("SELECT max(imported_at) FROM imports WHERE sha256 = ?", (sha256,))
        return None if at is None else int(at)

    def add(self, sha256: str, file: str, shop: str, now: Instant) -> None:
        """Note that a file was imported; part of the import's own transaction."""
        self._database.execute(
            "INSERT INTO imports (sha256, file, shop, imported_at) VALUES (?, ?, ?, ?)", (sha256, file, shop, now)
        )
