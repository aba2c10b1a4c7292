"""The command that prints figures says what it counted, and why it did not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from deskhelper.cli import commands
from tests import orders as o
from tests.orders import NOW, house_on, imported

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command on a house with one overdue order and one that left in time."""
    house = house_on(tmp_path)
    late = {"订单号": "260518-111111111110002"} | o.LATE
    in_time = {"订单号": "260518-111111111110003"} | o.LATE | o.SHIPPED
    imported(house, late, in_time)
    house.close()

    def call(*words: str) -> Result:
        return CliRunner().invoke(commands, ["insights", *words, "--data-dir", str(tmp_path), "--now", NOW])

    return call


def plain(result: Result) -> Any:
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_figures_are_printed_with_their_period(run: Run) -> None:
    told = plain(run("--from", "2026-05-17", "--to", "2026-05-19", "--json"))
    assert (told["from"], told["to"]) == ("2026-05-17T00:00:00+08:00", "2026-05-19T12:00:00+08:00")
    plots = {plot["plot"]: plot for plot in told["plots"]}
    assert len(plots) == 12
    overdue = plots["overdue_by_time"]
    assert (overdue["total"], overdue["of"]) == (1, 2)
    assert [(bar["key"], bar["shipped_late"], bar["waiting"]) for bar in overdue["bars"]] == [
        ("2026-05-17", None, None), ("2026-05-18", 0, 0), ("2026-05-19", 0, 1),
    ]  # fmt: skip
    assert plots["replies_by_hour"]["gap"] == {"code": "no_copies"}


def test_without_days_it_is_the_last_seven(run: Run) -> None:
    assert plain(run("--json"))["from"] == "2026-05-13T00:00:00+08:00"
    assert plain(run("--to", "2026-05-01", "--json"))["from"] == "2026-05-01T00:00:00+08:00"


def test_people_are_shown_the_bars(run: Run) -> None:
    lines = run("--from", "2026-05-19").stdout.splitlines()
    assert lines[:2] == ["overdue_by_time\t1\t", "  09\t1"]
    assert "replies_by_hour\t-\tno_copies" in lines


def test_days_in_the_wrong_order_are_a_wrong_use(run: Run) -> None:
    result = run("--from", "2026-05-19", "--to", "2026-05-18")
    assert result.exit_code == 2
    assert "2026-05-19" in result.output
