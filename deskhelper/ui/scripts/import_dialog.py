"""The preview of an import: what each row would do, what to do with what is there already; then what was done."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from deskhelper.core.errors import Problem
from deskhelper.core.library_script import Scope
from deskhelper.core.text import Lang
from deskhelper.services.phrase_imports import Wish
from deskhelper.services.phrase_preview import AppliedImport, Choice, PhrasePreview, UndoneImport
from deskhelper.ui.kit import Banner, ElidedLabel, FlowLayout, Tone, ghost_button, label, primary_button
from deskhelper.ui.scripts.comparison import Comparison
from deskhelper.ui.scripts.preview_check import Checked
from deskhelper.ui.scripts.preview_lines import LineKind, PreviewLines
from deskhelper.ui.scripts.preview_model import PreviewModel, choice_words, kind_words
from deskhelper.ui.scripts.preview_table import CHOICES, PreviewTable
from deskhelper.ui.scripts.words import read_path, scope_words
from deskhelper.ui.theme import Theme

WIDTH, HEIGHT, MARGIN = 1100, 720, 40


class PhraseImportDialog(QDialog):
    """Shows a preview and asks for its import; then shows the report and asks for its undo."""

    import_requested = Signal(object)
    """A Wish: how the preview is to be taken."""
    undo_requested = Signal()

    def __init__(
        self, file: str, theme: Theme, lang: Lang, told: Callable[[Problem], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._lang, self._told = theme, lang, told
        self._file = file
        self._remarked = self._unchecked = 0
        self._tabs_kinds: list[tuple[LineKind, ...] | None] = []
        self.model = PreviewModel(theme, self)
        self.table = PreviewTable(self.model)
        self._build()
        self._lay_out()
        self._connect()
        self.show_busy(self.tr("Reading the file…"))

    def show_busy(self, words: str) -> None:
        """Say what is under way."""
        self._head.setText(words)
        self._busy.setRange(0, 0)
        self._busy.show()
        self._work.setVisible(False)
        self.import_button.setEnabled(False)
        self.undo_button.hide()

    def show_share(self, share: float) -> None:
        """Say how much is done."""
        self._busy.setRange(0, 100)
        self._busy.setValue(round(share * 100))

    def show_preview(self, preview: PhrasePreview, shown: PreviewLines) -> None:
        """Show what an import would do: the lines of a preview."""
        self.model.show_lines(shown)
        self._remarked, self._unchecked = shown.remarked, shown.unchecked
        self._head.setText(f"{self._file} · {preview.look.title.within(self._lang)}")
        if preview.notes:
            self.banner.show_words(" ".join(map(self._told, preview.notes)), Tone.NEUTRAL)
        self._show_tabs(shown.counts)
        has_phrases = any(kind not in {LineKind.WORD, LineKind.PROBLEM} for kind in shown.counts)
        for part in (self.scope, self.category, self._scope_name, self._category_name):
            part.setVisible(has_phrases)
        self.table.selectRow(0)
        self.show_again()
        self._check.setVisible(self._unchecked > 0)
        self._show_check()

    def show_again(self) -> None:
        """Go back to the preview as it was left: with what is chosen and what is found."""
        self._busy.hide()
        self._work.show()
        self.table.setFocus()
        self._show_coming()

    def show_findings(self, checked: list[Checked]) -> None:
        """Show what the outgoing check has found in some lines."""
        self._remarked += self.model.show_findings(checked)
        self._unchecked -= len(checked)
        self._show_check()
        rows = self._selected()
        shown = self.model.line(rows[0]) if rows else None
        if any(line is shown and sentences for line, sentences in checked):
            self._show_comparison()

    def show_report(self, applied: AppliedImport) -> None:
        """Show what the import did, with the way back."""
        self._busy.hide()
        self._work.hide()
        parts = (
            (applied.added, self.tr("added")),
            (applied.replaced, self.tr("replaced")),
            (applied.words, self.tr("words added")),
            (applied.kept, self.tr("left as they were")),
            (len(applied.rejections), self.tr("not imported")),
        )
        said = " · ".join(f"{words} {count:,}" for count, words in parts if count)
        self._head.setText(self.tr("Imported: %s") % (said or self.tr("nothing")))
        self.banner.hide()
        self.import_button.hide()
        self.undo_button.setVisible(bool(applied.added or applied.replaced or applied.words))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()

    def show_undone(self, undone: UndoneImport) -> None:
        """Say that the import is taken back."""
        words = self.tr("The import is undone: the library is as it was.")
        if undone.edited:
            words = self.tr("The import is undone, but for %n script(s) edited since.", "", undone.edited)
        self._head.setText(words)
        self._busy.hide()

    def show_problem(self, problem: Problem) -> None:
        """Say what stands against it."""
        self._busy.hide()
        self.banner.show_words(self._told(problem), Tone.BAD)
        if not self.model.rowCount():
            self._head.setText(self._file)

    def wish(self) -> Wish:
        """Return how the preview is to be taken."""
        return Wish(
            dict(self.model.choices),
            Scope(self.scope.currentData()),
            read_path(self.category.text()),
            frozenset(self.model.left_out),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is no hidden OK: Ctrl+Enter imports."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _show_tabs(self, counts: Mapping[LineKind, int]) -> None:
        groups: list[tuple[str, tuple[LineKind, ...] | None]] = [(self.tr("All"), None)]
        groups += [(kind_words(kind), (kind,)) for kind in LineKind]
        blocked = self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._tabs_kinds = []
        for words, kinds in groups:
            count = sum(counts.get(kind, 0) for kind in kinds or LineKind)
            if count:
                self._tabs_kinds.append(kinds)
                self.tabs.addTab(f"{words} {count:,}")
        self.tabs.blockSignals(blocked)
        self._choosing.setVisible(LineKind.DUPLICATE in counts)

    def _show_check(self) -> None:
        """Say of how many lines something is said, and how many are yet to be checked."""
        if self._remarked:
            words = self.tr("With remarks %s") % f"{self._remarked:,}"
            if self._tabs_kinds[-1] == ():
                self.tabs.setTabText(self.tabs.count() - 1, words)
            else:
                self._tabs_kinds.append(())
                self.tabs.addTab(words)
        if self._unchecked > 0:
            left = self.tr("Outgoing check: %s rows to go. They can be imported before.") % f"{self._unchecked:,}"
        else:
            left = self.tr("Outgoing check: every row was looked at")
        self._check.set_words(left)

    def _show_coming(self) -> None:
        count = self.model.coming()
        self.import_button.setText(self.tr("Import %s    Ctrl+Enter") % f"{count:,}")
        self.import_button.setEnabled(count > 0)
        self._show_comparison()

    def _show_comparison(self) -> None:
        rows = self._selected()
        self._detail.show_line(self.model.line(rows[0]) if rows else None)

    def _selected(self) -> list[int]:
        return [index.row() for index in self.table.selectionModel().selectedRows()]

    def _on_tabs_current_changed(self, at: int) -> None:
        kinds = self._tabs_kinds[at]
        self.model.show_kinds(None if kinds == () else kinds, only_remarked=kinds == ())
        self.table.selectRow(0)
        self._show_comparison()

    def _on_table_choice_requested(self, choice: Choice) -> None:
        self.model.choose(self._selected(), choice)
        self._show_coming()

    def _on_table_leave_requested(self) -> None:
        self.model.leave_out(self._selected())
        self._show_coming()

    def _on_choice_clicked(self) -> None:
        self.model.choose_all(Choice(self.sender().property("choice")))
        self._show_coming()

    def _on_import_button_clicked(self) -> None:
        if self.import_button.isEnabled():
            self.import_requested.emit(self.wish())

    def _build(self) -> None:
        self._head = label(role="heading", wraps=True)
        self.banner = Banner(self._theme)
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Which rows"))
        self._check = ElidedLabel(self._theme, "", "remark")
        self._work, self._choosing, self._detail = QWidget(), QWidget(), Comparison()
        self.scope = QComboBox()
        for scope in (Scope.SHOP, Scope.PERSONAL):
            self.scope.addItem(scope_words(scope), scope)
        self.category = QLineEdit()
        self.category.setPlaceholderText(self.tr("as in the file"))
        self._scope_name, self._category_name = label(self.tr("For"), "muted"), label(self.tr("Put below"), "muted")
        self.scope.setAccessibleName(self.tr("For"))
        self.category.setAccessibleName(self.tr("Put below"))
        self.import_button = primary_button(self.tr("Import"))
        self.undo_button = ghost_button(self.tr("Undo the import"))
        self.undo_button.hide()
        self.close_button = ghost_button(self.tr("Cancel"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Import scripts"))
        over = self.parentWidget()
        room = over.window().size() if over is not None else QSize(WIDTH, HEIGHT)
        self.resize(min(WIDTH, room.width() - MARGIN), min(HEIGHT, room.height() - MARGIN))
        choosing = FlowLayout(self._choosing)
        choosing.addWidget(label(self.tr("All that are there already:"), "muted"))
        for number, choice in enumerate(CHOICES, 1):
            button = ghost_button(f"{choice_words(choice)}  {number}")
            button.setProperty("choice", choice)
            button.clicked.connect(self._on_choice_clicked)
            choosing.addWidget(button)
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self.tabs)
        work.addWidget(self.table, 1)
        work.addWidget(self._check)
        work.addWidget(self._choosing)
        work.addWidget(self._detail)
        where = FlowLayout()
        for field in (self._scope_name, self.scope, self._category_name, self.category):
            where.addWidget(field)
        work.addLayout(where)
        foot = QHBoxLayout()
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        for part in (self._head, self.banner, self._busy):
            column.addWidget(part)
        column.addWidget(self._work, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.table.choice_requested.connect(self._on_table_choice_requested)
        self.table.leave_requested.connect(self._on_table_leave_requested)
        self.table.selectionModel().selectionChanged.connect(self._show_comparison)
        self.import_button.clicked.connect(self._on_import_button_clicked)
        self.undo_button.clicked.connect(self.undo_requested)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_import_button_clicked)
