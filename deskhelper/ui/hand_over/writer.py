"""The hand-over as rich text: the same words on screen and on paper; the style sheet gives the colours."""

import re
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from html import escape
from pathlib import Path

from PySide6.QtCore import QObject

from deskhelper.core.case_board import is_overdue
from deskhelper.core.hand_over import HandOver, without_phones
from deskhelper.core.moments import Instant, duration, local
from deskhelper.core.money import format_price
from deskhelper.core.text import Lang
from deskhelper.ui.case_board.words import day_and_time, stage_tag
from deskhelper.ui.kit.key_line import whole
from deskhelper.ui.paper.paper import document_of, save_pdf

Names = Iterable[tuple[str, int]]
"""Columns: their names, and their shares of the width in percent."""
CASE_LINK, ORDER_LINK = "case:", "order:"
TAG = re.compile(r"(<[^>]*>)")
MOST_WHOLE = 8
"""Up to so many letters, such as a name or a state, no line ends within them."""


def order_link(platform: str, order_no: str) -> str:
    """Return the link to an order."""
    return f"{ORDER_LINK}{platform}/{order_no}"


class HandOverWriter(QObject):
    """Writes headings, tables and notes; personal data is not in them, a note's phone numbers are masked."""

    def __init__(self, zone: tzinfo, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._lang = lang
        self._is_narrow = self._is_linked = False

    def title(self, over: HandOver) -> str:
        """Return the name of the paper with its time: `交接班 2026-05-19 12:20`."""
        return self.tr("Hand-over %1").replace("%1", f"{local(over.now, self._zone):%Y-%m-%d %H:%M}")

    def paper(self, over: HandOver) -> str:
        """Return the whole of it."""
        self._is_narrow = self._is_linked = False
        head = f"<h1>{escape(self.title(over))}</h1><p class='muted'>{escape(self.head(over))}</p>"
        return head + self._notes(over) + self._lists(over)

    def head(self, over: HandOver) -> str:
        """Return who hands over, the counts, and when it was done before."""
        words = [
            self.tr("Handed over by %1").replace("%1", over.agent) if over.agent else "",
            self.tr("Open cases %1").replace("%1", str(over.case_count)),
            self.tr("Promises due %1").replace("%1", str(over.promise_count)),
            self.tr("Overdue orders %1").replace("%1", str(over.order_count)),
        ]
        if over.parcels is not None and over.parcels_at is not None:
            at = day_and_time(over.parcels_at, over.now, self._zone, self._lang)
            words.append(self.tr("Parcels in anomaly %1 (as of %2)").replace("%1", str(over.parcels)).replace("%2", at))
        if over.last is not None:
            at = day_and_time(over.last.at, over.now, self._zone, self._lang)
            words.append(self.tr("Last hand-over %1").replace("%1", f"{at} {over.last.agent}".strip()))
        return " · ".join(filter(None, words))

    def lists(self, over: HandOver, is_narrow: bool = False) -> str:
        """Return cases, promises and orders with links to them, without the notes; `is_narrow`: without columns."""
        self._is_narrow, self._is_linked = is_narrow, True
        return self._lists(over)

    def _lists(self, over: HandOver) -> str:
        parts = [self._cases(over), self._promises(over), self._orders(over)]
        if over.is_empty:
            nothing = self.tr("Nothing is open: the next shift starts afresh.")
            parts = [f"<p>{escape(nothing)}</p>"]
        return "".join(parts)

    def _notes(self, over: HandOver) -> str:
        if not over.notes:
            return ""
        rows = []
        for note in over.notes:
            by = " · ".join(filter(None, (note.agent, day_and_time(note.made_at, over.now, self._zone, self._lang))))
            text = escape(without_phones(note.text)).replace("\n", "<br>")
            rows.append(f"<tr><td width='4%'>□</td><td>{text}</td><td class='muted' width='26%'>{escape(by)}</td></tr>")
        title = self.tr("Notes")
        return f"<h2>{escape(title)}</h2><table width='100%'>{''.join(rows)}</table>"

    def _cases(self, over: HandOver) -> str:
        rows = []
        for line in over.cases:
            standing = line.standing
            title = escape(line.title.within(self._lang))
            if standing.is_complaint:
                complaint = self.tr("Complaint")
                title += f"<br><span class='bad'>{escape(complaint)}</span>"
            due = self._time(standing.due_at, over.now, is_overdue(standing, over.now))
            cells = (
                self._order(line.order_no, CASE_LINK + line.id, line.product),
                title,
                escape(stage_tag(standing.stage).words),
            )
            rows.append((*cells, escape(line.next_step(self._lang)), escape(standing.owner), due))
        names = (
            (self.tr("Order"), 28), (self.tr("Flow"), 11), (self.tr("State"), 10), (self.tr("Next step"), 24),
            (self.tr("Owner"), 9), (self.tr("Deadline"), 18),
        )  # fmt: skip
        return self._table(self.tr("Open cases"), over.case_count, names, rows)

    def _promises(self, over: HandOver) -> str:
        rows = [
            (
                self._time(one.due_at, over.now, one.due_at < over.now),
                self._order(one.order_no, order_link(one.platform, one.order_no)),
                escape(one.text),
                escape(one.follow_up.within(self._lang)),
                escape(one.agent),
            )
            for one in over.promises
        ]
        until = day_and_time(over.until, over.now, self._zone, self._lang)
        names = (
            (self.tr("Due"), 18), (self.tr("Order"), 28), (self.tr("Promised"), 23), (self.tr("To do"), 22),
            (self.tr("By"), 9),
        )  # fmt: skip
        heading = self.tr("Promises due until %1").replace("%1", until)
        return self._table(heading, over.promise_count, names, rows)

    def _orders(self, over: HandOver) -> str:
        rows = []
        for line in over.orders:
            order = line.order
            ship_by = self._time(line.ship_by, over.now, True)
            price = "" if order.paid_fen is None else format_price(order.paid_fen)
            number = self._order(order.order_no, order_link(order.platform, order.order_no))
            rows.append((ship_by, number, escape(order.product), price, escape(order.shop)))
        names = (
            (self.tr("Promised for"), 18), (self.tr("Order"), 28), (self.tr("Product"), 27), (self.tr("Amount"), 11),
            (self.tr("Shop"), 16),
        )  # fmt: skip
        return self._table(self.tr("Overdue orders"), over.order_count, names, rows)

    def _table(self, heading: str, count: int, names: Names, rows: Sequence[tuple[str, ...]]) -> str:
        if not count:
            return ""
        table = self._cards(rows) if self._is_narrow else self._columns(names, rows)
        # Qt drops the margin below a table that has a head
        more = "" if self._is_narrow else "<p style='font-size: 6pt'>&nbsp;</p>"
        if count > len(rows):
            words = self.tr("and %n more", "", count - len(rows))
            more = f"<p class='muted'>{escape(words)}</p>"
        title = f"<h2>{escape(heading)} <span class='muted'>{count}</span></h2>"
        return title + table + more

    def _columns(self, names: Names, rows: Sequence[tuple[str, ...]]) -> str:
        heads = "".join(f"<th width='{share}%'>{escape(name)}</th>" for name, share in names)
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
        return f"<table width='100%' cellspacing='0'><thead><tr>{heads}</tr></thead>{body}</table>"

    def _cards(self, rows: Sequence[tuple[str, ...]]) -> str:
        body = []
        for row in rows:
            filled = [_card_words(cell) for cell in row if cell]
            body.append(f"<tr><td>{' · '.join(filled[:2])}<br>{' · '.join(filled[2:])}</td></tr>")
        return f"<table width='100%' cellspacing='0'>{''.join(body)}</table>"

    def _order(self, order_no: str, link: str, product: str = "") -> str:
        shown = f"<a href='{escape(link)}'>{escape(order_no)}</a>" if self._is_linked else escape(order_no)
        below = f"<br><span class='muted'>{escape(product)}</span>" if product else ""
        return shown + below

    def _time(self, at: Instant | None, now: Instant, is_late: bool) -> str:
        if at is None:
            return ""
        words = escape(day_and_time(at, now, self._zone, self._lang))
        if not is_late:
            return words
        late = escape(self.tr("%1 over").replace("%1", duration(now - at, self._lang)))
        return f"{words}<br><span class='bad'>{late}</span>"


def _card_words(cell: str) -> str:
    """Return a cell as it stands between others: its lines one after another, a name or a state in one piece."""
    parts = TAG.split(cell.replace("<br>", " "))
    return "".join(
        " ".join(map(_in_one_piece, part.split(" "))) if at % 2 == 0 else part for at, part in enumerate(parts)
    )


def _in_one_piece(word: str) -> str:
    return whole(word) if len(word) <= MOST_WHOLE else word


def save_hand_over(over: HandOver, path: Path, zone: tzinfo, lang: Lang) -> None:
    """Write the hand-over to a PDF. Raises WorldError `file_unwritable`."""
    writer = HandOverWriter(zone, lang)
    save_pdf(document_of(writer.paper(over)), path, writer.title(over), lang)
