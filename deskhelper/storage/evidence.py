"""Evidence of cases to and from the database: files that were added, and packs that were made."""

from collections.abc import Sequence
from typing import Any

from deskhelper.core.case_log import MadePack
from deskhelper.core.evidence import EvidenceFile
from deskhelper.core.moments import Instant
from deskhelper.storage.database import Database

FILE = "case_id, item, name, file, sha256, size, note, added_at, agent, removed_at"
PACK = "case_id, made_at, agent, file, digest"


class EvidenceStore:
    """Reads and writes evidence over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, files: Sequence[EvidenceFile]) -> list[int]:
        """Keep files in one transaction, and return their ids; the ids that they come with do not count."""
        sql = f"INSERT INTO evidence ({FILE}) VALUES ({', '.join('?' * 10)})"
        with self._database.transaction() as connection:
            return [int(connection.execute(sql, _row(file)).lastrowid or 0) for file in files]

    def of_case(self, case_id: str) -> list[EvidenceFile]:
        """Return the files of a case, those that were taken off among them, the oldest first."""
        return self._files("WHERE case_id = ? ORDER BY added_at, id", (case_id,))

    def of_order(self, platform: str, order_no: str) -> list[EvidenceFile]:
        """Return the files of all cases of an order, the oldest first: another flow may have asked for them."""
        return self._files(
            "WHERE case_id IN (SELECT id FROM cases WHERE order_no = ? AND platform = ?) ORDER BY added_at, id",
            (order_no, platform),
        )

    def get(self, file_id: int) -> EvidenceFile | None:
        """Return one file, None where there is none."""
        return next(iter(self._files("WHERE id = ?", (file_id,))), None)

    def kept(self) -> list[EvidenceFile]:
        """Return the files of all cases that lie in the folder, oldest first."""
        return self._files("WHERE file <> '' ORDER BY id", ())

    def set_removed(self, file_ids: Sequence[int], at: Instant | None) -> None:
        """Note when files were taken off; None puts them back, as far as they were not deleted since."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE evidence SET removed_at = ? WHERE id = ? AND file <> ''", [(at, one) for one in file_ids]
            )

    def set_note(self, file_id: int, note: str) -> None:
        """Keep a note on a file."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE evidence SET note = ? WHERE id = ?", (note, file_id))

    def set_item(self, file_id: int, item: str) -> None:
        """Move a file to another item of the checklist."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE evidence SET item = ? WHERE id = ?", (item, file_id))

    def to_delete(self, before: Instant) -> list[EvidenceFile]:
        """Return the files that were taken off before then, and those of cases that are gone."""
        return self._files(
            "WHERE file <> '' AND (removed_at < ? OR NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id))"
            " ORDER BY id",
            (before,),
        )

    def forget_files(self, file_ids: Sequence[int]) -> None:
        """Note that files were deleted: name, time and SHA-256 stay in the log of a case, and go with the case."""
        with self._database.transaction() as connection:
            connection.executemany("UPDATE evidence SET file = '' WHERE id = ?", [(one,) for one in file_ids])
            for table in ("evidence", "snapshots", "answers_given", "packs"):
                connection.execute(
                    f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id)"
                )

    def outlived(self, before: Instant) -> list[EvidenceFile]:
        """Return the files of orders whose cases were all done before then, those without a file any more among them.

        Every case of an order shows the files of the others, so an open one keeps them all.
        """
        return self._files(
            "WHERE name <> '' AND EXISTS (SELECT 1 FROM cases WHERE cases.id = case_id) AND NOT EXISTS ("
            "SELECT 1 FROM cases own JOIN cases k ON k.order_no = own.order_no AND k.platform = own.platform"
            " WHERE own.id = case_id AND (k.closed_at IS NULL OR k.closed_at >= ?)) ORDER BY id",
            (before,),
        )

    def let_go(self, file_ids: Sequence[int], now: Instant) -> None:
        """Note that files were deleted since their time was over: no name and no note of theirs is left."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE evidence SET file = '', name = '', note = '', removed_at = ? WHERE id = ?",
                [(now, one) for one in file_ids],
            )

    def add_pack(self, pack: MadePack) -> None:
        """Keep that a pack was made."""
        with self._database.transaction() as connection:
            row = (pack.case_id, pack.made_at, pack.agent, pack.file, pack.digest)
            connection.execute(f"INSERT INTO packs ({PACK}) VALUES (?, ?, ?, ?, ?)", row)

    def packs_of(self, case_id: str) -> list[MadePack]:
        """Return the packs that were made of a case, the oldest first."""
        rows = self._database.rows(f"SELECT {PACK} FROM packs WHERE case_id = ? ORDER BY id", (case_id,))
        return [MadePack(*row) for row in rows]

    def _files(self, where: str, values: Sequence[Any]) -> list[EvidenceFile]:
        rows = self._database.rows(f"SELECT id, {FILE} FROM evidence {where}", values)
        return [
            EvidenceFile(
                id=row[0], case_id=row[1], item=row[2], name=row[3], file=row[4], sha256=row[5], size=row[6],
                note=row[7], added_at=row[8], agent=row[9], removed_at=row[10],
            )
            for row in rows
        ]  # fmt: skip


def _row(file: EvidenceFile) -> tuple[Any, ...]:
    return (
        file.case_id, file.item, file.name, file.file, file.sha256, file.size, file.note, file.added_at, file.agent,
        file.removed_at,
    )  # fmt: skip
