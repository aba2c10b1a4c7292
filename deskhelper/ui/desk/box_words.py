"""What a row of the box says: icon, title with the part that was met, remark, kind, and a tag in a tone."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from deskhelper.core.box import OTHER, BoxRow, RowKind, Span
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place, PlaceKind
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.moments import Instant
from deskhelper.core.text import Lang
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine
from deskhelper.ui.orders.words import Tag, after_sale_tag, countdown_tag, status_tag, tail

translate = QCoreApplication.translate

ICONS = {
    RowKind.ORDER: "package",
    RowKind.FLOW: "git-branch",
    RowKind.SCRIPT: "message-square",
    RowKind.PLACE: "clipboard-list",
    RowKind.TOPIC: "zap",
}

_KINDS: dict[RowKind, Any] = {
    RowKind.ORDER: QT_TRANSLATE_NOOP("Box", "Order"),
    RowKind.FLOW: QT_TRANSLATE_NOOP("Box", "Flow"),
    RowKind.SCRIPT: QT_TRANSLATE_NOOP("Box", "Script"),
    RowKind.PLACE: QT_TRANSLATE_NOOP("Box", "Handbook"),
    RowKind.TOPIC: QT_TRANSLATE_NOOP("Box", "Suggestion"),
}


class ShownRow(Struct, frozen=True):
    """A row as it is painted. `is_part`: it belongs to the topic above it."""

    icon: str
    title: str
    remark: str
    kind: str
    spans: tuple[Span, ...] = ()
    tag: Tag | None = None
    is_part: bool = False
    is_lit: bool = False
    """Whether its icon is in the accent colour, as that of a suggestion is."""

    @property
    def words(self) -> str:
        """Everything it says, for a reader of the screen."""
        tag = self.tag.words if self.tag else ""
        return "，".join(filter(None, (self.kind, self.title, self.remark, tag)))


class RowWords(Struct, frozen=True):
    """Puts rows into words. `flow_of` gives a flow by its id; `script_about` the script about a topic used most."""

    lang: Lang
    flow_of: Callable[[str], Flow | None]
    script_about: Callable[[str], LibraryScript | None]
    marked: Callable[[str, str], list[Span]]

    def of(self, row: BoxRow, query: str, now: Instant, due_hours: int) -> ShownRow:
        """Return how `row` is shown for what was typed."""
        subject, tag = row.subject, None
        if isinstance(subject, OrderLine):
            title, remark, tag = self._order(subject, now, due_hours)
        elif isinstance(subject, Flow):
            title, remark = subject.title.within(self.lang), subject.summary.within(self.lang)
        elif isinstance(subject, LibraryScript):
            title, remark = subject.title, _place_of(subject)
        elif isinstance(subject, Place):
            title, remark = subject.title.within(self.lang), self._place(subject)
        else:
            title, remark = subject.title.within(self.lang), self._topic(subject)
        is_named = isinstance(subject, Suggestion) and not subject.score  # a topic to choose from, suggested by nobody
        is_met = row.kind is not RowKind.TOPIC and not row.topic
        return ShownRow(
            icon=ICONS[row.kind],
            title=title,
            remark=remark,
            kind="" if is_named else translate("Box", _KINDS[row.kind]),
            spans=tuple(self.marked(title, query)) if is_met and query else (),
            tag=tag,
            is_part=bool(row.topic),
            is_lit=row.kind is RowKind.TOPIC,
        )

    def _order(self, line: OrderLine, now: Instant, due_hours: int) -> tuple[str, str, Tag | None]:
        order = line.order
        tag = countdown_tag(line, now, due_hours)
        states = [status_tag(order), after_sale_tag(order)]
        said = [state.words for state in states if state] + [order.spec, order.receiver[:1] and order.receiver]
        return f"{tail(order.order_no)}  {order.product}", " · ".join(filter(None, said)), tag

    def _place(self, place: Place) -> str:
        flow = self.flow_of(place.flow)
        of = "" if flow is None or place.kind is PlaceKind.FLOW else flow.title.within(self.lang)
        return " · ".join(filter(None, (of, place.mark)))

    def _topic(self, suggestion: Suggestion) -> str:
        """Return the words that decided, and what the row leads to."""
        decided = "、".join(f"“{word}”" for word in suggestion.words)
        if decided:
            decided = translate("Box", "for %s") % decided
        flow = self.flow_of(suggestion.topic)
        if flow is not None:
            leads = translate("Box", "flow %s") % flow.title.within(self.lang)
        elif (script := self.script_about(suggestion.topic)) is not None:
            leads = translate("Box", "script %s") % script.title
        elif suggestion.topic == OTHER:
            leads = translate("Box", "none of the known topics; Enter says what it was about")
        else:
            leads = translate("Box", "no script yet")
        return " · ".join(filter(None, (decided, leads)))


def _place_of(script: LibraryScript) -> str:
    return " · ".join(filter(None, (script.code, " › ".join(script.path))))
