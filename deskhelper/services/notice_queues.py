"""Which orders a queue of notices holds: counted, shown beforehand, made and looked at anew, all in the background."""

from collections import Counter
from datetime import tzinfo
from pathlib import Path

from msgspec import Struct

from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.moments import Instant, parse_iso
from deskhelper.core.notice import SPECS, LeftOut, NoticeKind, QueueTerms, Standing, event_of, looks_from, why_not
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.notice_orders import NoticeOrders
from deskhelper.storage.notices import NoticeStore, Place, Queue

MOST_GROUPS = 50


class Preview(Struct, frozen=True):
    """What a queue would hold: how many orders, how many are left out and why; in groups, the largest first."""

    kind: NoticeKind
    terms: QueueTerms
    to_tell: int
    left_out: dict[LeftOut, int]
    products: list[tuple[str, int]] = []
    couriers: list[tuple[str, int]] = []


class Rechecked(Struct, frozen=True):
    """What came of looking at a queue anew: the orders that dropped out, and the promises of all that wait to ship."""

    dropped: int
    waiting: dict[str, list[Instant]] = {}


class QueueMaker:
    """Looks for the orders to tell. Every verb may run on any thread: it opens a connection of its own."""

    def __init__(self, path: Path, clock: Clock, settings: SettingsService, ship_terms_of: ShipTermsOf) -> None:
        self._path = path
        self._clock = clock
        self._settings = settings
        self._ship_terms_of = ship_terms_of

    def count(self) -> dict[NoticeKind, int]:
        """Return how many orders there are to tell of each kind, in its open queue and beside it."""
        with self._open() as database:
            database.small_cache()
            store, found = NoticeStore(database), {}
            queues = store.open_queues()
            for kind in NoticeKind:
                queue = queues.get(kind)
                counts = store.counts(queue.id) if queue else {}
                beside = self._count_beside(database, kind, queue)
                found[kind] = beside + counts.get(Place.WAITING, 0) + counts.get(Place.SKIPPED, 0)
        return found

    def preview(self, kind: NoticeKind, terms: QueueTerms) -> Preview:
        """Return what a queue of `kind` would hold, beside the one that is open."""
        with self._open() as database:
            kept, left_out = self._sorted_out(database, kind, terms, NoticeStore(database).open_queues().get(kind))
        products = Counter(order.product for order, _ in kept)
        couriers = Counter(order.courier for order, _ in kept if order.courier)
        return Preview(
            kind, terms, len(kept), dict(left_out), products.most_common(MOST_GROUPS), couriers.most_common(MOST_GROUPS)
        )

    def make(self, kind: NoticeKind, terms: QueueTerms) -> int:
        """Make a queue of `kind`, or put what is new at the end of the open one; return its id."""
        with self._open() as database:
            store = NoticeStore(database)
            queue = store.open_queues().get(kind)
            kept, _ = self._sorted_out(database, kind, terms, queue)
            entries = [(order.platform, order.order_no, event) for order, event in kept]
            if queue is not None:
                store.add(queue.id, entries)
            agent, now = self._settings.current.agent, self._clock.now()
            made = queue.id if queue is not None else store.make(kind, terms, entries, now, agent)
            database.settle()
            return made

    def recheck(self, queue_id: int) -> Rechecked:
        """Look at all that waits in a queue anew: orders whose state changed drop out with the reason."""
        with self._open() as database:
            store, now = NoticeStore(database), self._clock.now()
            queue = store.queue(queue_id)
            if queue is None:
                return Rechecked(0)
            orders = NoticeOrders(database, self._ship_terms_of)
            found = list(orders.of_queue(queue_id, queue.kind))
            events = {
                entry: event_of(queue.kind, order, self._clock.zone) for entry, _, order in found if order is not None
            }
            asked = [(order.platform, order.order_no, events[entry]) for entry, _, order in found if order is not None]
            told = store.all_told(asked)
            dropped = []
            for entry, _, order in found:
                reason = why_not_in(queue, order, now, self._clock.zone)
                if reason is None and order is not None and (order.platform, order.order_no, events[entry]) in told:
                    reason = LeftOut.TOLD
                if reason is not None:
                    dropped.append((entry, reason))
            store.drop(dropped, now)
            return Rechecked(len(dropped), orders.waiting_by_shop() if queue.kind is NoticeKind.GROUPED else {})

    def to_tell(
        self, kind: NoticeKind, terms: QueueTerms
    ) -> tuple[list[tuple[Standing, str]], Counter[LeftOut], dict[str, list[Instant]]]:
        """Return the orders to tell with their events, those left out, and the promises of all that wait, by shop."""
        with self._open() as database:
            kept, left_out = self._sorted_out(database, kind, terms, None)
            return kept, left_out, NoticeOrders(database, self._ship_terms_of).waiting_by_shop()

    def _count_beside(self, database: Database, kind: NoticeKind, queue: Queue | None) -> int:
        """Return how many orders there are to tell that are not in `queue`."""
        terms = queue.terms if queue else QueueTerms(SPECS[kind].hours)
        if kind is NoticeKind.PRESALE_END:
            return len(self._sorted_out(database, kind, terms, queue)[0])
        orders = NoticeOrders(database, self._ship_terms_of)
        return orders.count(kind, *looks_from(kind, self._clock.now(), terms.hours), queue.id if queue else 0)

    def _open(self) -> Database:
        return Database(self._path, self._clock.now())

    def _sorted_out(
        self, database: Database, kind: NoticeKind, terms: QueueTerms, queue: Queue | None
    ) -> tuple[list[tuple[Standing, str]], Counter[LeftOut]]:
        """Return the orders to tell with their events, and how many are left out and why; `queue` holds its own."""
        now, zone = self._clock.now(), self._clock.zone
        store = NoticeStore(database)
        made = Queue(0, kind, terms, now, "")
        found = NoticeOrders(database, self._ship_terms_of).candidates(
            kind, *looks_from(kind, now, terms.hours), told_until(terms, zone)
        )
        queued = store.queued(queue.id) if queue else set()
        events = [(order, event_of(kind, order, zone)) for order in found]
        told = store.all_told([(order.platform, order.order_no, event) for order, event in events])
        only = set(terms.only)
        kept, left_out = [], Counter[LeftOut]()
        for order, event in events:
            key = (order.platform, order.order_no)
            if key in queued or (only and key not in only):
                continue
            reason = why_not_in(made, order, now, zone)
            if reason is None and (order.platform, order.order_no, event) in told:
                reason = LeftOut.TOLD
            if reason is None:
                kept.append((order, event))
            else:
                left_out[reason] += 1
        return kept, left_out


def why_not_in(queue: Queue, order: Standing | None, now: Instant, zone: tzinfo) -> LeftOut | None:
    """Return why an order of `queue` is not told at `now`, None where it is; None for an order: it is gone."""
    if order is None:
        return LeftOut.GONE
    words = queue.terms.slots_of(order.product, order.courier).get("new_time", "")
    return why_not(queue.kind, order, now, _instant(words, zone) if words else None)


def told_until(terms: QueueTerms, zone: tzinfo) -> Instant | None:
    """Return the last of the new times that a queue tells, None where none is said yet."""
    said = [terms.slots, *terms.of_group.values()]
    found = [_instant(slots["new_time"], zone) for slots in said if slots.get("new_time")]
    return max((at for at in found if at is not None), default=None)


def _instant(words: str, zone: tzinfo) -> Instant | None:
    try:
        return parse_iso(words, zone)
    except ValueError:
        return None
