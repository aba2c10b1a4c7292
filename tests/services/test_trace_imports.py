"""A file of traces goes the way of order files: recognised by its header, all or nothing, never losing anything."""

import csv
from pathlib import Path

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.imported import ImportReport
from deskhelper.core.order import Order
from deskhelper.core.trace import Scan
from deskhelper.services.imports import ImportCancelled
from tests.orders import ONLINE, TRACKING, at, imported
from tests.services.test_traces import facts

HEADER = ["快递单号", "快递公司", "扫描时间", "物流信息"]
PICKED = [TRACKING, "ZTO", "2026-05-18 19:05:12", "【杭州】已揽收"]
LEFT = [TRACKING, "ZTO", "2026-05-18 21:30:00", "快件离开【杭州】已发往【北京】"]
OTHER = ["773000000000999", "圆通", "2026-05-19 10:00:00", "已揽收"]


def trace_file(folder: Path, *rows: list[str], name: str = "轨迹.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([HEADER, *rows])
    return path


@pytest.fixture
def order(house: House) -> Order:
    return imported(house, ONLINE)


def counts(report: ImportReport) -> tuple[int, int, int]:
    return report.new, report.updated, report.unchanged


def test_traces_of_a_file_are_told_by_the_facts(house: House, order: Order, tmp_path: Path) -> None:
    report = house.imports.run(trace_file(tmp_path, LEFT, PICKED, OTHER))
    assert counts(report) == (2, 0, 0)
    assert [note.code for note in report.notes] == ["traces_read", "traces_unmatched"]
    assert [note.values for note in report.notes][1] == {"count": 1}
    trace = house.traces.of_order(order)
    assert trace is not None
    assert [event.scan for event in trace.events] == [Scan.PICKED_UP, Scan.IN_TRANSIT]
    assert (trace.courier, trace.looked_at) == ("中通快递", house.clock.now())
    assert facts(house, order)["last_scan_at"] == at("2026-05-18 21:30")


def test_the_same_file_again_changes_nothing(house: House, order: Order, tmp_path: Path) -> None:
    house.imports.run(trace_file(tmp_path, LEFT, PICKED))
    report = house.imports.run(trace_file(tmp_path, LEFT, PICKED))
    assert counts(report) == (0, 0, 1)
    assert [note.code for note in report.notes] == ["file_again", "traces_read"]


def test_a_later_file_adds_to_what_is_known(house: House, order: Order, tmp_path: Path) -> None:
    house.imports.run(trace_file(tmp_path, PICKED))
    assert counts(house.imports.run(trace_file(tmp_path, LEFT, PICKED))) == (0, 1, 0)
    assert counts(house.imports.run(trace_file(tmp_path, PICKED))) == (0, 0, 1)
    trace = house.traces.of_order(order)
    assert trace is not None
    assert len(trace.events) == 2


def test_a_file_that_names_its_time_was_looked_up_then(house: House, order: Order, tmp_path: Path) -> None:
    house.imports.run(trace_file(tmp_path, PICKED, name="轨迹2026-05-19-08-00-00.csv"))
    trace = house.traces.of_order(order)
    assert trace is not None
    assert trace.looked_at == at("2026-05-19 08:00")


def test_rows_that_cannot_be_read_are_named_and_the_rest_is_kept(house: House, order: Order, tmp_path: Path) -> None:
    report = house.imports.run(trace_file(tmp_path, PICKED, [TRACKING, "ZTO", "谁知道", "离开"]))
    (refused,) = report.rejected
    assert (refused.row, refused.column, refused.problem.code) == (3, "扫描时间", "scan_time_unreadable")
    assert counts(report) == (1, 0, 0)
    assert house.imports.save_rejected(report, tmp_path / "拒收.csv", house.told) == 1


def test_an_import_that_is_stopped_leaves_nothing(house: House, order: Order, tmp_path: Path) -> None:
    with pytest.raises(ImportCancelled):
        house.imports.run(trace_file(tmp_path, PICKED), on_progress=lambda _: False)
    assert house.traces.of_order(order) is None


def test_a_file_cut_in_half_leaves_nothing(house: House, order: Order, tmp_path: Path) -> None:
    path = trace_file(tmp_path, PICKED)
    path.write_text(path.read_text("utf-8") + '773,"', "utf-8")
    with pytest.raises(WorldError):
        house.imports.run(path)
    assert house.traces.of_order(order) is None


def test_a_file_of_traces_asks_for_no_shop(house: House, tmp_path: Path) -> None:
    look = house.imports.look(trace_file(tmp_path, PICKED))
    assert (look.kind, house.imports.needs_mapping(look)) == ("traces", False)
    house.imports.run(trace_file(tmp_path, PICKED))
    assert house.settings.current.last_shop == {}


def test_after_sale_reasons_of_the_workbook_become_a_fact(house: House, order: Order, tmp_path: Path) -> None:
    path = tmp_path / "售后.csv"
    rows = [["售后编号", "订单编号", "售后状态", "退款类型", "申请时间", "退款原因"],
            ["123456789", order.order_no, "退款中", "仅退款", "2026-05-19 09:00:00", "质量问题"]]  # fmt: skip
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    house.imports.run(path)
    assert facts(house, order)["after_sale_reason"] == "质量问题"


def test_traces_of_an_unknown_kind_are_read_as_the_user_mapped_them(house: House, order: Order, tmp_path: Path) -> None:
    path = tmp_path / "节点.csv"
    path.write_text(f"运单,节点时刻,节点说明\n{TRACKING},2026-05-18 19:05:12,【杭州】已揽收\n", "utf-8")
    look = house.imports.look(path)
    assert (house.imports.needs_mapping(look), house.imports.kind_of(look)) == (True, "traces")
    with pytest.raises(WorldError) as error:
        house.imports.run(path)
    assert error.value.problem.code == "header_unknown"
    house.imports.remember_mapping(look, {"tracking_no": "运单", "time": "节点时刻", "words": "节点说明"})
    assert (house.imports.needs_mapping(look), house.imports.kind_of(look)) == (False, "traces")
    assert counts(house.imports.run(path)) == (1, 0, 0)
    assert facts(house, order)["picked_up_at"] == at("2026-05-18 19:05:12")


def test_what_the_user_said_a_table_holds_counts_more_than_the_guess(house: House, tmp_path: Path) -> None:
    path = tmp_path / "节点.csv"
    path.write_text("运单,节点时刻,节点说明\nA-20260517-0001,2026-05-18 19:05:12,测试杯\n", "utf-8")
    look = house.imports.look(path)
    house.imports.remember_mapping(look, {"order_no": "运单", "grouped_at": "节点时刻", "product": "节点说明"})
    assert house.imports.kind_of(look) == "orders"
    house.imports.run(path)
    assert house.orders.find("A-20260517-0001").product == "测试杯"
