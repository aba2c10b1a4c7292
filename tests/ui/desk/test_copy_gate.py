"""Editing, findings, overruling and parts through the real window, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication

from deskhelper.core.moments import HOUR
from deskhelper.core.outgoing import Rule
from deskhelper.paths import DataFolder
from deskhelper.ui.cases.reply_panel import ReplyPanel
from tests.ui.desk.conftest import Hands
from tests.ui.desk.test_whole_case import open_order

ENTER, ESC, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
E, Z, ONE = Qt.Key.Key_E, Qt.Key.Key_Z, Qt.Key.Key_1


def commit(words: str, preedit: str = "") -> None:
    """Write through an input method, as Chinese is written."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(words)
    focus = QApplication.focusWidget()
    assert focus is not None
    QApplication.sendEvent(focus, event)


@pytest.fixture
def panel(hands: Hands) -> ReplyPanel:
    """The reply of a shipped order."""
    open_order(hands, "2075")
    hands.press(ONE)
    return hands.desk.work.room.reply


def edited(hands: Hands, words: str) -> None:
    """Write `words` at the end of the reply."""
    hands.press(E, held=CTRL)
    hands.press(Qt.Key.Key_End, held=CTRL)
    commit(words)


def copies(hands: Hands) -> list[str]:
    order = hands.desk.work.room.open_case.view.order
    return [copy.text for copy in hands.desk.services.orders.card(order.platform, order.order_no).copies]


def rows(panel: ReplyPanel) -> list[Rule]:
    return [row.finding.rule for row in panel.findings.rows if not row.isHidden()]


def test_a_reply_is_edited_in_place_and_leaves_as_written(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "祝您生活愉快。")
    assert hands.focus is panel._text.editor
    assert panel._wording.text() == "已修改"
    hands.press(ENTER)
    assert hands.clipboard.endswith("祝您生活愉快。")
    assert copies(hands) == [hands.clipboard]
    assert hands.focus is hands.desk.work.room.area
    assert not panel.is_editing


def test_enter_while_composing_never_copies_and_shift_enter_starts_a_line(hands: Hands, panel: ReplyPanel) -> None:
    before = hands.clipboard
    edited(hands, "")
    commit("", preedit="zhu ni")
    hands.press(ENTER)
    assert (hands.clipboard, copies(hands)) == (before, [])
    commit("祝您愉快。")
    hands.press(ENTER, held=SHIFT)
    commit("再见。")
    hands.press(ENTER)
    assert hands.clipboard.endswith("祝您愉快。\n再见。")


def test_esc_leaves_the_edit_and_keeps_it(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "祝您愉快。")
    hands.press(ESC)
    assert not panel.is_editing
    assert hands.focus is hands.desk.work.room.area
    assert hands.desk.work.room.open_case.view.draft.text.endswith("祝您愉快。")
    hands.press(ENTER)
    assert hands.clipboard.endswith("祝您愉快。")


def test_one_click_goes_back_to_the_scripts_words_and_undo_brings_the_edit_back(
    hands: Hands, panel: ReplyPanel
) -> None:
    assert panel._script_words.isHidden()
    edited(hands, "祝您愉快。")
    hands.press(ESC)
    panel._script_words.click()
    view = hands.desk.work.room.open_case.view
    assert not view.draft.is_edited
    hands.press(Z, held=CTRL)
    assert hands.desk.work.room.open_case.view.draft.text.endswith("祝您愉快。")


def test_an_empty_edit_is_never_copied_unseen(hands: Hands, panel: ReplyPanel) -> None:
    before = hands.clipboard
    hands.press(E, held=CTRL)
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.press(Qt.Key.Key_Delete)
    assert panel._text.editor.toPlainText() == ""
    hands.press(ENTER)
    assert hands.clipboard == before
    assert not panel.is_editing


def test_findings_are_waved_under_and_listed_with_their_rule(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "这件宝贝加我微信")
    assert rows(panel) == [Rule.OFF_PLATFORM, Rule.WORDING]
    waves = panel._text.editor.extraSelections()
    assert [wave.cursor.selectedText() for wave in waves] == ["加我微信", "宝贝"]
    assert {wave.format.underlineStyle() for wave in waves} == {QTextCharFormat.UnderlineStyle.WaveUnderline}
    before = hands.clipboard
    hands.press(ENTER)
    assert hands.clipboard == before
    assert panel._text.editor.textCursor().selectedText() == "加我微信"


def test_enter_goes_to_the_first_finding_and_enter_again_writes_the_safer_word(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "这件宝贝好看")
    hands.press(ESC, ENTER)
    row = panel.findings.rows[0]
    assert hands.focus is row.replace_button
    assert [piece.words for piece in panel._text.body.pieces if piece.is_underlined] == ["宝贝"]
    hands.press(ENTER)
    assert hands.desk.work.room.open_case.view.draft.text.endswith("这件商品好看")
    assert panel.findings.isHidden()


