"""The question before unsaved changes would be left: save, discard, or stay."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import ghost_button, label, primary_button


class UnsavedQuestion(QDialog):
    """Asks about one script. Enter saves, Esc stays."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not saved yet"))
        self.save_button = primary_button(self.tr("Save"))
        self.discard_button = ghost_button(self.tr("Discard"))
        self.stay_button = ghost_button(self.tr("Stay here"))
        self.discard_wanted = False
        words = self.tr("“%s” was changed and is not saved.") if title else self.tr("The new script is not saved.")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(14)
        column.addWidget(label(words % title if title else words, wraps=True))
        row = QHBoxLayout()
        row.addWidget(self.stay_button)
        row.addStretch(1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        self.setMinimumWidth(360 if parent is None else min(360, parent.width() - 40))
        self.save_button.setDefault(True)
        self.save_button.setFocus()
        self.save_button.clicked.connect(self.accept)
        self.stay_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._on_discard_button_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Enter, discard on D, stay on Esc."""
        if event.key() == Qt.Key.Key_D:
            self._on_discard_button_clicked()
        else:
            super().keyPressEvent(event)

    def _on_discard_button_clicked(self) -> None:
        self.discard_wanted = True
        self.accept()


class Leaving(QObject):
    """Asks once before changes would be lost. `save` tells whether it could, `discard` forgets the changes."""

    def __init__(
        self, window: QWidget, is_changed: Callable[[], bool], save: Callable[[], bool], discard: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._is_changed = is_changed
        self._save = save
        self._discard = discard
        self._then: Callable[[], None] | None = None
        self.question: UnsavedQuestion | None = None

    def ask(self, title: str, then: Callable[[], None]) -> None:
        """Go on with `then` at once where nothing is lost, else once it is saved or discarded."""
        if not self._is_changed():
            then()
            return
        self._then = then
        if self.question is None:
            self.question = UnsavedQuestion(title, self._window)
            self.question.finished.connect(self._on_question_finished)
            self.question.open()

    def _on_question_finished(self, result: int) -> None:
        question, self.question = self.question, None
        then, self._then = self._then, None
        if question is None or then is None:
            return
        question.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        if question.discard_wanted:
            self._discard()
        elif not self._save():
            return
        then()
