"""Every released schema opens, is copied first, and comes out as a new database has it.

After adding a step, write the new schema: `python -m tests.storage.test_migrations`.
"""

from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.storage import migrations
from deskhelper.storage.database import Database
from deskhelper.storage.migrations import STEPS, VERSION
from deskhelper.storage.sqlite import Connection, sqlite3

SCHEMAS = Path(__file__).with_name("schemas")
NOW = 1_779_172_200


def dump(connection: Connection, version: int) -> str:
    """Return the schema as SQL; the tables that FTS5 makes for itself are left out."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    kept = [sql for name, sql in rows if not any(name.startswith(f"{own}_search_") for own in ("product", "receiver"))]
    done = connection.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY id").fetchall()
    inserts = [
        f"INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('{group}', '{name}', '')"
        for group, name in done
    ]
    return ";\n".join([*kept, *inserts, f"PRAGMA user_version = {version}"]) + ";\n"


def old_database(path: Path, version: int) -> None:
    connection = sqlite3.connect(str(path))
    connection.executescript((SCHEMAS / f"v{version}.sql").read_text(encoding="utf-8"))
    connection.execute("INSERT INTO order_notes VALUES ('pdd', '260519-1', '大客户', 5)")
    connection.commit()
    connection.close()


def structure(database: Database) -> set[tuple[str, str]]:
    return set(database.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_every_released_schema_opens(tmp_path: Path, version: int) -> None:
    path = tmp_path / "desk.db"
    old_database(path, version)
    with Database(path, NOW) as database, Database(":memory:") as new:
        assert database.schema_version == VERSION
        assert structure(database) == structure(new)
        assert database.rows("SELECT text FROM order_notes") == [("大客户",)]


def test_the_newest_schema_is_kept_as_a_fixture(database: Database) -> None:
    expected = (SCHEMAS / f"v{VERSION}.sql").read_text(encoding="utf-8")
    assert dump(database.connection, VERSION) == expected


def test_a_dated_copy_is_kept_before_each_step(tmp_path: Path) -> None:
    path = tmp_path / "deskhelper.db"
    old_database(path, 1)
    Database(path, NOW).close()
    copies = sorted(copy.name for copy in (tmp_path / "backups").iterdir())
    assert copies == [f"deskhelper-20260519-063000-v{version}.db" for version in range(1, VERSION)]
    kept = sqlite3.connect(str(tmp_path / "backups" / copies[0]))
    assert kept.execute("SELECT text FROM order_notes").fetchall() == [("大客户",)]
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    kept.close()


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(tables: object) -> None:
        tables.execute("CREATE TABLE half (id)")  # type: ignore[attr-defined]
        raise ZeroDivisionError

    path = tmp_path / "desk.db"
    Database(path).close()
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, broken))
    monkeypatch.setattr(migrations, "VERSION", VERSION + 1)
    connection = sqlite3.connect(str(path), isolation_level=None)
    with pytest.raises(ZeroDivisionError):
        migrations.migrate(connection, path, VERSION, NOW)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
    connection.close()


def test_a_copy_that_cannot_be_written_stops_the_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    old_database(path, 1)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(WorldError) as error:
        Database(path, NOW)
    assert error.value.problem.code == "backup_failed"
    connection = sqlite3.connect(str(path))
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def _write_schemas() -> None:
    """Write the schema of each version that has no file yet; a released one is never written again."""
    steps = migrations.STEPS
    for version in range(1, len(steps) + 1):
        migrations.STEPS, migrations.VERSION = steps[:version], version
        connection = sqlite3.connect(":memory:", isolation_level=None)
        migrations.migrate(connection, "", 0, 0)
        target = SCHEMAS / f"v{version}.sql"
        if not target.exists():
            target.write_text(dump(connection, version), encoding="utf-8")
        connection.close()


if __name__ == "__main__":
    _write_schemas()
