"""A carrier's trace pasted on the card, and marks set from its menu, on the real desk."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTreeWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.view import View
from deskhelper.ui.desk.case_room import CaseRoom
from deskhelper.ui.desk.order_pane import OrderPane
from deskhelper.ui.orders.marks_menu import MarksMenu
from deskhelper.ui.orders.time_dialog import TimeDialog
from deskhelper.ui.orders.trace_dialog import TraceDialog
from tests.ui.desk.conftest import Hands

translate = QCoreApplication.translate
PASTED = "2026-05-18 21:30:00 快件离开【杭州】已发往【北京】\n2026-05-18 19:05:12 【杭州】已揽收"


@pytest.fixture
def room(hands: Hands) -> CaseRoom:
    """The case of an order that left with its number online."""
    hands.type("2075")
    hands.press(Qt.Key.Key_Return)
    assert hands.desk.work
    return hands.desk.work.room


def facts(room: CaseRoom) -> dict[str, object]:
    assert room.open_case.view is not None
    return dict(room.open_case.view.facts)


def rows(tree: QTreeWidget) -> list[list[str]]:
    items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item]


def action(menu: QMenu, words: str) -> QAction:
    """Return the entry of a menu or of one of its submenus."""
    menus = [menu, *(entry.menu() for entry in menu.actions() if entry.menu())]
    return next(entry for one in menus if isinstance(one, QMenu) for entry in one.actions() if entry.text() == words)


def answer(monkeypatch: pytest.MonkeyPatch, room: CaseRoom, text: str, nothing: bool = False) -> None:
    """Answer the dialog with `text` as an agent would, then press the button on the card."""

    def ask(dialog: TraceDialog) -> bool:
        dialog.text_field.setPlainText(text)
        (dialog.nothing_button if nothing else dialog.keep_button).click()
        return dialog.result() == TraceDialog.DialogCode.Accepted

    monkeypatch.setattr(room.parcel, "ask", ask)
    room.card.trace_button.click()


def test_a_pasted_trace_shows_on_card_and_time_line(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, room, PASTED)
    assert facts(room)["last_scan_kind"] == "in_transit"
    assert room.card._trace.words.words == "5-18 21:30 快件离开【杭州】已发往【北京】"
    assert room.card._trace.isVisible()
    assert "5-18 19:05" in room.card._time_line.accessibleName()
    assert not room.card._anomaly.isVisible()


def test_a_carrier_that_knows_nothing_shows_as_an_anomaly(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, room, "", nothing=True)
    assert facts(room)["anomaly_no_info"] is True
    assert room.card._anomaly.isVisible()


def test_what_is_no_trace_cannot_be_kept(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, room, "亲，到哪了")
    assert facts(room)["trace_known"] is False


def test_a_trace_of_another_parcel_is_refused_in_words(
    room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(room.refused) as refused:
        answer(monkeypatch, room, f"运单号：773000000000999\n{PASTED}")
    assert refused.args is not None
    assert refused.args[0].code == "trace_other_parcel"


def test_the_dialog_shows_what_it_understands_while_one_pastes(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = room.parcel.trace_dialog()
    assert not dialog.keep_button.isEnabled()
    dialog.text_field.setPlainText(PASTED)
    assert dialog.keep_button.isEnabled()
    assert [row[0] for row in rows(dialog.list)] == ["5-18 21:30", "5-18 19:05"]
    dialog.text_field.setPlainText("亲，到哪了")
    assert not dialog.keep_button.isEnabled()
    assert rows(dialog.list) == []
    assert dialog.remark.text()
    dialog.deleteLater()
    answer(monkeypatch, room, PASTED)
    again = room.parcel.trace_dialog()
    assert len(rows(again.list)) == 2
    again.deleteLater()


def menu_of(room: CaseRoom) -> MarksMenu:
    return room.parcel.marks_menu()


def test_marks_of_the_menu_show_on_the_card(room: CaseRoom) -> None:
    menu = menu_of(room)
    action(menu, menu.tr("Custom-made")).trigger()
    assert facts(room)["is_custom"] is True
    menu = menu_of(room)
    assert action(menu, menu.tr("Custom-made")).isChecked()
    stage = next(entry.menu() for entry in menu.actions() if entry.menu())
    assert isinstance(stage, QMenu)
    stage.actions()[2].trigger()
    assert facts(room)["custom_stage"] == "started"
    assert room.card._marks.isVisible()
    menu = menu_of(room)
    action(menu, menu.tr("Custom-made")).trigger()
    assert facts(room)["is_custom"] is False


def test_a_file_of_the_buyer_is_listed_and_can_be_taken_off(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarksMenu, "ask_words", lambda *_: "标志.png")
    menu = menu_of(room)
    action(menu, menu.tr("File of the buyer…")).trigger()
    assert facts(room)["custom_files"] == 1
    menu = menu_of(room)
    action(menu, menu.tr("Take off: {name}").replace("{name}", "标志.png") + "\t5-19 12:20").trigger()
    assert facts(room)["custom_files"] == 0


def test_a_presale_is_set_and_taken_back(room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarksMenu, "ask_days", lambda *_: 15)
    menu = menu_of(room)
    action(menu, menu.tr("Presale ends: days after grouping…")).trigger()
    assert facts(room)["is_presale"] is True
    menu = menu_of(room)
    action(menu, menu.tr("Presale")).trigger()
    assert facts(room)["is_presale"] is False
    menu = menu_of(room)
    action(menu, menu.tr("Presale")).trigger()
    assert facts(room)["presale_ends_at"] == facts(room)["promise_at"], "the promise of the file is its end"
    monkeypatch.setattr(MarksMenu, "ask_days", lambda *_: 99)
    menu = menu_of(room)
    with qtbot.waitSignal(room.refused):
        action(menu, menu.tr("Presale ends: days after grouping…")).trigger()


def answer_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, keys: list[Qt.Key]) -> list[TimeDialog]:
    """Answer the question for a moment by keys, as an agent would; return the dialogs that asked."""
    asked: list[TimeDialog] = []

    def ask(dialog: TimeDialog) -> int:
        asked.append(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        qtbot.waitUntil(dialog.field.hasFocus)
        for key in keys:
            qtbot.keyClick(dialog.field, key)
        return dialog.result()

    monkeypatch.setattr(TimeDialog, "exec", ask)
    return asked


def test_a_presale_ends_on_a_fixed_date(room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_time(qtbot, monkeypatch, [Qt.Key.Key_Up, Qt.Key.Key_Return])
    menu = menu_of(room)
    action(menu, menu.tr("Presale ends: fixed date…")).trigger()
    assert facts(room)["presale_ends_at"] == parse_iso("2026-05-27T12:00", zone()), "in a week, a day later by the key"
    menu = menu_of(room)
    action(menu, menu.tr("Presale ends: fixed date…")).trigger()
    assert facts(room)["presale_ends_at"] == parse_iso("2026-05-28T12:00", zone()), "it starts at what was set"


def test_a_stage_keeps_its_time_and_the_time_can_be_set_right(
    room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entry in ("Custom-made", "started"):
        menu = menu_of(room)
        words = menu.tr(entry) if entry == "Custom-made" else translate("Beside", entry)
        action(menu, words).trigger()
    answer_time(qtbot, monkeypatch, [Qt.Key.Key_Down, Qt.Key.Key_Return])
    menu = menu_of(room)
    action(menu, menu.tr("Reached at…")).trigger()
    menu = menu_of(room)
    words = translate("Beside", "started")
    assert action(menu, f"{words}\t5-18 12:20").isChecked()
    action(menu, menu.tr("None reached")).trigger()
    assert facts(room)["custom_stage"] is None


def test_the_platforms_notice_has_a_time_that_is_never_ahead(
    room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer_time(qtbot, monkeypatch, [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return])
    menu = menu_of(room)
    action(menu, menu.tr("The platform stepped in at…")).trigger()
    assert facts(room)["platform_notice_at"] == parse_iso("2026-05-18T12:20", zone())
    assert asked[0].field.maximumDateTime().date().day() == 19
    menu = menu_of(room)
    action(menu, f"{menu.tr('The platform stepped in at…')}\t5-18 12:20").trigger()
    assert facts(room)["platform_notice_at"] == parse_iso("2026-05-18T12:20", zone()), "a day up, a day down"


def test_esc_leaves_the_moment_as_it_was(room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_time(qtbot, monkeypatch, [Qt.Key.Key_Escape])
    for entry in ("The platform stepped in at…", "Presale ends: fixed date…"):
        menu = menu_of(room)
        action(menu, menu.tr(entry)).trigger()
    assert (facts(room)["platform_notice_at"], facts(room)["is_presale"]) == (None, False)


def test_both_marks_can_be_left_to_the_product_rules_again(room: CaseRoom) -> None:
    for entry in ("Custom-made", "Presale", "Leave both marks to the product rules"):
        menu = menu_of(room)
        action(menu, menu.tr(entry)).trigger()
    assert (facts(room)["is_custom"], facts(room)["is_presale"]) == (False, False)
    menu = menu_of(room)
    assert menu.tr("Leave both marks to the product rules") not in [entry.text() for entry in menu.actions()]


def test_the_menu_is_opened_and_walked_by_keys_alone(
    hands: Hands, room: CaseRoom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[MarksMenu] = []
    monkeypatch.setattr(MarksMenu, "popup", lambda menu, _: opened.append(menu))
    hands.press(Qt.Key.Key_M, held=Qt.KeyboardModifier.ControlModifier)
    assert opened[0].activeAction() is opened[0].actions()[0]
    qtbot.keyClick(opened[0], Qt.Key.Key_Return)
    assert facts(room)["is_custom"] is True


def test_what_is_not_answered_changes_nothing(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MarksMenu, "ask_days", lambda *_: None)
    monkeypatch.setattr(MarksMenu, "ask_words", lambda *_: "")
    menu = menu_of(room)
    for words in (menu.tr("Presale ends: days after grouping…"), menu.tr("File of the buyer…")):
        action(menu, words).trigger()
    assert (facts(room)["is_presale"], facts(room)["custom_files"]) == (False, 0)


def test_the_platforms_notice_starts_and_stops_its_clock(room: CaseRoom) -> None:
    menu = menu_of(room)
    action(menu, menu.tr("The platform has stepped in now")).trigger()
    assert facts(room)["evidence_passed"] is False
    menu = menu_of(room)
    action(menu, menu.tr("The platform has not stepped in")).trigger()
    assert facts(room)["platform_notice_at"] is None


def test_the_menu_opens_below_its_button(room: CaseRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[QPoint] = []
    monkeypatch.setattr(MarksMenu, "popup", lambda _, place: places.append(place))
    room.card.marks_button.click()
    button = room.card.marks_button
    assert places == [button.mapToGlobal(QPoint(0, button.height() + 2))]


def test_a_mark_moves_the_countdown_of_card_and_list_at_once(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.type("7731")
    hands.press(Qt.Key.Key_Return)
    work, room = hands.desk.work, hands.desk.work.room
    work.top.box.clear()
    pane = work.pane
    pane.show_view(View.OVERDUE)
    assert "7731" in late(pane)
    monkeypatch.setattr(MarksMenu, "ask_days", lambda *_: 15)
    menu = menu_of(room)
    action(menu, menu.tr("Presale ends: days after grouping…")).trigger()
    assert room.card.line is not None
    assert room.card.line.ship_by == facts(room)["presale_ends_at"] == facts(room)["promise_at"]
    assert "7731" not in late(pane)
    menu = menu_of(room)
    action(menu, menu.tr("Presale")).trigger()
    assert "7731" in late(pane)


def late(pane: OrderPane) -> list[str]:
    """Return the ends of the numbers in the list."""
    return [
        line.order.order_no[-4:] for row in range(pane.list.model.rowCount()) if (line := pane.list.model.line(row))
    ]
