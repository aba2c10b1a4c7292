"""A search for orders that never holds the window up: what is not found at once follows from the background."""

from PySide6.QtCore import QObject, Signal

from deskhelper.core.view import OrderLine
from deskhelper.services.orders import OrderService
from deskhelper.ui.tasks import Progress, Task, Tasks


class LateSearch(QObject):
    """Holds one search at a time: a new one drops the one before, whose rows are then never told."""

    found = Signal(list, int)
    """The lines that a search found late, and how many were asked for."""
    failed = Signal(object, int)
    """The error of a search in the background, and how many lines were asked for."""

    def __init__(self, orders: OrderService, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders = orders
        self._tasks = tasks
        self._task: Task | None = None
        self.wanted = 0
        """How many lines are looked for in the background, 0 where nothing is."""

    def search(self, words: str, limit: int) -> list[OrderLine] | None:
        """Return the lines that `words` find, None where they follow by `found`. Raises WorldError."""
        self.drop()
        found = self._orders.search_at_once(words, limit)
        if found is None:
            self._go_on(words, limit)
        return found

    def drop(self) -> None:
        """Want nothing any more of what is under way."""
        if self._task is not None:
            self._task.cancel()
        self._end()

    def _end(self) -> None:
        self._task, self.wanted = None, 0

    def _go_on(self, words: str, limit: int) -> None:
        def work(progress: Progress) -> list[OrderLine]:
            """Search over a connection of its own, until nobody wants it any more."""
            return self._orders.search_apart(words, limit, lambda: progress.is_cancelled)

        def on_done(lines: list[OrderLine]) -> None:
            """Tell the rows; of a search that was dropped nothing is told."""
            self._end()
            self.found.emit(lines, limit)

        def on_failed(error: Exception) -> None:
            """Tell that there are none."""
            self._end()
            self.failed.emit(error, limit)

        self.wanted = limit
        self._task = self._tasks.run(work, on_done, on_failed, receiver=self)
