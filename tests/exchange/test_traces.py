"""Files of carriers' traces: recognised by their header, one scan a row or one parcel a row."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from deskhelper import exchange
from deskhelper.content.traces import load_scan_book
from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import ImportedTrace, Rejection
from deskhelper.core.moments import local, parse_iso, zone
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.headers import HeaderBook
from deskhelper.paths import RESOURCES
from tests.exchange.made_up import COMPACT, WIDE

NOW = parse_iso("2026-05-20 12:00", zone())
SCANS = load_scan_book(RESOURCES)
HEADER = ["快递单号", "快递公司", "扫描时间", "物流信息", "物流状态"]
NUMBER = "773000000000123"

ReadTraces = Callable[..., tuple[list[ImportedTrace], list[Rejection]]]


@pytest.fixture
def read(tmp_path: Path, profiles: list[ExportProfile]) -> ReadTraces:
    """Read a file with these rows: what its rows tell, and what was refused."""

    def read_it(*rows: list[str], header: list[str] = HEADER) -> tuple[list[ImportedTrace], list[Rejection]]:
        path = tmp_path / "物流.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([header, *rows])
        return read_file(path, profiles)

    return read_it


def read_file(path: Path, profiles: list[ExportProfile]) -> tuple[list[ImportedTrace], list[Rejection]]:
    file = exchange.open_for_import(path, profiles, zone(), reader=TraceReader(SCANS, NOW, zone()))
    rows = [row for batch in file.batches(2) for row in batch if isinstance(row, ImportedTrace)]
    return rows, file.rejections


def told(trace: ImportedTrace) -> list[tuple[str, str, str]]:
    """Return time, scan and words of a row's events."""
    return [(f"{local(event.at, zone()):%m-%d %H:%M}", event.scan.value, event.words) for event in trace.events]


@pytest.mark.parametrize(
    "header",
    [
        HEADER,
        ["运单号", "物流轨迹"],
        ["物流单号", "物流公司", "时间", "内容"],
        ["订单号", "快递单号", "快递公司", "物流信息"],
        ["订单编号", "运单编号", "承运商", "更新时间", "物流状态", "最新轨迹"],
        ["tracking_no", "courier", "time", "description"],
    ],
)
def test_a_file_of_traces_is_recognised_by_its_header(profiles: list[ExportProfile], header: list[str]) -> None:
    rows = [["260518-111111111110001" if name in ("订单号", "订单编号") else "x" for name in header]]
    known = HeaderBook(profiles).recognise(header, rows)
    assert known is not None
    assert known.profile.kind == "traces"


FEW = ["订单号", "商品", "收货人", "快递单号", "快递公司", "物流信息", "扫描时间"]


@pytest.mark.parametrize("header", [COMPACT, WIDE, [*COMPACT, "物流信息"], [*COMPACT, "物流轨迹", "扫描时间"], FEW])
def test_an_order_file_that_has_a_trace_column_stays_an_order_file(
    profiles: list[ExportProfile], header: list[str]
) -> None:
    rows = [["260518-111111111110001" if name == "订单号" else "x" for name in header]]
    known = HeaderBook(profiles).recognise(header, rows)
    assert known is not None
    assert known.profile.kind == "orders"


def test_each_row_may_be_one_scan(read: ReadTraces) -> None:
    rows, refused = read(
        [NUMBER, "中通", "2026-05-19 20:00:00", "离开【杭州】", "运输中"],
        [NUMBER, "中通", "2026/5/19 9:12", "【杭州】甲某（10000000001）已揽收", ""],
    )
    assert refused == []
    assert [(row.row, row.tracking_no, row.courier) for row in rows] == [(2, NUMBER, "中通"), (3, NUMBER, "中通")]
    assert told(rows[0]) == [("05-19 20:00", "in_transit", "运输中 离开【杭州】")]
    assert told(rows[1]) == [("05-19 09:12", "picked_up", "【杭州】甲某（100****0001）已揽收")]


def test_one_cell_may_hold_the_whole_trace(read: ReadTraces) -> None:
    whole = "2026-05-19 20:00:00 离开【杭州】\n2026-05-19 09:12:00 已揽收"
    rows, refused = read([NUMBER, "中通", "", whole, ""], [NUMBER, "中通", "2026-05-19 20:00:00", whole, "运输中"])
    assert refused == []
    for row in rows:
        assert told(row) == [("05-19 09:12", "picked_up", "已揽收"), ("05-19 20:00", "in_transit", "离开【杭州】")]


