"""An icon as a label of its own."""

from PySide6.QtWidgets import QLabel, QWidget

from deskhelper.ui.theme import Theme


class IconLabel(QLabel):
    """A line icon in a colour of the theme; words beside it say the same, so it is silent to screen readers."""

    def __init__(
        self, theme: Theme, name: str, token: str = "muted", size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._name = self._token = ""
        self.setFixedSize(size, size)
        self.show_icon(name, token)
        theme.theme_changed.connect(self._on_theme_changed)

    def show_icon(self, name: str, token: str = "muted") -> None:
        """Show the icon `name` in the colour of `token`."""
        if (name, token) != (self._name, self._token):  # else all around it would be laid out again
            self._name, self._token = name, token
            self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setPixmap(self._theme.icons.pixmap(self._name, self._token, self._size))
