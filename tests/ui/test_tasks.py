import logging
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.ui.tasks import Progress, Tasks


class Receiver(QObject):
    """Keeps what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[str] = set()

    def take(self, *values: object) -> None:
        self.told.append(values[0] if len(values) == 1 else values)
        self.threads.add(threading.current_thread().name)

    def stopped(self) -> None:
        self.told.append("stopped")


@pytest.fixture
def receiver(qtbot: QtBot) -> Receiver:
    return Receiver()


def failing(error: Exception) -> Callable[[Progress], None]:
    def work(_progress: Progress) -> None:
        raise error

    return work


def test_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, tasks: Tasks, receiver: Receiver) -> None:
    tasks.run(lambda _progress: threading.get_ident(), receiver.take, receiver.take, receiver=receiver)
    assert tasks.is_busy
    qtbot.waitUntil(lambda: not tasks.is_busy)
    [worker] = receiver.told
    assert worker != threading.get_ident()
    assert receiver.threads == {"MainThread"}


def test_the_worlds_error_is_told_and_not_logged(
    qtbot: QtBot, tasks: Tasks, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    error = WorldError("file_missing", file="orders.csv")
    with qtbot.assertNotEmitted(tasks.crashed):
        tasks.run(failing(error), pytest.fail, receiver.take, receiver=receiver)
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.told == [error]
    assert not caplog.records


def test_our_error_is_told_logged_and_announced(
    qtbot: QtBot, tasks: Tasks, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    error = ZeroDivisionError("ours")
    with qtbot.waitSignal(tasks.crashed) as crashed, caplog.at_level(logging.ERROR):
        tasks.run(failing(error), pytest.fail, receiver.take, receiver=receiver)
    qtbot.waitUntil(lambda: bool(receiver.told))
    assert crashed.args == [error]
    assert "ZeroDivisionError" in caplog.text


def test_progress_is_told_in_order_and_not_too_often(qtbot: QtBot, tasks: Tasks, receiver: Receiver) -> None:
    def work(progress: Progress) -> str:
        for row in range(10_000):
            progress.report(row / 10_000, row=row)
        progress.report(1, row=10_000)
        return "done"

    tasks.run(work, receiver.take, receiver.take, receiver.take, receiver=receiver)
    qtbot.waitUntil(lambda: "done" in receiver.told)
    *steps, last = receiver.told
    assert last == "done"
    assert steps[0] == (0.0, {"row": 0})
    assert steps[-1] == (1, {"row": 10_000})
    assert len(steps) < 1000


def test_cancelled_work_stops_and_tells_only_that(qtbot: QtBot, tasks: Tasks, receiver: Receiver) -> None:
    started = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while not progress.is_cancelled:
            progress.report(1)

    task = tasks.run(work, receiver.take, receiver.take, receiver=receiver, cancelled=receiver.stopped)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.told == ["stopped"]


def test_an_error_after_cancel_is_only_a_stop(qtbot: QtBot, tasks: Tasks, receiver: Receiver) -> None:
    go = threading.Event()

    def work(_progress: Progress) -> None:
        go.wait(5)
        raise WorldError("interrupted")

    task = tasks.run(work, receiver.take, receiver.take, receiver=receiver, cancelled=receiver.stopped)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.told == ["stopped"]


@pytest.mark.parametrize("error", [None, WorldError("gone")])
def test_a_receiver_that_died_is_left_alone(qtbot: QtBot, tasks: Tasks, error: WorldError | None) -> None:
    receiver = Receiver()
    go = threading.Event()

    def work(progress: Progress) -> None:
        go.wait(5)
        progress.report(1)
        if error is not None:
            raise error

    task = tasks.run(work, receiver.take, receiver.take, receiver.take, receiver=receiver)
    with qtbot.waitSignal(receiver.destroyed):
        receiver.deleteLater()
    assert not task.has_receiver
    go.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert receiver.told == []


def test_close_leaves_no_thread_and_tells_nobody(qtbot: QtBot, receiver: Receiver) -> None:
    tasks = Tasks()

    def work(progress: Progress) -> None:
        while not progress.is_cancelled:
            pass

    for _ in range(4):
        tasks.run(work, receiver.take, receiver.take, receiver=receiver)
    tasks.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("task")]
    assert not tasks.is_busy
    qtbot.wait(1)
    assert receiver.told == []


def test_close_without_work_is_nothing(qtbot: QtBot) -> None:
    Tasks().close()
