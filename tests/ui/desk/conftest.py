"""The real desk on a real house: files are imported, keys are pressed, the clipboard is read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.moments import parse_iso, zone
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.desk.desk import Desk
from tests.made_up import NOW, row, shipped_row, write

OpenDesk = Callable[..., Desk]


class Hands:
    """What an agent does: presses keys where the focus is."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after another, each at the widget that has the focus then."""
        for key in keys:
            self.qtbot.keyClick(self.focus, key, held)

    def type(self, words: str) -> None:
        """Type ASCII words."""
        for char in words:
            self.qtbot.keyClick(self.focus, char)

    @property
    def focus(self) -> QWidget:
        """The widget that has the focus."""
        return QApplication.focusWidget() or self.desk.window

    @property
    def clipboard(self) -> str:
        """What is on the clipboard."""
        return QGuiApplication.clipboard().text()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(parse_iso(NOW, zone()))


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def open_desk(qtbot: QtBot, qapp: QApplication, folder: DataFolder, clock: FixedClock) -> Iterator[OpenDesk]:
    """Open desks on the same data folder; they are closed at the end, the last first."""
    opened: list[tuple[Desk, House]] = []

    def open_one(width: int = 1440, height: int = 900) -> Desk:
        house = House(folder, clock)
        desk = Desk(RESOURCES, house.settings.current, house.services, qapp)
        desk.window.resize(width, height)
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        assert desk.work
        desk.settle()
        opened.append((desk, house))
        return desk

    yield open_one
    for desk, house in reversed(opened):
        desk.close()
        house.close()
        desk.window.deleteLater()
    QGuiApplication.clipboard().clear()
    qapp.setStyleSheet("")


@pytest.fixture
def files(tmp_path: Path) -> list[list[str]]:
    """The rows of the order file that the tests work on."""
    return [
        row("4268"),
        row("0192", promise="2026-05-19 18:30:00", grouped="2026-05-17 18:30:00", product="儿童保温杯带吸管"),
        row("7731", promise="", grouped="2026-05-17 05:14:00", product="记忆棉枕头护颈椎"),
        row("1146", promise="2026-05-19 19:21:00", after_sale="退款中", product="加厚垃圾袋家用手提式"),
        shipped_row("2075"),
    ]


@pytest.fixture
def order_file(tmp_path: Path, files: list[list[str]]) -> Path:
    return write(tmp_path, files)


@pytest.fixture
def hands(open_desk: OpenDesk, order_file: Path, folder: DataFolder, clock: FixedClock, qtbot: QtBot) -> Hands:
    """A desk with the order file imported."""
    house = House(folder, clock)
    house.imports.run(order_file, "暖居家纺店")
    house.close()
    return Hands(open_desk(), qtbot)
