"""Nothing that has to be read whole is cut in a table of a small window, in either language."""

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from deskhelper.core.text import Lang
from deskhelper.ui.boards.alert_section import alert_columns
from deskhelper.ui.boards.delegate import places
from deskhelper.ui.boards.parcel_section import parcel_columns
from deskhelper.ui.boards.row import Column
from deskhelper.ui.boards.stock_section import stock_columns
from deskhelper.ui.kit.paint import pill_size
from deskhelper.ui.theme.fonts import BODY, fitted, width_of

COLUMNS = {"parcels": parcel_columns, "alerts": alert_columns, "stock": stock_columns}


def is_whole(column: Column, words: str, width: int) -> bool:
    if column.is_pill:
        return pill_size(words, True).width() <= width
    return fitted(words, width, BODY, True)[0] == words


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("board", COLUMNS)
def test_words_that_are_to_stay_whole_do_at_1024_pixels(qtbot: QtBot, board: str, lang: Lang) -> None:
    columns = COLUMNS[board](lang)
    room = places(columns, QRect(0, 0, 900, 44))
    kept = [(column, place.width()) for column, place in zip(columns, room, strict=True) if column.whole]
    assert kept
    for column, width in kept:
        assert [words for words in column.whole if not is_whole(column, words, width)] == []
    assert min(place.width() for place in room) >= 30
    assert room[-1].right() <= 900


def test_columns_without_such_words_keep_their_shares(qtbot: QtBot) -> None:
    first, second = places([Column("a", 1), Column("b", 3)], QRect(0, 0, 900, 44))
    assert abs(second.width() - 3 * first.width()) <= 3
    long = "260517-000000000000000"
    first, second = places([Column("a", 1, whole=(long,)), Column("b", 9)], QRect(0, 0, 700, 44))
    assert first.width() >= width_of(long, BODY, True)
