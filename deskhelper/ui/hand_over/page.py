"""The page of the hand-over: notes to write and tick, everything that is open, paper and PDF."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QTextBrowser, QVBoxLayout, QWidget

from deskhelper.core.errors import WorldError
from deskhelper.core.hand_over import HandOver, ShiftNote
from deskhelper.core.text import Lang
from deskhelper.services.clock import Clock
from deskhelper.services.hand_over import HandOverService
from deskhelper.ui.hand_over.notes import Notes
from deskhelper.ui.hand_over.writer import CASE_LINK, HandOverWriter, save_hand_over
from deskhelper.ui.kit import IconButton, ghost_button, primary_button
from deskhelper.ui.kit.documents import documents_folder
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page import Page
from deskhelper.ui.kit.page_head import EDGE, NARROW, PageHead
from deskhelper.ui.paper.fragments import keep_heading_sizes
from deskhelper.ui.paper.paper import ask_and_print, document_of
from deskhelper.ui.tasks import Progress, Task, Tasks
from deskhelper.ui.theme import Theme
from deskhelper.ui.theme.fonts import BODY, HEADING, REMARK

SCREEN = """
h2 {{ font-size: {heading}px; margin: 16px 0 6px 0; }}
p {{ margin: 4px 0; }}
a {{ color: {accent}; text-decoration: none; }}
table {{ border-collapse: collapse; margin-bottom: 12px; }}
th {{ text-align: left; color: {muted}; font-weight: normal; font-size: {remark}px; padding: 4px 16px 4px 0px;
      border-bottom: 1px solid {line}; }}
