"""The outgoing check of an import preview: in the background while it is looked at, the rows in sight first."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Event

from PySide6.QtCore import QObject, Signal

from deskhelper.core.library_script import LibraryScript
from deskhelper.core.outgoing import Finding
from deskhelper.ui.scripts.preview_lines import PreviewLine, Told
from deskhelper.ui.tasks import Progress, Task, Tasks

MOST_AT_FIRST = 40
"""Rows that are checked before the preview is shown: those in sight, a tenth of a second."""
PATIENCE = 0.5
"""Seconds for which the check lets the window paint."""

Find = Callable[[LibraryScript], Sequence[tuple[int, Finding]]]
Checked = tuple[PreviewLine, tuple[str, ...]]


class PreviewCheck(QObject):
    """Checks what is unchecked. While `free` is not set it holds its breath: the window is painting."""

    found = Signal(object)
    """Lines that are checked since it was told last, each with its findings: a list of Checked."""

    def __init__(
        self,
        find: Find,
        told: Told,
        tasks: Tasks,
        in_sight: Callable[[], Sequence[PreviewLine]],
        free: Event,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find, self._told = find, told
        self._tasks = tasks
        self._in_sight = in_sight
        self._free = free
        self._wanted: Sequence[PreviewLine] = ()
        self._checked: deque[Checked] = deque()
        self._task: Task | None = None

    def check_first(self, lines: Iterable[PreviewLine]) -> None:
        """Check the lines that are seen first, at once: where they are made, before anybody shows them."""
        for line in [line for line in lines if line.unchecked is not None][:MOST_AT_FIRST]:
            line.findings, line.unchecked = self._sentences(line), None

    def start(self, lines: Sequence[PreviewLine]) -> None:
        """Check what is unchecked of `lines`, in the background; what was stopped goes on where it was."""
        if self._task is None and any(line.unchecked is not None for line in lines):
            self._wanted = self._in_sight()
            self._task = self._tasks.run(
                lambda progress: self._labour(lines, progress),
                self._on_done,
                self._on_failed,
                self._on_progress,
                receiver=self,
            )

    def stop(self) -> None:
        """Check no more, and tell what is known by now."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._tell()

    def _labour(self, lines: Sequence[PreviewLine], progress: Progress) -> None:
        """Run on the worker."""
        rest = iter(lines)
        while not progress.is_cancelled and (line := self._next(rest)) is not None:
            self._free.wait(PATIENCE)
            sentences = self._sentences(line)
            line.unchecked = None
            self._checked.append((line, sentences))
            progress.report(0)

    def _next(self, rest: Iterator[PreviewLine]) -> PreviewLine | None:
        seen = next((line for line in self._wanted if line.unchecked is not None), None)
        return seen or next((line for line in rest if line.unchecked is not None), None)

    def _sentences(self, line: PreviewLine) -> tuple[str, ...]:
        found = self._find(line.unchecked) if line.unchecked is not None else ()
        return tuple(dict.fromkeys(self._told(finding.problem) for _, finding in found))

    def _tell(self) -> None:
        checked = [self._checked.popleft() for _ in range(len(self._checked))]
        if checked:
            self.found.emit(checked)

    def _on_progress(self, _share: float, _values: dict[str, str | int]) -> None:
        self._wanted = self._in_sight()
        self._tell()

    def _on_done(self, _: None) -> None:
        self._task = None
        self._tell()

    def _on_failed(self, _: Exception) -> None:
        """Tell what is known; a fault of ours is in the log, and the copy gate checks again in any case."""
        self._on_done(None)
