"""Counting anew in the background: one at a time however often it is asked for, and once more if asked meanwhile."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from deskhelper.ui.tasks import Progress, Tasks


class Recount(QObject):
    """Runs `work` when asked to; `done` gets what it brings, `failed` the error. It never runs beside itself.

    `work` may run on any thread and opens a connection of its own.
    """

    def __init__(
        self,
        tasks: Tasks,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._work, self._done, self._failed = tasks, work, done, failed
        self._is_under_way = self._is_wanted_again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.now)

    @property
    def is_wanted(self) -> bool:
        """Whether it runs or is about to."""
        return self._is_under_way or self._timer.isActive()

    def soon(self, wait: int) -> None:
        """Run when `wait` milliseconds have passed without another wish to: several in a row are one."""
        self._timer.start(wait)

    def now(self) -> None:
        """Run at once; where it runs already, once more when that has ended."""
        self._timer.stop()
        if self._is_under_way:
            self._is_wanted_again = True
            return
        self._is_under_way = True
        self._tasks.run(self._work, self._on_done, self._on_failed, receiver=self)

    def rest(self) -> None:
        """Run no more until asked again."""
        self._timer.stop()
        self._is_wanted_again = False

    def _on_done(self, result: Any) -> None:
        self._is_under_way = False
        self._done(result)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self._is_under_way = False
        self._failed(error)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.now()
