"""Work in a process of its own: its result, its faults in the same words, and no process left behind."""

import multiprocessing
import os
import signal
import sys
from array import array
from pathlib import Path

import pytest

from deskhelper.core.errors import Problem, WorldError
from deskhelper.services.apart import NICENESS, apart
from deskhelper.storage.database import Database


def squares(count: int, beside: int = 0) -> tuple[int, "array[int]"]:
    return os.getpid(), array("q", (number * number for number in range(beside, count)))


def never() -> bool:
    return False


def test_the_result_comes_from_another_process_and_none_is_left() -> None:
    found = apart(never, squares, 4, beside=1)
    assert found is not None
    process, result = found
    assert process != os.getpid()
    assert result == array("q", (1, 4, 9))
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="there a class of priority stands for it")
def test_the_window_comes_before_it() -> None:
    assert apart(never, os.getpriority, os.PRIO_PROCESS, 0) == NICENESS


@pytest.mark.skipif(sys.platform == "win32", reason="there a terminal tells nobody but the program")
def test_ctrl_c_in_the_terminal_does_not_reach_it() -> None:
    assert apart(never, signal.pthread_sigmask, signal.SIG_BLOCK, set()) == {signal.SIGINT}
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def test_the_worlds_error_is_told_in_the_same_words(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes("订单号,订单状态\n".encode() * 400)
    with pytest.raises(WorldError) as error:
        apart(never, Database, path)
    assert error.value.problem == Problem("database_broken", {"file": str(path)})


def test_a_fault_of_ours_comes_with_its_traceback() -> None:
    with pytest.raises(RuntimeError, match=r"int\(\) argument must be"):
        apart(never, int, None)  # type: ignore[arg-type]


def test_a_process_that_dies_is_a_fault() -> None:
    with pytest.raises(RuntimeError, match="without a word"):
        apart(never, os._exit, 3)
    assert multiprocessing.active_children() == []


def test_cancelled_work_ends_with_its_process() -> None:
    looks = iter((False, True))
    assert apart(lambda: next(looks), squares, 10**12) is None
    assert multiprocessing.active_children() == []
