"""The warehouse's list (D-PRO-2): what is to be shipped with which batch; as a workbook, on paper, as PDF."""

from datetime import tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.moments import local, short_time
from deskhelper.core.text import Lang
from deskhelper.services.print_list import PrintList, PrintListService
from deskhelper.ui.kit import Card, EmptyState, FlowLayout, label, primary_button
from deskhelper.ui.kit.documents import documents_folder
from deskhelper.ui.kit.scroll import ScrollColumn
from deskhelper.ui.notices.print_paper import batch_name, html_of, print_title
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

WIDEST = 640
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PrintView(QFrame):
    """Shows the batches in short; X saves the workbook, P prints, D saves the PDF."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        theme: Theme,
        lang: Lang,
        zone: tzinfo,
        lists: PrintListService,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lang, self._zone, self._lists, self._tasks = lang, zone, lists, tasks
        self._made: PrintList | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._summary = label(role="muted", wraps=True)
        self._grid = QGridLayout()
        self._save: QPushButton = primary_button(self.tr("Save as XLSX    X"))
        self._print = QPushButton(self.tr("Print    P"))
        self._pdf = QPushButton(self.tr("PDF    D"))
        self._empty = EmptyState(theme)
        self._card = Card()
        self._lay_out()
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print_out)
        self._pdf.clicked.connect(self.save_pdf)

    def read(self) -> None:
        """Make the list in the background."""
        self._tasks.run(lambda progress: self._lists.make(), self.show_list, self._on_failed, receiver=self)

    def show_list(self, made: PrintList) -> None:
        """Show the batches in short."""
        self._made = made
        has_any = bool(made.count or made.held)
        self._card.setVisible(has_any)
        self._empty.setVisible(not has_any)
        if not has_any:
            words = self.tr("No order waits for shipping. Import the order file of today to have the list.")
            self._empty.show_words("printer", self.tr("Nothing to ship"), words)
            return
        parts = [self.tr("%n order(s) to ship", "", made.count)]
        if made.overdue:
            parts.append(self.tr("%n past the promise", "", made.overdue))
        if made.held:
            parts.append(self.tr("%n held back, after-sale is open", "", len(made.held)))
        lines = [" · ".join(parts)]
        if made.cut_offs:
            times = " · ".join(short_time(at, self._zone) for at in made.cut_offs)
            lines.append(self.tr("Next batches: %s") % times)
        else:
            lines.append(self.tr("Set the batches of the day in the settings (shops) to divide the list."))
        self._summary.setText("\n".join(lines))
        self._fill_grid(made)

    def save(self) -> None:
        """Ask where to, and write the workbook in the background."""
        path = self._ask(self.tr("Save the list"), ".xlsx")
        if path is not None:
            self._tasks.run(
                lambda progress: self._lists.save(path),
                partial(self._tell_saved, path.name),
                self._on_failed,
                receiver=self,
            )

    def save_pdf(self) -> None:
        """Ask where to, and write the PDF."""
        from deskhelper.ui.paper.paper import document_of, save_pdf

        path = self._ask(self.tr("Save the list"), ".pdf") if self._made is not None else None
        if path is None or self._made is None:
            return
        try:
            save_pdf(document_of(html_of(self._made, self._zone)), path, print_title(), self._lang)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        self.said.emit(self.tr("Saved: %s") % path.name)

    def print_out(self) -> None:
        """Print the list."""
        from deskhelper.ui.paper.paper import ask_and_print, document_of

        if self._made is not None and self._made.count:
            ask_and_print(document_of(html_of(self._made, self._zone)), print_title(), self, self._lang)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, print, or save as PDF."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self._made is None or not self._made.count:
            super().keyPressEvent(event)
        elif key in (*ENTER, Qt.Key.Key_X):
            self.save()
        elif key == Qt.Key.Key_P:
            self.print_out()
        elif key == Qt.Key.Key_D:
            self.save_pdf()
        else:
            super().keyPressEvent(event)

    def _ask(self, title: str, ending: str) -> Path | None:
        if self._made is None:
            return None
        name = f"{print_title()} {local(self._made.made_at, self._zone):%Y-%m-%d %H%M}{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(documents_folder() / name), f"*{ending}")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ending else path.with_name(path.name + ending)

    def _tell_saved(self, name: str, made: PrintList) -> None:
        self.said.emit(self.tr("Saved: %s") % name)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _fill_grid(self, made: PrintList) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        heads = (self.tr("Batch"), self.tr("Orders"), self.tr("Pieces"), self.tr("Past"))
        for column, words in enumerate(heads):
            self._grid.addWidget(label(words, "remark"), 0, column, _side(column))
        for row, batch in enumerate(made.batches, 1):
            late = sum(line.ship_by is not None and line.ship_by < made.made_at for line in batch.lines)
            pieces = sum(line.quantity for line in batch.lines)
            cells = (batch_name(batch.at, self._zone), str(len(batch.lines)), str(pieces), str(late) if late else "")
            for column, words in enumerate(cells):
                self._grid.addWidget(label(words, "body" if column else "strong"), row, column, _side(column))

    def _lay_out(self) -> None:
        self._card.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Print list"), "heading"))
        column.addWidget(self._summary)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        buttons = FlowLayout()
        for button in (self._save, self._print, self._pdf):
            buttons.addWidget(button)
        column.addLayout(buttons)
        inner = QWidget()
        outer = QVBoxLayout(inner)
        outer.setContentsMargins(0, 0, 4, 14)
        outer.addWidget(self._card)
        outer.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(ScrollColumn(inner))
        layout.addWidget(self._empty)
        self._card.hide()
        self._empty.hide()


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
