from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.moments import DAY, parse_iso, zone
from deskhelper.services.clock import FixedClock
from deskhelper.services.phrase_preview import Choice
from deskhelper.services.script_usage import ScriptUsage
from deskhelper.ui.scripts.place_counts import PlaceCounts
from deskhelper.ui.scripts.place_model import PLACE, PlaceModel
from deskhelper.ui.scripts.places import Place, PlaceKind, standing_at
from deskhelper.ui.scripts.preview_lines import LineKind, PreviewLine, with_counts
from deskhelper.ui.scripts.preview_model import Column as PreviewColumn
from deskhelper.ui.scripts.preview_model import PreviewModel
from deskhelper.ui.scripts.script_model import CELL, Cell, Column, ScriptModel
from deskhelper.ui.theme import Theme

NOW = parse_iso("2026-05-19T12:00:00", zone())
CLOCK = FixedClock(NOW)
SHIPPED = LibraryScript(id="a", title="早上好", wordings=("早上好亲",), path=("问候", "开场"), code="zs")
OWN = replace(SHIPPED, id="b", title="发票", scope=Scope.SHOP, path=("发票",), code="fp", review_on=NOW - DAY)
MINE = replace(SHIPPED, id="c", title="小抄", scope=Scope.PERSONAL, code="", is_enabled=False, path=("问候",))
LINES = [
    ScriptUsage(SHIPPED, 12, NOW - 200 * DAY, False),
    ScriptUsage(OWN, 3, NOW, True),
    ScriptUsage(MINE, 0, None, False),
]


def titles(model: ScriptModel) -> list[str]:
    return [model.line(row).script.title for row in range(model.rowCount())]


def rows(model: PlaceModel, above: QModelIndex | None = None) -> list[tuple[object, object]]:
    parent = above or QModelIndex()
    return [
        (model.index(row, 0, parent).data(), model.index(row, 1, parent).data())
        for row in range(model.rowCount(parent))
    ]


@pytest.fixture
def scripts(theme: Theme) -> ScriptModel:
    model = ScriptModel(theme, CLOCK)
    model.show_lines(LINES)
    return model


