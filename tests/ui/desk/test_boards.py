"""The boards by keys on the real desk: late orders, parcels, alerts, stock; read in the background."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskhelper.app import House
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.boards.page import BoardsPage
from deskhelper.ui.boards.parcel_section import ParcelSection
from deskhelper.ui.boards.stock_section import StockSection
from tests.made_up import order_no, row, shipped_row, write
from tests.ui.desk.conftest import Hands

Key = Qt.Key


def boards(hands: Hands) -> BoardsPage:
    """Turn to the boards and wait until the one in sight is read."""
    hands.press(Key.Key_F11)
    page = hands.desk.work.pages.page
    assert isinstance(page, BoardsPage)
    settled(hands, page)
    return page


def settled(hands: Hands, page: BoardsPage) -> None:
    hands.qtbot.waitUntil(lambda: page.section.is_read and not page.is_reading, timeout=30_000)


def go(hands: Hands, page: BoardsPage, key: str) -> None:
    hands.type(key)
    settled(hands, page)


def shown(page: BoardsPage) -> list[str]:
    model = page.section.model
    return [str(model.index(number).data()) for number in range(model.rowCount())]


def first_words(page: BoardsPage) -> list[str]:
    return [words.split("  ")[0] for words in shown(page)]


def more_orders(folder: DataFolder, clock: FixedClock, tmp_path: Path, *rows: list[str]) -> None:
    house = House(folder, clock)
    house.imports.run(write(tmp_path, [*rows], exported="2026-05-19-12-10-00"), "暖居家纺店")
    house.close()


def traces(folder: DataFolder, clock: FixedClock, tmp_path: Path) -> None:
    path = tmp_path / "轨迹.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(
            [
                ["快递单号", "快递公司", "扫描时间", "物流信息"],
                ["773000000000123", "ZTO", "2026-05-16 10:00:00", "已揽收"],
            ]
        )
    house = House(folder, clock)
    house.imports.run(path)
    house.close()


def test_f11_shows_late_orders_and_enter_goes_on_in_their_flow(hands: Hands) -> None:
    page = boards(hands)
    assert first_words(page)[:2] == [order_no("7731"), order_no("4268")]
    assert page.tabs[0].count == 2
    hands.press(Key.Key_Down, Key.Key_Return)
    assert hands.desk.work.pages.page is None
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert (view.flow.id, view.order.order_no) == ("late_shipment", order_no("4268"))


def test_a_board_is_not_read_again_until_something_was_written(hands: Hands) -> None:
    page = boards(hands)
    counted = page.section.counted
    with hands.qtbot.assertNotEmitted(counted, wait=300):
        hands.press(Key.Key_Escape, Key.Key_F11)
    hands.desk.work._services.orders.set_note("pdd", order_no("4268"), "大客户")
    with hands.qtbot.waitSignal(counted):
        hands.press(Key.Key_Escape, Key.Key_F11)


def test_the_rail_counts_alerts_and_stock_once_both_were_read(hands: Hands) -> None:
    page = boards(hands)
    button = hands.desk.window.rail._pages["boards"]
    words = []
    for key in "1234":
        go(hands, page, key)
        words.append(button.count_words)
    assert words == ["", "", "", "0"], "overdue orders and parcels have entries of their own"


def test_u_goes_on_with_a_buyer_who_wrote_and_o_opens_the_order(hands: Hands) -> None:
    boards(hands)
    hands.type("u")
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert view.flow.id == "urge_shipment"
    boards(hands)
    hands.type("o")
    assert hands.desk.work.pages.page is None


def test_orders_are_sorted_by_what_is_at_stake(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    more_orders(folder, clock, tmp_path, row("5555", promise="2026-05-19 11:50:00", paid="900.00"))
    page = boards(hands)
    assert first_words(page)[2] == order_no("5555")
    hands.type("s")
    assert first_words(page)[0] == order_no("5555")
    hands.press(Key.Key_Left)
    assert first_words(page)[0] == order_no("7731")


def test_ticked_orders_are_handed_to_be_told(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    page = boards(hands)
    handed: list[tuple[str, object]] = []
    page.hand_over_wanted.disconnect()
    page.hand_over_wanted.connect(lambda name, what: handed.append((name, what)))
    hands.type("t")
    hands.press(Key.Key_Down, Key.Key_Space)
    hands.type("t")
    hands.press(Key.Key_A, held=Qt.KeyboardModifier.ControlModifier)
    hands.type("t")
    both = [("pdd", order_no("7731")), ("pdd", order_no("4268"))]
    assert [what for _, what in handed[:2]] == [both[:1], both[1:]]
    assert handed[2][0] == "notices"
    assert sorted(page.section.model.ticked) == sorted(f"{platform}:{number}" for platform, number in both)


def test_parcels_stand_by_rule_and_by_courier_and_enter_opens_their_case(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    traces(folder, clock, tmp_path)
    page = boards(hands)
    go(hands, page, "2")
    assert first_words(page) == [order_no("2075")]
    section = page.section
    assert isinstance(section, ParcelSection)
    hands.press(Key.Key_Right)
    assert isinstance(section.groups.value, int)
    hands.type("g")
    hands.press(Key.Key_Right)
    assert section.groups.value == "中通快递"
    hands.press(Key.Key_Return)
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert (view.flow.id, view.order.order_no) == ("parcel_anomaly", order_no("2075"))


def test_the_limit_is_shown_once_the_shop_knows_its_categorys_mean(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    traces(folder, clock, tmp_path)
    page = boards(hands)
    go(hands, page, "2")
    section = page.section
    assert isinstance(section, ParcelSection)
    assert section.note.isVisible()
    answers = iter(["nonsense", "0.8"])
    monkeypatch.setattr(ParcelSection, "ask", lambda self, words: (next(answers), True))
    hands.type("m")
    assert not page.is_reading
    go(hands, page, "m")
    assert "4.00%" in section.figures[3].accessibleName()
    assert section.note.isHidden()


def test_an_alert_unfolds_opens_its_orders_and_is_seen(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    house = House(folder, clock)
    for tail in ("4268", "0192", "7731"):
        house.marks.set_rated_one(house.orders.find(order_no(tail)), True)
    house.close()
    more_orders(
        folder, clock, tmp_path, *(shipped_row(tail, f"77300000000{tail}") for tail in ("3001", "3002", "3003"))
    )
    house = House(folder, clock)
    for tail in ("3001", "3002", "3003"):
        house.marks.set_rated_one(house.orders.find(order_no(tail)), True)
    house.close()
    page = boards(hands)
    go(hands, page, "3")
    assert page.tabs[2].count == 1
    assert len(shown(page)) == 1
    hands.press(Key.Key_Right)
    assert len(shown(page)) == 5
    go(hands, page, "a")
    assert page.tabs[2].count == 0
    hands.press(Key.Key_Down, Key.Key_Return)
    assert hands.desk.work.pages.page is None


def test_stock_is_counted_in_place_warned_of_taken_away_and_put_back(hands: Hands) -> None:
    page = boards(hands)
    go(hands, page, "4")
    section = page.section
    assert isinstance(section, StockSection)
    assert "没盘点" in shown(page)[0]
    counted_before = section.model.rowCount()
    hands.press(Key.Key_Return)
    hands.type("12")
    hands.press(Key.Key_Return)
    settled(hands, page)
    hands.qtbot.waitUntil(lambda: "没盘点" not in shown(page)[0], timeout=30_000)
    assert "12" in shown(page)[0]
    assert section.model.rowCount() == counted_before
    hands.press(Key.Key_Home)
    hands.type("w")
    hands.type("30")
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: "快没了" in shown(page)[0], timeout=30_000)
    assert page.tabs[3].count == 1
    hands.press(Key.Key_Home, Key.Key_Delete)
    hands.qtbot.waitUntil(lambda: "没盘点" in shown(page)[0], timeout=30_000)
    hands.type("z")
    hands.qtbot.waitUntil(lambda: "快没了" in shown(page)[0], timeout=30_000)


def test_esc_leaves_a_field_first_and_the_page_then(hands: Hands) -> None:
    page = boards(hands)
    go(hands, page, "4")
    hands.press(Key.Key_Return)
    assert QApplication.focusWidget() is not page.section.table
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is page
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_after_an_import_the_board_is_read_anew_in_the_background(
    hands: Hands, folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    page = boards(hands)
    more_orders(folder, clock, tmp_path, row("6001", promise="2026-05-19 08:00:00"))
    hands.desk.work.refresh()
    assert page.is_reading
    assert order_no("6001") not in first_words(page)
    hands.qtbot.waitUntil(lambda: order_no("6001") in first_words(page), timeout=30_000)


def test_the_board_in_sight_is_written_to_a_file(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = boards(hands)
    target = tmp_path / "逾期"
    monkeypatch.setattr(BoardsPage, "ask_path", lambda self, suggestion: str(target))
    with hands.qtbot.waitSignal(page.said):
        hands.type("e")
    assert (tmp_path / "逾期.xlsx").stat().st_size > 1000


def test_in_the_dock_nothing_is_cut(hands: Hands) -> None:
    hands.desk.window.toggle_dock()
    hands.desk.window.resize(400, 900)
    page = boards(hands)
    for key in "1234":
        go(hands, page, key)
        assert page.minimumSizeHint().width() <= 400
        assert page.section.table.horizontalScrollBar().maximum() == 0
        assert not page.section.head.isVisible()
