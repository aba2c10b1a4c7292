"""Phrase libraries on the command line: `deskhelper scripts import FILE` and `deskhelper scripts export FILE`."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import NOT_COMPLETE, Call, common_options
from deskhelper.core.library_script import Scope
from deskhelper.core.phrase import MAPPED_FIELDS, PhraseRejection
from deskhelper.core.phrase_script import PhraseState
from deskhelper.services.phrase_imports import Wish
from deskhelper.services.phrase_preview import AppliedImport, Choice, PhrasePreview, PhraseRow

CHOICES = [choice.value for choice in Choice]


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--shop-wide/--personal", "is_shop_wide", default=True, help="Whose the new scripts are; the shop's.")
@click.option("--category", "category", default="", metavar="A/B", help="Put new scripts below this category.")
@click.option(
    "--duplicates", type=click.Choice(CHOICES), default=Choice.MINE.value,
    help="What the library has already: mine stays (the default), theirs is taken, or both are kept.",
)  # fmt: skip
@click.option("--map", "pairs", multiple=True, metavar="FIELD=COLUMN", help=f"Fields: {', '.join(MAPPED_FIELDS)}.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")
@common_options
def import_phrases(
    call: Call, file: Path, is_shop_wide: bool, category: str, duplicates: str, pairs: tuple[str, ...], dry_run: bool
) -> None:
    """Import a phrase library of another tool, or scripts that were exported; all or nothing."""
    service = call.house.phrases
    mapping = _mapping(pairs)
    preview = service.preview(file, mapping)
    if mapping and not dry_run:
        service.remember_mapping(preview.look, mapping)
    done = None
    if not dry_run:
        choice = Choice(duplicates)
        choices = {row.row: choice for row in preview.rows if row.state is PhraseState.DUPLICATE}
        below = tuple(filter(None, (name.strip() for name in category.split("/"))))
        done = service.apply(preview, Wish(choices, Scope.SHOP if is_shop_wide else Scope.PERSONAL, below))
    plain = import_plain(call, file, preview, done)
    call.print(plain, lambda: told_import(plain, call.house.settings.current.language == "zh"))
    sys.exit(NOT_COMPLETE if plain["rejected"] else 0)


@click.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--format", "kind", help="yaml, csv, xlsx, qianniu or workbench; by the file's ending where not given.")
@click.option("--all", "with_shipped", is_flag=True, help="Shipped scripts too; by default own ones only.")
@common_options
def export_phrases(call: Call, file: Path, kind: str | None, with_shipped: bool) -> None:
    """Export scripts. yaml, csv and xlsx keep everything; other tools' formats have slots as their titles in 【】."""
    service = call.house.phrases
    scripts = call.house.scripts.all(with_disabled=True) if with_shipped else None
    report = service.export(file, kind or _kind_of(file, service.kinds), scripts)
    refused, notes = ([call.house.told(one) for one in found] for found in (report.refused, report.notes))
    plain = {"file": str(file), "written": report.written, "refused": refused, "notes": notes}
    is_zh = call.house.settings.current.language == "zh"
    lines = [f"导出 {report.written} 条" if is_zh else f"{report.written} written", *refused, *notes]
    call.print(plain, lambda: iter(lines))
    sys.exit(NOT_COMPLETE if report.refused else 0)


def _mapping(pairs: tuple[str, ...]) -> dict[str, str] | None:
    """Return the columns that were named by field, None where none was. Raises click's usage error."""
    mapping: dict[str, str] = {}
    for pair in pairs:
        field, _, column = pair.partition("=")
        if field not in MAPPED_FIELDS or not column:
            raise click.BadParameter(f"{pair!r} is not FIELD=COLUMN", param_hint="--map")
        mapping[field] = column
    return mapping or None


def _kind_of(file: Path, kinds: dict[str, str]) -> str:
    """Return the first kind of file with this ending; YAML has two. Raises click's usage error."""
    ending = {".yml": ".yaml"}.get(file.suffix.lower(), file.suffix.lower())
    for kind, own in kinds.items():
        if own == ending:
            return kind
    raise click.UsageError(f"no format is known by the ending {file.suffix!r}: name one with --format")


def import_plain(call: Call, file: Path, preview: PhrasePreview, done: AppliedImport | None) -> dict[str, Any]:
    """Return what an import did, or would do where `done` is None, as JSON has it."""
    language = call.house.settings.current.language
    rejections = preview.rejections if done is None else done.rejections
    return {
        "file": str(file),
        "format": preview.look.format,
        "format_title": preview.look.title.within(language),
        "is_done": done is not None,
        "added": 0 if done is None else done.added,
        "replaced": 0 if done is None else done.replaced,
        "kept": 0 if done is None else done.kept,
        "words": 0 if done is None else done.words,
        "rows": [_row_plain(call, row) for row in preview.rows],
        "rejected": [_rejection_plain(call, one) for one in rejections],
        "notes": [call.house.told(note) for note in preview.notes],
    }


def _row_plain(call: Call, row: PhraseRow) -> dict[str, Any]:
    like = row.like.script
    return {
        "row": row.row,
        "state": row.state.value,
        "like": {"id": like.id, "title": like.title} if like is not None else None,
        "same_as_row": row.like.row or None,
        "code": row.script.code,
        "title": row.script.title,
        "path": list(row.script.path),
        "wordings": list(row.script.wordings),
        "notes": [call.house.told(note) for note in row.notes],
        "findings": [
            {"wording": number + 1, "rule": one.rule.value, "words": call.house.told(one.problem)}
            for number, one in row.findings
        ],
    }


def _rejection_plain(call: Call, one: PhraseRejection) -> dict[str, Any]:
    return {"row": one.row, "column": one.column, "reason": call.house.told(one.problem)}


def told_import(plain: dict[str, Any], is_zh: bool) -> Iterator[str]:
    """Yield an import in words: the counts, what the library has already, findings, and what was refused."""
    name = Path(plain["file"]).name
    counts = "新增 {added}，替换 {replaced}，保留原有 {kept}，新词 {words}" if is_zh else (
        "{added} added, {replaced} replaced, {kept} left as they were, {words} words"
    )  # fmt: skip
    if plain["is_done"]:
        yield f"{name} ({plain['format_title']}): {counts.format_map(plain)}"
    for row in plain["rows"]:
        if row["state"] != PhraseState.NEW.value or not plain["is_done"]:
            like = row["like"]["title"] if row["like"] else row["same_as_row"] or ""
            yield "\t".join([str(row["row"]), row["state"], row["code"], row["title"], str(like)])
        for note in [*row["notes"], *(one["words"] for one in row["findings"])]:
            yield f"{row['row']}\t{note}"
    yield from (one["reason"] for one in plain["rejected"])
    yield from plain["notes"]
