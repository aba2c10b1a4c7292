"""The dock comes back where it was left on each screen, and into view where that screen is gone or smaller."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper.ui.desk.dock_place import (
    MOST_SCREENS,
    dock_place,
    first_place,
    into_view,
    last_screen,
    remembered,
    screen_key,
)
from tests.ui.desk.conftest import Hands, OpenDesk

AREA = QRect(0, 0, 800, 800)
LEAST = QSize(340, 480)


@pytest.mark.parametrize(
    ("place", "seen"),
    [
        (QRect(10, 20, 400, 600), QRect(10, 20, 400, 600)),
        (QRect(3000, 20, 400, 600), QRect(400, 20, 400, 600)),
        (QRect(-900, -50, 400, 600), QRect(0, 0, 400, 600)),
        (QRect(700, 700, 400, 600), QRect(400, 200, 400, 600)),
        (QRect(0, 0, 2000, 2000), QRect(0, 0, 800, 800)),
        (QRect(0, 0, 10, 10), QRect(0, 0, 340, 480)),
    ],
)
def test_a_place_is_moved_into_view_and_no_further(place: QRect, seen: QRect) -> None:
    assert into_view(place, AREA, LEAST) == seen


def test_the_first_place_is_at_the_right_edge_in_view() -> None:
    place = first_place(AREA)
    assert AREA.contains(place)
    assert (place.right(), place.width()) == (AREA.right() - 1, 400)


def test_a_place_is_kept_by_screen_and_the_last_one_is_at_the_end(qapp: QApplication) -> None:
    screen = qapp.primaryScreen()
    key = screen_key(screen)
    docks = remembered({key: (1, 1, 1, 1), "gone": (9, 9, 400, 600)}, screen, QRect(5, 6, 400, 500))
    assert list(docks.items()) == [("gone", (9, 9, 400, 600)), (key, (5, 6, 400, 500))]
    assert last_screen(docks, [screen]) is screen
    assert last_screen({key: (1, 1, 1, 1), "gone": (9, 9, 400, 600)}, [screen]) is None
    assert last_screen({}, [screen]) is None
    assert dock_place(docks, screen, LEAST) == QRect(5, 6, 400, 500)
    assert dock_place({}, screen, LEAST) == into_view(
        first_place(screen.availableGeometry()), screen.availableGeometry(), LEAST
    )


def test_screens_seen_long_ago_are_forgotten(qapp: QApplication) -> None:
    docks = {f"screen {number}": (0, 0, 400, 600) for number in range(MOST_SCREENS)}
    kept = remembered(docks, qapp.primaryScreen(), AREA)
    assert len(kept) == MOST_SCREENS
    assert "screen 0" not in kept


def test_the_dock_comes_back_where_it_was_and_the_wide_window_too(hands: Hands, qtbot: QtBot) -> None:
    window = hands.desk.window
    window.setGeometry(4, 30, 780, 700)  # within the screen that the tests draw on
    wide = window.geometry()
    hands.press(Qt.Key.Key_F9)
    window.resize(420, 560)
    window.move(30, 40)
    with qtbot.waitActive(window):
        window.activateWindow()
    hands.press(Qt.Key.Key_F9)
    assert window.geometry() == wide
    with qtbot.waitActive(window):
        window.activateWindow()
    hands.press(Qt.Key.Key_F9)
    assert (window.pos(), window.size()) == (QPoint(30, 40), QSize(420, 560))


def test_a_desk_left_as_a_dock_opens_as_one(open_desk: OpenDesk) -> None:
    first = open_desk()
    first.window.toggle_dock()
    first.window.resize(420, 560)
    first.window.move(30, 40)
    first.window.close()
    kept = first.services.settings.current.window
    assert kept.is_dock
    assert list(kept.docks.values()) == [(30, 40, 420, 560)]
    second = open_desk(420, 560)
    assert second.window.is_dock
    assert second.window.pos() == QPoint(30, 40)
    assert second.window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    second.window.toggle_dock()
    assert second.window.width() > 420


def test_a_dock_whose_screen_is_gone_comes_into_view(open_desk: OpenDesk) -> None:
    window = open_desk().window
    window.come_back_into_view()
    window.toggle_dock()
    window.move(9000, 9000)
    window.come_back_into_view()
    assert QGuiApplication.primaryScreen().availableGeometry().contains(QRect(window.pos(), window.size()))


def test_the_dock_need_not_stay_above_other_windows(open_desk: OpenDesk) -> None:
    desk = open_desk()
    window, settings = desk.window, desk.services.settings
    settings.change(dock_on_top=False)
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    window.toggle_dock()
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    window.move(30, 40)
    settings.change(dock_on_top=True)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    assert window.pos() == QPoint(30, 40)
