"""Filling once and laying out once: what is asked right afterwards is final already."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.kit import FlowLayout, label
from deskhelper.ui.kit.laid_out import laid_out_once
from deskhelper.ui.theme import Theme

LONG = "延迟发货，平台赔付买家：" * 12


class Nest(QWidget):
    """A wrapped label three layouts deep, hidden at first, with a label below it."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.below = label(wraps=True), QLabel("below")
        self.row, self.card = QWidget(), QWidget()
        QHBoxLayout(self.row).addWidget(self.words)
        QVBoxLayout(self.card).addWidget(self.row)
        column = QVBoxLayout(self)
        column.addWidget(self.card)
        column.addWidget(self.below)
        column.addStretch(1)
        self.row.hide()
        self.resize(200, 900)


@pytest.fixture
def nest(qtbot: QtBot, theme: Theme) -> Nest:
    made = Nest()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_was_filled_stands_where_it_belongs_before_any_event(nest: Nest) -> None:
    with laid_out_once(nest, nest.card):
        nest.words.setText(LONG)
        nest.row.show()
        assert not nest.layout().isEnabled()
    assert nest.layout().isEnabled()
    assert nest.words.height() >= nest.words.heightForWidth(nest.words.width()) > 100
    assert nest.below.y() > nest.card.geometry().bottom()


def test_a_hold_within_a_hold_does_not_let_go_early(nest: Nest) -> None:
    with laid_out_once(nest):
        with laid_out_once(nest, nest.card, None):
            nest.row.show()
        assert not nest.layout().isEnabled()
    assert nest.layout().isEnabled()


class Counted(QVBoxLayout):
    """Counts how often it was laid out."""

    times = 0

    def setGeometry(self, rect: QRect) -> None:
        self.times += 1
        super().setGeometry(rect)


def test_what_is_within_a_hold_is_laid_out_with_it_not_before(nest: Nest) -> None:
    inner = QWidget(nest.card)
    inner.setLayout(counted := Counted())
    counted.addWidget(words := label(wraps=True))
    nest.card.layout().addWidget(inner)  # type: ignore[union-attr]
    inner.show()
    words.show()
    nest.layout().activate()
    counted.times = 0
    with laid_out_once(nest, nest.card):
        with laid_out_once(nest.card, inner):
            words.setText(LONG)
        assert counted.times == 0
        with laid_out_once(nest.card, inner):
            words.setText(LONG * 2)
    assert words.height() >= words.heightForWidth(words.width())


def test_within_a_hold_what_was_filled_is_measured_as_it_is_now(nest: Nest) -> None:
    nest.card.layout().addLayout(flow := FlowLayout())  # type: ignore[union-attr]
    parts = [QLabel("承诺发货时间") for _ in range(6)]
    for part in parts:
        flow.addWidget(part)
        part.show()
    nest.layout().activate()
    high = nest.card.layout().totalHeightForWidth(200)  # type: ignore[union-attr]
    with laid_out_once(nest):
        with laid_out_once(nest, nest.card):
            for part in parts[1:]:
                part.hide()
        assert nest.card.layout().totalHeightForWidth(200) < high  # type: ignore[union-attr]


def test_what_was_resized_from_outside_while_held_is_laid_out_to_its_new_size(nest: Nest) -> None:
    nest.words.setText("short")
    nest.row.show()
    nest.layout().activate()
    with laid_out_once(nest.card):
        nest.card.resize(nest.card.width(), nest.card.height() + 80)
    assert nest.row.height() > nest.card.height() - 40


def test_layouts_come_back_after_an_error(nest: Nest) -> None:
    with pytest.raises(ValueError, match="broken"), laid_out_once(nest):
        raise ValueError("broken")
    assert nest.layout().isEnabled()


def test_wrapped_words_are_measured_anew_when_they_or_their_font_change(nest: Nest) -> None:
    short = nest.words.heightForWidth(150)
    nest.words.setText(LONG)
    high = nest.words.heightForWidth(150)
    font = nest.words.font()
    font.setPixelSize(2 * font.pixelSize())
    nest.words.setFont(font)
    assert short < high < nest.words.heightForWidth(150)
