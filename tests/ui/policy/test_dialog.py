import json

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.override import Override
from deskhelper.core.terms import ShopTerms
from deskhelper.ui.policy import PolicyDialog
from deskhelper.ui.policy.model import Column
from deskhelper.ui.policy.number_row import NumberRow
from deskhelper.ui.theme import Theme
from tests.ui.policy.conftest import focus, press, write

CTRL = Qt.KeyboardModifier.ControlModifier
LATE, EXCHANGE, TRANSIT, RIGHTS = "late.platform_compensation", "exchange.days", "transit.hours", "rights.days"


def words_of(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if not part.isHidden())


def test_a_value_is_set_with_keys_alone_and_in_force_at_once(qtbot: QtBot, page: PolicyDialog, house: House) -> None:
    assert focus() is page.filter
    write(qtbot, "transit")
    press(qtbot, Qt.Key.Key_Down)
    assert focus() is page.table
    page.show_figure(TRANSIT)
    press(qtbot, Qt.Key.Key_Return)
    assert focus() is page.panel.rows[0].field
    assert not page.panel.save_button.isEnabled()
    write(qtbot, "36")
    assert page.panel.save_button.isEnabled()
    with qtbot.waitSignal(page.figure_changed) as changed:
        press(qtbot, Qt.Key.Key_Return)
    assert changed.args == [TRANSIT]
    assert house.policy.policy.number(TRANSIT) == 36
    assert focus() is page.table
    assert "Set by 小云 2026-05-19 12:00" in words_of(page.panel)
    assert "shipped 48" in words_of(page.panel)


def test_a_fault_is_said_in_one_sentence_and_nothing_is_kept(qtbot: QtBot, page: PolicyDialog, house: House) -> None:
    page.show_figure(TRANSIT)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "0")
    assert "请填 1 到 8760 之间的数。" in words_of(page.panel)
    assert not page.panel.save_button.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert focus() is page.panel.rows[0].field
    assert house.policy.policy.number(TRANSIT) == 48
    press(qtbot, Qt.Key.Key_Escape)
    assert focus() is page.table
    assert page.panel.rows[0].field.text() == "48"
    assert page.isVisible()


def test_money_is_typed_in_yuan_and_each_tier_has_its_fields(qtbot: QtBot, page: PolicyDialog, house: House) -> None:
    page.show_figure(LATE)
    rows = [row for row in page.panel.rows if isinstance(row, NumberRow)]
    assert [(row.number.key, row.field.text()) for row in rows] == [
        ("tiers.0.below_fen", "300"),
        ("tiers.0.flat_fen", "3"),
        ("tiers.1.percent", "1"),
        ("tiers.1.most_fen", "30"),
    ]
    rows[1].field.setFocus()
    rows[1].field.selectAll()
    write(qtbot, "5.50")
    press(qtbot, Qt.Key.Key_Return)
    assert house.policy.policy.tiers(LATE)[0].flat_fen == 550


def test_the_seeds_value_is_one_key_away_and_the_shipped_one_another(
    qtbot: QtBot, page: PolicyDialog, house: House
) -> None:
    page.show_figure(EXCHANGE)
    assert [button.text() for button in page.panel.take_buttons] == ["Use the seed's value"]
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_1, held=CTRL)
    assert house.policy.policy.number(EXCHANGE) == 15
    row = page.model.row_of(EXCHANGE)
    assert row is not None
    assert page.model.index(row, Column.OWN).data() == "小云 5-19"
    press(qtbot, Qt.Key.Key_R, held=CTRL)
    assert house.policy.policy.number(EXCHANGE) == 7
    assert page.model.index(row, Column.OWN).data() == ""
    press(qtbot, Qt.Key.Key_R, held=CTRL)
    press(qtbot, Qt.Key.Key_3, held=CTRL)


def test_a_figure_in_words_is_set_and_emptied(qtbot: QtBot, page: PolicyDialog, house: House) -> None:
    page.show_figure(RIGHTS)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    write(qtbot, "{")
    assert "1 到 200" in words_of(page.panel)
    press(qtbot, Qt.Key.Key_Backspace)
    write(qtbot, "one year")
    press(qtbot, Qt.Key.Key_Return)
    assert house.policy.policy.figures[RIGHTS].words.en == "one year"
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert house.policy.policy.figures[RIGHTS].words.en == "no limit"


def test_the_filter_looks_at_names_values_sources_and_flows(qtbot: QtBot, page: PolicyDialog) -> None:
    for words, figure in (
        ("exchange", EXCHANGE),
        ("D-URGE-1.2.2", "stock.compensation"),
        ("evidence.h", "evidence.hours"),
    ):
        page.filter.setText(words)
        assert page.model.row_of(figure) is not None, words
        assert page.panel.line is not None
    page.filter.setText("no such thing")
    assert (page.model.rowCount(), page.panel.line) == (0, None)
    press(qtbot, Qt.Key.Key_R, held=CTRL)
    page.panel.save()
    page.show_figure(LATE)
    assert page.filter.text() == ""
    assert page.panel.line is not None
    assert page.panel.line.id == LATE


