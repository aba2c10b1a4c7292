"""Commands for evidence: list it, add to it, pack it for an appeal, and prove a pack."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import NOT_COMPLETE, Call, common_options
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.evidence import EvidenceFile, State
from deskhelper.core.moments import iso
from deskhelper.core.text import Lang
from deskhelper.services.case_view import CaseView
from deskhelper.services.evidence import EvidenceView

MARKS = {State.THERE: "✓", State.PARTLY: "~", State.MISSING: "✗"}


@click.group()
def evidence() -> None:
    """Look at the evidence of a case, add files to it, or pack it for an appeal."""


@evidence.command("list")
@click.argument("case_or_order", metavar="CASE|ORDER")
@common_options
def list_evidence(call: Call, case_or_order: str) -> None:
    """List checklist, files and clock; exit 3 while something is missing. ORDER takes its case changed last."""
    view = call.house.evidence.look(_case(call, case_or_order))
    plain = _plain(call, view)
    call.print(plain, lambda: _told(plain, call.house.settings.current.language))
    sys.exit(NOT_COMPLETE if view.checklist.missing else 0)


@evidence.command("add")
@click.argument("case_or_order", metavar="CASE|ORDER")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--item", default="", help="The item of the checklist that they are for, in its own words.")
@common_options
def add_evidence(call: Call, case_or_order: str, files: tuple[Path, ...], item: str) -> None:
    """Copy files in as evidence, all or none; what is there already is left out and named."""
    view = _case(call, case_or_order)
    known = [one.text for one in call.house.evidence.look(view).checklist.items]
    keys = {text.en: text.zh for text in known} | {text.zh: text.zh for text in known}
    if item and item not in keys:
        raise click.BadParameter(f"{item!r} is none of: {', '.join(keys)}", param_hint="--item")
    added = call.house.evidence.add(view.case.id, keys.get(item, ""), files)
    new = [_file_plain(call, one) for one in added.files]
    plain = {"case": view.case.id, "added": new, "again": added.again}
    told = [call.house.told(Problem("evidence_again", {"file": ", ".join(added.again)}))] if added.again else []
    call.print(plain, lambda: iter([*(f"{one['name']}\t{one['sha256']}" for one in new), *told]))


@evidence.command("pack")
@click.argument("case_or_order", metavar="CASE|ORDER")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--text", "own", default="", help="Your own words for the platform.")
@common_options
def pack_evidence(call: Call, case_or_order: str, file: Path | None, own: str) -> None:
    """Write statement, originals and manifest to one ZIP; what is missing is told and holds nothing up."""
    from deskhelper.start import statement_writer

    plan = call.house.packs.plan(_case(call, case_or_order), own)
    made = call.house.packs.make_pack(plan, file or Path(plan.name), statement_writer())
    language = call.house.settings.current.language
    missing = [item.text.within(language) for item in plan.missing]
    plain = {"file": str(made.file), "size": made.size, "files": made.count, "digest": made.digest, "missing": missing}
    head = "还缺" if language == "zh" else "missing"
    call.print(plain, lambda: iter([f"{made.file}\t{made.size >> 10} KB", *(f"{head}\t{one}" for one in missing)]))


@click.command("verify-pack")
@click.argument("file", type=click.Path(path_type=Path))
@common_options
def verify_pack(call: Call, file: Path) -> None:
    """Prove that a pack for an appeal is as it was made; exit 3 and say what differs."""
    verdict = call.house.packs.verify_pack(file)
    manifest, faults = verdict.look.manifest, verdict.look.faults
    plain = {
        "file": str(file), "is_whole": not faults, "is_known": verdict.is_known, "case": manifest.case,
        "order_no": manifest.order_no, "made_at": manifest.made_at, "made_by": manifest.made_by,
        "program": manifest.program, "files": len(manifest.files),
        "faults": [{"code": fault.code, "words": call.house.told(fault), **fault.values} for fault in faults],
    }  # fmt: skip
    is_zh = call.house.settings.current.language == "zh"
    whole = f"完整，{len(manifest.files)} 个文件" if is_zh else f"whole, {len(manifest.files)} files"
    call.print(plain, lambda: iter([call.house.told(fault) for fault in faults] or [whole]))
    sys.exit(NOT_COMPLETE if faults else 0)


def _case(call: Call, words: str) -> CaseView:
    """Return the case with this id, else the one of this order that was changed last.

    Raises WorldError `evidence_case_unknown`, `order_unknown`, `order_ambiguous`.
    """
    try:
        return call.house.cases.get(words)
    except WorldError as error:
        if error.problem.code != "case_unknown":
            raise
    order = call.house.orders.find(words)
    cases = call.house.orders.card(order.platform, order.order_no).cases
    if not cases:
        raise WorldError("evidence_case_unknown", case=words)
    return call.house.cases.get(cases[0].id)


def _plain(call: Call, view: EvidenceView) -> dict[str, Any]:
    zone, lang = call.house.clock.zone, call.house.settings.current.language
    items = [
        {
            "item": item.text.within(lang), "state": item.state.value, "held": [held.value for held in item.held],
            "files": [_file_plain(call, file) for file in item.files],
        }
        for item in view.checklist.items
    ]  # fmt: skip
    log = [
        {
            "at": iso(entry.at, zone), "kind": entry.kind.value, "title": entry.title.within(lang),
            "detail": entry.detail.within(lang), "agent": entry.agent,
        }
        for entry in view.log
    ]  # fmt: skip
    return {
        "case": view.case.case.id, "order_no": view.case.order.order_no, "flow": view.case.flow.id, "items": items,
        "others": [_file_plain(call, file) for file in view.checklist.others],
        "platform_notice_at": iso(view.notice_at, zone), "evidence_until": iso(view.until, zone), "log": log,
    }  # fmt: skip


def _file_plain(call: Call, file: EvidenceFile) -> dict[str, Any]:
    return {
        "id": file.id, "name": file.name, "path": str(call.house.evidence.path(file)), "sha256": file.sha256,
        "size": file.size, "added_at": iso(file.added_at, call.house.clock.zone), "agent": file.agent,
        "note": file.note,
    }  # fmt: skip


def _told(plain: dict[str, Any], lang: Lang) -> Iterator[str]:
    for item in plain["items"]:
        yield f"{MARKS[State(item['state'])]} {item['item']}"
        yield from (f"  {file['name']}\t{file['sha256'][:12]}" for file in item["files"])
    for file in plain["others"]:
        yield f"· {file['name']}\t{file['sha256'][:12]}"
    if plain["evidence_until"]:
        words = "举证截止" if lang == "zh" else "evidence until"
        yield f"{words} {plain['evidence_until'][:16].replace('T', ' ')}"
