"""The wizard fits the dock with every flow, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.text import Lang
from deskhelper.ui.cases.wizard_view import WizardView
from deskhelper.ui.theme import Theme
from tests import orders as o
from tests.orders import house_on, imported

DOCK_COLUMN = 372
"""What the narrowest dock (400 px) leaves to the column of a case."""
BESIDE_MAP = 362
"""What the case has beside the map in a window of 1440 pixels."""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = house_on(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_head_fits_the_dock_with_every_flow(house: House, qtbot: QtBot, theme: Theme, lang: Lang) -> None:
    wizard = WizardView(theme, lang)
    qtbot.addWidget(wizard)
    wizard.set_compact(True)
    order = imported(house, o.RECEIVED)
    with qtbot.waitExposed(wizard):
        wizard.show()
    for flow in house.cases.library.flows:
        wizard.show_case(house.cases.look(order, flow))
        assert wizard.minimumSizeHint().width() <= DOCK_COLUMN, flow
    assert not wizard._source.isVisible()
    wizard.set_compact(False)
    wizard.show_case(house.cases.look(order, "urge_shipment"))
    assert wizard._head.minimumSizeHint().width() <= BESIDE_MAP, "the mark of the source gives way"
    assert wizard._source.isVisible()
