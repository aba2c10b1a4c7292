"""The warehouse's list on paper: cut-off times, batches, what to pick, and the orders; escaped HTML for ui/paper."""

from collections.abc import Sequence
from datetime import tzinfo
from html import escape

from PySide6.QtCore import QCoreApplication

from deskhelper.core.batches import Batch, goods_of
from deskhelper.core.moments import Instant, short_time
from deskhelper.services.print_list import PrintList

translate = QCoreApplication.translate
MOST_ORDERS = 1000
"""Orders on paper; the workbook has them all."""


def batch_name(at: Instant | None, zone: tzinfo) -> str:
    """Return the name of a batch."""
    return translate("PrintList", "later") if at is None else short_time(at, zone)


def print_title() -> str:
    """Return the title of the list."""
    return translate("PrintList", "Orders to ship")


def html_of(made: PrintList, zone: tzinfo) -> str:
    """Return the list as HTML."""
    head = translate("PrintList", "As of {time}").replace("{time}", short_time(made.made_at, zone))
    parts = [f"<h1>{escape(print_title())}</h1><p class='muted'>{escape(head)}</p>"]
    if made.cut_offs:
        times = " · ".join(short_time(at, zone) for at in made.cut_offs)
        words = translate("PrintList", "Next batches: {times}")
        parts.append(f"<p>{escape(words).replace('{times}', f'<b>{escape(times)}</b>')}</p>")
    parts.append(_batches(made, zone))
    left = MOST_ORDERS
    for batch in made.batches:
        parts.append(f"<h2>{escape(batch_name(batch.at, zone))}</h2>")
        parts.append(_goods(batch))
        parts.append(_orders(batch, made.made_at, zone, left))
        left -= len(batch.lines)
        if left <= 0:
            words = translate("PrintList", "The first {count} orders stand here; the workbook has all.")
            parts.append(f"<p class='muted'>{escape(words.replace('{count}', str(MOST_ORDERS)))}</p>")
            break
    if made.held:
        words = translate("PrintList", "Held back, after-sale is open: {count}").replace("{count}", str(len(made.held)))
        numbers = "、".join(line.order_no for line in made.held[:MOST_ORDERS])
        parts.append(f"<h2>{escape(words)}</h2><p>{escape(numbers)}</p>")
    return "".join(parts)


def _batches(made: PrintList, zone: tzinfo) -> str:
    heads = [
        translate("PrintList", "Batch"), translate("PrintList", "Orders"), translate("PrintList", "Pieces"),
        translate("PrintList", "Past the promise"),
    ]  # fmt: skip
    rows = [
        (
            batch_name(batch.at, zone), str(len(batch.lines)), str(sum(line.quantity for line in batch.lines)),
            str(sum(line.ship_by is not None and line.ship_by < made.made_at for line in batch.lines)),
        )
        for batch in made.batches
    ]  # fmt: skip
    return _table(heads, rows)


def _goods(batch: Batch) -> str:
    heads = [translate("PrintList", "Product"), translate("PrintList", "Spec"), translate("PrintList", "Pieces")]
    return _table(heads, [(one.product, one.spec, str(one.pieces)) for one in goods_of(batch.lines)])


def _orders(batch: Batch, made_at: Instant, zone: tzinfo, most: int) -> str:
    heads = [
        translate("PrintList", "Ship by"), translate("PrintList", "Order"), translate("PrintList", "Product"),
        translate("PrintList", "Pieces"), translate("PrintList", "Buyer's note"),
    ]  # fmt: skip
    rows = []
    for line in batch.lines[:most]:
        late = line.ship_by is not None and line.ship_by < made_at
        when = "—" if line.ship_by is None else short_time(line.ship_by, zone)
        goods = f"{line.product} {line.spec}".strip()
        rows.append((f"{when} !" if late else when, line.order_no, goods, str(line.quantity), line.buyer_note))
    return _table(heads, rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(words)}</th>" for words in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table width='100%'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
