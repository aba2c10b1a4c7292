"""Commands about what is told before it is asked (D-PRO): who is to be told what, and the warehouse's list to print."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import NOT_COMPLETE, Call, common_options
from deskhelper.core.moments import iso
from deskhelper.core.notice import SPECS, NoticeKind, QueueTerms
from deskhelper.core.text import Lang
from deskhelper.services.cases import CaseView

KINDS = [kind.value for kind in NoticeKind]


@click.command()
@click.argument("kind", required=False, metavar="[KIND]", type=click.Choice(KINDS))
@click.option("--set", "slots", multiple=True, metavar="SLOT=V", help="Fill a slot for all, such as reason, new_time.")
@click.option("--hours", type=click.IntRange(1, 720), help="How far back to look; ahead, for ends of presales.")
@click.option("--sure", is_flag=True, help="Stand by promises that were reckoned from the shop's hours.")
@common_options
def notices(call: Call, kind: str | None, slots: tuple[str, ...], hours: int | None, sure: bool) -> None:
    """Count who is to be told unasked; or, with a KIND (grouped, shipped, delayed, presale_end), list the texts."""
    language = call.house.settings.current.language
    if kind is None:
        counted = [{"kind": one.value, "to_tell": count} for one, count in call.house.notices.queues.count().items()]
        call.print(counted, lambda: (f"{one['kind']}\t{one['to_tell']}" for one in counted))
        return
    pairs = dict(_pair(words) for words in slots)
    if unknown := set(pairs) - set(call.house.library.slots):
        raise click.BadParameter(", ".join(sorted(unknown)), param_hint="--set")
    chosen = NoticeKind(kind)
    terms = QueueTerms(hours or SPECS[chosen].hours, pairs, has_yes=sure)
    views, left_out = call.house.notices.look(chosen, terms)
    told = [_notice_plain(view, call) for view in views]
    counts = {reason.value: count for reason, count in sorted(left_out.items())}
    plain = {"kind": kind, "to_tell": told, "left_out": counts}
    call.print(plain, lambda: _told_notices(told, counts, language))
    sys.exit(NOT_COMPLETE if any(one["gaps"] or one["findings"] for one in told) else 0)


@click.command("print-list")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common_options
def print_list(call: Call, file: Path) -> None:
    """Write what is to be shipped, by batch and promise, to an XLSX file for the warehouse."""
    made, zone = call.house.print_list.save(file), call.house.clock.zone
    plain = {
        "file": str(file), "orders": made.count, "held": len(made.held), "overdue": made.overdue,
        "batches": [{"at": iso(batch.at, zone), "orders": len(batch.lines)} for batch in made.batches],
        "cut_offs": [iso(at, zone) for at in made.cut_offs],
    }  # fmt: skip
    language = call.house.settings.current.language
    call.print(plain, lambda: _told_list(plain, language))


def _pair(words: str) -> tuple[str, str]:
    name, mark, value = words.partition("=")
    if not mark or not name.strip():
        raise click.BadParameter(f"{words!r} is not name=value", param_hint="--set")
    return name.strip(), value.strip()


def _notice_plain(view: CaseView, call: Call) -> dict[str, Any]:
    draft, order, zone = view.draft, view.order, call.house.clock.zone
    if draft is None:
        raise ValueError("a notice has an outcome")
    return {
        "order_no": order.order_no, "platform": order.platform, "shop": order.shop, "outcome": draft.outcome,
        "text": draft.text, "gaps": draft.gaps,
        "findings": [{"rule": one.rule.value, "words": one.words} for one in draft.findings],
        "promises": [{"text": one.text, "due": iso(one.due, zone)} for one in draft.promises],
    }  # fmt: skip


def _told_notices(told: list[dict[str, Any]], left_out: dict[str, int], lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    for one in told:
        mark = "" if not one["gaps"] else (" 待填：" if zh else " to fill in: ") + "、".join(one["gaps"])
        yield f"{one['order_no']}\t{one['text']}{mark}"
    if not told:
        yield "没有要告知的订单。" if zh else "Nobody is to be told."
    if left_out:
        words = ", ".join(f"{reason} {count}" for reason, count in left_out.items())
        yield f"未列入：{words}" if zh else f"Left out: {words}"


def _told_list(plain: dict[str, Any], lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    for batch in plain["batches"]:
        at = batch["at"][:16].replace("T", " ") if batch["at"] else ("之后" if zh else "later")
        yield f"{at}\t{batch['orders']} {'单' if zh else 'orders'}"
    yield f"{plain['file']}\t{plain['orders']} {'单待发货' if zh else 'orders to ship'}" + (
        f"，{plain['held']} 单售后中暂缓"
        if zh and plain["held"]
        else f", {plain['held']} held"
        if plain["held"]
        else ""
    )
