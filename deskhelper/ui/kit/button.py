"""Buttons: an icon with its name in a tooltip, the one primary action, and the quiet one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from deskhelper.ui.theme import Theme


class IconButton(QToolButton):
    """A button with only an icon. Its name and its shortcut stand in the tooltip; the shortcut works."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        shortcut: str = "",
        token: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token = token
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(26, 26)
        self.setIconSize(QSize(16, 16))
        self._keys = QKeySequence(shortcut)
        if shortcut:
            # not the button's own shortcut, which animates the click and so answers 0.1 s late
            QShortcut(self._keys, self, self.click)
        self.set_name(name)
        self._on_theme_changed()
        theme.theme_changed.connect(self._on_theme_changed)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(with_shortcut(name, self._keys))

    def set_icon(self, icon: str, token: str | None = None) -> None:
        """Show another icon, in another colour if `token` is given."""
        if (icon, token or self._token) != (self._icon, self._token):
            self._icon = icon
            self._token = token or self._token
            self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setIcon(self._theme.icons.get(self._icon, self._token))


def with_shortcut(name: str, shortcut: QKeySequence) -> str:
    """Return `name` with the keys that do the same, as the system writes them: `Copy  (Ctrl+C)`."""
    keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{name}  ({keys})" if keys else name


def primary_button(words: str, parent: QWidget | None = None) -> QPushButton:
    """Return the button of the one main action of a screen."""
    return _button(words, "primary", parent)


def ghost_button(words: str, parent: QWidget | None = None) -> QPushButton:
    """Return a button without a frame, for what is seldom done."""
    return _button(words, "ghost", parent)


def _button(words: str, variant: str, parent: QWidget | None) -> QPushButton:
    button = QPushButton(words, parent)
    button.setProperty("variant", variant)
    button.setAutoDefault(False)
    return button
