"""The bars of what is done with words: suggestions, 20,000 scripts found and edited, a script's copy, the check.

`python -m tests.benchmarks.bench_texts [--rows N]`: one script for every 50 orders.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from ruamel.yaml import YAML

from deskhelper.app import House
from deskhelper.core.library_script import LibraryScript, Scope
from deskhelper.paths import DataFolder
from deskhelper.services.clock import FixedClock
from deskhelper.ui.desk.desk import Desk
from deskhelper.ui.scripts.dialog import ScriptDialog
from tests.benchmarks.bars import Bar, milliseconds, p95, run
from tests.benchmarks.running import open_desk, pause, timed, until

TESTS = Path(__file__).parents[1]
ORDERS_A_SCRIPT = 50
LONG_REPLY = 200
MOST_TOLD = 2000
EDITS, BETWEEN_MS = 40, 120
NOW = 1_779_156_000
HAN = "发货退款快递物流地址修改票尺码颜色库存价格优惠活动质量问题换货补签收丢件破损延迟催促预售定制重庆长沙面料清洗"


def made_scripts(count: int) -> list[LibraryScript]:
    """Return `count` made-up scripts, the same in every run."""
    draw = random.Random(7)

    def words(least: int, most: int) -> str:
        return "".join(draw.choice(HAN) for _ in range(draw.randint(least, most)))

    return [
        LibraryScript(
            id=f"made-{number}", title=words(4, 12), code=f"c{number}", scope=Scope.SHOP, path=(words(2, 4)[:2],),
            keywords=(words(2, 4), words(2, 4)), wordings=(f"亲，{words(20, 90)}。", f"您好，{words(20, 90)}。"),
        )
        for number in range(count)
    ]  # fmt: skip


def keystrokes(scripts: list[LibraryScript]) -> list[str]:
    """Return what is in the box after each key while codes, titles, parts and initials are typed."""
    draw = random.Random(11)
    whole = [draw.choice(scripts).title for _ in range(40)] + [draw.choice(scripts).code for _ in range(20)]
    whole += [f"{draw.choice(HAN)}{draw.choice(HAN)} {draw.choice(HAN)}" for _ in range(20)]
    whole += ["cfh", "tk", "xgdz", "kdd", "没有这样的话", "zzzqx"]
    return [words[:end] for words in whole for end in range(1, min(len(words), 8) + 1)]


def measure(folder: Path, rows: int) -> list[Bar]:
    """Return the bars of words in a house of its own, with a script for every 50 orders (20,000 of them)."""
    count = max(1, rows // ORDERS_A_SCRIPT)
    messages = [
        text
        for texts in YAML(typ="safe", pure=True).load(TESTS / "core" / "intents_tricky.yaml").values()
        for text in texts
    ]
    replies = YAML(typ="safe", pure=True).load(TESTS / "core" / "outgoing" / "clean.yaml")
    with tempfile.TemporaryDirectory() as own:
        house = House(DataFolder(Path(own)), FixedClock(NOW))
        scripts = made_scripts(count)
        block, edits = in_the_library(house, scripts)
        house.suggestions.suggest("在吗")
        house.scripts.find("发货")
        shipped = [one for one in house.scripts.all() if one.scope is Scope.SHIPPED and not one.slots] * 3
        suggested = [milliseconds(partial(house.suggestions.suggest, text)) for text in messages]
        found = [milliseconds(partial(house.scripts.find, typed)) for typed in keystrokes(scripts)]
        checked = [milliseconds(partial(house.cases.check, text)) for text in replies]
        long = "".join(replies)[:LONG_REPLY]
        long_checked = [milliseconds(partial(house.cases.check, long)) for _ in range(200)]
        copied = [milliseconds(partial(copy, house, script)) for script in shipped]
        long_told = told_at_length(messages)
        suggested_long = [milliseconds(partial(house.suggestions.suggest, text)) for text in long_told]
        house.close()
    return [
        Bar(f"suggestion for a message, p95 of {len(messages)}", p95(suggested), 5),
        Bar(f"suggestion for {MOST_TOLD:,} characters, p95 of {len(long_told)}", p95(suggested_long), 5),
        Bar(f"key to rows among {count:,} scripts, p95 of {len(found)}", p95(found), 16),
        Bar("a script drafted, checked and logged, p95", p95(copied), 16),
        Bar(f"outgoing check of a reply, p95 of {len(replies)}", p95(checked), 16),
        Bar(f"outgoing check of {LONG_REPLY} characters, median", median(long_checked), 2),
        *(Bar(f"library window: {what}, and painted, median", median(taken), 16) for what, taken in edits.items()),
        Bar(f"library window: longest block at the end of an import of {count:,}", block, 50),
    ]


def told_at_length(messages: list[str]) -> list[str]:
    """Return messages of MOST_TOLD characters, made of others."""
    draw = random.Random(5)
    return ["。".join(draw.choices(messages, k=MOST_TOLD))[:MOST_TOLD] for _ in range(100)]


def in_the_library(house: House, scripts: list[LibraryScript]) -> tuple[float, dict[str, list[float]]]:
    """Import `scripts` in the window of the library and edit there; return the longest block, and what edits took."""
    desk = open_desk(house)
    desk.library.open()
    if desk.library.dialog is None:
        raise RuntimeError("the library is not open")
    desk.settle()
    block = imported(house, scripts, desk.library.dialog)
    edits = edited(desk, desk.library.dialog)
    desk.close()
    return block, edits


def imported(house: House, scripts: list[LibraryScript], dialog: ScriptDialog) -> float:
    """Return the longest that the window's own thread is at work when an import of `scripts` comes to its end."""
    blocks: list[float] = []
    since = [time.thread_time()]

    def tick() -> None:
        now = time.thread_time()
        blocks.append((now - since[0]) * 1000)
        since[0] = now

    edit = house.scripts.prepare_edit(lambda: scripts)()
    pause(BETWEEN_MS)
    beat = QTimer()
    beat.timeout.connect(tick)
    tick()
    blocks.clear()
    beat.start(5)
    house.scripts.take(edit)
    dialog.reading.catch_up()
    until(lambda: dialog.list.model.rowCount() >= len(scripts))
    pause(1000)
    beat.stop()
    return max(blocks)


