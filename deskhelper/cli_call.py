"""What every command of the command line shares: its options, the house it works in, and how errors end it."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click
from msgspec import Struct

from deskhelper.app import House
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.moments import parse_iso, zone
from deskhelper.paths import RESOURCES, DataFolder, default_data_folder
from deskhelper.services.clock import Clock, FixedClock, SystemClock

NOT_COMPLETE = 3
USAGE_CODES = {
    "flow_unknown", "question_unknown", "option_unknown", "slot_unknown", "view_unknown", "figure_unknown",
    "time_unreadable", "message_empty", "board_unknown", "topic_unknown", "script_unknown",
    "period_backwards", "period_long",
}  # fmt: skip


class Call(Struct):
    """What every command takes: the house on the data folder, and whether to print JSON."""

    house: House
    as_json: bool

    def print(self, plain: Any, told: Callable[[], Iterator[str]]) -> None:
        """Print `plain` as JSON, else the lines of `told`."""
        if self.as_json:
            click.echo(json.dumps(plain, ensure_ascii=False, indent=2))
        else:
            for line in told():
                click.echo(line)


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add --data-dir, --json and --now to a command and hand it a Call."""

    @click.option(
        "--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of database and settings."
    )
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    @click.option("--now", "now_words", metavar="ISO", help="Answer as if it were this time.")
    @wraps(command)
    def run(*args: Any, data_dir: Path | None, as_json: bool, now_words: str | None, **kwargs: Any) -> None:
        with _call(data_dir, as_json, now_words) as call:
            command(call, *args, **kwargs)

    return run


@contextmanager
def _call(data_dir: Path | None, as_json: bool, now_words: str | None) -> Iterator[Call]:
    clock = clock_of(now_words)
    house: House | None = None
    try:
        house = House(DataFolder(data_dir or default_data_folder()), clock)
        if house.settings.was_broken:
            click.echo(house.told(Problem("settings_broken", {"file": house.folder.settings.name})), err=True)
        yield Call(house, as_json)
    except WorldError as error:
        from deskhelper.content.messages import Messages

        told = house.told(error.problem) if house else Messages(RESOURCES / "messages").sentence(error.problem, "zh")
        if error.problem.code in USAGE_CODES:
            raise click.UsageError(told) from error
        click.echo(told, err=True)
        sys.exit(1)
    finally:
        if house is not None:
            house.close()


def clock_of(now_words: str | None) -> Clock:
    """Return the clock for `--now`: a fixed one, or the machine's without it. Raises click's usage error."""
    if now_words is None:
        return SystemClock()
    try:
        return FixedClock(parse_iso(now_words, zone()))
    except ValueError as error:
        raise click.BadParameter(f"{now_words!r} is not ISO 8601, such as 2026-05-19T12:20+08:00") from error
