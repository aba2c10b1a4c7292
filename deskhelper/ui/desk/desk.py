"""The desk as a whole: theme, words, window; then, once that is painted, the work and the dialogs."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from deskhelper.core.errors import Problem, WorldError
from deskhelper.services.settings import Settings
from deskhelper.ui.desk.desk_window import HANDBOOK, SCRIPTS, DeskWindow
from deskhelper.ui.theme import Scheme, Theme
from deskhelper.ui.translation import Language, install_translators

if TYPE_CHECKING:
    from deskhelper.ui.desk.library_room import LibraryRoom
    from deskhelper.ui.desk.presence import Presence
    from deskhelper.ui.desk.services import Services
    from deskhelper.ui.desk.workplace import Workplace
    from deskhelper.ui.imports.flow import ImportFlow
    from deskhelper.ui.tasks import Progress

SETTLE_MS = 5000
LAYOUT_ROUNDS = 3
"""A column that scrolls learns the height of its words, then the column around it does."""


class Desk(QObject):
    """Builds the window at once and the rest when it has been painted; `open_services` builds what it works on."""

    refused = Signal(object)
    """The Problem for which the desk cannot work at all, such as a database of a newer version."""

    def __init__(
        self, resources: Path, settings: Settings, open_services: "Callable[[], Services]", app: QApplication
    ) -> None:
        super().__init__()
        self._app = app
        self._open_services = open_services
        self.answers_calls = False
        """Whether further starts on this data folder are answered."""
        self.files_given: list[Path] = []
        """The files to import as soon as the window has been painted."""
        self.theme = Theme(resources, Scheme(settings.theme), self)
        self.theme.apply(app)
        self._lang = install_translators(app, resources, Language(settings.language))
        self.window = DeskWindow(self.theme, self._lang, settings.window, settings.dock_on_top)
        self.window.setWindowIcon(self.theme.icons.app_icon())
        self.window.painted.connect(self._on_window_painted, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def work(self) -> "Workplace":
        """Everything inside the window, built at the first use."""
        from deskhelper.ui.clipboard import Clipboard
        from deskhelper.ui.desk.workplace import Workplace
        from deskhelper.ui.imports.overlay import DropOverlay
        from deskhelper.ui.tasks import Tasks

        self.services = self._open_services()
        self.tasks = Tasks(self)
        self._clipboard = Clipboard(self)
        work = Workplace(self.window, self.services, self.theme, self._lang, self.tasks, self._clipboard)
        self._overlay = DropOverlay(self.theme, self.window)
        self._connect()
        work.wake()
        return work

    @cached_property
    def presence(self) -> "Presence":
        """The desk among other programs: watch, tray, key, further starts; built after the work."""
        from deskhelper.ui.desk.presence import Presence

        work = self.work
        made = Presence(self.window, self.services, self.theme, self._clipboard, self.answers_calls)
        made.order_number_seen.connect(work.take_copied)
        made.message_seen.connect(work.take_message)
        made.files_called.connect(self._on_overlay_files_dropped)
        made.quit_requested.connect(self.quit)
        made.refused.connect(work.say)
        work.reminders.told.connect(made.remind)
        made.promises_wanted.connect(work.reminders.open_requested)
        return made

    @cached_property
    def imports(self) -> "ImportFlow":
        """The import of files, built when the first one comes."""
        from deskhelper.ui.imports.flow import ImportFlow

        services = self.services
        shops = services.orders.shops
        flow = ImportFlow(services.open_imports(), self.tasks, self.theme, services.told, shops, self.window)
        flow.orders_changed.connect(self.work.refresh)
        return flow

    @cached_property
    def library(self) -> "LibraryRoom":
        """The library of scripts, built when it is first opened."""
        from deskhelper.ui.desk.library_room import LibraryRoom

        room = LibraryRoom(self.work, self.services, self.theme, self._lang, self.tasks)
        room.closed.connect(self._on_library_closed)
        return room

    def open_settings(self) -> None:
        """Show the settings over the window."""
        from deskhelper.ui.settings.dialog import SettingsDialog

        services = self.services
        services.open_policy()  # it signs the promise hours of all shops that are set here
        shops = services.orders.shops()
        words, over = services.open_words(), self.window
        dialog = SettingsDialog(services.settings, self.theme, services.data_folder, shops, services.told, words, over)
        dialog.terms_changed.connect(self._on_dialog_terms_changed)
        dialog.applied.connect(self.work.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_figures(self) -> None:
        """Show the platform's figures over the window; what is set there is in force at once."""
        from deskhelper.ui.policy import PolicyDialog

        services, over = self.services, self.window
        dialog = PolicyDialog(services.open_policy(), self.theme, self._lang, services.clock, services.told, over)
        dialog.figure_changed.connect(self._on_dialog_figure_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_scripts(self) -> None:
        """Show the library of scripts over the window."""
        self.library.open()

    def settle(self) -> None:
        """Let all background work come in and everything be laid out, as before a picture is taken."""
        deadline = QDeadlineTimer(SETTLE_MS)
        while self.tasks.is_busy and not deadline.hasExpired():
            QCoreApplication.processEvents()
        for _ in range(LAYOUT_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QCoreApplication.processEvents()

    def quit(self) -> None:
        """Close the window for good and end the program."""
        self._app.setQuitOnLastWindowClosed(False)  # it would ask to quit a second time, later
        self.window.leave()
        self._app.setQuitOnLastWindowClosed(True)
        self._app.exit(0)

    def close(self) -> None:
        """Close the window and wait for the background work to end."""
        self.window.leave()
        if "presence" in self.__dict__:
            self.presence.close()
        if "work" in self.__dict__:
            self.tasks.close()
        for translator in self._app.findChildren(QTranslator):
            self._app.removeTranslator(translator)
            translator.deleteLater()

    def _connect(self) -> None:
        top = self.window.top
        top.theme_requested.connect(self._on_top_theme_requested)
        top.import_requested.connect(self._on_top_import_requested)
        top.settings_requested.connect(self.open_settings)
        top.figures_requested.connect(self.open_figures)
        top.scripts_requested.connect(self.open_scripts)
        self.window.rail.page_requested.connect(self._on_rail_page_requested)
        QShortcut(QKeySequence("F7"), self.window, self.open_scripts)
        self._overlay.files_dropped.connect(self._on_overlay_files_dropped)
        self.tasks.crashed.connect(self._on_tasks_crashed)
        self.services.settings.listen(self._on_settings_changed)

    def _on_window_painted(self) -> None:
        try:
            presence = self.presence
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        presence.start()
        if self.files_given:
            self.imports.start(self.files_given)

    def _on_top_theme_requested(self) -> None:
        self.services.settings.change(theme="light" if self.theme.is_dark else "dark")

    def _on_top_import_requested(self) -> None:
        self.imports.choose()

    def _on_overlay_files_dropped(self, files: list[Path]) -> None:
        self.imports.start(files)

    def _on_rail_page_requested(self, page: str) -> None:
        if page == SCRIPTS:
            self.open_scripts()

    def _on_library_closed(self) -> None:
        """Mark in the rail again what is shown below."""
        pane = self.work.pane
        if self.work.handbook.is_open:
            self.window.rail.set_page(HANDBOOK)
        elif self.work.pages.name:
            self.window.rail.set_page(self.work.page_ways.entry)
        else:
            self.window.rail.set_view(None if pane.words else pane.view)

    def _on_dialog_figure_changed(self, figure: str) -> None:
        from deskhelper.core.deadline import FIGURES

        if figure in FIGURES:
            self._on_dialog_terms_changed()
        else:
            self.work.refresh()

    def _on_dialog_terms_changed(self) -> None:
        self.tasks.run(self._work_deadlines, self._on_deadlines_recomputed, self._on_task_failed, receiver=self)

    def _work_deadlines(self, progress: "Progress") -> None:
        self.services.recompute_deadlines()

    def _on_deadlines_recomputed(self, _: None) -> None:
        self.work.refresh()

    def _on_task_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.work.say(error.problem)

    def _on_tasks_crashed(self) -> None:
        self.work.say(Problem("ours", {"file": "logs/desk.log"}))

    def _on_settings_changed(self, settings: Settings) -> None:
        if Scheme(settings.theme) is not self.theme.scheme:
            self.theme.set_scheme(Scheme(settings.theme))
        if "presence" in self.__dict__:
            self.presence.take_settings(settings)
