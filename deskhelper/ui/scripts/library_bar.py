"""The bar over the library: its name, and what is done to it as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskhelper.ui.kit import IconButton, ghost_button, label
from deskhelper.ui.theme import Theme


class LibraryBar(QWidget):
    """Buttons that ask for what they say; the window has the keys for them."""

    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    undo_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.undo_button = IconButton(theme, "undo-2", self.tr("Undo the last change of the library (Ctrl+Z)"))
        self.new_button = ghost_button(self.tr("New"))
        self.import_button = ghost_button(self.tr("Import…"))
        self.export_button = ghost_button(self.tr("Export…"))
        self._lay_out()
        self._show_icons()
        theme.theme_changed.connect(self._show_icons)
        self.undo_button.clicked.connect(self.undo_requested)
        self.new_button.clicked.connect(self.new_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.export_button.clicked.connect(self.export_requested)

    def _show_icons(self) -> None:
        self.new_button.setIcon(self._theme.icons.get("plus"))
        self.import_button.setIcon(self._theme.icons.get("file-down"))
        self.export_button.setIcon(self._theme.icons.get("file-up"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label(self.tr("Scripts"), "title"))
        row.addStretch(1)
        for button in (self.undo_button, self.new_button, self.import_button, self.export_button):
            row.addWidget(button)
