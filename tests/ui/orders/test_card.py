from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.facts import FactValue
from deskhelper.core.moments import HOUR
from deskhelper.core.order import AfterSale, Status
from deskhelper.core.view import OrderLine
from deskhelper.ui.kit import Tone
from deskhelper.ui.orders.card import OrderCard
from deskhelper.ui.theme import Theme
from tests.ui.orders.made import NOW, ZONE, line, mixed_lines


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Iterator[OrderCard]:
    window = QWidget()
    made = OrderCard(theme, "en", ZONE)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addStretch()
    qtbot.addWidget(window)
    window.resize(560, 500)
    window.show()
    yield made
    window.close()


def full_line(number: int = 1, **fields: object) -> OrderLine:
    given = {"receiver": "张三丰", "phone": "13876770001", "buyer_note": "包严实点", "shop_note": "已加急"}
    return line(number, -3 * HOUR - 480, ship_by_is_derived=True, **(given | fields))


def test_card_says_what_the_order_is(card: OrderCard) -> None:
    card.show_order(full_line(after_sale=AfterSale.REFUNDING, refund_fen=3560), NOW, 6)
    assert card.isVisible()
    assert card._number.text() == "260517-000000000000001"
    assert (card._status.words, card._after_sale.words) == ("To ship", "Refunding")
    assert (card._countdown.words, card._countdown.tone) == ("3 h 8 min overdue", Tone.BAD)
    assert card._derived.isVisible()
    assert card._derived.toolTip()
    assert card._price.text() == "¥35.60 · 2 pc(s)"
    assert card._product.words == "法兰绒四件套加厚保暖 · 灰蓝 1.8m"
    assert card._refund.words.words == "Refund ¥35.60"
    assert card._buyer_note.words.words == "包严实点"
    assert card._shop_note.isVisible()
    assert not card._parcel.isVisible()


def test_no_order_no_card(card: OrderCard) -> None:
    card.show_order(full_line(), NOW, 6)
    card.show_order(None, NOW, 6)
    card.set_now(NOW, 6)
    assert not card.isVisible()
    assert card.line is None


def test_countdown_follows_the_clock(card: OrderCard) -> None:
    card.show_order(line(1, HOUR), NOW, 6)
    assert card._countdown.tone is Tone.WARN
    assert not card._derived.isVisible()
    card.set_now(NOW + 2 * HOUR, 6)
    assert card._countdown.tone is Tone.BAD


def test_receiver_is_masked_until_asked_for_and_again_with_another_order(card: OrderCard) -> None:
    card.show_order(full_line(), NOW, 6)
    receiver = card._receiver
    assert receiver.words.words == "张** · 138****0001"
    receiver.eye.click()
    assert receiver.words.words == "张三丰 · 13876770001"
    assert receiver.eye.accessibleName() == "Hide receiver"
    card.show_order(full_line(buyer_note="changed"), NOW, 6)
    assert receiver.words.words == "张三丰 · 13876770001"
    card.show_order(full_line(2), NOW, 6)
    assert receiver.words.words == "张** · 138****0001"
    assert "张三丰" not in receiver.words.toolTip() + receiver.words.accessibleName()


def test_what_the_platform_masked_cannot_be_revealed(card: OrderCard) -> None:
    card.show_order(full_line(receiver="张**", phone="138****0001"), NOW, 6)
    assert card._receiver.isVisible()
    assert not card._receiver.eye.isVisible()
    card.show_order(line(3), NOW, 6)
    assert not card._receiver.isVisible()


def test_copying_is_asked_for(card: OrderCard, qtbot: QtBot) -> None:
    shipped = line(1, status=Status.SHIPPED, courier="中通快递", tracking_no="75312345678901")
    card.show_order(shipped, NOW, 6)
    with qtbot.waitSignal(card.copy_requested) as asked:
        card._copy_number.click()
    assert asked.args == ["260517-000000000000001", "order_no"]
    with qtbot.waitSignal(card.copy_requested) as asked:
        card._parcel.findChild(QToolButton).click()
    assert asked.args == ["75312345678901", "tracking_no"]


def test_courier_without_a_number_has_nothing_to_copy(card: OrderCard) -> None:
    card.show_order(line(1, status=Status.SHIPPED, courier="中通快递"), NOW, 6)
    assert card._parcel.isVisible()
    assert not card._parcel.findChild(QToolButton).isVisible()


def test_note_is_told_when_it_was_changed(card: OrderCard, qtbot: QtBot) -> None:
    card.show_order(full_line(), NOW, 6, note="已催仓库")
    assert card._note.text() == "已催仓库"
    with qtbot.assertNotEmitted(card.note_changed):
        card._note.editingFinished.emit()
    card._note.setText("已催仓库两次 ")
    with qtbot.waitSignal(card.note_changed) as changed:
        card._note.editingFinished.emit()
    assert changed.args == [1, "已催仓库两次"]


def test_note_is_not_lost_when_another_order_comes(card: OrderCard, qtbot: QtBot) -> None:
    card.show_order(full_line(1), NOW, 6)
    card._note.setText("新的")
    with qtbot.waitSignal(card.note_changed) as changed:
        card.show_order(full_line(2), NOW, 6, note="二")
    assert changed.args == [1, "新的"]
    assert card._note.text() == "二"


@pytest.mark.parametrize("width", [280, 360, 560])
def test_every_kind_of_order_fits_at_every_width(card: OrderCard, qtbot: QtBot, width: int) -> None:
    window = card.window()
    window.resize(width, 700)
    for each in [*mixed_lines(), full_line()]:
        card.show_order(each, NOW, 6, facts={"picked_up_at": NOW - 18 * HOUR})
        qtbot.waitUntil(lambda: card.height() >= card.layout().totalHeightForWidth(card.width()))
        parts = [part for part in card.findChildren(QWidget) if part.parent() is card and part.isVisible()]
        for i, part in enumerate(parts):
            assert card.rect().contains(part.geometry()), part
            assert not any(part.geometry().intersects(other.geometry()) for other in parts[i + 1 :]), part


def test_the_card_shrinks_when_the_next_order_has_less_to_tell(card: OrderCard, qtbot: QtBot) -> None:
    card.show_order(line(2), NOW, 6)
    low = card.minimumHeight()
    facts: dict[str, FactValue] = {
        "last_scan_at": NOW, "last_scan": "快件离开【杭州】已发往【北京】" * 3, "is_custom": True,
    }  # fmt: skip
    card.show_order(line(1), NOW, 6, facts=facts)
    assert card.minimumHeight() > low
    card.show_order(line(2), NOW, 6)
    assert card.minimumHeight() == low


def test_trace_and_marks_are_asked_for_by_their_buttons(card: OrderCard, qtbot: QtBot) -> None:
    card.show_order(line(1), NOW, 6)
    with qtbot.waitSignal(card.trace_requested):
        card.trace_button.click()
    with qtbot.waitSignal(card.marks_requested):
        card.marks_button.click()
