"""The commands that look after what is kept: promises, backup, restore, doctor."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskhelper.app import House
from deskhelper.cli import commands
from tests import orders as o
from tests.orders import NOW, NUMBER, SHOP, house_on, imported, order_file
from tests.services.walked import copied, walked

Run = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(data: Path) -> Run:
    def call(*words: str | Path, now: str = NOW) -> Result:
        result = CliRunner().invoke(commands, [*map(str, words), "--data-dir", str(data), "--now", now])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def promised(data: Path) -> Path:
    """Return a data folder in which a late order was promised for 18:00, with a coupon a day later."""
    house: House = house_on(data)
    copied(house, walked(house))
    house.close()
    return data


def plain(result: Result, status: int = 0) -> Any:
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


def test_open_promises_are_listed_the_first_due_first(run: Run, promised: Path) -> None:
    ship, coupon = plain(run("promises", "--json"))
    assert (ship["order_no"], ship["kind"], ship["due"], ship["fen"]) == (
        NUMBER, "ship", "2026-05-19T18:00:00+08:00", None,
    )  # fmt: skip
    assert (coupon["kind"], coupon["due"], coupon["fen"]) == ("coupon", "2026-05-20T18:00:00+08:00", 500)
    assert not ship["is_overdue"]
    assert ship["follow_up"]


@pytest.mark.parametrize(("hours", "kinds"), [("0", []), ("6", ["ship"]), ("48", ["ship", "coupon"])])
def test_only_what_is_due_soon_is_listed(run: Run, promised: Path, hours: str, kinds: list[str]) -> None:
    assert [one["kind"] for one in plain(run("promises", "--due", hours, "--json"))] == kinds


def test_a_promise_past_its_time_is_overdue_until_it_is_kept(run: Run, promised: Path) -> None:
    (ship,) = plain(run("promises", "--due", "0", "--json", now="2026-05-19T19:30:00+08:00"))
    assert ship["is_overdue"]
    assert "已过 1 小时 30 分" in run("promises", now="2026-05-19T19:30:00+08:00").stdout


def test_an_order_shipped_in_time_keeps_its_promise(run: Run, promised: Path, tmp_path: Path) -> None:
    file = order_file(tmp_path / "files", {**o.ONLINE, "发货时间": "2026-05-19 17:00:00"})
    assert run("import", file, "--shop", SHOP, now="2026-05-19T20:00:00+08:00").exit_code == 0
    assert [one["kind"] for one in plain(run("promises", "--json"))] == ["coupon"]


def test_an_order_shipped_too_late_leaves_the_promise_broken(run: Run, promised: Path, tmp_path: Path) -> None:
    file = order_file(tmp_path / "files", {**o.ONLINE, "发货时间": "2026-05-19 18:30:00"})
    assert run("import", file, "--shop", SHOP, now="2026-05-19T20:00:00+08:00").exit_code == 0
    assert [one["kind"] for one in plain(run("promises", "--json"))] == ["ship", "coupon"]


def test_closed_promises_are_listed_with_how_they_ended(run: Run, promised: Path, tmp_path: Path) -> None:
    file = order_file(tmp_path / "files", {**o.ONLINE, "发货时间": "2026-05-19 17:00:00"})
    run("import", file, "--shop", SHOP, now="2026-05-19T20:00:00+08:00")
    coupon, ship = plain(run("promises", "--all", "--json", now="2026-05-19T20:00:00+08:00"))
    assert (coupon["state"], coupon["closed_at"], coupon["closed_by"]) == ("open", None, None)
    assert (ship["state"], ship["closed_at"], ship["closed_by"], ship["is_overdue"]) == (
        "kept", "2026-05-19T17:00:00+08:00", "shipped", False,
    )  # fmt: skip
    assert "已兑现" in run("promises", "--all", now="2026-05-19T20:00:00+08:00").stdout


def test_without_promises_people_are_told_so(run: Run) -> None:
    assert "没有未兑现的承诺" in run("promises").stdout
    assert plain(run("promises", "--json")) == []


def test_a_backup_restores_everything(run: Run, promised: Path, data: Path, tmp_path: Path) -> None:
    (data / "flows").mkdir()
    (data / "flows" / "ours.yaml").write_text("id: [", encoding="utf-8")
    (data / "cache" / "old").write_text("x")
    made = plain(run("backup", tmp_path / "all.zip", "--json"))
    assert "deskhelper.db" in made["parts"]
    assert "flows/ours.yaml" in made["parts"]
    assert not [part for part in made["parts"] if part.startswith(("cache", "logs", "backups"))]
    before = plain(run("promises", "--json"))
    (data / "flows" / "ours.yaml").unlink()
    (data / "figures.json").write_text("{}")
    house = house_on(data)
    imported(house, {"订单号": "260518-111111111110009"})
    house.settings.change(agent="别人")
    house.close()
    assert run("restore", tmp_path / "all.zip").exit_code == 0
    assert plain(run("promises", "--json")) == before
    assert [one["order_no"] for one in plain(run("orders", "--json"))] == [NUMBER]
    assert (data / "flows" / "ours.yaml").read_text(encoding="utf-8") == "id: ["
    assert not (data / "figures.json").exists()
    assert list((data / "backups").glob("before-restore-*.zip")), "what was there is kept"


def damaged(file: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Write a copy of a backup with a change."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target


CHANGES: list[Callable[[dict[str, bytes]], Any]] = [
    lambda parts: parts.update({"deskhelper.db": parts["deskhelper.db"][:-1] + b"x"}),
    lambda parts: parts.update({"more.txt": b"x"}),
    lambda parts: parts.pop("deskhelper.db"),
    lambda parts: parts.pop("manifest.json"),
    lambda parts: parts.update({"manifest.json": b"[]"}),
    lambda parts: parts.update({"manifest.json": b"{"}),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_damaged_backup_changes_nothing(
    run: Run, promised: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    assert run("backup", tmp_path / "all.zip").exit_code == 0
    before = plain(run("promises", "--json"))
    refused = run("restore", damaged(tmp_path / "all.zip", tmp_path / "bad.zip", change))
    assert refused.exit_code == 1
    assert len(refused.stderr.strip().splitlines()) == 1
    assert plain(run("promises", "--json")) == before
    assert not (promised / "backups").exists()


def test_a_part_that_would_leave_the_folder_is_refused(run: Run, promised: Path, tmp_path: Path) -> None:
    def escape(parts: dict[str, bytes]) -> None:
        manifest = json.loads(parts["manifest.json"])
        manifest["files"]["../evil.txt"] = "0"
        parts["manifest.json"] = json.dumps(manifest).encode()
        parts["../evil.txt"] = b"x"

    assert run("backup", tmp_path / "all.zip").exit_code == 0
    assert run("restore", damaged(tmp_path / "all.zip", tmp_path / "bad.zip", escape)).exit_code == 1
    assert not (tmp_path / "evil.txt").exists()


@pytest.mark.parametrize("name", ["missing.zip", "words.zip"])
def test_what_is_no_backup_is_named(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "words.zip").write_text("no archive")
    refused = run("restore", tmp_path / name)
    assert refused.exit_code == 1
    assert name in refused.stderr


def test_a_backup_that_cannot_be_written_leaves_nothing(run: Run, promised: Path, tmp_path: Path) -> None:
    refused = run("backup", tmp_path / "gone" / "all.zip")
    assert "升级" not in refused.stderr
    assert "all.zip 没有写成" in refused.stderr
    assert ".part" not in refused.stderr
    assert refused.exit_code == 1
    assert "all.zip" in refused.stderr
    assert not (tmp_path / "gone").exists()


def test_the_doctor_finds_a_sound_house_well(run: Run, promised: Path) -> None:
    checks = plain(run("doctor", "--json"))
    assert {one["check"] for one in checks} >= {"data_folder", "database", "integrity", "settings", "flows"}
    assert all(one["is_well"] and one["problem"] is None for one in checks)
    assert "1 orders, 1 cases, 2 promises" in [one["words"] for one in checks]


def test_the_doctor_names_what_is_wrong(run: Run, promised: Path) -> None:
    (promised / "flows").mkdir()
    (promised / "flows" / "ours.yaml").write_text("id: [", encoding="utf-8")
    checks = plain(run("doctor", "--json"), 3)
    assert [one["check"] for one in checks if not one["is_well"]] == ["own_content"]
    assert "✗ own_content" in run("doctor").stdout


def test_the_doctor_sees_a_damaged_database(run: Run, promised: Path) -> None:
    (promised / "deskhelper.db").write_bytes(b"no database at all" * 100)
    for more in promised.glob("deskhelper.db-*"):
        more.unlink()
    checks = plain(run("doctor", "--json"), 3)
    assert [one["check"] for one in checks if not one["is_well"]] == ["database"]
