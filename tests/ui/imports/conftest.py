from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskhelper.app import House
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.imports.flow import ImportFlow
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import Theme

NOW = 1_779_163_200
HEADER = "订单号,订单状态,商品,拼单成功时间,用户实付金额(元)"

MakeFile = Callable[..., Path]


def order_rows(count: int, start: int = 0, status: str = "待发货") -> list[str]:
    numbers = range(204417893064000 + start, 204417893064000 + start + count)
    return [f"260517-{number},{status},法兰绒四件套,2026-05-17 09:12:31,35.60" for number in numbers]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(DataFolder(tmp_path / "data"), FixedClock(NOW))
    made.settings.change(language="en")
    yield made
    made.close()


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    def make(name: str = "orders.csv", rows: list[str] | None = None, header: str = HEADER) -> Path:
        path = tmp_path / name
        path.write_text("\n".join([header, *(order_rows(3) if rows is None else rows)]) + "\n", "utf-8")
        return path

    return make


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def flow(house: House, tasks: Tasks, theme: Theme, window: QWidget) -> ImportFlow:
    return ImportFlow(house.imports, tasks, theme, house.told, lambda: ["暖居家纺店"], window)
