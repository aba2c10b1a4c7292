"""A short word in the window about what was just done, with the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from deskhelper.ui.kit.label import label

SHOWN_MS = 4000
SHOWN_WITH_UNDO_MS = 8000
FROM_BELOW = 24


class Toast(QFrame):
    """Lies over the lower edge of `parent`, takes no focus, and goes by itself; nothing moves."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._undo: Callable[[], None] | None = None
        self._words = label()
        self.button = QPushButton(self.tr("Undo"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._layout = layout = QHBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, can_undo: bool = False, undo: Callable[[], None] | None = None) -> None:
        """Show `words`, with a button that takes the deed back if it can be: by `undo`, or by who listens."""
        self._undo = undo
        can_undo = can_undo or undo is not None
        self._words.setText(words)
        self.setAccessibleName(words)
        self.button.setVisible(can_undo)
        self._layout.setContentsMargins(16, 8, 8 if can_undo else 16, 8)
        self._timer.start(SHOWN_WITH_UNDO_MS if can_undo else SHOWN_MS)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the lower edge."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        room = self._parent.rect()
        self._words.setWordWrap(False)
        self.adjustSize()
        if self.width() > room.width() - 32:
            self._words.setWordWrap(True)
            self.setFixedWidth(max(room.width() - 32, 80))
            self.adjustSize()
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - FROM_BELOW)

    def _on_button_clicked(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo()
        self.undo_requested.emit()
