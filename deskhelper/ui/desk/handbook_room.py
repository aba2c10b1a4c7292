"""The handbook on the desk: it takes the place of list and case, and gives it back as it was."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from deskhelper.core.text import Lang
from deskhelper.ui.cases.default_flow import DEFAULT_FLOW
from deskhelper.ui.desk.services import Services
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.handbook.handbook_view import HandbookView


class HandbookRoom(QObject):
    """Opens and closes the handbook on the desk's `sheets`, above the work. It is built when it is first opened."""

    opened = Signal()
    closed = Signal()
    map_requested = Signal(str)

    def __init__(self, services: Services, theme: Theme, lang: Lang, sheets: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._theme = theme
        self._lang = lang
        self._sheets = sheets

    @cached_property
    def view(self) -> "HandbookView":
        """The pages."""
        from deskhelper.ui.handbook.handbook_view import HandbookView

        view = HandbookView(self._theme, self._lang, self._services.open_handbook())
        view.closed.connect(self.close)
        view.map_requested.connect(self._on_view_map_requested)
        self._sheets.addWidget(view)
        return view

    @property
    def is_open(self) -> bool:
        """Whether the handbook is shown now."""
        return "view" in self.__dict__ and self._sheets.currentWidget() is self.view

    def open(self, flow: str = "", anchor: str = "") -> None:
        """Turn to a place of the handbook; where no flow is named, to the page it was left at."""
        view = self.view
        self._sheets.setCurrentWidget(view)
        if flow or not view.flow:
            view.open_at(flow or DEFAULT_FLOW, anchor)
        if not flow:
            view.focus_filter()
        else:
            view.page.setFocus()
        self.opened.emit()

    def close(self) -> None:
        """Turn back to the work."""
        if self.is_open:
            self._sheets.setCurrentIndex(0)
            self.closed.emit()

    def _on_view_map_requested(self, flow: str) -> None:
        self.close()
        self.map_requested.emit(flow)
