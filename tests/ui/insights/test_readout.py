"""The line of a plot that says what its bar says."""

from pytestqt.qtbot import QtBot

from deskhelper.ui.insights.plot_card import Readout
from deskhelper.ui.theme import Theme


def test_two_lines_are_kept_only_where_a_bar_needs_them(qtbot: QtBot, theme: Theme) -> None:
    line = Readout(theme)
    qtbot.addWidget(line)
    line.resize(300, 40)
    line.show()
    line.make_room(["5-18 · 2", "5-19 · 3"])
    one = line.height()
    line.make_room(["5-18 · 2", "a carrier with a long name · 12 parcels in anomaly of 340 in all"])
    assert line.height() == 2 * one
    line.setText("5-18 · 2")
    assert line.height() == 2 * one, "no key lays the page out anew"
    line.resize(900, line.height())
    assert line.height() == one
