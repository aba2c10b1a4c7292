"""The library of scripts over the desk: opened by key or rail, filled from the order in hand, left with a script."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.ui.desk.services import Services
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.desk.workplace import Workplace
    from deskhelper.ui.scripts.dialog import ScriptDialog


class LibraryRoom(QObject):
    """Opens the window of the library; only one at a time."""

    closed = Signal()

    def __init__(self, work: "Workplace", services: Services, theme: Theme, lang: Lang, tasks: Tasks) -> None:
        super().__init__(work)
        self._work = work
        self._services = services
        self._theme, self._lang = theme, lang
        self._tasks = tasks
        self.dialog: ScriptDialog | None = None

    def open(self, script_id: str = "") -> None:
        """Show the library, standing on a script where one is named."""
        from deskhelper.ui.scripts.dialog import ScriptDialog
        from deskhelper.ui.scripts.world import LibraryWorld

        if self.dialog is None:
            services = self._services
            world = LibraryWorld(
                scripts=services.open_scripts(),
                clock=services.clock,
                told=services.told,
                tasks=self._tasks,
                data_folder=services.data_folder,
                topics=self._topics(),
                order=self._order,
                use=self._use,
                open_imports=services.open_phrases,
            )
            self.dialog = ScriptDialog(world, self._theme, self._lang, self._work.window)
            self.dialog.finished.connect(self._on_dialog_finished)
            self.dialog.open()
        if script_id:
            self.dialog.show_script(script_id)

    def _topics(self) -> list[tuple[str, str]]:
        """Return what a buyer can write about; nothing where that cannot be read."""
        try:
            subjects = [row.subject for row in self._services.open_box().topics()]
        except WorldError:
            return []
        return [(one.topic, one.title.within(self._lang)) for one in subjects if isinstance(one, Suggestion)]

    def _order(self) -> Order | None:
        view = self._work.room.open_case.view if self._work.has_room else None
        return view.order if view is not None else None

    def _use(self, script: LibraryScript) -> None:
        self._work.window.activateWindow()
        self._work.ways.show_script(script, self._order())

    def _on_dialog_finished(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self.closed.emit()
