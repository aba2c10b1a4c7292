"""The library by keys alone: found, used, edited, saved, removed, undone; nothing typed is lost silently."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from deskhelper.core.library_script import Scope
from deskhelper.ui.scripts.places import EVERYWHERE, Place, PlaceKind
from tests.ui.scripts.conftest import CTRL, Library, focus

ENTER, ESC, DELETE, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Up
SHIFT = Qt.KeyboardModifier.ShiftModifier
SHIPPED = "老顾客问好"


def test_a_script_is_found_by_initials_and_used_with_enter(library: Library) -> None:
    assert focus() is library.dialog.list.filter
    library.write("fpjd")
    assert library.titles[0] == "发票进度"
    library.press(DOWN, ENTER)
    assert [one.title for one in library.used] == ["发票进度"]
    assert library.dialog.isHidden()


def test_letters_typed_in_the_list_go_to_the_filter_and_esc_goes_back_step_by_step(library: Library) -> None:
    library.stand_on("发票进度")
    library.write("zs")
    assert focus() is library.dialog.list.filter
    assert "早上好" in library.titles
    library.press(DOWN)
    assert focus() is library.dialog.list.table
    library.press(UP)
    assert focus() is library.dialog.list.filter
    library.press(ESC)
    assert (library.dialog.list.filter.text(), library.dialog.isVisible()) == ("", True)
    library.press(ESC)
    assert library.dialog.isHidden()


def test_a_change_is_saved_with_a_key_and_taken_back_with_another(library: Library) -> None:
    library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    assert focus() is library.dialog.editor.wordings.body
    library.press(Qt.Key.Key_End, held=CTRL)
    library.write("请稍等。")
    assert library.dialog.editor.save_button.isEnabled()
    library.press(Qt.Key.Key_S, held=CTRL)
    assert library.toast == "Saved: 发票进度"
    assert library.stand_on("发票进度").wordings[0].endswith("正在开。请稍等。")
    library.press(Qt.Key.Key_Z, held=CTRL)
    assert library.stand_on("发票进度").wordings[0].endswith("正在开。")
    library.press(Qt.Key.Key_Y, held=CTRL)
    assert library.stand_on("发票进度").wordings[0].endswith("请稍等。")


def test_ctrl_z_in_the_text_takes_back_what_was_typed_and_not_the_library(library: Library) -> None:
    before = library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    assert library.dialog.editor.is_changed
    library.press(Qt.Key.Key_Z, held=CTRL)
    assert library.dialog.editor.wordings.wordings() == before.wordings
    assert not library.dialog.editor.is_changed
    assert library.house.scripts.get(before.id) == before


def test_a_removed_script_comes_back_by_the_button_in_the_toast(library: Library) -> None:
    script = library.stand_on("发票进度")
    library.press(DELETE)
    assert "发票进度" not in library.titles
    assert library.toast == "Removed: 发票进度"
    library.dialog.toast.button.click()
    assert library.house.scripts.get(script.id) == script
    assert library.dialog.list.table.script == script


def test_leaving_changes_asks_once_and_esc_stays_with_them(library: Library) -> None:
    library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    library.dialog.list.table.setFocus()
    library.press(UP)
    question = library.dialog.bench.leaving.question
    assert question is not None
    assert QApplication.activeModalWidget() is question
    library.qtbot.keyClick(question, ESC)
    assert library.dialog.list.table.script is not None
    assert library.dialog.list.table.script.title == "发票进度"
    assert "abc" in library.dialog.editor.wordings.shown_wording()


def test_leaving_changes_saves_them_with_enter_and_goes_on(library: Library) -> None:
    script = library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    library.dialog.list.table.setFocus()
    library.press(UP)
    library.qtbot.keyClick(library.dialog.bench.leaving.question, ENTER)
    assert library.house.scripts.get(script.id).wordings[0].startswith("abc")
    library.settle()
    assert library.dialog.editor.shown is not None
    assert library.dialog.editor.shown.title != "发票进度"


def test_closing_with_changes_asks_and_d_discards(library: Library) -> None:
    script = library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    library.dialog.close()
    assert library.dialog.isVisible()
    library.qtbot.keyClick(library.dialog.bench.leaving.question, Qt.Key.Key_D)
    assert library.dialog.isHidden()
    assert library.house.scripts.get(script.id) == script


def test_what_cannot_be_saved_is_said_and_one_stays(library: Library) -> None:
    library.stand_on("发票进度")
    library.dialog.editor.focus_title()
    library.press(DELETE)
    library.press(Qt.Key.Key_S, held=CTRL)
    assert "标题" in library.toast
    assert library.dialog.editor.is_changed
    library.dialog.reject()
    library.qtbot.keyClick(library.dialog.bench.leaving.question, ENTER)
    assert library.dialog.isVisible()
    assert library.dialog.editor.is_changed
    library.dialog.bench.discard()


def test_a_typed_filter_never_takes_changes_out_of_the_editor(library: Library) -> None:
    library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    library.press(Qt.Key.Key_F, held=CTRL)
    library.write("zs")
    assert library.dialog.bench.leaving.question is None
    assert "abc" in library.dialog.editor.wordings.shown_wording()
    library.dialog.bench.discard()


def test_a_new_script_begins_where_one_looks_and_is_given_up_or_kept(library: Library) -> None:
    library.dialog.list.show_place(Place(PlaceKind.CATEGORY, path=("发票",)))
    library.press(Qt.Key.Key_N, held=CTRL)
    assert focus() is library.dialog.editor.head.title
    assert not library.dialog.editor.save_button.isEnabled()
    library.write("专票说明")
    library.dialog.editor.focus_text()
    library.write("亲，专票需要税号。")
    library.press(Qt.Key.Key_S, held=CTRL)
    kept = next(one for one in library.house.scripts.all() if one.title == "专票说明")
    assert (kept.path, kept.scope, kept.wordings) == (("发票",), Scope.SHOP, ("亲，专票需要税号。",))
    assert library.dialog.list.table.script == kept
    library.press(Qt.Key.Key_N, held=CTRL)
    library.write("x")
    library.dialog.editor.discard_button.click()
    assert not library.dialog.editor.is_changed
    assert library.dialog.editor.shown is None or library.dialog.editor.shown.id


def test_a_shipped_script_is_read_only_until_it_is_changed_for_the_shop_and_comes_back(library: Library) -> None:
    shipped = library.stand_on(SHIPPED)
    editor = library.dialog.editor
    assert (editor.is_read_only, editor.save_button.isVisible()) == (True, False)
    library.press(Qt.Key.Key_F2)
    library.write("abc")
    assert not editor.is_changed
    editor.banner.button.click()
    assert not editor.is_read_only
    library.write("abc")
    library.press(Qt.Key.Key_S, held=CTRL)
    own = library.stand_on(SHIPPED)
    assert (own.replaces, own.scope, own.wordings[0][:3]) == (shipped.id, Scope.SHOP, "abc")
    editor.banner.button.click()
    assert library.stand_on(SHIPPED) == shipped
    library.press(Qt.Key.Key_Z, held=CTRL)
    assert library.stand_on(SHIPPED) == own


def test_removing_a_shipped_script_switches_it_off_and_it_stays_to_be_seen(library: Library) -> None:
    library.stand_on(SHIPPED)
    library.press(DELETE)
    assert library.toast == f"Switched off for this shop: {SHIPPED}"
    library.dialog.list.show_place(Place(PlaceKind.SWITCHED_OFF))
    assert library.titles == [SHIPPED]
    library.dialog.list.show_place(Place())
    library.dialog.list.filter.setText("lgk")
    assert SHIPPED in library.titles


def test_a_narrow_window_shows_one_at_a_time_and_esc_goes_back_to_the_list(
    open_library: Callable[..., Library],
) -> None:
    library = open_library(400, 900)
    editor, scripts = library.dialog.editor, library.dialog.list
    assert (scripts.isVisible(), editor.isVisible(), library.dialog.width()) == (True, False, 400)
    library.stand_on("发票进度")
    library.press(Qt.Key.Key_F2)
    assert (scripts.isVisible(), editor.isVisible()) == (False, True)
    library.qtbot.wait(50)
    assert library.dialog.width() == 400
    library.press(ESC)
    assert (scripts.isVisible(), editor.isVisible()) == (True, False)
    library.dialog.resize(1400, 860)
    assert (scripts.isVisible(), editor.isVisible()) == (True, True)


def test_an_edited_script_stays_where_it_stands_and_one_that_moves_is_counted_elsewhere(library: Library) -> None:
    dialog = library.dialog
    kept = library.house.scripts.all()[0]
    before = dialog.listing.places()
    saved = dialog.edits.save(replace(kept, title="改了名", scope=Scope.SHOP))
    assert saved is not None
    order = [line.script.id for line in dialog.listing.at(EVERYWHERE)]
    places = dialog.listing.places()
    assert places != before
    dialog.edits.save(replace(saved, title="又改了名"))
    assert dialog.listing.script(saved.id).title == "又改了名"
    assert [line.script.id for line in dialog.listing.at(EVERYWHERE)] == order
    assert dialog.listing.places() == places
    dialog.edits.save(replace(saved, path=("别处",)))
    assert ("别处",) in dialog.listing.paths()
