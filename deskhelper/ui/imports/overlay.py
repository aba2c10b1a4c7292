"""The sheet over the window while files are dragged over it."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from deskhelper.ui.imports.files import local_files, order_files
from deskhelper.ui.theme import Theme, ui_font
from deskhelper.ui.theme.fonts import REMARK, TITLE

EDGE = 24
ICON = 40
VEIL = 0.9


class DropOverlay(QWidget):
    """Watches `window`: shows itself while order files are over it, and tells which were dropped."""

    files_dropped = Signal(list)
    """Paths of all dropped files and folders, an order file among them."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self.setAcceptDrops(True)
        self.setAccessibleName(self._title)
        self.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def _title(self) -> str:
        return self.tr("Drop order files here")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window while files are dragged over it, and keep covering all of it."""
        if watched is not self._window:
            return False
        if isinstance(event, QDragEnterEvent):
            self.dragEnterEvent(event)
            return event.isAccepted()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.dropEvent(event)
            return event.isAccepted()
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take the drag if there is an order file in it."""
        if not order_files(local_files(event.mimeData())):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go when the drag goes."""
        self.hide()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which files were dropped."""
        self.hide()
        files = local_files(event.mimeData())
        if not order_files(files):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.files_dropped.emit(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a veil, a dashed frame, and in its middle what can be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.color("bg").toRgb()
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), 8, 8)
        middle = self.rect().center()
        pixmap = self._theme.icons.pixmap("file-down", "accent", ICON)
        painter.drawPixmap(middle.x() - ICON // 2, middle.y() - ICON - 20, pixmap)
        self._words(painter, self._title, middle.y() - 4, "text", TITLE)
        self._words(painter, self.tr("CSV or Excel, as the platform exports them"), middle.y() + 24, "muted", REMARK)

    def _words(self, painter: QPainter, words: str, top: int, token: str, size: int) -> None:
        painter.setPen(self._theme.color(token))
        painter.setFont(ui_font(size, bold=size == TITLE))
        room = QRect(EDGE * 2, top, self.width() - 4 * EDGE, 24)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, shown)

    def _on_theme_changed(self) -> None:
        self.update()
