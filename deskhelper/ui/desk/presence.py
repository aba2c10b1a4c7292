"""The desk among other programs: clipboard watch, tray, the system's key, further starts, hiding instead of closing.

Built when the window has been painted; nothing here is needed to see it.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from deskhelper.core.errors import Problem, WorldError
from deskhelper.services.settings import Settings, SettingsService
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.clip_watch import ClipWatch
from deskhelper.ui.desk.desk_window import DeskWindow
from deskhelper.ui.desk.services import Services
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.desk.call_box import CallBox
    from deskhelper.ui.desk.hotkey_windows import HotKey
    from deskhelper.ui.desk.tray import Tray

HAS_KEY = sys.platform == "win32"
"""Whether the system registers a key for a program that does not listen to the keyboard."""


class Presence(QObject):
    """Keeps window, tray, key and watch as the settings say. A window that nothing could bring back never hides."""

    order_number_seen = Signal(str)
    message_seen = Signal(str)
    files_called = Signal(list)
    """Files that a further start handed over."""
    quit_requested = Signal()
    promises_wanted = Signal()
    """A reminder in the tray was clicked."""
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(
        self, window: DeskWindow, services: Services, theme: Theme, clipboard: Clipboard, answers_calls: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings: SettingsService = services.settings
        self._clipboard = clipboard
        self._calls = self._make_calls(services) if answers_calls else None
        self._key: HotKey | None = None
        self._keys = "off"
        self.tray: Tray | None = self._make_tray(theme)
        self.watch = ClipWatch(clipboard, services.orders.knows, self)
        self._connect()

    def start(self) -> None:
        """Begin: what the settings say, and the calls that came in meanwhile."""
        self.take_settings(self._settings.current)
        if self._calls is not None:
            self._calls.open()

    def take_settings(self, settings: Settings) -> None:
        """Do from now on as `settings` say."""
        self._clipboard.set_options(is_private=settings.private_copies, clear_seconds=settings.clear_seconds)
        self.watch.set_on(settings.watches_clipboard)
        self._window.top.watch.set_on(settings.watches_clipboard)
        self._window.set_dock_on_top(settings.dock_on_top)
        if self.tray is not None:
            self.tray.set_watch(settings.watches_clipboard)
        if HAS_KEY:
            self._hold_key(settings.desk_key)

    def remind(self, title: str, words: str) -> None:
        """Tell of promises in the tray, where there is one and the settings say so."""
        if self.tray is not None and self._settings.current.reminds_in_tray:
            self.tray.tell(title, words)

    def close(self) -> None:
        """Take icon, key and watch away; clear our copy where copies are to be cleared."""
        self.watch.set_on(False)
        self._clipboard.leave()
        if self._calls is not None:
            self._calls.close()
        if self._key is not None:
            self._key.drop()
        if self.tray is not None:
            self.tray.close()
            self.tray = None

    def toggle(self) -> None:
        """Hide the desk where it has the keys, else bring it to the front."""
        window = self._window
        if window.isVisible() and not window.isMinimized() and window.isActiveWindow():
            self._hide()
        else:
            self.come_to_front()

    def come_to_front(self) -> None:
        """Show the desk above other windows."""
        self._window.come_back_into_view()
        self._window.come_to_front()

    def may_hide(self) -> bool:
        """Tell whether closing hides the desk: it is to stay in a tray that is there."""
        return self._settings.current.keeps_in_tray and self._has_tray

    @property
    def _has_tray(self) -> bool:
        return self.tray is not None and self.tray.is_way_in

    def _hide(self) -> None:
        is_way_back = self._has_tray or self._key is not None
        if is_way_back:
            self._window.hide_away()
        else:
            self._window.showMinimized()

    def _make_calls(self, services: Services) -> "CallBox":
        from deskhelper.ui.desk.call_box import CallBox

        calls = CallBox(services.data_folder, self)
        calls.called.connect(self._on_calls_called)
        return calls

    def _make_tray(self, theme: Theme) -> "Tray | None":
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return None
        from deskhelper.ui.desk.tray import Tray

        return Tray(theme, self)

    def _connect(self) -> None:
        self._window.may_hide = self.may_hide
        self._window.top.watch_requested.connect(self.switch_watch)
        self.watch.order_number_seen.connect(self.order_number_seen)
        self.watch.message_seen.connect(self.message_seen)
        if self.tray is not None:
            self.tray.toggle_requested.connect(self._on_tray_toggle_requested)
            self.tray.watch_requested.connect(self.switch_watch)
            self.tray.quit_requested.connect(self.quit_requested)
            self.tray.message_clicked.connect(self._on_tray_message_clicked)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.screenRemoved.connect(self._on_app_screen_removed)
            app.commitDataRequest.connect(self._on_app_commit_data_request)

    def switch_watch(self, is_on: bool) -> None:
        """Watch the clipboard from now on, or no longer; kept."""
        try:
            self._settings.change(watches_clipboard=is_on)
        except WorldError as error:
            self.refused.emit(error.problem)
            if self.tray is not None:
                self.tray.set_watch(self._settings.current.watches_clipboard)

    def _hold_key(self, keys: str) -> None:
        if keys == self._keys:
            return
        from deskhelper.ui.desk.hotkey_windows import HotKey

        self._keys = keys
        key = self._key or HotKey(self.toggle)
        is_held = key.hold(keys)
        self._key = key if is_held else None
        if not is_held and keys != "off":
            self.refused.emit(Problem("desk_key_taken", {"value": keys}))

    def _on_tray_toggle_requested(self) -> None:
        """Hide what is in sight: a click on the tray has taken the keys from the window already."""
        if self._window.isVisible() and not self._window.isMinimized():
            self._hide()
        else:
            self.come_to_front()

    def _on_tray_message_clicked(self) -> None:
        self.come_to_front()
        self.promises_wanted.emit()

    def _on_calls_called(self, files: list[object]) -> None:
        self.come_to_front()
        if files:
            self.files_called.emit(files)

    def _on_app_screen_removed(self) -> None:
        self._window.come_back_into_view()

    def _on_app_commit_data_request(self) -> None:
        """Hold no shutdown up: when the session ends, closing closes."""
        self._window.may_hide = _never


def _never() -> bool:
    return False
