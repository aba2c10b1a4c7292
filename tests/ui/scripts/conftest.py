"""The library's window on a real house with the starter library and one order."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.core.flow import PromiseKind
from deskhelper.core.library_script import LibraryScript, Scope, ScriptPromise
from deskhelper.core.moments import parse_iso, zone
from deskhelper.core.order import Order
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.scripts.dialog import ScriptDialog
from deskhelper.ui.scripts.world import LibraryWorld
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme
from tests.orders import NOW, order_file

OWN = LibraryScript(
    id="",
    title="发票进度",
    code="fpjd",
    path=("发票", "进度"),
    wordings=("亲，{product_name}的发票正在开。", "您好，发票在开了，{gift_name}也会一起给您。"),
    scope=Scope.SHOP,
    keywords=("开票进度", "税号"),
    promise=ScriptPromise(PromiseKind.CALL_BACK, 24),
)

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Library:
    """The window, and what an agent does with it."""

    def __init__(self, qtbot: QtBot, house: House, dialog: ScriptDialog, used: list[LibraryScript]) -> None:
        self.qtbot = qtbot
        self.house = house
        self.dialog = dialog
        self.used = used

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after another, each at the widget that has the focus then."""
        for key in keys:
            self.qtbot.keyClick(focus(), key, held)

    def write(self, words: str) -> None:
        """Type ASCII words, or commit others as an input method does."""
        if words.isascii():
            for char in words:
                self.qtbot.keyClick(focus(), char)
            return
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(focus(), event)

    def stand_on(self, title: str) -> LibraryScript:
        """Stand on a script, with the keys in the list, and wait for the editor."""
        script = next(one for one in self.house.scripts.all(with_disabled=True) if one.title == title)
        self.dialog.show_script(script.id)
        self.dialog.list.table.setFocus()
        self.settle()
        return script

    def settle(self) -> None:
        """Wait until the editor shows what the list stands on."""
        shown = self.dialog.editor
        self.qtbot.waitUntil(lambda: shown.shown == self.dialog.list.table.script)

    def checked(self, says: str) -> None:
        """Wait until the check says so."""
        self.qtbot.waitUntil(lambda: says in self.dialog.editor.verdict.words)

    @property
    def titles(self) -> list[str]:
        """The titles in the list."""
        model = self.dialog.list.model
        return [model.line(row).script.title for row in range(model.rowCount())]

    @property
    def toast(self) -> str:
        """What the toast says."""
        return self.dialog.toast.accessibleName() if self.dialog.toast.isVisible() else ""


def focus() -> QWidget:
    """Return the widget that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache of what the window reads, parsed once."""
    house = House(DataFolder(tmp_path_factory.mktemp("parsed")), FixedClock(parse_iso(NOW, zone())))
    house.scripts.draft(house.scripts.get("greet_hello"))
    house.close()
    return house.folder.cache


@pytest.fixture
def house(tmp_path: Path, parsed: Path) -> Iterator[House]:
    import shutil

    shutil.copytree(parsed, tmp_path / "data" / "cache")
    made = House(DataFolder(tmp_path / "data"), FixedClock(parse_iso(NOW, zone())))
    made.imports.run(order_file(tmp_path), "测试店")
    made.scripts.save(OWN)
    yield made
    made.close()


@pytest.fixture
def open_library(qtbot: QtBot, theme: Theme, house: House, tasks: Tasks) -> Callable[..., Library]:
    def open_one(width: int = 1400, height: int = 860, with_order: bool = False) -> Library:
        found = house.orders.search("0001", 1)
        order: Order | None = found[0].order if with_order else None
        used: list[LibraryScript] = []
        world = LibraryWorld(
            house.scripts, house.clock, house.told, tasks, house.folder.root,
            [("invoice", "发票"), ("greeting", "问候")], lambda: order, used.append, lambda: house.phrases,
        )  # fmt: skip
        dialog = ScriptDialog(world, theme, "en")
        qtbot.addWidget(dialog)
        dialog.resize(width, height)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return Library(qtbot, house, dialog, used)

    return open_one


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    return open_library()
