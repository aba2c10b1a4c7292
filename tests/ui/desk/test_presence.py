"""Tray, hiding and coming back: the window never hides where nothing would bring it back."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from deskhelper.ui.desk import presence as module
from deskhelper.ui.desk.desk import Desk
from deskhelper.ui.desk.tray import Tray
from tests.ui.desk.conftest import OpenDesk

Answer = Callable[[bool], None]

pytestmark = pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface::systemTrayWindowChanged", extend=True)
"""The offscreen plugin has no tray to watch."""


@pytest.fixture
def tray_is_there(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Say whether the system has a tray; the offscreen one has none."""

    def answer(is_there: bool) -> None:
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: is_there)

    answer(True)
    return answer


@pytest.fixture
def desk(open_desk: OpenDesk, tray_is_there: Answer) -> Desk:
    opened = open_desk()
    assert opened.presence.tray is not None
    return opened


def tray_of(desk: Desk) -> Tray:
    assert desk.presence.tray is not None
    return desk.presence.tray


def test_without_a_tray_there_is_no_icon_and_closing_closes(open_desk: OpenDesk, tray_is_there: Answer) -> None:
    tray_is_there(False)
    desk = open_desk()
    desk.services.settings.change(keeps_in_tray=True)
    assert desk.presence.tray is None
    closed: list[bool] = []
    desk.window.closing.connect(lambda: closed.append(True))
    desk.window.close()
    assert closed == [True]


def test_without_a_tray_or_key_hiding_only_makes_it_small(open_desk: OpenDesk, tray_is_there: Answer) -> None:
    tray_is_there(False)
    desk = open_desk()
    desk.window.activateWindow()
    desk.presence._hide()
    assert desk.window.isVisible()
    assert desk.window.isMinimized()
    desk.presence.come_to_front()
    assert not desk.window.isMinimized()


def test_closing_closes_unless_it_is_to_stay_in_the_tray(desk: Desk) -> None:
    closed: list[bool] = []
    desk.window.closing.connect(lambda: closed.append(True))
    desk.services.settings.change(keeps_in_tray=True)
    desk.window.close()
    assert (desk.window.isVisible(), closed) == (False, [])
    assert not QApplication.quitOnLastWindowClosed(), "a dialog closed meanwhile must not end the program"
    tray_of(desk).toggle_action.trigger()
    assert desk.window.isVisible()
    assert QApplication.quitOnLastWindowClosed()
    desk.services.settings.change(keeps_in_tray=False)
    desk.window.close()
    assert closed == [True]


def test_a_tray_that_went_away_hides_nothing(desk: Desk, tray_is_there: Answer) -> None:
    desk.services.settings.change(keeps_in_tray=True)
    tray_is_there(False)
    closed: list[bool] = []
    desk.window.closing.connect(lambda: closed.append(True))
    desk.window.close()
    assert closed == [True]


def test_the_end_of_the_session_is_not_held_up(desk: Desk) -> None:
    desk.services.settings.change(keeps_in_tray=True)
    desk.presence._on_app_commit_data_request()
    closed: list[bool] = []
    desk.window.closing.connect(lambda: closed.append(True))
    desk.window.close()
    assert closed == [True]


def test_quitting_from_the_tray_keeps_what_is_to_be_remembered_also_when_hidden(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(desk._app, "exit", ended.append)
    desk.services.settings.change(keeps_in_tray=True)
    desk.window.close()
    assert not desk.services.settings.current.window.geometry
    tray_of(desk).quit_action.trigger()
    assert desk.services.settings.current.window.geometry
    assert ended == [0]


def test_a_click_on_the_tray_hides_what_is_in_sight_and_shows_it_again(desk: Desk) -> None:
    icon, reason = tray_of(desk)._icon, QSystemTrayIcon.ActivationReason
    icon.activated.emit(reason.Context)
    assert desk.window.isVisible()
    icon.activated.emit(reason.Trigger)
    assert not desk.window.isVisible()
    icon.activated.emit(reason.Trigger)
    assert desk.window.isVisible()


def test_the_key_hides_the_desk_only_where_it_has_the_keys(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    desk.presence.toggle()
    assert not desk.window.isVisible()
    desk.presence.toggle()
    assert desk.window.isVisible()


def test_the_watch_is_switched_in_the_tray_too(desk: Desk) -> None:
    action = tray_of(desk).watch_action
    action.trigger()
    assert desk.services.settings.current.watches_clipboard
    assert desk.window.top.watch.is_on
    assert "DeskHelper · " in tray_of(desk)._icon.toolTip()
    desk.window.top.watch.click()
    assert not action.isChecked()
    assert tray_of(desk)._icon.toolTip() == "DeskHelper"


def test_settings_that_cannot_be_kept_are_told_and_the_watch_stays_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    from deskhelper.core.errors import WorldError

    def refuse(**_: object) -> None:
        raise WorldError("file_unwritable", file="settings.json", value="x")

    monkeypatch.setattr(desk.services.settings, "change", refuse)
    with qtbot.waitSignal(desk.presence.refused):
        tray_of(desk).watch_action.trigger()
    assert not desk.window.top.watch.is_on
    assert not tray_of(desk).watch_action.isChecked()
    monkeypatch.undo()


class Key:
    """The system's key as the presence knows it."""

    is_free = True

    def __init__(self, pressed: Callable[[], None]) -> None:
        self.pressed = pressed
        self.held = ""

    def hold(self, keys: str) -> bool:
        self.held = keys if self.is_free and keys != "off" else ""
        return bool(self.held)

    def drop(self) -> None:
        self.held = ""


@pytest.mark.parametrize("is_free", [True, False])
def test_on_windows_the_key_is_held_and_one_that_is_taken_is_told(
    open_desk: OpenDesk, tray_is_there: Answer, monkeypatch: pytest.MonkeyPatch, is_free: bool
) -> None:
    from deskhelper.ui.desk import hotkey_windows

    tray_is_there(False)
    desk = open_desk()
    monkeypatch.setattr(hotkey_windows, "HotKey", Key)
    monkeypatch.setattr(Key, "is_free", is_free)
    monkeypatch.setattr(module, "HAS_KEY", True)
    told: list[str] = []
    desk.presence.refused.connect(lambda problem: told.append(problem.code))
    desk.presence.take_settings(desk.services.settings.current)
    desk.presence.take_settings(desk.services.settings.current)
    assert told == ([] if is_free else ["desk_key_taken"])
    desk.presence._hide()
    assert desk.window.isVisible() is not is_free, "the key is a way back"
    desk.services.settings.change(desk_key="off")
    assert desk.presence._key is None
    assert len(told) == (0 if is_free else 1)
