"""How much stands open, in numbers alone: asked at every start, so it loads nothing of what it counts."""

from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database


class OpenWorkStore:
    """Counts over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def has_tabs(self) -> bool:
        """Return whether any case stands open as a tab."""
        return bool(self._database.value("SELECT EXISTS (SELECT 1 FROM cases WHERE tab IS NOT NULL)"))

    def promises_until(self, until: Instant) -> int:
        """Return how many open promises are due until `until`."""
        sql = "SELECT count(*) FROM promises WHERE closed_at IS NULL AND due_at <= ?"
        return int(self._database.value(sql, (until,)))
