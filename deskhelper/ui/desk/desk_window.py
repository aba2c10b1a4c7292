"""The main window: bar and rail, painted at once; the work is put into it as soon as it has been seen."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from deskhelper.core.text import Lang
from deskhelper.ui.desk.arrangement import Arrangement, arrangement_for
from deskhelper.ui.desk.top_bar import TopBar
from deskhelper.ui.kit.frame import HLine
from deskhelper.ui.orders.rail import RailEntry, ViewRail
from deskhelper.ui.theme import Theme

FIRST_SIZE = QSize(1440, 900)
DOCK_SIZE = QSize(400, 900)
SMALLEST = QSize(340, 480)
HANDBOOK = "handbook"


class DeskWindow(QMainWindow):
    """The frame of the desk: knows its width and whether it is a dock, nothing of orders or cases."""

    painted = Signal()
    """The window has been painted for the first time."""
    arrangement_changed = Signal(object)
    closing = Signal()

    def __init__(self, theme: Theme, lang: Lang, geometry: str = "") -> None:
        super().__init__()
        self.top = TopBar(theme)
        self.rail = ViewRail(theme, lang, [RailEntry(HANDBOOK, self.tr("Handbook"), "clipboard-list", at_foot=True)])
        self._body = QHBoxLayout()
        self._placeholder = QFrame()
        self._is_dock = False
        self._is_painted = False
        self._arrangement = Arrangement.WIDE
        self._wide_geometry = QByteArray()
        self._lay_out()
        self.top.dock_requested.connect(self.toggle_dock)
        self.resize(FIRST_SIZE)
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self._arrange()

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

    def toggle_dock(self) -> None:
        """Become narrow and stay above other windows, or go back to where the window was."""
        self._is_dock = not self._is_dock
        if self._is_dock:
            self._wide_geometry = self.saveGeometry()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self._is_dock)
        self.showNormal()
        if self._is_dock:
            screen = self.screen().availableGeometry()
            self.resize(DOCK_SIZE.width(), min(DOCK_SIZE.height(), screen.height() - 40))
            self.move(screen.right() - DOCK_SIZE.width(), screen.top() + 20)
        else:
            self.restoreGeometry(self._wide_geometry)
        self._arrange()

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
        """Tell that the window closes, so that what is to be remembered is."""
        self.closing.emit()
        super().closeEvent(event)

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
