"""Counting anew: several wishes are one count, never two at once, and none is lost."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.ui.recount import Recount
from deskhelper.ui.tasks import Progress, Tasks


class Counting:
    """A count that goes on until it is let go, and what came of it."""

    def __init__(self, tasks: Tasks) -> None:
        self.begun, self.at_once, self.most_at_once = 0, 0, 0
        self.go = Event()
        self.fails = False
        self.told: list[int | Exception] = []
        self.recount = Recount(tasks, self.work, self.told.append, self.told.append, tasks)

    def work(self, progress: Progress) -> int:
        self.begun += 1
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.go.wait(10)
        self.at_once -= 1
        if self.fails:
            raise WorldError("database_locked", file="desk.db")
        return self.begun


@pytest.fixture
def counting(tasks: Tasks) -> Counting:
    return Counting(tasks)


def test_several_wishes_in_a_row_are_one_count(counting: Counting, qtbot: QtBot) -> None:
    counting.go.set()
    for _ in range(3):
        counting.recount.soon(10)
    assert counting.recount.is_wanted
    assert counting.begun == 0
    qtbot.waitUntil(lambda: counting.told == [1])
    qtbot.wait(40)
    assert (counting.begun, counting.recount.is_wanted) == (1, False)


def test_wishes_while_it_counts_bring_one_more_count_after_it(counting: Counting, qtbot: QtBot) -> None:
    counting.recount.now()
    for _ in range(3):
        counting.recount.now()
    counting.recount.soon(0)
    qtbot.wait(20)
    assert (counting.begun, counting.told) == (1, [])
    counting.go.set()
    qtbot.waitUntil(lambda: counting.told == [1, 2])
    qtbot.wait(20)
    assert (counting.begun, counting.most_at_once) == (2, 1)


def test_a_failure_is_told_and_the_next_wish_counts_again(counting: Counting, qtbot: QtBot) -> None:
    counting.fails = True
    counting.recount.now()
    counting.recount.now()
    counting.go.set()
    qtbot.waitUntil(lambda: len(counting.told) == 2)
    assert all(isinstance(one, WorldError) for one in counting.told)
    counting.fails = False
    counting.recount.now()
    qtbot.waitUntil(lambda: counting.told[2:] == [3])


def test_at_rest_nothing_is_counted_that_was_wanted(counting: Counting, qtbot: QtBot) -> None:
    counting.recount.now()
    counting.recount.now()
    counting.recount.soon(0)
    counting.recount.rest()
    counting.go.set()
    qtbot.waitUntil(lambda: counting.told == [1])
    qtbot.wait(20)
    assert (counting.begun, counting.recount.is_wanted) == (1, False)
