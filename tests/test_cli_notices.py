"""`deskhelper notices` and `deskhelper print-list`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from deskhelper.cli import commands
from tests import orders as o
from tests.orders import NOW, house_on, imported, settle


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(commands, [*words, "--data-dir", str(folder), "--now", NOW])


def plain(result: Result) -> Any:
    return json.loads(result.stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    house = house_on(tmp_path)
    settle(house, ship_from="浙江义乌", batch_times=("15:00", "18:00"))
    rows: list[dict[str, str]] = [{}, o.LATE, o.ONLINE, o.REFUND_OPEN, o.UNPAID]
    imported(house, *({**row, "订单号": f"260518-11111111111000{n}"} for n, row in enumerate(rows)))
    house.close()
    return tmp_path


def test_the_kinds_are_counted(folder: Path) -> None:
    found = plain(run(folder, "notices", "--json"))
    assert {one["kind"]: one["to_tell"] for one in found} == {
        "grouped": 0, "shipped": 1, "delayed": 1, "presale_end": 0,
    }  # fmt: skip


def test_those_to_tell_are_listed_with_their_text(folder: Path) -> None:
    result = run(folder, "notices", "grouped", "--hours", "72", "--json")
    assert result.exit_code == 0
    found = plain(result)
    assert [one["order_no"][-1] for one in found["to_tell"]] == ["0"]
    assert "今天（5月19日）15点前" in found["to_tell"][0]["text"]
    assert found["left_out"] == {"after_sale": 1, "promise_passed": 1}


def test_gaps_end_with_3_until_they_are_filled(folder: Path) -> None:
    result = run(folder, "notices", "delayed", "--json")
    assert (result.exit_code, plain(result)["to_tell"][0]["gaps"]) == (3, ["reason"])
    filled = run(folder, "notices", "delayed", "--set", "reason=天气原因", "--set", "new_time=2026-05-19T18:00")
    assert filled.exit_code == 0
    assert "因为天气原因" in filled.stdout or "由于天气原因" in filled.stdout or "天气原因，" in filled.stdout


def test_a_wrong_slot_is_a_wrong_use(folder: Path) -> None:
    assert run(folder, "notices", "delayed", "--set", "nothing=1").exit_code == 2
    assert run(folder, "notices", "delayed", "--set", "reason").exit_code == 2


def test_the_list_to_print_goes_by_batch(folder: Path) -> None:
    file = folder / "list.xlsx"
    result = run(folder, "print-list", str(file), "--json")
    assert result.exit_code == 0
    found = plain(result)
    assert (found["orders"], found["held"], found["overdue"]) == (2, 1, 1)
    assert [(one["at"][:16], one["orders"]) for one in found["batches"]] == [
        ("2026-05-19T15:00", 1), ("2026-05-19T18:00", 1),
    ]  # fmt: skip
    book = CalamineWorkbook.from_path(str(file))
    assert book.sheet_names == ["批次", "拣货", "订单", "售后中暂缓"]
    orders = book.get_sheet_by_name("订单").to_python()
    assert [row[3][-1] for row in orders[1:]] == ["1", "0"]
    assert "138" not in str(orders), "phones are not for the warehouse"
    assert book.get_sheet_by_name("拣货").to_python()[1][1:] == ["测试四件套", "灰蓝 1.8m", "", 1.0, 1.0]


def test_nothing_to_ship_is_told_in_one_sentence(tmp_path: Path) -> None:
    house_on(tmp_path).close()
    result = run(tmp_path, "print-list", str(tmp_path / "list.xlsx"))
    assert result.exit_code == 1
    assert "没有待发货的订单" in result.stderr
    assert not (tmp_path / "list.xlsx").exists()


def test_a_file_that_cannot_be_written_is_told(folder: Path) -> None:
    result = run(folder, "print-list", str(folder / "no" / "list.xlsx"))
    assert result.exit_code == 1
    assert "list.xlsx" in result.stderr
