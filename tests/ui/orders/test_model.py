import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import HOUR
from deskhelper.core.order import Status
from deskhelper.core.view import OrderLine
from deskhelper.ui.kit import Tone
from deskhelper.ui.orders.model import PAGE, PAGES_KEPT, OrderListModel, Role
from deskhelper.ui.orders.words import Tag
from tests.ui.orders.made import NOW, ZONE, Shelf, line, mixed_lines


@pytest.fixture
def model(qapp: object) -> OrderListModel:
    made = OrderListModel(ZONE)
    made.set_now(NOW, 6)
    return made


def many(count: int) -> Shelf:
    return Shelf([line(number) for number in range(count)])


def test_model_keeps_the_rules_of_qt(model: OrderListModel, qtmodeltester: ModelTester) -> None:
    model.show_rows(Shelf(mixed_lines()).fetch, 8)
    qtmodeltester.check(model)
    model.set_count(20)
    model.set_count(3)
    model.refresh(8)
    model.show_rows(many(5).fetch)


def test_a_row_is_the_whole_line_and_its_words(model: OrderListModel) -> None:
    model.show_rows(Shelf(mixed_lines()).fetch, 8)
    index = model.index(0)
    assert isinstance(index.data(Role.LINE), OrderLine)
    row = index.data(Role.ROW)
    assert row.line is index.data(Role.LINE)
    assert (row.status, row.after_sale) == (Tag("To ship"), None)
    assert (row.countdown, row.last_time) == (Tag("3:00 late", Tone.BAD, is_derived=True), "")
    shipped = model.index(3).data(Role.ROW)
    assert (shipped.countdown, shipped.last_time) == (None, "5-18 16:20")
    assert index.data() == "…0001 · To ship · 3:00 late · 法兰绒四件套加厚保暖"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_tooltip_has_what_the_row_has_no_room_for(model: OrderListModel) -> None:
    model.show_rows(Shelf(mixed_lines()).fetch, 8)
    derived, given, shipped = (model.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1, 3))
    assert "260517-000000000000001 · 暖居家纺店" in derived
    assert "Ship by 5-19 09:20 (derived)" in derived
    assert "Ship by 5-19 13:20" in given
    assert "中通快递 75312345678901" in shipped


def test_a_million_rows_cost_only_the_pages_that_are_looked_at(model: OrderListModel) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> list[OrderLine]:
        asked.append(offset)
        return [line(number) for number in range(offset, offset + limit)]

    model.show_rows(fetch, 1_000_000)
    assert asked == []
    assert model.rowCount() == 1_000_000
    assert model.line(999_999) == line(999_999)
    assert model.line(999_950) == line(999_950)
    assert asked == [999_900]


def test_only_the_pages_used_last_are_kept(model: OrderListModel) -> None:
    shelf = many((PAGES_KEPT + 2) * PAGE)
    model.show_rows(shelf.fetch, len(shelf.lines))
    for page in range(PAGES_KEPT):
        model.line(page * PAGE)
    model.line(0)
    model.line(PAGES_KEPT * PAGE)  # pushes out page 1, for page 0 was used since
    shelf.asked.clear()
    model.line(0)
    assert shelf.asked == []
    model.line(PAGE)
    assert shelf.asked == [(PAGE, PAGE)]


def test_count_may_come_later(model: OrderListModel, qtbot: QtBot) -> None:
    shelf = many(250)
    model.show_rows(shelf.fetch)
    assert model.rowCount() == PAGE
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.set_count(250)
    assert inserted.args[1:] == [100, 249]
    with qtbot.waitSignal(model.rowsRemoved):
        model.set_count(10)
    with qtbot.assertNotEmitted(model.rowsRemoved):
        model.set_count(10)


def test_rows_beyond_the_list_are_blank(model: OrderListModel) -> None:
    model.show_rows(many(5).fetch, 8)  # the count is older than the list
    assert model.index(6).data() is None
    assert model.line(-1) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


def test_refresh_reads_anew(model: OrderListModel, qtbot: QtBot) -> None:
    shelf = many(5)
    model.show_rows(shelf.fetch, 5)
    model.line(0)
    shelf.lines[0] = line(0, status=Status.SHIPPED)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    assert model.index(0).data(Role.ROW).status == Tag("Shipped")


def test_countdowns_follow_the_clock(model: OrderListModel, qtbot: QtBot) -> None:
    model.show_rows(Shelf([line(1, 7 * HOUR)]).fetch, 1)
    assert model.index(0).data(Role.ROW).countdown == Tag("7:00 left")
    with qtbot.waitSignal(model.dataChanged):
        model.set_now(NOW + 2 * HOUR, 6)
    assert model.index(0).data(Role.ROW).countdown == Tag("5:00 left", Tone.WARN)


def test_an_order_is_found_near_where_it_was(model: OrderListModel) -> None:
    shelf = many(1000)
    model.show_rows(shelf.fetch, 1000)
    assert model.row_of(555, near=550) == 555
    assert model.row_of(650, near=550) == 650
    assert model.row_of(3, near=550) == 3
    assert model.row_of(900, near=550) is None
    model.line(900)
    assert model.row_of(900, near=550) == 900
    assert OrderListModel(ZONE).row_of(1) is None


def test_a_page_that_cannot_be_read_is_told_and_blank(model: OrderListModel, qtbot: QtBot) -> None:
    error = WorldError("database_locked")

    def fetch(_offset: int, _limit: int) -> list[OrderLine]:
        raise error

    model.show_rows(fetch, 3)
    with qtbot.waitSignal(model.fetch_failed) as failed:
        assert model.index(0).data() is None
    assert failed.args == [error]