def test_words_typed_in_the_table_go_to_the_filter_and_esc_goes_back_step_by_step(
    qtbot: QtBot, page: PolicyDialog
) -> None:
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 2
    write(qtbot, "late")
    assert (focus(), page.filter.text()) == (page.filter, "late")
    press(qtbot, Qt.Key.Key_Return)
    assert focus() is page.table
    press(qtbot, Qt.Key.Key_F, held=CTRL)
    assert focus() is page.filter
    press(qtbot, Qt.Key.Key_Escape)
    assert page.filter.text() == ""
    press(qtbot, Qt.Key.Key_Escape)
    assert page.isHidden()


def test_an_unsettled_figure_says_that_it_never_enters_a_reply(page: PolicyDialog) -> None:
    page.show_figure(EXCHANGE)
    assert "never enters a reply" in words_of(page.panel)
    assert "other sources, undated" in words_of(page.panel)
    page.show_figure(TRANSIT)
    assert "never enters a reply" not in words_of(page.panel)


def test_what_uses_a_figure_is_listed_with_its_flow(page: PolicyDialog) -> None:
    page.show_figure("fake_ship.window_hours")
    assert " · D-LOGI-1\n" in words_of(page.panel)
    assert page.panel.line is not None
    assert "urge_shipment / D-URGE-1.1" in {use.id for use in page.panel.line.uses}
    page.show_figure("chat.unpaid_reminder")
    if not page.panel.line.uses:
        assert "Nothing yet." in words_of(page.panel)


def test_the_promise_names_the_shops_that_have_their_own(qtbot: QtBot, theme: Theme, house: House) -> None:
    house.settings.change_terms("自家店", ShopTerms(promise_hours=72))
    page = PolicyDialog(house.policy, theme, "en", house.clock, house.told)
    qtbot.addWidget(page)
    page.show_figure("ship.promise_hours")
    assert "自家店 has its own: 72 h" in words_of(page.panel)


def test_a_value_that_cannot_be_kept_is_told_and_stays_typed(qtbot: QtBot, page: PolicyDialog, house: House) -> None:
    house.folder.figures.with_suffix(".part").mkdir()
    page.show_figure(TRANSIT)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "36")
    with qtbot.assertNotEmitted(page.figure_changed):
        press(qtbot, Qt.Key.Key_Return)
    assert page._trouble.isVisible()
    assert page.panel.rows[0].field.text() == "36"


@pytest.mark.parametrize("raw", [{TRANSIT: {"value": 0}}, []])
def test_own_values_that_are_ignored_are_told_when_the_page_opens(
    qtbot: QtBot, theme: Theme, house: House, raw: object
) -> None:
    house.folder.figures.write_text(json.dumps(raw), encoding="utf-8")
    page = PolicyDialog(house.policy, theme, "en", house.clock, house.told)
    qtbot.addWidget(page)
    page.show()
    assert page._trouble.isVisible()
    if raw:
        page.show_figure(TRANSIT)
        row = page.model.row_of(TRANSIT)
        assert row is not None
        assert page.model.index(row, Column.OWN).data() == "ignored"
        assert "is ignored" in words_of(page.panel)
        page.panel.reset_button.click()
        assert house.policy.ignored == {}


def test_ignored_values_are_forgotten_with_the_button_that_names_them(qtbot: QtBot, theme: Theme, house: House) -> None:
    house.folder.figures.write_text('{"gone": {"value": 3}}', encoding="utf-8")
    page = PolicyDialog(house.policy, theme, "en", house.clock, house.told)
    qtbot.addWidget(page)
    page.show()
    part = house.folder.figures.with_suffix(".part")
    part.mkdir()
    page._trouble.button.click()
    assert page._trouble.isVisible()
    part.rmdir()
    page._trouble.action_requested.emit()
    assert page._trouble.isHidden()
    assert json.loads(house.folder.figures.read_bytes()) == {}


@pytest.mark.parametrize("width", [940, 1400])
def test_source_and_uses_are_columns_where_there_is_room(qtbot: QtBot, theme: Theme, house: House, width: int) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(width + 40, 700)
    page = PolicyDialog(house.policy, theme, "zh", house.clock, house.told, over)
    page.show()
    assert page.width() == width
    assert page.table.isColumnHidden(Column.SOURCE) is (width == 940)
    assert page.table.columnWidth(Column.VALUE) >= 100


def test_a_model_passes_qts_own_test(page: PolicyDialog, qtmodeltester: object, house: House) -> None:
    qtmodeltester.check(page.model)  # type: ignore[attr-defined]
    index = page.model.index(0, Column.CONFIDENCE)
    assert (index.data(), index.data(Qt.ItemDataRole.ToolTipRole)) == ("A", "A · official, or many sources agree")
    line = page.model.line(0)
    old = replace(line, override=Override(value=36, who="", at=0))
    page.model.update_line(old)
    assert page.model.index(0, Column.OWN).data() == "set"
    last_year = replace(line, override=Override(value=36, who="小云", at=house.clock.now() - 365 * 86400))
    page.model.update_line(last_year)
    assert page.model.index(0, Column.OWN).data() == "小云 2025-5-19"
    assert page.model.index(0, Column.OWN).data(Qt.ItemDataRole.ToolTipRole) == "小云 2025-05-19 12:00"
