"""One desk for one data folder: a second start raises the first; what a crash left behind is taken over."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskhelper.paths import DataFolder
from deskhelper.ui.desk.call_box import MOST_CALL_BYTES, CallBox
from deskhelper.ui.desk.instance import CALL, CALLS_FOLDER, LOCK_FILE, Instance
from tests.ui.desk.conftest import OpenDesk

HOLD = """
import sys
from pathlib import Path
from deskhelper.ui.desk.instance import Instance
kept = Instance(Path(sys.argv[1]))
print(kept.claim(), flush=True)
sys.stdin.read()
"""


def environment() -> dict[str, str]:
    return os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN.UTF-8"}


@contextmanager
def held(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the folder."""
    command = [sys.executable, "-c", HOLD, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment()) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        yield other
        other.kill()


def second_start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "deskhelper", "--data-dir", str(folder), *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment())


def test_one_process_has_the_folder_until_it_lets_go(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        second = Instance(tmp_path)
        assert not second.claim()
        assert second.holder[0] == other.pid
    assert Instance(tmp_path).claim(), "what a killed process left behind is taken over"


def test_a_folder_let_go_can_be_had_again_and_other_folders_at_any_time(tmp_path: Path) -> None:
    first, again = Instance(tmp_path), Instance(tmp_path)
    (tmp_path / "other").mkdir()
    assert first.claim()
    assert Instance(tmp_path / "other").claim()
    first.release()
    assert again.claim()
    again.release()


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_where_no_lock_can_be_made_the_desk_opens_all_the_same(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert Instance(tmp_path).claim()


def test_where_the_folder_is_missing_nobody_has_it(tmp_path: Path) -> None:
    assert Instance(tmp_path / "gone").claim()


def test_a_call_is_taken_by_the_desk_with_its_files(tmp_path: Path, qtbot: QtBot) -> None:
    box = CallBox(tmp_path)
    box.open()
    calls = tmp_path / CALLS_FOLDER
    with qtbot.waitSignal(box.called) as told:
        part = calls / "7.part"
        part.write_text('{"files": ["/tmp/订单.csv"]}', encoding="utf-8")
        part.replace(calls / f"7{CALL}")
    assert told.args == [[Path("/tmp/订单.csv")]]
    assert list(calls.iterdir()) == []
    box.close()


def test_a_call_that_came_while_the_desk_was_opening_is_taken_then(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / CALLS_FOLDER).mkdir()
    (tmp_path / CALLS_FOLDER / f"7{CALL}").write_text("{}")
    box = CallBox(tmp_path)
    with qtbot.waitSignal(box.called) as told:
        box.open()
    assert told.args == [[]]
    box.close()


@pytest.mark.parametrize("words", ["", "nonsense", '{"files": 7}', '{"run": "x"}', " " * (MOST_CALL_BYTES + 1)])
def test_what_is_no_call_is_taken_away_and_does_nothing(tmp_path: Path, qtbot: QtBot, words: str) -> None:
    (tmp_path / CALLS_FOLDER).mkdir()
    (tmp_path / CALLS_FOLDER / f"7{CALL}").write_text(words)
    box = CallBox(tmp_path)
    with qtbot.assertNotEmitted(box.called):
        box.open()
    assert list((tmp_path / CALLS_FOLDER).iterdir()) == []
    box.close()


def test_where_calls_cannot_be_left_none_come(tmp_path: Path) -> None:
    (tmp_path / CALLS_FOLDER).write_text("a file in the way")
    box = CallBox(tmp_path)
    box.open()
    box.close()
    with held(tmp_path):
        assert Instance(tmp_path).call(patience=0).code == "desk_silent"


def test_a_desk_that_does_not_answer_is_named_by_its_process(tmp_path: Path) -> None:
    with held(tmp_path) as other:
        problem = Instance(tmp_path).call(patience=40)
        assert (problem.code, problem.values["value"]) == ("desk_silent", str(other.pid))
    assert list((tmp_path / CALLS_FOLDER).iterdir()) == [], "a call nobody took is not left behind"


def test_a_folder_in_use_on_another_computer_is_not_called(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text(f"{os.getpid()}\npython\nladen-2\nmachine\nboot\n")
    problem = Instance(tmp_path).call()
    assert (problem.code, problem.values) == ("desk_open_elsewhere", {"value": "laden-2", "file": LOCK_FILE})


def test_a_second_start_raises_the_first_and_hands_its_files_over(
    open_desk: OpenDesk, order_file: Path, folder: DataFolder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    instance = Instance(folder.root)
    assert instance.claim()
    box = CallBox(folder.root, desk)
    box.called.connect(desk.presence._on_calls_called)
    box.open()
    raised: list[bool] = []
    monkeypatch.setattr(desk.window, "come_to_front", lambda: raised.append(True))
    second = second_start(folder.root, "--open", str(order_file))
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    said, complained = second.communicate()
    assert (second.returncode, said, complained) == (0, "工作台已经打开，已切换到前面。\n", "")
    assert raised == [True]
    qtbot.waitUntil(lambda: desk.imports.question is not None)
    desk.imports.cancel()
    qtbot.waitUntil(lambda: not desk.imports.is_running)
    box.close()
    instance.release()


START = """
import sys
from pathlib import Path
from deskhelper import start
from deskhelper.app import House
from deskhelper.paths import DataFolder
from deskhelper.ui.desk.desk import Desk
from deskhelper.ui.desk.instance import Instance

root = Path(sys.argv[1])
real = Desk._on_window_painted

def painted(desk):
    real(desk)
    print(desk.imports.is_running, Instance(root).claim())
    desk.imports.cancel()
    desk.quit()

Desk._on_window_painted = painted
print(start.run_alone(House(DataFolder(root)), [Path(sys.argv[2])]), Instance(root).claim())
"""


def test_a_start_alone_imports_the_files_it_was_given_and_lets_the_folder_go(tmp_path: Path, order_file: Path) -> None:
    """In a process of its own, for an event loop that was told to end leaves the one of the tests ended too."""
    command = [sys.executable, "-c", START, str(tmp_path / "data"), str(order_file)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), timeout=60, check=False)
    assert done.stdout.split() == ["True", "False", "0", "True"], done.stderr
