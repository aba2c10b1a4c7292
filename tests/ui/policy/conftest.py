"""The page on a real house without orders."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.content.library import load_library
from deskhelper.content.messages import Messages
from deskhelper.core.errors import Problem
from deskhelper.core.moments import parse_iso, zone
from deskhelper.paths import RESOURCES, DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.policy import PolicyDialog
from deskhelper.ui.theme import Theme
from tests.orders import NOW


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache of what the page reads, parsed once."""
    folder = tmp_path_factory.mktemp("parsed")
    load_library(RESOURCES, folder)
    Messages(RESOURCES / "messages", folder).sentence(Problem("figure_gone"), "zh")
    return folder


@pytest.fixture
def house(tmp_path: Path, parsed: Path) -> Iterator[House]:
    shutil.copytree(parsed, tmp_path / "data" / "cache")
    made = House(DataFolder(tmp_path / "data"), FixedClock(parse_iso(NOW, zone())))
    made.settings.change(agent="小云")
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, house: House) -> PolicyDialog:
    made = PolicyDialog(house.policy, theme, "en", house.clock, house.told)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(qtbot: QtBot, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after another, each at the widget that has the focus then."""
    for key in keys:
        qtbot.keyClick(focus(), key, held)


def write(qtbot: QtBot, words: str) -> None:
    """Type ASCII words where the focus is."""
    for char in words:
        qtbot.keyClick(focus(), char)


def focus() -> QWidget:
    """Return the widget that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