def test_a_forecast_in_the_words_is_no_scan(read: ReadTraces) -> None:
    rows, _ = read([NUMBER, "中通", "05-19 20:00", "离开【杭州】，预计 2026-05-20 10:00 到达", ""])
    assert [time for time, _, _ in told(rows[0])] == ["05-19 20:00"]


def test_the_place_of_a_scan_stands_before_its_words(read: ReadTraces) -> None:
    header = ["运单号", "扫描时间", "扫描类型", "扫描网点", "描述"]
    rows, _ = read(
        [NUMBER, "2026-05-19 20:00", "发件", "杭州", "发往北京"],
        [NUMBER, "2026-05-19 21:00", "到件", "北京", "到达【北京】"],
        [NUMBER, "2026-05-19 22:00", "派件", "", "派件"],
        header=header,
    )
    assert [told(row)[0][2] for row in rows] == ["发件 【杭州】发往北京", "到件 到达【北京】", "派件"]


def test_a_row_may_say_that_the_carrier_knows_nothing(read: ReadTraces) -> None:
    rows, refused = read([NUMBER, "中通", "", "暂无物流信息", ""], [NUMBER, "中通", "2026-05-20 09:00", "", "查无"])
    assert [row.events for row in rows] == [(), ()]
    assert refused == []


