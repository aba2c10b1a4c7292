from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.case import CaseState
from deskhelper.ui.cases.calculator_view import CalculatorView
from deskhelper.ui.theme import Theme
from tests import orders as o
from tests.orders import at, house_on, imported


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = house_on(tmp_path)
    yield made
    made.close()


def words_of(view: CalculatorView) -> str:
    return "\n".join(part.text() for part in view.findChildren(QLabel) if part.isVisible())


def test_the_windows_of_a_received_order_are_shown_with_what_the_seeds_would_make_of_them(
    qtbot: QtBot, theme: Theme, house: House
) -> None:
    order = imported(house, o.RECEIVED)
    calculator = CalculatorView(theme, "en", house.clock, lambda: house.policy)
    qtbot.addWidget(calculator)
    calculator.resize(370, 600)
    calculator.show()
    calculator.toggle()
    view = house.cases.look(order, "urge_shipment", CaseState({"wants": "ship"}))
    ends = {"no_reason_until": at("2026-05-27T00:00"), "exchange_until": at("2026-05-27T00:00")}
    calculator.show_case(replace(view, facts=view.facts | ends))
    QApplication.processEvents()
    assert "Return without reason" in words_of(calculator)
    assert "until 5-26 23:59" in words_of(calculator)
    assert "Seed documents: 15 days\nuntil 6-03 23:59" in words_of(calculator)
    assert "订单" not in calculator.line
    calculator.show_case(replace(view, facts=view.facts | {"exchange_until": None}))
    assert "15 days" not in words_of(calculator)
    calculator.clear()
    assert calculator.isHidden()
