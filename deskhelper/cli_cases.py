"""Commands of a shift: the cases that are not closed, and the hand-over to the next one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import Call, common_options
from deskhelper.core.case_board import CaseFilter, CaseLine, found
from deskhelper.core.case_care import STAGES, Stage
from deskhelper.core.moments import iso
from deskhelper.core.text import Lang

_NAMES: dict[Stage, tuple[str, str]] = {
    Stage.NEW: ("待处理", "new"),
    Stage.BUYER: ("等买家", "waits for buyer"),
    Stage.WAREHOUSE: ("等仓库", "waits for warehouse"),
    Stage.PLATFORM: ("等平台", "waits for platform"),
    Stage.DONE: ("已完成", "done"),
}


@click.command()
@click.argument("words", nargs=-1)
@click.option("--state", type=click.Choice([stage.value for stage in STAGES]), help="Only those in this state.")
@click.option("--owner", help="Only those of this agent.")
@click.option("--flow", help="Only those of this flow.")
@click.option("--complaints", is_flag=True, help="Only complaints.")
@common_options
def cases(
    call: Call, words: tuple[str, ...], state: str | None, owner: str | None, flow: str | None, complaints: bool
) -> None:
    """List the cases that are not closed: complaints first, then the soonest deadline. WORDS narrow the list.

    With --state done those closed of late.
    """
    stage = Stage(state) if state else None
    board = call.house.case_board.read(has_closed=stage is Stage.DONE)
    lines = found(board.lines, CaseFilter(stage, owner, flow, complaints, " ".join(words)))
    language = call.house.settings.current.language
    plain = [_plain(call, line, language) for line in lines]
    call.print(plain, lambda: _told(plain, lines, language))


@click.command("hand-over")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common_options
def hand_over(call: Call, file: Path) -> None:
    """Write open cases, promises due, overdue orders and notes to a PDF; remembers that the shift was handed over."""
    from deskhelper.start import write_hand_over

    over = write_hand_over(call.house, file)
    plain = {
        "file": str(file), "cases": over.case_count, "cases_due": over.cases_due, "promises": over.promise_count,
        "overdue_orders": over.order_count, "notes": len(over.notes),
    }  # fmt: skip
    call.print(plain, lambda: iter([str(file)]))


def _plain(call: Call, line: CaseLine, lang: Lang) -> dict[str, Any]:
    standing, zone = line.standing, call.house.clock.zone
    return {
        "case_id": line.id, "order_no": line.order_no, "platform": line.platform, "product": line.product,
        "flow": line.flow, "state": standing.stage.value, "owner": standing.owner,
        "deadline": iso(standing.due_at, zone),
        "deadline_by": standing.due_by.value if standing.due_by else None, "is_complaint": standing.is_complaint,
        "next_step": line.next_step(lang), "opened_at": iso(line.opened_at, zone),
        "closed_at": iso(line.closed_at, zone),
    }  # fmt: skip


def _told(plain: list[dict[str, Any]], lines: list[CaseLine], lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    for one, line in zip(plain, lines, strict=True):
        due = one["deadline"][:16].replace("T", " ") if one["deadline"] else "-"
        state = _NAMES[line.standing.stage][0 if zh else 1]
        mark = ("投诉" if zh else "complaint") if one["is_complaint"] else ""
        yield "\t".join([due, state, mark, one["order_no"], line.title.within(lang), one["next_step"], one["owner"]])
    if not plain:
        yield "没有这样的案例。" if zh else "No such case."
