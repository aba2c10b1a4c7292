from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.paths import RESOURCES
from deskhelper.ui.kit.key_line import KeyLine
from deskhelper.ui.kit.page_head import HEIGHT, PageHead
from deskhelper.ui.theme import Theme

KEPT: list[QWidget] = []
"""What has no owner in Qt."""


def head_of(qtbot: QtBot, width: int) -> tuple[PageHead, QLabel, QLabel]:
    beside, action = QLabel("beside"), QLabel("action")
    whole = QWidget()
    head = PageHead(Theme(RESOURCES), "Cases", (beside,), (action,))
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    column.addStretch(1)
    qtbot.addWidget(whole)
    KEPT.append(whole)
    whole.resize(width, 300)
    whole.show()
    return head, beside, action


def top(part: QWidget, head: PageHead) -> int:
    return part.mapTo(head, part.rect().center()).y()


def test_in_a_wide_head_all_stands_in_one_line_of_one_height(qtbot: QtBot) -> None:
    head, beside, action = head_of(qtbot, 1000)
    qtbot.waitUntil(lambda: head.height() in (HEIGHT - 1, HEIGHT))  # the hairline is the style sheet's
    assert abs(top(beside, head) - top(action, head)) <= 2


def test_in_a_narrow_head_what_narrows_the_page_goes_below_its_name(qtbot: QtBot) -> None:
    head, beside, action = head_of(qtbot, 400)
    qtbot.waitUntil(lambda: top(beside, head) > top(action, head) + 20)


def test_a_remark_stands_beside_the_name_and_takes_no_room_where_there_is_none(qtbot: QtBot) -> None:
    head, beside, _ = head_of(qtbot, 1000)
    before = beside.mapTo(head, beside.rect().topLeft()).x()
    head.show_remark("5 cases")
    qtbot.waitUntil(lambda: beside.mapTo(head, beside.rect().topLeft()).x() > before)
    assert (head.title, head.remark) == ("Cases", "5 cases")


def test_a_key_is_never_parted_from_what_it_does(qtbot: QtBot) -> None:
    line = KeyLine("Enter open it · S later")
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.show()
    assert (
        shown_of(line) == "Enter\N{NO-BREAK SPACE}open\N{NO-BREAK SPACE}it\N{NO-BREAK SPACE}· S\N{NO-BREAK SPACE}later"
    )
    assert line.words == "Enter open it · S later"


def test_no_line_of_keys_ends_in_a_dot(qtbot: QtBot) -> None:
    line = KeyLine("Enter open it · S later · Esc back")
    qtbot.addWidget(line)
    line.resize(600, 40)
    line.show()
    assert "\n" not in shown_of(line)
    line.resize(160, 40)
    lines = shown_of(line).split("\n")
    assert len(lines) > 1
    assert not [one for one in lines if one.strip("\N{NO-BREAK SPACE} ").endswith("·")]


def shown_of(line: KeyLine) -> str:
    return line.findChildren(QLabel)[0].text()


def test_a_key_line_of_no_page_yet_is_no_window_of_its_own(qtbot: QtBot) -> None:
    line = KeyLine("Enter open")
    qtbot.addWidget(line)
    assert not line.isVisible()


def test_no_line_ends_between_two_chinese_characters_of_one_deed(qtbot: QtBot) -> None:
    line = KeyLine("C 投诉 · U 撤销")
    qtbot.addWidget(line)
    shown = line.findChildren(QLabel)[0].text()
    assert "投\N{WORD JOINER}诉" in shown
