from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskhelper.ui.imports.overlay import DropOverlay
from deskhelper.ui.theme import Scheme, Theme

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def overlay(theme: Theme, window: QWidget) -> DropOverlay:
    return DropOverlay(theme, window)


@pytest.fixture
def mime(tmp_path: Path) -> QMimeData:
    file = tmp_path / "orders.csv"
    file.touch()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    return carried


def enter(target: QWidget, mime: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(10, 10), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(target, event)
    return event.isAccepted()


def test_order_files_over_the_window_show_the_sheet_and_a_drop_tells_them(
    qtbot: QtBot, overlay: DropOverlay, window: QWidget, mime: QMimeData, tmp_path: Path
) -> None:
    assert enter(window, mime)
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()
    window.resize(900, 500)
    assert overlay.geometry() == window.rect()
    assert enter(overlay, mime)
    with qtbot.waitSignal(overlay.files_dropped) as dropped:
        QApplication.sendEvent(overlay, QDropEvent(QPointF(10, 10), COPY, mime, LEFT, NONE))
    assert dropped.args == [[tmp_path / "orders.csv"]]
    assert overlay.isHidden()


def test_files_of_other_kinds_go_with_the_order_files_and_alone_they_are_not_taken(
    qtbot: QtBot, overlay: DropOverlay, window: QWidget, mime: QMimeData, tmp_path: Path
) -> None:
    other = tmp_path / "scan.pdf"
    other.touch()
    alone = QMimeData()
    alone.setUrls([QUrl.fromLocalFile(str(other))])
    assert not enter(window, alone)
    mime.setUrls([*mime.urls(), QUrl.fromLocalFile(str(other))])
    assert enter(window, mime)
    with qtbot.waitSignal(overlay.files_dropped) as dropped:
        QApplication.sendEvent(overlay, QDropEvent(QPointF(10, 10), COPY, mime, LEFT, NONE))
    assert dropped.args == [[tmp_path / "orders.csv", other]]


def test_a_drop_that_reaches_the_window_itself_is_taken_too(
    qtbot: QtBot, overlay: DropOverlay, window: QWidget, mime: QMimeData
) -> None:
    enter(window, mime)
    with qtbot.waitSignal(overlay.files_dropped):
        QApplication.sendEvent(window, QDropEvent(QPointF(10, 10), COPY, mime, LEFT, NONE))


def test_leaving_takes_the_sheet_away(overlay: DropOverlay, window: QWidget, mime: QMimeData) -> None:
    for target in (window, overlay):
        enter(target, mime)
        assert overlay.isVisible()
        QApplication.sendEvent(target, QDragLeaveEvent())
        assert overlay.isHidden()


def test_moving_from_window_to_sheet_keeps_it(overlay: DropOverlay, window: QWidget, mime: QMimeData) -> None:
    enter(window, mime)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert enter(overlay, mime)
    assert overlay.isVisible()


def test_other_things_are_left_alone(qtbot: QtBot, overlay: DropOverlay, window: QWidget) -> None:
    words = QMimeData()
    words.setText("怎么还没发货")
    assert not enter(window, words)
    assert overlay.isHidden()
    event = QDropEvent(QPointF(10, 10), COPY, words, LEFT, NONE)
    with qtbot.assertNotEmitted(overlay.files_dropped):
        assert overlay.eventFilter(window, event) is False


def test_it_paints_in_both_themes(overlay: DropOverlay, window: QWidget, mime: QMimeData, theme: Theme) -> None:
    enter(window, mime)
    light = overlay.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert overlay.grab().toImage() != light
