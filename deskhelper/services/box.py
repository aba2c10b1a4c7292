"""The one box: what it answers to typed words and to buyers' messages, and what agents correct there."""

from collections.abc import Callable

from msgspec import Struct

from deskhelper.core.box import (
    MOST,
    SCRIPTS_OF_FIRST,
    Answer,
    BoxRow,
    Finds,
    RowKind,
    Span,
    answer,
    marked,
    order_match,
    worst_match,
)
from deskhelper.core.buyer_message import number_in
from deskhelper.core.errors import WorldError
from deskhelper.core.flow import Flow
from deskhelper.core.handbook_search import Place, PlaceKind
from deskhelper.core.library_script import LibraryScript
from deskhelper.core.order import Order
from deskhelper.core.reply import Library
from deskhelper.core.script_search import Entry, Match, ScriptIndex
from deskhelper.core.search_keys import InitialsOf
from deskhelper.core.topics import Suggestion
from deskhelper.core.view import OrderLine
from deskhelper.services.handbook import HandbookService
from deskhelper.services.script_finder import alike_ones
from deskhelper.services.scripts import ScriptService
from deskhelper.services.suggest import SuggestService

MOST_PINNED, MOST_ORDERS, MOST_FLOWS, MOST_USED = 5, 3, 2, 3
"""How many rows of each stand in the empty box: pinned scripts, then orders, flows and scripts of late."""


class Looked(Struct, frozen=True):
    """What the box answers, and the order that stands in the text: its number, and the order where it is stored."""

    answer: Answer
    number: str = ""
    order: Order | None = None


class WorkOfLate(Struct, frozen=True):
    """Gives the orders and the flows that agents worked with last, the newest first, so many of each."""

    orders: Callable[[int], list[OrderLine]]
    flows: Callable[[int], list[Flow]]


class _Shelf(Struct, frozen=True):
    """Flows and places of one library with the indexes over them."""

    library: Library
    flows: dict[str, Flow]
    places: dict[str, Place]
    flow_index: ScriptIndex
    place_index: ScriptIndex


