"""What the command line prints: plain structures for JSON, lines for people."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import tzinfo
from pathlib import Path
from typing import Any

import msgspec

from deskhelper.core.errors import Problem
from deskhelper.core.flow import Flow
from deskhelper.core.flow_check import prove
from deskhelper.core.imported import ImportReport
from deskhelper.core.moments import iso
from deskhelper.core.money import format_price
from deskhelper.core.order import Order, ShipPromise
from deskhelper.core.outgoing import Finding
from deskhelper.core.reply import Library, RiskShown
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.services.cases import CaseView
from deskhelper.services.policy import FigureLine

ALL_ORDERS = 10_000_000
MOST_TOLD = 50
"""So many refusals of a file are told to people; what follows is counted by column."""

Told = Callable[[Problem], str]


def import_report(file: Path, report: ImportReport, told: Told) -> dict[str, Any]:
    """Return the counts of one imported file and each refused row or cell."""
    return {
        "file": str(file),
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "older": report.older,
        "rejected": [
            {"row": one.row, "column": one.column, "reason": told(one.problem), "kept": one.kept}
            for one in report.rejected
        ],
        "notes": [told(note) for note in report.notes],
    }


def failed_import(file: Path, sentence: str) -> dict[str, Any]:
    """Return the entry of a file of which nothing was imported, with the sentence that says why."""
    counts = dict.fromkeys(("new", "updated", "unchanged", "older"), 0)
    return {"file": str(file), **counts, "rejected": [], "notes": [], "error": sentence}


def told_imports(reports: list[dict[str, Any]], lang: Lang) -> Iterator[str]:
    """Yield the summary of an import in words."""
    for report in reports:
        if "error" in report:
            continue
        name, refused = Path(report["file"]).name, len(report["rejected"])
        if lang == "zh":
            counts = "新增 {new}，更新 {updated}，未变 {unchanged}".format_map(report)
            yield f"{name}：{counts}，拒收 {refused}"
        else:
            counts = "{new} new, {updated} updated, {unchanged} unchanged".format_map(report)
            yield f"{name}: {counts}, {refused} rejected"
        for one in report["rejected"][:MOST_TOLD]:
            yield f"  {one['row']}\t{one['column']}\t{one['reason']}"
        if refused > MOST_TOLD:
            more = Counter(one["column"] for one in report["rejected"][MOST_TOLD:])
            columns = ", ".join(f"{column} × {count:,}" for column, count in more.most_common())
            yield f"  …（{columns}）用 --json 列出全部" if lang == "zh" else f"  … ({columns}); --json lists all"
        yield from (f"  {note}" for note in report["notes"])


def order_plain(order: Order, promise: ShipPromise | None, zone: tzinfo) -> dict[str, Any]:
    """Return one order for `orders --json`; times ISO 8601 with offset, null where unknown."""
    return {
        "order_no": order.order_no,
        "platform": order.platform,
        "shop": order.shop,
        "status": order.status.value,
        "status_text": order.status_text,
        "after_sale": order.after_sale.value,
        "after_sale_text": order.after_sale_text,
        "product": order.product,
        "spec": order.spec,
        "quantity": order.quantity,
        "paid_fen": order.paid_fen,
        "paid_at": iso(order.paid_at, zone),
        "grouped_at": iso(order.grouped_at, zone),
        "promised_ship_by": iso(promise.at, zone) if promise else None,
        "promise_is_derived": promise.is_derived if promise else False,
        "shipped_at": iso(order.shipped_at, zone),
        "received_at": iso(order.received_at, zone),
        "courier": order.courier or None,
        "tracking_no": order.tracking_no or None,
        "refund_fen": order.refund_fen,
    }


def told_orders(orders: list[dict[str, Any]], lang: Lang) -> Iterator[str]:
    """Yield orders as lines of TAB-separated cells."""
    for order in orders:
        price = "" if order["paid_fen"] is None else format_price(order["paid_fen"])
        derived = (" 推算" if lang == "zh" else " derived") if order["promise_is_derived"] else ""
        deadline = (order["promised_ship_by"] or "")[:16].replace("T", " ") + derived
        cells = [order["order_no"], order["status_text"] or order["status"], deadline, price, order["product"]]
        yield "\t".join([*cells, order["spec"], order["tracking_no"] or ""])
    if not orders:
        yield "没有找到订单。" if lang == "zh" else "No orders found."


def reply_plain(view: CaseView, lang: Lang, told: Told, zone: tzinfo) -> dict[str, Any]:
    """Return walk and reply for `reply --json`. `reply` is empty until it may leave; `preview` is the text so far."""
    draft = view.draft
    outcome = view.flow.outcomes[draft.outcome] if draft else None
    return {
        "order_no": view.order.order_no,
        "flow": view.flow.id,
        "flow_version": view.flow.version,
        "outcome": draft.outcome if draft else None,
        "open_question": view.walk.question,
        "path": [
            {"question": step.question, "answer": step.answer, "by": step.by, "reason": step.reason.within(lang)}
            for step in view.walk.steps
        ],
        "todo": [todo.within(lang) for todo in outcome.todo] if outcome else [],
        "reply": draft.text if draft and draft.is_complete else "",
        "preview": draft.text if draft else "",
        "gaps": draft.gaps if draft else [],
        "slots": {slot.name: slot.words for slot in draft.slots if not slot.is_gap} if draft else {},
        "problems": [
            {"slot": slot.name, "reason": told(slot.problem)} for slot in (draft.slots if draft else []) if slot.problem
        ],
        "promises": [
            {"kind": promise.kind.value, "text": promise.text, "due": iso(promise.due, zone), "fen": promise.fen}
            for promise in (draft.promises if draft else [])
        ],
        "risks": [risk_words(risk, lang) for risk in draft.risks] if draft else [],
        "findings": findings_plain(draft.findings if draft else [], told),
        "notes": [note.within(lang) for note in draft.notes] if draft else [],
        "deadlines": [
            {"text": deadline.text.within(lang), "at": iso(deadline.at, zone)}
            for deadline in (draft.deadlines if draft else [])
        ],
        "hands_over": [{"flow": way.to, "text": way.label.within(lang)} for way in (draft.hands_over if draft else [])],
        "evidence": [evidence.within(lang) for evidence in outcome.evidence] if outcome else [],
        "sources": list(outcome.sources) if outcome else [],
    }


def findings_plain(findings: list[Finding], told: Told) -> list[dict[str, Any]]:
    """Return findings for JSON: the rule, the words, where they stand in the text, and the reason as a sentence."""
    return [
        {
            "rule": finding.rule.value,
            "words": finding.words,
            "start": finding.start,
            "end": finding.end,
            "reason": told(finding.problem),
        }
        for finding in findings
    ]


def told_findings(plain: list[dict[str, Any]], lang: Lang) -> Iterator[str]:
    """Yield findings in words, or that there is none."""
    yield from (f"{one['rule']}\t{one['reason']}" for one in plain)
    if not plain:
        yield "可以发送。" if lang == "zh" else "Nothing found."


def risk_words(risk: RiskShown, lang: Lang) -> str:
    """Return a risk with its figure, the figure's date and its confidence."""
    if risk.words is None or risk.dated is None:
        return risk.text.within(lang)
    return f"{risk.text.within(lang)}：{risk.words.within(lang)}（{risk.dated.within(lang)}）"


