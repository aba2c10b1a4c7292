"""What the user is told of an error."""

from deskhelper.core.errors import Problem, WorldError, problem_of


def test_the_worlds_error_says_what_it_is() -> None:
    assert problem_of(WorldError("file_missing", file="a.csv")) == Problem("file_missing", {"file": "a.csv"})


def test_any_other_error_is_ours() -> None:
    assert problem_of(KeyError("a.csv")) == Problem("ours", {"file": "logs"})
