import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from deskhelper.core.errors import WorldError
from deskhelper.exchange.saved_table import save_table

HEADER = ["订单号", "金额", "备注"]
ROWS = [["260518-1", 35.6, '=HYPERLINK("x")'], ["260518-2", None, "+1"]]


def test_a_csv_has_no_cell_that_a_spreadsheet_takes_for_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    assert save_table(path, HEADER, ROWS) == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    assert rows == [HEADER, ["260518-1", "35.6", '\'=HYPERLINK("x")'], ["260518-2", "", "'+1"]]


def test_a_workbook_keeps_numbers_as_numbers_and_texts_as_texts(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    assert save_table(path, HEADER, ROWS) == 2
    sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    assert sheet.to_python() == [HEADER, ["260518-1", 35.6, '=HYPERLINK("x")'], ["260518-2", "", "+1"]]


@pytest.mark.parametrize("name", ["表.csv", "表.xlsx"])
def test_a_folder_that_is_not_there_is_told_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError) as told:
        save_table(tmp_path / "nowhere" / name, HEADER, ROWS)
    assert told.value.problem.code == "file_not_written"
    assert [*tmp_path.iterdir()] == []
