"""The words of a reply, painted in pieces; a click on a slot asks for its field."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from deskhelper.ui.cases.reply_body import Piece, ReplyBody
from deskhelper.ui.theme import Scheme, Theme
from deskhelper.ui.theme.fonts import REPLY, height_of, width_of

BEFORE, TIME, AFTER = "亲，您的订单会在", "5月19日20点", "前为您寄出。"
PIECES = (Piece(BEFORE), Piece(TIME, ground="slot", slot="ship_time"), Piece(AFTER))


@pytest.fixture
def body(qtbot: QtBot, theme: Theme) -> ReplyBody:
    made = ReplyBody(theme)
    qtbot.addWidget(made)
    made.show_pieces(PIECES)
    made.resize(600, 100)
    made.show()
    return made


def line() -> int:
    return round(height_of(REPLY) * 1.5)


def place_of(words: str) -> float:
    """Return the pixels that `words` take, which is where those after them begin."""
    return width_of(words, REPLY)


def test_the_height_follows_from_the_width_line_by_line(body: ReplyBody) -> None:
    assert body.heightForWidth(600) == line()
    assert body.heightForWidth(place_of(BEFORE) + 4) == 3 * line()
    body.show_pieces([Piece("第一行\n第二行")])
    assert body.heightForWidth(600) == 2 * line()


def test_a_click_on_a_slot_asks_for_it_and_one_beside_does_not(body: ReplyBody, qtbot: QtBot) -> None:
    inside = QPoint(round(place_of(BEFORE)) + 5, line() // 2)
    with qtbot.waitSignal(body.slot_clicked) as clicked:
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=inside)
    assert clicked.args == ["ship_time"]
    with qtbot.assertNotEmitted(body.slot_clicked):
        qtbot.mouseClick(body, Qt.MouseButton.RightButton, pos=inside)
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(5, line() // 2))
        qtbot.mouseClick(body, Qt.MouseButton.LeftButton, pos=QPoint(inside.x(), line() * 2))


def test_the_hand_is_shown_over_slots_alone(body: ReplyBody, qtbot: QtBot) -> None:
    qtbot.mouseMove(body, QPoint(round(place_of(BEFORE)) + 5, line() // 2))
    assert body.cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(body, QPoint(5, line() // 2))
    assert body.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_characters_outside_the_basic_plane_move_no_slot(body: ReplyBody) -> None:
    smile = "😊😊"
    body.show_pieces([Piece(smile), *PIECES])
    begin = place_of(smile + BEFORE)
    assert body.slot_at(QPointF(begin + 4, 5)) == "ship_time"
    assert body.slot_at(QPointF(begin - 4, 5)) == ""
    assert body.slot_at(QPointF(begin + place_of(TIME) + 4, 5)) == ""


def test_a_slot_on_a_later_line_is_found_there(body: ReplyBody) -> None:
    width = place_of(BEFORE) + 4
    body.resize(round(width), body.heightForWidth(round(width)))
    assert body.slot_at(QPointF(5, 5)) == ""
    assert body.slot_at(QPointF(5, line() + 5)) == "ship_time"
    assert body.slot_at(QPointF(5, 2 * line() + 5)) == ""


def test_the_ground_of_a_slot_follows_the_theme(body: ReplyBody, theme: Theme) -> None:
    at = QPoint(round(place_of(BEFORE)) + 1, line() // 2 - height_of(REPLY) // 2 + 1)
    assert body.grab().toImage().pixelColor(at) == theme.color("slot")
    theme.set_scheme(Scheme.DARK)
    assert body.grab().toImage().pixelColor(at) == theme.color("slot")
