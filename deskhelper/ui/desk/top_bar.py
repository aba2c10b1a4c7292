"""The bar on top: the name, the one box, what is due, and the few commands that are not about one order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from deskhelper.core.view import View
from deskhelper.ui.desk.search_box import SearchBox
from deskhelper.ui.desk.watch_pill import WatchPill
from deskhelper.ui.kit import IconButton, IconLabel, Pill, Tone, label
from deskhelper.ui.orders.rail import RailEntry
from deskhelper.ui.orders.words import view_name
from deskhelper.ui.theme import Theme

VIEWS = (View.TO_SHIP, View.DUE, View.OVERDUE, View.SHIPPED, View.AFTER_SALE, View.WITH_CASE, View.ALL)
BOX_WIDTH = 520
FIGURES, SCRIPTS, PROMISES = "figures", "scripts", "promises"


class DuePill(Pill):
    """How many promises are pressing; a click asks for them."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()


class TopBar(QFrame):
    """Holds the box; its buttons ask for what they say."""

    import_requested = Signal()
    settings_requested = Signal()
    figures_requested = Signal()
    scripts_requested = Signal()
    dock_requested = Signal()
    keys_requested = Signal()
    handbook_requested = Signal()
    theme_requested = Signal()
    watch_requested = Signal(bool)
    page_requested = Signal(str)
    """A page of the desk's other work, chosen in the menu."""
    view_requested = Signal(object)
    """A View, chosen in the menu that stands for the rail in the dock."""

    def __init__(self, theme: Theme, pages: Sequence[RailEntry] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages = pages
        self.setProperty("ground", "surface")
        self.box = SearchBox(theme)
        self.watch = WatchPill(theme)
        self._build()
        self._lay_out()
        self._connect()

    def set_promises_due(self, count: int) -> None:
        """Say how many promises fall due within the hour, or are past."""
        self._due.show_words(self.tr("%n promise(s) due within an hour", "", count) if count else "", Tone.WARN)
        self._due.setVisible(self._name.isVisibleTo(self) and bool(count))

    def set_dock(self, is_dock: bool) -> None:
        """Give way to the box where the bar is narrow."""
        for part in (self._logo, self._name, self._keys, self._look, self._figures):
            part.setVisible(not is_dock)
        self._views.setVisible(is_dock)
        for action in self._views.menu().actions():
            action.setEnabled(is_dock)
            action.setVisible(is_dock)
        self._dock.set_icon("maximize-2" if is_dock else "minimize-2")
        self._dock.set_name(self.tr("Leave the dock") if is_dock else self.tr("Narrow, beside the chat window"))
        self.box.setMaximumWidth(16777215 if is_dock else BOX_WIDTH)
        for spacer in (0, 1):
            self._row.setStretch(self._stretches[spacer], 0 if is_dock else 1)
        self.watch.set_compact(is_dock)
        self._due.setVisible(not is_dock and bool(self._due.words))

    def _build(self) -> None:
        self._logo = IconLabel(self._theme, "headset", "accent", 20)
        self._name = label("DeskHelper", "strong")
        self._due = DuePill(self._theme, "", Tone.WARN)
        self._import = IconButton(self._theme, "file-down", self.tr("Import order files"), "Ctrl+O")
        self._look = IconButton(self._theme, "moon", self.tr("Light or dark"))
        self._keys = IconButton(self._theme, "keyboard", self.tr("All keys"), "F1")
        self._dock = IconButton(self._theme, "minimize-2", "", "F9")
        self._figures = IconButton(self._theme, "clipboard-list", self.tr("Figures of the platform"), "F6")
        self._settings = IconButton(self._theme, "sliders-horizontal", self.tr("Settings"), "Ctrl+,")
        self._due.setCursor(Qt.CursorShape.PointingHandCursor)
        self._due.setToolTip(self.tr("What was promised  (Ctrl+9)"))
        self._due.hide()
        self._views = IconButton(self._theme, "layers", self.tr("Views of the list"))
        self._views.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for number, view in enumerate(VIEWS, 1):
            action = menu.addAction(view_name(view))
            action.setData(view)
            action.setShortcut(f"Ctrl+{number}")
        menu.addSeparator()
        for page in self._pages:
            action = menu.addAction(page.words)
            action.setData(page.name)
            if page.after is None:  # a key of its own; the others have two, of which the page answers the second
                action.setShortcut(page.shortcut)
        menu.addSeparator()
        menu.addAction(self.tr("Handbook (F3)"))
        menu.addAction(self.tr("Script library (F7)")).setData(SCRIPTS)
        figures = menu.addAction(self.tr("Figures of the platform"))
        figures.setData(FIGURES)
        figures.setShortcut("F6")
        menu.triggered.connect(self._on_menu_triggered)
        self._views.setMenu(menu)

    def _lay_out(self) -> None:
        self.setFixedHeight(48)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._views)
        row.addWidget(self._logo)
        row.addSpacing(4)
        row.addWidget(self._name)
        at = row.count()
        self._stretches = (at, at + 2)
        row.addStretch(1)
        row.addWidget(self.box, 8)
        row.addStretch(1)
        row.addWidget(self._due)
        row.addWidget(self.watch)
        for button in (self._import, self._figures, self._look, self._keys, self._dock, self._settings):
            row.addWidget(button)
        self.box.setMinimumHeight(32)
        self.set_dock(False)

    def _on_due_clicked(self) -> None:
        self.page_requested.emit(PROMISES)

    def _on_menu_triggered(self, action: QAction) -> None:
        if action.data() is None:
            self.handbook_requested.emit()
        elif action.data() == FIGURES:
            self.figures_requested.emit()
        elif action.data() == SCRIPTS:
            self.scripts_requested.emit()
        elif any(action.data() == page.name for page in self._pages):
            self.page_requested.emit(action.data())
        else:
            self.view_requested.emit(action.data())

    def _connect(self) -> None:
        self.watch.switch_requested.connect(self.watch_requested)
        self._due.clicked.connect(self._on_due_clicked)
        self._import.clicked.connect(self.import_requested)
        self._settings.clicked.connect(self.settings_requested)
        self._figures.clicked.connect(self.figures_requested)
        self._dock.clicked.connect(self.dock_requested)
        self._keys.clicked.connect(self.keys_requested)
        self._look.clicked.connect(self.theme_requested)
