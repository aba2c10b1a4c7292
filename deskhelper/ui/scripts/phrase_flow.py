"""Libraries of phrases in and out: a file is chosen, read in the background, shown, taken, and taken back."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from deskhelper.core.errors import Problem, WorldError, problem_of
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.phrase import PhraseFile
from deskhelper.core.text import Lang
from deskhelper.services.imports import ImportCancelled
from deskhelper.services.phrase_imports import OnShare, PhraseImportService, Wish
from deskhelper.services.phrase_preview import AppliedImport, PhrasePreview, UndoneImport
from deskhelper.ui.scripts.export_dialog import PhraseExportDialog
from deskhelper.ui.scripts.import_dialog import PhraseImportDialog
from deskhelper.ui.scripts.mapping_dialog import PhraseMappingDialog
from deskhelper.ui.scripts.preview_check import PreviewCheck
from deskhelper.ui.scripts.preview_lines import PreviewLines, lines_of, with_counts
from deskhelper.ui.tasks import Progress, Task, Tasks
from deskhelper.ui.theme import Theme

T = TypeVar("T")
ENDINGS = "*.csv *.tsv *.txt *.xlsx *.xls *.xlsm *.ods *.yaml *.yml *.json *.db *.sqlite"


class PhraseFlow(QObject):
    """Leads through an import or an export, one at a time."""

    changed = Signal()
    """Scripts were added, changed, or taken back."""
    said = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        phrases: PhraseImportService,
        tasks: Tasks,
        theme: Theme,
        lang: Lang,
        told: Callable[[Problem], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._phrases = phrases
        self._tasks = tasks
        self._theme, self._lang, self._told = theme, lang, told
        self._window = window
        self._path = Path()
        self._preview: PhrasePreview | None = None
        self._applied: AppliedImport | None = None
        self._task: Task | None = None
        self._check: PreviewCheck | None = None
        self._lines: PreviewLines | None = None
        self.dialog: PhraseImportDialog | None = None
        self.mapping: PhraseMappingDialog | None = None
        """The dialogs that are open, if they are."""
        self.export_dialog: PhraseExportDialog | None = None

    def choose(self) -> None:
        """Ask for a file and show what it would do."""
        words = self.tr("Import scripts")
        kinds = self.tr("Libraries of phrases") + f" ({ENDINGS});;" + self.tr("All files") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, words, "", kinds)
        if name:
            self.start(Path(name))

    def start(self, path: Path) -> None:
        """Read a file in the background and show what it would do."""
        self._path, self._preview, self._applied, self._lines = path, None, None, None
        self.dialog = dialog = PhraseImportDialog(path.name, self._theme, self._lang, self._told, self._window)
        dialog.import_requested.connect(self._on_dialog_import_requested)
        dialog.undo_requested.connect(self.undo)
        dialog.finished.connect(self._on_dialog_finished)
        table = dialog.table
        check = PreviewCheck(self._phrases.findings, self._told, self._tasks, table.in_sight, table.free, dialog)
        check.found.connect(dialog.show_findings)
        self._check = check
        dialog.open()
        self._tasks.run(lambda _: self._phrases.read(path), self._on_read, self._on_failed, receiver=dialog)

    def undo(self) -> None:
        """Take the import back, in the background."""
        if self._applied is None or self.dialog is None:
            return
        try:
            work = self._phrases.prepare_undo(self._applied)
        except WorldError as error:
            self.dialog.show_problem(error.problem)
            return
        self.dialog.show_busy(self.tr("Undoing…"))
        self._tasks.run(lambda _: work(), self._on_undone, self._on_failed, receiver=self)

    def export(self, listed: Sequence[LibraryScript], everything: Sequence[LibraryScript], own: int) -> None:
        """Ask what is to be written, as what and where, and write it."""
        self.export_dialog = dialog = PhraseExportDialog(
            self._phrases.kinds, (own, len(listed), len(everything)), self._window
        )
        chosen: dict[str, Sequence[LibraryScript] | None] = {"own": None, "listed": listed, "all": everything}
        dialog.accepted.connect(lambda: self._write(dialog.kind.currentData(), chosen[dialog.what.currentData()]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, kind: str, scripts: Sequence[LibraryScript] | None) -> None:
        ending = self._phrases.kinds[kind]
        title = self.tr("Export scripts")
        suggestion = self.tr("scripts") + ending
        name, _ = QFileDialog.getSaveFileName(self._window, title, suggestion, f"*{ending} (*{ending})")
        if not name:
            return
        path = Path(name) if Path(name).suffix else Path(name).with_suffix(ending)
        try:
            report = self._phrases.export(path, kind, scripts)
        except WorldError as error:
            self.refused.emit(error.problem)
            return
        words = self.tr("Written: %n script(s) to {file}", "", report.written).format(file=path.name)
        self.said.emit(" ".join((words, *map(self._told, (*report.notes, *report.refused[:2])))))

    def _on_read(self, file: PhraseFile) -> None:
        if self.dialog is None:
            return
        if not file.look.needs_mapping:
            self._compare(None)
            return
        self.mapping = question = PhraseMappingDialog(file.look, self.dialog)
        question.accepted.connect(self._on_mapping_accepted)
        question.rejected.connect(self.dialog.reject)
        question.open()

    def _on_mapping_accepted(self) -> None:
        question, self.mapping = self.mapping, None
        if question is not None:
            self._phrases.remember_mapping(question.look, question.mapping)
            self._compare(question.mapping)

    def _compare(self, mapping: Mapping[str, str] | None) -> None:
        """Hold the file against the library, in the background."""
        check = self._check
        if self.dialog is None or check is None:
            return
        self.dialog.show_busy(self.tr("Comparing with the library…"))

        def prepare(tell: OnShare) -> Callable[[], tuple[PhrasePreview, PreviewLines]]:
            """Prepare a preview with its lines, those seen first checked."""
            compare, told = self._phrases.prepare(self._path, mapping, tell), self._told

            def work() -> tuple[PhrasePreview, PreviewLines]:
                preview = compare()
                lines = lines_of(preview, told)
                check.check_first(lines)
                return preview, with_counts(lines)

            return work

        self._start(prepare, self._on_compared)

    def _start(self, prepare: Callable[[OnShare], Callable[[], T]], done: Callable[[T], None]) -> None:
        """Run prepared work in the background, with its progress in the dialog; closing the dialog stops it.

        Work that was stopped too late is done, and told as such.
        """
        steps: list[Progress] = []

        def tell(share: float) -> bool:
            """Pass on how far it is; tell whether to go on."""
            steps[0].report(share)
            return not steps[0].is_cancelled

        results: list[T] = []

        def labour(progress: Progress) -> None:
            """Do the work; without a result where nobody waits for it any more."""
            steps.append(progress)
            with suppress(ImportCancelled):
                results.append(work())

        def end(_: None = None) -> None:
            """Hand over the result."""
            if results:
                done(results[0])

        work = prepare(tell)
        self._task = self._tasks.run(labour, end, self._on_failed, self._on_progress, receiver=self, cancelled=end)

    def _on_progress(self, share: float, _: dict[str, str | int]) -> None:
        if self.dialog is not None:
            self.dialog.show_share(share)

    def _on_compared(self, compared: tuple[PhrasePreview, PreviewLines]) -> None:
        self._preview, self._lines = compared
        if self.dialog is not None:
            self.dialog.show_preview(*compared)
            self._check_rest()

    def _check_rest(self) -> None:
        """Have the rows checked that are not, as long as the preview is looked at."""
        if self._check is not None and self._lines is not None:
            self._check.start(self._lines.lines)

    def _on_failed(self, error: Exception) -> None:
        if self.dialog is not None:
            if self._preview is not None and self._applied is None:
                self.dialog.show_again()
                self._check_rest()
            problem = problem_of(error)
            self.dialog.show_problem(problem)

    def _on_dialog_import_requested(self, wish: Wish) -> None:
        preview = self._preview
        if preview is not None and self.dialog is not None and self._check is not None:
            self._check.stop()
            self.dialog.show_busy(self.tr("Importing…"))
            self._start(lambda tell: self._phrases.prepare_apply(preview, wish, tell), self._on_kept)

    def _on_kept(self, end: Callable[[], AppliedImport]) -> None:
        try:
            self._applied = end()
        except WorldError as error:
            self._on_failed(error)
            return
        if self.dialog is not None:
            self.dialog.show_report(self._applied)
        else:
            self.said.emit(self.tr("The import was done before it could be stopped; Ctrl+Z takes it back."))
        self.changed.emit()

    def _on_undone(self, end: Callable[[], UndoneImport]) -> None:
        try:
            undone = end()
        except WorldError as error:
            self._on_failed(error)
            return
        self._applied = None
        if self.dialog is not None:
            self.dialog.show_undone(undone)
        self.changed.emit()

    def _on_dialog_finished(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._check is not None:
            self._check.stop()
        self._check = self._lines = None
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
