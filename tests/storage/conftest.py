"""A database in memory and the order store over it."""

from collections.abc import Iterator

import pytest

from deskhelper.storage.database import Database
from deskhelper.storage.orders import OrderStore
from tests.storage.make import initials_of


@pytest.fixture
def database() -> Iterator[Database]:
    with Database(":memory:") as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> OrderStore:
    return OrderStore(database, initials_of)
