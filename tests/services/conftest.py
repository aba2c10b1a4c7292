"""A house on a folder of its own; what is parsed from the shipped resources is parsed once for all tests."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deskhelper.app import House
from deskhelper.content.exports import load_export_profiles
from deskhelper.content.library import load_library
from deskhelper.paths import RESOURCES
from tests.orders import NOW, house_on

HouseAt = Callable[..., House]


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache of all parsed resources."""
    folder = tmp_path_factory.mktemp("parsed")
    load_library(RESOURCES, folder)
    load_export_profiles(RESOURCES / "exports", folder)
    return folder


@pytest.fixture
def house_at(tmp_path: Path, parsed: Path) -> Iterator[HouseAt]:
    """Return a function that opens a house on the test's folder: again and again, as if the desk had been killed."""
    shutil.copytree(parsed, tmp_path / "cache")
    opened: list[House] = []

    def open_house(now: str = NOW) -> House:
        opened.append(house_on(tmp_path, now))
        return opened[-1]

    yield open_house
    for house in opened:
        house.close()


@pytest.fixture
def house(house_at: HouseAt) -> House:
    return house_at()
