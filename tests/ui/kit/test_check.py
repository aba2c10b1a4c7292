"""A box whose words wrap and are clicked with it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deskhelper.core.text import Text
from deskhelper.ui.cases.sections import Ticks
from deskhelper.ui.kit.check import WrappedCheck
from deskhelper.ui.theme import Theme

LONG = "问仓库：没交给快递的马上交，交了的请网点补扫揽收，" * 3
WORDS = QPoint(150, 20)


@pytest.fixture
def check(qtbot: QtBot, theme: Theme) -> WrappedCheck:
    made = WrappedCheck(theme)
    qtbot.addWidget(made)
    made.resize(200, 100)
    made.show_words(LONG, is_ticked=False)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_long_words_wrap_instead_of_holding_the_column_open(check: WrappedCheck) -> None:
    assert check.minimumSizeHint().width() < 200
    assert check.heightForWidth(160) > 3 * check.heightForWidth(2000) > 0
    assert check.text() == LONG, "a screen reader reads the words with the box"


def test_a_click_on_the_words_ticks_the_box(check: WrappedCheck, qtbot: QtBot) -> None:
    with qtbot.waitSignal(check.toggled) as ticked:
        qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=WORDS)
    assert ticked.args == [True]
    qtbot.mouseClick(check, Qt.MouseButton.RightButton, pos=WORDS)
    assert check.isChecked()
    check.show_words(LONG, is_ticked=True, is_enabled=False)
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=WORDS)
    assert check.isChecked()


def test_to_show_words_tells_nobody(check: WrappedCheck, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(check.toggled):
        check.show_words("别的", is_ticked=True)
    assert check.isChecked()


def test_a_to_do_of_the_outcome_is_told_by_its_chinese_words(qtbot: QtBot, theme: Theme) -> None:
    ticks = Ticks(theme, "To do")
    qtbot.addWidget(ticks)
    ticks.show_todos((Text(zh="甲", en="a"), Text(zh="乙", en="b")), ("甲",), "en")
    first, second = ticks.findChildren(WrappedCheck)
    assert [each.text() for each in (first, second)] == ["a", "b"]
    assert [each.isChecked() for each in (first, second)] == [True, False]
    with qtbot.waitSignal(ticks.ticked) as ticked:
        second.click()
    assert ticked.args == ["乙", True]
