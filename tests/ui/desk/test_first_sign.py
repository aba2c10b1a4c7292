"""The desk reads what the first key needs when somebody is there, not at the start."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk.conftest import OpenDesk


def test_nothing_of_the_box_is_read_before_anybody_is_there(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert "answers" not in desk.work.ways.__dict__
    assert not desk.work.has_room


def test_the_box_is_ready_soon_after_the_mouse_has_moved(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    qtbot.mouseMove(desk.window.windowHandle(), QPoint(200, 300))
    qtbot.waitUntil(lambda: "answers" in desk.work.ways.__dict__)
    service = desk.work.ways.answers._service
    qtbot.waitUntil(lambda: service.is_ready)
    assert not desk.work.ways.answers.is_open, "nothing was asked yet"
    qtbot.waitUntil(lambda: desk.work.has_room)
    assert desk.work.room.open_case.view is None, "no order was opened yet"


def test_a_key_is_a_sign_as_well(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk()
    qtbot.keyPress(desk.window.windowHandle(), Qt.Key.Key_Control)
    qtbot.waitUntil(lambda: "answers" in desk.work.ways.__dict__)
    assert not desk.work.ways.answers.is_open
