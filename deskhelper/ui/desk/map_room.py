"""The flow's map on the desk: opened with a key, in the place of the list, and lit by the case that is open."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskhelper.core.text import Lang
from deskhelper.ui.cases.default_flow import DEFAULT_FLOW
from deskhelper.ui.desk.desk_layout import DeskLayout
from deskhelper.ui.desk.services import Services
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.services.cases import CaseView
    from deskhelper.ui.cases.map_view import MapView


class MapRoom(QObject):
    """Opens and closes the map; the view, and the library that places it, are loaded with the first one."""

    refused = Signal(object)
    said = Signal(str)
    handbook_requested = Signal(str, str)
    closed = Signal()
    numbered = Signal(int)
    """A number key: the answer to the open question, which stands beside the map."""

    def __init__(self, services: Services, theme: Theme, lang: Lang, layout: DeskLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._lang = lang
        self._layout = layout
        self._case: CaseView | None = None

    @cached_property
    def view(self) -> "MapView":
        """The map."""
        from deskhelper.ui.cases.map_view import MapView

        view = MapView(self._theme, self._lang, self._services.open_handbook(), self._layout)
        view.closed.connect(self.close)
        view.refused.connect(self.refused)
        view.saved.connect(self._on_view_saved)
        view.handbook_requested.connect(self.handbook_requested)
        view.numbered.connect(self._on_view_numbered)
        return view

    @property
    def is_open(self) -> bool:
        """Whether the map is on the desk."""
        return self._layout.is_map_shown

    @property
    def has_focus(self) -> bool:
        """Whether the keys go to the map."""
        focus = self._layout.window().focusWidget()
        return self.is_open and focus is not None and self.view.isAncestorOf(focus)

    def follow(self, case: "CaseView") -> None:
        """Light the map by `case` from now on."""
        self._case = case
        if self.is_open:
            self.view.show_case(case)

    def toggle(self) -> None:
        """Open the map of the case, of the usual flow where there is none, or close it."""
        if self.is_open:
            self.close()
        else:
            self.open("")

    def open(self, flow: str) -> None:
        """Open the map of a flow, by itself unless the case is one of it; of the case where `flow` is empty."""
        self._layout.show_map(self.view)
        if self._case is not None and flow in ("", self._case.flow.id):
            self.view.show_case(self._case)
        else:
            self.view.show_flow(flow or DEFAULT_FLOW)
        self.view.canvas.setFocus()

    def close(self) -> None:
        """Give the place back to the list."""
        if self.is_open:
            self._layout.show_map(None)
            self.closed.emit()

    def _on_view_saved(self, name: str) -> None:
        self.said.emit(self.tr("Saved: %s") % name)

    def _on_view_numbered(self, number: int) -> None:
        """Answer where the question is in sight; in the dock the map stands in its place."""
        if self._layout.is_dock:
            self.said.emit(self.tr("The question is behind the map: Esc, then the number."))
        else:
            self.numbered.emit(number)
