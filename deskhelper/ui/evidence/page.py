"""The page of a case's evidence: the clock, the checklist with its files, the log, and the pack for an appeal."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from deskhelper.core.errors import Problem
from deskhelper.core.evidence import OTHER, EvidenceFile
from deskhelper.core.moments import Instant
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView
from deskhelper.services.evidence import Added, EvidenceView
from deskhelper.services.evidence_packs import PackMade, PackPlan, PackVerdict
from deskhelper.ui.cases.open_case import OpenCase
from deskhelper.ui.evidence.clips import Clip, clips_of
from deskhelper.ui.evidence.layout import EvidenceLayout
from deskhelper.ui.evidence.pack_dialog import PackDialog
from deskhelper.ui.evidence.picture_dialog import PictureDialog
from deskhelper.ui.evidence.rows import missing_words, rows_of, size_words
from deskhelper.ui.evidence.thumbs import Thumbs
from deskhelper.ui.evidence.work import EvidenceWork
from deskhelper.ui.kit.documents import documents_folder
from deskhelper.ui.kit.page import Page
from deskhelper.ui.orders.time_dialog import TimeDialog
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

if TYPE_CHECKING:
    from deskhelper.ui.desk.services import Services

NARROW = 760
LEAST = 320
MOST_FAULTS = 4
"""Differences of a pack that are told at once; the command line tells all."""
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class EvidencePage(Page):
    """Shows the case at hand. One verb of the services for each gesture; copying and packing are tasks."""

    def __init__(
        self, services: "Services", theme: Theme, lang: Lang, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._theme, self._lang, self._tasks = services, theme, lang, tasks
        self._open_case: OpenCase | None = None
        self._shown: EvidenceView | None = None
        self._taken_off: list[list[int]] = []
        self._own: dict[str, str] = {}
        self._folder: Path | None = None
        self.parts = EvidenceLayout(self, theme, lang, services.clock.zone, self._take_key)
        self.list, self.log = self.parts.list, self.parts.log
        self._thumbs = Thumbs(self.list.rows, services.open_evidence, tasks, self)
        self.work = EvidenceWork(services, tasks, self)
        self._keys = self._own_keys()
        for listed in (self.list, self.log):
            listed.own_keys = {(Qt.Key(key) | held).toCombined() if held else key for key, held in self._keys}
        self.setMinimumWidth(LEAST)
        self._connect()

    @property
    def shown(self) -> EvidenceView | None:
        """The evidence as it is shown, None while there is no case."""
        return self._shown

    @property
    def is_busy(self) -> bool:
        """Whether files are being added, packed or proved."""
        return self.work.is_busy

    def show_case(self, open_case: OpenCase) -> None:
        """Show the case that is open on the desk."""
        self._open_case = open_case
        self.refresh()
        self.parts.focus()

    def wake(self) -> None:
        """Read anew."""
        self.refresh()
        self.parts.focus()

    def refresh(self) -> None:
        """Read the case anew, and stay where one stands."""
        view, before = self._case_view(), self._shown
        self._shown = None if view is None else self._services.open_evidence().look(view)
        self.parts.show_view(self._shown, self._services.clock.now())
        if self._shown is None:
            return
        row, is_other = self.list.current, before is None or before.case.case.id != self._shown.case.case.id
        self.list.rows.show_rows(rows_of(self._shown, self._lang, self._services.clock.zone))
        if row is None or is_other:
            missing = self._shown.checklist.missing
            self.list.stand_on(missing[0].key if missing else OTHER, None)
        else:
            self.list.stand_on(row.item, row.file.id if row.file else None)
        self._thumbs.load(self._shown.checklist.files)

    def tick(self) -> None:
        """Let the clock run."""
        if self._shown is not None:
            self.parts.clock.show_view(self._shown, self._services.clock.now())

    def step_back(self) -> None:
        """Stop what is on its way; else from the log to the list; else leave."""
        if self.work.is_busy:
            self.work.stop()
        elif not self.parts.show_list():
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one thing at a time where there is no room for two."""
        super().resizeEvent(event)
        self.parts.set_narrow(self.width() < NARROW)

    def paste(self) -> None:
        """Add what is on the clipboard, where it is a picture or files, for the item that one stands on."""
        self.paste_for(self._item())

    def paste_for(self, item: str) -> None:
        """Add what is on the clipboard for an item; OTHER for none."""
        clips = clips_of(QGuiApplication.clipboard().mimeData())
        if clips:
            self.add(clips, item)
        else:
            self.refused.emit(Problem("evidence_nothing"))

    def add(self, clips: Sequence[Clip], item: str) -> None:
        """Add files and pictures for an item of the checklist."""
        view = self._kept_view()
        if view is not None and not self.work.is_busy:
            self.work.add(view.case.id, item, clips)

    def choose_files(self) -> None:
        """Ask for files to add."""
        if self._shown is not None:
            files = self.ask_files()
            if files:
                self.add([Path(file) for file in files], self._item())

    def ask_files(self) -> list[str]:
        """Let the agent choose files."""
        return QFileDialog.getOpenFileNames(self, self.tr("Add evidence"))[0]

    def remove(self) -> None:
        """Take the selected files off; Ctrl+Z puts them back."""
        files = self.list.chosen_files()
        if files:
            self._services.open_evidence().remove(files)
            self._taken_off.append(files)
            self.said.emit(self.tr("%n file(s) taken off. Ctrl+Z puts them back.", "", len(files)))
            self._tell_changed()

    def undo(self) -> None:
        """Put back what was taken off last."""
        if self._taken_off:
            files = self._taken_off.pop()
            self._services.open_evidence().put_back(files)
            self.said.emit(self.tr("%n file(s) put back", "", len(files)))
            self._tell_changed()

    def open_file(self, file: EvidenceFile | None) -> None:
        """Show a picture large, or hand another file to the system."""
        if file is None:
            return
        service = self._services.open_evidence()
        if not service.path(file).exists():
            self.refused.emit(Problem("evidence_file_gone", {"file": file.name}))
        elif file.is_picture and self._shown is not None:
            pictures = [one for one in self._shown.checklist.files if one.is_picture]
            dialog = PictureDialog(pictures, pictures.index(file), service.path, self)
            self.ask(dialog)
            self.list.stand_on("", pictures[dialog.at].id)
            dialog.deleteLater()
        else:
            self.open_outside(service.path(file))

    def ask(self, dialog: PictureDialog | PackDialog | TimeDialog) -> bool:
        """Show a dialog; tell whether it was accepted."""
        return bool(dialog.exec())

    def open_outside(self, path: Path) -> None:
        """Hand a file or a folder to the system."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def edit_note(self) -> None:
        """Ask for the note on the file that one stands on."""
        row = self.list.current
        if row is not None and row.file is not None:
            note = self.ask_note(row.file)
            if note is not None:
                self._services.open_evidence().set_note(row.file.id, note)
                self.refresh()

    def ask_note(self, file: EvidenceFile) -> str | None:
        """Ask for a note, None where nothing is to change."""
        words, title = self.tr("What does it show?"), self.tr("Note")
        note, is_given = QInputDialog.getText(self, title, words, QLineEdit.EchoMode.Normal, file.note)
        return note if is_given else None

    def move_files(self) -> None:
        """Ask which item the selected files are for."""
        files = self.list.chosen_files()
        if files and self._shown is not None:
            words = {one.text.within(self._lang): one.key for one in self._shown.checklist.items}
            words[self.tr("Other evidence")] = OTHER
            missing = next((one.key for one in self._shown.checklist.missing), OTHER)
            chosen = self.ask_item(list(words), [*words.values()].index(missing))
            if chosen is not None:
                for file in files:
                    self._services.open_evidence().set_item(file, words[chosen])
                self.refresh()
                self.list.stand_on(words[chosen], files[0])

    def ask_item(self, items: list[str], offered: int) -> str | None:
        """Let the agent choose one of `items`, None where nothing is to change."""
        words = self.tr("Which item of the checklist is it for?")
        chosen, is_given = QInputDialog.getItem(self, self.tr("Move"), words, items, offered, False)
        return chosen if is_given else None

    def set_time(self) -> None:
        """Ask when the platform stepped in; its clock starts there."""
        shown, clock = self._shown, self._services.clock
        if shown is None:
            return
        at: Instant = clock.now() if shown.notice_at is None else shown.notice_at
        words = self.tr("When did the platform give notice? The clock for evidence starts there.")
        title = self.tr("Platform's notice")
        dialog = TimeDialog(title, words, at, clock.zone, self._lang, latest=clock.now(), parent=self)
        if self.ask(dialog):
            self._services.open_marks().set_platform_notice(shown.case.order, dialog.at)
            self._tell_changed()
        dialog.deleteLater()

    def pack(self) -> None:
        """Ask once, what is missing first, and make the pack."""
        view = self._kept_view()
        if view is None or self.work.is_busy:
            return
        packs = self._services.open_packs()
        plan = packs.plan(view)
        dialog = self._pack_dialog(plan)
        if self.ask(dialog):
            self._own[view.case.id], self._folder = dialog.words, dialog.path.parent
            self.work.pack(packs.plan(view, dialog.words), dialog.path)
        dialog.deleteLater()
        self.parts.focus()

    def verify(self) -> None:
        """Ask for a pack and prove it."""
        path = self.ask_pack()
        if path and not self.work.is_busy:
            self.work.prove(Path(path))

    def ask_pack(self) -> str:
        """Let the agent choose a pack, empty for none."""
        kind = self.tr("ZIP file") + " (*.zip)"
        return QFileDialog.getOpenFileName(self, self.tr("Prove a pack"), str(self._folder or ""), kind)[0]

    def _pack_dialog(self, plan: PackPlan) -> PackDialog:
        path = (self._folder or documents_folder()) / plan.name
        about = self.tr(
            "%n file(s), {size}, a statement as PDF, and a list to prove them by", "", len(plan.statement.exhibits)
        )
        own = self._own.get(plan.case.case.id, "")
        missing = missing_words(plan.missing, self._lang)
        return PackDialog(self._theme, missing, path, about.replace("{size}", size_words(plan.size)), own, self)

    def _case_view(self) -> CaseView | None:
        return self._open_case.view if self._open_case is not None else None

    def _kept_view(self) -> CaseView | None:
        """Return the case at hand, stored from now on: evidence must not hang on what was only looked at."""
        if self._open_case is None or self._open_case.view is None:
            self.refused.emit(Problem("evidence_no_case"))
            return None
        self._open_case.keep()
        return self._open_case.view

    def _item(self) -> str:
        row = self.list.current
        return row.item if row else OTHER

    def _on_work_added(self, item: str, added: Added) -> None:
        told = [self.tr("%n file(s) added", "", len(added.files))] if added.files else []
        told += [self.tr("%n file(s) there already", "", len(added.again))] if added.again else []
        self.said.emit(" · ".join(told))
        self._tell_changed()
        if added.files:
            self.list.stand_on(item, added.files[-1].id)

    def _on_work_packed(self, made: PackMade) -> None:
        self.said.emit(
            self.tr("Packed: {file}, {size}").replace("{file}", made.file.name).replace("{size}", size_words(made.size))
        )
        self._tell_changed()

    def _on_work_proved(self, verdict: PackVerdict) -> None:
        faults = verdict.look.faults
        if faults:
            told = [self._services.told(fault) for fault in faults[:MOST_FAULTS]]
            self.said.emit("\n".join([*told, *(["…"] if len(faults) > MOST_FAULTS else [])]))
            return
        words = self.tr("Whole: %n file(s) as they were packed", "", len(verdict.look.manifest.files))
        self.said.emit(
            words if verdict.is_known else self.tr("{words}; not made by this desk").replace("{words}", words)
        )

    def _on_work_stopped(self) -> None:
        self.said.emit(self.tr("Stopped; nothing was kept"))

    def _tell_changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _own_keys(self) -> dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]]:
        return {
            (Qt.Key.Key_V, CTRL): self.paste,
            (Qt.Key.Key_Z, CTRL): self.undo,
            (Qt.Key.Key_S, CTRL): self.pack,
            (Qt.Key.Key_A, NOTHING_HELD): self.choose_files,
            (Qt.Key.Key_Insert, NOTHING_HELD): self.choose_files,
            (Qt.Key.Key_N, NOTHING_HELD): self.edit_note,
            (Qt.Key.Key_M, NOTHING_HELD): self.move_files,
            (Qt.Key.Key_T, NOTHING_HELD): self.set_time,
            (Qt.Key.Key_P, NOTHING_HELD): self.verify,
            (Qt.Key.Key_L, NOTHING_HELD): self.parts.turn,
            (Qt.Key.Key_Delete, NOTHING_HELD): self.remove,
            (Qt.Key.Key_Return, NOTHING_HELD): self._open_current,
            (Qt.Key.Key_Enter, NOTHING_HELD): self._open_current,
        }

    def _take_key(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        verb = self._keys.get((Qt.Key(event.key()), held))
        if verb is None or (self._shown is None and verb != self.verify):
            return False
        verb()
        return True

    def _open_current(self) -> None:
        row = self.list.current
        if row is None or row.file is None:
            self.choose_files()
        else:
            self.open_file(row.file)

    def _connect(self) -> None:
        parts = self.parts
        parts.back_button.clicked.connect(self.closed)
        parts.add_button.clicked.connect(self.choose_files)
        parts.paste_button.clicked.connect(self.paste)
        parts.verify_button.clicked.connect(self.verify)
        parts.pack_button.clicked.connect(self.pack)
        parts.stop_button.clicked.connect(self.step_back)
        parts.clock.time_requested.connect(self.set_time)
        parts.empty.action_requested.connect(self.closed)
        self._connect_work()
        self.list.clips_dropped.connect(self.add)
        self.list.file_opened.connect(self.open_file)

    def _connect_work(self) -> None:
        self.work.progressed.connect(self.parts.show_progress)
        self.work.ended.connect(self.parts.hide_progress)
        self.work.added.connect(self._on_work_added)
        self.work.packed.connect(self._on_work_packed)
        self.work.proved.connect(self._on_work_proved)
        self.work.stopped.connect(self._on_work_stopped)
        self.work.refused.connect(self.refused)
