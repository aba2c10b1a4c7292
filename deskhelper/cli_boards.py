"""Commands of the boards: what is late, stuck, suspect or short, and stock from a list."""

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from deskhelper.cli_call import NOT_COMPLETE, Call, common_options
from deskhelper.core.errors import WorldError
from deskhelper.core.text import Lang
from deskhelper.services.board_tables import COLUMNS, SECTIONS, BoardTables, Section, section_named

TERMINAL_LIMIT = 50


@click.command()
@click.argument("section", required=False, metavar="[SECTION]")
@click.option("--limit", type=click.IntRange(1), help=f"At most this many rows; {TERMINAL_LIMIT} without --json.")
@click.option("--save", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write the board as XLSX or CSV.")
@common_options
def boards(call: Call, section: str | None, limit: int | None, file: Path | None) -> None:
    """Print a board: late, parcels, alerts or stock; without SECTION how many rows each has."""
    language = call.house.settings.current.language
    tables = BoardTables(call.house.boards, call.house.stock, language)
    if section is None:
        if file is not None:
            raise click.UsageError("--save writes one board: name its SECTION.")
        counts = {name: sum(1 for _ in tables.rows(name)) for name in SECTIONS}
        call.print(counts, lambda: (f"{name}\t{count}" for name, count in counts.items()))
        return
    name = section_named(section)
    if file is not None:
        rows = call.house.save_board(name, file)
        call.print({"file": str(file), "rows": rows}, lambda: iter([f"{file}\t{rows}"]))
        return
    most = limit if limit is not None or call.as_json else TERMINAL_LIMIT
    found = list(islice(tables.rows(name, plain=call.as_json), most))
    call.print(found, lambda: _told(found, name, language))


def _told(found: list[dict[str, Any]], section: Section, lang: Lang) -> Iterator[str]:
    columns = COLUMNS[section]
    yield "\t".join(text.within(lang) for text in columns.values())
    for row in found:
        yield "\t".join("" if row[name] is None else str(row[name]) for name in columns)


@click.group()
def stock() -> None:
    """Counted stock."""


@stock.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@common_options
def import_stock(call: Call, file: Path) -> None:
    """Take in a stock list (CSV or XLSX); exit 3 where a row was refused."""
    imports = call.house.imports
    if imports.kind_of(imports.look(file)) != "stock":
        raise WorldError("stock_not_list", file=file.name)
    report = imports.run(file)
    told = call.house.told
    notes, reasons = [told(note) for note in report.notes], [told(one.problem) for one in report.rejected]
    plain = {
        "file": file.name, "new": report.new, "updated": report.updated, "unchanged": report.unchanged,
        "rejected": [
            {"row": one.row, "column": one.column, "reason": reason}
            for one, reason in zip(report.rejected, reasons, strict=True)
        ],
        "notes": notes,
    }  # fmt: skip
    call.print(plain, lambda: iter([*notes, *reasons]))
    sys.exit(NOT_COMPLETE if report.rejected else 0)
