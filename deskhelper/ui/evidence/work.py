"""What takes a while on the page of evidence: adding files, making a pack, proving one. One thing at a time."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.services.evidence import Added, EvidenceStopped
from deskhelper.services.evidence_packs import PackMade, PackPlan, PackVerdict
from deskhelper.ui.evidence.clips import Clip, sources_of
from deskhelper.ui.evidence.statement_paper import save_statement
from deskhelper.ui.tasks import Progress, Task, Tasks

if TYPE_CHECKING:
    from deskhelper.ui.desk.services import Services


class EvidenceWork(QObject):
    """Runs one task at a time and tells how it goes and ends."""

    progressed = Signal(str, float)
    """What is being done, and which share of it is (0 to 1)."""
    ended = Signal()
    """Nothing is on its way any more; what came of it follows."""
    added = Signal(str, object)
    """The item, and an Added."""
    packed = Signal(object)
    """A PackMade."""
    proved = Signal(object)
    """A PackVerdict."""
    stopped = Signal()
    refused = Signal(object)
    """A Problem to be told."""

    def __init__(self, services: "Services", tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way."""
        return self._task is not None

    def stop(self) -> None:
        """Stop what is on its way; nothing of it is kept."""
        if self._task is not None:
            self._task.cancel()

    def add(self, case_id: str, item: str, clips: Sequence[Clip]) -> None:
        """Add files and pictures to a stored case."""
        service, clock = self._services.open_evidence(), self._services.clock

        def work(progress: Progress) -> Added:
            return service.add(case_id, item, sources_of(clips, clock), _reporting(progress))

        self._start(self.tr("Adding…"), work, lambda added: self.added.emit(item, added))

    def pack(self, plan: PackPlan, path: Path) -> None:
        """Make a pack."""
        packs = self._services.open_packs()

        def work(progress: Progress) -> PackMade:
            return packs.make_pack(plan, path, save_statement, _reporting(progress))

        self._start(self.tr("Packing…"), work, self.packed.emit)

    def prove(self, path: Path) -> None:
        """Hold a pack against its manifest."""
        packs = self._services.open_packs()

        def work(progress: Progress) -> PackVerdict:
            return packs.verify_pack(path, _reporting(progress))

        self._start(self.tr("Proving…"), work, self.proved.emit)

    def _start(self, words: str, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        def stoppable(progress: Progress) -> object:
            """Work until it is done or stopped; the task itself tells which."""
            try:
                return work(progress)
            except EvidenceStopped:
                return None

        def finish(result: object) -> None:
            """Tell how it ended, once nothing is on its way any more."""
            self._end()
            done(result)

        self.progressed.emit(words, 0.0)
        self._task = self._tasks.run(
            stoppable, finish, self._on_failed, lambda share, _: self.progressed.emit(words, share),
            receiver=self, cancelled=self._on_cancelled,
        )  # fmt: skip

    def _end(self) -> None:
        self._task = None
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, WorldError):
            self.refused.emit(error.problem)

    def _on_cancelled(self) -> None:
        self._end()
        self.stopped.emit()


def _reporting(progress: Progress) -> Callable[[float], bool]:
    """Return what tells the task's progress, and that it should stop; the service then keeps nothing."""

    def report(share: float) -> bool:
        """Tell the share that is done."""
        progress.report(share)
        return not progress.is_cancelled

    return report
