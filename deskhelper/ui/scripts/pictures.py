"""The pictures of a script as thumbnails: added by dialog, by drag or by paste, removed by Delete."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QListWidget, QListWidgetItem, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.services.script_pictures import KINDS, ScriptPictures
from deskhelper.ui.kit import IconButton
from deskhelper.ui.scripts.body_edit import png_of
from deskhelper.ui.theme import Theme

THUMB = QSize(64, 48)
NAME = Qt.ItemDataRole.UserRole
PASTED = "clipboard.png"


class PictureList(QListWidget):
    """A row of thumbnails. Drops and pastes are told, Delete asks for removal."""

    files_dropped = Signal(list)
    image_dropped = Signal(object)
    remove_requested = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in an empty row what it is for."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.tr("Drag or paste pictures here")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with Ctrl+V, remove with Delete."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Take what is on the clipboard, where it is a picture or picture files."""
        mime = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif mime.hasImage() and isinstance(image := mime.imageData(), QImage):
            self.image_dropped.emit(image)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take picture files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Go on taking them."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif isinstance(image := event.mimeData().imageData(), QImage):
            self.image_dropped.emit(image)
        event.acceptProposedAction()


class PictureStrip(QWidget):
    """Shows pictures by their file names and keeps new ones in the folder at once."""

    changed = Signal()
    refused = Signal(object)
    """A Problem: a file that is no picture, or cannot be kept."""

    def __init__(self, theme: Theme, pictures: Callable[[], ScriptPictures], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.list = PictureList()
        self.add_button = IconButton(theme, "image", self.tr("Add pictures"))
        self._lay_out()
        self.add_button.clicked.connect(self.choose)
        self.list.files_dropped.connect(self.add_files)
        self.list.image_dropped.connect(self._on_list_image_dropped)
        self.list.remove_requested.connect(self._on_list_remove_requested)

    def show_pictures(self, names: Sequence[str], is_read_only: bool) -> None:
        """Show the pictures of another script."""
        self.list.clear()
        for name in names:
            self._show(name)
        self.add_button.setVisible(not is_read_only)
        self.list.setAcceptDrops(not is_read_only)
        self.list.setEnabled(not is_read_only or bool(names))
        self.setProperty("is_read_only", is_read_only)
        self._fit()

    def names(self) -> tuple[str, ...]:
        """Return the pictures as they stand."""
        return tuple(str(self.list.item(at).data(NAME)) for at in range(self.list.count()))

    def choose(self) -> None:
        """Ask for picture files."""
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        words = self.tr("Add pictures")
        files, _ = QFileDialog.getOpenFileNames(self, words, "", self.tr("Pictures") + f" ({kinds})")
        self.add_files(files)

    def add_files(self, files: Sequence[str]) -> None:
        """Keep picture files and show them."""
        for file in files:
            self._keep(lambda path=Path(file): self._pictures().add_file(path))  # type: ignore[misc]

    def add_png(self, content: bytes) -> None:
        """Keep a picture that was pasted and show it."""
        self._keep(lambda: self._pictures().add(content, PASTED))

    def _keep(self, keep: Callable[[], str]) -> None:
        if self.property("is_read_only"):
            return
        try:
            name = keep()
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        if name not in self.names():
            self._show(name)
            self._fit()
            self.changed.emit()

    def _show(self, name: str) -> None:
        path = self._pictures().path(name)
        item = QListWidgetItem(self._thumb(path), "")
        item.setData(NAME, name)
        item.setToolTip(name if path.exists() else self.tr("Missing: %s") % name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        self.list.addItem(item)

    def _thumb(self, path: Path) -> QIcon:
        reader = QImageReader(str(path))
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size.scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read() if path.exists() else QImage()
        if image.isNull():
            return self._theme.icons.get("image", "faint", 32)
        return QIcon(QPixmap.fromImage(image))

    def _fit(self) -> None:
        self.list.setVisible(self.list.count() > 0 or not self.property("is_read_only"))

    def _on_list_image_dropped(self, image: QImage) -> None:
        self.add_png(png_of(image))

    def _on_list_remove_requested(self) -> None:
        row = self.list.currentRow()
        if row >= 0 and not self.property("is_read_only"):
            self.list.takeItem(row)
            self._fit()
            self.changed.emit()

    def _lay_out(self) -> None:
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(THUMB)
        self.list.setSpacing(4)
        self.list.setFixedHeight(THUMB.height() + 18)
        self.list.setProperty("variant", "choice")
        self.list.setAccessibleName(self.tr("Pictures"))
        self.list.setToolTip(self.tr("Drag pictures here, or paste them with Ctrl+V; Delete takes one away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.list, 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
