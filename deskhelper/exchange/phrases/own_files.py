"""Our own files of scripts, which keep everything: YAML, and a table as CSV or XLSX that can be edited by hand."""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import Any

import msgspec

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.library_script import MOST_DEPTH, LibraryScript, Scope
from deskhelper.core.moments import iso, parse_iso
from deskhelper.core.phrase import PhraseRejection, ReadPhrase
from deskhelper.exchange.phrases.cells import guarded, joined, parted, unguarded, words_of
from deskhelper.exchange.phrases.grid import Grid
from deskhelper.exchange.phrases.headers import Head

YAML_KEY, YAML_VERSION = "deskhelper_scripts", 1
SHOWN = 80
PATH, BODY = "分类", "内容"
LISTS = {"关键词": "keywords", "图片": "pictures"}
TEXTS = {"编号": "id", "标题": "title", "快捷编码": "code", "备注": "notes", "话题": "topic", "替换": "replaces"}
TITLES, CHOICES, ENABLED, REVIEW, PROMISE = "填空标题", "填空选项", "启用", "复查时间", "承诺"
MOST_HOURS = 24 * 366
YES, NO = "是", "否"
NAMES_MARK = "="
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def own_yaml(scripts: Sequence[LibraryScript]) -> str:
    """Return scripts as YAML that reads back the same."""
    lines = [f"{YAML_KEY}: {YAML_VERSION}", "scripts:" if scripts else "scripts: []"]
    for script in scripts:
        plain = {key: value for key, value in msgspec.to_builtins(script).items() if key != "changed_at"}
        for number, (key, value) in enumerate(plain.items()):
            lines += _yaml_lines("  - " if number == 0 else "    ", key, value)
    return "\n".join([*lines, ""])


def _yaml_lines(indent: str, key: str, value: Any) -> list[str]:
    if key == "wordings":
        return [f"{indent}{key}:", *(f"      - {_scalar(one)}" for one in value)]
    return [f"{indent}{key}: {_scalar(value)}"]


def _scalar(value: Any) -> str:
    """Return a value as JSON, which is YAML too once what YAML does not print is escaped."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def is_own_yaml(content: Any) -> bool:
    """Whether plain YAML is ours."""
    return isinstance(content, dict) and YAML_KEY in content


def read_own_yaml(content: Mapping[str, Any]) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return the scripts of our YAML, and the entries that are none."""
    listed = content.get("scripts")
    return _read([(number, one) for number, one in enumerate(listed if isinstance(listed, list) else [], 1)])


def _read(found: Sequence[tuple[int, Any]]) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    phrases, rejections = [], []
    for row, plain in found:
        try:
            if isinstance(plain, WorldError):
                raise plain
            script = _sound(msgspec.convert({"id": "", **plain}, LibraryScript))
        except (msgspec.ValidationError, TypeError, ValueError, OverflowError, OSError) as error:
            problem = Problem("phrase_own", {"row": row, "value": str(error)[:SHOWN]})
            rejections.append(PhraseRejection(row, "", problem))
        except WorldError as error:
            rejections.append(PhraseRejection(row, str(error.problem.values.get("column", "")), error.problem))
        else:
            phrases.append(as_read(row, script))
    return phrases, rejections


def _sound(script: LibraryScript) -> LibraryScript:
    """Return `script`. Raises ValueError for words that cannot be written, a time or a promise out of all bounds."""
    msgspec.json.encode(script)
    if script.review_on is not None:
        parse_iso(iso(script.review_on, UTC) or "", UTC)
    if script.promise is not None and not 1 <= script.promise.hours <= MOST_HOURS:
        raise ValueError(f"promise.hours: {script.promise.hours}")
    return script


def as_read(row: int, script: LibraryScript) -> ReadPhrase:
    """Return one of our scripts as a phrase that was read."""
    return ReadPhrase(
        row=row, wordings=script.wordings, title=script.title, path=script.path, code=script.code,
        keywords=script.keywords, pictures=script.pictures, notes=script.notes, topic=script.topic,
        is_enabled=script.is_enabled, ours=script,
    )  # fmt: skip


