"""The pages of the desk's other work: opened by rail, menu or key, one at a time, each built when first opened."""

import gc
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from deskhelper.ui.kit.page import Page

if TYPE_CHECKING:
    from deskhelper.ui.desk.work_pages import PageWorld


class PageRoom(QObject):
    """Turns between the work and the pages, all on `sheets`."""

    opened = Signal(str)
    turned = Signal(str)
    closed = Signal()
    order_wanted = Signal(str, str)
    case_wanted = Signal(str)
    flow_wanted = Signal(str, str, str)
    page_wanted = Signal(str)
    hand_over_wanted = Signal(str, object)
    counted = Signal(str, object)
    changed = Signal()
    said = Signal(str)
    did = Signal(str, object)
    refused = Signal(object)

    def __init__(self, work: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._pages: dict[str, Page] = {}
        self._name = ""
        self._came_from: dict[str, str] = {}
        self.sheets = QStackedWidget()
        self.sheets.addWidget(work)

    @property
    def name(self) -> str:
        """The name of the page in sight, empty while it is none of them."""
        return self._name if self.page is not None else ""

    @property
    def page(self) -> Page | None:
        """The page in sight, None while it is none of them."""
        shown = self.sheets.currentWidget()
        return shown if isinstance(shown, Page) else None

    def open(self, name: str, world: "PageWorld") -> None:
        """Turn to a page, built from `world` when it is first opened. Raises KeyError."""
        page = self._pages.get(name) or self._built(name, world)
        self._name = name
        self.sheets.setCurrentWidget(page)
        self.opened.emit(name)
        page.wake()

    def close(self) -> None:
        """Turn back to the work."""
        self._came_from.clear()
        if self.page is not None:
            self.sheets.setCurrentWidget(self._work)
            self.closed.emit()

    def refresh(self) -> None:
        """Read the page in sight anew; the others do so when they are turned to."""
        if self.page is not None:
            self.page.refresh()

    def tick(self) -> None:
        """Let the page in sight tell the time anew."""
        if self.page is not None:
            self.page.tick()

    def step_back(self) -> bool:
        """Go one level back on the page in sight; tell whether there is one."""
        if self.page is None:
            return False
        self.page.step_back()
        return True

    def _on_page_closed(self) -> None:
        """Turn back to the page that led to this one, else to the work."""
        before = self._came_from.pop(self._name, "")
        if not before:
            self.close()
            return
        self._name = before
        self.sheets.setCurrentWidget(self._pages[before])
        self.opened.emit(before)
        self._pages[before].wake()

    def _on_page_wanted(self, name: str) -> None:
        self._came_from[name] = self._name
        self.page_wanted.emit(name)

    def _on_hand_over_wanted(self, name: str, handed: object) -> None:
        self._came_from[name] = self._name
        self.hand_over_wanted.emit(name, handed)

    def _built(self, name: str, world: "PageWorld") -> Page:
        from deskhelper.ui.desk.work_pages import BUILDERS

        page = self._pages[name] = BUILDERS[name](world)
        page.closed.connect(self._on_page_closed)
        page.page_wanted.connect(self._on_page_wanted)
        page.order_wanted.connect(self.order_wanted)
        page.case_wanted.connect(self.case_wanted)
        page.flow_wanted.connect(self.flow_wanted)
        page.hand_over_wanted.connect(self._on_hand_over_wanted)
        page.turned.connect(self.turned)
        page.counted.connect(partial(self.counted.emit, name))
        page.changed.connect(self.changed)
        page.said.connect(self.said)
        page.did.connect(self.did)
        page.refused.connect(self.refused)
        self.sheets.addWidget(page)
        gc.freeze()  # it stays: to look through it for rubbish cost some key 8 to 16 ms
        return page
