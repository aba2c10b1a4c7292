"""The button that says what a list is sorted by and offers the rest."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deskhelper.core.view import SortKey
from deskhelper.ui.orders.words import sort_name
from deskhelper.ui.theme import Theme

_FEWEST_FIRST = {SortKey.DEADLINE, SortKey.PRODUCT, SortKey.STATUS, SortKey.COURIER, SortKey.AFTER_SALE}
"""Keys whose usual direction is upwards: the most urgent, or the alphabet's first."""


class SortButton(QToolButton):
    """A menu of every sort key and both directions; the list itself is sorted by whoever is asked."""

    sort_requested = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key, self._descending = SortKey.TIME, True
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        theme.theme_changed.connect(self._show)
        self._show()

    def set_sort(self, key: SortKey, descending: bool) -> None:
        """Show what the list is sorted by."""
        self._key, self._descending = key, descending
        self._show()

    def _show(self) -> None:
        name = "arrow-down-wide-narrow" if self._descending else "arrow-up-narrow-wide"
        self.setIcon(self._theme.icons.get(name))
        self.setText(f" {sort_name(self._key)}")  # the style puts words right against the icon
        direction = self.tr("Descending") if self._descending else self.tr("Ascending")
        words = self.tr("Sorted by {key}, {direction}").format(key=sort_name(self._key), direction=direction.lower())
        self.setAccessibleName(words)
        self.setToolTip(words)

    def _on_menu_about_to_show(self) -> None:
        """Build the menu when it is wanted, not at the start."""
        self._menu.clear()
        keys = QActionGroup(self._menu)
        for key in SortKey:
            self._offer(keys, sort_name(key), key, key is self._key)
        keys.triggered.connect(self._on_keys_triggered)
        self._menu.addSeparator()
        directions = QActionGroup(self._menu)
        for words, descending in ((self.tr("Ascending"), False), (self.tr("Descending"), True)):
            self._offer(directions, words, descending, descending is self._descending)
        directions.triggered.connect(self._on_directions_triggered)

    def _offer(self, group: QActionGroup, words: str, value: SortKey | bool, is_on: bool) -> None:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        action.setData(value if isinstance(value, bool) else str(value))
        group.addAction(action)

    def _on_keys_triggered(self, action: QAction) -> None:
        key = SortKey(action.data())
        self.sort_requested.emit(key, key not in _FEWEST_FIRST)

    def _on_directions_triggered(self, action: QAction) -> None:
        self.sort_requested.emit(self._key, bool(action.data()))
