"""The desk as a whole: theme, words, background work, window and dialogs, built once and connected."""

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from deskhelper.services.settings import Settings
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.desk.desk_window import DeskWindow
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Scheme, Theme
from deskhelper.ui.translation import Language, install_translators

SETTLE_MS = 5000


class Desk(QObject):
    """Builds the window on `services`. Dialogs are built when they are first asked for."""

    def __init__(self, services: Services, app: QApplication) -> None:
        super().__init__()
        self._services = services
        current = services.settings.current
        self.theme = Theme(services.resources, Scheme(current.theme), self)
        self.theme.apply(app)
        lang = install_translators(app, services.resources, Language(current.language))
        self.tasks = Tasks(self)
        self.clipboard = Clipboard(self)
        self.window = DeskWindow(services, self.theme, lang, self.tasks, self.clipboard)
        self.window.setWindowIcon(self.theme.icons.app_icon())
        self._connect()
        services.settings.listen(self._on_settings_changed)

    def settle(self) -> None:
        """Let all background work come in and everything be laid out, as before a picture is taken."""
        deadline = QDeadlineTimer(SETTLE_MS)
        while self.tasks.is_busy and not deadline.hasExpired():
            QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Close the window and wait for the background work to end."""
        self.window.close()
        self.tasks.close()

    def _connect(self) -> None:
        self.window.theme_requested.connect(self._on_window_theme_requested)

    def _on_window_theme_requested(self) -> None:
        self._services.settings.change(theme="light" if self.theme.is_dark else "dark")

    def _on_settings_changed(self, settings: Settings) -> None:
        if Scheme(settings.theme) is not self.theme.scheme:
            self.theme.set_scheme(Scheme(settings.theme))
