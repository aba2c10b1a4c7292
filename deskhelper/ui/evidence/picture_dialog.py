"""A picture of the evidence, as large as the window allows; the arrows go on to the next one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from deskhelper.core.evidence import EvidenceFile
from deskhelper.ui.evidence.clips import read_scaled
from deskhelper.ui.kit import label

MARGIN = 48
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
CLOSE = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PictureDialog(QDialog):
    """Shows one of `files` at a time."""

    def __init__(
        self, files: Sequence[EvidenceFile], at: int, path_of: Callable[[EvidenceFile], Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._files, self.at, self._path_of = files, at, path_of
        self.resize(parent.window().size() - QSize(MARGIN, MARGIN))
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setMinimumSize(120, 120)
        self._words = label(role="remark", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self._picture, 1)
        column.addWidget(self._words)
        self._show()

    @property
    def has_picture(self) -> bool:
        """Whether the file could be shown."""
        return not self._picture.pixmap().isNull()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, back, or out."""
        if event.key() in CLOSE:
            self.accept()
        elif event.key() in (*BACK, *ON):
            step = 1 if event.key() in ON else -1
            self.at = (self.at + step) % len(self._files)
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        file = self._files[self.at]
        ratio = self.devicePixelRatioF()
        room = self.size() - QSize(24, 64)
        image = read_scaled(self._path_of(file), room * ratio)
        image.setDevicePixelRatio(ratio)
        self._picture.setPixmap(QPixmap.fromImage(image))
        if image.isNull():
            self._picture.setText(self.tr("This picture cannot be shown."))
        self.setWindowTitle(file.name)
        count = f"{self.at + 1} / {len(self._files)}"
        self._words.setText(" · ".join(filter(None, (file.name, file.item, file.note, count))))
