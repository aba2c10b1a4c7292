"""The list of the library after edits: what an edit touched is moved, and all stands as if it had been read anew."""

import random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QObject
from PySide6.QtTest import QAbstractItemModelTester

from deskhelper.app import House
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.moments import DAY
from deskhelper.services.clock import FixedClock
from deskhelper.ui.scripts.listing import Listing
from deskhelper.ui.scripts.place_model import COUNTED, PlaceModel
from deskhelper.ui.scripts.places import EVERYWHERE, Place, PlaceKind
from deskhelper.ui.scripts.script_model import Column
from deskhelper.ui.theme import Theme
from tests.ui.scripts.conftest import Library

PATHS = (("售前",), ("售前", "尺码"), ("售后",))
SHOP = Place(PlaceKind.SCOPE, Scope.SHOP)


def own(title: str, path: tuple[str, ...], **more: object) -> LibraryScript:
    return LibraryScript(id="", title=title, wordings=("亲，好的。",), path=path, scope=Scope.SHOP, **more)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _more(house: House) -> None:
    house.scripts.save_all([own(f"话术{number}", PATHS[number % 3]) for number in range(12)])


class Watched:
    """Tells what a model does with its rows, and that it does so soundly."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.done: list[str] = []
        model.modelReset.connect(lambda: self.done.append("anew"))
        model.rowsInserted.connect(lambda _, first, last: self.done.append(f"in {first}-{last}"))
        model.rowsRemoved.connect(lambda _, first, last: self.done.append(f"out {first}-{last}"))


def by_category(listing: Listing) -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for line in listing.at(EVERYWHERE):
        found.setdefault(line.script.path, []).append(line.script.id)
    return found


def counts(listing: Listing) -> dict[Place, tuple[int, Scope]]:
    return {one.place: (one.count, one.scope) for one in listing.places() if one.count}


def shown(tree: PlaceModel) -> dict[Place, tuple[int, Scope]]:
    """Return the places in the tree by walking it."""
    found: dict[Place, tuple[int, Scope]] = {}

    def walk(above: QModelIndex) -> None:
        for row in range(tree.rowCount(above)):
            index = tree.index(row, 0, above)
            one = index.data(COUNTED)
            if one.place.kind is not PlaceKind.HEADING:
                found[one.place] = (one.count, one.scope)
                assert index.siblingAtColumn(1).data() == f"{one.count:,}"
            walk(index)

    walk(QModelIndex())
    return found


def random_edit(house: House, draw: random.Random) -> None:
    scripts = house.scripts
    mine = [one for one in scripts.all(with_disabled=True) if one.scope is Scope.SHOP and not one.replaces]
    shipped = [one for one in scripts.all() if one.scope is Scope.SHIPPED]
    one = draw.choice(mine)
    match draw.randrange(8):
        case 0:
            scripts.remove(one.id)
        case 1:
            scripts.save(replace(one, title="改了名", is_enabled=True))
        case 2:
            scripts.save(replace(one, is_enabled=not one.is_enabled))
        case 3:
            scripts.save(replace(one, path=draw.choice((*PATHS, ("售后", "退换", "运费"), ("别处", "0")))))
        case 4:
            scope = draw.choice((Scope.SHIPPED, Scope.PERSONAL))
            scripts.save(replace(draw.choice(shipped[:3]), title="店铺的说法", scope=scope))
        case 5:
            scripts.undo()
        case 6:
            scripts.redo()
        case _:
            scripts.save(own("新的", draw.choice((*PATHS, ("别处", str(draw.randrange(3)))))))


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_all_stands_as_if_read_anew(house: House, theme: Theme, seed: int) -> None:
    draw, listing, tree = random.Random(seed), Listing(house.scripts), PlaceModel(theme)
    listing.refresh()
    tree.show_places(listing.places())
    moved = 0
    for _ in range(60):
        random_edit(house, draw)
        listing.refresh()
        moved += listing.moves is not None
        if listing.moves is None:
            tree.show_places(listing.places())
        else:
            tree.recount(listing.recounts)
        anew = Listing(house.scripts)
        anew.refresh()
        assert by_category(listing) == by_category(anew)
        assert counts(listing) == counts(anew)
        assert shown(tree) == counts(anew)
        assert {*listing.paths()} == {*anew.paths()}
        assert all(listing.line(line.script.id) is line for line in listing.at(EVERYWHERE))
    assert moved > 40, "most edits touch one line"


def test_a_script_added_or_removed_is_one_row_of_the_list(library: Library) -> None:
    dialog = library.dialog
    table, watched, count = dialog.list.model, Watched(dialog.list.model), dialog.list.model.rowCount()
    kept = dialog.edits.save(own("新的", PATHS[0]))
    assert kept is not None
    row = table.row_of(kept.id)
    assert watched.done == [f"in {row}-{row}"]
    assert dialog.list.table.script == kept
    dialog.edits.save(replace(kept, title="改了名"))
    assert table.data(table.index(row or 0, Column.TITLE)) == "改了名"
    dialog.edits.remove(kept)
    assert watched.done[1:] == [f"out {row}-{row}"]
    assert dialog.list.table.currentIndex().row() == row, "it stands on the next one"
    assert [*table.lines] == dialog.listing.at(EVERYWHERE)
    assert table.rowCount() == count
    assert f"{count}" in dialog.list._count.text()


def test_the_table_is_painted_once_for_an_edit(library: Library) -> None:
    dialog = library.dialog
    library.stand_on("话术4")
    library.qtbot.wait(50)
    painted: list[QEvent.Type] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(event.type())
            return False

    watch = Watch()
    dialog.list.table.viewport().installEventFilter(watch)
    shown = dialog.list.table.script
    assert shown is not None
    dialog.edits.remove(shown)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    assert len(painted) == 1


def test_at_a_place_only_what_stands_there_moves(library: Library) -> None:
    dialog, house = library.dialog, library.house
    dialog.list.show_place(Place(PlaceKind.CATEGORY, path=PATHS[2]))
    watched = Watched(dialog.list.model)
    dialog.listing.refresh()
    house.scripts.save(own("新的", PATHS[0]))
    dialog.listing.refresh()
    dialog.list.refresh()
    assert watched.done == []
    kept = house.scripts.save(own("也是新的", PATHS[2]))
    dialog.listing.refresh()
    dialog.list.refresh()
    assert watched.done == ["in 4-4"]
    assert dialog.list.model.line(4).script == kept
    dialog.list.show_place(SHOP)
    assert [*dialog.list.model.lines] == dialog.listing.at(SHOP)


def test_a_list_sorted_or_filtered_is_shown_anew(library: Library) -> None:
    dialog = library.dialog
    dialog.list.table.sortByColumn(Column.TITLE, dialog.list.table.horizontalHeader().sortIndicatorOrder())
    watched = Watched(dialog.list.model)
    dialog.edits.save(own("一新", PATHS[0]))
    assert watched.done == ["anew"]
    titles = [line.script.title for line in dialog.list.model.lines]
    assert titles in (sorted(titles), sorted(titles, reverse=True))


def test_what_falls_due_to_be_read_again_is_counted_with_the_next_edit(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, FixedClock)
    due = Place(PlaceKind.REVIEW_DUE)
    house.scripts.save(own("每周看", PATHS[0], review_on=clock.now() + DAY))
    listing = Listing(house.scripts)
    listing.refresh()
    assert listing.at(due) == []
    clock.move(2 * DAY)
    listing.refresh()
    assert [line.script.title for line in listing.at(due)] == ["每周看"]


def test_another_agent_has_another_list_and_a_copy_counts(house: House) -> None:
    listing = Listing(house.scripts)
    listing.refresh()
    house.scripts.save(replace(own("我的", PATHS[0]), scope=Scope.PERSONAL))
    listing.refresh()
    assert "我的" in [line.script.title for line in listing.at(EVERYWHERE)]
    script = next(one for one in house.scripts.all() if one.title == "话术1")
    draft = house.scripts.draft(script)
    house.scripts.record_copy(draft, draft.text)
    listing.refresh()
    assert [line.script for line in listing.at(Place(PlaceKind.MOST_USED))] == [script]
    house.settings.change(agent="小红")
    listing.refresh()
    assert "我的" not in [line.script.title for line in listing.at(EVERYWHERE)]
