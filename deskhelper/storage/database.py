"""One connection to the desk's database: opened, brought to the newest schema, and asked in transactions."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, Self

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import Instant
from deskhelper.storage.migrations import VERSION, migrate
from deskhelper.storage.sqlite import Connection, Cursor, sqlite3

DESK_CACHE_KIB = 4096
COUNTING_CACHE_KIB = 256
IMPORT_CACHE_KIB = 192 * 1024
BUSY_SECONDS = 5.0
STEPS_BETWEEN_LOOKS = 20_000
STEPS_WITHIN = 2_000
"""The same where a few milliseconds count: some 50 µs."""

_CODES = {
    "SQLITE_BUSY": "database_locked",
    "SQLITE_LOCKED": "database_locked",
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_full",
    "SQLITE_READONLY": "database_readonly",
    "SQLITE_PERM": "database_readonly",
    "SQLITE_CANTOPEN": "database_readonly",
    "SQLITE_CORRUPT": "database_broken",
    "SQLITE_NOTADB": "database_broken",
}


def _world_error(error: sqlite3.Error, file: str) -> WorldError | None:
    """Return what `error` of SQLite means to the user, None where it is a fault of ours."""
    name = str(getattr(error, "sqlite_errorname", ""))
    code = next((code for prefix, code in _CODES.items() if name.startswith(prefix)), None)
    return WorldError(code, file=file) if code else None


def _never() -> bool:
    return False


class Stopped(Exception):  # noqa: N818  # no error: the user went on
    """A query ended early, as `stop_when` was to make it."""


class Database:
    """A connection of one thread. A path of `:memory:` makes a database that ends with the connection.

    Opening creates or upgrades the schema; `now` (an instant) dates the copy that is kept before an upgrade.
    Raises WorldError `database_newer`, `database_locked`, `database_broken`, `database_readonly`, `disk_full`.
    """

    def __init__(self, path: Path | str, now: Instant = 0) -> None:
        self.path = path
        self._version = 0
        self._is_over: Callable[[], bool] = _never
        with self._told():
            self.connection = sqlite3.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None)
        try:
            with self._told():
                self._set_up()
                self._upgrade(now)
        except BaseException:
            self.connection.close()
            raise

    def _set_up(self) -> None:
        self.execute("PRAGMA journal_mode = WAL")
        self.execute("PRAGMA synchronous = NORMAL")
        self.execute("PRAGMA foreign_keys = ON")
        self.execute(f"PRAGMA cache_size = -{DESK_CACHE_KIB}")

    def _upgrade(self, now: Instant) -> None:
        stored = self.schema_version
        if stored > VERSION:
            raise WorldError("database_newer", file=str(self.path), stored=stored, known=VERSION)
        if stored < VERSION:
            migrate(self.connection, self.path, stored, now)

    @property
    def schema_version(self) -> int:
        """The version of the schema in the file; 0 for an empty file."""
        return int(self.value("PRAGMA user_version"))

    @property
    def changes_seen(self) -> tuple[int, int]:
        """A value that differs once any connection has changed the database: what was cached is then stale."""
        return int(self.value("PRAGMA data_version")), self.connection.total_changes

    def execute(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Cursor:
        """Run one statement. Raises WorldError for what is the world's."""
        with self._told():
            return self.connection.execute(sql, values)

    def each(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one query as they are found. Raises WorldError for what is the world's."""
        with self._told():
            yield from self.connection.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one query. Raises WorldError for what is the world's."""
        with self._told():
            return self.connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the first column of the first row of one query, None where there is no row."""
        with self._told():
            row = self.connection.execute(sql, values).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Write in one transaction: kept when the block ends, undone when it raises.

        A block within another is part of its transaction.
        """
        if self.connection.in_transaction:
            yield self.connection
            return
        with self._told():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def stop_when(self, is_cancelled: Callable[[], bool]) -> None:
        """End a running query with Stopped soon after `is_cancelled` says so: for long looks in the background."""
        self.connection.set_progress_handler(is_cancelled, STEPS_BETWEEN_LOOKS)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """End what is asked in the block with Stopped where it is not done in about so many seconds."""
        end = monotonic() + seconds
        self._is_over = lambda: monotonic() > end
        self.connection.set_progress_handler(self._is_over, STEPS_WITHIN)
        try:
            yield
        finally:
            self._is_over = _never
            self.connection.set_progress_handler(None, 0)

    def settle(self) -> None:
        """Carry what was written into the main file: after much of it in the background, lest a copy on the window's
        thread be the one that does (50 ms for a queue of 20,000 orders)."""
        self.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def small_cache(self) -> None:
        """Keep hardly any page in memory: for a connection that only counts."""
        self.execute(f"PRAGMA cache_size = -{COUNTING_CACHE_KIB}")

    @contextmanager
    def large_cache(self) -> Iterator[None]:
        """Let SQLite keep more pages in memory while the block runs (a bulk import)."""
        self.execute(f"PRAGMA cache_size = -{IMPORT_CACHE_KIB}")
        try:
            yield
        finally:
            self.execute(f"PRAGMA cache_size = -{DESK_CACHE_KIB}")
            self.execute("PRAGMA shrink_memory")

    @property
    def sqlite_version(self) -> str:
        """The version of SQLite in use."""
        return str(sqlite3.sqlite_version)

    def fault(self) -> str:
        """Return the first fault that SQLite finds in the file, empty where it is sound; reads all of it."""
        found = str(self.value("PRAGMA quick_check(1)"))
        return "" if found == "ok" else found

    def count(self, table: str) -> int:
        """Return how many rows `table` has; the name is the caller's own."""
        return int(self.value(f'SELECT count(*) FROM "{table}"'))

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy of the whole database to the new file `path`, while others go on working."""
        with self._told(), closing(sqlite3.connect(str(path))) as copy:
            self.connection.backup(copy)

    def replace_with(self, other: "Database") -> None:
        """Put the content of `other` in the place of this one's, in one go, while others have it open."""
        with self._told():
            other.connection.backup(self.connection)

    def close(self) -> None:
        """Close the connection; the database object is of no use afterwards."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        if self._is_over():
            raise Stopped
        try:
            yield
        except sqlite3.Error as error:
            # a query that one of our own functions asked within another ends that one with an error of its own
            if getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT" or self._is_over():
                raise Stopped from error
            told = _world_error(error, str(self.path))
            if told is None:
                raise
            raise told from error
