"""The page of all keys: whole on a small screen, reached by keys alone."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from pytestqt.qtbot import QtBot

from deskhelper.paths import RESOURCES
from deskhelper.ui.desk.keys_dialog import KeysDialog
from deskhelper.ui.kit import KeyCap
from deskhelper.ui.theme import Scheme, Theme


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 600), (480, 700)])
def test_all_keys_are_shown_or_scrolled_to_within_the_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(width, height))
    dialog = KeysDialog(Theme(RESOURCES, Scheme.LIGHT))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.width() < width
    assert dialog.height() < height
    caps = dialog.findChildren(KeyCap)
    assert len({cap.x() for cap in caps}) >= (2 if width > 1000 else 1)
    bar = dialog.sheet.verticalScrollBar()
    assert (bar.maximum() == 0) is (height == 900)
    qtbot.keyClick(dialog.sheet, Qt.Key.Key_PageDown)
    assert (bar.value() > 0) is (height != 900)
