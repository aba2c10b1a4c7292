"""A titled list of lines that one widget paints."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from deskhelper.ui.kit.lines import BETWEEN, Line, Lines
from deskhelper.ui.theme import Scheme, Theme
from deskhelper.ui.theme.fonts import BODY, REMARK, height_of, wrapped

LONG = "延迟发货，平台赔付买家：订单不足 300 元赔 3 元；满 300 元按商家实收的 1%，最多 30 元"
RISK = Line("triangle-alert", "warn", LONG, "2025 起")


@pytest.fixture
def lines(qtbot: QtBot, theme: Theme) -> Lines:
    made = Lines(theme, "风险")
    qtbot.addWidget(made)
    made.resize(260, 200)
    return made


def grab(lines: Lines) -> QImage:
    return lines.grab().toImage()


def test_nothing_is_shown_while_there_is_nothing(lines: Lines) -> None:
    lines.show_lines([RISK])
    assert not lines.isHidden()
    lines.show_lines([])
    assert lines.isHidden()


def test_narrower_is_taller_and_a_remark_takes_room(lines: Lines) -> None:
    lines.show_lines([RISK._replace(remark="")])
    title = height_of(REMARK) + BETWEEN
    assert lines.heightForWidth(2000) == title + height_of(BODY)
    assert lines.heightForWidth(200) > lines.heightForWidth(400) > lines.heightForWidth(2000)
    without = lines.heightForWidth(200)
    lines.show_lines([RISK])
    assert lines.heightForWidth(200) > without
    lines.show_lines([RISK, RISK])
    assert lines.heightForWidth(200) - title == 2 * (without - title + wrapped("2025 起", 200, REMARK)[1] + 2) + BETWEEN


def test_a_line_break_in_the_words_is_one_on_the_screen(lines: Lines) -> None:
    lines.show_lines([Line("message-square", "faint", "亲，在的。")])
    one = lines.heightForWidth(400)
    lines.show_lines([Line("message-square", "faint", "亲，在的。\n马上为您看。")])
    assert lines.heightForWidth(400) == one + height_of(BODY)


def test_a_screen_reader_reads_all_of_it(lines: Lines) -> None:
    lines.show_lines([RISK, Line("info", "accent", "备注")])
    assert lines.accessibleName() == f"风险\n{LONG}\n2025 起\n备注"


def test_all_lines_are_painted_within_their_height(lines: Lines) -> None:
    lines.show_lines([RISK, RISK])
    lines.resize(260, lines.heightForWidth(260) + 40)
    lines.show()
    picture = grab(lines)
    ground = picture.pixelColor(259, picture.height() - 1)
    inked = [y for y in range(picture.height()) if any(picture.pixelColor(x, y) != ground for x in range(260))]
    both = lines.heightForWidth(260)
    lines.show_lines([RISK])
    assert lines.heightForWidth(260) < inked[-1] < both, "the second line stands below the first, and is not cut"


def test_the_colours_follow_the_theme(lines: Lines, theme: Theme) -> None:
    lines.show_lines([Line("info", "bad", "字")])
    lines.resize(200, lines.heightForWidth(200))
    lines.show()
    light = grab(lines)
    theme.set_scheme(Scheme.DARK)
    assert grab(lines) != light