def test_merged_cells_go_on_with_the_parcel_above(read: ReadTraces) -> None:
    rows, refused = read(
        [NUMBER, "中通", "2026-05-19 09:12", "已揽收", ""],
        ["", "", "2026-05-19 20:00", "离开【杭州】", ""],
        ["", "", "", "", ""],
        ["\t", "", "", "", ""],
        ["单号：773000000000999", "圆通", "2026-05-19 20:00", "已揽收", ""],
    )
    assert [(row.tracking_no, row.courier) for row in rows] == [
        (NUMBER, "中通"), (NUMBER, "中通"), ("773000000000999", "圆通"),
    ]  # fmt: skip
    assert refused == []


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (["", "中通", "2026-05-19 09:12", "已揽收", ""], "快递单号", "order_no_missing"),
        (["7.73E+14", "中通", "2026-05-19 09:12", "已揽收", ""], "快递单号", "order_no_scientific"),
        (["没有", "中通", "2026-05-19 09:12", "已揽收", ""], "快递单号", "tracking_no_invalid"),
        (["合计", "", "", "3", ""], "快递单号", "summary_line"),
        ([NUMBER, "中通", "上午", "已揽收", ""], "扫描时间", "scan_time_unreadable"),
        ([NUMBER, "中通", "2026-05-21 09:12", "已揽收", ""], "扫描时间", "scan_time_unreadable"),
        ([NUMBER, "中通", "", "已揽收", ""], "扫描时间", "scan_time_unreadable"),
        ([NUMBER, "中通", "2026-05-19 09:12", "", ""], "物流信息", "scan_words_missing"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_row_and_column(
    read: ReadTraces, row: list[str], column: str, code: str
) -> None:
    good = [NUMBER, "中通", "2026-05-19 20:00", "离开", ""]
    rows, (refused,) = read(good, row)
    assert len(rows) == 1
    assert (refused.row, refused.column, refused.problem.code, refused.kept) == (3, column, code, False)


def test_a_row_below_a_refused_number_belongs_to_nobody(read: ReadTraces) -> None:
    rows, refused = read(
        ["7.73E+14", "中通", "2026-05-19 09:12", "已揽收", ""], ["", "", "2026-05-19 20:00", "离开", ""]
    )
    assert rows == []
    assert [one.problem.code for one in refused] == ["order_no_scientific", "order_no_missing"]


def test_a_workbook_is_read_as_well(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = tmp_path / "物流.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([HEADER, [773000000123, "中通", 46161.5, "已揽收", ""]]):
            sheet.write_row(at, 0, row)
    rows, refused = read_file(path, profiles)
    assert refused == []
    assert rows[0].tracking_no == "773000000123"
    assert told(rows[0]) == [("05-19 12:00", "picked_up", "已揽收")]


def test_who_does_not_read_traces_does_not_know_such_a_file(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = tmp_path / "a.csv"
    path.write_text("快递单号,物流轨迹\n773000000000123,已揽收\n", encoding="utf-8")
    with pytest.raises(WorldError) as error:
        exchange.open_order_file(path, profiles, zone())
    assert error.value.problem.code == "header_unknown"
    assert exchange.inspect(path, profiles).kind == "traces"


NOBODYS = ["运单", "节点时刻", "节点说明", "联系电话"]
MAPPED = {"tracking_no": "运单", "time": "节点时刻", "words": "节点说明"}


def nobodys_file(folder: Path, *rows: list[str], header: list[str] = NOBODYS) -> Path:
    path = folder / "x.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    return path


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        (NOBODYS, "traces"),
        (["编号", "内容", "时间"], "traces"),
        (["快递单号", "快递公司", "状态", "揽收说明"], "traces"),
        (["编号", "商品", "金额", "时间"], "orders"),
        (["流水", "甲", "乙"], "orders"),
    ],
)
def test_what_a_table_of_nobodys_holds_is_guessed_from_its_headers(
    tmp_path: Path, profiles: list[ExportProfile], header: list[str], kind: str
) -> None:
    look = exchange.inspect(nobodys_file(tmp_path, ["甲"] * len(header), header=header), profiles)
    assert (look.platform, look.kind) == (None, kind)
    assert look.as_traces is not None


def test_the_columns_of_traces_are_guessed_too_and_phones_are_never_read(
    tmp_path: Path, profiles: list[ExportProfile]
) -> None:
    header = ["快递单号", "内容", "联系电话", *"甲乙丙丁戊"]
    look = exchange.inspect(nobodys_file(tmp_path, ["1"] * 8, header=header), profiles)
    assert look.as_traces is not None
    assert (look.as_traces.mapping, look.as_traces.never) == ({"tracking_no": "快递单号", "words": "内容"}, [2])
    assert look.never == []


def test_without_a_profile_of_traces_every_table_of_nobodys_holds_orders(
    tmp_path: Path, profiles: list[ExportProfile]
) -> None:
    orders_alone = [profile for profile in profiles if profile.kind == "orders"]
    look = exchange.inspect(nobodys_file(tmp_path, ["1"] * 4), orders_alone)
    assert (look.kind, look.as_traces) == ("orders", None)


def test_a_table_of_nobodys_is_read_by_the_mapping_of_traces(tmp_path: Path, profiles: list[ExportProfile]) -> None:
    path = nobodys_file(tmp_path, [NUMBER, "2026-05-18 19:05:12", "【杭州】已揽收", "13800000000"])
    reader = TraceReader(SCANS, NOW, zone())
    with pytest.raises(WorldError) as error:
        exchange.open_for_import(path, profiles, zone(), reader=reader)
    assert error.value.problem.code == "header_unknown"
    file = exchange.open_for_import(path, profiles, zone(), MAPPED, reader)
    [[trace]] = file.batches()
    assert isinstance(trace, ImportedTrace)
    assert (file.platform, trace.tracking_no) == ("carrier", NUMBER)
    assert told(trace) == [("05-18 19:05", "picked_up", "【杭州】已揽收")]


def test_many_order_like_names_do_not_make_an_unknown_trace_an_order_without_number(
    tmp_path: Path, profiles: list[ExportProfile]
) -> None:
    path = nobodys_file(tmp_path, ["x"] * 5, header=["快递单号", "快递公司", "状态", "节点时刻", "揽收说明"])
    with pytest.raises(WorldError) as error:
        exchange.open_for_import(path, profiles, zone(), reader=TraceReader(SCANS, NOW, zone()))
    assert error.value.problem.code == "header_unknown"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({"words": "节点说明", "time": "节点时刻"}, "no_trace_column"),
        ({"tracking_no": "运单", "time": "节点时刻"}, "no_trace_column"),
        (MAPPED | {"place": "联系电话"}, "column_never_kept"),
    ],
)
def test_a_mapping_of_traces_that_cannot_be_followed(
    tmp_path: Path, profiles: list[ExportProfile], mapping: dict[str, str], code: str
) -> None:
    with pytest.raises(WorldError) as error:
        exchange.open_for_import(nobodys_file(tmp_path, ["x"] * 4), profiles, zone(), mapping)
    assert error.value.problem.code == code
