"""The import panel: every file of one import, how far it is, what it did, and what was not taken over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from deskhelper.core.errors import Problem
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.imports.card import FileCard, row_of
from deskhelper.ui.imports.rejections import RejectionModel, RejectionView
from deskhelper.ui.imports.run import FileRun, Step, summary_of
from deskhelper.ui.kit import ElidedLabel, HLine, ghost_button, label, primary_button
from deskhelper.ui.theme import Theme

LEAST_LIST, LEAST_TABLE = 96, 132
MOST_NAMED = 3
"""So many of the files that were left out are named."""


class FileList(QScrollArea):
    """The files below each other; asks for as much room as they need, and scrolls where it gets less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        files = QWidget()
        self._column = QVBoxLayout(files)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        self.setWidget(files)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(LEAST_LIST)

    def add(self, card: FileCard) -> None:
        """Show one more file."""
        self._column.insertWidget(self._column.count() - 1, card)

    def remove(self, card: FileCard) -> None:
        """Show a file no longer."""
        self._column.removeWidget(card)
        card.deleteLater()

    def sizeHint(self) -> QSize:
        """Return the height of all files at the present width."""
        width = self.viewport().width()
        return QSize(super().sizeHint().width(), self._column.totalHeightForWidth(width) + 2)

    def fill_room(self, is_alone: bool) -> None:
        """Take all room where the files are alone, else only what they need."""
        policy = QSizePolicy.Policy.Expanding if is_alone else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.updateGeometry()


