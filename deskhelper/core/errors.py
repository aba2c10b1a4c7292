"""The two kinds of error: the world's, told to the user in one sentence, and ours, which stay exceptions."""

from msgspec import Struct


class Problem(Struct, frozen=True):
    """A named problem with the values its sentence needs; the sentence stands in resources/messages/."""

    code: str
    values: dict[str, str | int] = {}


class WorldError(Exception):
    """Something outside the program is not as needed: a file, a disk, an input. Shown as one sentence."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code, values)
        self.problem = Problem(code, values)


def problem_of(error: Exception) -> Problem:
    """Return what the user is told of `error` where work failed: what it says itself, or that the fault is ours."""
    return error.problem if isinstance(error, WorldError) else Problem("ours", {"file": "logs"})
