import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.view import View
from deskhelper.ui.kit import Tone
from deskhelper.ui.orders.rail import FOLDED_WIDTH, WIDTH, RailEntry, ViewRail
from deskhelper.ui.theme import Theme

PAGES = [
    RailEntry("promises", "Promises", "bell-ring", Tone.WARN),
    RailEntry("flows", "Flow book", "book-open", at_foot=True),
]


@pytest.fixture
def rail(qtbot: QtBot, theme: Theme) -> ViewRail:
    made = ViewRail(theme, "zh", PAGES)
    qtbot.addWidget(made)
    made.resize(WIDTH, 800)
    made.show()
    return made


def test_shows_only_what_was_handed_in(qtbot: QtBot, theme: Theme) -> None:
    bare = ViewRail(theme, "zh")
    qtbot.addWidget(bare)
    assert [button.text() for button in bare._buttons()] == [
        *("To ship", "Due soon", "Overdue", "Shipped", "After-sale", "In progress", "All orders")
    ]
    assert [heading.text() for heading in bare._headings] == ["Orders"]


def test_a_click_asks_for_a_view_or_a_page(rail: ViewRail, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rail.view_requested) as asked, qtbot.assertNotEmitted(rail.page_requested):
        rail._views[View.OVERDUE].click()
    assert asked.args == [View.OVERDUE]
    with qtbot.waitSignal(rail.page_requested) as asked, qtbot.assertNotEmitted(rail.view_requested):
        rail._pages["flows"].click()
    assert asked.args == ["flows"]
    assert not rail._views[View.OVERDUE].isChecked()


def test_views_have_keys_that_their_tooltips_tell(rail: ViewRail, qtbot: QtBot) -> None:
    assert rail._views[View.TO_SHIP].toolTip() == "To ship  (Ctrl+1)"
    assert rail._views[View.ALL].toolTip() == "All orders  (Ctrl+7)"
    qtbot.waitExposed(rail)
    rail.activateWindow()
    with qtbot.waitSignal(rail.view_requested) as asked:
        qtbot.keyClick(rail, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [View.OVERDUE]


def test_counts_are_compact_on_the_rail_and_exact_in_the_tooltip(rail: ViewRail) -> None:
    rail.set_counts({View.ALL: 1_234_567, View.DUE: None, View.OVERDUE: 0})
    rail.set_page_count("promises", 14)
    assert rail._views[View.ALL].count_words == "123万"
    assert "1,234,567" in rail._views[View.ALL].toolTip()
    assert rail._views[View.DUE].count_words == ""
    assert rail._pages["promises"].accessibleName() == "Promises · 14"
    assert not rail.grab().isNull()


def test_folds_to_icons_in_a_narrow_window(rail: ViewRail) -> None:
    rail.set_counts({View.DUE: 12, View.OVERDUE: 0})
    rail.fit(1024)
    assert (rail.is_folded, rail.width()) == (True, FOLDED_WIDTH)
    assert not any(heading.isVisible() for heading in rail._headings)
    assert not rail.grab().isNull()
    rail.fit(1440)
    assert (rail.is_folded, rail.width()) == (False, WIDTH)


def test_what_is_in_force_is_marked(rail: ViewRail) -> None:
    rail.set_view(View.SHIPPED)
    assert rail._views[View.SHIPPED].isChecked()
    rail.set_page("promises")
    assert [button.text() for button in rail._buttons() if button.isChecked()] == ["Promises"]
    rail.set_view(None)
    assert not any(button.isChecked() for button in rail._buttons())


def test_focus_is_painted(rail: ViewRail, qtbot: QtBot) -> None:
    button = rail._views[View.DUE]
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before


def test_a_rail_in_a_window_does_not_stretch(qtbot: QtBot, rail: ViewRail) -> None:
    assert isinstance(rail, QWidget)
    assert rail.minimumWidth() == rail.maximumWidth() == WIDTH
