"""The theme in force: follows the system or the setting, and switches while the desk is open."""

from collections.abc import Hashable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from deskhelper.ui.theme.fonts import load_own_face, ui_font
from deskhelper.ui.theme.icons import Icons
from deskhelper.ui.theme.tokens import Tokens, load_tokens

Role = QPalette.ColorRole

FUSION = ("-style", "Fusion")
"""Arguments for QApplication: the style is chosen there, for setStyle() loads all of QStyle, 7 ms of the start."""


class Scheme(StrEnum):
    """The setting: follow the system, or stay light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_FORCED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The colours and icons of the desk, handed to every part that paints; `resources` is the shipped folder."""

    theme_changed = Signal()

    def __init__(self, resources: Path, scheme: Scheme = Scheme.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = resources / "themes"
        self._fonts = resources / "fonts"
        self._scheme = scheme
        self._app: QApplication | None = None
        self._tokens = load_tokens(self._folder / f"{self._wanted()}.toml")
        self._colours: dict[str, QColor] = {}
        self.pictures: dict[Hashable, QPixmap] = {}
        """Small pictures in the colours in force, such as pills, by what they show; painters keep theirs here."""
        self.icons = Icons(resources / "icons", self.color)

    @property
    def tokens(self) -> Tokens:
        """The named colours in force."""
        return self._tokens

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme is in force."""
        return self._tokens.name == "dark"

    @property
    def scheme(self) -> Scheme:
        """The setting in force."""
        return self._scheme

    def color(self, token: str) -> QColor:
        """Return the colour of `token`. Raises KeyError."""
        colour = self._colours.get(token)
        if colour is None:
            colour = self._colours[token] = QColor(self._tokens[token])
        return colour

    def ink(self, wanted: str, ground: str) -> QColor:
        """Return the colour for text on `ground`: `wanted` where it can be read there, else `text`."""
        return self.color(self._tokens.ink(wanted, ground))

    def apply(self, app: QApplication) -> None:
        """Dress `app`, which was started with FUSION, in this theme and follow the system from now on."""
        self._app = app
        load_own_face(self._fonts)
        app.setFont(ui_font())
        self._dress()
        self._force()
        app.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    def set_scheme(self, scheme: Scheme) -> None:
        """Take the setting `scheme`, at once."""
        self._scheme = scheme
        self._force()
        self._switch()

    def _wanted(self) -> str:
        if self._scheme is not Scheme.SYSTEM:
            return str(self._scheme)
        hints = QApplication.styleHints()
        return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    def _force(self) -> None:
        """Tell the system the scheme too, so that title bars and native dialogs match where it can."""
        if self._app is not None:
            self._app.styleHints().setColorScheme(_FORCED[self._scheme])

    def _on_color_scheme_changed(self) -> None:
        self._switch()

    def _switch(self) -> None:
        wanted = self._wanted()
        if wanted == self._tokens.name:
            return
        self._tokens = load_tokens(self._folder / f"{wanted}.toml")
        self._colours.clear()
        self.pictures.clear()
        self.icons.forget()
        self._dress()
        self.theme_changed.emit()

    def _dress(self) -> None:
        if self._app is None:
            return
        sheet = (self._folder / "desk.qss").read_text("utf-8")
        more = {"theme": self._tokens.name, "folder": self._folder.as_posix()}
        self._app.setPalette(palette_of(self._tokens))
        self._app.setStyleSheet(self._tokens.fill(sheet, **more))


_ROLES = {
    Role.Window: "bg",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "bg",
    Role.ToolTipBase: "surface",
    Role.ToolTipText: "text",
    Role.PlaceholderText: "muted",
    Role.Text: "text",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "bad",
    Role.Light: "line",
    Role.Midlight: "line",
    Role.Mid: "line",
    Role.Dark: "faint",
    Role.Shadow: "line",
    Role.Highlight: "accent",
    Role.HighlightedText: "surface",
    Role.Accent: "accent",
    Role.Link: "accent",
    Role.LinkVisited: "accent",
}


def palette_of(tokens: Tokens) -> QPalette:
    """Return the Fusion palette of `tokens`; disabled text is faint."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["faint"]))
    return palette
