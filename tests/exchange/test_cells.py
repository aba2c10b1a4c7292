"""Cells of foreign files."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskhelper.core.moments import to_instant, zone
from deskhelper.exchange import cells
from deskhelper.exchange.cells import Clock, Remembered, is_scientific, read_amount, read_quantity, tidy
from deskhelper.exchange.sheet_table import Cell, cell_text

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2040, 1, 1)).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize(
    ("cell", "bare"),
    [
        ("\t测试 杯\t", "测试 杯"),
        ("\u3000\xa0 \ufeff杯\u200b", "杯"),
        ('="0123"', "0123"),
        ('="a"b', '="a"b'),
        ("'138", "138"),
        ("it's", "it's"),
        ("\t", ""),
        ("", ""),
    ],
)
def test_tidy(cell: str, bare: str) -> None:
    assert tidy(cell) == bare


@pytest.mark.parametrize("cell", ["7.54E+11", "2.309e+20", "4.5E18", "1E+5"])
def test_scientific(cell: str) -> None:
    assert is_scientific(cell)


@pytest.mark.parametrize("cell", ["", "754123456789", "YT7E+11", "E+11", "7.54E+", "BW-01"])
def test_not_scientific(cell: str) -> None:
    assert not is_scientific(cell)


@given(MOMENTS, st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo"]), st.booleans())
def test_a_clock_agrees_with_the_calendar(moment: datetime, name: str, is_excel: bool) -> None:
    words = f"{moment.year}/{moment.month}/{moment.day} {moment:%H:%M:%S}".replace(" 0", " ")
    words = words if is_excel else str(moment)
    clock = Clock(zone(name))
    expected = to_instant(moment, zone(name))
    assert [clock.read(words), clock.read(words)] == [expected] * 2
    assert clock.read_all([words, "", words]) == [expected, None, expected]


def test_times_as_the_platform_writes_them_take_the_short_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clock, "read", None)
    moment = to_instant(datetime(2026, 5, 17, 9, 12, 31), zone())
    assert Clock(zone()).read_all(["2026-05-17 09:12:31", "", "2026-05-17 09:12"]) == [moment, None, moment - 31]


@pytest.mark.parametrize(
    "cell",
    ["2026-05-17 24:00:00", "2026-02-30", "2026-05-17 09:60", "2026-05-17 09:12:61", "2026-05-17 12:3456",
     "2026-05-17 9:1:5:7", "99999", "20260517", "2026-05-17x09:12:31", "0000-05-17", "2026/5/17 下午 13", "下午 9:12"],
)  # fmt: skip
def test_what_is_no_time(cell: str) -> None:
    clock = Clock(zone())
    with pytest.raises(ValueError, match=r"."):
        clock.read(cell)
    with pytest.raises(ValueError, match=r"."):
        clock.read_all(["2026-05-17 09:12:31", cell])


@given(st.text(alphabet="0123456789-/: T.+年月日E ", max_size=22))
def test_one_way_of_reading_times_agrees_with_the_other(cell: str) -> None:
    def read(one_by_one: bool) -> object:
        clock = Clock(zone())
        try:
            return clock.read(cell) if one_by_one else clock.read_all([cell])[0]
        except ValueError:
            return "unreadable"

    assert read(True) == read(False)


def test_quantities_and_amounts() -> None:
    assert [read_quantity(cell) for cell in ("", "2", "2.0", "3件")] == [1, 2, 2, 3]
    assert [read_amount(cell) for cell in ("", "38.5", "¥1,280.00")] == [None, 3850, 128000]
    for words in ("两", "0"):
        with pytest.raises(ValueError, match=words):
            read_quantity(words)
    with pytest.raises(ValueError, match="-3"):
        read_amount("-3")


def test_what_is_remembered_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MEMORY", 10)
    lengths = Remembered(len)
    assert [lengths["x" * count] for count in range(35)] == [*range(35)]
    assert len(lengths) <= 10


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (13800000001.0, "13800000001"),
        (2.309e20, "2.309000000000000E+20"),
        (2**53, "9.007199254740992E+15"),
        (2**53 - 1, "9007199254740991"),
        (35.6, "35.6"),
        (0.1 + 0.2, "0.3"),
        (-0.0, "0"),
        (True, "TRUE"),
        (datetime(2026, 5, 17, 9, 12, 30, 999_999), "2026-05-17 09:12:31"),
        (time(9, 12), "09:12:00"),
        (float("nan"), ""),
        (float("inf"), ""),
    ],
)
def test_workbook_cells(cell: Cell, words: str) -> None:
    assert cell_text(cell) == words
