"""The bars of the desk: start to first paint, key to rows, answer and order switch, copy, memory.

`python -m tests.benchmarks.bench_desk [--rows N] [--keep DIR]`. It works on the database that bench_storage made in DIR
(made first where there is none). Start and memory are taken from fresh processes that run the desk as the user does,
in turn with their floor: an empty PySide6 window, and the same window with one line of Chinese.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from deskhelper.app import House
from deskhelper.core.view import OrderLine
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.desk.instance import Instance
from deskhelper.ui.desk.workplace import Workplace
from tests.benchmarks.bars import Bar, milliseconds, p95, run
from tests.benchmarks.make_orders import NOW
from tests.benchmarks.running import BETWEEN_MS, KEY_MS, data_folder, open_desk, pause, timed

RUNS = 7
QUIET_SECONDS = 1.5
ANSWERS = (("wants", "ship"), ("has_left", "no"), ("can_ship", "yes"))
"""The way through urge_shipment that the gestures go."""
WORDS = ("4268", "sjt", "四件套", "灰蓝 四件套", "zw", "张伟", "260519-", "YT75", "13800", "毛毯", "8888", "cqfh")

EMPTY = """
import sys, time, json, os
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
from PySide6.QtCore import QTimer
class Window(QMainWindow):
    painted = None
    def paintEvent(self, event):
        if Window.painted is None:
            Window.painted = time.time() - float(os.environ["STARTED"])
            QTimer.singleShot(int(1000 * float(os.environ["QUIET"])), app.quit)
app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
if os.environ["WORDS"]:
    window.setCentralWidget(QLabel(os.environ["WORDS"]))
window.show()
app.exec()
print(json.dumps([Window.painted, int(open("/proc/self/statm").read().split()[1]) * 4096]))
"""

DESK = """
import sys, time, json, os
from pathlib import Path
from deskhelper.app import House
from deskhelper.core.moments import zone
from deskhelper.paths import DataFolder
from deskhelper.start import application, build_desk
house = House(DataFolder(Path(os.environ["DATA"])))
app = application()
desk = build_desk(house, app)
figures = []
def on_painted():
    from PySide6.QtCore import QTimer
    figures.append(time.time() - float(os.environ["STARTED"]))
    QTimer.singleShot(int(1000 * float(os.environ["QUIET"])), app.quit)
desk.window.painted.connect(on_painted)
desk.window.resize(1440, 900)
desk.window.show()
app.exec()
figures.append(int(open("/proc/self/statm").read().split()[1]) * 4096)
print(json.dumps(figures))
desk.close()
house.close()
"""


def measure(folder: Path, rows: int) -> list[Bar]:
    """Return all bars of the desk on `rows` orders."""
    data = data_folder(folder, rows)
    return [*start_bars(data), *gesture_bars(data)]


def start_bars(data: Path) -> list[Bar]:
    """Return start and memory of fresh processes, each median against the floor run in turn with it."""
    taken: dict[str, list[tuple[float, float]]] = {"empty": [], "words": [], "desk": []}
    for number in range(RUNS + 1):
        for name, code, words in (("empty", EMPTY, ""), ("words", EMPTY, "待发货 128 单"), ("desk", DESK, "")):
            figures = fresh(code, words, data)
            if number:  # the first round fills caches
                taken[name].append(figures)

    def median(name: str, at: int) -> float:
        return statistics.median(figures[at] for figures in taken[name])

    mega = 1024 * 1024
    return [
        Bar("start to first painted window", median("desk", 0) * 1000, 2, median("empty", 0) * 1000),
        Bar("memory, list shown", median("desk", 1) / mega, 1.5, median("empty", 1) / mega, "MB"),
        Bar(
            "the same against a window with a line of Chinese",
            median("desk", 1) / mega,
            1.5,
            median("words", 1) / mega,
            "MB",
        ),
    ]


def fresh(code: str, words: str, data: Path) -> tuple[float, float]:
    """Run `code` in a process of its own; return the seconds to its first paint, and the bytes resident later."""
    more = {"STARTED": repr(time.time()), "QUIET": str(QUIET_SECONDS), "WORDS": words, "DATA": str(data)}
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | more
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    painted, resident = json.loads(done.stdout.splitlines()[-1])
    return painted, resident


def gesture_bars(data: Path) -> list[Bar]:
    """Return the time from a gesture to the repainted desk, in one running desk."""
    house = House(DataFolder(data), FixedClock(NOW))
    desk = open_desk(house)
    work = desk.work
    keys = [timed(step, KEY_MS) for step in typing(work.top.box.setText)]
    work.top.box.clear()
    lines = work.pane.list.model
    work.pane.show_view(work.pane.view)
    desk.settle()
    orders = [line for at in range(80) if (line := lines.line(at)) is not None]
    work.open_line(orders[0])
    desk.settle()
    switches = [timed(partial(work.open_line, order)) for order in orders]
    bars = [
        # told apart, lest one key in a day hide the others
        Bar("key to first rows, p95", p95(keys[1:]), 16),
        Bar("the first key of a session", keys[0], 100),
        Bar("order switch to repainted case, p95", p95(switches), 16),
        Bar("answer to repainted case, p95", p95(answering(work, orders)), 16),
        Bar("copy key to clipboard set and logged, p95", p95(copying(work, orders)), 16),
        Bar("the folder claimed at the start", statistics.median(claiming(data)), 3),
    ]
    desk.close()
    house.close()
    return bars


def typing(write: Callable[[str], None]) -> Iterator[Callable[[], object]]:
    """Yield one gesture a key: each of WORDS typed character by character."""
    for words in WORDS:
        yield from (partial(write, words[:end]) for end in range(1, len(words) + 1))


def answering(work: Workplace, orders: list[OrderLine]) -> Iterator[float]:
    """Yield the time of each answer and undo on some orders that wait for shipping."""
    case = work.room.open_case
    for line in orders[:20]:
        work.open_line(line)
        for question, option in ANSWERS:
            yield timed(partial(case.answer, question, option))
        yield timed(case.undo)
        yield timed(case.redo)


def copying(work: Workplace, orders: list[OrderLine]) -> Iterator[float]:
    """Yield the time from the key to the reply on the clipboard and in the log, of a complete reply each."""
    case = work.room.open_case
    for line in orders[:30]:
        work.open_line(line)
        for question, option in ANSWERS:
            case.answer(question, option)
        case.confirm()
        case.set_slot("reason", "仓库盘点")
        assert case.view is not None
        replies, order = case._cases._replies, case.view.order
        before = len(replies.copies(order.platform, order.order_no, 1000))
        pause(BETWEEN_MS)
        yield milliseconds(case.copy)
        assert len(replies.copies(order.platform, order.order_no, 1000)) == before + 1, "the reply was not copied"


def claiming(data: Path) -> Iterator[float]:
    """Yield the time that the start spends on the lock that keeps a second desk from the same folder."""
    for _ in range(9):
        instance = Instance(data)
        yield milliseconds(instance.claim)
        instance.release()


if __name__ == "__main__":
    sys.exit(run(__doc__, measure))
