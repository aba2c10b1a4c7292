"""Imports are all or nothing, and an older or foreign file takes nothing away."""

import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from deskhelper.app import House
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.imported import ImportReport
from deskhelper.core.moments import Instant
from deskhelper.core.order import Status
from deskhelper.core.view import View
from deskhelper.services import imports as import_service
from deskhelper.services.imports import UNNAMED_SHOP, ImportCancelled, ImportProgress
from deskhelper.storage.database import Database
from deskhelper.storage.imports import ImportStore
from tests import orders as o
from tests.exchange.made_up import COMPACT
from tests.orders import NUMBER, SHOP, imported, order_file
from tests.services.conftest import HouseAt

OTHER = "260518-111111111110002"


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.updated, report.unchanged, report.older


def everything(house: House) -> list[tuple[object, ...]]:
    """Return every row of every table of the order list."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    tables = [row[0] for row in house.database.rows(query)]
    return [row for table in tables for row in house.database.rows(f'SELECT * FROM "{table}" ORDER BY 1')]


def test_a_file_is_imported_and_its_counts_told(house: House, tmp_path: Path) -> None:
    report = house.imports.run(order_file(tmp_path, {}, {"订单号": OTHER}), SHOP)
    assert counts(report) == (2, 0, 0, 0)
    assert (report.rejected, report.notes) == ([], [])
    assert house.orders.shops() == [SHOP]
    assert report.file == "orders_export2026-05-19-11-00-00.csv"


def test_the_same_file_twice_changes_nothing_and_says_so(house: House, tmp_path: Path) -> None:
    file = order_file(tmp_path)
    house.imports.run(file, SHOP)
    before = house.orders.find(NUMBER)
    report = house.imports.run(file, SHOP)
    assert counts(report) == (0, 0, 1, 0)
    assert [note.code for note in report.notes] == ["file_again"]
    assert house.orders.find(NUMBER) == before


def test_a_newer_file_updates_and_an_older_one_after_it_does_not(house: House, tmp_path: Path) -> None:
    house.imports.run(order_file(tmp_path), SHOP)
    newer = order_file(tmp_path, o.ONLINE, name="orders_export2026-05-19-11-30-00.csv")
    assert counts(house.imports.run(newer, SHOP)) == (0, 1, 0, 0)
    older = order_file(tmp_path, {"商家备注": "旧"}, name="orders_export2026-05-19-10-00-00.csv")
    report = house.imports.run(older, SHOP)
    assert counts(report) == (0, 0, 1, 1)
    assert report.notes == [Problem("rows_older", {"file": older.name, "count": 1})]
    order = house.orders.find(NUMBER)
    assert (order.status, order.tracking_no, order.shop_note) == (Status.SHIPPED, o.TRACKING, "")


def test_an_order_of_another_shop_is_reported_and_not_moved(house: House, tmp_path: Path) -> None:
    imported(house)
    file = order_file(tmp_path / "b", o.ONLINE, {"订单号": OTHER}, name="orders_export2026-05-19-11-40-00.csv")
    report = house.imports.run(file, "另一家测试店")
    assert counts(report)[:2] == (1, 0)
    assert [note.code for note in report.notes] == ["rows_other_shop"]
    assert [(one.row, one.column, one.problem.code) for one in report.rejected] == [(2, "订单号", "other_shop")]
    assert (house.orders.find(NUMBER).shop, house.orders.find(NUMBER).status) == (SHOP, Status.TO_SHIP)
    assert house.orders.find(OTHER).shop == "另一家测试店"


def test_the_shop_is_remembered_for_the_platform(house_at: HouseAt, tmp_path: Path) -> None:
    house_at().imports.run(order_file(tmp_path), SHOP)
    house = house_at()
    assert house.imports.shop_for("pdd") == SHOP
    house.imports.run(order_file(tmp_path / "b", {"订单号": OTHER}))
    assert house.orders.find(OTHER).shop == SHOP
    assert house.imports.known_shops() == [SHOP]


def test_a_shop_that_was_never_named_has_a_name_all_the_same(house: House, tmp_path: Path) -> None:
    house.imports.run(order_file(tmp_path))
    assert house.orders.find(NUMBER).shop == UNNAMED_SHOP
    assert house.imports.shop_for("pdd") == ""


def test_a_refused_row_is_told_and_the_rest_imported(house: House, tmp_path: Path) -> None:
    file = order_file(tmp_path, {}, {"订单号": "2.60518E+20"}, {"订单号": OTHER, "快递单号": "7.73E+14"})
    report = house.imports.run(file, SHOP)
    assert counts(report) == (2, 0, 0, 0)
    assert [(one.row, one.problem.code, one.kept) for one in report.rejected] == [
        (3, "order_no_scientific", False),
        (4, "id_scientific", True),
    ]
    assert house.orders.find(OTHER).tracking_no == ""
    saved = tmp_path / "refused.csv"
    assert house.imports.save_rejected(report, saved, house.told) >= 1
    assert "2.60518E+20" in saved.read_text(encoding="utf-8-sig")


def test_all_shown_sheets_of_a_workbook_are_read(house: House, tmp_path: Path) -> None:
    path = tmp_path / "o.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name in ("五月", "六月", "旧的", "说明"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, COMPACT if name != "说明" else ["请看", "别的", "表"])
            sheet.write_row(1, 0, ["商品", NUMBER, "待发货"])
            if name == "旧的":
                sheet.write_row(2, 0, ["商品", OTHER, "待发货"])
                sheet.hide()
    report = house.imports.run(path, SHOP)
    assert counts(report) == (1, 0, 1, 0)
    assert report.notes == [Problem("file_sheets_read", {"file": "o.xlsx", "value": "五月、六月"})]
    with pytest.raises(WorldError, match="order_unknown"):
        house.orders.find(OTHER)


def test_progress_is_told_up_to_the_end(house: House, tmp_path: Path) -> None:
    told: list[ImportProgress] = []

    def on_progress(progress: ImportProgress) -> bool:
        told.append(progress)
        return True

    house.imports.run(order_file(tmp_path), SHOP, on_progress)
    assert (told[-1].share, told[-1].rows, told[-1].seconds_left) == (1.0, 1, 0.0)


@pytest.mark.parametrize("stop_at", [1, 2])
def test_a_cancelled_import_leaves_the_list_as_before(house: House, tmp_path: Path, stop_at: int) -> None:
    imported(house)
    before = everything(house)
    calls = 0

    def on_progress(_: ImportProgress) -> bool:
        nonlocal calls
        calls += 1
        return calls < stop_at

    file = order_file(tmp_path / "b", o.ONLINE, {"订单号": OTHER}, name="orders_export2026-05-19-11-40-00.csv")
    with pytest.raises(ImportCancelled):
        house.imports.run(file, "另一家测试店", on_progress)
    assert everything(house) == before
    assert house.imports.shop_for("pdd") == SHOP
    assert counts(house.imports.run(file, SHOP)) == (1, 1, 0, 0)


class SmallDatabase(Database):
    """A database whose disk is full after a few pages."""

    def __init__(self, path: Path | str, now: Instant = 0) -> None:
        super().__init__(path, now)
        self.execute(f"PRAGMA max_page_count = {self.value('PRAGMA page_count') + 4}")


def test_ctrl_c_while_an_import_is_committed_comes_too_late(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = ImportStore.add

    def interrupted(*values: Any) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        add(*values)

    monkeypatch.setattr(ImportStore, "add", interrupted)
    before = signal.getsignal(signal.SIGINT)
    assert house.imports.run(order_file(tmp_path, {}), SHOP).new == 1
    assert signal.getsignal(signal.SIGINT) is before
    assert house.orders.find(NUMBER).order_no == NUMBER


def test_ctrl_c_before_that_leaves_the_list_as_before(house: House, tmp_path: Path) -> None:
    def interrupt(_progress: ImportProgress) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        return True

    with pytest.raises(KeyboardInterrupt):
        house.imports.run(order_file(tmp_path, {}), SHOP, interrupt)
    with pytest.raises(WorldError, match="order_unknown"):
        house.orders.find(NUMBER)


def test_a_full_disk_leaves_the_list_as_before(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(house)
    before = everything(house)
    rows = [{"订单号": f"260518-{number:015d}", "商品": f"测试商品{number}" * 20} for number in range(3000)]
    file = order_file(tmp_path / "b", *rows)
    with monkeypatch.context() as patched:
        patched.setattr(import_service, "Database", SmallDatabase)
        with pytest.raises(WorldError) as caught:
            house.imports.run(file, SHOP)
    assert caught.value.problem.code == "disk_full"
    assert everything(house) == before
    assert house.database.value("PRAGMA integrity_check") == "ok"
    assert house.imports.run(file, SHOP).new == 3000


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"", "file_empty"), (b"\x00\x01\x02\x03", "file_not_table"), ("一,二\n三,四\n".encode(), "header_unknown")],
)
def test_a_broken_file_is_told_in_a_sentence_and_nothing_is_imported(
    house: House, tmp_path: Path, raw: bytes, code: str
) -> None:
    imported(house)
    before = everything(house)
    file = tmp_path / "broken.csv"
    file.write_bytes(raw)
    with pytest.raises(WorldError) as caught:
        house.imports.run(file, SHOP)
    assert caught.value.problem.code == code
    assert "broken.csv" in house.told(caught.value.problem)
    assert everything(house) == before


def test_a_missing_file_is_told(house: House, tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="file_missing"):
        house.imports.run(tmp_path / "gone.csv")


def foreign(folder: Path, number: str = "TEST10000001") -> Path:
    file = folder / f"{number}.csv"
    file.write_text(f"单据,什么时候,叫什么\n{number},2026-05-18 09:12:00,测试商品\n", encoding="utf-8")
    return file


def test_a_table_of_nobodys_is_mapped_once_and_remembered(house_at: HouseAt, tmp_path: Path) -> None:
    house = house_at()
    file = foreign(tmp_path)
    with pytest.raises(WorldError):
        house.imports.run(file)
    look = house.imports.look(file)
    assert house.imports.needs_mapping(look)
    house.imports.remember_mapping(look, {"order_no": "单据", "grouped_at": "什么时候", "product": "叫什么"})
    again = house_at()
    assert not again.imports.needs_mapping(again.imports.look(file))
    assert again.imports.run(foreign(tmp_path, "TEST10000002")).new == 1
    order = again.orders.find("TEST10000002")
    assert (order.product, order.platform) == ("测试商品", again.imports.platform_of(look))


def test_a_look_names_platform_and_shop(house: House, tmp_path: Path) -> None:
    look = house.imports.look(order_file(tmp_path))
    assert (house.imports.platform_of(look), house.imports.own_shop(look)) == ("pdd", "")
    assert not house.imports.needs_mapping(look)


def test_settled_promise_hours_count_for_new_deadlines_and_are_reckoned_anew(house: House) -> None:
    imported(house, o.DERIVED)
    assert house.orders.count(house.orders.listing(View.OVERDUE)) == 0
    o.settle(house, promise_hours=24)
    house.recompute_deadlines()
    assert house.orders.count(house.orders.listing(View.OVERDUE)) == 1
    imported(house, o.DERIVED, {**o.DERIVED, "订单号": OTHER})
    assert house.orders.count(house.orders.listing(View.OVERDUE)) == 2


def test_two_houses_on_one_folder_see_the_same_orders(house_at: HouseAt, tmp_path: Path) -> None:
    first, second = house_at(), house_at()
    first.imports.run(order_file(tmp_path), SHOP)
    assert second.orders.find(NUMBER).shop == SHOP
    shutil.rmtree(tmp_path / "cache")
    assert second.cases.look(second.orders.find(NUMBER), "urge_shipment").walk.question == "wants"


def test_an_after_sales_file_opens_the_refund_of_its_order(house: House, tmp_path: Path) -> None:
    imported(house, o.ONLINE)
    file = tmp_path / "售后.csv"
    header = "售后编号,订单编号,退款金额,售后状态,退款类型,申请时间\n"
    file.write_text(f"{header}1000001,{NUMBER},35.60,待商家处理,仅退款,2026-05-19 10:00:00\n", encoding="utf-8")
    assert house.imports.run(file, SHOP).new == 1
    order = house.orders.find(NUMBER)
    assert (order.refund_fen, order.after_sale_text) == (3560, "待商家处理")
    assert house.cases.look(order, "urge_shipment").walk.outcome == "D-URGE-2.1"


def test_a_file_that_names_its_shop_needs_no_other_name(house: House, tmp_path: Path) -> None:
    file = foreign(tmp_path, "TEST10000003")
    text = (
        file.read_text(encoding="utf-8").replace("叫什么", "叫什么,谁的店").replace("测试商品", "测试商品,第三家测试店")
    )
    file.write_text(text, encoding="utf-8")
    look = house.imports.look(file)
    house.imports.remember_mapping(look, {"order_no": "单据", "product": "叫什么", "shop": "谁的店"})
    assert house.imports.own_shop(look) == "第三家测试店"
    house.imports.run(file)
    assert house.orders.find("TEST10000003").shop == "第三家测试店"


def test_a_file_that_goes_away_while_it_is_read_is_told(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = order_file(tmp_path)

    really_open = Path.open

    def gone(self: Path, *args: Any, **more: Any) -> Any:
        if self == file:
            raise OSError(5, "Input/output error")
        return really_open(self, *args, **more)

    opened = import_service.open_for_import

    def open_then_lose(*args: object) -> object:
        found = opened(*args)
        monkeypatch.setattr(Path, "open", gone)
        return found

    monkeypatch.setattr(import_service, "open_for_import", open_then_lose)
    with pytest.raises(WorldError, match="file_unreadable"):
        house.imports.run(file, SHOP)
    assert house.orders.shops() == []
