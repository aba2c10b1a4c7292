"""A file for other programs is there whole or not at all; a workbook holds values, never formulas."""

from pathlib import Path

import pytest
from python_calamine import load_workbook

from deskhelper.core.errors import WorldError
from deskhelper.exchange.whole_file import whole_file
from deskhelper.exchange.workbook import put_row, workbook


def test_the_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("old")
    with whole_file(file) as part:
        part.write_text("new")
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.parametrize(("error", "told"), [(OSError("full"), WorldError), (KeyError("ours"), KeyError)])
def test_nothing_is_left_of_a_file_that_failed(tmp_path: Path, error: Exception, told: type[Exception]) -> None:
    def fail() -> None:
        with whole_file(tmp_path / "list.csv") as part:
            part.write_text("half")
            raise error

    with pytest.raises(told):
        fail()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("is_row_by_row", [True, False])
def test_cells_stay_what_they_are(tmp_path: Path, is_row_by_row: bool) -> None:
    with workbook(tmp_path / "a.xlsx", is_row_by_row) as book:
        put_row(book.add_worksheet(), 0, ["=1+1", "https://a.b", 3, 4.5, None, "x"])
    rows = load_workbook(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert rows == [["=1+1", "https://a.b", 3.0, 4.5, "", "x"]]


def test_a_workbook_in_no_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"), workbook(tmp_path / "gone" / "a.xlsx"):
        pass
