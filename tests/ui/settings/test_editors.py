import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.core.declared import declared
from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import Settings
from deskhelper.ui.settings.editors import Editor, editor_of

SETTINGS = {setting.name: setting for setting in [*declared(Settings), *declared(ShopTerms)]}
OTHERS: dict[str, object] = {
    "language": "en", "theme": "dark", "agent": "小云", "due_hours": 12, "alert_more_than": 4, "alert_days": 14,
    "evidence_days": 365,
    "promise_hours": 24, "coupon_fen": 1250,
    "refund_minutes": 60, "reply_hours_when_late": 2, "transit_days": 5, "ship_from": "义乌",
    "refund_hours": 48, "resend_hours": 12, "custom_goods": ("刻字 水杯",), "presale_goods": ("羊毛毯 15天",),
    "reasons": ("仓库盘点", "天气原因"), "refund_offer_in_delay": False, "watches_clipboard": True,
    "private_copies": True, "particles": "lot", "greeting": "hi", "sign_off": "bye", "part_length": 80,
    "clear_seconds": 30, "dock_on_top": False, "keeps_in_tray": True, "desk_key": "Ctrl+Alt+K",
    "batch_times": ("10:00", "15:00"), "batch_capacity": 300, "remind_minutes": 15, "reminds_in_tray": False,
    "quiet_from": "22:00", "quiet_to": "8:00",
}  # fmt: skip


def made(qtbot: QtBot, name: str) -> Editor:
    editor = editor_of(SETTINGS[name])
    qtbot.addWidget(editor.field)
    return editor


def typed(editor: Editor, words: str) -> None:
    field: QWidget = editor.field
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(words)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(words)


@pytest.mark.parametrize("name", SETTINGS)
def test_every_editor_gives_back_what_it_was_shown(qtbot: QtBot, name: str) -> None:
    editor = made(qtbot, name)
    for value in (SETTINGS[name].default, OTHERS[name]):
        with qtbot.waitSignal(editor.changed, raising=False, timeout=1):
            editor.show_value(value)
        assert editor.value() == value
        assert editor.fault() == ""


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("due_hours", "", "Enter 1 to 72 hours."),
        ("promise_hours", "0", "Enter 1 to 720 hours."),
        ("promise_hours", "721", "Enter 1 to 720 hours."),
        ("promise_hours", "两天", "Enter 1 to 720 hours."),
        ("transit_days", "2.5", "Enter 1 to 60 days."),
        ("coupon_fen", "-1", "Enter 0 to 100 yuan."),
        ("coupon_fen", "5.555", "Enter 0 to 100 yuan."),
        ("coupon_fen", "100.01", "Enter 0 to 100 yuan."),
        ("ship_from", "很" * 21, "Write 20 characters at most."),
        ("agent", "{name}", "Braces are not allowed."),
        ("quiet_from", "25:00", "Write times such as 15:00."),
        ("batch_times", "10:00\n25:00", "“25:00”: Write times such as 15:00."),
        ("batch_capacity", "0", "Enter 1 to 100000 orders."),
        ("reasons", "仓库盘点\n雨", "“雨”: Write 2 to 30 characters."),
        ("reasons", "仓库 {reason}", "“仓库 {reason}”: Braces are not allowed."),
    ],
)
def test_what_cannot_be_kept_is_said(qtbot: QtBot, name: str, words: str, fault: str) -> None:
    editor = made(qtbot, name)
    typed(editor, words)
    assert editor.fault() == fault


def test_blank_and_double_lines_are_left_out(qtbot: QtBot) -> None:
    editor = made(qtbot, "reasons")
    typed(editor, "仓库盘点\n\n  天气原因 \n仓库盘点\n")
    assert editor.value() == ("仓库盘点", "天气原因")


def test_yuan_are_read_as_agents_write_them(qtbot: QtBot) -> None:
    editor = made(qtbot, "coupon_fen")
    typed(editor, "¥5.50")
    assert editor.value() == 550
