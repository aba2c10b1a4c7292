"""What the list is written with is drawn before it is looked for, a little at a time."""

from collections import Counter

import pytest
from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from deskhelper.ui.desk import ink_ahead
from deskhelper.ui.desk.ink_ahead import ALWAYS, AT_ONCE, FACES, InkAhead


def test_every_letter_is_drawn_once_in_every_face_a_few_at_a_time(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    class Watched(QPainter):
        def drawText(self, x: int, y: int, words: str) -> None:  # type: ignore[override]
            drawn.append(words)

    monkeypatch.setattr(ink_ahead, "QPainter", Watched)
    ink = InkAhead(2.0)
    ink.draw("灰蓝四件套")
    assert not drawn
    qtbot.waitUntil(lambda: ink.is_done)
    assert max(map(len, drawn)) == AT_ONCE
    assert Counter("".join(drawn)) == Counter((ALWAYS + "灰蓝四件套") * len(FACES))


def test_a_desk_that_closes_draws_no_more(qtbot: QtBot) -> None:
    ink = InkAhead(1.0)
    ink.draw("灰蓝四件套")
    ink.rest()
    qtbot.wait(ink_ahead.PAUSE_MS * 3)
    assert not ink.is_done


def test_letters_that_were_drawn_are_not_drawn_again(qtbot: QtBot) -> None:
    ink = InkAhead(1.0)
    ink.draw("灰蓝")
    ink.draw("蓝四")
    assert ink._waiting == ALWAYS + "灰蓝四"
    ink.rest()
