"""The open question: few options stand one below the other, many in two columns where there is room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.ui.cases.question_card import OptionRow, QuestionCard
from deskhelper.ui.theme import Theme
from tests import orders as o
from tests.orders import house_on, imported


def rows(card: QuestionCard) -> list[OptionRow]:
    return [row for row in card.findChildren(OptionRow) if not row.isHidden()]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = house_on(tmp_path)
    yield made
    made.close()


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> QuestionCard:
    made = QuestionCard(theme, "zh")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("flow", "width", "columns"), [("after_sale", 520, 2), ("after_sale", 360, 1), ("urge_shipment", 520, 1)]
)
def test_many_options_stand_in_two_columns(
    card: QuestionCard, house: House, qtbot: QtBot, flow: str, width: int, columns: int
) -> None:
    card.resize(width, 600)
    with qtbot.waitExposed(card):
        card.show()
    view = house.cases.look(imported(house, o.ONLINE if flow == "after_sale" else {}), flow)
    card.show_question(view)
    qtbot.waitUntil(lambda: len({(row.x(), row.y()) for row in rows(card)}) == len(rows(card)))
    shown = rows(card)
    assert len({row.x() for row in shown}) == columns
    assert [row.option for row in shown] == list(view.flow.questions[view.walk.question or ""].options)


def test_an_option_is_chosen_by_click_and_by_key(card: QuestionCard, house: House, qtbot: QtBot) -> None:
    card.show_question(house.cases.look(imported(house, o.ONLINE), "after_sale"))
    second = rows(card)[1]
    with qtbot.waitSignal(card.answered) as said:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert said.args == ["matter", second.option]
    with qtbot.waitSignal(card.answered) as said:
        qtbot.keyClick(second, Qt.Key.Key_Space)
    assert said.args == ["matter", second.option]
