"""Opening, transactions, and what the world can do to a database file."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.storage import database as module
from deskhelper.storage.database import Database, Stopped
from deskhelper.storage.migrations import VERSION
from deskhelper.storage.sqlite import sqlite3


def code_of(error: pytest.ExceptionInfo[WorldError]) -> str:
    return error.value.problem.code


def test_the_sqlite_is_the_one_of_sqlite_utils() -> None:
    from sqlite_utils.utils import sqlite3 as theirs

    from deskhelper.storage.sqlite import sqlite3 as ours

    assert ours is theirs


def test_an_up_to_date_database_opens_without_sqlite_utils(tmp_path: Path) -> None:
    Database(tmp_path / "desk.db").close()
    code = (
        "import sys; from deskhelper.storage.database import Database\n"
        "from deskhelper.storage.orders import OrderStore\n"
        f"Database({str(tmp_path / 'desk.db')!r}).close(); sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_new_file_has_the_newest_schema(tmp_path: Path) -> None:
    with Database(tmp_path / "desk.db") as database:
        assert database.schema_version == VERSION
        assert database.value("PRAGMA journal_mode") == "wal"
        assert database.value("PRAGMA foreign_keys") == 1
    assert not (tmp_path / "backups").exists()


def test_a_transaction_is_kept_or_undone(database: Database) -> None:
    insert = "INSERT INTO couriers (text) VALUES (?)"
    with database.transaction() as connection:
        connection.execute(insert, ("中通",))
    with pytest.raises(ZeroDivisionError), database.transaction() as connection:
        connection.executemany(insert, ((str(1 // number),) for number in (1, 0)))
    assert database.rows("SELECT text FROM couriers") == [("中通",)]
    assert not database.connection.in_transaction


def test_a_transaction_within_another_is_kept_or_undone_with_it(database: Database) -> None:
    insert = "INSERT INTO couriers (text) VALUES (?)"
    with suppress(ZeroDivisionError), database.transaction():
        with database.transaction() as connection:
            connection.execute(insert, ("中通",))
        assert database.connection.in_transaction
        raise ZeroDivisionError
    assert database.rows("SELECT text FROM couriers") == []
    with database.transaction(), database.transaction() as connection:
        connection.execute(insert, ("圆通",))
    assert database.rows("SELECT text FROM couriers") == [("圆通",)]
    assert not database.connection.in_transaction


def test_what_was_written_stands_in_the_main_file_once_it_settled(tmp_path: Path) -> None:
    with Database(tmp_path / "desk.db") as database:
        database.execute("INSERT INTO couriers (text) VALUES ('顺丰速运')")
        assert "顺丰速运".encode() not in (tmp_path / "desk.db").read_bytes()
        database.settle()
        assert "顺丰速运".encode() in (tmp_path / "desk.db").read_bytes()


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with Database(path) as database:
        database.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(WorldError) as error:
        Database(path)
    assert code_of(error) == "database_newer"
    assert error.value.problem.values == {"file": str(path), "stored": VERSION + 1, "known": VERSION}


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes("订单号,订单状态\n".encode() * 400)
    with pytest.raises(WorldError) as error:
        Database(path)
    assert code_of(error) == "database_broken"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        Database(tmp_path / "none" / "desk.db")
    assert code_of(error) == "database_readonly"


def test_a_read_only_database_is_told(database: Database) -> None:
    database.execute("PRAGMA query_only = 1")
    with pytest.raises(WorldError) as error, database.transaction() as connection:
        connection.execute("INSERT INTO couriers (text) VALUES ('中通')")
    assert code_of(error) == "database_readonly"


def test_a_lock_of_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    with Database(tmp_path / "desk.db") as first, Database(tmp_path / "desk.db") as second:
        with first.transaction(), pytest.raises(WorldError) as error, second.transaction():
            pass
        assert code_of(error) == "database_locked"


def test_a_full_disk_is_told_and_undoes_the_transaction(database: Database) -> None:
    database.execute(f"PRAGMA max_page_count = {database.value('PRAGMA page_count') + 2}")
    with pytest.raises(WorldError) as error, database.transaction() as connection:
        connection.executemany("INSERT INTO couriers (text) VALUES (?)", ((f"{n:0500d}",) for n in range(100)))
    assert code_of(error) == "disk_full"
    assert database.value("SELECT count(*) FROM couriers") == 0


def test_a_fault_of_ours_stays_an_exception(database: Database) -> None:
    with pytest.raises(Exception, match="no such table"):
        database.execute("SELECT * FROM missing")


def test_a_change_by_another_connection_is_seen(tmp_path: Path) -> None:
    with Database(tmp_path / "desk.db") as first, Database(tmp_path / "desk.db") as second:
        before = first.changes_seen
        assert first.changes_seen == before
        with second.transaction() as connection:
            connection.execute("INSERT INTO couriers (text) VALUES ('中通')")
        assert first.changes_seen != before


def test_the_large_cache_ends_with_its_block(database: Database) -> None:
    small = database.value("PRAGMA cache_size")
    with database.large_cache():
        assert database.value("PRAGMA cache_size") == -module.IMPORT_CACHE_KIB
    assert database.value("PRAGMA cache_size") == small


ENDLESS = "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT n FROM counted"


def test_what_takes_longer_than_it_may_is_stopped_and_what_follows_is_not(database: Database) -> None:
    with pytest.raises(Stopped), database.within(0.01):
        database.rows(f"{ENDLESS} WHERE n < 0")
    assert database.value("SELECT 1") == 1


def test_rows_that_are_looked_at_one_by_one_are_stopped_too(database: Database) -> None:
    with pytest.raises(Stopped), database.within(0.01):
        for _ in database.each(ENDLESS):
            pass


def test_many_short_questions_are_stopped_between_two_of_them(database: Database) -> None:
    def ask() -> None:
        while True:
            database.value("SELECT 1")

    with pytest.raises(Stopped), database.within(0.01):
        ask()


def test_a_question_within_a_question_stops_both(database: Database) -> None:
    database.connection.create_function("asked", 1, lambda number: database.value(f"{ENDLESS} WHERE n < 0"))
    with pytest.raises(Stopped), database.within(0.01):
        database.rows("SELECT asked(1)")


def test_a_fault_in_time_stays_a_fault(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError), database.within(60):
        database.rows("SELECT nothing FROM nowhere")
