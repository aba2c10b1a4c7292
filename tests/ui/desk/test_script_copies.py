"""A script of the library edited, put right, let pass, in parts and with its pictures, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.moments import HOUR
from deskhelper.core.outgoing import Rule
from deskhelper.services.script_in_use import FILE
from deskhelper.services.script_pictures import ScriptPictures
from deskhelper.ui.desk.script_room import ScriptRoom
from tests.ui.desk.conftest import Hands, OpenDesk
from tests.ui.desk.test_copy_gate import CTRL, ENTER, ESC, E, commit
from tests.ui.desk.test_whole_case import open_order


@pytest.fixture
def shown(hands: Hands) -> ScriptRoom:
    """A script with two wordings in the reply's place of a shipped order."""
    return show(hands, "亲，这款有货。", "您好，这款现在有货。")


def show(hands: Hands, *wordings: str, **more: object) -> ScriptRoom:
    open_order(hands, "2075")
    script = hands.desk.services.open_scripts().save(
        LibraryScript(id="", title="有货", wordings=wordings, scope=Scope.SHOP, **more)
    )
    room = hands.desk.work.ways.scripts
    room.show(script, hands.desk.work.room.open_case.view.order)
    return room


def edited(hands: Hands, words: str) -> None:
    hands.press(E, held=CTRL)
    hands.press(Qt.Key.Key_End, held=CTRL)
    commit(words)


def copies(hands: Hands) -> list[str]:
    order = hands.desk.work.room.open_case.view.order
    return [copy.text for copy in hands.desk.services.orders.card(order.platform, order.order_no).copies]


def test_a_script_is_edited_and_leaves_as_written(hands: Hands, shown: ScriptRoom) -> None:
    edited(hands, "祝您愉快。")
    hands.press(ENTER)
    assert hands.clipboard == "亲，这款有货。祝您愉快。"
    assert copies(hands) == [hands.clipboard]
    hands.press(ENTER)
    assert hands.clipboard == "您好，这款现在有货。", "the next one is in other words"


def test_esc_leaves_the_edit_and_another_wording_drops_it(hands: Hands, shown: ScriptRoom) -> None:
    edited(hands, "祝您愉快。")
    hands.press(ESC)
    assert hands.focus is shown.view
    hands.press(Qt.Key.Key_R, held=CTRL)
    hands.press(ENTER)
    assert hands.clipboard == "您好，这款现在有货。"


def test_a_safer_word_is_written_and_a_false_hit_let_pass(hands: Hands, shown: ScriptRoom) -> None:
    edited(hands, "宝贝送微信公仔。")
    hands.press(ESC, ENTER)
    first, second = (row for row in shown.view.findings.rows if not row.isHidden())
    assert [first.finding.rule, second.finding.rule] == [Rule.WORDING, Rule.OFF_PLATFORM]
    assert hands.focus is first.replace_button
    hands.press(ENTER)
    assert first.finding.rule is Rule.OFF_PLATFORM
    first.pass_button.click()
    hands.press(ENTER)
    assert not first.isHidden(), "without a reason it does not pass"
    first.reason_field.setFocus()
    commit("赠品的名字")
    hands.press(ENTER)
    assert shown.view.findings.isHidden()
    shown.view.setFocus()
    hands.press(ENTER)
    assert hands.clipboard == "亲，这款有货。商品送微信公仔。"
    order = hands.desk.work.room.open_case.view.order
    (passed,) = hands.desk.services.orders.card(order.platform, order.order_no).let_pass
    assert (passed.overruled.words, passed.overruled.reason) == ("微信", "赠品的名字")


def test_an_empty_edit_is_never_copied_unseen(hands: Hands, shown: ScriptRoom) -> None:
    QGuiApplication.clipboard().clear()
    hands.press(E, held=CTRL)
    hands.press(Qt.Key.Key_A, held=CTRL)
    hands.press(Qt.Key.Key_Delete, ENTER)
    assert hands.clipboard == ""


