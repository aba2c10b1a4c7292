"""Work in the background: result, error, progress and cancel come back to a part of the window that may be gone."""

import logging
from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal

from deskhelper.core.errors import WorldError

WORKERS = 2
REPORT_SECONDS = 0.03

_log = logging.getLogger(__name__)

T = TypeVar("T")
OnProgress = Callable[[float, dict[str, str | int]], None]


class Progress:
    """Handed to the work: where it stands goes out through `report`, the wish to stop comes in by `is_cancelled`."""

    def __init__(self, tell: OnProgress) -> None:
        self._tell = tell
        self._stop = Event()
        self._told_at = 0.0

    @property
    def is_cancelled(self) -> bool:
        """Whether the work should stop at the next good moment and return."""
        return self._stop.is_set()

    def report(self, fraction: float, **values: str | int) -> None:
        """Tell that `fraction` (0 to 1) is done, with values for the sentence shown. Cheap to call often."""
        now = monotonic()
        if fraction >= 1 or now - self._told_at >= REPORT_SECONDS:
            self._told_at = now
            self._tell(fraction, values)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()


class Task:
    """A piece of work on its way."""

    def __init__(self, receiver: QObject, progress: Progress) -> None:
        self._receiver = receiver
        self._progress = progress

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._progress.is_cancelled

    @property
    def has_receiver(self) -> bool:
        """Whether the part of the window that asked is still there."""
        return bool(shiboken6.isValid(self._receiver))

    def cancel(self) -> None:
        """Ask the work to stop; neither its result nor its error will be told, only that it stopped."""
        self._progress.cancel()


class Tasks(QObject):
    """Runs work on a few threads. Work opens its own database connection; callbacks run on the window's thread."""

    crashed = Signal(object)
    """An error of ours, logged already: to be shown once as such."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(WORKERS)
        self._tasks: set[Task] = set()
        self._arrived.connect(self._on_arrived)

    @property
    def is_busy(self) -> bool:
        """Whether any work is on its way."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        progress: OnProgress | None = None,
        *,
        receiver: QObject,
        cancelled: Callable[[], None] | None = None,
    ) -> Task:
        """Run `work` in the background, then call `done`, `failed` or `cancelled` while `receiver` lives.

        `failed` is given the world's error (WorldError) or ours; ours is logged and `crashed` is emitted too.
        """

        def tell(fraction: float, values: dict[str, str | int]) -> None:
            if progress is not None and not task.is_cancelled:
                self._arrived.emit(lambda: self._pass_on(task, progress, fraction, values))

        def labour() -> None:
            """Run on the worker; what it brings is told on the window's thread."""
            try:
                result = work(steps)
            except Exception as error:  # noqa: BLE001  # told to the receiver, and ours to the log as well
                told = error
                self._arrived.emit(lambda: self._end_badly(task, failed, told, cancelled))
            else:
                self._arrived.emit(lambda: self._end_well(task, done, result, cancelled))

        steps = Progress(tell)
        task = Task(receiver, steps)
        self._tasks.add(task)
        self._pool.start(labour)
        return task

    def close(self) -> None:
        """Cancel everything, wait until no thread is left, and tell nobody."""
        self._arrived.disconnect(self._on_arrived)
        for task in self._tasks:
            task.cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()

    def _on_arrived(self, deliver: Callable[[], None]) -> None:
        deliver()

    def _pass_on(self, task: Task, tell: OnProgress, fraction: float, values: dict[str, str | int]) -> None:
        if task.has_receiver and not task.is_cancelled:
            tell(fraction, values)

    def _end_well(self, task: Task, done: Callable[[T], None], result: T, cancelled: Callable[[], None] | None) -> None:
        self._tasks.discard(task)
        if not task.has_receiver:
            return
        if not task.is_cancelled:
            done(result)
        elif cancelled is not None:
            cancelled()

    def _end_badly(
        self,
        task: Task,
        failed: Callable[[Exception], None],
        error: Exception,
        cancelled: Callable[[], None] | None,
    ) -> None:
        self._tasks.discard(task)
        if not isinstance(error, WorldError):
            _log.error("A task crashed", exc_info=error)
            self.crashed.emit(error)
        if not task.has_receiver:
            return
        if not task.is_cancelled:
            failed(error)
        elif cancelled is not None:
            cancelled()
