"""`deskhelper scripts`: the library listed, and found in."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskhelper.cli import commands


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, ["scripts", *words, "--data-dir", str(folder)])


def plain(folder: Path, *words: str) -> Any:
    done = run(folder, *words, "--json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_without_a_query_the_whole_library_is_listed(tmp_path: Path) -> None:
    listed = plain(tmp_path)
    assert len(listed) >= 80
    assert {"id", "code", "title", "path", "scope", "wordings", "slots", "promise"} <= set(listed[0])
    assert "match" not in listed[0]
    assert len(run(tmp_path).stdout.splitlines()) == 50


@pytest.mark.parametrize(
    ("words", "first", "match"),
    [
        (("fp",), "invoice_how", "exact"),
        (("find", "fp"), "invoice_how", "exact"),
        (("退货", "地址"), "after_return_address", "prefix"),
        (("qydh",), "", ""),
        (("怎么申清发票",), "invoice_how", "alike"),
    ],
)
def test_a_query_finds_the_best_script_first(tmp_path: Path, words: tuple[str, ...], first: str, match: str) -> None:
    found = plain(tmp_path, *words)
    assert (found[0]["id"], found[0]["match"]) == (first, match) if first else found == []


def test_a_limit_holds_in_a_terminal_too(tmp_path: Path) -> None:
    lines = run(tmp_path, "发票", "--limit", "2").stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].split("\t")[1] == "发票"


def test_the_help_names_the_commands_below(tmp_path: Path) -> None:
    assert "find" in CliRunner().invoke(commands, ["scripts", "--help"]).stdout
