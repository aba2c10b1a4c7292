"""Work in a process of its own: seconds of Python on a thread would hold the window back at every key."""

import os
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from deskhelper.core.errors import Problem, WorldError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE = 0.1
"""How many seconds go by between two looks whether the work is still wanted."""
NICENESS = 10

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
    process.start()
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
    if hasattr(os, "nice"):
        os.nice(NICENESS)  # the window and what it asks for come first
    try:
        sending.send((None, work(*given, **named)))
    except WorldError as error:
        sending.send((error.problem, None))
    except Exception:  # noqa: BLE001  # told to the process that asked, which raises it
        sending.send((traceback.format_exc(), None))
    sending.close()
