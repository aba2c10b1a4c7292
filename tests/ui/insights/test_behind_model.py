"""The rows behind a bar."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from deskhelper.core.insights import Behind
from deskhelper.ui.insights.behind_model import BehindModel, Role


def test_the_model_is_given_rows(qtmodeltester: ModelTester) -> None:
    model = BehindModel()
    rows = [Behind("pdd", "1", title="四件套"), Behind(title="按尺码选")]
    model.set_rows(rows)
    qtmodeltester.check(model)
    assert [model.index(row).data(Role.BEHIND) for row in range(2)] == rows
    assert [model.index(row).data(Qt.ItemDataRole.DisplayRole) for row in range(2)] == ["1 四件套", "按尺码选"]
    assert model.index(5).data(Role.BEHIND) is None
