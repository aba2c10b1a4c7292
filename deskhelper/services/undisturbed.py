"""The end of work that Ctrl+C may stop before: what is being committed is not called stopped."""

import signal
from threading import current_thread, main_thread
from types import FrameType, TracebackType
from typing import Self


class UndisturbedEnd:
    """From `begin` to the end of the block Ctrl+C is not heard; on another thread than the first it never is."""

    def __init__(self) -> None:
        self._before: signal._HANDLER = None

    def __enter__(self) -> Self:
        return self

    def begin(self) -> None:
        """Hear Ctrl+C no more."""
        if current_thread() is main_thread():
            self._before = signal.signal(signal.SIGINT, _not_heard)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)


def _not_heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the work is as good as done."""
