import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing import Rule, WordRule, WordRules
from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import Settings, SettingsService
from deskhelper.services.words import WordService
from deskhelper.ui.settings import SettingsDialog
from deskhelper.ui.settings.dialog import shops_with_other_hours
from deskhelper.ui.settings.words import desk_key_words
from deskhelper.ui.theme import Scheme, Theme

SHOPS = ["暖居家纺店", "云朵日用"]
MAPPINGS = {"s1": {"order_no": "单据", "product": "东西"}, "s2": {"order_no": "编号"}}
WORDS = WordRules((WordRule(Rule.WORDING, ("宝贝", "最佳"), "商品"), WordRule(Rule.OFF_PLATFORM, ("微信",))))
Open = Callable[..., SettingsDialog]


def told(problem: Problem) -> str:
    return f"{problem.code}: {problem.values['file']}"


@pytest.fixture
def service(tmp_path: Path) -> SettingsService:
    made = SettingsService(tmp_path / "settings.json")
    made.change(theme="light", mappings=MAPPINGS)
    return made


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, service: SettingsService, tmp_path: Path, opened: list[Path]) -> SettingsDialog:
    def note(folder: Path) -> bool:
        opened.append(folder)
        return len(opened) == 1

    words = WordService(tmp_path / "words.json", lambda: WORDS)
    made = SettingsDialog(service, theme, tmp_path, SHOPS, told, words, opened=note)
    qtbot.addWidget(made)
    made.show()
    return made


def put(page: object, name: str, words: str) -> None:
    field = page.form.editors[name].field  # type: ignore[attr-defined]
    assert isinstance(field, QLineEdit)
    field.setText(words)


def stored(tmp_path: Path) -> Settings:
    return SettingsService(tmp_path / "settings.json").current


