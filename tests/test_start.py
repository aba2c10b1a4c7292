"""Starting on machines and folders that are not as needed: one sentence, an exit status, never a stack trace."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskhelper import machine, start
from deskhelper.app import House
from deskhelper.core.errors import Problem
from deskhelper.paths import DataFolder
from deskhelper.storage.sqlite import sqlite3


def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    kept.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "deskhelper", *arguments]
    return subprocess.run(command, env=kept | changes, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize(("changes", "words"), [({}, "DISPLAY"), ({"LANG": "zh_CN.UTF-8"}, "没有可用的显示器")])
def test_without_a_display_one_sentence_says_what_to_do(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    done = run("demo", "--data-dir", str(tmp_path), **({"LANG": "C"} | changes))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert "--picture" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="X11 only")
def test_a_display_that_cannot_be_reached_is_told_too(tmp_path: Path) -> None:
    done = run("demo", "--data-dir", str(tmp_path), DISPLAY=":1234567", LANG="C")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_the_demo_draws_a_picture_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "desk.png"
    done = run("demo", "--picture", str(picture), "--size", "1024x700", "--now", "2026-05-19T12:20+08:00")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert done.returncode == 0 or "fonts-noto-cjk" in done.stderr


def test_a_missing_system_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert machine.library_of("libEGL.so.1: cannot open shared object file") == "libEGL.so.1"
    assert machine.library_of("/opt/x/libqxcb.so: undefined") == "libqxcb.so"
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.delattr("PySide6.QtWidgets", raising=False)
    problem = machine.what_is_lacking(needs_display=False)
    assert problem is not None
    assert problem.code == "no_qt_library"


def test_a_database_of_a_newer_version_is_refused_with_a_sentence(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(tmp_path)
    House(folder).orders.counts()
    with sqlite3.connect(folder.database) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    told: list[str] = []
    monkeypatch.setattr(start, "tell_in_box", lambda window, sentence: told.append(sentence))
    assert start.run(House(folder)) == 1
    assert len(told) == 1
    assert "deskhelper.db" in told[0]


def test_a_crash_is_logged_and_told_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(DataFolder(tmp_path))
    told: list[Problem] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start.tell_crashes(house, told.append)
    for error in (ValueError("first"), ValueError("second"), KeyError("third")):
        sys.excepthook(type(error), error, None)
    assert [problem.code for problem in told] == ["ours", "ours"]
    house.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C reaches a whole console there")
@pytest.mark.parametrize(
    ("module", "seconds"),
    [("deskhelper.paths", 0.0), ("PySide6.QtCore", 0.0), ("deskhelper.app", 0.05), ("deskhelper.ui.desk.desk", 1.5)],
)
def test_ctrl_c_in_the_terminal_ends_it_without_a_word(tmp_path: Path, module: str, seconds: float) -> None:
    changes = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, "-X", "importtime", "-m", "deskhelper"]
    with subprocess.Popen(command, env=os.environ | changes, stderr=subprocess.PIPE, text=True) as desk:
        assert desk.stderr is not None
        assert any(line.endswith(f" {module}\n") for line in desk.stderr)
        threading.Timer(seconds, desk.send_signal, (signal.SIGINT,)).start()
        words = [line for line in desk.stderr if not line.startswith(("import time:", "This plugin does not"))]
    assert desk.returncode in (130, -signal.SIGINT)
    assert words == []


def test_sources_of_modules_stay_unread(tmp_path: Path) -> None:
    code = (
        "import linecache, sys\n"
        "from deskhelper.start import application\n"
        "application()\n"
        "import deskhelper.ui.desk.desk\n"
        "print([file for file in linecache.cache if 'deskhelper' in file])\n"
    )
    kept = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=kept, capture_output=True, text=True, check=True)
    read = [file for file in done.stdout.strip("[]\n").split(", ") if file and not file.endswith("start.py'")]
    assert read == []
