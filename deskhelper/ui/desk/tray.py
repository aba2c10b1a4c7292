"""The tray icon, where the system has a tray: shows and hides the desk, switches the watch, quits."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from shiboken6 import delete

from deskhelper.ui.theme import Theme


class Tray(QObject):
    """Asks for what its menu says; a click shows or hides the desk."""

    toggle_requested = Signal()
    watch_requested = Signal(bool)
    quit_requested = Signal()
    message_clicked = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self.toggle_action = self.menu.addAction(self.tr("Show or hide the desk"))
        self.watch_action = self.menu.addAction(self.tr("Watch the clipboard"))
        self.watch_action.setCheckable(True)
        self.menu.addSeparator()
        self.quit_action = self.menu.addAction(self.tr("Quit"))
        self._icon = QSystemTrayIcon(theme.icons.app_icon(), self)
        self._icon.setContextMenu(self.menu)
        self._connect()
        self.set_watch(False)
        self._icon.show()

    @property
    def is_way_in(self) -> bool:
        """Whether the icon can be seen and clicked now, so that the window may hide."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def set_watch(self, is_on: bool) -> None:
        """Show whether the clipboard is watched."""
        self.watch_action.setChecked(is_on)
        self._icon.setToolTip("DeskHelper · " + self.tr("watching the clipboard") if is_on else "DeskHelper")

    def tell(self, title: str, words: str) -> None:
        """Show a message; the system takes it away by itself."""
        self._icon.showMessage(title, words, self._icon.icon())

    def close(self) -> None:
        """Take the icon away, now: the garbage collector may run in a thread of background work."""
        self._icon.hide()
        delete(self._icon)
        delete(self.menu)

    def _connect(self) -> None:
        self.toggle_action.triggered.connect(self.toggle_requested)
        self.watch_action.triggered.connect(self.watch_requested)
        self.quit_action.triggered.connect(self.quit_requested)
        self._icon.activated.connect(self._on_icon_activated)
        self._icon.messageClicked.connect(self.message_clicked)

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle_requested.emit()