def test_scripts_are_a_sound_model(scripts: ScriptModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(scripts)


def test_a_row_says_code_title_first_words_and_use(scripts: ScriptModel) -> None:
    cells = [[scripts.index(row, column).data() for column in Column] for row in range(3)]
    assert cells == [
        ["早上好", "zs", "早上好亲", "12", "2025-10-31", ""],
        ["发票", "fp", "早上好亲", "3", "5-19", "5-18"],
        ["小抄", "", "早上好亲", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (Column.USES, Qt.SortOrder.DescendingOrder, ["早上好", "发票", "小抄"]),
        (Column.LAST, Qt.SortOrder.AscendingOrder, ["小抄", "早上好", "发票"]),
        (Column.REVIEW, Qt.SortOrder.AscendingOrder, ["发票", "小抄", "早上好"]),
        (Column.CODE, Qt.SortOrder.AscendingOrder, ["小抄", "发票", "早上好"]),
    ],
)
def test_every_column_sorts_and_the_marked_row_goes_along(
    scripts: ScriptModel, column: Column, order: Qt.SortOrder, expected: Sequence[str]
) -> None:
    kept = QPersistentModelIndex(scripts.index(1, 0))
    scripts.sort(column, order)
    assert titles(scripts) == expected
    assert scripts.line(kept.row()).script is OWN
    scripts.sort(-1)
    assert titles(scripts) == ["早上好", "发票", "小抄"]


def test_due_reviews_and_switched_off_scripts_stand_out_quietly(scripts: ScriptModel, theme: Theme) -> None:
    ink = Qt.ItemDataRole.ForegroundRole
    assert scripts.index(1, Column.REVIEW).data(ink).color() == theme.color("warn")
    assert scripts.index(2, Column.TITLE).data(ink).color() == theme.color("faint")
    assert scripts.index(0, Column.TITLE).data(ink).color() == theme.color("text")
    assert scripts.index(2, Column.TITLE).data(CELL) == Cell("小抄", "faint", icon="eye-off", icon_token="faint")
    tip = scripts.index(2, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "小抄 · Only me · switched off"


def test_places_are_a_sound_tree(theme: Theme, qtmodeltester: ModelTester) -> None:
    model = PlaceModel(theme)
    model.show_places(PlaceCounts(LINES).every())
    qtmodeltester.check(model)


def test_the_tree_shows_views_scopes_and_categories_with_counts(theme: Theme) -> None:
    model = PlaceModel(theme)
    model.show_places(PlaceCounts(LINES).every())
    assert rows(model) == [
        ("All scripts", "3"), ("Most used", "2"), ("Never used", "1"), ("Review due", "1"), ("Switched off", "1"),
        ("Whose", None), ("Categories", None),
    ]  # fmt: skip
    whose, categories = model.headings()
    assert rows(model, whose) == [("Shipped", "1"), ("Whole shop", "1"), ("Only me", "1")]
    assert rows(model, categories) == [("问候", "2"), ("发票", "1")]
    assert rows(model, model.index(0, 0, categories)) == [("开场", "1")]
    assert not model.flags(whose) & Qt.ItemFlag.ItemIsSelectable
    place = Place(PlaceKind.CATEGORY, path=("问候", "开场"))
    assert model.index_of(place).data(PLACE) == place
    assert not model.index_of(Place(PlaceKind.CATEGORY, path=("无",))).isValid()


def test_other_counts_at_the_same_places_leave_the_rows_as_they_stand(theme: Theme) -> None:
    model = PlaceModel(theme)
    model.show_places(PlaceCounts(LINES).every())
    kept = QPersistentModelIndex(model.index_of(Place(PlaceKind.CATEGORY, path=("问候",))))
    assert not model.recount(PlaceCounts([*LINES, ScriptUsage(replace(SHIPPED, id="d"), 1, NOW, False)]).every())
    assert rows(model)[:2] == [("All scripts", "4"), ("Most used", "3")]
    assert kept.isValid()
    assert kept.sibling(kept.row(), 1).data() == "3"
    model.show_places(PlaceCounts(LINES[:1]).every())
    assert not kept.isValid()
    assert rows(model, model.headings()[1]) == [("问候", "1")]


def test_a_place_that_comes_or_goes_is_a_row_more_or_less(theme: Theme) -> None:
    model, counts = PlaceModel(theme), PlaceCounts(LINES)
    model.show_places(counts.every())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = QPersistentModelIndex(model.index_of(Place(PlaceKind.CATEGORY, path=("发票",))))
    before = [rows(model), *(rows(model, heading) for heading in model.headings())]
    new = ScriptUsage(replace(OWN, id="d", path=("问候", "节日", "春节")), 0, None, False)
    counts.add(new, 1)
    assert model.recount(counts.touched())
    categories = model.headings()[1]
    assert rows(model, model.index(0, 0, categories)) == [("开场", "1"), ("节日", "1")]
    assert model.index(0, 0, categories).data(Qt.ItemDataRole.ToolTipRole) == "问候 · Only me"
    assert counts.paths == [("问候",), ("问候", "开场"), ("问候", "节日"), ("问候", "节日", "春节"), ("发票",)]
    counts.add(new, -1)
    assert model.recount(counts.touched())
    assert [rows(model), *(rows(model, heading) for heading in model.headings())] == before
    assert (kept.isValid(), tester is not None) == (True, True)


def test_a_category_that_comes_back_stands_where_it_stood_and_a_heading_goes_with_its_last(theme: Theme) -> None:
    model, counts = PlaceModel(theme), PlaceCounts(LINES)
    model.show_places(counts.every())
    for line in LINES:
        counts.add(line, -1)
    model.recount(counts.touched())
    assert (rows(model), model.headings(), counts.paths) == ([("All scripts", "0")], [], [])
    for line in reversed(LINES):
        counts.add(line, 1)
    assert model.recount(counts.touched())
    headings = sorted(model.headings(), key=lambda index: index.row())
    assert [index.data() for index in headings] == ["Whose", "Categories"]
    assert rows(model, headings[1]) == [("问候", "2"), ("发票", "1")]
    assert rows(model)[0] == ("All scripts", "3")


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(), ["早上好", "发票", "小抄"]),
        (Place(PlaceKind.MOST_USED), ["早上好", "发票"]),
        (Place(PlaceKind.NEVER_USED), ["小抄"]),
        (Place(PlaceKind.REVIEW_DUE), ["发票"]),
        (Place(PlaceKind.SWITCHED_OFF), ["小抄"]),
        (Place(PlaceKind.SCOPE, Scope.SHOP), ["发票"]),
        (Place(PlaceKind.CATEGORY, path=("问候",)), ["早上好", "小抄"]),
        (Place(PlaceKind.HEADING), []),
    ],
)
def test_a_place_holds_what_it_says(place: Place, expected: list[str]) -> None:
    assert [line.script.title for line in standing_at(place, LINES)] == expected


PREVIEW = [
    PreviewLine(2, LineKind.NEW, "新", "亲，您好", remarks=("换成了全角。",)),
    PreviewLine(3, LineKind.DUPLICATE, "旧", "亲", findings=("不能这样说。",), like=OWN),
    PreviewLine(4, LineKind.PROBLEM, remarks=("没有话术内容。",)),
    PreviewLine(5, LineKind.SAME, "同", "亲", like=SHIPPED),
]


@pytest.fixture
def preview(theme: Theme) -> PreviewModel:
    model = PreviewModel(theme)
    model.show_lines(with_counts(PREVIEW))
    return model


def deeds(model: PreviewModel) -> list[object]:
    return [model.index(row, PreviewColumn.DEED).data() for row in range(model.rowCount())]


def test_a_preview_is_a_sound_model(preview: PreviewModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(preview)


def test_new_lines_come_mine_stay_and_problems_never_come(preview: PreviewModel) -> None:
    assert deeds(preview) == ["added", "mine stays", "not imported", "mine stays"]
    assert preview.coming() == 1
    preview.choose(range(4), Choice.BOTH)
    preview.leave_out(range(4))
    assert deeds(preview) == ["left out", "both are kept", "not imported", "both are kept"]
    assert (preview.coming(), preview.left_out) == (2, {2})
    preview.leave_out([0])
    preview.choose_all(Choice.THEIRS)
    assert deeds(preview) == ["added", "theirs is taken", "not imported", "both are kept"]
    assert preview.choices == {3: Choice.THEIRS, 5: Choice.BOTH}


def test_lines_are_shown_by_kind_or_by_remark(preview: PreviewModel) -> None:
    preview.show_kinds([LineKind.PROBLEM])
    assert [preview.line(row).row for row in range(preview.rowCount())] == [4]
    preview.show_kinds(None, only_remarked=True)
    assert [preview.line(row).row for row in range(preview.rowCount())] == [2, 3]
    assert preview.coming() == 1
