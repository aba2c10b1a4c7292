"""The main window: bar and rail, painted at once; the work is put into it as soon as it has been seen."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from deskhelper.core.text import Lang
from deskhelper.services.settings import WindowState
from deskhelper.ui.desk.arrangement import Arrangement, arrangement_for
from deskhelper.ui.desk.dock_place import Docks, dock_place, last_screen, remembered
from deskhelper.ui.desk.rail_pages import rail_pages
from deskhelper.ui.desk.top_bar import TopBar
from deskhelper.ui.kit.frame import HLine
from deskhelper.ui.orders.rail import RailEntry, ViewRail
from deskhelper.ui.theme import Theme

FIRST_SIZE = QSize(1440, 900)
SMALLEST = QSize(340, 480)
HANDBOOK, SCRIPTS = "handbook", "scripts"


def _never() -> bool:
    return False


class DeskWindow(QMainWindow):
    """The frame of the desk: knows its width and whether it is a dock, nothing of orders or cases.

    `kept` is where it was left. A window that closes may hide instead, where `may_hide` says so.
    """

    painted = Signal()
    """The window has been painted for the first time."""
    arrangement_changed = Signal(object)
    closing = Signal()

    def __init__(self, theme: Theme, lang: Lang, kept: WindowState | None = None, is_dock_on_top: bool = True) -> None:
        super().__init__()
        kept = kept or WindowState()
        work = rail_pages()
        self.top = TopBar(theme, work)
        pages = [
            *work,
            RailEntry(SCRIPTS, self.tr("Script library"), "messages-square", at_foot=True),
            RailEntry(HANDBOOK, self.tr("Handbook"), "clipboard-list", at_foot=True),
        ]
        self.rail = ViewRail(theme, lang, pages)
        self._body = QHBoxLayout()
        self._placeholder = QFrame()
        self._is_dock = False
        self._is_dock_on_top = is_dock_on_top
        self._docks = kept.docks
        self._is_leaving = False
        self._is_painted = False
        self.may_hide: Callable[[], bool] = _never
        self._arrangement = Arrangement.WIDE
        self._wide_geometry = QByteArray()
        self._lay_out()
        self.top.dock_requested.connect(self.toggle_dock)
        self.resize(FIRST_SIZE)
        if kept.geometry:
            self.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode()))
        if kept.is_dock:
            self._become_dock(last_screen(self._docks, QGuiApplication.screens()) or self.screen())
        self._arrange()

    @property
    def is_dock(self) -> bool:
        """Whether it was asked to be narrow, beside the chat window."""
        return self._is_dock

    @property
    def arrangement(self) -> Arrangement:
        """How the parts are to be laid out at this width."""
        return self._arrangement

    def set_body(self, body: QWidget) -> None:
        """Put the work beside the rail."""
        self._body.replaceWidget(self._placeholder, body)
        self._placeholder.deleteLater()

    def kept_geometry(self) -> str:
        """Return where the window is to come back, in Qt's own form as base64."""
        geometry = self._wide_geometry if self._is_dock else self.saveGeometry()
        return bytes(geometry.toBase64().data()).decode()

    def kept_docks(self) -> Docks:
        """Return where the dock is to come back, by screen."""
        return self._with_this_place() if self._is_dock else self._docks

    def toggle_dock(self) -> None:
        """Become narrow and stay above other windows, or go back to where the window was."""
        screen = self.screen()
        if self._is_dock:
            self._docks = self._with_this_place()
            self._is_dock = False
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, False)
            self.showNormal()
            self.restoreGeometry(self._wide_geometry)
        else:
            self._become_dock(screen)
            self.showNormal()
            self._place_dock(screen)  # again: a window that was maximised takes its place only once it is shown
        self._arrange()

    def set_dock_on_top(self, is_on_top: bool) -> None:
        """Keep the dock above other windows, or not; the wide window never is."""
        self._is_dock_on_top = is_on_top
        if self._is_dock and bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) is not is_on_top:
            was_shown, place = self.isVisible(), QRect(self.pos(), self.size())
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, is_on_top)
            self.setVisible(was_shown)
            self.resize(place.size())
            self.move(place.topLeft())

    def come_back_into_view(self) -> None:
        """Move the dock to a screen that is there, where its own is not any more."""
        here = QRect(self.pos(), self.size())
        screens = QGuiApplication.screens()
        if self._is_dock and not any(screen.availableGeometry().intersects(here) for screen in screens):
            self._place_dock(QGuiApplication.primaryScreen())

    def hide_away(self) -> None:
        """Hide, and run on when some other window is closed meanwhile."""
        QApplication.setQuitOnLastWindowClosed(False)
        self.hide()

    def come_to_front(self) -> None:
        """Show the window above the others, with the keys."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        QApplication.setQuitOnLastWindowClosed(True)
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close for good, also where closing would only hide."""
        self._is_leaving = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the parts as the width asks for."""
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes, so that what is to be remembered is; or only hide."""
        if not self._is_leaving and self.may_hide():
            event.ignore()
            self.hide_away()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _become_dock(self, screen: QScreen) -> None:
        self._wide_geometry = self.saveGeometry()
        self._is_dock = True
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self._is_dock_on_top)
        self._place_dock(screen)

    def _place_dock(self, screen: QScreen) -> None:
        place = dock_place(self._docks, screen, SMALLEST)
        self.resize(place.size())
        self.move(place.topLeft())

    def _with_this_place(self) -> Docks:
        return remembered(self._docks, self.screen(), QRect(self.pos(), self.size()))

    def _arrange(self) -> None:
        arrangement = arrangement_for(self.width(), self._is_dock)
        self.rail.fit(self.width())
        self.rail.setVisible(arrangement is not Arrangement.DOCK)
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            self.top.set_dock(arrangement is Arrangement.DOCK)
            self.arrangement_changed.emit(arrangement)

    def _lay_out(self) -> None:
        self.setWindowTitle("DeskHelper")
        self.setMinimumSize(SMALLEST)
        self._placeholder.setProperty("ground", "surface")
        self._body.setSpacing(0)
        self._body.addWidget(self.rail)
        self._body.addWidget(self._placeholder, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(HLine())
        column.addLayout(self._body, 1)
        self.setCentralWidget(inner)