class BoxService:
    """Asks every search and ranks what they find. `warm` reads all that the first answer needs, on any thread."""

    def __init__(
        self,
        library: Callable[[], Library],
        handbook: HandbookService,
        scripts: ScriptService,
        suggestions: SuggestService,
        work: WorkOfLate,
        initials_of: InitialsOf,
        warm: Callable[[], None],
    ) -> None:
        self._library = library
        self._handbook = handbook
        self._scripts = scripts
        self._suggestions = suggestions
        self._work = work
        self._initials_of = initials_of
        self._warm_up = warm
        self._is_warm = False
        self._shelf: _Shelf | None = None

    @property
    def is_warm(self) -> bool:
        """Whether everything is read that an answer needs."""
        return self._is_warm

    def warm(self) -> None:
        """Read what the first answer needs; may run on any thread."""
        self._warm_up()
        self._is_warm = True

    @property
    def is_ready(self) -> bool:
        """Whether `look` answers at once; else run `warm` and then `prepare` first."""
        return self._is_warm and self._shelf is not None and self._scripts.is_ready

    def prepare(self) -> Callable[[], None]:
        """Return the work that builds the indexes: its call may run on any thread."""
        index_scripts = self._scripts.prepare()

        def work() -> None:
            """Index scripts, flows and places."""
            index_scripts()
            self._read()

        return work

    @property
    def letters(self) -> str:
        """The characters that rows are written with, once `is_ready`."""
        shelf = self._read()
        summaries = frozenset("".join(flow.summary.zh for flow in shelf.flows.values()))
        found = (shelf.flow_index.letters, shelf.place_index.letters, self._scripts.letters, summaries)
        return "".join(sorted(frozenset().union(*found)))

    def look(
        self,
        text: str,
        lines: list[OrderLine],
        in_hand: Order | None = None,
        is_taken: bool = False,
        takes_slips: bool = True,
    ) -> Looked:
        """Return the rows for `text`; `lines` are the orders that it found.

        Without `takes_slips` nothing that is merely alike is looked for, which takes as long as all the rest. The order
        named in the text counts for the topics, else the one `in_hand`. `is_taken`: it is a buyer's message.
        """
        number = number_in(text)
        order = self._suggestions.order_in(text) if number else None
        in_force = order if number else in_hand
        found = answer(
            text, self._finds(text, lines, takes_slips), lambda: self._suggest(text, in_force), self._about, is_taken
        )
        return Looked(found, number, order)

    def opening(self, in_hand: Order | None = None) -> list[BoxRow]:
        """Return what the empty box shows: pinned scripts, then orders, flows and scripts that were worked with last.

        The order `in_hand` is on the desk already.
        """
        pinned = self._scripts.pinned()[:MOST_PINNED]
        used = [one for one in self._scripts.recent(MOST_USED + len(pinned)) if one not in pinned]
        open_now = None if in_hand is None else (in_hand.platform, in_hand.order_no)
        lines = [
            line
            for line in self._work.orders(MOST_ORDERS + 1)
            if (line.order.platform, line.order.order_no) != open_now
        ]
        return [
            *(BoxRow(RowKind.SCRIPT, script) for script in pinned),
            *(BoxRow(RowKind.ORDER, line) for line in lines[:MOST_ORDERS]),
            *(BoxRow(RowKind.FLOW, flow) for flow in self._work.flows(MOST_FLOWS)),
            *(BoxRow(RowKind.SCRIPT, script) for script in used[:MOST_USED]),
        ]

    def is_pinned(self, script: LibraryScript) -> bool:
        """Tell whether the agent pinned a script."""
        return script in self._scripts.pinned()

    def pin(self, script: LibraryScript, is_pinned: bool) -> None:
        """Pin a script for the agent, or take the pin off."""
        self._scripts.pin(script.id, is_pinned)

    def topics(self) -> list[BoxRow]:
        """Return every topic that a correction can name."""
        return [BoxRow(RowKind.TOPIC, Suggestion(one.id, one.title, 0.0, [])) for one in self._suggestions.topics()]

    def learn(self, text: str, topic: str) -> None:
        """Keep that a message was about `topic`. Raises WorldError `file_unwritable`."""
        self._suggestions.learn(text, topic)

    def unlearn(self) -> None:
        """Take the last correction back. Raises WorldError `file_unwritable`."""
        self._suggestions.undo()

    def flow(self, flow: str) -> Flow | None:
        """Return a flow by its id, which may be a topic's; None where that is a subject of the library."""
        return self._library().flows.get(flow)

    def script_about(self, topic: str) -> LibraryScript | None:
        """Return the script about a topic that is used most."""
        return next(iter(self._scripts.about(topic, 1)), None)

    def marked(self, title: str, query: str) -> list[Span]:
        """Return the pieces of `title` that `query` meets."""
        return marked(title, query, self._initials_of)

    def _suggest(self, text: str, order: Order | None) -> list[Suggestion]:
        try:
            return self._suggestions.suggest(text, order)
        except WorldError:  # the weights cannot be read: the box finds by words all the same
            return []

    def _about(self, topic: str) -> list[LibraryScript]:
        return self._scripts.about(topic, SCRIPTS_OF_FIRST)

    def _finds(self, text: str, lines: list[OrderLine], takes_slips: bool) -> Finds:
        shelf = self._read()
        flows, places = shelf.flows, shelf.places
        worst = {
            kind: min(worst_match(text, kind), Match.ALIKE if takes_slips and not lines else Match.BODY)
            for kind in RowKind
        }
        return Finds(
            orders=[BoxRow(RowKind.ORDER, line, order_match(line, text, self._initials_of)) for line in lines],
            flows=[
                BoxRow(RowKind.FLOW, flows[one.id], one.match)
                for one in shelf.flow_index.find(text, MOST[RowKind.FLOW], worst[RowKind.FLOW])
            ],
            scripts=[
                BoxRow(RowKind.SCRIPT, one.script, one.match)
                for one in self._scripts.find(text, MOST[RowKind.SCRIPT], worst[RowKind.SCRIPT])
            ],
            places=[
                BoxRow(RowKind.PLACE, places[one.id], one.match)
                for one in shelf.place_index.find(text, MOST[RowKind.PLACE], worst[RowKind.PLACE])
            ],
        )

    def _read(self) -> _Shelf:
        """Return the indexes over the library in force, built anew where it has changed."""
        library = self._library()
        if self._shelf is None or self._shelf.library is not library:
            flows = library.flows
            places = {f"{one.flow}#{one.anchor}": one for one in self._handbook.places()}
            of_flows = [Entry(one.id, (one.title.zh, one.title.en), (one.source,)) for one in flows.values()]
            of_places = [Entry(key, _names(one), one.parts) for key, one in places.items()]
            index_flows = ScriptIndex(of_flows, self._initials_of, alike_ones)
            self._shelf = _Shelf(library, dict(flows), places, index_flows, ScriptIndex(of_places, self._initials_of))
        return self._shelf


def _names(place: Place) -> tuple[str, ...]:
    """Return what a place is called: its id first; a rule's text is no title."""
    titles = () if place.kind is PlaceKind.RULE else (place.title.zh, place.title.en)
    return tuple(filter(None, (place.mark, *titles)))