def test_a_false_hit_is_let_pass_with_a_reason_and_stands_in_the_history(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "送您微信公仔。")
    hands.press(ESC, ENTER)
    row = panel.findings.rows[0]
    assert hands.focus is row.edit_button
    hands.press(TAB)
    assert hands.focus is row.pass_button
    hands.press(ENTER, ENTER)
    assert row.isVisible(), "without a reason it does not pass"
    row.reason_field.setFocus()
    commit("赠品的名字")
    hands.press(ENTER)
    assert panel.findings.isHidden()
    hands.desk.work.room.area.setFocus()
    hands.press(ENTER)
    assert hands.clipboard.endswith("送您微信公仔。")
    passed = hands.desk.work.room.history._passed
    assert not passed.isHidden()
    assert "赠品的名字" in passed.lines[0].remark


def test_in_the_dock_enter_in_the_reason_copies_nothing(hands: Hands, panel: ReplyPanel) -> None:
    hands.desk.window.resize(400, 860)
    hands.desk.settle()
    assert hands.desk.work.room.area.isAncestorOf(panel)
    edited(hands, "送您微信公仔。")
    hands.press(ESC, ENTER, TAB, ENTER)
    commit("赠品的名字")
    hands.press(ENTER)
    assert panel.findings.isHidden()
    assert copies(hands) == []


@pytest.fixture
def broken_words(folder: DataFolder) -> None:
    folder.create()
    folder.words.write_text("{", encoding="utf-8")


@pytest.mark.usefixtures("broken_words")
def test_a_broken_word_list_is_told(hands: Hands) -> None:
    open_order(hands, "2075")
    hands.qtbot.waitUntil(lambda: "words.json" in hands.desk.work.toast.accessibleName())


def test_a_binding_finding_offers_no_way_around(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "退款已经成功退到您账户了。")
    hands.press(ESC, ENTER)
    row = panel.findings.rows[0]
    assert row.finding.rule is Rule.CONTRADICTION
    assert row.pass_button.isHidden()
    assert hands.focus is row.edit_button
    hands.press(ENTER)
    assert panel.is_editing
    assert panel._text.editor.textCursor().selectedText() == row.finding.words


def test_an_untracked_promise_becomes_one_of_the_copy(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "2小时内给您答复。")
    hands.press(ESC, ENTER)
    row = panel.findings.rows[0]
    assert (row.finding.rule, hands.focus) == (Rule.UNTRACKED, row.track_button)
    hands.press(ENTER)
    assert panel.findings.isHidden()
    hands.desk.work.room.area.setFocus()
    hands.press(ENTER)
    order = hands.desk.work.room.open_case.view.order
    card = hands.desk.services.orders.card(order.platform, order.order_no)
    now = hands.desk.services.clock.now()
    assert [(one.kind.value, one.due_at) for one in card.promises] == [("call_back", now + 2 * HOUR)]


def test_another_slot_drops_the_edit(hands: Hands) -> None:
    open_order(hands, "4268")
    hands.press(ONE, Qt.Key.Key_2, ONE, ENTER, Qt.Key.Key_2, ESC)
    edited(hands, "祝您愉快。")
    hands.press(ESC)
    case = hands.desk.work.room.open_case
    assert case.view.draft.is_edited
    case.set_slot("reason", "天气原因")
    assert not case.view.draft.is_edited
    hands.press(Z, held=CTRL)
    assert case.view.draft.text.endswith("祝您愉快。")


def test_another_case_ends_the_edit(hands: Hands, panel: ReplyPanel) -> None:
    edited(hands, "祝您愉快。")
    hands.press(ESC)
    hands.press(E, held=CTRL)
    open_order(hands, "0192")
    assert not panel.is_editing


def test_a_long_reply_goes_in_parts_with_one_enter_each(hands: Hands, panel: ReplyPanel) -> None:
    hands.desk.services.settings.change(part_length=40)
    whole = hands.desk.work.room.open_case.view.draft.text
    parts = hands.desk.services.cases.in_parts(whole)
    assert len(parts) > 1
    for number, part in enumerate(parts):
        assert copies(hands) == []
        if number:
            assert f"{number + 1} / {len(parts)}" in panel._copy.text()
        hands.press(ENTER)
        assert hands.clipboard == part
    assert copies(hands) == [whole]
    assert "/" not in panel._copy.text()


def test_a_text_that_changed_starts_from_its_first_part(hands: Hands, panel: ReplyPanel) -> None:
    hands.desk.services.settings.change(part_length=40)
    hands.press(ENTER)
    hands.press(Qt.Key.Key_R, held=CTRL)
    hands.press(ENTER)
    text = hands.desk.work.room.open_case.view.draft.text
    assert hands.clipboard == hands.desk.services.cases.in_parts(text)[0]


def test_the_next_copy_is_in_other_words(hands: Hands, panel: ReplyPanel) -> None:
    hands.press(ENTER)
    first = hands.clipboard
    hands.press(ENTER)
    assert hands.clipboard != first
    assert "773000000000123" in hands.clipboard


def test_greeting_and_sign_off_are_switched_on_the_panel(hands: Hands, panel: ReplyPanel) -> None:
    assert panel._pieces.isHidden()
    script = next(one for one in hands.desk.services.open_scripts().all() if not one.slots and one.promise is None)
    hands.desk.services.settings.change(sign_off=script.code)
    hands.desk.work.room.open_case.refresh()
    text = hands.desk.work.room.open_case.view.draft.text
    assert any(text.endswith(wording) for wording in script.wordings)
    panel._pieces.click()
    text = hands.desk.work.room.open_case.view.draft.text
    assert not any(text.endswith(wording) for wording in script.wordings)