td {{ padding: 8px 16px 8px 0px; border-bottom: 1px solid {line}; font-size: {body}px; }}
.muted {{ color: {muted}; font-size: {remark}px; }}
.bad {{ color: {bad}; }}
"""


class HandOverPage(Page):
    """What the next shift has to know. Ctrl+S saves a PDF, Ctrl+P prints; either remembers who handed over."""

    def __init__(
        self,
        service: HandOverService,
        clock: Clock,
        theme: Theme,
        lang: Lang,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._clock, self._theme, self._lang, self._tasks = service, clock, theme, lang, tasks
        self._over: HandOver | None = None
        self._before: ShiftNote | None = None
        self._is_narrow = False
        self._reading: Task | None = None
        self._writer = HandOverWriter(clock.zone, lang, self)
        self.notes = Notes(clock.zone, lang)
        self.lists = QTextBrowser()
        self.pdf_button = primary_button(self.tr("PDF"))
        self.print_button = ghost_button(self.tr("Print"))
        self.back_button = IconButton(theme, "chevron-left", self.tr("Back  (Esc)"))
        self._lay_out()
        self._connect()

    def wake(self) -> None:
        """Gather anew, and take the keys: a note is what one comes to write."""
        self.refresh()
        self.notes.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Gather in the background; what is shown stays until it has come."""
        self._show_notes()
        if self._reading is not None:
            self._reading.cancel()

        def work(progress: Progress) -> HandOver:
            return self._service.read()

        self._reading = self._tasks.run(work, self._on_read, self._on_read_failed, receiver=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn from columns to cards and back."""
        super().resizeEvent(event)
        if self._is_narrow is not (self.width() < NARROW):
            self._is_narrow = not self._is_narrow
            self._show()

    def step_back(self) -> None:
        """From the notes that are typed into to the page, then back."""
        focus = QApplication.focusWidget()
        if focus is self.notes.line and self.notes.line.text():
            self.notes.line.clear()
        elif focus is not None and self.notes.list.isAncestorOf(focus) and focus is not self.notes.list:
            self.notes.list.setFocus()
        else:
            self.closed.emit()

    def save(self, path: Path) -> bool:
        """Write the hand-over to a PDF and remember that it was handed over; tell whether it could be."""
        over = self._gathered()
        try:
            save_hand_over(over, path, self._clock.zone, self._lang)
        except WorldError as error:
            self.refused.emit(error.problem)
            return False
        self._hand_over(self.tr("Saved: %1").replace("%1", path.name))
        return True

    def undo(self) -> None:
        """Put the note back that was done with, changed or deleted last."""
        if self._before is not None:
            note, self._before = self._before, None
            self._service.put_back(note)
            self.said.emit(self.tr("Taken back"))
            self.refresh()

    def print_out(self) -> None:
        """Ask for a printer and print the hand-over."""
        over = self._gathered()
        if ask_and_print(document_of(self._writer.paper(over)), self._writer.title(over), self, self._lang):
            self._hand_over(self.tr("Sent to the printer"))

    def _gathered(self) -> HandOver:
        """Return what is open now: paper must not be older than the last tick."""
        return self._service.read()

    def _hand_over(self, words: str) -> None:
        self._service.handed_over()
        self.said.emit(words)
        self.refresh()

    def _show_notes(self) -> None:
        self.notes.list.show_notes(self._service.notes(), self._clock.now())

    def _keep(self, verb: Callable[[], ShiftNote | None], words: str) -> None:
        self._before = verb()
        self.refresh()
        if self._before is not None:
            self.did.emit(words, self.undo)

    def _show(self) -> None:
        over = self._over
        if over is None:
            return
        colours = {name: self._theme.color(name).name() for name in ("muted", "line", "bad", "accent")}
        sheet = SCREEN.format(heading=HEADING, remark=REMARK, body=BODY, **colours)
        self._head.show_remark(self._writer.head(over))
        at = self.lists.verticalScrollBar().value()
        self.lists.document().setDefaultStyleSheet(sheet)
        words = self._writer.lists(over, self._is_narrow)
        self.lists.setHtml(f"<div style='color:{self._theme.color('text').name()}'>{words}</div>")
        keep_heading_sizes(self.lists.document())
        self.lists.verticalScrollBar().setValue(at)

    def _on_lists_anchor_clicked(self, url: QUrl) -> None:
        kind, _, name = url.toString().partition(":")
        if f"{kind}:" == CASE_LINK:
            self.case_wanted.emit(name)
        else:
            platform, _, order_no = name.partition("/")
            self.order_wanted.emit(platform, order_no)

    def _on_read(self, over: HandOver) -> None:
        self._over = over
        self._show()

    def _on_read_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _on_notes_added(self, words: str) -> None:
        self._service.add_note(words)
        self.refresh()

    def _on_notes_ticked(self, note: int, is_done: bool) -> None:
        words = self.tr("Note done") if is_done else self.tr("Note open again")
        self._keep(lambda: self._service.tick_note(note, is_done), words)

    def _on_notes_edited(self, note: int, words: str) -> None:
        told = self.tr("Note changed") if words.strip() else self.tr("Note taken away")
        self._keep(lambda: self._service.edit_note(note, words), told)

    def _on_save_asked(self) -> None:
        over = self._over
        if over is None:
            return
        name = self._writer.title(over).replace(":", "-").replace(" ", "_")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the hand-over"), str(documents_folder() / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if chosen:
            self.save(Path(chosen))

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        self.lists.setOpenLinks(False)
        self.lists.setFrameShape(QFrame.Shape.NoFrame)
        self.lists.setProperty("variant", "page")
        self.lists.document().setDocumentMargin(0)
        self.lists.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lists.setAccessibleName(self.tr("What is open"))
        self.pdf_button.setToolTip(self.tr("Save as PDF, to be searched  (Ctrl+S)"))
        self.print_button.setToolTip(self.tr("Print  (Ctrl+P)"))
        buttons = (self.print_button, self.pdf_button)
        self._head = PageHead(self._theme, self.tr("Hand-over"), actions=buttons, before=self.back_button)
        body = QVBoxLayout()
        body.setContentsMargins(EDGE, 12, EDGE, 0)
        body.setSpacing(8)
        body.addWidget(self.notes)
        body.addWidget(self.lists, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(body, 1)
        column.addWidget(
            KeyLine(self.tr("Enter keep the note · Space done · F2 edit · Del delete · Ctrl+S PDF · Ctrl+P print"))
        )

    def _connect(self) -> None:
        self.notes.added.connect(self._on_notes_added)
        # later: the list must not be built anew while it tells of a change
        self.notes.list.ticked.connect(self._on_notes_ticked, Qt.ConnectionType.QueuedConnection)
        self.notes.list.edited.connect(self._on_notes_edited, Qt.ConnectionType.QueuedConnection)
        self.lists.anchorClicked.connect(self._on_lists_anchor_clicked)
        self.back_button.clicked.connect(self.closed)
        self.pdf_button.clicked.connect(self._on_save_asked)
        self.print_button.clicked.connect(self.print_out)
        self._theme.theme_changed.connect(self._show)
        for keys, slot in (("Ctrl+S", self._on_save_asked), ("Ctrl+P", self.print_out), ("Ctrl+Z", self.undo)):
            QShortcut(QKeySequence(keys), self, slot, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
