"""The edits of the library taken back and made again: a small one at once, thousands on a thread of their own."""

from collections.abc import Callable
from pathlib import Path

from deskhelper.services.script_shelf import Edit, ScriptShelf, Step
from deskhelper.storage.scripts import ScriptStore

MOST_AT_ONCE = 200
"""Scripts that are written while the window waits: 25 microseconds each."""


class ScriptSteps:
    """Undo and redo. While a long step is written every other edit is refused as `scripts_held`."""

    def __init__(self, shelf: ScriptShelf, store: ScriptStore, path: Path | str) -> None:
        self._shelf = shelf
        self._store = store
        self._path = path
        self._listeners: list[Callable[[bool], None]] = []

    @property
    def is_under_way(self) -> bool:
        """Whether a long step is being written."""
        return self._shelf.is_held

    def tell_end(self, listener: Callable[[bool], None]) -> None:
        """Have `listener` told once when the long step is made: whether it was taken back."""
        self._listeners.append(listener)

    def make(self, is_back: bool) -> Edit | None:
        """Take the last edit back, or make it again, and return it; None where there is none.

        Raises WorldError `scripts_held`, and of the disk; then nothing has changed.
        """
        step = self._shelf.next_step(is_back)
        if step is None:
            return None
        self._shelf.write(step.change, self._store)
        self._shelf.take_step(step)
        return step.edit

    def length(self, is_back: bool) -> int:
        """Return how many scripts the next step touches, 0 where there is none. Raises WorldError `scripts_held`."""
        step = self._shelf.next_step(is_back)
        return 0 if step is None else max(len(step.edit.before), len(step.edit.after))

    def prepare(self, is_back: bool) -> Callable[[], Callable[[], None]]:
        """Return the work that makes the next step, if there is one: call this on the database's thread, work on any.

        What the work returns ends the step, on the database's thread again. Raises WorldError `scripts_held`; the work
        raises that of the disk, and nothing has changed then.
        """
        step = self._shelf.next_step(is_back)
        self._shelf.is_held = step is not None

        def work() -> Callable[[], None]:
            is_written = False
            try:
                if step is not None:
                    self._shelf.write_apart(step.change, self._path, agent=step.agent)
                is_written = True
            finally:
                if not is_written:
                    self._shelf.is_held = False
                    self._listeners.clear()
            return lambda: self._end(step)

        return work

    def _end(self, step: Step | None) -> None:
        self._shelf.is_held = False
        listeners, self._listeners = self._listeners, []
        if step is not None:
            self._shelf.take_step(step)
            for listener in listeners:
                listener(step.is_back)
