"""The library of scripts on the real desk: opened by key, rail and menu; a script goes into the reply's place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskhelper.core.view import View
from deskhelper.ui.desk.desk_window import SCRIPTS
from deskhelper.ui.scripts.dialog import ScriptDialog
from tests.ui.desk.conftest import Hands

ENTER, ESC, F7, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier


def opened(hands: Hands) -> ScriptDialog:
    dialog = hands.desk.library.dialog
    assert dialog is not None
    hands.desk.settle()
    hands.qtbot.waitActive(dialog)
    return dialog


def test_a_script_found_in_the_library_is_filled_from_the_order_in_hand_and_copied(hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.type("4268")
    hands.press(ENTER)
    hands.press(F7)
    dialog = opened(hands)
    assert QApplication.focusWidget() is dialog.list.filter
    hands.type("lgk")
    hands.press(Qt.Key.Key_Down)
    assert "4268" in dialog.editor.preview._against.words
    hands.press(ENTER)
    assert hands.desk.library.dialog is None
    draft = hands.desk.work.ways.scripts.open_script.draft
    assert draft is not None
    assert (draft.script.title, draft.against.order_no[-4:]) == ("老顾客问好", "4268")
    with hands.qtbot.waitActive(hands.desk.window):
        hands.desk.window.activateWindow()
    hands.press(ENTER)
    assert hands.clipboard == draft.text


def test_the_rail_opens_the_library_and_marks_the_view_again_afterwards(hands: Hands) -> None:
    rail = hands.desk.window.rail
    rail._pages[SCRIPTS].click()
    dialog = opened(hands)
    assert rail._pages[SCRIPTS].isChecked()
    hands.qtbot.keyClick(dialog, ESC)
    assert hands.desk.library.dialog is None
    assert rail._views[View.TO_SHIP].isChecked()


def test_the_dock_has_the_library_in_its_menu_and_one_window_of_it(hands: Hands) -> None:
    hands.desk.window.top.scripts_requested.emit()
    first = opened(hands)
    hands.desk.library.open("greet_again")
    assert opened(hands) is first
    assert first.list.table.script is not None
    assert first.list.table.script.title == "老顾客问好"
    hands.qtbot.keyClick(first, F7)
    assert hands.desk.library.dialog is None
