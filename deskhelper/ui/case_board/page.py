"""The page of the cases board: read in the background, searched at once; keys say of a case what it does not tell."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from deskhelper.core.case_board import CaseLine, found, put_in, summary_of
from deskhelper.core.case_care import Stage
from deskhelper.core.errors import WorldError
from deskhelper.core.text import Lang
from deskhelper.services.case_board import CaseBefore, CaseBoard, CaseBoardService
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.ui.case_board.bar import CaseBar
from deskhelper.ui.case_board.deadline_dialog import DeadlineDialog
from deskhelper.ui.case_board.delegate import CaseDelegate
from deskhelper.ui.case_board.header import ColumnNames
from deskhelper.ui.case_board.model import CaseBoardModel, Field
from deskhelper.ui.case_board.rows import CaseRows
from deskhelper.ui.case_board.words import room_of, stage_tag
from deskhelper.ui.kit import EmptyState
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page import Page
from deskhelper.ui.tasks import Progress, Task, Tasks
from deskhelper.ui.theme import Theme

HAND_OVER = "hand_over"
"""The page of the hand-over."""


class CaseBoardPage(Page):
    """Every case that is not closed, the closed ones of late on demand."""

    def __init__(
        self,
        service: CaseBoardService,
        settings: SettingsService,
        clock: Clock,
        theme: Theme,
        lang: Lang,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._settings, self._clock, self._lang, self._tasks = service, settings, clock, lang, tasks
        self._board = CaseBoard()
        self._has_read = False
        self._seen: object = None
        self._reading: Task | None = None
        self._last: CaseBefore | None = None
        self.bar = CaseBar(theme, lang)
        self.model = CaseBoardModel(clock.zone, lang, self)
        self._delegate = CaseDelegate(theme, self)
        self.names = ColumnNames(theme)
        self.rows = CaseRows(self._delegate, self.model)
        # over the rows, which keep the keys where none is left
        self.empty = EmptyState(theme, self.rows.viewport())
        self.empty.hide()
        self._lay_out()
        self._connect()

    def wake(self) -> None:
        """Read the board anew where anything was stored since, and take the keys."""
        self.tick()
        if self._seen != self._service.changes_seen:
            self.refresh()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the board in the background; what is shown stays until it has come."""
        if self._reading is not None:
            self._reading.cancel()
        self._seen = self._service.changes_seen
        has_closed = self.bar.wanted.stage is Stage.DONE

        def work(progress: Progress) -> CaseBoard:
            return self._service.read(has_closed)

        self._reading = self._tasks.run(work, self._on_read, self._on_read_failed, receiver=self)

    def tick(self) -> None:
        """Tell the time anew."""
        self.model.set_now(self._clock.now(), self._settings.current.due_hours)

    def step_back(self) -> None:
        """From a field to the list, from what is looked for to all cases, then back to the work."""
        focus = QApplication.focusWidget()
        if focus is not None and focus is not self.rows and self.isAncestorOf(focus):
            self.rows.setFocus()
        elif not self.bar.clear():
            self.closed.emit()

    def undo(self) -> None:
        """Take the last change back."""
        if self._last is not None:
            before, self._last = self._last, None
            self._service.put_back(before)
            self.said.emit(self.tr("Taken back"))
            self._take_in(before.case_id)

    def _keep(self, verb: Callable[[], CaseBefore], words: str) -> None:
        """Do what a key asked for, show it, and offer the way back."""
        try:
            self._last = verb()
        except WorldError as error:
            self.refused.emit(error.problem)
            self.refresh()
            return
        self._take_in(self._last.case_id)
        self.did.emit(words, self.undo)

    def _take_in(self, case_id: str) -> None:
        """Show one case anew, in its place; what else has changed comes with the next reading."""
        line = self._service.line(case_id)
        if line.is_open or self._board.has_closed:
            lines = put_in(self._board.lines, line)
        else:
            lines = [other for other in self._board.lines if other.id != case_id]
        owners = {*self._board.summary.owners, line.standing.owner}
        self._board = replace(self._board, lines=lines, summary=summary_of(lines, owners))
        self._seen = self._service.changes_seen
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        chosen, row = self.rows.chosen, self.rows.currentIndex().row()
        self.bar.show_summary(self._board.summary)
        self._delegate.owners = self._board.summary.owners
        self._delegate.words = room_of(title.within(self._lang) for title in self._board.summary.flows.values())
        self.names.set_words(self._delegate.words)
        wanted = self.bar.wanted
        lines = found(self._board.lines, wanted)
        self.model.show_lines(lines)
        self.bar.show_count(len(lines), self._board.left_off)
        stays = self.model.row_of(chosen.id) if chosen is not None else None
        self.rows.choose(max(row, 0) if stays is None else stays)
        self._say_empty(wanted.is_any)
        self.empty.setVisible(not lines and self._has_read)

    def _say_empty(self, is_any: bool) -> None:
        self.empty.resize(self.rows.viewport().size())
        if is_any:
            sentence = self.tr("Answer a question of an order, and its case stands here until it is done.")
            self.empty.show_words("circle-check", self.tr("No open case"), sentence)
        else:
            sentence = self.tr("Esc shows all open cases again.")
            self.empty.show_words("search-x", self.tr("No such case"), sentence, self.tr("Show all"))

    def _on_read(self, board: CaseBoard) -> None:
        self._board, self._has_read = board, True
        self._show()

    def _on_read_failed(self, error: Exception) -> None:
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _on_bar_changed(self) -> None:
        if self.bar.wanted.stage is Stage.DONE and not self._board.has_closed:
            self.refresh()
        self._show()

    def _on_bar_left(self) -> None:
        self.rows.setFocus()

    def _on_bar_hand_over_requested(self) -> None:
        self.page_wanted.emit(HAND_OVER)

    def _on_rows_room_changed(self, width: int) -> None:
        self.names.fit(width)
        self.empty.resize(self.rows.viewport().size())

    def _on_rows_stage_chosen(self, case_id: str, stage: Stage | None) -> None:
        words = self.tr("State: as the case tells") if stage is None else stage_tag(stage).words
        self._keep(lambda: self._service.set_stage(case_id, stage), words)

    def _on_rows_complaint_toggled(self, line: CaseLine) -> None:
        is_complaint = not line.standing.is_complaint
        words = self.tr("Marked as a complaint") if is_complaint else self.tr("No complaint any more")
        self._keep(lambda: self._service.set_complaint(line.id, is_complaint), words)

    def _on_rows_deadline_requested(self, line: CaseLine) -> None:
        dialog = DeadlineDialog(line.standing, self._clock, self._lang, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            due_at = None if dialog.is_none else dialog.at
            words = self.tr("Deadline: as the case tells") if due_at is None else self.tr("Deadline set")
            self._keep(lambda: self._service.set_deadline(line.id, due_at), words)
        dialog.deleteLater()
        self.rows.setFocus()

    def _on_model_typed(self, case_id: str, field: Field, words: str) -> None:
        if field is Field.OWNER:
            self._keep(lambda: self._service.set_owner(case_id, words), self.tr("Owner set"))
        else:
            self._keep(lambda: self._service.set_next_step(case_id, words), self.tr("Next step set"))

    def _lay_out(self) -> None:
        self.setProperty("ground", "surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.names)
        column.addWidget(self.rows, 1)
        column.addWidget(
            KeyLine(
                self.tr("Enter open · 1–5 state · O owner · N next step · D deadline · C complaint · / filter · U undo")
            )
        )

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_bar_changed)
        self.bar.left.connect(self._on_bar_left)
        self.bar.hand_over_requested.connect(self._on_bar_hand_over_requested)
        self.empty.action_requested.connect(self.bar.clear)
        self.model.typed.connect(self._on_model_typed, Qt.ConnectionType.QueuedConnection)
        self.rows.open_requested.connect(self.case_wanted)
        self.rows.stage_chosen.connect(self._on_rows_stage_chosen)
        self.rows.complaint_toggled.connect(self._on_rows_complaint_toggled)
        self.rows.deadline_requested.connect(self._on_rows_deadline_requested)
        self.rows.search_requested.connect(self.bar.words.setFocus)
        self.rows.filter_turned.connect(self.bar.turn)
        self.rows.room_changed.connect(self._on_rows_room_changed)
        self.rows.undo_requested.connect(self.undo)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
