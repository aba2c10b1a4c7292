"""The switch of the clipboard watch in the bar: a quiet icon while it is off, a pill with words while it is on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from deskhelper.ui.kit.button import with_shortcut
from deskhelper.ui.kit.frame import dress_anew
from deskhelper.ui.theme import Theme

KEY = "F10"


class WatchPill(QToolButton):
    """Shows whether the clipboard is watched; a click or F10 asks for the other."""

    switch_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_on = False
        self._is_compact = False
        self.setProperty("variant", "watch")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self.setText(self.tr("Watching copies"))
        self.clicked.connect(self._on_clicked)
        QShortcut(QKeySequence(KEY), self, self.click)
        theme.theme_changed.connect(self._show_state)
        self._show_state()

    @property
    def is_on(self) -> bool:
        """Whether the clipboard is watched."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Show that it is watched, or not."""
        if is_on is not self._is_on:
            self._is_on = is_on
            self._show_state()

    def set_compact(self, is_compact: bool) -> None:
        """Show no words, where the bar is narrow."""
        if is_compact is not self._is_compact:
            self._is_compact = is_compact
            self._show_state()

    def _show_state(self) -> None:
        has_words = self._is_on and not self._is_compact
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if has_words else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.setIcon(self._theme.icons.get("eye" if self._is_on else "eye-off", "accent" if self._is_on else "muted"))
        name = self.tr("Stop watching the clipboard") if self._is_on else self.tr("Watch the clipboard")
        self.setAccessibleName(name)
        self.setToolTip(with_shortcut(name, QKeySequence(KEY)))
        self.setFixedHeight(26)
        self.setMinimumWidth(26)
        self.setProperty("isOn", self._is_on)
        self.setProperty("isCompact", self._is_compact)
        dress_anew(self)

    def _on_clicked(self) -> None:
        self.switch_requested.emit(not self._is_on)
