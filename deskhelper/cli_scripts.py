"""The command line's way into the script library: `deskhelper scripts [QUERY]`, and what stands below it."""

from collections.abc import Iterator
from typing import Any

import click

from deskhelper.cli_call import Call, common_options
from deskhelper.cli_phrases import export_phrases, import_phrases
from deskhelper.core.library_script import LibraryScript
from deskhelper.services.script_finder import FoundScript

TERMINAL_LIMIT = 50


class QueryGroup(click.Group):
    """A group of commands in which anything else that is typed is a query for `find`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `find` before what names no command of the group."""
        names = {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if args and args[0] in names else ["find", *args])


@click.group(cls=QueryGroup)
def scripts() -> None:
    """List the script library, or find in it: `deskhelper scripts QUERY` is `deskhelper scripts find QUERY`."""


@scripts.command("find")
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(1), help=f"At most this many; {TERMINAL_LIMIT} unless JSON is asked for.")
@common_options
def find_scripts(call: Call, query: tuple[str, ...], limit: int | None) -> None:
    """List the scripts in force, or those that QUERY finds by code, title, keyword, pinyin initials or text."""
    service, words = call.house.scripts, " ".join(query).strip()
    most = limit or (len(service.all()) if call.as_json else TERMINAL_LIMIT)
    if words:
        plain = [found_plain(one) for one in service.find(words, most)]
    else:
        plain = [script_plain(one) for one in service.all()[:most]]
    call.print(plain, lambda: told_scripts(plain))


scripts.add_command(import_phrases)
scripts.add_command(export_phrases)


def script_plain(script: LibraryScript) -> dict[str, Any]:
    """Return a script as JSON has it."""
    promise = script.promise
    return {
        "id": script.id,
        "code": script.code,
        "title": script.title,
        "path": list(script.path),
        "scope": script.scope.value,
        "keywords": list(script.keywords),
        "wordings": list(script.wordings),
        "slots": script.slots,
        "topic": script.topic or None,
        "promise": {"kind": promise.kind.value, "hours": promise.hours} if promise else None,
        "replaces": script.replaces or None,
    }


def found_plain(found: FoundScript) -> dict[str, Any]:
    """Return a script that was found, with the kind of match."""
    return {"match": found.match.name.lower(), **script_plain(found.script)}


def told_scripts(plain: list[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each script: code, categories, title and the first wording."""
    for script in plain:
        yield "\t".join((script["code"], " / ".join(script["path"]), script["title"], script["wordings"][0]))
