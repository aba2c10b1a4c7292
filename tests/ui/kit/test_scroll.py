"""A column that scrolls: painted once when it comes into sight, on the ground of what it stands on."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.kit.scroll import ScrollColumn
from deskhelper.ui.theme import Theme


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_turned_to_all_within_is_painted_once(qtbot: QtBot, theme: Theme) -> None:
    inner, words = QWidget(), QLabel("承诺发货时间")
    QVBoxLayout(inner).addWidget(words)
    sheets = QStackedWidget()
    sheets.addWidget(ScrollColumn(inner))
    sheets.addWidget(QLabel("another page"))
    window = QWidget()
    QVBoxLayout(window).addWidget(sheets)
    window.resize(300, 200)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    sheets.setCurrentIndex(1)
    QCoreApplication.processEvents()
    paints = Paints(words)
    sheets.setCurrentIndex(0)
    QCoreApplication.processEvents()
    assert paints.times == 1
