"""The cases board in the real window, by keys alone: state, owner, deadline, complaint, next step, search, undo."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from deskhelper.core.case_care import Deadline, Stage
from deskhelper.core.moments import HOUR
from deskhelper.services.clock import FixedClock
from deskhelper.ui.case_board import deadline_dialog, page
from deskhelper.ui.case_board.page import CaseBoardPage
from deskhelper.ui.case_board.places import CARD_HEIGHT, WIDE_HEIGHT, places_in
from deskhelper.ui.case_board.words import room_of, stage_tag
from deskhelper.ui.kit.paint import pill_size
from deskhelper.ui.theme.fonts import fitted
from tests.made_up import order_no
from tests.ui.desk.conftest import Hands

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board(hands: Hands) -> CaseBoardPage:
    """Two cases, one answered and one not, and the board in sight."""
    for tail, keys in (("4268", "1"), ("7731", "1")):
        hands.type(tail)
        hands.qtbot.wait(150)
        hands.press(Key.Key_Return)
        hands.type(keys)
    return opened(hands)


def opened(hands: Hands) -> CaseBoardPage:
    hands.press(Key.Key_8, held=CTRL)
    hands.desk.settle()
    shown = hands.desk.work.pages.page
    assert isinstance(shown, CaseBoardPage)
    hands.qtbot.waitUntil(lambda: shown._has_read)
    return shown


def tails(board: CaseBoardPage) -> list[str]:
    lines = (board.model.line(row) for row in range(board.model.rowCount()))
    return [line.order_no[-4:] for line in lines if line is not None]


def chosen(board: CaseBoardPage) -> str:
    line = board.rows.chosen
    assert line is not None
    return line.order_no[-4:]


def test_the_board_opens_with_its_key_and_takes_the_keys(board: CaseBoardPage, hands: Hands) -> None:
    assert sorted(tails(board)) == ["4268", "7731"]
    assert hands.focus is board.rows
    hands.press(Key.Key_8, held=CTRL)
    assert hands.desk.work.pages.page is None


def test_enter_opens_the_case_in_its_tab(board: CaseBoardPage, hands: Hands) -> None:
    hands.press(Key.Key_End)
    tail = chosen(board)
    hands.press(Key.Key_Return)
    view = hands.desk.work.room.open_case.view
    assert view is not None
    assert view.order.order_no == order_no(tail)
    assert hands.desk.work.pages.page is None


def test_numbers_set_the_state_and_u_takes_it_back(board: CaseBoardPage, hands: Hands) -> None:
    hands.press(Key.Key_4)
    line = board.rows.chosen
    assert line is not None
    assert (line.standing.stage, line.standing.is_by_hand) == (Stage.PLATFORM, True)
    assert hands.desk.work.toast.isVisible()
    hands.press(Key.Key_U)
    line = board.rows.chosen
    assert line is not None
    assert (line.standing.stage, line.standing.is_by_hand) == (Stage.NEW, False)
    hands.press(Key.Key_3)
    hands.press(Key.Key_0)
    line = board.rows.chosen
    assert line is not None
    assert line.standing.stage is Stage.NEW


def test_ctrl_z_takes_back_what_was_done_on_the_board(board: CaseBoardPage, hands: Hands) -> None:
    hands.press(Key.Key_4)
    hands.press(Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    line = board.rows.chosen
    assert line is not None
    assert line.standing.stage is Stage.NEW
    assert hands.desk.work.toast.accessibleName() == "已恢复"


def test_a_case_that_is_done_leaves_the_list_and_is_found_among_the_done(board: CaseBoardPage, hands: Hands) -> None:
    tail = chosen(board)
    hands.press(Key.Key_5)
    assert tails(board) == [one for one in ("4268", "7731") if one != tail]
    hands.press(Key.Key_Left)
    hands.desk.settle()
    hands.qtbot.waitUntil(lambda: tails(board) == [tail])
    hands.desk.work.toast.button.click()
    assert tails(board) == []
    hands.press(Key.Key_Escape)
    assert len(tails(board)) == 2


def test_owner_and_next_step_are_typed_in_place(board: CaseBoardPage, hands: Hands) -> None:
    hands.press(Key.Key_O)
    hands.type("An")
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: board.rows.chosen is not None and board.rows.chosen.standing.owner == "An")
    hands.qtbot.waitUntil(lambda: hands.focus is board.rows)
    hands.press(Key.Key_N)
    hands.type("call")
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: board.rows.chosen is not None and board.rows.chosen.standing.next_step == "call")
    assert board.bar.owner.findText("An") > 0


def test_a_complaint_goes_on_top_with_the_platforms_limit(
    board: CaseBoardPage, hands: Hands, clock: FixedClock
) -> None:
    hands.press(Key.Key_End)
    tail = chosen(board)
    hands.press(Key.Key_C)
    assert tails(board)[0] == tail == chosen(board)
    line = board.rows.chosen
    assert line is not None
    assert (line.standing.due_by, line.standing.due_at) == (Deadline.COMPLAINT, clock.now() + 48 * HOUR)
    board.bar.complaints.setChecked(True)
    assert tails(board) == [tail]
    board.rows.setFocus()
    hands.press(Key.Key_C)
    assert tails(board) == []
    assert board.empty.isVisible()


def test_a_deadline_is_asked_for_and_counted_in_the_rail(
    board: CaseBoardPage, hands: Hands, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.keyPress(hands.desk.window.windowHandle(), Key.Key_Control)  # a sign of the agent, as the system tells it
    monkeypatch.setattr(page.DeadlineDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(deadline_dialog.DeadlineDialog, "at", clock.now() + 2 * HOUR)
    hands.press(Key.Key_D)
    line = board.rows.chosen
    assert line is not None
    assert (line.standing.due_at, line.standing.due_by) == (clock.now() + 2 * HOUR, Deadline.HAND)
    qtbot.waitUntil(lambda: hands.desk.window.rail._pages["cases"].count_words == "1")
    monkeypatch.setattr(page.DeadlineDialog, "exec", lambda dialog: dialog.none_button.click() or dialog.result())
    hands.press(Key.Key_D)
    line = board.rows.chosen
    assert line is not None
    assert line.standing.due_at is None
    qtbot.waitUntil(lambda: hands.desk.window.rail._pages["cases"].count_words == "0")


def test_a_deadline_given_up_changes_nothing(
    board: CaseBoardPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.DeadlineDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected)
    before = board.rows.chosen
    hands.press(Key.Key_D)
    assert board.rows.chosen == before


def test_words_find_cases_and_esc_goes_back_step_by_step(board: CaseBoardPage, hands: Hands) -> None:
    hands.type("/")
    assert hands.focus is board.bar.words
    hands.type("7731")
    hands.qtbot.waitUntil(lambda: tails(board) == ["7731"])
    hands.press(Key.Key_Down)
    assert hands.focus is board.rows
    hands.press(Key.Key_Escape)
    assert len(tails(board)) == 2
    hands.press(Key.Key_Escape)
    assert hands.desk.work.pages.page is None


def test_arrows_turn_the_states(board: CaseBoardPage, hands: Hands) -> None:
    hands.press(Key.Key_Right)
    assert board.bar.wanted.stage is Stage.NEW
    hands.press(Key.Key_Right)
    assert (board.bar.wanted.stage, tails(board)) == (Stage.BUYER, [])
    board.empty.button.click()
    assert len(tails(board)) == 2


def test_narrow_windows_show_cards_and_nothing_is_cut(board: CaseBoardPage, hands: Hands) -> None:
    assert board.rows.verticalHeader().defaultSectionSize() == WIDE_HEIGHT
    assert board.names.isVisible()
    hands.desk.window.resize(400, 800)
    hands.desk.settle()
    assert board.rows.verticalHeader().defaultSectionSize() == CARD_HEIGHT
    assert not board.names.isVisible()
    room = board.rows.viewport().rect()
    places = places_in(room)
    for name in ("order", "product", "title", "stage", "next", "owner", "due"):
        assert room.contains(getattr(places, name).intersected(room.adjusted(0, 0, 0, 999)))
        assert getattr(places, name).width() > 40


def test_the_states_are_a_choice_where_their_tabs_would_be_cut(board: CaseBoardPage, hands: Hands) -> None:
    assert board.bar.stages.isVisible()
    assert board.bar.stage.isHidden()
    hands.desk.window.resize(400, 800)
    hands.desk.settle()
    assert board.bar.stages.isHidden()
    assert board.bar.stage.isVisible()
    assert board.bar.stage.currentText() == board.bar.stages.tabText(0)
    board.bar.stage.setCurrentIndex(2)
    assert board.bar.stages.currentIndex() == 2
    hands.press(Qt.Key.Key_Right)
    assert board.bar.stage.currentIndex() == 3
    board.bar.clear()
    assert (board.bar.stage.currentIndex(), board.bar.stages.currentIndex()) == (0, 0)


def test_a_case_that_was_deleted_meanwhile_is_told(board: CaseBoardPage, hands: Hands, qtbot: QtBot) -> None:
    hands.desk.services.cases._cases._database.execute("DELETE FROM cases")
    with qtbot.waitSignal(board.refused):
        hands.press(Key.Key_2)
    qtbot.waitUntil(lambda: board.model.rowCount() == 0)
    assert board.empty.isVisible()


def test_the_line_below_the_reply_says_how_the_case_stands(hands: Hands, qtbot: QtBot) -> None:
    hands.type("4268")
    hands.qtbot.wait(150)
    hands.press(Key.Key_Return)
    care = hands.desk.work.room.care
    assert care.isHidden()
    hands.type("1")
    qtbot.waitUntil(lambda: not care.isHidden())
    before = care.text()
    care._on_menu_about_to_show()
    actions = {str(action.data()): action for action in care._menu.actions()}
    actions["complaint"].trigger()
    assert care.text() != before
    actions[Stage.PLATFORM.value].trigger()
    board = opened(hands)
    line = board.rows.chosen
    assert line is not None
    assert (line.standing.stage, line.standing.is_complaint) == (Stage.PLATFORM, True)


@pytest.mark.parametrize("width", [400, 960])
def test_english_states_and_titles_are_not_cut_in_a_small_window(qtbot: QtBot, width: int) -> None:
    titles = ("Urged shipment", "Platform case", "催发货")
    room = room_of(titles)
    places = places_in(QRect(0, 0, width, 88), room)
    for stage in Stage:
        tag = stage_tag(stage)
        assert pill_size(f"{tag.words} ·", tag.tone.has_dot).width() <= places.stage.width()
    for title in titles:
        assert fitted(title, places.title.width())[0] == title
    assert places.product.width() > 60
    assert places.next.width() > 60
