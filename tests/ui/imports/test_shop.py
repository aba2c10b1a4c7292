from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from deskhelper.ui.imports.shop import ShopDialog
from deskhelper.ui.theme import Theme


def opened(qtbot: QtBot, theme: Theme, last: str = "") -> ShopDialog:
    made = ShopDialog("orders.csv", ["云朵日用", "暖居家纺店"], last, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_last_shop_is_there_and_enter_takes_it(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme, "暖居家纺店")
    qtbot.keyClick(dialog.name_box, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.shop == "暖居家纺店"


def test_no_name_no_way_on(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme)
    assert not dialog.ok_button.isEnabled()
    dialog.name_box.setEditText("   ")
    dialog.accept()
    assert dialog.isVisible()
    dialog.name_box.setEditText("  新  店 ")
    assert dialog.ok_button.isEnabled()
    assert dialog.shop == "新 店"


def test_known_shops_can_be_picked_by_key(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme, "云朵日用")
    qtbot.keyClick(dialog.name_box, Qt.Key.Key_Down)
    assert dialog.shop == "暖居家纺店"


def test_esc_cancels(qtbot: QtBot, theme: Theme) -> None:
    dialog = opened(qtbot, theme)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
