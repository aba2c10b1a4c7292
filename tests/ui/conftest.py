from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from deskhelper.services import orders
from deskhelper.ui.tasks import Tasks
from deskhelper.ui.theme import FUSION, Scheme, Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["deskhelper", *FUSION]


@pytest.fixture
def resources() -> Path:
    return RESOURCES


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(RESOURCES, Scheme.LIGHT)
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture(autouse=True)
def patient_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no search go on in the background because the machine is busy with other tests."""
    monkeypatch.setattr(orders, "AT_ONCE_SECONDS", 60)


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing on the clipboard: content made in Python must not outlive the interpreter."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()
