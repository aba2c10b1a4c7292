"""Commands that look after what is kept: promises, backup, restore, doctor."""

import sys
from collections.abc import Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import NOT_COMPLETE, Call, common_options
from deskhelper.core.log import PromiseState, StoredPromise
from deskhelper.core.moments import DAY, Instant, duration, iso
from deskhelper.core.text import Lang
from deskhelper.services.backups import BackupReport

_STATES_ZH = {PromiseState.KEPT: "已兑现", PromiseState.BROKEN: "没做到", PromiseState.WITHDRAWN: "已作罢"}


@click.command()
@click.option(
    "--due", "hours", type=click.IntRange(0), metavar="HOURS", help="Only overdue ones and those due by then."
)
@click.option("--all", "with_closed", is_flag=True, help="Closed ones too: kept, broken and withdrawn, the last first.")
@common_options
def promises(call: Call, hours: int | None, with_closed: bool) -> None:
    """List the open promises, the first due first."""
    now, zone = call.house.clock.now(), call.house.clock.zone
    found = [one.promise for one in call.house.promises.open(hours)]
    if with_closed:
        found += call.house.promises.closed(now // DAY)
    plain = [_promise_plain(one, now, zone) for one in found]
    language = call.house.settings.current.language
    call.print(plain, lambda: _told_promises(plain, [one.due_at - now for one in found], language))


def _promise_plain(promise: StoredPromise, now: Instant, zone: tzinfo) -> dict[str, Any]:
    return {
        "order_no": promise.order_no, "platform": promise.platform, "kind": promise.kind.value, "text": promise.text,
        "due": iso(promise.due_at, zone), "made_at": iso(promise.made_at, zone),
        "is_overdue": promise.state is PromiseState.OPEN and promise.due_at < now, "fen": promise.fen,
        "follow_up": promise.follow_up.zh, "agent": promise.agent, "case_id": promise.case_id,
        "state": promise.state.value, "fulfilled_at": iso(promise.fulfilled_at, zone),
        "closed_at": iso(promise.closed_at, zone),
        "closed_by": promise.closed_by.value if promise.closed_by else None,
    }  # fmt: skip


def _told_promises(plain: list[dict[str, Any]], left: list[int], lang: Lang) -> Iterator[str]:
    zh = lang == "zh"
    for one, seconds in zip(plain, left, strict=True):
        span = duration(seconds, lang)
        late, soon = (f"已过 {span}", f"还剩 {span}") if zh else (f"{span} overdue", f"{span} left")
        stands = _STATES_ZH.get(one["state"], "") if zh else one["state"]
        if one["state"] == PromiseState.OPEN:
            stands = late if seconds < 0 else soon
        yield "\t".join([one["due"][:16].replace("T", " "), stands, one["order_no"], one["text"]])
    if not plain:
        yield "没有未兑现的承诺。" if zh else "No open promises."


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common_options
def backup(call: Call, file: Path) -> None:
    """Write orders, cases, promises, settings and the shop's own content to one file."""
    _tell(call, call.house.backups.backup(file))


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@common_options
def restore(call: Call, file: Path) -> None:
    """Put a backup in the place of what is there, which is backed up itself first."""
    _tell(call, call.house.backups.restore(file))


def _tell(call: Call, report: BackupReport) -> None:
    plain = {"file": str(report.file), "parts": report.parts, "size": report.size}
    call.print(plain, lambda: iter([f"{report.file}\t{len(report.parts)}\t{report.size >> 10} KB"]))


@click.command()
@common_options
def doctor(call: Call) -> None:
    """Look at the data folder, the database and the content; exit 3 if something is wrong."""
    checks = list(call.house.doctor.checks())
    plain = [
        {
            "check": check.name,
            "is_well": check.problem is None,
            "words": check.words,
            "problem": call.house.told(check.problem) if check.problem else None,
        }
        for check in checks
    ]
    call.print(
        plain,
        lambda: (f"{'✓' if one['is_well'] else '✗'} {one['check']}\t{one['problem'] or one['words']}" for one in plain),
    )
    sys.exit(0 if all(check.problem is None for check in checks) else NOT_COMPLETE)
