"""The settings dialog: pages built from the declared settings; nothing is kept before OK or Apply."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem, WorldError
from deskhelper.services.settings import Settings, SettingsService
from deskhelper.services.words import WordService
from deskhelper.ui.kit import Banner, HLine, Tone, ghost_button, primary_button
from deskhelper.ui.settings.files_page import FilesPage, open_folder
from deskhelper.ui.settings.general_page import DeskPage, GeneralPage, RemindersPage, RepliesPage
from deskhelper.ui.settings.shops_page import ALL_SHOPS, ShopsPage
from deskhelper.ui.settings.words_page import WordsPage
from deskhelper.ui.theme import Scheme, Theme
from deskhelper.ui.theme.fonts import width_of

PAGE_LIST_WIDTH, PAGE_HEIGHT, BESIDE_NAME = 132, 32, 56
ICONS = ("sliders-horizontal", "message-square", "shield-check", "clipboard", "bell", "store", "folder")


class SettingsDialog(QDialog):
    """Edits what `service` keeps. `shops` are the shops with orders; `told` makes a sentence of a problem.

    OK keeps and closes, Apply keeps, Cancel and Esc leave everything as it was, the theme too.
    """

    applied = Signal()
    """Settings were kept; `service.current` has them."""

    terms_changed = Signal(str)
    """The promise hours of this shop are others now ("": of every shop without its own terms)."""

    def __init__(
        self,
        service: SettingsService,
        theme: Theme,
        folder: Path,
        shops: Sequence[str],
        told: Callable[[Problem], str],
        words: WordService,
        parent: QWidget | None = None,
        opened: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._theme = theme
        self._shops = shops
        self._told = told
        self._loaded = service.current
        self.general = GeneralPage()
        self.replies = RepliesPage()
        self.words = WordsPage(words, told)
        self.desk = DeskPage()
        self.reminders = RemindersPage()
        self.shops = ShopsPage()
        self.files = FilesPage(folder, theme, opened)
        self.page_list = QListWidget()
        self._stack = QStackedWidget()
        self._trouble = Banner(theme)
        self.defaults_button = ghost_button(self.tr("Restore defaults"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self.apply_button = ghost_button(self.tr("Apply"))
        self.ok_button = primary_button(self.tr("OK"))
        self._lay_out()
        self._connect()
        self._load()

    def show_page(self, page: QWidget) -> None:
        """Turn to one of `general`, `replies`, `words`, `desk`, `reminders`, `shops` and `files`."""
        self.page_list.setCurrentRow(self._stack.indexOf(page))

    def apply(self) -> bool:
        """Keep what was changed; tell whether that worked. An input that cannot be kept gets the focus."""
        for page in (self.general, self.replies, self.desk, self.reminders, self.shops):
            if page.has_fault:
                self.show_page(page)
                page.focus_fault()
                return False
        before = self._service.current
        changes = self._changes(before)
        try:
            after = self._service.change(**changes) if changes else before
            has_changes = bool(changes) or self.words.is_changed
            self.words.keep()
        except WorldError as error:
            self._trouble.show_words(self._told(error.problem), Tone.BAD)
            return False
        self._loaded = after
        self._trouble.hide()
        self._show_state()
        for shop in shops_with_other_hours(before, after):
            self.terms_changed.emit(shop)
        if has_changes:
            self.applied.emit()
        return True

    def accept(self) -> None:
        """Keep what was changed and close."""
        if self.apply():
            super().accept()

    def reject(self) -> None:
        """Leave everything as it was kept last, the theme too."""
        self._theme.set_scheme(Scheme(self._service.current.theme))
        super().reject()

    def _changes(self, before: Settings) -> dict[str, object]:
        """Return what differs from `before`. What an import remembered meanwhile is kept."""
        pages = (self.general, self.replies, self.desk, self.reminders)
        changes = {name: value for page in pages for name, value in page.changes(before).items()}
        if self.shops.terms != self._loaded.terms:
            changes["terms"] = self.shops.terms
        forgotten = self._loaded.mappings.keys() - self.files.mappings.keys()
        if forgotten:
            kept = before.mappings.items()
            changes["mappings"] = {signature: mapping for signature, mapping in kept if signature not in forgotten}
        return changes

    def _load(self) -> None:
        self.general.load(self._loaded)
        self.replies.load(self._loaded)
        self.words.load()
        self.desk.load(self._loaded)
        self.reminders.load(self._loaded)
        self.shops.load(self._loaded, self._shops)
        self.files.load(self._loaded)
        self.page_list.setCurrentRow(0)
        self._show_state()

    def _show_state(self) -> None:
        if any(page.has_fault for page in (self.general, self.replies, self.desk, self.reminders, self.shops)):
            self.apply_button.setEnabled(False)
            return
        self.apply_button.setEnabled(bool(self._changes(self._service.current)) or self.words.is_changed)

    def _connect(self) -> None:
        self.page_list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.general.changed.connect(self._on_general_changed)
        self.replies.changed.connect(self._show_state)
        self.words.changed.connect(self._show_state)
        self.desk.changed.connect(self._show_state)
        self.reminders.changed.connect(self._show_state)
        self.shops.changed.connect(self._show_state)
        self.files.changed.connect(self._show_state)
        self.defaults_button.clicked.connect(self._on_defaults_button_clicked)
        self.cancel_button.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        self.ok_button.clicked.connect(self.accept)
        self._theme.theme_changed.connect(self._on_theme_changed)
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(self._on_next_page)
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(self._on_previous_page)

    @property
    def _pages(
        self,
    ) -> tuple[GeneralPage, RepliesPage, WordsPage, DeskPage, RemindersPage, ShopsPage, FilesPage]:
        return self.general, self.replies, self.words, self.desk, self.reminders, self.shops, self.files

    def _on_general_changed(self) -> None:
        self._theme.set_scheme(Scheme(self.general.theme))
        self._show_state()

    def _on_defaults_button_clicked(self) -> None:
        self._pages[self._stack.currentIndex()].restore_defaults()

    def _on_theme_changed(self) -> None:
        for row, icon in enumerate(ICONS):
            self.page_list.item(row).setIcon(self._theme.icons.get(icon))

    def _on_next_page(self) -> None:
        self.page_list.setCurrentRow(min(self.page_list.currentRow() + 1, self._stack.count() - 1))

    def _on_previous_page(self) -> None:
        self.page_list.setCurrentRow(max(self.page_list.currentRow() - 1, 0))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.resize(760, 600)
        self.page_list.setProperty("variant", "choice")
        self.page_list.setAccessibleName(self.tr("Pages"))
        self.page_list.setIconSize(QSize(16, 16))
        names = [self.tr("General"), self.tr("Replies"), self.tr("Outgoing check"), self.tr("Desk")]
        names += [self.tr("Reminders"), self.tr("Shops"), self.tr("Data")]
        self.page_list.setFixedWidth(max(PAGE_LIST_WIDTH, BESIDE_NAME + max(width_of(name) for name in names)))
        for name in names:
            item = QListWidgetItem(name)
            item.setSizeHint(QSize(0, PAGE_HEIGHT))
            self.page_list.addItem(item)
        self._on_theme_changed()
        for page in self._pages:
            self._stack.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addWidget(self.page_list)
        body.addWidget(self._stack, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.defaults_button)
        buttons.addStretch(1)
        for button in (self.cancel_button, self.apply_button, self.ok_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(body, 1)
        layout.addWidget(self._trouble)
        layout.addWidget(HLine())
        layout.addLayout(buttons)
        self.ok_button.setDefault(True)


def shops_with_other_hours(before: Settings, after: Settings) -> list[str]:
    """Return the shops whose promise hours differ; "" stands for every shop without its own terms."""
    named = ({*before.terms, *after.terms}) - {ALL_SHOPS}
    shops = [ALL_SHOPS, *sorted(named)]
    return [shop for shop in shops if before.own_terms_of(shop).promise_hours != after.own_terms_of(shop).promise_hours]
