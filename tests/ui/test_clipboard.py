"""The one owner of the clipboard: it tries again, reads back, marks and clears its own copies, reads only others'."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from deskhelper.core.errors import WorldError
from deskhelper.ui import clipboard as module
from deskhelper.ui.clipboard import OURS, PRIVATE_MARKS, Clipboard

WRITES = re.compile(r"clipboard\(\)\.(?:set|clear)")
WINDOWS = 'application/x-qt-windows-mime;value="%s"'


@pytest.fixture
def clipboard(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Clipboard:
    """A clipboard on which what the test writes itself counts as another program's."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: False)
    QGuiApplication.clipboard().clear()
    return Clipboard()


def foreign(text: str = "什么时候发货", **marks: bytes) -> QMimeData:
    mime = QMimeData()
    if text:
        mime.setText(text)
    for name, value in marks.items():
        mime.setData(name, QByteArray(value))
    return mime


def copy_elsewhere(text: str = "什么时候发货", **marks: bytes) -> None:
    QGuiApplication.clipboard().setMimeData(foreign(text, **marks))


def formats() -> list[str]:
    return QGuiApplication.clipboard().mimeData().formats()


class Held:
    """A system clipboard that another program holds for the first `times` tries."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.tries = 0
        self.mime = QMimeData()

    def setMimeData(self, mime: QMimeData) -> None:
        self.tries += 1
        if self.tries > self.times:
            self.mime = mime

    def mimeData(self) -> QMimeData:
        return self.mime


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    waited: list[int] = []
    monkeypatch.setattr(module.QThread, "msleep", waited.append)
    return waited


def held(monkeypatch: pytest.MonkeyPatch, times: int) -> Held:
    system = Held(times)
    monkeypatch.setattr(module.QGuiApplication, "clipboard", lambda: system)
    return system


def test_a_text_arrives_as_it_is_and_carries_our_mark_alone(clipboard: Clipboard) -> None:
    assert clipboard.put("亲，今天发出哈")
    assert QGuiApplication.clipboard().text() == "亲，今天发出哈"
    assert OURS in formats()
    assert not set(PRIVATE_MARKS) & set(formats())


def test_while_another_program_holds_it_it_is_tried_again(monkeypatch: pytest.MonkeyPatch, pauses: list[int]) -> None:
    system = held(monkeypatch, times=3)
    assert Clipboard().put("一二")
    assert (system.tries, pauses) == (4, [8, 16, 32])


def test_after_the_last_try_it_is_said_that_nothing_was_copied(
    monkeypatch: pytest.MonkeyPatch, pauses: list[int]
) -> None:
    system = held(monkeypatch, times=99)
    assert not Clipboard().put("一二")
    assert (system.tries, sum(pauses)) == (6, 220)


def test_line_ends_turned_around_by_the_system_are_the_same_text(monkeypatch: pytest.MonkeyPatch) -> None:
    system = held(monkeypatch, times=0)
    monkeypatch.setattr(system, "setMimeData", lambda mime: setattr(system, "mime", foreign("一\r\n二")))
    assert Clipboard().put("一\n二")


def test_a_private_copy_carries_the_marks_of_windows_and_kde(clipboard: Clipboard) -> None:
    clipboard.set_options(is_private=True, clear_seconds=0)
    assert clipboard.put("一二")
    mime = QGuiApplication.clipboard().mimeData()
    found = {name: bytes(mime.data(name).data()) for name in mime.formats() if name in PRIVATE_MARKS}
    assert found == PRIVATE_MARKS
    assert found["x-kde-passwordManagerHint"] == b"secret"
    assert found[WINDOWS % "CanIncludeInClipboardHistory"] == bytes(4)
    assert mime.text() == "一二"


def test_a_copy_is_cleared_after_the_time_set(clipboard: Clipboard, qtbot: QtBot) -> None:
    clipboard.set_options(is_private=False, clear_seconds=1)
    assert clipboard.put("一二")
    assert clipboard._clear_timer.interval() == 1000
    clipboard._clear_timer.setInterval(1)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().text())


def test_what_another_program_wrote_meanwhile_is_never_cleared(clipboard: Clipboard) -> None:
    clipboard.set_options(is_private=False, clear_seconds=60)
    clipboard.put("一二")
    copy_elsewhere("别人的")
    clipboard.clear_ours()
    assert QGuiApplication.clipboard().text() == "别人的"
    assert not clipboard._clear_timer.isActive()


def test_our_text_passed_on_by_a_history_is_still_ours(clipboard: Clipboard) -> None:
    clipboard.put("一\n二")
    copy_elsewhere("一\r\n二")
    assert clipboard.is_ours()
    assert clipboard.text_of_others() == ""
    clipboard.clear_ours()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize(("seconds", "left"), [(60, ""), (0, "一二")])
def test_quitting_clears_our_copy_only_where_copies_are_to_be_cleared(
    clipboard: Clipboard, seconds: int, left: str
) -> None:
    clipboard.set_options(is_private=False, clear_seconds=seconds)
    clipboard.put("一二")
    clipboard.leave()
    assert QGuiApplication.clipboard().text() == left


def test_copies_stay_once_they_are_no_longer_to_be_cleared(clipboard: Clipboard) -> None:
    clipboard.set_options(is_private=False, clear_seconds=60)
    clipboard.put("一二")
    clipboard.set_options(is_private=False, clear_seconds=0)
    assert not clipboard._clear_timer.isActive()
    clipboard.leave()
    assert QGuiApplication.clipboard().text() == "一二"


def test_a_picture_takes_the_place_of_the_text(clipboard: Clipboard, tmp_path: Path) -> None:
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    image.save(str(tmp_path / "a.png"))
    clipboard.put("一二")
    assert clipboard.put_picture(tmp_path / "a.png")
    there = QGuiApplication.clipboard()
    assert (there.image().width(), there.image().height(), there.text()) == (7, 5, "")
    assert clipboard.is_ours()
    clipboard.clear_ours()
    assert there.image().isNull()


@pytest.mark.parametrize("words", [None, "no picture"])
def test_a_file_that_is_no_picture_leaves_the_clipboard_as_it_was(
    clipboard: Clipboard, tmp_path: Path, words: str | None
) -> None:
    if words:
        (tmp_path / "a.png").write_text(words)
    clipboard.put("一二")
    with pytest.raises(WorldError) as told:
        clipboard.put_picture(tmp_path / "a.png")
    assert (told.value.problem.code, told.value.problem.values["file"]) == ("picture_unreadable", "a.png")
    assert QGuiApplication.clipboard().text() == "一二"


def test_a_text_of_another_program_is_read(clipboard: Clipboard) -> None:
    copy_elsewhere("什么时候发货")
    assert clipboard.text_of_others() == "什么时候发货"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-kde-passwordManagerHint", b"secret"),
        ("text/x-kde-passwordManagerHint", b"secret"),
        (WINDOWS % "ExcludeClipboardContentFromMonitorProcessing", b""),
        (WINDOWS % "Clipboard Viewer Ignore", b"1"),
        (WINDOWS % "CanIncludeInClipboardHistory", bytes(4)),
        (WINDOWS % "CanUploadToCloudClipboard", bytes(4)),
        ("application/x-nspasteboard-concealed-type", b"1"),
        (OURS, b"1"),
    ],
)
def test_private_texts_of_other_programs_are_not_read(clipboard: Clipboard, name: str, value: bytes) -> None:
    copy_elsewhere(**{name: value})
    assert clipboard.text_of_others() == ""


def test_a_program_that_allows_histories_is_read(clipboard: Clipboard) -> None:
    copy_elsewhere(**{WINDOWS % "CanIncludeInClipboardHistory": b"\1\0\0\0"})
    assert clipboard.text_of_others() == "什么时候发货"


def test_files_pictures_and_nothing_are_no_text(clipboard: Clipboard) -> None:
    files, picture = foreign(), foreign()
    files.setUrls([QUrl.fromLocalFile("/a.csv")])
    picture.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    for mime in (files, picture, QMimeData()):
        QGuiApplication.clipboard().setMimeData(mime)
        assert clipboard.text_of_others() == ""


def test_a_copy_from_our_own_fields_is_not_read(clipboard: Clipboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _: True)
    copy_elsewhere()
    assert clipboard.text_of_others() == ""


def test_changes_are_told_only_while_it_watches(clipboard: Clipboard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(clipboard.changed, wait=10):
        copy_elsewhere("一")
    clipboard.watch(True)
    clipboard.watch(True)
    with qtbot.waitSignal(clipboard.changed):
        copy_elsewhere("二")
    clipboard.watch(False)
    with qtbot.assertNotEmitted(clipboard.changed, wait=10):
        copy_elsewhere("三")


def test_nothing_else_on_the_desk_writes_to_the_clipboard() -> None:
    root = Path(module.__file__).parent
    users = {file.name for file in root.rglob("*.py") if WRITES.search(file.read_text("utf-8"))}
    assert users == {"clipboard.py"}


def test_what_is_on_the_clipboard_may_outlive_the_program() -> None:
    program = (
        "from PySide6.QtWidgets import QApplication\n"
        "from deskhelper.ui.clipboard import Clipboard\n"
        "app = QApplication([])\n"
        "assert Clipboard().put('亲，在的。')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    )
    assert done.returncode == 0