def edited(desk: Desk, dialog: ScriptDialog) -> dict[str, list[float]]:
    """Return how long the window of the library takes to show an edit, by what it is."""
    taken: dict[str, list[float]] = {}

    def timing(what: str, gesture: Callable[[], object]) -> LibraryScript:
        taken.setdefault(what, []).append(timed(gesture, BETWEEN_MS))
        desk.settle()
        if dialog.list.table.script is None:
            raise RuntimeError("no script is chosen")
        return dialog.list.table.script

    for number in range(EDITS):
        dialog.list.table.selectRow(100 + number * dialog.list.model.rowCount() // (2 * EDITS))
        pause(BETWEEN_MS)
        beside = dialog.list.table.script
        if beside is None:
            raise RuntimeError("no script is chosen")
        made = LibraryScript(id="", title=f"新的{number}", wordings=("亲，好的。",), path=beside.path, scope=Scope.SHOP)
        shown = timing("a script added", partial(dialog.edits.save, made))
        if shown.title != made.title:
            raise RuntimeError("the new script is not shown")
        new = replace(shown, path=("新的一类", f"第{number}"))
        shown = timing("a category added", partial(dialog.edits.save, new))
        shown = timing(
            "a category renamed", partial(dialog.edits.save, replace(shown, path=("新的一类", f"又{number}")))
        )
        shown = timing("a category removed", partial(dialog.edits.save, replace(shown, path=beside.path)))
        timing("a script removed", partial(dialog.edits.remove, shown))
    dialog.done(0)
    return taken


def copy(house: House, script: LibraryScript) -> None:
    """Do all that a copy of a library script does but the clipboard."""
    draft = house.scripts.draft(script, None)
    gate = house.scripts.may_copy(draft)
    if gate.text is None:
        raise ValueError(script.id)
    house.scripts.record_copy(draft, gate.text, None)


if __name__ == "__main__":
    sys.exit(run(__doc__, measure))