def own_table(scripts: Sequence[LibraryScript]) -> list[list[str]]:
    """Return scripts as a table with its header; one column for each wording and each depth of category."""
    most = max((len(script.wordings) for script in scripts), default=1)
    deepest = max((MOST_DEPTH, *(len(script.path) for script in scripts)))
    header = [
        "编号", "标题", "快捷编码", *(f"{PATH}{at}" for at in range(1, deepest + 1)),
        *(f"{BODY}{at}" for at in range(1, max(1, most) + 1)),
        "关键词", "图片", "备注", "话题", ENABLED, REVIEW, PROMISE, TITLES, CHOICES, "替换",
    ]  # fmt: skip
    return [header, *([_cell(script, name) for name in header] for script in scripts)]


def _cell(script: LibraryScript, column: str) -> str:
    if column in TEXTS:
        return str(getattr(script, TEXTS[column]))
    if column in LISTS:
        return joined(getattr(script, LISTS[column]))
    for name, values in ((PATH, script.path), (BODY, script.wordings)):
        if column.startswith(name):
            at = int(column.removeprefix(name)) - 1
            return values[at] if at < len(values) else ""
    promise = script.promise
    return {
        ENABLED: YES if script.is_enabled else NO,
        REVIEW: (iso(script.review_on, UTC) or "") if script.review_on is not None else "",
        PROMISE: f"{promise.kind.value}:{promise.hours}" if promise is not None else "",
        TITLES: joined([joined([name, title], NAMES_MARK) for name, title in script.slot_titles.items()]),
        CHOICES: joined([joined([name, *values], NAMES_MARK) for name, values in script.slot_choices.items()]),
    }[column]


def own_csv(path: Path, scripts: Sequence[LibraryScript]) -> None:
    """Write our table as a CSV that Excel opens, with no cell that it would take for a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[guarded(cell) for cell in row] for row in own_table(scripts)])


def read_own_table(grid: Grid, head: Head) -> tuple[list[ReadPhrase], list[PhraseRejection]]:
    """Return the scripts of our table, edited by hand or not, and the rows that are none."""
    names = [name.strip().lstrip("\ufeff") for name in head.names]
    found: list[tuple[int, Any]] = []
    for row, cells in grid.rows[head.at + 1 :]:
        bare = [unguarded(cell) for cell in cells] if grid.delimiter else cells
        try:
            found.append((row, _plain(dict(zip(names, bare, strict=False)), row)))
        except WorldError as error:
            found.append((row, error))
    return _read(found)


def _plain(cells: Mapping[str, str], row: int) -> dict[str, Any]:
    """Return the fields of a script from the cells of its row. Raises WorldError `phrase_cell`."""
    plain: dict[str, Any] = {field: cells.get(name, "") for name, field in TEXTS.items()}
    plain |= {field: parted(cells.get(name, "")) for name, field in LISTS.items()}
    plain["path"] = _filled(cells, PATH)
    plain["wordings"] = _filled(cells, BODY)
    plain["scope"] = Scope.SHOP
    plain["is_enabled"] = cells.get(ENABLED, "").strip() != NO
    for name, field, read in ((REVIEW, "review_on", _instant), (PROMISE, "promise", _promise)):
        try:
            plain[field] = read(cells.get(name, "").strip())
        except ValueError:
            raise WorldError("phrase_cell", row=row, column=name, value=cells[name][:SHOWN]) from None
    plain["slot_titles"] = {one[0]: one[1] for one in _named(cells.get(TITLES, "")) if len(one) == 2}
    plain["slot_choices"] = {one[0]: one[1:] for one in _named(cells.get(CHOICES, ""))}
    return plain


def _filled(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    """Return the cells of a numbered column in their order, without empty ones."""
    named = [name for name in cells if re.fullmatch(column + r"\d+", name) and words_of(cells[name])]
    return tuple(cells[name] for name in sorted(named, key=lambda name: int(name.removeprefix(column))))


def _named(cell: str) -> list[tuple[str, ...]]:
    return [parted(one, NAMES_MARK) for one in parted(cell) if one]


def _instant(cell: str) -> int | None:
    return parse_iso(cell, UTC) if cell else None


def _promise(cell: str) -> dict[str, Any] | None:
    kind, _, hours = cell.partition(":")
    return {"kind": kind, "hours": int(hours)} if cell else None
