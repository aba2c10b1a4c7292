"""Before a pack is made: what is missing, the agent's own text, and where the file goes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from deskhelper.services.evidence_packs import MOST_OWN
from deskhelper.ui.kit import Banner, IconButton, Tone, ghost_button, label, primary_button
from deskhelper.ui.theme import Theme

WIDTH, NARROW = 520, 360
MOST_SHOWN = 8


class PackDialog(QDialog):
    """Asks once; Enter in the path, or Ctrl+S anywhere, makes the pack. What is missing holds nothing up."""

    def __init__(self, theme: Theme, missing: Sequence[str], path: Path, about: str, own: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pack for an appeal"))
        self._missing = Banner(theme)
        self._show_missing(missing)
        self.own = QPlainTextEdit(own)
        self.own.setAccessibleName(self.tr("Your own words"))
        self.own.setPlaceholderText(self.tr("Your own words for the platform, if any; plain text"))
        self.own.setTabChangesFocus(True)
        self.own.setFixedHeight(110)
        self.field = QLineEdit(str(path))
        self.field.setAccessibleName(self.tr("File"))
        self.browse_button = IconButton(theme, "folder-open", self.tr("Another place"))
        self.make_button = primary_button(self.tr("Make the pack    Ctrl+S"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self._lay_out(about)
        self.setFixedWidth(max(NARROW, min(WIDTH, parent.window().width() - 24)))
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Have Enter make the pack at once."""
        super().showEvent(event)
        self.make_button.setFocus()

    @property
    def path(self) -> Path:
        """Where the pack goes."""
        given = Path(self.field.text().strip()).expanduser()
        return given if given.suffix.lower() == ".zip" else given.with_name(given.name + ".zip")

    @property
    def words(self) -> str:
        """The agent's own text."""
        return self.own.toPlainText().strip()[:MOST_OWN]

    def ask_path(self) -> str:
        """Let the agent choose another file, empty for none."""
        title, kind = self.tr("Pack for an appeal"), self.tr("ZIP file") + " (*.zip)"
        return QFileDialog.getSaveFileName(self, title, self.field.text(), kind)[0]

    def _show_missing(self, missing: Sequence[str]) -> None:
        if not missing:
            self._missing.show_words(self.tr("The checklist is complete."), Tone.OK)
            return
        listed = [f"· {words}" for words in missing[:MOST_SHOWN]]
        if len(missing) > MOST_SHOWN:
            listed.append(self.tr("· and {count} more").replace("{count}", str(len(missing) - MOST_SHOWN)))
        head = self.tr("Not there yet ({count}); it can be packed all the same:").replace("{count}", str(len(missing)))
        self._missing.show_words("\n".join((head, *listed)), Tone.WARN)

    def _lay_out(self, about: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Pack for an appeal"), "title"))
        column.addWidget(label(about, "remark", wraps=True))
        column.addWidget(self._missing)
        column.addWidget(self.own)
        place = QHBoxLayout()
        place.addWidget(self.field, 1)
        place.addWidget(self.browse_button)
        column.addLayout(place)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.make_button)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.make_button.clicked.connect(self._on_make)
        self.cancel_button.clicked.connect(self.reject)
        self.browse_button.clicked.connect(self._on_browse_clicked)
        self.field.returnPressed.connect(self._on_make)
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_make)
        for button in (self.make_button, self.cancel_button):
            button.setAutoDefault(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_make(self) -> None:
        if self.field.text().strip():
            self.accept()
        else:
            self.field.setFocus()

    def _on_browse_clicked(self) -> None:
        path = self.ask_path()
        if path:
            self.field.setText(path)
