"""Scripts written to a file: our own kinds keep everything, those of other tools what they have room for.

Other tools have no slots: a slot is written as its title in 【】, which an agent sees and fills, and which our own
import turns back into the slot where the title is one of ours.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.text import PLACEHOLDER
from deskhelper.exchange.phrases.cells import guarded
from deskhelper.exchange.phrases.own_files import own_csv, own_table, own_yaml
from deskhelper.exchange.whole_file import whole_file
from deskhelper.exchange.workbook import put_row, workbook

QIANNIU = ("快捷短语编码", "快捷短语", "快捷短语分组")
WORKBENCH = ("分类（10个字以内）", "话术分组（10个字以内）", "话术短标题（10个字以内）", "话术内容（1000字以内）")
WORKBENCH_MOST = (10, 10, 10, 1000)
WORKBENCH_ROWS = 1000
IN_ONE_LEVEL = " > "


class SaveReport(Struct, frozen=True):
    """How many scripts were written, which were not and why, and what the user should know of the file."""

    written: int
    refused: list[Problem] = []
    notes: list[Problem] = []


class Writer(Struct, frozen=True):
    """A kind of file: its ending, and what writes scripts to it, with the titles of our slots."""

    ending: str
    write: Callable[[Path, Sequence[LibraryScript], Mapping[str, str]], SaveReport]


def write_scripts(path: Path, kind: str, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    """Write `scripts` to `path`. `titles` are those of our slots, by name.

    Raises WorldError `phrase_format_unknown`, `file_not_written`.
    """
    writer = WRITERS.get(kind)
    if writer is None:
        raise WorldError("phrase_format_unknown", value=kind, known=", ".join(WRITERS))
    with whole_file(path) as part:
        return writer.write(part, scripts, titles)


def _yaml(path: Path, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    path.write_bytes(own_yaml(scripts).encode())
    return SaveReport(len(scripts))


def _csv(path: Path, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    own_csv(path, scripts)
    return SaveReport(len(scripts))


def _xlsx(path: Path, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    _workbook(path, own_table(scripts))
    return SaveReport(len(scripts))


def _workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            put_row(sheet, number, row)


def _qianniu(path: Path, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    """Write the table of 千牛, in its own encoding; what GB18030 does not have is not there to be lost."""
    rows = [
        (script.code, _with_titles(script, wording, titles), IN_ONE_LEVEL.join(script.path))
        for script in scripts
        for wording in script.wordings
    ]
    with path.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([QIANNIU, *([guarded(cell) for cell in row] for row in rows)])
    return SaveReport(len(scripts), notes=_slot_notes(scripts))


def _workbench(path: Path, scripts: Sequence[LibraryScript], titles: Mapping[str, str]) -> SaveReport:
    rows: list[Sequence[str]] = [WORKBENCH]
    refused, written = list[Problem](), list[LibraryScript]()
    for script in scripts:
        first, rest = script.path[:1] or ("",), IN_ONE_LEVEL.join(script.path[1:])
        own = [(*first, rest, script.title, _with_titles(script, one, titles)) for one in script.wordings]
        too_long = next((at for row in own for at, most in enumerate(WORKBENCH_MOST) if len(row[at]) > most), None)
        if too_long is not None:
            column, most = WORKBENCH[too_long].partition("（")[0], WORKBENCH_MOST[too_long]
            problem = Problem("phrase_export_long", {"title": script.title, "column": column, "most": most})
            refused.append(problem)
        elif len(rows) + len(own) > WORKBENCH_ROWS + 1:
            refused.append(Problem("phrase_export_rows", {"title": script.title, "most": WORKBENCH_ROWS}))
        else:
            rows += own
            written.append(script)
    _workbook(path, rows)
    return SaveReport(len(written), refused, _slot_notes(written))


def _with_titles(script: LibraryScript, wording: str, titles: Mapping[str, str]) -> str:
    """Return a wording with each slot by its title in 【】."""
    known = {**titles, **script.slot_titles}
    return PLACEHOLDER.sub(lambda match: f"【{known.get(match[1], match[1])}】", wording)


def _slot_notes(scripts: Sequence[LibraryScript]) -> list[Problem]:
    count = sum(bool(script.slots) for script in scripts)
    return [Problem("phrase_slots_as_titles", {"count": count})] if count else []


WRITERS = {
    "yaml": Writer(".yaml", _yaml),
    "csv": Writer(".csv", _csv),
    "xlsx": Writer(".xlsx", _xlsx),
    "qianniu": Writer(".csv", _qianniu),
    "workbench": Writer(".xlsx", _workbench),
}
"""What can be written, ours first."""
