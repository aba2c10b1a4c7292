"""Reading the handbook: its pages, the maps of its flows, and what a search finds there."""

from collections.abc import Callable

from deskhelper.core.errors import WorldError
from deskhelper.core.flow_map import FlowMap, flow_map
from deskhelper.core.handbook import FlowPage, pages
from deskhelper.core.handbook_search import Place, found_in, places
from deskhelper.core.reply import Library
from deskhelper.core.search_keys import InitialsOf


class HandbookService:
    """Reads the handbook from the library in force, again when that has changed."""

    def __init__(self, library: Callable[[], Library], initials_of: InitialsOf) -> None:
        self._library = library
        self._initials_of = initials_of
        self._read: Library | None = None
        self._pages: dict[str, FlowPage] = {}
        self._places: list[Place] = []
        self._maps: dict[str, FlowMap] = {}

    def pages(self) -> list[FlowPage]:
        """Return the page of every flow."""
        self._refresh()
        return list(self._pages.values())

    def page(self, flow: str) -> FlowPage:
        """Return the page of `flow`. Raises WorldError `flow_unknown`."""
        self._refresh()
        if flow not in self._pages:
            raise WorldError("flow_unknown", flow=flow, known=", ".join(self._pages))
        return self._pages[flow]

    def map_of(self, flow: str) -> FlowMap:
        """Return the map of `flow`, the same one until the library changes. Raises WorldError `flow_unknown`."""
        self.page(flow)
        if flow not in self._maps:
            flows = self._library().flows
            self._maps[flow] = flow_map(flows[flow], {name: other.title for name, other in flows.items()})
        return self._maps[flow]

    def places(self) -> list[Place]:
        """Return every place of the handbook, the flows first."""
        self._refresh()
        return self._places

    def find(self, query: str, deep: bool = False) -> list[Place]:
        """Return the places that `query` finds, the best first; `deep` looks into the text of the pages too."""
        self._refresh()
        return found_in(self._places, query, self._initials_of, deep)

    def _refresh(self) -> None:
        library = self._library()
        if library is not self._read:
            self._read = library
            self._pages = {page.id: page for page in pages(library)}
            self._places = places(self._pages.values())
            self._maps.clear()
