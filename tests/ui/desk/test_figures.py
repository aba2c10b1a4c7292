"""The platform's figures on the real desk: the page, the calculator, and what a change moves at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskhelper.core.terms import ShopTerms
from deskhelper.services.policy import PROMISE
from deskhelper.ui.policy import PolicyDialog
from tests.ui.desk.conftest import Hands

ENTER, ESC, CTRL = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.ControlModifier
ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2
LATE = "late.platform_compensation"


def open_page(hands: Hands) -> PolicyDialog:
    hands.press(Qt.Key.Key_F6)
    [page] = [each for each in QApplication.topLevelWidgets() if isinstance(each, PolicyDialog) and each.isVisible()]
    return page


def late_case(hands: Hands) -> None:
    hands.press(Qt.Key.Key_K, held=CTRL)
    hands.type("4268")
    hands.press(ENTER, ONE, TWO, ONE)


def shown(hands: Hands) -> str:
    calculator = hands.desk.work.room.calculator
    return "\n".join(part.text() for part in calculator.findChildren(QLabel) if part.isVisible())


def test_a_value_set_on_the_page_changes_risk_and_calculator_of_the_open_case(hands: Hands, qtbot: QtBot) -> None:
    late_case(hands)
    calculator = hands.desk.work.room.calculator
    assert "订单 35.60 元 → 平台赔付 3.00 元" in calculator.line
    page = open_page(hands)
    page.show_figure(LATE)
    field = page.panel.rows[1].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, "5")
    qtbot.keyClick(field, ENTER)
    assert "订单 35.60 元 → 平台赔付 5.00 元" in calculator.line
    draft = hands.desk.work.room.open_case.view.draft
    assert any("5 元" in risk.words.zh for risk in draft.risks if risk.figure == LATE)
    page.reject()


def test_the_calculator_unfolds_with_its_key_and_shows_both_values_side_by_side(hands: Hands) -> None:
    late_case(hands)
    calculator = hands.desk.work.room.calculator
    assert not calculator.is_open
    assert "_body" not in calculator.__dict__
    hands.press(Qt.Key.Key_F8)
    assert "2025 起 · B 级来源 · 平台规则与商家后台说明" in shown(hands)
    assert "平台赔付 3.00 元" in shown(hands)
    hands.desk.services.open_policy().set_numbers(LATE, {"tiers.0.flat_fen": 500})
    hands.desk.work.refresh()
    assert "平台赔付 3.00 元" in shown(hands)
    assert "平台赔付 5.00 元" in shown(hands)
    hands.press(Qt.Key.Key_F8)
    assert "平台赔付 5.00 元" not in shown(hands)


def test_a_click_on_the_line_unfolds_and_a_case_without_figures_shows_no_calculator(hands: Hands, qtbot: QtBot) -> None:
    late_case(hands)
    calculator = hands.desk.work.room.calculator
    qtbot.mouseClick(calculator, Qt.MouseButton.LeftButton, pos=calculator._line.geometry().center())
    assert calculator.is_open
    qtbot.mouseClick(calculator, Qt.MouseButton.LeftButton, pos=calculator.rect().bottomRight())
    assert calculator.is_open
    hands.desk.work.room.open_case.clear()
    assert calculator.isHidden()
    assert calculator.rows == []


def test_the_promise_of_all_shops_moves_the_derived_deadlines_of_the_list(hands: Hands, qtbot: QtBot) -> None:
    services = hands.desk.services
    before = services.orders.search("7731")[0].ship_by
    page = open_page(hands)
    page.show_figure(PROMISE)
    field = page.panel.rows[0].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "72")
    qtbot.keyClick(field, ENTER)
    page.reject()
    qtbot.waitUntil(lambda: services.orders.search("7731")[0].ship_by == before + 24 * 3600)
    assert services.settings.terms_of("暖居家纺店").promise_hours == 72
    hands.desk.settle()


def test_nothing_of_the_figures_is_read_before_a_case_or_the_page_is_opened(hands: Hands) -> None:
    assert not hands.desk.work.has_room
    policy = hands.desk.services.open_policy()
    assert "_file" not in policy.__dict__


def test_own_values_that_are_ignored_are_told_with_the_first_case(hands: Hands) -> None:
    hands.desk.services.data_folder.joinpath("figures.json").write_text('{"gone": {"value": 3}}', encoding="utf-8")
    late_case(hands)
    assert "gone" in hands.desk.work.toast._words.text()


def test_the_page_opens_from_the_dock_too(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F9)
    QApplication.processEvents()
    open_page(hands).reject()


def test_another_longest_presale_moves_the_deadlines_of_the_list(hands: Hands, qtbot: QtBot) -> None:
    desk = hands.desk
    desk.services.settings.change_terms("", ShopTerms(presale_goods=("记忆棉 15天",)))
    desk.services.recompute_deadlines()
    [line] = desk.services.orders.search("7731")
    assert line.ship_by is not None
    page = open_page(hands)
    desk.services.open_policy().set_numbers("presale.max_days", {"value": 10})
    page.figure_changed.emit("presale.max_days")
    desk.settle()
    qtbot.waitUntil(lambda: desk.services.orders.search("7731")[0].ship_by is None)
    page.reject()
