"""What bad input gets: one sentence that names the file and, where there is one, the row; nothing half imported."""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.exchange import sniff
from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import COMPACT, NO, ORDER, WIDE, compact, csv_file, csv_text, lines, order, xlsx_file

GOOD = csv_text(lines(COMPACT, ORDER, order(订单号="260517-000000000000002")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def problem(read: Reader, path: Path) -> tuple[str, object]:
    """Return code and row of the error that reading `path` ends in."""
    with pytest.raises(WorldError) as error:
        read(path)
    values = error.value.problem.values
    assert values["file"] == path.name
    return error.value.problem.code, values.get("row")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b" \r\n\r\n", "file_empty"),
        (b"%PDF-1.7 ...", "file_not_table"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "file_not_table"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "file_not_table"),
        (b"MZ\x90\0" + bytes(50), "file_not_table"),
        ("尊敬的商家\n您好\n".encode(), "file_not_table"),
        (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "file_is_page"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html></html>", "file_is_page_alone"),
        (b"<?xml version='1.0'?><Workbook></Workbook>", "file_is_page"),
        (OLE + bytes(600), "file_not_table"),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "file_password"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600), "file_damaged_book"),
        (b"PK\x03\x04 not a package", "file_cut"),
        (b"\x81\x20\xff,\xff\xfe,\xff\n" * 3, "file_encoding"),
        (b"1,2,3\n4,5,6\n", "header_not_found"),
    ],
)
@pytest.mark.parametrize("name", ["o.csv", "o.xls", "o.xlsx"])
def test_what_is_no_table(tmp_path: Path, read: Reader, content: bytes, code: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert problem(read, path)[0] == code


def test_a_package_that_is_no_workbook(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert problem(read, path) == ("file_not_table", None)


def test_a_workbook_whose_sheets_are_damaged(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.xlsx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook><sheets>")
    assert problem(read, path) == ("file_damaged_book", None)


def test_an_empty_workbook(tmp_path: Path, read: Reader) -> None:
    assert problem(read, xlsx_file(tmp_path / "o.xlsx", [])) == ("file_empty", None)


def test_a_workbook_that_would_fill_the_memory(tmp_path: Path, read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sniff, "MAX_UNPACKED", 1000)
    assert problem(read, xlsx_file(tmp_path / "o.xlsx", lines(COMPACT, ORDER))) == ("file_too_big", None)


def test_a_folder(tmp_path: Path, read: Reader) -> None:
    assert problem(read, tmp_path) == ("file_is_folder", None)


def test_a_file_that_is_not_there(tmp_path: Path, read: Reader) -> None:
    assert problem(read, tmp_path / "o.csv") == ("file_missing", None)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(5, "Input/output error")])
def test_a_file_that_the_system_does_not_read(
    tmp_path: Path, read: Reader, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    path = compact(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    code = "file_no_access" if isinstance(error, PermissionError) else "file_unreadable"
    assert problem(read, path) == (code, None)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path, read: Reader) -> None:
    path = compact(tmp_path)
    path.chmod(0)
    assert problem(read, path) == ("file_no_access", None)


def test_the_content_counts_and_not_the_name(tmp_path: Path, read: Reader) -> None:
    book = xlsx_file(tmp_path / "o.xlsx", lines(COMPACT, ORDER))
    text = compact(tmp_path)
    expected = read(text)
    assert read(book.rename(tmp_path / "book.csv")) == expected
    assert read(text.rename(tmp_path / "text.xls")) == expected


@pytest.mark.parametrize("lines_above", [15, 30])
def test_a_header_below_the_first_fifteen_lines(tmp_path: Path, read: Reader, lines_above: int) -> None:
    path = csv_file(tmp_path / "o.csv", [*[["1", "2"]] * lines_above, *lines(COMPACT, ORDER)])
    assert problem(read, path) == ("header_not_found", None)


def test_no_order_number_column(tmp_path: Path, read: Reader) -> None:
    header = [name for name in COMPACT if name != "订单号"]
    assert problem(read, csv_file(tmp_path / "o.csv", [["导出"], *lines(header, ORDER)])) == ("no_order_column", 2)


def test_a_quote_that_is_never_closed(tmp_path: Path, read: Reader) -> None:
    rows = [order(订单号=f"260517-{number:015d}") for number in range(300)]
    text = (
        csv_text(lines(COMPACT, *rows))
        .replace("测试保温杯", '"测试保温杯', 102)
        .replace('"测试保温杯', "测试保温杯", 101)
    )
    path = tmp_path / "o.csv"
    path.write_text(text, encoding="utf-8")
    assert problem(read, path) == ("broken_quotes", 103)


def test_a_quote_that_swallows_more_than_a_cell_may_hold(tmp_path: Path, read: Reader) -> None:
    rows = [order(订单号=f"260517-{number:015d}", 商品规格="红") for number in range(3000)]
    text = csv_text(lines(COMPACT, *rows)).replace("测试保温杯", '"测试保温杯', 1)
    path = tmp_path / "o.csv"
    path.write_text(text, encoding="utf-8")
    assert problem(read, path) == ("broken_quotes", 2)


def test_text_behind_a_closing_quote(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_text(GOOD + GOOD.splitlines()[1].replace("测试保温杯", '"测试"保温杯') + "\n", encoding="utf-8")
    assert problem(read, path) == ("broken_quotes", 4)


@pytest.mark.parametrize("size", [200_000, 1_000_000, 10_000_000])
def test_a_cell_of_a_megabyte(tmp_path: Path, read: Reader, size: int) -> None:
    path = compact(tmp_path, ORDER, order(商家备注="长" * size))
    assert problem(read, path) == ("cell_too_long", 3)


@pytest.mark.parametrize("rows_above", [1, 300])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_cell_too_long_is_named_by_its_column(tmp_path: Path, read: Reader, kind: str, rows_above: int) -> None:
    table = lines(COMPACT, *[ORDER] * rows_above, order(商品规格="红,大", 商家备注="长" * 200_000), ORDER)
    path = tmp_path / f"o.{kind}"
    csv_file(path, table)
    if kind == "xlsx":
        long_sheet(path, table)
    with pytest.raises(WorldError) as error:
        read(path)
    assert error.value.problem.code == "cell_too_long"
    assert error.value.problem.values == {"file": path.name, "row": rows_above + 2, "column": "商家备注"}


def long_sheet(path: Path, table: list[list[str]]) -> None:
    """Write a workbook with a cell that no spreadsheet would write: a placeholder is replaced in the sheet's XML."""
    long = max((cell for row in table for cell in row), key=len)
    xlsx_file(path, [[cell if cell != long else "LONGCELL" for cell in row] for row in table])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content.replace(b"LONGCELL", long.encode()))


def test_the_last_row_cut_off(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_text(GOOD[: GOOD.rindex("无售后")], encoding="utf-8")
    assert problem(read, path) == ("file_cut", 3)


def test_the_last_row_cut_off_within_a_quoted_cell(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_text(GOOD[: GOOD.rindex("500ml")], encoding="utf-8")
    assert problem(read, path) == ("file_cut", 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_last_character_cut_in_half(tmp_path: Path, read: Reader, encoding: str) -> None:
    path = tmp_path / "o.csv"
    text = GOOD[: GOOD.rindex("无售后") + 1]
    path.write_bytes(text.encode(encoding)[:-1])
    assert problem(read, path) == ("file_cut", 3)


def test_a_last_row_without_line_end_is_whole(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_text(GOOD.rstrip("\n"), encoding="utf-8")
    assert len(read(path)[0]) == 2


def test_a_cell_too_many_further_up_makes_no_whole_file_a_cut_one(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    rows = GOOD.rstrip("\n").split("\n")
    path.write_text("\n".join([rows[0], f"{rows[1]},多出的一格", *rows[2:]]), encoding="utf-8")
    orders, rejections = read(path)[:2]
    assert (len(orders), len(rejections)) == (1, 1), "the one row is refused, not the file"


def test_a_workbook_cut_in_half(tmp_path: Path, read: Reader) -> None:
    path = xlsx_file(tmp_path / "o.xlsx", lines(COMPACT, *[ORDER] * 500))
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    assert problem(read, path) == ("file_cut", None)


def test_other_bytes_in_the_midst(tmp_path: Path, read: Reader) -> None:
    rows = csv_text(lines(WIDE, *[ORDER] * 20_000)).encode()
    path = tmp_path / "o.csv"
    path.write_bytes(rows + b"\xff\xff," + GOOD.encode())
    assert problem(read, path) == ("file_encoding", 20_002)


def test_a_mark_of_utf_8_before_other_bytes(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.encode("gbk"))
    assert problem(read, path) == ("file_encoding", 1)


def test_nul_bytes_at_the_start(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "o.csv"
    path.write_bytes(GOOD.replace(NO, "\0").encode())
    assert problem(read, path) == ("file_not_table", None)


def test_nul_bytes_in_the_midst(tmp_path: Path, read: Reader) -> None:
    rows = csv_text(lines(WIDE, *[ORDER] * 20_000)).encode()
    path = tmp_path / "o.csv"
    path.write_bytes(rows + bytes(1000))
    assert problem(read, path) == ("file_damaged", 20_002)


def start_reading(opened: Opener, path: Path) -> Iterator[object]:
    batches = opened(path).batches(5)
    assert next(batches)
    return batches


@pytest.mark.parametrize("make", ["csv", "xlsx"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, opened: Opener, make: str) -> None:
    table = lines(COMPACT, *[order(订单号=f"260517-{number:015d}") for number in range(2000)])
    path = csv_file(tmp_path / "o.csv", table) if make == "csv" else xlsx_file(tmp_path / "o.xlsx", table)
    batches = start_reading(opened, path)
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    with pytest.raises(WorldError) as error:
        list(batches)
    assert error.value.problem.code == "file_changed"


def test_a_file_that_grows_between_look_and_reading(tmp_path: Path, opened: Opener) -> None:
    path = compact(tmp_path)
    file = opened(path)
    with path.open("a", encoding="utf-8") as out:
        out.write(csv_text(lines(COMPACT, ORDER)).splitlines()[1] + "\n")
    with pytest.raises(WorldError) as error:
        [*file.batches()]
    assert error.value.problem.code == "file_changed"


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, opened: Opener) -> None:
    path = compact(tmp_path, *[order(订单号=f"260517-{number:015d}") for number in range(2000)])
    batches = start_reading(opened, path)
    path.unlink()
    with pytest.raises(WorldError) as error:
        list(batches)
    assert error.value.problem.code == "file_missing"
