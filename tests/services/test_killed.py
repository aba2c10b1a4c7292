"""Killed in the middle of anything (SIGKILL), the next start finds all that was done before, and nothing half done."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deskhelper.services.evidence_files import Pasted
from deskhelper.storage.database import Database
from tests import orders as o
from tests.orders import NUMBER, order_file
from tests.services.conftest import HouseAt
from tests.services.killing import DEEDS, SECOND
from tests.services.walked import copied, walked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL there")
NEW = "260519-111111111110002"
FIRST = Pasted("first.png", b"\x89PNG\r\n\x1a\n" + b"1" * 5000)
Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def template(house_at: HouseAt, tmp_path: Path) -> Path:
    """A data folder with a case, copied and filled anew, with evidence; a later order file beside it."""
    house = house_at()
    view = house.cases.set_slot(copied(house, walked(house)), "new_time", "2026-05-19 20:00")
    view = house.cases.set_slot(view, "coupon_yuan", "8")
    house.evidence.add(view.case.id, "", [FIRST])
    order_file(tmp_path / "later", {**o.LATE, **o.ONLINE}, {"订单号": NEW}, name="orders_export2026-05-19-11-30-00.csv")
    house.close()
    return tmp_path


@pytest.fixture
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("killed")


def rows_of(folder: Path) -> Rows:
    """Return everything that is stored, by table."""
    with Database(folder / "deskhelper.db") as database:
        assert database.value("PRAGMA integrity_check") == "ok"
        names = [name for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
        stored = [name for name in names if "_search" not in name]
        return {name: sorted(database.rows(f"SELECT * FROM {name}"), key=repr) for name in stored}


def killed_at_each_place(template: Path, outside: Path, deed: str) -> list[Path]:
    words = [sys.executable, "-m", "tests.services.killing", str(template), str(outside), deed]
    done = subprocess.run(words, capture_output=True, text=True, timeout=120, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    tries = sorted(path for path in outside.iterdir() if path.name != "whole")
    assert len(tries) == int(done.stdout)
    return tries


@pytest.mark.parametrize("deed", DEEDS)
def test_after_a_kill_all_is_as_before_the_deed_or_as_after_it(template: Path, outside: Path, deed: str) -> None:
    before = rows_of(template)
    tries = killed_at_each_place(template, outside, deed)
    after = rows_of(outside / "whole")
    assert after != before
    assert len(tries) >= 3
    for folder in tries:
        found = rows_of(folder)
        assert found in (before, after), f"half done when killed at {folder.name}"
    assert rows_of(tries[0]) == before


def test_a_picture_cut_off_by_a_kill_is_no_evidence_and_goes_and_the_next_try_is_whole(
    template: Path, outside: Path
) -> None:
    for folder in killed_at_each_place(template, outside, "evidence"):
        house = o.house_on(folder)
        case_id = house.orders.card("pdd", NUMBER).cases[0].id
        files = house.evidence.look(house.cases.get(case_id)).checklist.files
        assert [file.name for file in files] in (["first.png"], ["first.png", "second.png"])
        assert all(house.evidence.path(file).read_bytes() for file in files)
        assert len(house.evidence.add(case_id, "", [SECOND]).files) == 2 - len(files)
        files = house.evidence.look(house.cases.get(case_id)).checklist.files
        assert [house.evidence.path(file).read_bytes() for file in files] == [FIRST.content, SECOND.content]
        house.close()


def test_an_import_that_was_killed_is_done_again_and_finds_everything(template: Path, outside: Path) -> None:
    for number, folder in enumerate(killed_at_each_place(template, outside, "read_in")):
        if number % 4:
            shutil.rmtree(folder)
            continue
        house = o.house_on(folder)
        report = house.imports.run(folder / "later" / "orders_export2026-05-19-11-30-00.csv", o.SHOP)
        assert report.new + report.updated + report.unchanged == 2
        assert [line.order.order_no for line in house.orders.search("0002")] == [NEW]
        assert house.orders.find(NUMBER).tracking_no == o.TRACKING
        assert len(house.orders.card("pdd", NUMBER).copies) == 1
        house.close()
