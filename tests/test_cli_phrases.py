"""`deskhelper scripts import` and `scripts export`: exit states, JSON, and that nothing is overwritten silently."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskhelper.cli import commands

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str | Path) -> Result:
        more = ["--data-dir", str(tmp_path / "data"), "--now", "2026-05-19T12:00+08:00"]
        result = CliRunner().invoke(commands, ["scripts", *map(str, words), *more])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def phrases(tmp_path: Path) -> Path:
    path = tmp_path / "phrases.csv"
    path.write_text("short_code,content\nyd9,单号{{快递单号}}在路上，{{昵称}}\nxm9,这款正常码。\n", "utf-8")
    return path


def plain(result: Result, status: int = 0) -> Any:
    assert result.exit_code == status, result.output
    return json.loads(result.stdout)


def test_phrases_are_imported_and_found(run: Run, phrases: Path) -> None:
    done = plain(run("import", phrases, "--json"))
    assert (done["format"], done["added"], done["replaced"], done["kept"]) == ("chatwoot", 2, 0, 0)
    assert done["rows"][0]["wordings"] == ["单号{tracking_no}在路上，{buyer_name}"]
    assert len(done["rows"][0]["notes"]) == 2
    [found] = plain(run("yd9", "--json"))
    assert (found["scope"], found["slots"]) == ("shop", ["tracking_no", "buyer_name"])


def test_a_second_import_adds_nothing_and_theirs_must_be_asked_for(run: Run, phrases: Path) -> None:
    run("import", phrases)
    assert plain(run("import", phrases, "--json"))["kept"] == 2
    phrases.write_text("short_code,content\nxm9,这款偏大一码。\n", "utf-8")
    again = plain(run("import", phrases, "--json"))
    [row] = again["rows"]
    assert (again["replaced"], row["state"], row["like"]["title"]) == (0, "duplicate", "这款正常码。")
    assert plain(run("import", phrases, "--duplicates", "theirs", "--json"))["replaced"] == 1
    assert plain(run("xm9", "--json"))[0]["wordings"] == ["这款偏大一码。"]


def test_a_refused_row_is_told_and_ends_with_3(run: Run, phrases: Path) -> None:
    with phrases.open("a", encoding="utf-8") as file:
        file.write(f"{'x' * 31},太长的编码。\n")
    result = run("import", phrases)
    assert result.exit_code == 3
    assert "第 4 行（条）的快捷编码有 31 个字" in result.stdout
    assert "新增 2" in result.stdout


def test_a_dry_run_changes_nothing(run: Run, phrases: Path) -> None:
    result = run("import", phrases, "--dry-run")
    assert result.exit_code == 0
    assert "yd9" in result.stdout
    assert plain(run("yd9", "--json")) == []


def test_scope_and_category_are_chosen(run: Run, phrases: Path) -> None:
    run("import", phrases, "--personal", "--category", "带来/售前")
    [found] = plain(run("xm9", "--json"))
    assert (found["scope"], found["path"]) == ("personal", ["带来", "售前"])


def test_a_table_of_nobodys_is_mapped(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\nhi9,在路上了。\n", "utf-8")
    result = run("import", path)
    assert result.exit_code == 1
    assert "--map" in result.stderr
    assert plain(run("import", path, "--map", "body=乙", "--map", "code=甲", "--json"))["added"] == 1
    assert run("import", path).exit_code == 0


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("import", "none.csv"), 1),
        (("import", "none.csv", "--map", "x=y"), 2),
        (("import",), 2),
        (("export", "a.docx"), 2),
        (("export", "a.csv", "--format", "docx"), 1),
    ],
)
def test_wrong_usage_and_the_worlds_errors_are_told_apart(run: Run, words: tuple[str, ...], status: int) -> None:
    assert run(*words).exit_code == status


def test_scripts_are_exported_and_come_back(run: Run, phrases: Path, tmp_path: Path) -> None:
    run("import", phrases)
    for name in ("a.yaml", "a.yml", "a.csv", "a.xlsx"):
        assert plain(run("export", tmp_path / name, "--json"))["written"] == 2
        back = plain(run("import", tmp_path / name, "--dry-run", "--json"))
        assert [row["state"] for row in back["rows"]] == ["same", "same"]
    report = plain(run("export", tmp_path / "q.csv", "--format", "qianniu", "--json"))
    assert "【标题】" in report["notes"][0]
    assert plain(run("export", tmp_path / "all.yaml", "--all", "--json"))["written"] > 80


def test_what_has_no_room_ends_with_3(run: Run, tmp_path: Path) -> None:
    result = run("export", tmp_path / "w.xlsx", "--format", "workbench", "--all")
    assert result.exit_code == 3
    assert "放不下" in result.stdout
