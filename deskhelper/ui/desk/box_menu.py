"""The menu of a row under the one box: what its keys do, and pinning."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from deskhelper.core.library_script import LibraryScript
from deskhelper.services.box import BoxService

if TYPE_CHECKING:
    from deskhelper.ui.desk.box_room import BoxRoom


class BoxMenu(QObject):
    """Opens the menu where the list of `room` asks for it."""

    def __init__(self, room: "BoxRoom", service: BoxService) -> None:
        super().__init__(room)
        self._room = room
        self._service = service
        room.list.menu_requested.connect(self._on_list_menu_requested)

    def of(self, at: int) -> QMenu:
        """Return the menu of the row at `at`; it goes when it is closed."""
        room = self._room
        menu = QMenu(room.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Take it    Enter"), partial(room.take, at))
        subject = room.row(at).subject
        if isinstance(subject, LibraryScript):
            is_pinned = self._service.is_pinned(subject)
            words = self.tr("Unpin") if is_pinned else self.tr("Pin")
            menu.addAction(words, partial(self._pin, subject, not is_pinned))
        if room.is_suggestion(at):
            menu.addAction(self.tr("This was about …    Ctrl+Enter"), room.correct)
        return menu

    def _pin(self, script: LibraryScript, is_pinned: bool) -> None:
        self._service.pin(script, is_pinned)
        self._room.offer_anew()

    def _on_list_menu_requested(self, at: int, place: QPoint) -> None:
        self.of(at).popup(place)
