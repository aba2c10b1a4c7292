"""A script of the library edited, put right, let pass, in parts and with its pictures, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.core.outgoing import Rule
from deskhelper.services.script_pictures import ScriptPictures
from deskhelper.ui.desk.script_room import ScriptRoom
from tests.ui.desk.conftest import Hands
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
