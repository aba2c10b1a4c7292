"""The window: its arrangements, its memory, its themes, and the dock."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.desk.arrangement import Arrangement, arrangement_for
from deskhelper.ui.kit.check import WrappedCheck
from deskhelper.ui.kit.lines import Lines
from deskhelper.ui.kit.scroll import BAR_WIDTH
from tests.ui.desk.conftest import Hands, OpenDesk


@pytest.mark.parametrize(
    ("width", "is_dock", "arrangement"),
    [
        (1440, False, Arrangement.WIDE),
        (1180, False, Arrangement.WIDE),
        (1024, False, Arrangement.MEDIUM),
        (760, False, Arrangement.MEDIUM),
        (759, False, Arrangement.DOCK),
        (400, False, Arrangement.DOCK),
        (1440, True, Arrangement.DOCK),
    ],
)
def test_the_width_chooses_the_arrangement(width: int, is_dock: bool, arrangement: Arrangement) -> None:
    assert arrangement_for(width, is_dock) is arrangement


@pytest.mark.parametrize("width", [1440, 1024, 400])
def test_a_whole_case_works_at_every_width(hands: Hands, width: int) -> None:
    hands.desk.window.resize(width, 700)
    QApplication.processEvents()
    hands.desk.window.top.box.setFocus()
    hands.type("2075")
    hands.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    room = hands.desk.work.room
    assert room.reply.isVisible()
    assert room.reply.foot.isVisible()
    hands.press(Qt.Key.Key_Return)
    assert "773000000000123" in hands.clipboard


def test_the_dock_shows_the_case_and_esc_brings_the_list_back(hands: Hands) -> None:
    hands.desk.window.resize(400, 900)
    QApplication.processEvents()
    hands.desk.window.top.box.setFocus()
    hands.type("2075")
    hands.press(Qt.Key.Key_Return)
    assert not hands.desk.work.desk.is_list_shown
    hands.press(Qt.Key.Key_Escape)
    assert hands.desk.work.desk.is_list_shown


def test_f9_makes_the_window_a_dock_on_top_and_back(hands: Hands, qtbot: QtBot) -> None:
    window = hands.desk.window
    hands.press(Qt.Key.Key_F9)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.arrangement is Arrangement.DOCK
    with qtbot.waitActive(window):
        window.activateWindow()
    hands.press(Qt.Key.Key_F9)
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.arrangement is not Arrangement.DOCK


def test_the_columns_come_back_as_they_were_from_a_narrow_window(hands: Hands) -> None:
    layout, window = hands.desk.work.desk, hands.desk.window
    hands.type("4268")
    hands.press(Qt.Key.Key_Return)
    layout.set_widths(320, 410)
    hands.desk.settle()
    for width in (1024, 400, 1440):
        window.resize(width, 860)
        hands.desk.settle()
    assert layout.widths() == (320, 410)
    assert abs(hands.desk.work.pane.width() - 320) <= 1
    assert abs(hands.desk.work.room.reply.width() + BAR_WIDTH - 410) <= 1


def test_columns_that_had_to_give_way_take_their_widths_again(hands: Hands) -> None:
    layout, window = hands.desk.work.desk, hands.desk.window
    hands.type("4268")
    hands.press(Qt.Key.Key_Return)
    window.resize(1190, 860)
    hands.desk.settle()
    layout.set_widths(340, 420)
    assert hands.desk.work.pane.width() < 340, "there is no room for both and the case"
    window.resize(1440, 860)
    hands.desk.settle()
    assert abs(hands.desk.work.pane.width() - 340) <= 1


def test_a_window_made_narrow_shows_the_case_in_hand_else_the_list(hands: Hands) -> None:
    window = hands.desk.window
    window.resize(400, 860)
    hands.desk.settle()
    assert hands.desk.work.desk.is_list_shown
    window.resize(1440, 860)
    hands.type("4268")
    hands.press(Qt.Key.Key_Return)
    window.resize(400, 860)
    hands.desk.settle()
    assert not hands.desk.work.desk.is_list_shown
    assert hands.desk.work.room.wizard.isVisible()


def test_a_longer_history_leaves_the_reply_as_wide_as_it_was(hands: Hands) -> None:
    hands.desk.window.resize(1440, 480)
    hands.type("2075")
    hands.press(Qt.Key.Key_Return, Qt.Key.Key_1)
    reply = hands.desk.work.room.reply
    before = reply.width()
    hands.press(Qt.Key.Key_Return)
    hands.desk.settle()
    assert hands.desk.work.room.history.isVisible()
    assert reply.width() == before


def test_the_window_comes_back_where_it_was(open_desk: OpenDesk) -> None:
    first = open_desk()
    first.window.resize(1300, 777)
    first.work.desk.set_widths(333, 400)
    QApplication.processEvents()
    first.window.close()
    kept = first.services.settings.current.window
    assert kept.geometry
    assert abs(kept.list_width - 333) < 20
    second = open_desk(1300, 777)
    assert second.services.settings.current.window.geometry == kept.geometry


def test_the_theme_switches_at_once_and_is_kept(hands: Hands) -> None:
    desk = hands.desk
    before = desk.theme.is_dark
    desk.window.top.theme_requested.emit()
    assert desk.theme.is_dark is not before
    assert desk.services.settings.current.theme == ("light" if before else "dark")


def test_files_can_be_dropped_on_the_window(open_desk: OpenDesk, order_file, qtbot: QtBot) -> None:
    desk = open_desk()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(order_file))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(desk.window, enter)
    assert desk._overlay.isVisible()
    drop = QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(desk._overlay, drop)
    qtbot.waitUntil(lambda: desk.imports.question is not None)
    desk.imports.cancel()
    qtbot.waitUntil(lambda: not desk.imports.is_running)


def test_other_promise_hours_move_the_derived_deadlines(hands: Hands, qtbot: QtBot) -> None:
    services = hands.desk.services
    terms = services.settings.terms_of("暖居家纺店")
    services.settings.change_terms("暖居家纺店", type(terms)(promise_hours=72))
    hands.desk._on_dialog_terms_changed()
    qtbot.waitUntil(lambda: services.orders.search("7731")[0].ship_by > services.clock.now())
    assert services.orders.search("7731")[0].ship_by_is_derived


def test_settings_open_with_their_key(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Comma, held=Qt.KeyboardModifier.ControlModifier)
    opened = [widget for widget in QApplication.topLevelWidgets() if type(widget).__name__ == "SettingsDialog"]
    assert [dialog.isVisible() for dialog in opened] == [True]
    opened[0].reject()


@pytest.mark.parametrize("width", [1440, 1200, 1024, 800, 400])
def test_no_text_is_cut_at_any_width(hands: Hands, width: int) -> None:
    window = hands.desk.window
    window.resize(width, 900)
    QApplication.processEvents()
    window.top.box.setFocus()
    hands.type("4268")
    hands.press(Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_2, Qt.Key.Key_Return)
    hands.desk.settle()
    QApplication.processEvents()
    shown = [part for part in window.findChildren(QWidget) if part.isVisible()]
    labels = [part for part in shown if isinstance(part, QLabel) and part.wordWrap()]
    painted = [part for part in shown if isinstance(part, Lines | WrappedCheck)]
    assert labels, "the reply and the sources"
    assert len(painted) > 5, "title, to-dos, risks, evidence and what the copy promises"
    cut = [part for part in (*labels, *painted) if part.height() < part.heightForWidth(part.width())]
    assert cut == []


def test_a_field_of_each_kind_is_made_before_it_is_asked_for(hands: Hands, qtbot: QtBot) -> None:
    hands.type("4268")
    hands.press(Qt.Key.Key_Return)
    reply = hands.desk.work.room.reply
    qtbot.waitUntil(lambda: len(reply._fields) >= 4)
    assert not any(field.isVisible() for field in reply._fields.values())
