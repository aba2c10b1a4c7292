"""The counting behind the page: one look after the other in the background, ended when nobody looks any more."""

import importlib

from PySide6.QtCore import QObject, Signal

from deskhelper.core.insights import Behind, Plot, PlotKind, Wish
from deskhelper.services.insights import InsightService, Look, Overview
from deskhelper.ui.insights.plot_grid import KINDS_OF
from deskhelper.ui.tasks import Progress, Task, Tasks

CANVAS = "deskhelper.ui.insights.canvas"


class Counting(QObject):
    """Runs the looks in the order of the page; a new wish ends what runs for an old one."""

    library_read = Signal()
    """What draws the plots can be imported without waiting now."""
    overview_read = Signal(object)
    counted = Signal(object, object)
    """A Look and its plots."""
    behind_read = Signal(object, object, int)
    """A PlotKind, the rows behind a bar, and how many there are in all."""
    failed = Signal(object)

    def __init__(self, service: InsightService, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._running: Task | None = None
        self._reading: Task | None = None
        self._is_asked = False

    def read_library(self) -> None:
        """Read the library that draws, once: 0.6 s of work that no window should wait for."""
        if not self._is_asked:
            self._is_asked = True
            self._tasks.run(_read_library, self._on_library_read, self.failed.emit, receiver=self)

    def start(self, wish: Wish) -> None:
        """Count everything for `wish`."""
        self.stop()
        self._running = self._tasks.run(
            lambda progress: self._service.overview(lambda: progress.is_cancelled),
            lambda overview: self._on_overview(overview, wish), self.failed.emit, receiver=self,
        )  # fmt: skip

    def stop(self) -> None:
        """End what runs."""
        for task in (self._running, self._reading):
            if task is not None:
                task.cancel()
        self._running = self._reading = None

    def read_behind(self, wish: Wish, kind: PlotKind, key: str, total: int) -> None:
        """Read what stands behind a bar of `total` things."""
        self.stop_reading()

        def work(progress: Progress) -> list[Behind]:
            return self._service.behind(wish, kind, key, lambda: progress.is_cancelled)

        self._reading = self._tasks.run(
            work, lambda rows: self.behind_read.emit(kind, rows, total), self.failed.emit, receiver=self
        )

    def stop_reading(self) -> None:
        """End the reading of what stands behind a bar."""
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _look(self, looks: list[Look], wish: Wish) -> None:
        if not looks:
            self._running = None
            return
        look, *rest = looks

        def work(progress: Progress) -> list[Plot]:
            return self._service.plots(look, wish, lambda: progress.is_cancelled)

        def done(plots: list[Plot]) -> None:
            self.counted.emit(look, plots)
            self._look(rest, wish)

        self._running = self._tasks.run(work, done, self.failed.emit, receiver=self)

    def _on_overview(self, overview: Overview, wish: Wish) -> None:
        self.overview_read.emit(overview)
        self._look(list(KINDS_OF), wish)

    def _on_library_read(self, _: object) -> None:
        self.library_read.emit()


def _read_library(progress: Progress) -> None:
    importlib.import_module(CANVAS)