def test_enter_keeps_what_was_typed(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService, tmp_path: Path
) -> None:
    assert not dialog.apply_button.isEnabled()
    put(dialog.general, "agent", "小云")
    put(dialog.general, "due_hours", "12")
    assert dialog.apply_button.isEnabled()
    with qtbot.waitSignal(dialog.applied):
        qtbot.keyClick(dialog.general.form.editors["agent"].field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (stored(tmp_path).agent, stored(tmp_path).due_hours) == ("小云", 12)


def test_apply_keeps_and_stays(qtbot: QtBot, dialog: SettingsDialog, service: SettingsService) -> None:
    put(dialog.general, "agent", "小云")
    with qtbot.waitSignal(dialog.applied):
        dialog.apply_button.click()
    assert dialog.isVisible()
    assert service.current.agent == "小云"
    assert not dialog.apply_button.isEnabled()


def test_the_theme_is_shown_at_once_and_esc_takes_it_back(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService, theme: Theme
) -> None:
    box = dialog.general.form.editors["theme"].field
    assert isinstance(box, QComboBox)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert theme.is_dark
    put(dialog.general, "agent", "小云")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not theme.is_dark
    assert theme.scheme is Scheme.LIGHT
    assert dialog.isHidden()
    assert service.current.agent == ""


def test_nothing_changed_is_nothing_kept(qtbot: QtBot, dialog: SettingsDialog) -> None:
    with qtbot.assertNotEmitted(dialog.applied):
        dialog.ok_button.click()
    assert dialog.isHidden()


def test_a_fault_is_said_in_place_and_gets_the_focus(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService
) -> None:
    put(dialog.general, "due_hours", "200")
    assert dialog.general.form._faults["due_hours"].text() == "Enter 1 to 72 hours."
    assert not dialog.apply_button.isEnabled()
    dialog.show_page(dialog.files)
    dialog.ok_button.click()
    assert dialog.isVisible()
    assert dialog.page_list.currentRow() == 0
    assert dialog.focusWidget() is dialog.general.form.editors["due_hours"].field
    assert service.current.due_hours == 6
    put(dialog.general, "due_hours", "8")
    assert dialog.general.form._faults["due_hours"].isHidden()


def test_hours_of_all_shops_tell_of_every_shop_without_its_own(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService
) -> None:
    put(dialog.shops, "promise_hours", "24")
    with qtbot.waitSignal(dialog.terms_changed) as changed:
        dialog.apply_button.click()
    assert changed.args == [""]
    assert service.current.own_terms_of("暖居家纺店").promise_hours == 24


def test_a_shop_gets_its_own_terms_and_loses_them(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService
) -> None:
    page = dialog.shops
    page.list.setCurrentRow(1)
    shop = page.list.currentItem().text()
    assert not page.form.isEnabled()
    page.own_box.click()
    assert page.form.isEnabled()
    put(page, "promise_hours", "72")
    put(page, "coupon_fen", "12.5")
    with qtbot.waitSignal(dialog.terms_changed) as changed:
        dialog.apply_button.click()
    assert changed.args == [shop]
    assert service.current.terms == {shop: ShopTerms(promise_hours=72, coupon_fen=1250)}
    page.own_box.click()
    with qtbot.waitSignal(dialog.terms_changed):
        dialog.apply_button.click()
    assert service.current.terms == {}


def test_other_terms_do_not_touch_deadlines(qtbot: QtBot, dialog: SettingsDialog, service: SettingsService) -> None:
    put(dialog.shops, "ship_from", "义乌")
    with qtbot.assertNotEmitted(dialog.terms_changed):
        dialog.apply_button.click()
    assert service.current.own_terms_of("").ship_from == "义乌"


def test_what_was_typed_for_one_shop_is_kept_while_another_is_shown(dialog: SettingsDialog) -> None:
    page = dialog.shops
    put(page, "promise_hours", "30")
    page.list.setCurrentRow(2)
    assert page.form.editors["promise_hours"].value() == 30
    page.list.setCurrentRow(0)
    assert page.form.editors["promise_hours"].value() == 30


def test_a_fault_of_one_shop_keeps_it_in_sight(dialog: SettingsDialog) -> None:
    page = dialog.shops
    dialog.show_page(page)
    put(page, "promise_hours", "0")
    page.list.setCurrentRow(1)
    assert page.list.currentRow() == 0
    assert page.terms == {}
    assert dialog.focusWidget() is page.form.editors["promise_hours"].field


def test_defaults_are_restored_page_by_page(qtbot: QtBot, dialog: SettingsDialog, service: SettingsService) -> None:
    put(dialog.general, "due_hours", "9")
    put(dialog.desk, "clear_seconds", "9")
    put(dialog.shops, "promise_hours", "30")
    dialog.defaults_button.click()
    assert dialog.desk.form.editors["clear_seconds"].value() == 9
    assert dialog.general.form.editors["due_hours"].value() == 6
    assert dialog.shops.form.editors["promise_hours"].value() == 30
    for _ in range(6):
        qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert dialog.page_list.currentRow() == 6
    dialog.defaults_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    dialog.defaults_button.click()
    dialog.ok_button.click()
    assert service.current.terms == {}
    assert service.current.mappings == {}
    assert service.current.theme == "system"


def test_remembered_columns_are_read_and_forgotten_by_key(
    qtbot: QtBot, dialog: SettingsDialog, service: SettingsService
) -> None:
    page = dialog.files
    dialog.show_page(page)
    assert page.list.item(0).text() == "Order number ← 单据  ·  Product ← 东西"
    assert not page.forget_button.isEnabled()
    page.list.setCurrentRow(0)
    page.list.setFocus()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert page.list.count() == 1
    page.list.setCurrentRow(0)
    page.forget_button.click()
    assert not page._empty.isHidden()
    assert service.current.mappings == MAPPINGS
    dialog.ok_button.click()
    assert service.current.mappings == {}


def test_what_an_import_remembered_meanwhile_stays(dialog: SettingsDialog, service: SettingsService) -> None:
    service.change(mappings={**MAPPINGS, "s3": {"order_no": "新"}}, last_shop={"pdd": "云朵日用"})
    dialog.files.list.setCurrentRow(0)
    dialog.files.forget_button.click()
    dialog.ok_button.click()
    assert set(service.current.mappings) == {"s2", "s3"}
    assert service.current.last_shop == {"pdd": "云朵日用"}


def test_the_data_folder_is_opened_or_said_to_be_shut(
    dialog: SettingsDialog, opened: list[Path], tmp_path: Path
) -> None:
    dialog.files.open_button.click()
    assert opened == [tmp_path]
    assert dialog.files._trouble.isHidden()
    dialog.files.open_button.click()
    assert not dialog.files._trouble.isHidden()


def test_a_disk_that_refuses_is_said_and_nothing_is_taken(
    dialog: SettingsDialog, service: SettingsService, tmp_path: Path
) -> None:
    service.path = tmp_path / "gone" / "settings.json"
    put(dialog.general, "agent", "小云")
    dialog.ok_button.click()
    assert dialog.isVisible()
    assert "file_unwritable: settings.json" in dialog._trouble.accessibleName()
    assert service.current.agent == ""


def test_the_wheel_scrolls_and_does_not_change_what_it_passes(dialog: SettingsDialog) -> None:
    box = dialog.general.form.editors["theme"].field
    assert isinstance(box, QComboBox)
    dialog.page_list.setFocus()
    down = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = box.currentIndex()
    QApplication.sendEvent(box, down)
    assert box.currentIndex() == before


def test_shops_with_other_hours_count_the_terms_in_force() -> None:
    before = Settings(terms={"": ShopTerms(), "a": ShopTerms(promise_hours=24)})
    assert shops_with_other_hours(before, before) == []
    assert shops_with_other_hours(before, replace(before, terms={"": ShopTerms()})) == ["a"]
    hours = {"": ShopTerms(promise_hours=24), "a": ShopTerms(promise_hours=24)}
    assert shops_with_other_hours(before, replace(before, terms=hours)) == [""]


def test_what_clipboard_dock_and_tray_are_to_do_is_kept(dialog: SettingsDialog, service: SettingsService) -> None:
    for name in ("watches_clipboard", "private_copies", "keeps_in_tray"):
        dialog.desk.form.editors[name].show_value(True)
    put(dialog.desk, "clear_seconds", "3601")
    dialog.ok_button.click()
    assert dialog.isVisible(), "an hour is the most"
    assert dialog.desk.form.editors["clear_seconds"].field.hasFocus()
    put(dialog.desk, "clear_seconds", "60")
    dialog.ok_button.click()
    kept = service.current
    assert (kept.watches_clipboard, kept.private_copies, kept.keeps_in_tray, kept.clear_seconds) == (True,) * 3 + (60,)
    assert kept.due_hours == Settings().due_hours


@pytest.mark.skipif(sys.platform == "win32", reason="the key can be registered there")
def test_where_no_key_can_be_registered_the_way_in_is_named(dialog: SettingsDialog) -> None:
    assert not dialog.desk.form.editors["desk_key"].field.isEnabled()
    assert "tray" in desk_key_words("linux")
    assert desk_key_words("win32") != desk_key_words("darwin")


@pytest.mark.parametrize("page", range(5))
def test_no_words_of_a_page_are_cut_in_a_low_dialog(qtbot: QtBot, dialog: SettingsDialog, page: int) -> None:
    dialog.resize(620, 420)
    dialog.page_list.setCurrentRow(page)
    form = getattr(dialog._stack.currentWidget(), "form", None)
    if form is not None:
        qtbot.waitUntil(lambda: form.height() >= form.heightForWidth(form.width()))
        assert form.parentWidget().width() <= dialog._stack.width()
    names = [dialog.page_list.item(row).text() for row in range(dialog.page_list.count())]
    room = dialog.page_list.viewport().width() - dialog.page_list.iconSize().width()
    assert all(dialog.page_list.fontMetrics().horizontalAdvance(name) < room - 20 for name in names)