def told_reply(plain: dict[str, Any], view: CaseView, lang: Lang) -> Iterator[str]:
    """Yield a reply with all that stands beside it, for people."""
    zh = lang == "zh"
    for step in plain["path"]:
        question = view.flow.questions[step["question"]]
        label = question.options[step["answer"]].label.within(lang)
        yield f"✓ {question.short.within(lang)} {label}    {step['reason']}"
    if plain["open_question"]:
        question = view.flow.questions[plain["open_question"]]
        choices = " | ".join(f"{name}: {option.label.within(lang)}" for name, option in question.options.items())
        yield f"? {question.ask.within(lang)}  --answer {plain['open_question']}=…  ({choices})"
        return
    yield f"→ {plain['outcome']}"
    yield from (f"□ {todo}" for todo in plain["todo"])
    yield from (f"! {risk}" for risk in plain["risks"])
    yield ""
    yield plain["preview"]
    yield ""
    yield from (f"◷ {one['text']} ({one['at']})" for one in plain["deadlines"])
    yield from (f"⇒ {one['text']}  --flow {one['flow']}" for one in plain["hands_over"])
    yield from (f"{'承诺' if zh else 'promise'}: {one['text']} ({one['due']})" for one in plain["promises"])
    yield from (f"{'缺' if zh else 'missing'}: --set {gap}=…" for gap in plain["gaps"])
    yield from (f"{'不行' if zh else 'refused'}: {one['reason']}" for one in [*plain["problems"], *plain["findings"]])


def flow_head(flow: Flow) -> dict[str, Any]:
    """Return what a list of flows says of one."""
    return {"id": flow.id, "version": flow.version, "source": flow.source, "title": msgspec.to_builtins(flow.title)}


def flow_plain(flow: Flow) -> dict[str, Any]:
    """Return a whole flow as plain structures."""
    plain: dict[str, Any] = msgspec.to_builtins(flow)
    return plain


