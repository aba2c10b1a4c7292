"""The command line: the same services without a window, for scripts, tests and people who like terminals.

Exit status: 0 done; 1 the world's error; 2 wrong usage; 3 not complete (a gap, a rejected row, a finding, a fault).
"""

import sys
from pathlib import Path

import click

from deskhelper import cli_words as words
from deskhelper.cli_boards import boards, stock
from deskhelper.cli_call import NOT_COMPLETE, Call, clock_of, common_options
from deskhelper.cli_care import backup, doctor, promises, restore
from deskhelper.cli_cases import cases, hand_over
from deskhelper.cli_evidence import evidence, verify_pack
from deskhelper.cli_insights import insights
from deskhelper.cli_notices import notices, print_list
from deskhelper.cli_scripts import scripts
from deskhelper.core.case import CaseState
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.text import Lang
from deskhelper.core.view import View
from deskhelper.paths import RESOURCES, DataFolder, default_data_folder

TERMINAL_LIMIT = 50


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="deskhelper")
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Folder of database and settings.")
@click.option("--now", "now_words", metavar="ISO", help="Show the desk as if it were this time.")
@click.option("--open", "files", type=click.Path(dir_okay=False, path_type=Path), multiple=True, metavar="FILE",
              help="Import this order file in the desk; again for more.")  # fmt: skip
@click.pass_context
def commands(context: click.Context, data_dir: Path | None, now_words: str | None, files: tuple[Path, ...]) -> None:
    """DeskHelper: from what the buyer wrote to the correct, filled reply. Without a command it opens the desk."""
    if context.invoked_subcommand is None:
        from deskhelper.start import open_desk

        sys.exit(open_desk(DataFolder(data_dir or default_data_folder()), clock_of(now_words), files))


@commands.command()
@click.option("--picture", type=click.Path(dir_okay=False, path_type=Path), help="Draw the desk to this PNG instead.")
@click.option("--size", default="1440x900", metavar="WxH", help="Size of the window or picture.")
@click.option("--theme", type=click.Choice(["system", "light", "dark"]), default="system")
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh")
@click.option("--now", "now_words", metavar="ISO", help="Show the desk as if it were this time.")
@click.option("--data-dir", type=click.Path(file_okay=False, path_type=Path), help="Keep the made-up data here.")
@click.option("--json", "as_json", is_flag=True, hidden=True)
def demo(
    picture: Path | None,
    size: str,
    theme: str,
    language: str,
    now_words: str | None,
    data_dir: Path | None,
    as_json: bool,
) -> None:
    """Open the desk on made-up orders in a throw-away folder."""
    from deskhelper.start import DemoWish, open_demo

    width, _, height = size.partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise click.BadParameter(f"{size!r} is not WIDTHxHEIGHT", param_hint="--size")
    wish = DemoWish(picture, (int(width), int(height)), theme, language)
    sys.exit(open_demo(wish, data_dir, clock_of(now_words)))


@commands.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--shop", help="The shop that the files belong to; remembered for the platform.")
@common_options
def import_files(call: Call, files: tuple[Path, ...], shop: str | None) -> None:
    """Import order files, all or nothing per file."""
    reports, failed, rejected = [], False, False
    for file in files:
        try:
            report = call.house.imports.run(file, shop)
        except (WorldError, KeyboardInterrupt) as error:
            stopped = Problem("import_stopped", {"file": file.name})
            sentence = call.house.told(error.problem if isinstance(error, WorldError) else stopped)
            click.echo(sentence, err=True)
            reports.append(words.failed_import(file, sentence))
            failed = True
            if isinstance(error, KeyboardInterrupt):
                break
        else:
            reports.append(words.import_report(file, report, call.house.told))
            rejected = rejected or bool(report.rejected)
    call.print(reports, lambda: words.told_imports(reports, call.house.settings.current.language))
    sys.exit(1 if failed else NOT_COMPLETE if rejected else 0)


@commands.command()
@click.argument("query", required=False)
@click.option(
    "--view", "view_name", default="all", help="all, to_ship, due, overdue, shipped, after_sale or with_case."
)
@click.option("--limit", type=click.IntRange(1), help=f"At most this many; {TERMINAL_LIMIT} unless JSON is asked for.")
@common_options
def orders(call: Call, query: str | None, view_name: str, limit: int | None) -> None:
    """List orders: a saved view, or what QUERY finds in it."""
    service = call.house.orders
    listing = service.listing(_view(view_name))
    if query and query.strip():
        lines = service.search(query, limit or words.ALL_ORDERS, listing)
    else:
        lines = service.page(listing, 0, limit or (words.ALL_ORDERS if call.as_json else TERMINAL_LIMIT))
    if limit is None and not call.as_json:
        lines = lines[:TERMINAL_LIMIT]
    found = [line.order for line in lines]
    shown = [words.order_plain(order, service.promise_of(order), call.house.clock.zone) for order in found]
    call.print(shown, lambda: words.told_orders(shown, call.house.settings.current.language))


