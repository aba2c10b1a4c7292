"""The clipboard watch on the desk: off by default, visible while on, and what it puts into the box."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from deskhelper.ui.desk.clip_watch import SETTLE_MS
from tests.ui.desk.conftest import Hands, OpenDesk

NUMBER = "260518-000000000004268"


@pytest.fixture(autouse=True)
def _other_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test writes to the clipboard itself counts as another program's."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)


def copy_elsewhere(words: str) -> None:
    mime = QMimeData()
    mime.setText(words)
    QGuiApplication.clipboard().setMimeData(mime)


def number_of(hands: Hands, tail: str) -> str:
    return hands.desk.services.orders.search(tail)[0].order.order_no


@pytest.fixture
def watching(hands: Hands) -> Hands:
    hands.press(Qt.Key.Key_F10)
    return hands


def is_left_alone(hands: Hands, qtbot: QtBot) -> bool:
    before = hands.desk.window.top.box.text()
    qtbot.wait(SETTLE_MS + 60)
    return hands.desk.window.top.box.text() == before


def test_until_it_is_switched_on_nothing_is_looked_at(hands: Hands, qtbot: QtBot) -> None:
    assert not hands.desk.services.settings.current.watches_clipboard
    assert not hands.desk.window.top.watch.is_on
    copy_elsewhere(NUMBER)
    assert is_left_alone(hands, qtbot)


def test_f10_switches_it_on_and_off_visibly_and_for_the_next_start(hands: Hands) -> None:
    settings, pill = hands.desk.services.settings, hands.desk.window.top.watch
    hands.press(Qt.Key.Key_F10)
    assert settings.current.watches_clipboard
    assert pill.is_on
    assert pill.isVisible()
    assert pill.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    hands.desk.window.resize(400, 800)
    hands.desk.settle()
    assert pill.isVisible(), "in the dock as well"
    assert pill.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    hands.press(Qt.Key.Key_F10)
    assert not settings.current.watches_clipboard
    assert not pill.is_on


def test_a_watch_left_on_is_on_at_the_next_start(open_desk: OpenDesk) -> None:
    open_desk().services.settings.change(watches_clipboard=True)
    second = open_desk()
    assert second.presence.watch is not None
    assert second.window.top.watch.is_on


def test_a_copied_order_number_fills_the_box_and_enter_opens_it(watching: Hands, qtbot: QtBot) -> None:
    box = watching.desk.window.top.box
    number = number_of(watching, "4268")
    watching.desk.work.desk.show_list()
    copy_elsewhere(f"订单编号：{number}")
    qtbot.waitUntil(lambda: box.text() == number)
    assert box.hasFocus()
    assert box.selectedText() == number
    watching.press(Qt.Key.Key_Return)
    view = watching.desk.work.room.open_case.view
    assert view is not None
    assert view.order.order_no == number


def test_a_number_copied_again_finds_its_order_again(watching: Hands, qtbot: QtBot) -> None:
    number = number_of(watching, "4268")
    watching.desk.window.resize(400, 800)
    watching.desk.settle()
    copy_elsewhere(number)
    qtbot.waitUntil(lambda: watching.desk.window.top.box.text() == number)
    watching.press(Qt.Key.Key_Return)
    assert not watching.desk.work.desk.is_list_shown
    copy_elsewhere(number)
    qtbot.waitUntil(lambda: watching.desk.work.desk.is_list_shown)


def test_a_tracking_number_is_known_from_the_orders(watching: Hands, qtbot: QtBot) -> None:
    copy_elsewhere("773000000000123")
    qtbot.waitUntil(lambda: watching.desk.window.top.box.text() == "773000000000123")


def test_a_number_that_no_order_has_is_left_alone(watching: Hands, qtbot: QtBot) -> None:
    copy_elsewhere("6222020000000000000")
    assert is_left_alone(watching, qtbot)


def test_a_buyers_message_fills_the_box(watching: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watching.desk.presence.message_seen) as told:
        copy_elsewhere("在吗\n什么时候发货")
    assert told.args == ["在吗\n什么时候发货"]
    assert watching.desk.window.top.box.text().split() == ["在吗", "什么时候发货"]
    assert watching.desk.window.top.box.hasFocus()


def test_our_own_reply_never_comes_back(watching: Hands, qtbot: QtBot) -> None:
    watching.desk._clipboard.put("亲，今天发出哈")
    assert is_left_alone(watching, qtbot)


def test_a_dialog_in_the_way_keeps_copies_out(watching: Hands, qtbot: QtBot) -> None:
    dialog = QDialog(watching.desk.window)
    dialog.setModal(True)
    dialog.show()
    qtbot.waitExposed(dialog)
    copy_elsewhere("什么时候发货")
    assert is_left_alone(watching, qtbot)
    dialog.reject()


def test_copies_after_it_was_switched_off_are_not_looked_at(watching: Hands, qtbot: QtBot) -> None:
    copy_elsewhere("什么时候发货")
    watching.press(Qt.Key.Key_F10)
    assert is_left_alone(watching, qtbot)
    copy_elsewhere("什么时候发货啊")
    assert is_left_alone(watching, qtbot)


def test_what_the_settings_say_of_copies_holds_at_once(hands: Hands) -> None:
    hands.desk.services.settings.change(private_copies=True, clear_seconds=30)
    hands.desk._clipboard.put("一二")
    assert "x-kde-passwordManagerHint" in QGuiApplication.clipboard().mimeData().formats()
    hands.desk.presence.close()
    assert QGuiApplication.clipboard().text() == "", "quitting clears too"