def told_flow_list(flows: list[Flow], lang: Lang) -> Iterator[str]:
    """Yield each flow's id, version, title and summary."""
    for flow in flows:
        yield f"{flow.id}\tv{flow.version}\t{flow.title.within(lang)}\t{flow.summary.within(lang)}"


def told_flow(flow: Flow, lang: Lang) -> Iterator[str]:
    """Yield the questions and outcomes of a flow."""
    yield f"{flow.title.within(lang)} ({flow.id} v{flow.version}, {flow.source})"
    for name, question in flow.questions.items():
        yield f"? {name}: {question.ask.within(lang)}"
        for option_name, option in question.options.items():
            ways = ", ".join(branch.go for branch in option.branches)
            yield f"    {option_name}: {option.label.within(lang)} → {ways}"
    for name, outcome in flow.outcomes.items():
        yield f"→ {name}: {outcome.title.within(lang)}"


def proof_plain(flows: list[Flow], library: Library) -> dict[str, Any]:
    """Return the counts of the flow check and each fault."""
    proofs = [prove(flow, library) for flow in flows]
    return {
        "flows": len(proofs),
        "paths": sum(proof.paths for proof in proofs),
        "outcomes": sum(proof.outcomes for proof in proofs),
        "faults": [msgspec.to_builtins(fault) for proof in proofs for fault in proof.faults],
    }


def told_proof(plain: dict[str, Any]) -> Iterator[str]:
    """Yield the result of the flow check in words."""
    yield f"{plain['flows']} flows, {plain['paths']} paths, {plain['outcomes']} outcomes, {len(plain['faults'])} faults"
    yield from (f"{fault['flow']} [{fault['path']}] {fault['reason']}" for fault in plain["faults"])


def draw_flow(flow: Flow, library: Library, resources: Path, file: Path, lang: Lang) -> dict[str, Any]:
    """Draw the map of `flow` to the SVG `file` and return what was written; the layout library is loaded only here.

    Raises WorldError `folder_missing`, `file_unwritable`.
    """
    from deskhelper.content.colours import load_colours
    from deskhelper.core.flow_map import flow_map
    from deskhelper.drawing.file import write_whole
    from deskhelper.drawing.picture import picture_of
    from deskhelper.drawing.svg import svg_of

    shown = flow_map(flow, {name: other.title for name, other in library.flows.items()})
    picture = picture_of(shown, lang)
    write_whole(file, svg_of(picture, load_colours(resources, "light"), lang).encode())
    return {"flow": flow.id, "file": str(file), "nodes": len(shown.nodes), "edges": len(shown.edges)}


def told_drawing(drawn: dict[str, Any], lang: Lang) -> Iterator[str]:
    """Yield one line about the picture that was written."""
    yield f"已写入 {drawn['file']}" if lang == "zh" else f"Wrote {drawn['file']}"


def figure_plain(line: FigureLine, lang: Lang, zone: tzinfo) -> dict[str, Any]:
    """Return a figure of the platform as in force, with the shipped words and who set the shop's own when."""
    figure, own = line.in_force, line.override if line.ignored is None else None
    return {
        "id": line.id,
        "title": figure.title.within(lang),
        "words": figure.words.within(lang),
        "value": figure.value,
        "unit": figure.unit,
        "tiers": msgspec.to_builtins(figure.tiers),
        "details": {name: detail.value for name, detail in figure.details.items()},
        "since": figure.since,
        "source": line.source.within(lang),
        "confidence": figure.confidence,
        "shipped": line.shipped.words.within(lang),
        "own": None if own is None else {"who": own.who, "at": iso(own.at, zone) if own.at else None},
        "is_ignored": line.ignored is not None,
        "uses": [f"{use.kind}: {use.id}" for use in line.uses],
    }


def told_figures(lines: list[FigureLine], lang: Lang) -> Iterator[str]:
    """Yield figures as lines: title, words in force, date and confidence; one alone with its note and uses."""
    colon = "：" if lang == "zh" else ": "
    for line in lines:
        figure = line.in_force
        yield f"{line.id}  {figure.title.within(lang)}{colon}{figure.words.within(lang)}"
        yield f"    {figure.dated().within(lang)} · {line.source.within(lang)}"
        if len(lines) == 1:
            if figure.note is not None:
                yield f"    {figure.note.within(lang)}"
            yield from (f"    - {use.kind}: {use.id}" for use in line.uses)


def told_suggestions(found: list[Suggestion], lang: Lang) -> Iterator[str]:
    """Yield each topic with its share, title and the words that decided."""
    for one in found:
        yield f"{one.score:.0%}\t{one.topic}\t{one.title.within(lang)}\t{' '.join(one.words)}"
