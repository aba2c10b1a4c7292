"""The commands of a shift, as a script calls them: the cases, and the hand-over as a PDF."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtWidgets import QApplication

from deskhelper.app import House
from deskhelper.cli import commands
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from tests import orders as o
from tests.orders import NOW, NUMBER, at, imported
from tests.services.walked import copied, walked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one answered case, marked as a complaint, and one note."""
    house = House(DataFolder(tmp_path / "data"), FixedClock(at(NOW)))
    case_id = copied(house, walked(house)).case.id
    house.case_board.set_complaint(case_id, True)
    house.case_board.set_owner(case_id, "小安")
    house.hand_over.add_note("毯子缺货")
    house.close()
    return tmp_path / "data"


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, [*words, "--data-dir", str(folder), "--now", NOW])


def test_open_cases_are_listed_with_state_owner_and_deadline(folder: Path) -> None:
    (one,) = json.loads(run(folder, "cases", "--json").stdout)
    assert one["order_no"] == NUMBER
    assert (one["state"], one["owner"], one["is_complaint"]) == ("warehouse", "小安", True)
    assert (one["deadline"], one["deadline_by"]) == ("2026-05-19T18:00:00+08:00", "promise")
    assert one["next_step"] == "按约定时间发货并上传运单号"


@pytest.mark.parametrize(
    ("narrowed", "count"),
    [
        (["--state", "buyer"], 0), (["--state", "done"], 0), (["--owner", "小安"], 1), (["--flow", "after_sale"], 0),
        (["--complaints"], 1), (["测试四件套", "小安"], 1), (["枕头"], 0),
    ],
)  # fmt: skip
def test_cases_are_narrowed(folder: Path, narrowed: list[str], count: int) -> None:
    assert len(json.loads(run(folder, "cases", *narrowed, "--json").stdout)) == count


def test_cases_are_told_in_lines(folder: Path) -> None:
    assert run(folder, "cases").stdout.split("\t")[:3] == ["2026-05-19 18:00", "等仓库", "投诉"]
    assert run(folder, "cases", "nothing").stdout == "没有这样的案例。\n"


def test_a_state_that_is_none_is_wrong_usage(folder: Path) -> None:
    assert run(folder, "cases", "--state", "lost").exit_code == 2


def test_the_hand_over_is_written_to_a_pdf_and_remembered(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    target = tmp_path / "over.pdf"
    done = run(folder, "hand-over", str(target), "--json")
    assert (done.exit_code, target.read_bytes()[:4]) == (0, b"%PDF")
    told = json.loads(done.stdout)
    assert (told["cases"], told["promises"], told["overdue_orders"], told["notes"]) == (1, 1, 1, 1)
    house = House(DataFolder(folder), FixedClock(at(NOW)))
    assert house.hand_over.read().last is not None
    house.close()


def test_a_hand_over_that_cannot_be_written_is_told(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    done = run(folder, "hand-over", str(tmp_path / "gone" / "over.pdf"))
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_shipped_order_is_still_a_case(folder: Path) -> None:
    house = House(DataFolder(folder), FixedClock(at(NOW)))
    imported(house, o.ONLINE)
    house.close()
    assert len(json.loads(run(folder, "cases", "--json").stdout)) == 1
