"""The import as the user goes through it: file after file, asked about where needed, written in the background."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from deskhelper.core.errors import Problem, WorldError, problem_of
from deskhelper.core.export_profile import FileLook
from deskhelper.core.imported import ImportReport
from deskhelper.services.imports import ImportCancelled, ImportProgress, ImportService
from deskhelper.ui.imports.dialog import ImportDialog
from deskhelper.ui.imports.files import all_files, name_filter, order_files, other_files
from deskhelper.ui.imports.mapping import MappingDialog
from deskhelper.ui.imports.run import FileRun, Step
from deskhelper.ui.imports.shop import ShopDialog
from deskhelper.ui.tasks import Progress, Tasks
from deskhelper.ui.theme import Theme


class ImportFlow(QObject):
    """Owned by the main window, which calls `start` and looks at its orders again on `orders_changed`.

    `shops` returns the names of the shops that have orders; `told` makes a sentence of a problem.
    """

    orders_changed = Signal()
    """A file brought new or changed orders."""

    finished = Signal()
    """Every file of this import is over, well or not."""

    def __init__(
        self,
        service: ImportService,
        tasks: Tasks,
        theme: Theme,
        told: Callable[[Problem], str],
        shops: Callable[[], list[str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._theme = theme
        self._told = told
        self._shops = shops
        self._window = parent
        self._runs: list[FileRun] = []
        self._is_busy = False
        self.question: QDialog | None = None
        """The dialog that asks about the present file, if one does."""
        self.dialog = ImportDialog(theme, told, parent)
        self.dialog.cancel_requested.connect(self.cancel)
        self.dialog.save_requested.connect(self._on_save_requested)
        self.dialog.shop_change_requested.connect(self._on_shop_change_requested)

    @property
    def is_running(self) -> bool:
        """Whether files are still coming in."""
        return self._is_busy

    def choose(self) -> None:
        """Ask for files and import them."""
        words = self.tr("Import orders")
        names, _ = QFileDialog.getOpenFileNames(self._window, words, "", name_filter(self.tr("Order files")))
        self.start([Path(name) for name in names])

    def start(self, files: Iterable[Path]) -> None:
        """Import `files`, folders replaced by their files; those that are under way already are not taken twice.

        Those that cannot hold orders are named.
        """
        files = all_files(files)
        if not self._is_busy:
            self._runs = []
            self.dialog.clear()
        taken = {run.path for run in self._runs if not run.is_over}
        for path in order_files(files):
            if path not in taken:
                run = FileRun(path)
                self._runs.append(run)
                self.dialog.add(run)
        others = other_files(files)
        self.dialog.add_left_out([file.name for file in others])
        if not self._runs and not others:
            return
        self.dialog.show()
        self.dialog.activateWindow()
        if not self._is_busy and self._runs:
            self._is_busy = True
            self._next()

    def cancel(self) -> None:
        """Stop the present file and leave out those that wait; what was imported before stays."""
        for run in self._runs:
            if run.step in {Step.WAITING, Step.ASKING}:
                run.step = Step.CANCELLED
            elif run.is_running:
                run.step = Step.STOPPING
                run.stop.set()
        question, self.question = self.question, None
        if question is not None:
            question.reject()
        self._refresh_or_finish()

    def _next(self) -> None:
        """Begin with the next file that waits, or be done."""
        run = next((run for run in self._runs if run.step is Step.WAITING), None)
        if run is None:
            self._refresh_or_finish()
            return
        run.step = Step.LOOKING
        self.dialog.refresh()
        self._tasks.run(
            lambda _progress: self._service.look(run.path),
            lambda look: self._on_looked(run, look),
            lambda error: self._on_failed(run, error),
            receiver=self,
        )

    def _refresh_or_finish(self) -> None:
        self.dialog.refresh()
        if self._is_busy and all(run.is_over for run in self._runs):
            self._is_busy = False
            self.finished.emit()

    def _on_looked(self, run: FileRun, look: FileLook) -> None:
        if run.stop.is_set():
            self._end(run, Step.CANCELLED)
            return
        run.look = look
        run.platform = self._service.platform_of(look)
        if self._service.needs_mapping(look):
            self._ask(run, MappingDialog(look, self._theme, self.dialog), self._on_mapped)
        else:
            self._settle_shop(run)

    def _ask(self, run: FileRun, question: QDialog, answered: Callable[[FileRun, QDialog], None]) -> None:
        """Show a question over the panel; `answered` goes on, Esc leaves the file out."""
        run.step = Step.ASKING
        self.dialog.refresh()
        self.question = question
        question.accepted.connect(lambda: answered(run, self._taken_question()))
        question.rejected.connect(lambda: self._on_question_rejected(run))
        question.finished.connect(question.deleteLater)
        question.open()

    def _taken_question(self) -> QDialog:
        question, self.question = self.question, None
        assert question is not None
        return question

    def _on_question_rejected(self, run: FileRun) -> None:
        if self.question is not None:
            self.question = None
            self._end(run, Step.CANCELLED)

    def _on_mapped(self, run: FileRun, question: QDialog) -> None:
        assert isinstance(question, MappingDialog)
        assert run.look is not None
        try:
            self._service.remember_mapping(run.look, question.mapping)
        except WorldError as error:
            self._on_failed(run, error)
            return
        self._settle_shop(run)

    def _settle_shop(self, run: FileRun) -> None:
        """Find the shop of the file: the file's own, else the last one, else ask."""
        assert run.look is not None
        if self._service.kind_of(run.look) != "orders":
            self._import(run)
            return
        own = self._service.own_shop(run.look)
        run.names_shop = bool(own)
        run.shop = own or self._service.shop_for(run.platform)
        if run.shop:
            self._import(run)
        else:
            self._ask(run, self._shop_dialog(run), self._on_shop_named)

    def _shop_dialog(self, run: FileRun) -> ShopDialog:
        known = sorted({*self._service.known_shops(), *self._shops()})
        last = run.shop or (known[0] if len(known) == 1 else "")
        file = "" if run.is_over else run.path.name
        return ShopDialog(file, known, last, self._theme, self.dialog)

    def _on_shop_named(self, run: FileRun, question: QDialog) -> None:
        assert isinstance(question, ShopDialog)
        run.shop = question.shop
        self._import(run)

    def _import(self, run: FileRun) -> None:
        """Write the file in the background. The shop is remembered here, on the window's thread."""
        try:
            if run.shop:
                self._service.set_shop(run.platform, run.shop)
        except WorldError as error:
            self._on_failed(run, error)
            return
        run.step = Step.IMPORTING
        self.dialog.refresh()

        def work(progress: Progress) -> ImportReport | None:
            def on_progress(now: ImportProgress) -> bool:
                left = -1 if now.seconds_left is None else round(now.seconds_left)
                progress.report(now.share, rows=now.rows, rate=round(now.rate), left=left)
                return not (run.stop.is_set() or progress.is_cancelled)

            try:
                report = self._service.run(run.path, run.shop or None, on_progress)
            except ImportCancelled:
                return None
            run.refused_rows = sum(not rejection.kept for rejection in report.rejected)
            return report

        self._tasks.run(
            work,
            lambda report: self._on_imported(run, report),
            lambda error: self._on_failed(run, error),
            lambda share, values: self._on_progress(run, share, values),
            receiver=self,
        )

    def _on_progress(self, run: FileRun, share: float, values: dict[str, str | int]) -> None:
        run.share = share
        run.rows, run.rate, run.seconds_left = (int(values[name]) for name in ("rows", "rate", "left"))
        self.dialog.refresh_card(run)

    def _on_imported(self, run: FileRun, report: ImportReport | None) -> None:
        """Take the result as it is: a wish to stop that came after the last row is too late, and not claimed."""
        run.report = report
        if report is not None and (report.new or report.updated):
            self.orders_changed.emit()
        if report is not None and not any(
            (report.new, report.updated, report.unchanged, report.rejected, report.notes)
        ):
            words = self.tr("“{file}” has no rows below its header: there was nothing to import.")
            run.remark = words.replace("{file}", run.path.name)
        self._end(run, Step.CANCELLED if report is None else Step.DONE)

    def _on_failed(self, run: FileRun, error: Exception) -> None:
        if run.stop.is_set():
            self._end(run, Step.CANCELLED)
            return
        problem = problem_of(error)
        run.trouble = self._told(problem)
        self._end(run, Step.FAILED)

    def _end(self, run: FileRun, step: Step) -> None:
        run.step = step
        self._next()

    def _on_save_requested(self, run: FileRun) -> None:
        rejected = self.tr("rejected")
        suggestion = run.path.with_name(f"{run.path.stem} {rejected}.csv")
        title = self.tr("Save rejected rows")
        name, _ = QFileDialog.getSaveFileName(self.dialog, title, str(suggestion), "CSV (*.csv)")
        report = run.report
        if not name or report is None:
            return
        path = Path(name)
        self._tasks.run(
            lambda _progress: self._service.save_rejected(report, path, self._told),
            lambda rows: self._on_saved(run, path, rows),
            lambda error: self._on_not_saved(run, error),
            receiver=self,
        )

    def _on_saved(self, run: FileRun, path: Path, rows: int) -> None:
        run.remark = self.tr("Saved {count} rows to {file}.").format(count=f"{rows:,}", file=path.name)
        self.dialog.refresh_card(run)

    def _on_not_saved(self, run: FileRun, error: Exception) -> None:
        problem = problem_of(error)
        run.remark = self._told(problem)
        self.dialog.refresh_card(run)

    def _on_shop_change_requested(self, run: FileRun) -> None:
        self.question = question = self._shop_dialog(run)
        question.accepted.connect(lambda: self._on_next_shop_named(run, self._taken_question()))
        question.rejected.connect(self._on_next_shop_rejected)
        question.finished.connect(question.deleteLater)
        question.open()

    def _on_next_shop_named(self, run: FileRun, question: QDialog) -> None:
        assert isinstance(question, ShopDialog)
        try:
            self._service.set_shop(run.platform, question.shop)
        except WorldError as error:
            run.remark = self._told(error.problem)
        else:
            run.remark = self.tr("The next files will be imported for {shop}.").format(shop=question.shop)
        self.dialog.refresh_card(run)

    def _on_next_shop_rejected(self) -> None:
        self.question = None