def test_parts_come_first_and_the_pictures_after_them(hands: Hands) -> None:
    pictures = ScriptPictures(hands.desk.services.data_folder)
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    file = hands.desk.services.data_folder / "a.png"
    image.save(str(file))
    hands.desk.services.settings.change(part_length=10)
    room = show(hands, "亲，这款现在有货。", "一句话就好。两句话也好。", pictures=(pictures.add_file(file),))
    hands.press(ENTER)
    assert hands.clipboard == "亲，这款现在有货。"
    assert len(copies(hands)) == 1
    assert "1 / 1" in room.view._copy.text()
    hands.press(ENTER)
    assert not QGuiApplication.clipboard().image().isNull()
    assert len(copies(hands)) == 1, "a picture is no reply of its own"
    hands.press(ENTER)
    assert hands.clipboard == "一句话就好。"
    assert "2 / 2" in room.view._copy.text()
    hands.press(ENTER)
    assert copies(hands)[0] == "一句话就好。两句话也好。"


def test_an_untracked_promise_in_an_edited_script_becomes_one_of_the_copy(hands: Hands, shown: ScriptRoom) -> None:
    edited(hands, "2小时内给您答复。")
    hands.press(ESC, ENTER)
    row = shown.view.findings.rows[0]
    assert (row.finding.rule, hands.focus) == (Rule.UNTRACKED, row.track_button)
    hands.press(ENTER)
    assert shown.view.findings.isHidden()
    shown.view.setFocus()
    hands.press(ENTER)
    assert hands.clipboard == "亲，这款有货。2小时内给您答复。"
    order = hands.desk.work.room.open_case.view.order
    promises = hands.desk.services.orders.card(order.platform, order.order_no).promises
    now = hands.desk.services.clock.now()
    assert [(one.kind.value, one.text, one.due_at) for one in promises] == [
        ("call_back", "2小时内给您答复", now + 2 * HOUR)
    ]
    hands.press(ENTER)
    assert len(hands.desk.services.orders.card(order.platform, order.order_no).promises) == 1, "of that copy alone"


def test_a_time_that_is_past_cannot_be_kept_track_of(hands: Hands, shown: ScriptRoom) -> None:
    edited(hands, "2小时内给您答复。")
    hands.press(ESC, ENTER)
    row = shown.view.findings.rows[0]
    row.due_field.setDateTime(row.due_field.dateTime().addDays(-3))
    hands.press(ENTER)
    assert not shown.view.findings.isHidden()
    assert "要在现在之后" in hands.desk.work.toast.accessibleName()


def test_what_is_typed_into_a_script_survives_a_crash(hands: Hands, open_desk: OpenDesk) -> None:
    room = show(hands, "亲，{what}有货。", "您好，{what}现在有货。")
    room.open_script.next_wording()
    room.open_script.set_slot("what", "灰色")
    edited(hands, "祝您愉快。")
    again = Hands(open_desk(), hands.qtbot)
    work = again.desk.work
    back = work.ways.scripts
    assert back.is_shown
    assert work.room.open_case.view.order.order_no.endswith("2075")
    assert again.focus is back.view
    assert back.open_script.draft.text == "您好，灰色现在有货。祝您愉快。"
    again.press(ENTER)
    assert again.clipboard == "您好，灰色现在有货。祝您愉快。"
    assert not (work._services.data_folder / FILE).exists()
    assert not open_desk().work.ways.scripts.is_shown


def test_a_script_that_is_left_leaves_nothing_behind(hands: Hands, shown: ScriptRoom) -> None:
    file = hands.desk.services.data_folder / FILE
    assert not file.exists(), "nothing was typed yet"
    edited(hands, "祝您愉快。")
    assert file.exists()
    hands.press(ESC, ESC)
    assert not shown.is_shown
    assert not file.exists()


@pytest.mark.parametrize("damage", ["broken", "other_agent", "script_gone", "order_gone"])
def test_what_cannot_be_put_back_is_left_alone(hands: Hands, open_desk: OpenDesk, damage: str) -> None:
    room = show(hands, "亲，这款有货。")
    edited(hands, "祝您愉快。")
    file, services = hands.desk.services.data_folder / FILE, hands.desk.services
    if damage == "broken":
        file.write_text("{")
    elif damage == "other_agent":
        services.settings.change(agent="小乙")
    elif damage == "script_gone":
        services.open_scripts().remove(room.open_script.draft.script.id)
    else:
        file.write_text(file.read_text("utf-8").replace("2075", "9999"), "utf-8")
    back = open_desk().work.ways.scripts
    assert back.is_shown == (damage == "order_gone")
    assert back.open_script.order is None
