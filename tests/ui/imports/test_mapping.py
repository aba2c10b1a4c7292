import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from deskhelper.core.export_profile import ColumnGuess
from deskhelper.ui.imports.mapping import MappingDialog
from deskhelper.ui.kit import Tone
from deskhelper.ui.theme import Theme
from tests.ui.imports.test_columns import look_of


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme) -> MappingDialog:
    return opened(qtbot, theme)


def opened(qtbot: QtBot, theme: Theme, **changes: object) -> MappingDialog:
    made = MappingDialog(look_of(**changes), theme)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: MappingDialog, column: int, field: str) -> None:
    combo = dialog.table.combos[column]
    combo.setCurrentIndex(combo.findData(field))


def test_the_guess_is_preselected_and_enter_imports(qtbot: QtBot, dialog: MappingDialog) -> None:
    assert dialog.table.combos[0].currentText() == "Order number *"
    assert not dialog.table.combos[3].isEnabled()
    assert dialog.table.combos[3].currentText() == "Never read"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.mapping == {"order_no": "单号", "grouped_at": "付钱", "paid_at": "付钱"}


def test_enter_on_a_choice_imports_too(qtbot: QtBot, dialog: MappingDialog) -> None:
    qtbot.keyClick(dialog.table.combos[1], Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_esc_cancels(qtbot: QtBot, dialog: MappingDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.isHidden()


def test_without_an_order_number_there_is_no_import(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme, mapping={})
    assert dialog.focusWidget() is dialog.table.combos[0]
    assert not dialog.import_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    choose(dialog, 0, "order_no")
    assert dialog.import_button.isEnabled()


def test_the_same_field_moves_from_column_to_column(dialog: MappingDialog) -> None:
    choose(dialog, 1, "order_no")
    assert dialog.table.combos[0].currentIndex() == 0
    assert dialog.mapping["order_no"] == "状态"


def test_what_is_needed_is_marked_as_it_is_found(dialog: MappingDialog) -> None:
    tones = {field: pill.tone for field, pill in dialog._needed["orders"].items()}
    assert tones == {"order_no": Tone.OK, "status": Tone.WARN, "grouped_at": Tone.OK}
    choose(dialog, 1, "status")
    assert {pill.tone for pill in dialog._needed["orders"].values()} == {Tone.OK}
    assert dialog._note.isHidden()
    choose(dialog, 2, "")
    assert "countdown" in dialog._note.accessibleName()


def test_the_first_rows_are_seen_whole_below_the_choice(qtbot: QtBot, theme: Theme) -> None:
    rows = [[str(row), "待发货", "2026-05-17", "", "x", "y", ""] for row in range(20)]
    dialog = opened(qtbot, theme, rows=rows)
    assert dialog.table.rowCount() == 9
    assert dialog.table.verticalScrollBar().maximum() == 0


def test_a_wide_file_is_a_matter_of_scrolling(qtbot: QtBot, theme: Theme) -> None:
    header = [f"列{at}" for at in range(82)]
    dialog = opened(qtbot, theme, header=header, rows=[["x"] * 82], mapping={}, never=[])
    last = dialog.table.combos[81]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    last.setFocus()
    assert dialog.table.horizontalScrollBar().value() > 0
    choose(dialog, 81, "order_no")
    assert dialog.mapping == {"order_no": "列81"}


def choose_kind(dialog: MappingDialog, kind: str) -> None:
    dialog.kind_combo.setCurrentIndex(dialog.kind_combo.findData(kind))


TRACES = ColumnGuess({"tracking_no": "单号"}, [2])


def test_a_table_of_nobodys_may_hold_parcel_traces(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme, kind="traces", as_traces=TRACES)
    assert dialog.kind_combo.currentData() == "traces"
    assert not dialog.import_button.isEnabled()
    assert "carrier" in dialog._note.accessibleName()
    assert not dialog.table.combos[2].isEnabled()
    choose(dialog, 4, "words")
    assert dialog.import_button.isEnabled()
    assert "time" in dialog._note.accessibleName()
    choose(dialog, 1, "time")
    assert dialog._note.isHidden()
    assert dialog.mapping == {"tracking_no": "单号", "time": "状态", "words": "备注"}


def test_the_kind_is_changed_by_keys_and_the_columns_with_it(qtbot: QtBot, theme: Theme) -> None:
    rows = [["1", "待发货", "2026-05-17", "", "x", "y", ""]]
    dialog = opened(qtbot, theme, rows=rows, as_traces=TRACES)
    dialog.kind_combo.setFocus()
    qtbot.keyClick(dialog.kind_combo, Qt.Key.Key_Down)
    assert dialog.kind_combo.currentData() == "traces"
    shown = [pill.isVisible() for pills in dialog._needed.values() for pill in pills.values()]
    assert shown == [False] * 3 + [True] * 3 + [False] * 3
    cell = dialog.table.item(1, 2)
    assert cell is not None
    assert cell.text() == "", "a column that is never read is not shown either"
    qtbot.keyClick(dialog.kind_combo, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.table.combos[0]
    choose_kind(dialog, "orders")
    assert dialog.mapping["order_no"] == "单号"
