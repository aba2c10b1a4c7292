"""What the agent does with the order list: look, find, open a card, keep a note."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.core.errors import WorldError
from deskhelper.core.order import Order, ShipPromise
from deskhelper.core.view import Listing, OrderLine, SortKey, View
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database, Stopped
from deskhelper.storage.orders import OrderStore

if TYPE_CHECKING:
    from deskhelper.core.case import Case
    from deskhelper.core.deadline import ShipTermsOf
    from deskhelper.core.log import CopiedReply, LetPass, StoredPromise
    from deskhelper.storage.cases import CaseStore

SEARCH_LIMIT = 200
AT_ONCE_SECONDS = 0.008
"""A search that takes longer goes on in the background: with its painting a key would take more than a frame."""

LETTERS_OF, LETTERS = 3_000, 1_000
"""Products whose characters are drawn ahead, and how many of those: a shop has its own few hundred words."""


def count_views(
    path: Path, clock: Clock, settings: SettingsService, initials_of: Callable[[str], str]
) -> dict[View, int]:
    """Return how many orders each saved view has, over a connection of its own: for a background task."""
    due_hours = settings.current.due_hours
    with Database(path, clock.now()) as database:
        database.small_cache()
        store = OrderStore(database, initials_of)
        return {view: store.count(Listing(view, clock.now(), due_hours)) for view in View}


def read_letters(path: Path, clock: Clock) -> str:
    """Return the characters of the shop's newest products, those met most often first: for a background task."""
    from deskhelper.storage.product_texts import letters_of_products

    with Database(path, clock.now()) as database:
        database.small_cache()
        return letters_of_products(database, LETTERS_OF, LETTERS)


def recompute_deadlines(
    path: Path, clock: Clock, ship_terms_of: "ShipTermsOf", initials_of: Callable[[str], str]
) -> None:
    """Reckon the derived deadlines anew after a shop's terms or a figure changed, over a connection of its own."""
    with Database(path, clock.now()) as database:
        OrderStore(database, initials_of).recompute_deadlines(ship_terms_of)


class OrderCardContent(Struct, frozen=True):
    """Everything the order card shows: the order, its promise in force, and what agents did with it."""

    line: OrderLine
    promise: ShipPromise | None
    note: str
    cases: "list[Case]"
    copies: "list[CopiedReply]"
    promises: "list[StoredPromise]"
    let_pass: "list[LetPass]" = []


