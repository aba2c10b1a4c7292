"""One file on its way into the order list: where it stands, and that in words."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication

from deskhelper.core.export_profile import FileLook
from deskhelper.core.imported import ImportReport
from deskhelper.ui.kit import Tone

translate = QCoreApplication.translate
NEARLY_ALL = 0.999
"""From this share on all rows are read and the indexes are written."""


class Step(StrEnum):
    """Where a file stands."""

    WAITING = "waiting"
    LOOKING = "looking"
    ASKING = "asking"
    IMPORTING = "importing"
    STOPPING = "stopping"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(eq=False)
class FileRun:
    """A file and what became of it. `stop` tells the worker to give up; nothing is changed then.

    `names_shop`: the shop stands in the file itself. `refused_rows` were not imported; the worker counts them, for
    there may be a million. `remark` is said once more after it is over.
    """

    path: Path
    step: Step = Step.WAITING
    look: FileLook | None = None
    platform: str = ""
    shop: str = ""
    names_shop: bool = False
    share: float = 0.0
    rows: int = 0
    rate: int = 0
    seconds_left: int = -1
    report: ImportReport | None = None
    refused_rows: int = 0
    trouble: str = ""
    remark: str = ""
    stop: Event = field(default_factory=Event)

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.step in {Step.DONE, Step.FAILED, Step.CANCELLED}

    @property
    def is_running(self) -> bool:
        """Whether a worker is busy with it."""
        return self.step in {Step.LOOKING, Step.IMPORTING, Step.STOPPING}

    @property
    def refused_cells(self) -> int:
        """How many cells were left out of rows that were imported."""
        return len(self.report.rejected) - self.refused_rows if self.report else 0


def step_words(run: FileRun) -> tuple[str, Tone]:
    """Return where `run` stands in a word or two, with their tone."""
    if run.step is Step.DONE and run.report is not None and run.report.rejected:
        return translate("Import", "Imported, with gaps"), Tone.WARN
    return {
        Step.WAITING: (translate("Import", "Waiting"), Tone.NEUTRAL),
        Step.LOOKING: (translate("Import", "Reading"), Tone.ACCENT),
        Step.ASKING: (translate("Import", "Asking"), Tone.ACCENT),
        Step.IMPORTING: (translate("Import", "Importing"), Tone.ACCENT),
        Step.STOPPING: (translate("Import", "Stopping"), Tone.NEUTRAL),
        Step.DONE: (translate("Import", "Imported"), Tone.OK),
        Step.FAILED: (translate("Import", "Not imported"), Tone.BAD),
        Step.CANCELLED: (translate("Import", "Cancelled"), Tone.NEUTRAL),
    }[run.step]


def progress_words(run: FileRun) -> str:
    """Return rows, speed and time left; or what is done when all rows are read."""
    if run.step is Step.STOPPING:
        return translate("Import", "Stopping; the order list will be as before.")
    if run.step is not Step.IMPORTING or not run.rows:
        return translate("Import", "Reading the first rows…")
    rows = translate("Import", "{rows} rows").format(rows=f"{run.rows:,}")
    if run.share >= NEARLY_ALL:
        return "  ·  ".join((rows, translate("Import", "writing the search index…")))
    rate = translate("Import", "{rate} rows/s").format(rate=f"{run.rate:,}")
    return "  ·  ".join(filter(None, (rows, rate, left_words(run.seconds_left))))


def left_words(seconds: int) -> str:
    """Return the time left, rounded to what an estimate is worth; empty while it is not known (below 0)."""
    if seconds < 0:
        return ""
    if seconds < 60:
        return translate("Import", "{seconds} s left").format(seconds=max(1, seconds))
    return translate("Import", "{minutes} min left").format(minutes=-(-seconds // 60))


def counts_of(run: FileRun) -> list[tuple[int, str, Tone]]:
    """Return what the import did: number, word, and the tone of the number where it is not nought."""
    report = run.report
    if report is None:
        return []
    always = [
        (report.new, translate("Import", "new"), Tone.OK),
        (report.updated, translate("Import", "updated"), Tone.ACCENT),
        (report.unchanged, translate("Import", "unchanged"), Tone.NEUTRAL),
        (run.refused_rows, translate("Import", "rejected"), Tone.BAD),
    ]
    cells = (run.refused_cells, translate("Import", "cells left out"), Tone.WARN)
    return [*always, cells] if run.refused_cells else always


def summary_of(run: FileRun, notes: list[str]) -> str:
    """Return one file's line for the clipboard: name, outcome, counts, notes."""
    counts = ", ".join(f"{word} {count:,}" for count, word, _ in counts_of(run))
    parts = [run.path.name, step_words(run)[0], counts, run.trouble, *notes]
    return "\t".join(filter(None, parts))
