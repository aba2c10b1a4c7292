import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from deskhelper.core.moments import HOUR
from deskhelper.core.view import OrderLine, SortKey
from deskhelper.ui.orders.list_view import OrderListView, WhenEmpty
from deskhelper.ui.orders.sort_button import SortButton
from deskhelper.ui.theme import Scheme, Theme
from tests.ui.orders.made import NOW, ZONE, Shelf, line, mixed_lines


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> OrderListView:
    made = OrderListView(theme, ZONE)
    qtbot.addWidget(made)
    made.set_now(NOW, 6)
    made.resize(300, 800)
    made.show()
    return made


def menu_of(view: OrderListView) -> dict[str, QAction]:
    menu = view.findChild(SortButton).findChild(QMenu)
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


@pytest.mark.parametrize("width", [200, 260, 300, 480])
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_kind_of_order_is_painted(view: OrderListView, theme: Theme, width: int, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    lines = mixed_lines()
    view.show_rows("All", Shelf(lines).fetch, len(lines))
    view.resize(width, 900)
    for row in range(len(lines)):
        view.rows.setCurrentIndex(view.model.index(row))
        view.rows.setFocus()
        assert not view.grab().isNull()


def test_header_says_what_is_listed_and_how_many(view: OrderListView) -> None:
    view.show_rows("To ship", Shelf(mixed_lines()).fetch, 8)
    assert view._title.words == "To ship"
    assert view._count.text() == "8 order(s)"
    view.set_count(1_234_567)
    assert view._count.text() == "1,234,567 order(s)"


def test_only_what_is_on_screen_is_fetched(view: OrderListView) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> list[OrderLine]:
        asked.append(offset)
        return [line(number) for number in range(offset, offset + limit)]

    view.show_rows("All", fetch, 1_000_000)
    view.grab()
    view.rows.setCurrentIndex(view.model.index(500_050))
    view.grab()
    assert sorted(asked) == [0, 500_000]


def test_choosing_tells_the_order(view: OrderListView, qtbot: QtBot) -> None:
    lines = mixed_lines()
    view.show_rows("All", Shelf(lines).fetch, 8)
    with qtbot.waitSignal(view.order_selected) as selected:
        view.select_first()
    assert selected.args == [lines[0]]
    assert view.selected == lines[0]
    assert view.select_order(5)
    assert view.selected == lines[4]
    assert not view.select_order(77)


def test_keys_go_through_the_list(view: OrderListView, qtbot: QtBot) -> None:
    lines = [line(number) for number in range(50)]
    view.show_rows("All", Shelf(lines).fetch, 50)
    view.select_first()
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        qtbot.keyClick(view.rows, key)
        places.append(view.rows.currentIndex().row())
    assert places[0] == 1
    assert places[1] > 5
    assert places[2:] == [49, 48, 0]


def test_enter_and_a_click_open(view: OrderListView, qtbot: QtBot) -> None:
    lines = mixed_lines()
    view.show_rows("All", Shelf(lines).fetch, 8)
    with qtbot.assertNotEmitted(view.open_requested):
        qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    view.select_first()
    with qtbot.waitSignal(view.open_requested) as opened:
        qtbot.keyClick(view.rows, Qt.Key.Key_Return)
    assert opened.args == [lines[0]]
    with qtbot.waitSignal(view.open_requested):
        view.rows.clicked.emit(view.model.index(0))


def test_typing_goes_to_the_box_and_commands_do_not(view: OrderListView, qtbot: QtBot) -> None:
    view.show_rows("All", Shelf(mixed_lines()).fetch, 8)
    with qtbot.waitSignal(view.type_ahead) as typed:
        qtbot.keyClick(view.rows, "c")
    assert typed.args == ["c"]
    with qtbot.assertNotEmitted(view.type_ahead):
        qtbot.keyClick(view.rows, "c", Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(view.rows, Qt.Key.Key_Space)
        qtbot.keyClick(view.rows, Qt.Key.Key_Down)


def test_ends_of_an_empty_list_are_nowhere(view: OrderListView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.rows, Qt.Key.Key_End)
    view.select_first()
    assert view.selected is None


def test_refresh_stays_at_the_order_wherever_it_is_now(view: OrderListView, qtbot: QtBot) -> None:
    shelf = Shelf(mixed_lines())
    view.show_rows("All", shelf.fetch, 8)
    view.select_order(3)
    shelf.lines.insert(0, line(99, HOUR))
    view.refresh(9)
    assert view.selected is not None
    assert (view.selected.id, view.rows.currentIndex().row()) == (3, 3)
    with qtbot.waitSignal(view.order_selected):
        view.refresh()
    assert view.selected.id == 3


def test_refresh_lets_go_of_an_order_that_left_the_list(view: OrderListView) -> None:
    shelf = Shelf(mixed_lines())
    view.show_rows("All", shelf.fetch, 8)
    view.select_order(3)
    del shelf.lines[2]
    view.refresh(7)
    assert view.selected is None


@pytest.mark.parametrize(
    ("why", "title", "has_button"),
    [
        (WhenEmpty.NO_ORDERS, "No orders yet", True),
        (WhenEmpty.VIEW, "Nothing here now", False),
        (WhenEmpty.SEARCH, "No order matches", False),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(
    view: OrderListView, qtbot: QtBot, why: WhenEmpty, title: str, has_button: bool
) -> None:
    view.show_rows("All", Shelf([]).fetch, 0, why)
    assert view.empty.isVisible()
    assert view.empty.accessibleName() == title
    assert view.empty.button.isVisible() == has_button
    if has_button:
        with qtbot.waitSignal(view.import_requested):
            view.empty.button.click()
    view.show_rows("All", Shelf(mixed_lines()).fetch, 8)
    assert view.rows.isVisible()


def test_sort_menu_offers_every_key_and_both_directions(view: OrderListView, qtbot: QtBot) -> None:
    view.set_sort(SortKey.DEADLINE, False)
    actions = menu_of(view)
    assert len(actions) == len(SortKey) + 2
    assert actions["Time left"].isChecked()
    assert actions["Ascending"].isChecked()
    with qtbot.waitSignal(view.sort_requested) as sorted_by:
        actions["Amount"].trigger()
    assert sorted_by.args == [SortKey.AMOUNT, True]
    with qtbot.waitSignal(view.sort_requested) as sorted_by:
        actions["Product"].trigger()
    assert sorted_by.args == [SortKey.PRODUCT, False]
    with qtbot.waitSignal(view.sort_requested) as sorted_by:
        actions["Descending"].trigger()
    assert sorted_by.args == [SortKey.DEADLINE, True]
    assert "Time left" in view.findChild(SortButton).accessibleName()


def test_selection_and_focus_can_be_seen(view: OrderListView, qtbot: QtBot) -> None:
    view.show_rows("All", Shelf(mixed_lines()).fetch, 8)
    bare = view.rows.viewport().grab().toImage()
    view.select_first()
    view.rows.clearFocus()
    chosen = view.rows.viewport().grab().toImage()
    view.rows.setFocus()
    qtbot.waitUntil(view.rows.hasFocus)
    focused = view.rows.viewport().grab().toImage()
    assert bare.pixelColor(1, 40).name().upper() == "#FFFFFF"
    assert chosen.pixelColor(1, 40).name().upper() == "#2F6FED"
    assert chosen.pixelColor(150, 4).name().upper() == "#E8F0FE"
    assert focused.pixelColor(150, 0).name().upper() == "#2F6FED"
    assert chosen.pixelColor(150, 0) != focused.pixelColor(150, 0)


def test_the_ground_below_the_last_row_is_painted(view: OrderListView, theme: Theme) -> None:
    view.show_rows("All", Shelf(mixed_lines()).fetch, 8)
    view.resize(300, 1200)
    view.grab()
    view.set_count(2)
    picture = view.rows.viewport().grab().toImage()
    assert picture.pixelColor(100, picture.height() - 20) == theme.color("surface")
    assert picture.pixelColor(100, 3 * 80) == theme.color("surface")
