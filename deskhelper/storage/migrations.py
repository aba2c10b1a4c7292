"""The steps from an empty file to the newest schema: append-only, each in one transaction, a dated copy first.

To add a table: write `schema_<topic>.py` with one function that takes a sqlite-utils database, append it to STEPS
below, dump the new schema into tests/storage/schemas/ (a test says how). A released step is never changed.
"""

from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import Instant
from deskhelper.storage.schema_care import create_care
from deskhelper.storage.schema_cases import create_cases
from deskhelper.storage.schema_orders import create_orders
from deskhelper.storage.schema_scripts import create_scripts
from deskhelper.storage.schema_traces import create_traces
from deskhelper.storage.schema_waits import create_waits
from deskhelper.storage.sqlite import Connection, sqlite3
from deskhelper.unread import unread

if TYPE_CHECKING:
    from sqlite_utils import Database as Tables

Step = Callable[["Tables"], None]

STEPS: tuple[Step, ...] = (create_orders, create_cases, create_traces, create_scripts, create_care, create_waits)
"""Step number n leads from version n to version n + 1."""

VERSION = len(STEPS)
BACKUPS = "backups"


def migrate(connection: Connection, path: Path | str, stored: int, now: Instant) -> None:
    """Run the steps that `connection` has not seen; `stored` is its version, 0 for an empty file.

    sqlite-utils is imported here and nowhere on the way of an up-to-date database.
    """
    with unread("numpy"):  # here for the plots; sqlite-utils would take it, for 0.1 s of the first start
        from sqlite_utils import Database as Tables
        from sqlite_utils.migrations import Migrations

    migrations = Migrations("deskhelper")
    for number, step in enumerate(STEPS, 1):
        migrations(name=f"{number:03d}_{step.__name__}")(_numbered(step, number))
    tables = Tables(connection, recursive_triggers=False, execute_plugins=False)
    for number in range(stored + 1, VERSION + 1):
        if stored:
            back_up(connection, backup_path(Path(path), now, number - 1))
        following = None if number == VERSION else f"{number + 1:03d}_{STEPS[number].__name__}"
        migrations.apply(tables, stop_before=following)


def _numbered(step: Step, number: int) -> Step:
    def run(tables: "Tables") -> None:
        step(tables)
        tables.execute(f"PRAGMA user_version = {number}")

    return run


def backup_path(path: Path, now: Instant, version: int) -> Path:
    """Return where the copy of the database at `path` is kept: `backups/deskhelper-20260519-091231-v1.db` (UTC)."""
    stamp = datetime.fromtimestamp(now, UTC).strftime("%Y%m%d-%H%M%S")
    return path.parent / BACKUPS / f"{path.stem}-{stamp}-v{version}.db"


def back_up(connection: Connection, target: Path) -> None:
    """Copy the whole database to `target`, replacing a file of that name. Raises WorldError `backup_failed`."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(str(target))) as copy:
            connection.backup(copy)
    except (OSError, sqlite3.Error) as error:
        raise WorldError("backup_failed", file=str(target), reason=str(error)) from error
