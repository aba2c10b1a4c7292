"""What the one box answers from, read and indexed in the background before anything is shown."""

import gc

from PySide6.QtCore import QObject, Signal

from deskhelper.core.errors import WorldError
from deskhelper.services.box import BoxService
from deskhelper.ui.tasks import Progress, Tasks


class BoxReadiness(QObject):
    """Prepares `service`, once at a time."""

    reached = Signal()
    failed = Signal(object)
    """What kept it from being read (a Problem)."""

    def __init__(self, service: BoxService, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._is_under_way = False

    def seek(self) -> None:
        """Read and index, unless that is under way."""
        if self._is_under_way:
            return
        self._is_under_way = True
        if self._service.is_warm:
            self._index()
        else:
            self._tasks.run(self._warm, self._on_warmed, self._on_failed, receiver=self)

    def _warm(self, progress: Progress) -> None:
        self._service.warm()

    def _on_warmed(self, _: None) -> None:
        self._index()

    def _index(self) -> None:
        work = self._service.prepare()

        def run(progress: Progress) -> None:
            """Build the indexes."""
            work()

        self._tasks.run(run, self._on_indexed, self._on_failed, receiver=self)

    def _on_indexed(self, _: None) -> None:
        gc.freeze()  # twenty thousand scripts need not be looked through for rubbish
        self._is_under_way = False
        self.reached.emit()

    def _on_failed(self, error: Exception) -> None:
        self._is_under_way = False
        if isinstance(error, WorldError):
            self.failed.emit(error.problem)