class OrderService:
    """Reads orders for lists, cards and the command line. What only a card shows is loaded with the first one."""

    def __init__(
        self,
        database: Database,
        orders: OrderStore,
        clock: Clock,
        settings: SettingsService,
        ship_terms_of: "Callable[[], ShipTermsOf]",
    ) -> None:
        self._database = database
        self._orders = orders
        self._clock = clock
        self._settings = settings
        self._ship_terms_of = ship_terms_of

    def listing(self, view: View, sort: SortKey | None = None, descending: bool | None = None) -> Listing:
        """Return a listing of `view` now; shipping views are sorted by deadline, the others newest first."""
        by_deadline = view in (View.TO_SHIP, View.DUE, View.OVERDUE)
        key = sort or (SortKey.DEADLINE if by_deadline else SortKey.TIME)
        down = descending if descending is not None else key is SortKey.TIME
        return Listing(view, self._clock.now(), self._settings.current.due_hours, key, down)

    def page(self, listing: Listing, offset: int, limit: int) -> list[OrderLine]:
        """Return `limit` lines of `listing` from line `offset`."""
        return self._orders.page(listing, offset, limit)

    def count(self, listing: Listing) -> int:
        """Return how many orders `listing` has."""
        return self._orders.count(listing)

    def counts(self) -> dict[View, int]:
        """Return how many orders each saved view has now. Takes up to 50 ms for a million: a task in the desk."""
        return {view: self.count(self.listing(view)) for view in View}

    def search(self, words: str, limit: int = SEARCH_LIMIT, listing: Listing | None = None) -> list[OrderLine]:
        """Return the orders that `words` find, in `listing` where one is given: whole numbers first, then newest."""
        return self._orders.search(words, self._clock.now(), limit, listing)

    def search_at_once(self, words: str, limit: int = SEARCH_LIMIT) -> list[OrderLine] | None:
        """Return what `search` does, None where that takes longer than the window may wait."""
        try:
            with self._database.within(AT_ONCE_SECONDS):
                return self.search(words, limit)
        except Stopped:
            return None

    def search_apart(self, words: str, limit: int, is_cancelled: Callable[[], bool]) -> list[OrderLine]:
        """Return what `search` does, over a connection of its own: for a background task. Stopped, it finds nothing."""
        if is_cancelled():  # while it waited for its turn
            return []
        with Database(self._database.path, self._clock.now()) as database:
            database.stop_when(is_cancelled)
            try:
                return self._orders.over(database).search(words, self._clock.now(), limit)
            except Stopped:
                return []

    def knows(self, number: str) -> bool:
        """Tell whether an order or its parcel has exactly this number, whatever the case of its letters."""
        wanted = number.lower()
        found = self._orders.search(number, self._clock.now(), 1, None)
        return any(wanted in (line.order.order_no.lower(), line.order.tracking_no.lower()) for line in found)

    def find(self, order_no: str, platform: str | None = None) -> Order:
        """Return the order with this number. Raises WorldError `order_unknown` or `order_ambiguous`."""
        if platform is None and ":" in order_no:
            platform, order_no = order_no.split(":", 1)
        found = self._orders.get_by_number(order_no.strip())
        if platform is not None:
            found = [order for order in found if order.platform == platform]
        if not found:
            raise WorldError("order_unknown", order_no=order_no)
        if len(found) > 1:
            raise WorldError("order_ambiguous", order_no=order_no)
        return found[0]

    def line(self, platform: str, order_no: str) -> OrderLine | None:
        """Return one order as the list shows it, None where there is none."""
        return self._orders.line(platform, order_no)

    def worked_on(self, limit: int) -> list[OrderLine]:
        """Return the orders that agents worked on last, the newest first; none that is no longer stored."""
        lines = (self.line(*key) for key in self._cases.worked_on(limit))
        return [line for line in lines if line is not None]

    def card(self, platform: str, order_no: str) -> OrderCardContent:
        """Return what the card of one order shows. Raises WorldError `order_unknown`."""
        from deskhelper.storage.promises import PromiseStore
        from deskhelper.storage.replies import ReplyStore

        line = self._orders.line(platform, order_no)
        if line is None:
            raise WorldError("order_unknown", order_no=order_no)
        replies, promises = ReplyStore(self._database), PromiseStore(self._database)
        return OrderCardContent(
            line=line,
            promise=self.promise_of(line.order),
            note=self._orders.note(platform, order_no) or "",
            cases=self._cases.of_order(platform, order_no),
            copies=replies.copies(platform, order_no),
            promises=promises.of_order(platform, order_no),
            let_pass=replies.overruled(platform, order_no),
        )

    def promise_of(self, order: Order) -> ShipPromise | None:
        """Return the promise in force for `order`, as the facts of its cases say it."""
        from deskhelper.storage.marks import MarkStore

        marks = MarkStore(self._database).of_order(order.platform, order.order_no)
        return self._ship_terms_of()(order.shop).promise_of(order, marks)

    def set_note(self, platform: str, order_no: str, text: str) -> None:
        """Keep the agent's note on an order; empty text takes it away. Imports never touch it."""
        self._orders.set_note(platform, order_no, text.strip(), self._clock.now())

    def shops(self) -> list[str]:
        """Return the names of the shops that have orders."""
        return self._orders.shops()

    @cached_property
    def _cases(self) -> "CaseStore":
        from deskhelper.storage.cases import CaseStore

        return CaseStore(self._database)
