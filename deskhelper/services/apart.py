"""Work in a process of its own: seconds of Python on a thread would hold the window back at every key."""

import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from deskhelper.core.errors import Problem, WorldError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

PATIENCE = 0.1
"""How many seconds go by between two looks whether the work is still wanted."""
NICENESS = 19
"""The most there is. Whoever sleeps now and then is given a tick of the processor again each time it wakes, 4 ms that
the window waits for: the work goes on without a rest, and is let in only where there is nothing else to do."""
BELOW_NORMAL = 0x4000

P = ParamSpec("P")
T = TypeVar("T")


def apart(is_cancelled: Callable[[], bool], work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
    """Return what `work`, a function of a module, makes of what it is given; None once it is cancelled.

    What goes there and back is pickled, which holds this process up: send structs, bring back arrays and bytes.
    Raises the world's error that `work` raises; a fault of ours comes as RuntimeError with its traceback.
    """
    from multiprocessing import get_context  # here, off the thread of the window

    context = get_context("spawn")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_labour, args=(sending, work, given, named), daemon=True)
    _start_deaf(process)
    _step_back(process.pid or 0)  # at once: half of a second goes into loading what the work needs
    sending.close()
    try:
        while not receiving.poll(PATIENCE):
            if is_cancelled():
                return None
        fault, result = _received(receiving)
    finally:
        process.terminate()
        process.join()
        process.close()
        receiving.close()
    if isinstance(fault, Problem):
        raise WorldError(fault.code, **fault.values)
    if fault is not None:
        raise RuntimeError(fault)
    return cast("T", result)


def _start_deaf(process: "BaseProcess") -> None:
    """Start a process that Ctrl+C in the terminal, which reaches it too, does not end with a traceback.

    It takes over what is held back from the thread that starts it; who asked for the work ends it.
    """
    if sys.platform == "win32":
        process.start()
        return
    import signal
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else the first start brings it up, and that lets Ctrl+C through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _step_back(process: int) -> None:
    """Let the window, and all else, come before a process; Windows has it done by the process itself."""
    if sys.platform != "win32":
        with suppress(OSError):  # gone already
            os.setpriority(os.PRIO_PROCESS, process, NICENESS)


def _received(receiving: "Connection") -> tuple[Problem | str | None, object]:
    try:
        found: tuple[Problem | str | None, object] = receiving.recv()
    except EOFError:
        return "the process ended without a word", None
    return found


def _labour(
    sending: "Connection", work: Callable[..., object], given: tuple[object, ...], named: dict[str, object]
) -> None:
    """Do the work and send what came of it: the whole life of the other process."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(ctypes.c_void_p(-1), BELOW_NORMAL)  # -1: this process
    try:
        sending.send((None, work(*given, **named)))
    except WorldError as error:
        sending.send((error.problem, None))
    except Exception:  # noqa: BLE001  # told to the process that asked, which raises it
        sending.send((traceback.format_exc(), None))
    sending.close()
