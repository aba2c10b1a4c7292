"""The page of the word list: own words, harmless phrases, shipped words switched off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import Problem
from deskhelper.core.outgoing import Rule, WordRule, WordRules
from deskhelper.core.outgoing.word_list import OwnWord, WordList
from deskhelper.services.settings import SettingsService
from deskhelper.services.words import WordService
from deskhelper.ui.settings import SettingsDialog
from deskhelper.ui.settings.words_page import WordsPage
from deskhelper.ui.theme import Theme

SHIPPED = WordRules(
    (WordRule(Rule.WORDING, ("宝贝", "最佳"), "商品", ("宝贝计划",)), WordRule(Rule.OFF_PLATFORM, ("微信",)))
)
ENTER = Qt.Key.Key_Return


def told(problem: Problem) -> str:
    return problem.code


@pytest.fixture
def service(tmp_path: Path) -> WordService:
    return WordService(tmp_path / "words.json", lambda: SHIPPED)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, service: WordService) -> WordsPage:
    made = WordsPage(service, told)
    qtbot.addWidget(made)
    made.load()
    made.show()
    return made


def test_a_word_is_typed_and_kept_with_its_safer_wording(qtbot: QtBot, page: WordsPage, service: WordService) -> None:
    page.word_field.setText("秒发")
    page.rule_box.setCurrentIndex(1)
    page.safer_field.setText("尽快发")
    qtbot.keyClick(page.safer_field, ENTER)
    assert page.own_list.item(0).text().startswith("秒发")
    assert page.own_list.item(0).text().endswith("尽快发")
    assert service.kept == WordList(), "nothing is kept before OK"
    page.keep()
    assert service.kept.own == (OwnWord("秒发", Rule.OFF_PLATFORM, "尽快发"),)
    assert not page.is_changed


def test_a_word_that_cannot_be_kept_says_why(qtbot: QtBot, page: WordsPage) -> None:
    page.word_field.setText("好")
    qtbot.keyClick(page.word_field, ENTER)
    assert page._fault.text() == "word_length"
    assert not page.is_changed


def test_own_words_are_removed_with_the_delete_key(qtbot: QtBot, page: WordsPage, service: WordService) -> None:
    service.add_words([OwnWord("秒发"), OwnWord("包邮王")])
    page.load()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.own_list.setFocus()
    page.own_list.setCurrentRow(0)
    qtbot.keyClick(page.own_list, Qt.Key.Key_Delete)
    assert [word.words for word in page.value().own] == ["包邮王"]


def test_a_shipped_word_is_found_and_switched_off(page: WordsPage, service: WordService) -> None:
    page.filter_field.setText("微")
    shown = [row for row in range(page.shipped_list.count()) if not page.shipped_list.item(row).isHidden()]
    assert shown == [2]
    page.shipped_list.item(2).setCheckState(Qt.CheckState.Unchecked)
    page.keep()
    assert service.kept.off == ("微信",)
    page.shipped_list.item(2).setCheckState(Qt.CheckState.Checked)
    assert page.value().off == ()
    assert "宝贝计划" in page.shipped_list.item(0).toolTip()


def test_harmless_phrases_are_kept_once_each(page: WordsPage) -> None:
    page.harmless_field.setPlainText("微信公仔\n\n 微信公仔 \n宝贝熊")
    assert page.value().harmless == ("微信公仔", "宝贝熊")


def test_the_dialog_keeps_the_list_with_ok_and_leaves_it_with_cancel(
    qtbot: QtBot, theme: Theme, service: WordService, tmp_path: Path
) -> None:
    for is_ok in (False, True):
        dialog = SettingsDialog(SettingsService(tmp_path / "s.json"), theme, tmp_path, [], told, service)
        qtbot.addWidget(dialog)
        dialog.show_page(dialog.words)
        assert not dialog.apply_button.isEnabled()
        dialog.words.word_field.setText("秒发")
        qtbot.keyClick(dialog.words.word_field, ENTER)
        assert dialog.apply_button.isEnabled()
        (dialog.ok_button if is_ok else dialog.cancel_button).click()
        assert bool(service.kept.own) is is_ok


def test_defaults_are_the_shipped_list_alone(page: WordsPage, service: WordService) -> None:
    service.keep(WordList((OwnWord("秒发"),), ("微信公仔",), ("宝贝",)))
    page.load()
    page.restore_defaults()
    assert page.value() == WordList()
