"""A reply on its way: parts, then pictures, one with each wish to copy."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.ui.clipboard import Clipboard
from deskhelper.ui.copy_queue import CopyQueue, Put


@pytest.fixture
def clipboard(qtbot: QtBot) -> Clipboard:
    return Clipboard()


@pytest.fixture
def queue(clipboard: Clipboard) -> CopyQueue:
    return CopyQueue(clipboard)


def picture(folder: Path, name: str) -> Path:
    path = folder / name
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    image.save(str(path))
    return path


def test_parts_follow_each_other_and_the_last_ends_it(queue: CopyQueue) -> None:
    moves: list[tuple[int, int]] = []
    queue.moved.connect(lambda done, total: moves.append((done, total)))
    assert queue.put_text(["一。", "二。"]) is Put.MORE
    assert QGuiApplication.clipboard().text() == "一。"
    assert queue.is_under_way
    assert queue.put_text(["一。", "二。"]) is Put.LAST
    assert QGuiApplication.clipboard().text() == "二。"
    assert (moves, queue.is_under_way) == ([(1, 2), (0, 0)], False)


def test_another_text_starts_at_its_first_part(queue: CopyQueue) -> None:
    queue.put_text(["一。", "二。"])
    assert queue.put_text(["三。", "四。"]) is Put.MORE
    assert QGuiApplication.clipboard().text() == "三。"
    queue.clear()
    queue.clear()
    assert not queue.is_under_way


def test_a_part_that_the_clipboard_refused_comes_again(
    queue: CopyQueue, clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue.put_text(["一。", "二。"])
    with monkeypatch.context() as held:
        held.setattr(clipboard, "put", lambda text: False)
        assert queue.put_text(["一。", "二。"]) is Put.BUSY
    assert queue.put_text(["一。", "二。"]) is Put.LAST


def test_pictures_come_after_the_text_one_by_one(queue: CopyQueue, tmp_path: Path) -> None:
    assert queue.put_text(["好"]) is Put.LAST
    queue.wait_with([picture(tmp_path, "a.png"), picture(tmp_path, "b.png")])
    assert queue.has_pictures
    assert queue.put_picture() is Put.MORE
    assert not QGuiApplication.clipboard().image().isNull()
    assert queue.put_picture() is Put.LAST
    assert not queue.has_pictures


def test_a_picture_that_is_gone_is_told_and_passed_over(queue: CopyQueue, tmp_path: Path) -> None:
    queue.wait_with([tmp_path / "gone.png", picture(tmp_path, "b.png")])
    with pytest.raises(WorldError):
        queue.put_picture()
    assert queue.put_picture() is Put.LAST


def test_a_picture_that_the_clipboard_refused_comes_again(
    queue: CopyQueue, clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    queue.wait_with([picture(tmp_path, "a.png")])
    monkeypatch.setattr(clipboard, "put_picture", lambda path: False)
    assert queue.put_picture() is Put.BUSY
    assert queue.has_pictures


def test_no_pictures_are_nothing_to_wait_for(queue: CopyQueue) -> None:
    queue.wait_with([])
    assert not queue.is_under_way
