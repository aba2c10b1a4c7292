"""The shipped profiles, read once, and a way to open a file by them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deskhelper import exchange
from deskhelper.content.exports import load_export_profiles
from deskhelper.core.export_profile import ExportProfile
from deskhelper.core.imported import OrderFile, Rejection
from deskhelper.core.moments import zone
from deskhelper.core.order import Order
from deskhelper.paths import RESOURCES

Opener = Callable[..., OrderFile]
Reader = Callable[..., tuple[list[Order], list[Rejection]]]


@pytest.fixture(scope="session")
def profiles() -> list[ExportProfile]:
    return load_export_profiles(RESOURCES / "exports")


@pytest.fixture
def opened(profiles: list[ExportProfile]) -> Opener:
    def open_it(path: Path, mapping: dict[str, str] | None = None, zone_name: str = "Asia/Shanghai") -> OrderFile:
        return exchange.open_order_file(path, profiles, zone(zone_name), mapping)

    return open_it


@pytest.fixture
def read(opened: Opener) -> Reader:
    """Read a whole file: its orders and what was refused."""

    def read_it(path: Path, mapping: dict[str, str] | None = None) -> tuple[list[Order], list[Rejection]]:
        file = opened(path, mapping)
        orders = [row.order for batch in file.batches() for row in batch]
        return orders, file.rejections

    return read_it
