"""The boards over a real house, with a clock that is moved on."""

import csv
import json
import multiprocessing
from pathlib import Path

import pytest
from click.testing import CliRunner
from python_calamine import CalamineWorkbook

from deskhelper.app import House
from deskhelper.cli import commands
from deskhelper.core.alerts import AlertKind
from deskhelper.core.anomaly import BY_GRAVITY, PICKUP_OVERDUE, SLOW, TRANSIT
from deskhelper.core.errors import WorldError
from deskhelper.core.moments import DAY, HOUR
from deskhelper.services import boards
from deskhelper.services.parcel_board import UNTRACED, ParcelBoard, read_parcels
from deskhelper.services.parcel_tally import Tally
from tests.orders import COURIER, NOW, ONLINE, at, imported, order_file
from tests.services.conftest import HouseAt

LATER = "2026-05-22T12:00:00+08:00"


def number(tail: int) -> str:
    return f"260518-{tail:015d}"


def parcel(tail: int, shipped: str, **more: str) -> dict[str, str]:
    return {**ONLINE, "订单号": number(tail), "快递单号": f"77300000000{tail:04d}", "发货时间": shipped, **more}


def trace_file(folder: Path, *rows: tuple[int, str, str]) -> Path:
    path = folder / "轨迹.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["快递单号", "快递公司", "扫描时间", "物流信息"])
        writer.writerows([f"77300000000{tail:04d}", "ZTO", when, words] for tail, when, words in rows)
    return path


def after_sales(folder: Path, *rows: tuple[int, str]) -> Path:
    path = folder / "售后.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["售后编号", "订单号", "售后状态", "售后类型", "退款金额(元)", "申请时间", "售后原因"])
        writer.writerows(
            [f"9{tail:06d}", number(tail), "待商家处理", "退货退款", "35.60", "2026-05-18 20:00:00", why]
            for tail, why in rows
        )
    return path


@pytest.fixture
def late(house: House) -> House:
    imported(
        house,
        {"订单号": number(1), "承诺发货时间": "2026-05-18 06:00:00"},
        {"订单号": number(2), "承诺发货时间": "2026-05-19 09:00:00", "用户实付金额(元)": "400"},
        {"订单号": number(3), "承诺发货时间": "2026-05-19 16:00:00"},
        {"订单号": number(4), "承诺发货时间": "2026-05-20 16:00:00"},
        {"订单号": number(5), "承诺发货时间": "2026-05-18 06:00:00", **ONLINE},
    )
    return house