@commands.command()
@click.option("--order", "order_no", required=True, help="Order number, or platform:number.")
@click.option("--flow", "flow_id", required=True, help="A flow id; `deskhelper flows` lists them.")
@click.option("--answer", "answers", multiple=True, metavar="Q=V", help="Answer a question; also overrules the order.")
@click.option("--set", "slots", multiple=True, metavar="SLOT=V", help="Fill a slot of the reply.")
@click.option("--wording", type=click.IntRange(1), default=1, help="Which wording of the same facts.")
@click.option("--accept-defaults", is_flag=True, help="Take the sensible values on offer for what is not set.")
@common_options
def reply(
    call: Call,
    order_no: str,
    flow_id: str,
    answers: tuple[str, ...],
    slots: tuple[str, ...],
    wording: int,
    accept_defaults: bool,
) -> None:
    """Walk an order through a flow and print the reply, or what is missing."""
    state = CaseState(answers=_pairs(answers, "--answer"), slots=_pairs(slots, "--set"), wording=wording - 1)
    cases = call.house.cases
    cases.check_inputs(cases.flow(flow_id), state)
    order = call.house.orders.find(order_no)
    view = cases.look(order, flow_id, state, take=accept_defaults)
    language = call.house.settings.current.language
    plain = words.reply_plain(view, language, call.house.told, call.house.clock.zone)
    call.print(plain, lambda: words.told_reply(plain, view, language))
    sys.exit(0 if view.draft is not None and view.draft.has_nothing_open else NOT_COMPLETE)


@commands.command()
@click.argument("text")
@click.option("--order", "order_no", metavar="NO", help="Hold the text against this order too.")
@common_options
def check(call: Call, text: str, order_no: str | None) -> None:
    """Check a reply before it leaves; `-` reads the text from the standard input."""
    order = call.house.orders.find(order_no) if order_no else None
    findings = call.house.cases.check(sys.stdin.read() if text == "-" else text, order)
    plain = words.findings_plain(findings, call.house.told)
    call.print(plain, lambda: words.told_findings(plain, call.house.settings.current.language))
    sys.exit(NOT_COMPLETE if findings else 0)


@commands.command()
@click.argument("text")
@click.option("--order", "order_no", metavar="NO", help="The order in hand; a number in the text counts as this.")
@click.option("--about", "topic", metavar="TOPIC", help="Correct it: what the message was about. Counts from now on.")
@common_options
def suggest(call: Call, text: str, order_no: str | None, topic: str | None) -> None:
    """Name the three likeliest topics of a buyer's message; `-` reads it from the standard input."""
    order = call.house.orders.find(order_no) if order_no else None
    message = sys.stdin.read() if text == "-" else text
    if topic is not None:
        call.house.suggestions.learn(message, topic)
    found = call.house.suggestions.suggest(message, order)
    plain = [{"topic": one.topic, "score": one.score, "words": one.words} for one in found]
    call.print(plain, lambda: words.told_suggestions(found, call.house.settings.current.language))


for command in (
    scripts, evidence, verify_pack, promises, notices, print_list, boards, stock, insights, backup,
    restore, doctor, cases, hand_over,
):  # fmt: skip
    commands.add_command(command)


@commands.command()
@click.argument("flow_id", required=False, metavar="[ID]")
@click.option("--check", is_flag=True, help="Walk every path of every flow and name each fault.")
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE", help="Draw the flow's map to this SVG file.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="The language of the map.")
@common_options
def flows(call: Call, flow_id: str | None, check: bool, svg: Path | None, lang: Lang) -> None:
    """List, print, draw or prove the flows."""
    language = call.house.settings.current.language
    if svg is not None:
        if flow_id is None or check:
            raise click.UsageError("--svg draws one flow: name its ID, without --check.")
        drawn = words.draw_flow(call.house.cases.flow(flow_id), call.house.library, RESOURCES, svg, lang)
        call.print(drawn, lambda: words.told_drawing(drawn, language))
        return
    chosen = [call.house.cases.flow(flow_id)] if flow_id else list(call.house.library.flows.values())
    if check:
        plain = words.proof_plain(chosen, call.house.library)
        call.print(plain, lambda: words.told_proof(plain))
        sys.exit(NOT_COMPLETE if plain["faults"] else 0)
    if flow_id:
        call.print(words.flow_plain(chosen[0]), lambda: words.told_flow(chosen[0], language))
    else:
        call.print([words.flow_head(flow) for flow in chosen], lambda: words.told_flow_list(chosen, language))


@commands.command()
@click.argument("figure", required=False, metavar="[ID]")
@common_options
def policy(call: Call, figure: str | None) -> None:
    """List the platform's figures in force, with the shop's own values; or print one."""
    service, language = call.house.policy, call.house.settings.current.language
    chosen = [service.line(figure)] if figure else service.lines()
    plain = [words.figure_plain(line, language, call.house.clock.zone) for line in chosen]
    call.print(plain[0] if figure else plain, lambda: words.told_figures(chosen, language))


def _view(name: str) -> View:
    known = {view.value: view for view in View} | {"due_soon": View.DUE, "after_sale_open": View.AFTER_SALE}
    view = known.get(name.strip().lower().replace("-", "_"))
    if view is None:
        raise WorldError("view_unknown", view=name, known=", ".join(view.value for view in View))
    return view


def _pairs(given: tuple[str, ...], option: str) -> dict[str, str]:
    pairs = {}
    for pair in given:
        name, mark, value = pair.partition("=")
        if not mark or not name.strip():
            raise click.BadParameter(f"{pair!r} is not name=value", param_hint=option)
        pairs[name.strip()] = value.strip()
    return pairs
