"""The hand-over in the real window, by keys: notes, the page on screen, the PDF and its words."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deskhelper.ui.hand_over import page
from deskhelper.ui.hand_over.page import HandOverPage
from tests.ui.desk.conftest import Hands

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def over(hands: Hands, qtbot: QtBot) -> HandOverPage:
    """One open case, and the hand-over in sight."""
    hands.type("4268")
    qtbot.wait(150)
    hands.press(Key.Key_Return)
    hands.type("1")
    return opened(hands, qtbot)


def opened(hands: Hands, qtbot: QtBot) -> HandOverPage:
    hands.press(Key.Key_H, held=CTRL)
    shown = hands.desk.work.pages.page
    assert isinstance(shown, HandOverPage)
    qtbot.waitUntil(lambda: shown._over is not None)
    return shown


def notes(over: HandOverPage) -> list[str]:
    return [over.notes.list.item(at).text() for at in range(over.notes.list.count())]


def test_what_is_open_is_on_the_page(over: HandOverPage) -> None:
    words = over.lists.toPlainText()
    assert "260517-111111111114268" in words
    assert "逾期订单" in words
    assert "催发货" in words


def test_notes_are_written_edited_ticked_and_taken_away_by_keys(over: HandOverPage, hands: Hands, qtbot: QtBot) -> None:
    for words in ("first", "second"):
        hands.type(words)
        hands.press(Key.Key_Return)
    assert notes(over) == ["first", "second"]
    hands.press(Key.Key_Return)
    assert hands.focus is over.notes.list
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: notes(over) == ["second", "first"])
    hands.press(Key.Key_Z, held=CTRL)
    assert notes(over) == ["first", "second"]
    hands.press(Key.Key_Return)
    hands.type("new")
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: notes(over) == ["new", "second"])
    qtbot.waitUntil(lambda: hands.focus is over.notes.list)
    hands.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: notes(over) == ["second"])
    hands.desk.work.toast.button.click()
    assert sorted(notes(over)) == ["new", "second"]
    hands.press(Key.Key_Home)
    hands.press(Key.Key_Up)
    assert hands.focus is over.notes.line


def test_esc_leaves_words_first_and_comes_back_to_the_cases(hands: Hands, qtbot: QtBot) -> None:
    hands.press(Key.Key_8, held=CTRL)
    board = hands.desk.work.pages.page
    board.bar.hand_over.click()  # type: ignore[union-attr]
    over = hands.desk.work.pages.page
    assert isinstance(over, HandOverPage)
    hands.type("half")
    hands.press(Key.Key_Escape)
    assert over.notes.line.text() == ""
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is board
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_the_pdf_holds_words_that_can_be_searched_and_no_phone(
    over: HandOverPage, hands: Hands, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    over.notes.line.setText("毯子缺货，问仓库 13800001234")
    hands.press(Key.Key_Return)
    target = tmp_path / "交接班.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    hands.press(Key.Key_S, held=CTRL)
    assert target.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: over._over is not None and over._over.last is not None)
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    words = subprocess.run(
        ["pdftotext", "-layout", str(target), "-"], capture_output=True, text=True, check=True
    ).stdout
    for wanted in ("交接班", "未完成的案例", "逾期订单", "金额", "毯子缺货", "138****1234", "111111114268", "催发货"):
        assert wanted in words, wanted
    assert "13800001234" not in words


def test_a_pdf_that_cannot_be_written_is_told_and_nothing_is_remembered(
    over: HandOverPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(over.refused):
        assert not over.save(tmp_path / "gone" / "over.pdf")
    assert over._service.read().last is None


def test_printing_is_remembered_where_it_was_done(
    over: HandOverPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(page, "ask_and_print", lambda *_: answers.pop(0))
    hands.press(Key.Key_P, held=CTRL)
    assert over._service.read().last is None
    hands.press(Key.Key_P, held=CTRL)
    assert over._service.read().last is not None


def test_links_lead_to_orders_and_cases(over: HandOverPage, hands: Hands, qtbot: QtBot) -> None:
    over.lists.anchorClicked.emit(QUrl("order:pdd/260517-111111111110192"))
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert view.order.order_no.endswith("0192")
    again = opened(hands, qtbot)
    assert again._over is not None
    again.lists.anchorClicked.emit(QUrl(f"case:{again._over.cases[0].id}"))
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert view.order.order_no.endswith("4268")


def test_narrow_windows_show_no_columns(over: HandOverPage, hands: Hands) -> None:
    over.lists.setHtml("")
    hands.desk.window.resize(400, 800)
    hands.desk.settle()
    assert "下一步" not in over.lists.toPlainText()
    assert "260517-111111111114268" in over.lists.toPlainText()
    assert "待\N{WORD JOINER}处\N{WORD JOINER}理" in over.lists.toPlainText(), "a state is not broken between two lines"
    hands.desk.window.resize(1200, 800)
    hands.desk.settle()
    assert "下一步" in over.lists.toPlainText()
    assert "\N{WORD JOINER}" not in over.lists.toPlainText()
