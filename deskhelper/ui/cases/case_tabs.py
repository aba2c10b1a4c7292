"""The tabs of all open cases; the last, in muted words, may be one that is only looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget

from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.ui.theme import Theme

TAIL = 4


class CaseTabs(QTabBar):
    """One tab a case, in the order in which they were opened. Emits wishes; it opens and closes nothing itself."""

    case_requested = Signal(str)
    close_requested = Signal(str)
    tabs_changed = Signal(list)

    def __init__(self, theme: Theme, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lang = lang
        self._looked_at = ""
        self.setExpanding(False)
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setUsesScrollButtons(True)
        self.setDrawBase(False)
        self.currentChanged.connect(self._on_current_changed)
        self.tabCloseRequested.connect(self._on_tab_close_requested)
        self.tabMoved.connect(self._on_tab_moved)
        theme.theme_changed.connect(self._on_theme_changed)
        self.hide()

    def case_ids(self) -> list[str]:
        """Return the stored cases among the tabs, in order."""
        ids = [str(self.tabData(at)) for at in range(self.count())]
        return [case for case in ids if case != self._looked_at]

    def add_stored(self, views: list[CaseView]) -> None:
        """Add tabs for stored cases, as after a start."""
        blocked = self.blockSignals(True)
        for view in views:
            self._add(view)
        self.setCurrentIndex(-1)
        self.blockSignals(blocked)
        self.setVisible(self.count() > 0)

    def show_case(self, view: CaseView) -> None:
        """Make the tab of `view` the current one; a case only looked at takes the place of the one before."""
        blocked = self.blockSignals(True)
        at = self._index(view.case.id)
        if at < 0 and not view.is_stored and self._looked_at:
            at = self._index(self._looked_at)
            self.setTabData(at, view.case.id)
        if at < 0:
            at = self._add(view)
        if view.is_stored and self._looked_at == view.case.id:
            self._looked_at = ""
        elif not view.is_stored:
            self._looked_at = view.case.id
        self._dress(at, view)
        self.setCurrentIndex(at)
        self.blockSignals(blocked)
        self.show()

    def drop(self, case_id: str) -> None:
        """Take the tab of a case away."""
        at = self._index(case_id)
        if at >= 0:
            blocked = self.blockSignals(True)
            self.removeTab(at)
            self.blockSignals(blocked)
        if self._looked_at == case_id:
            self._looked_at = ""
        self.setVisible(self.count() > 0)

    def neighbour(self, step: int) -> str | None:
        """Return the case `step` tabs further round, None when there is no other."""
        if self.count() < 2:
            return None
        return str(self.tabData((self.currentIndex() + step) % self.count()))

    def _add(self, view: CaseView) -> int:
        at = self.addTab("")
        self.setTabData(at, view.case.id)
        self._dress(at, view)
        return at

    def _dress(self, at: int, view: CaseView) -> None:
        words = f"…{view.order.order_no[-TAIL:]} {view.flow.title.within(self._lang)}"
        if self.tabText(at) != words:
            self.setTabText(at, words)
            self.setTabToolTip(at, f"{view.order.order_no}\n{view.order.product}")
        self._colour(at)

    def _colour(self, at: int) -> None:
        is_looked_at = self.tabData(at) == self._looked_at
        self.setTabTextColor(at, self._theme.color("muted" if is_looked_at else "text"))

    def _index(self, case_id: str) -> int:
        return next((at for at in range(self.count()) if self.tabData(at) == case_id), -1)

    def _on_current_changed(self, at: int) -> None:
        if at >= 0:
            self.case_requested.emit(str(self.tabData(at)))

    def _on_tab_close_requested(self, at: int) -> None:
        self.close_requested.emit(str(self.tabData(at)))

    def _on_tab_moved(self) -> None:
        self.tabs_changed.emit(self.case_ids())

    def _on_theme_changed(self) -> None:
        for at in range(self.count()):
            self._colour(at)
