"""Undo and redo of thousands of scripts: written on another thread, with nothing else edited meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from deskhelper.app import House
from deskhelper.core.errors import WorldError
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.services.script_shelf import ScriptShelf
from deskhelper.storage.database import Database
from deskhelper.storage.scripts import ScriptStore

MANY = [
    LibraryScript(id="", title=f"第{number}条", wordings=("亲，好的。",), path=("导入",), scope=Scope.SHOP)
    for number in range(5)
]
MORE = LibraryScript(id="", title="还有一条", wordings=("亲，好的。",), scope=Scope.SHOP)


def titles(house: House) -> list[str]:
    return sorted(one.title for one in house.scripts.all() if one.scope is not Scope.SHIPPED)


def stored(house: House, agent: str = "") -> list[str]:
    with Database(house.folder.database) as database:
        return sorted(one.title for one in ScriptStore(database).own(agent))


def written(work: Callable[[], Callable[[], None]]) -> Callable[[], None]:
    with ThreadPoolExecutor(1) as other:
        return other.submit(work).result()


ALL = sorted(one.title for one in MANY)


def test_a_long_step_is_written_elsewhere_and_there_once_it_is_ended(house: House) -> None:
    house.scripts.save_all(MANY)
    steps, told = house.scripts.steps, list[bool]()
    assert steps.length(is_back=True) == len(MANY)
    for is_back, before, after in ((True, ALL, []), (False, [], ALL)):
        work = steps.prepare(is_back)
        steps.tell_end(told.append)
        end = written(work)
        assert (stored(house), titles(house)) == (after, before)
        assert steps.is_under_way
        end()
        assert not steps.is_under_way
        assert titles(house) == after
    assert told == [True, False]


@pytest.mark.parametrize(
    "edit",
    [
        lambda scripts: scripts.save(MORE),
        lambda scripts: scripts.remove(scripts.all()[0].id),
        lambda scripts: scripts.undo(),
        lambda scripts: scripts.redo(),
        lambda scripts: scripts.steps.prepare(is_back=True),
        lambda scripts: scripts.prepare_edit(lambda: [MORE])(),
    ],
)
def test_no_other_edit_is_made_meanwhile(house: House, edit: Callable[[object], object]) -> None:
    house.scripts.save_all(MANY)
    work = house.scripts.steps.prepare(is_back=True)
    with pytest.raises(WorldError) as error:
        edit(house.scripts)
    assert error.value.problem.code == "scripts_held"
    written(work)()
    assert (titles(house), stored(house)) == ([], [])
    house.scripts.save(MORE)
    assert titles(house) == [MORE.title]


def test_a_step_that_cannot_be_written_leaves_all_as_it_was(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.scripts.save_all(MANY)
    steps, told = house.scripts.steps, list[bool]()

    def refuse(*_: object, agent: str) -> None:
        raise WorldError("disk_full")

    with monkeypatch.context() as at_the_disk:
        at_the_disk.setattr(ScriptShelf, "write_apart", refuse)
        work = steps.prepare(is_back=True)
        steps.tell_end(told.append)
        with pytest.raises(WorldError):
            written(work)
    assert titles(house) == stored(house) == ALL
    written(steps.prepare(is_back=True))()
    assert titles(house) == []
    assert told == []


def test_a_small_step_that_cannot_be_written_can_be_made_later(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.scripts.save(MORE)

    def refuse(*_: object) -> None:
        raise WorldError("disk_full")

    with monkeypatch.context() as at_the_disk:
        at_the_disk.setattr(ScriptStore, "write", refuse)
        with pytest.raises(WorldError):
            house.scripts.undo()
    assert titles(house) == [MORE.title]
    house.scripts.undo()
    assert titles(house) == []


def test_another_agent_who_takes_the_seat_meanwhile_sees_what_is_stored(house: House) -> None:
    house.settings.change(agent="甲")
    house.scripts.save_all([*MANY, LibraryScript(id="", title="私有", wordings=("好",), scope=Scope.PERSONAL)])
    house.scripts.undo()
    work = house.scripts.steps.prepare(is_back=False)
    house.settings.change(agent="乙")
    assert titles(house) == []
    written(work)()
    assert titles(house) == stored(house, "乙") == ALL
    assert stored(house, "甲") == sorted([*ALL, "私有"])
    assert house.scripts.undo() is None


def test_with_nothing_to_undo_nothing_is_held(house: House) -> None:
    assert house.scripts.steps.length(is_back=True) == 0
    work = house.scripts.steps.prepare(is_back=True)
    house.scripts.save(MORE)
    written(work)()
    assert titles(house) == [MORE.title]