def test_overdue_orders_stand_with_their_stakes_the_most_overdue_first(late: House) -> None:
    board = late.boards.read_late()
    rows = late.boards.late_rows(board.ids)
    assert [row.line.order.order_no for row in rows] == [number(1), number(2), number(3)]
    assert [row.left // HOUR for row in rows] == [-30, -3, 4]
    assert [row.stake_fen for row in rows] == [300, 400, 300]
    assert [row.fine_in for row in rows] == [-6 * HOUR, 21 * HOUR, 28 * HOUR]
    assert late.boards.late_rows(board.by_stake)[0].line.order.order_no == number(2)


def test_the_sums_are_by_the_figures_in_force_and_move_with_the_clock(late: House, house_at: HouseAt) -> None:
    sums = late.boards.read_late().sums
    assert (sums.overdue, sums.due, sums.overdue_fen, sums.due_fen) == (2, 1, 700, 300)
    assert (sums.late_hours, sums.fined, sums.fine_soon) == (33, 1, 1)
    moved = house_at("2026-05-20T12:00:00+08:00").boards.read_late().sums
    assert (moved.overdue, moved.due, moved.fined, moved.fine_soon) == (3, 1, 2, 1)


def test_the_figures_are_shown_with_date_and_confidence_and_a_fine_as_unsettled(late: House) -> None:
    board = late.boards.read_late()
    assert board.compensation is not None
    assert board.fine is not None
    assert board.compensation.dated().zh == "2025 起 · B 级来源"
    assert not board.fine.is_settled


@pytest.fixture
def parcels(house: House, tmp_path: Path) -> House:
    imported(
        house,
        parcel(1, "2026-05-18 09:00:00"), parcel(2, "2026-05-15 09:00:00"), parcel(3, "2026-05-19 09:00:00"),
        parcel(4, "2026-05-15 09:00:00"), parcel(5, "2026-05-10 09:00:00", 快递公司="圆通速递"),
    )  # fmt: skip
    house.imports.run(
        trace_file(
            tmp_path,
            (1, "2026-05-18 10:00:00", "商家已下单，等待揽收"),
            (2, "2026-05-15 19:00:00", "【杭州】已揽收"), (2, "2026-05-16 09:00:00", "离开【杭州】，下一站【北京】"),
            (3, "2026-05-19 11:00:00", "【杭州】已揽收"),
            (4, "2026-05-15 19:00:00", "【杭州】已揽收"), (4, "2026-05-17 19:00:00", "已签收，签收人：本人"),
        )
    )  # fmt: skip
    return house


def test_parcels_in_anomaly_are_grouped_by_rule_and_courier(parcels: House) -> None:
    board = parcels.boards.read_parcels()
    rows = parcels.boards.parcel_rows(board.ids)
    assert [(row.line.order.order_no, row.fired[0].rule) for row in rows] == [
        (number(1), PICKUP_OVERDUE), (number(2), TRANSIT), (number(5), SLOW),
    ]  # fmt: skip
    assert board.of_rule == {BY_GRAVITY.index(PICKUP_OVERDUE): 1, BY_GRAVITY.index(TRANSIT): 1, UNTRACED: 1}
    assert board.of_courier == {COURIER: (2, 4), "圆通速递": (1, 1)}
    assert [*board.chosen(courier="圆通速递")] == [board.ids[2]]
    assert [*board.chosen(rule=BY_GRAVITY.index(TRANSIT))] == [board.ids[1]]
    assert [*board.chosen(courier="没有的")] == []


def test_the_rate_is_of_parcels_with_a_trace_and_the_limit_needs_the_shops_mean(parcels: House) -> None:
    board = parcels.boards.read_parcels()
    assert (board.counts.on_the_way, board.counts.traced, board.counts.in_anomaly) == (5, 4, 2)
    assert (board.counts.untraced, board.counts.rate, board.limit) == (1, 50.0, None)
    parcels.boards.set_mean(0.8)
    assert parcels.boards.read_parcels().limit == 4.0
    parcels.boards.set_mean(None)
    assert parcels.boards.read_parcels().limit is None


def test_time_alone_brings_parcels_onto_the_board(parcels: House, house_at: HouseAt) -> None:
    later = house_at(LATER).boards
    board = later.read_parcels()
    assert number(3) in [row.line.order.order_no for row in later.parcel_rows(board.ids)]


def test_every_parcel_that_the_rules_mean_is_found_and_no_other(parcels: House) -> None:
    """The board passes over most parcels in SQL; one by one, the rules must say the same."""
    board = parcels.boards.read_parcels()
    every = parcels.database.rows("SELECT id FROM orders ORDER BY id")
    fired = {row.line.id for row in parcels.boards.parcel_rows([id_ for (id_,) in every]) if row.fired}
    assert fired == {*board.ids}


def test_a_task_that_nobody_waits_for_stops(parcels: House) -> None:
    assert len(parcels.boards.read_parcels(lambda: True).ids) == 0


def test_many_parcels_are_read_by_another_process_and_are_the_same(
    parcels: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = parcels.boards.read_parcels()
    monkeypatch.setattr(boards, "APART_FROM", 5)
    monkeypatch.setattr(boards, "read_parcels", unread)
    parcels.parcel_tally.keep(0, 0)
    assert parcels.boards.read_parcels(lambda: False) == near
    assert parcels.parcel_tally.last == Tally(3, at(NOW))
    assert len(parcels.boards.read_parcels(lambda: True).ids) == 0
    monkeypatch.setattr(boards, "APART_FROM", 6)
    with pytest.raises(AssertionError, match="on this thread"):
        parcels.boards.read_parcels()


def unread(*asked: object) -> ParcelBoard:
    """Read the board in another process, never here."""
    assert multiprocessing.parent_process() is not None, "on this thread"
    return read_parcels(*asked)  # type: ignore[arg-type]


def alert_kinds(house: House) -> list[tuple[AlertKind, int, bool]]:
    return [(one.kind, len(one.reports), one.is_seen) for one in house.boards.read_alerts().alerts]


def test_reasons_cases_and_ratings_of_one_product_raise_alerts(house: House, tmp_path: Path) -> None:
    imported(house, *({**ONLINE, "订单号": number(tail)} for tail in range(1, 8)))
    house.imports.run(after_sales(tmp_path, (1, "发错货"), (2, "卖家发错货"), (4, "不喜欢")))
    assert alert_kinds(house) == []
    view = house.cases.open(house.orders.find(number(3)), "wrong_item")
    question = next(iter(view.flow.questions[view.walk.question or ""].options))
    house.cases.answer(view, view.walk.question or "", question)
    assert alert_kinds(house) == [(AlertKind.WRONG_ITEM, 3, False)]
    for tail in (5, 6, 7):
        house.marks.set_rated_one(house.orders.find(number(tail)), True)
    assert (AlertKind.RATED_ONE, 3, False) in alert_kinds(house)
    house.marks.set_rated_one(house.orders.find(number(7)), False)
    assert [kind for kind, _, _ in alert_kinds(house)] == [AlertKind.WRONG_ITEM]


def test_from_how_many_orders_on_and_how_far_back_is_a_setting(house: House, house_at: HouseAt, tmp_path: Path) -> None:
    imported(house, *({**ONLINE, "订单号": number(tail)} for tail in range(1, 4)))
    house.imports.run(after_sales(tmp_path, (1, "少件"), (2, "空包")))
    assert alert_kinds(house) == []
    house.settings.change(alert_more_than=1, alert_days=3)
    assert alert_kinds(house) == [(AlertKind.EMPTY_PARCEL, 2, False)]
    assert alert_kinds(house_at(LATER)) == []


def test_an_alert_that_was_seen_stays_so_until_a_further_order(house: House, tmp_path: Path) -> None:
    imported(house, *({**ONLINE, "订单号": number(tail)} for tail in range(1, 6)))
    house.imports.run(after_sales(tmp_path, (1, "少件"), (2, "空包"), (3, "漏发")))
    (alert,) = house.boards.read_alerts().alerts
    house.boards.see(alert)
    assert alert_kinds(house) == [(AlertKind.EMPTY_PARCEL, 3, True)]
    assert house.boards.read_alerts().unseen == 0
    house.imports.run(after_sales(tmp_path, (1, "少件"), (2, "空包"), (3, "漏发"), (4, "少发了")))
    assert alert_kinds(house) == [(AlertKind.EMPTY_PARCEL, 4, False)]
    house.boards.see(house.boards.read_alerts().alerts[0])
    house.boards.unsee(house.boards.read_alerts().alerts[0])
    assert house.boards.read_alerts().unseen == 1


def test_old_complaints_no_longer_count(house: House, house_at: HouseAt, tmp_path: Path) -> None:
    imported(house, *({**ONLINE, "订单号": number(tail)} for tail in range(1, 4)))
    house.imports.run(after_sales(tmp_path, (1, "质量问题"), (2, "质量问题"), (3, "质量问题")))
    assert alert_kinds(house) == [(AlertKind.QUALITY, 3, False)]
    moved = house_at("2026-06-18T12:00:00+08:00")
    assert moved.clock.now() - house.clock.now() == 30 * DAY
    assert alert_kinds(moved) == []


def test_every_board_is_written_to_a_file(parcels: House, tmp_path: Path) -> None:
    imported(parcels, {"订单号": number(9), "承诺发货时间": "2026-05-18 06:00:00", "商品": "=1+1"})
    assert parcels.save_board("late", tmp_path / "逾期.csv") == 1
    with (tmp_path / "逾期.csv").open(encoding="utf-8-sig", newline="") as file:
        header, row = [*csv.reader(file)]
    assert header[:3] == ["订单号", "商品", "实付（元）"]
    assert row[:6] == [number(9), "'=1+1 灰蓝 1.8m", "35.6", "2026-05-18 09:12", "2026-05-18 06:00", "30"]
    assert parcels.save_board("parcels", tmp_path / "物流.xlsx") == 3
    sheet = CalamineWorkbook.from_path(str(tmp_path / "物流.xlsx")).get_sheet_by_index(0).to_python()
    assert sheet[1][:2] == [number(1), "揽收超时 D-LOGI-5"]
    assert parcels.save_board("alerts", tmp_path / "预警.csv") == 0
    assert parcels.save_board("stock", tmp_path / "库存.xlsx") == 1


def run(house: House, *words: str) -> tuple[int, str]:
    call = [*words, "--now", NOW, "--data-dir", str(house.folder.root)]
    result = CliRunner().invoke(commands, call)
    return result.exit_code, result.stdout


def test_the_command_line_prints_and_saves_boards(late: House, tmp_path: Path) -> None:
    code, out = run(late, "boards", "late", "--json")
    rows = json.loads(out)
    assert (code, [row["hours_late"] for row in rows]) == (0, [30, 3, 0])
    assert rows[0]["ship_by"] == "2026-05-18T06:00:00+08:00"
    assert json.loads(run(late, "boards", "--json")[1]) == {"late": 3, "parcels": 0, "alerts": 0, "stock": 1}
    assert "订单号\t商品" in run(late, "boards", "late", "--limit", "1")[1]
    assert run(late, "boards", "late", "--save", str(tmp_path / "x.csv"))[0] == 0
    assert run(late, "boards", "nowhere")[0] == 2
    assert run(late, "boards", "--save", str(tmp_path / "x.csv"))[0] == 2


def test_stock_comes_in_by_the_command_line_and_nothing_else_does(late: House, tmp_path: Path) -> None:
    path = tmp_path / "库存.csv"
    path.write_text("商品名称,规格,库存\n测试四件套,灰蓝 1.8m,7\n毛毯,,很多\n", encoding="utf-8")
    code, out = run(late, "stock", "import", str(path), "--json")
    assert (code, json.loads(out)["new"], len(json.loads(out)["rejected"])) == (3, 1, 1)
    rows = json.loads(run(late, "boards", "stock", "--json")[1])
    assert [(row["on_hand"], row["needed"], row["state"]) for row in rows] == [(7, 4, "enough")]
    assert run(late, "stock", "import", str(order_file(tmp_path)))[0] == 1


def test_a_board_that_is_not_there_is_named_with_those_that_are(house: House) -> None:
    from deskhelper.services.board_tables import section_named

    with pytest.raises(WorldError) as told:
        section_named("x")
    assert told.value.problem.values == {"board": "x", "known": "late, parcels, alerts, stock"}