class ImportDialog(QDialog):
    """Stays open beside the work while files come in. Esc and the cross cancel what runs, else they close it."""

    cancel_requested = Signal()
    save_requested = Signal(object)
    shop_change_requested = Signal(object)

    def __init__(self, theme: Theme, told: Callable[[Problem], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = told
        self.cards: list[FileCard] = []
        self.title = label(role="title", wraps=True)
        self.subtitle = label(role="muted", wraps=True)
        self.left_out = label(role="muted", wraps=True)
        self._left_out: list[str] = []
        self._files = FileList()
        self.rejections = RejectionModel(told, self)
        self.table = RejectionView(self.rejections)
        self._table_title = label(role="strong")
        self._more = ElidedLabel(theme, "", "remark")
        self._table_part = QWidget()
        self.copy_button = ghost_button(self.tr("Copy summary"))
        self.cancel_button = ghost_button(self.tr("Cancel"))
        self.close_button = primary_button(self.tr("Close"))
        self._lay_out()
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_button_clicked)
        self.close_button.clicked.connect(self.close)

    @property
    def is_running(self) -> bool:
        """Whether some file is not over yet."""
        return any(not card.run.is_over for card in self.cards)

    def clear(self) -> None:
        """Forget the files of the last import."""
        for card in self.cards:
            self._files.remove(card)
        self.cards = []
        self._left_out = []
        self.refresh()

    def add_left_out(self, names: Sequence[str]) -> None:
        """Say of these files that they were left out, since they are no tables."""
        self._left_out += names
        self.refresh()

    def add(self, run: FileRun) -> None:
        """Show one more file."""
        card = FileCard(run, self._theme, self._told)
        card.save_requested.connect(self.save_requested)
        card.shop_change_requested.connect(self.shop_change_requested)
        self.cards.append(card)
        self._files.add(card)
        self.refresh()

    def refresh_card(self, run: FileRun) -> None:
        """Show one file as it stands now."""
        for card in self.cards:
            if card.run is run:
                card.refresh()

    def refresh(self) -> None:
        """Show everything as it stands now."""
        for card in self.cards:
            card.refresh()
        title, subtitle = self._words()
        self.setWindowTitle(title)
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self.left_out.setText(self._left_out_words())
        self.left_out.setVisible(bool(self._left_out))
        self._show_rejections()
        is_running = self.is_running
        self.cancel_button.setVisible(is_running)
        self.close_button.setVisible(not is_running)
        self.copy_button.setVisible(not is_running and bool(self.cards))
        self.close_button.setDefault(not is_running)
        if not is_running:
            self.close_button.setFocus()

    def summary(self) -> str:
        """Return the outcome as text: the title, then a line per file."""
        lines = [self.title.text(), *filter(None, (self.subtitle.text(), self.left_out.text()))]
        return "\n".join([*lines, *(summary_of(card.run, card.notes) for card in self.cards)])

    def reject(self) -> None:
        """Cancel what runs, else close."""
        if self.is_running:
            self.cancel_requested.emit()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel what runs and stay to say so, else close."""
        if self.is_running:
            event.ignore()
            self.cancel_requested.emit()
            return
        event.accept()

    def _words(self) -> tuple[str, str]:
        runs = [card.run for card in self.cards]
        done = sum(run.step is Step.DONE for run in runs)
        over = sum(run.is_over for run in runs)
        if over < len(runs):
            if len(runs) == 1:
                return self.tr("Importing orders"), ""
            return self.tr("Importing file {number} of {count}").format(number=over + 1, count=len(runs)), ""
        if any(run.step is Step.CANCELLED for run in runs):
            if not done:
                return self.tr("Import cancelled"), self.tr("Nothing was changed; the order list is as before.")
            words = self.tr("{done} of {count} files were imported; nothing of the others was.")
            return self.tr("Import cancelled"), words.format(done=done, count=len(runs))
        if not done:
            return self.tr("Nothing was imported"), self.tr("The order list is as before.")
        if done < len(runs):
            words = self.tr("{done} of {count} files were imported; nothing of the others was.")
            return self.tr("Import finished, with errors"), words.format(done=done, count=len(runs))
        return self.tr("Import finished"), ""

    def _left_out_words(self) -> str:
        names, more = self._left_out[:MOST_NAMED], len(self._left_out) - MOST_NAMED
        if not names:
            return ""
        named = self.tr(", ").join(self.tr("“{file}”").format(file=name) for name in names)
        if more > 0:
            named = self.tr("{files} and %n more", "", more).format(files=named)
        return self.tr("Left out, for only CSV and Excel hold orders: {files}").format(files=named)

    def _show_rejections(self) -> None:
        reports = [card.run.report for card in self.cards if card.run.report and card.run.report.rejected]
        self._table_part.setVisible(bool(reports))
        self._files.fill_room(is_alone=not reports)
        if sum(len(report.rejected) for report in reports) == self.rejections.total:
            return
        self.rejections.show_rejections([(report.file, report.rejected) for report in reports])
        self.table.show_file_names(len(reports) > 1)
        self.table.fit_row_numbers()
        words = self.tr("Not taken over: {count}").format(count=f"{self.rejections.total:,}")
        self._table_title.setText(words)
        hidden = self.rejections.hidden
        more = self.tr("and {count} more; all of them are saved with the rejected rows.")
        self._more.set_words(more.format(count=f"{hidden:,}"))
        self._more.setVisible(hidden > 0)

    def _lay_out(self) -> None:
        self.resize(720, 620)
        self.setMinimumSize(420, 300)
        part = QVBoxLayout(self._table_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(8)
        part.addLayout(row_of(self._table_title, self._more, stretched=self._more))
        part.addWidget(self.table, 1)
        self.table.setMinimumHeight(LEAST_TABLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(self._heading())
        layout.addWidget(self._files)
        layout.addWidget(self._table_part, 1)
        layout.addWidget(HLine())
        layout.addLayout(self._buttons())
        self._table_part.hide()
        self.refresh()

    def _heading(self) -> QVBoxLayout:
        heading = QVBoxLayout()
        heading.setSpacing(4)
        for words in (self.title, self.subtitle, self.left_out):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            heading.addWidget(words)
        return heading

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.close_button)
        return buttons

    def _on_copy_button_clicked(self) -> None:
        Clipboard().put(self.summary())

    def _on_cancel_button_clicked(self) -> None:
        self.cancel_requested.emit()
