from collections.abc import Sequence

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from deskhelper.ui.boards.model import PAGE, BoardModel, Role
from deskhelper.ui.boards.row import Cell, Column, Row

COLUMNS = [Column("Order number", 2), Column("Time", 1, 0, True)]


def rows(count: int) -> list[Row]:
    return [Row(str(number), (Cell(f"26051{number}"), Cell("late")), number) for number in range(count)]


class Asked:
    """A list of any length that notes what was asked of it."""

    def __init__(self, count: int) -> None:
        self.rows = rows(count)
        self.windows: list[tuple[int, int]] = []

    def __call__(self, offset: int, limit: int) -> Sequence[Row]:
        self.windows.append((offset, limit))
        return self.rows[offset : offset + limit]


def shown(count: int) -> tuple[BoardModel, Asked]:
    model, asked = BoardModel(COLUMNS), Asked(count)
    model.show_rows(asked, count)
    return model, asked


def test_the_model_keeps_its_word_to_views(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown(90)[0])


def test_only_the_page_in_sight_is_read() -> None:
    model, asked = shown(1000)
    assert model.rowCount() == 1000
    assert asked.windows == []
    assert model.index(PAGE + 1).data(Role.ROW).key == str(PAGE + 1)
    assert model.index(PAGE + 2).data() == f"26051{PAGE + 2}  late"
    assert asked.windows == [(PAGE, PAGE)]


def test_a_row_tells_its_columns_in_its_tooltip() -> None:
    model, _ = shown(1)
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "Order number: 260510\nTime: late"


def test_a_row_that_is_gone_meanwhile_is_blank() -> None:
    model, asked = shown(3)
    asked.rows = asked.rows[:1]
    assert model.index(2).data() is None
    assert model.row(7) is None


def test_ticks_stay_with_their_rows_and_all_can_be_ticked_or_none() -> None:
    model, asked = shown(3)
    model.tick(1)
    assert model.index(1).data(Role.IS_TICKED)
    model.show_rows(asked, 3)
    assert [*model.ticked] == ["1"]
    model.tick_rows(asked.rows)
    assert len(model.ticked) == 3
    model.tick_rows(asked.rows)
    assert not model.ticked


def test_only_rows_that_can_be_typed_into_are_editable_and_tell_what_was_typed() -> None:
    model, _ = shown(2)
    taken: list[tuple[str, str]] = []
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable
    model.is_editable = lambda row: row.key == "1"
    model.take_input = lambda row, words: taken.append((row.key, words))
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(1), "12")
    assert not model.setData(model.index(5), "12")
    assert taken == [("1", "12")]
