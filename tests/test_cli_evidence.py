"""The commands of evidence: listed, added, packed without a display, and proved."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PySide6.QtWidgets import QApplication

from deskhelper.cli import commands
from tests.orders import NOW, NUMBER, house_on, imported

Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a case of platform arbitration whose outcome is reached."""
    house = house_on(tmp_path / "data")
    view = house.cases.open(imported(house), "platform_case")
    while view.walk.question is not None:
        view = house.cases.answer(view, view.walk.question, next(iter(view.flow.questions[view.walk.question].options)))
    house.marks.set_platform_notice(view.order, house.clock.now())
    house.close()
    return tmp_path / "data"


@pytest.fixture
def run(data: Path) -> Run:
    def call(*words: str | Path) -> Result:
        result = CliRunner().invoke(commands, [*map(str, words), "--data-dir", str(data), "--now", NOW])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def film(tmp_path: Path) -> Path:
    file = tmp_path / "录像.mp4"
    file.write_bytes(b"film" * 1000)
    return file


def plain(result: Result, status: int = 0) -> Any:
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


def test_a_case_lists_what_is_missing(run: Run) -> None:
    listed = plain(run("evidence", "list", NUMBER, "--json"), 3)
    assert listed["evidence_until"] == "2026-05-21T12:00:00+08:00"
    assert {item["state"] for item in listed["items"]} >= {"missing"}
    assert listed["log"]
    assert plain(run("evidence", "list", listed["case"], "--json"), 3) == listed
    told = run("evidence", "list", NUMBER).stdout
    assert "✗" in told
    assert "举证截止 2026-05-21 12:00" in told


def test_files_are_added_for_an_item_and_come_once(run: Run, film: Path) -> None:
    item = plain(run("evidence", "list", NUMBER, "--json"), 3)["items"][-1]["item"]
    added = plain(run("evidence", "add", NUMBER, film, "--item", item, "--json"))
    assert [file["name"] for file in added["added"]] == ["录像.mp4"]
    assert plain(run("evidence", "add", NUMBER, film, "--item", item, "--json"))["again"] == ["录像.mp4"]
    told = run("evidence", "add", NUMBER, film, "--item", item).stdout
    assert told == "录像.mp4 已经是这一项的证据，没有重复添加。\n"
    listed = plain(run("evidence", "list", NUMBER, "--json"), 3)
    assert [file["sha256"] for file in listed["items"][-1]["files"]] == [added["added"][0]["sha256"]]
    assert "录像.mp4" in run("evidence", "list", NUMBER).stdout
    wrong = run("evidence", "add", NUMBER, film, "--item", "没有这一项")
    assert wrong.exit_code == 2
    missing = run("evidence", "add", NUMBER, film.with_name("没有.mp4"))
    assert (missing.exit_code, "没有.mp4" in missing.stderr) == (1, True)


def test_a_pack_is_made_and_proved(qapp: QApplication, run: Run, film: Path, tmp_path: Path) -> None:
    run("evidence", "add", NUMBER, film)
    pack = tmp_path / "申诉.zip"
    made = plain(run("evidence", "pack", NUMBER, pack, "--text", "已按时发货。", "--json"))
    assert made["files"] == 1
    assert made["missing"]
    proved = plain(run("verify-pack", pack, "--json"))
    assert (proved["is_whole"], proved["is_known"], proved["files"]) == (True, True, 2)
    assert "完整" in run("verify-pack", pack).stdout
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr("多的.txt", "x")
    spoilt = run("verify-pack", pack)
    assert (spoilt.exit_code, "多了 多的.txt" in spoilt.stdout) == (3, True)
    assert plain(run("verify-pack", pack, "--json"), 3)["faults"][0]["part"] == "多的.txt"


def test_what_is_no_pack_and_an_order_without_a_case_are_told(run: Run, film: Path, data: Path) -> None:
    assert run("verify-pack", film).exit_code == 1
    house = house_on(data)
    imported(house, {"订单号": "260518-111111111110002"})
    house.close()
    nothing = run("evidence", "list", "260518-111111111110002")
    assert (nothing.exit_code, "没有编号为" in nothing.stderr) == (1, True)
    assert run("evidence", "list", "260518-000").exit_code == 1


def test_a_pack_is_made_without_a_display(data: Path, film: Path, tmp_path: Path) -> None:
    pack = tmp_path / "p.zip"
    words = ["evidence", "pack", NUMBER, str(pack), "--data-dir", str(data), "--now", NOW, "--json"]
    code = "import os; [os.environ.pop(n, 0) for n in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM')];"
    code += f"import sys; sys.argv = ['deskhelper', *{words!r}]; from deskhelper.cli import commands; commands()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"] == 0
    with zipfile.ZipFile(pack) as archive:
        assert archive.read("情况说明.pdf").startswith(b"%PDF")
