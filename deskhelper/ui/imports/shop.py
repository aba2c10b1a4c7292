"""The small question which shop a file belongs to, for exports that do not say."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskhelper.ui.kit import ElidedLabel, ghost_button, label, primary_button
from deskhelper.ui.theme import Theme

LONGEST = 40
WIDTH = 380


class ShopDialog(QDialog):
    """Asks for the shop of `file`, or of the next files where it is empty: one of `known`, or a new one.

    `shop` is the answer once it was accepted.
    """

    def __init__(self, file: str, known: Sequence[str], last: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = ElidedLabel(theme, file, "strong", Qt.TextElideMode.ElideMiddle)
        self.name_box = QComboBox()
        self.ok_button = primary_button(self.tr("Continue"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._fill(known, last)
        self._lay_out(file)
        self.name_box.editTextChanged.connect(self._on_name_box_edited)
        self.ok_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._on_name_box_edited()

    @property
    def shop(self) -> str:
        """The name, without blanks around it."""
        return " ".join(self.name_box.currentText().split())

    def accept(self) -> None:
        """Take the name, if there is one."""
        if self.shop:
            super().accept()

    def _fill(self, known: Sequence[str], last: str) -> None:
        self.name_box.setEditable(True)
        self.name_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Inline completion would take the first Enter for itself.
        if (completer := self.name_box.completer()) is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.name_box.addItems(list(dict.fromkeys(filter(None, (last, *known)))))
        self.name_box.setCurrentText(last)
        field = self.name_box.lineEdit()
        assert field is not None
        field.setMaxLength(LONGEST)
        field.setPlaceholderText(self.tr("Shop name"))
        field.setAccessibleName(self.tr("Shop name"))
        field.selectAll()

    def _lay_out(self, file: str) -> None:
        self.setWindowTitle(self.tr("Shop"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        title, words = self._words(file)
        layout.addWidget(label(title, "title"))
        sentence = label(words, "muted", wraps=True)
        sentence.setMinimumWidth(WIDTH)
        self._file.setVisible(bool(file))
        layout.addWidget(self._file)
        layout.addWidget(sentence)
        layout.addWidget(self.name_box)
        layout.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)
        layout.addLayout(buttons)
        self.ok_button.setDefault(True)
        self.name_box.setFocus()

    def _words(self, file: str) -> tuple[str, str]:
        if not file:
            words = self.tr("Files that do not name their shop will be imported for this one from now on.")
            return self.tr("Which shop are the next orders from?"), words
        words = self.tr(
            "The file does not name its shop. The name is remembered and used for the next files; it also decides "
            "which shop's terms the promises follow."
        )
        return self.tr("Which shop are these orders from?"), words

    def _on_name_box_edited(self) -> None:
        self.ok_button.setEnabled(bool(self.shop))
