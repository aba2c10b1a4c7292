"""Telling before being asked (D-PRO, D-PRESALE-2): queues of orders, told one by one through every reply's gate."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.batches import batches_from, expected_hour
from deskhelper.core.case import CaseState
from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.moments import Instant, iso
from deskhelper.core.notice import SPECS, LeftOut, NoticeKind, QueueTerms, event_of
from deskhelper.core.order import Order
from deskhelper.services.cases import CaseService, CaseView, Copying
from deskhelper.services.clock import Clock
from deskhelper.services.notice_queues import Preview, QueueMaker, Rechecked, why_not_in
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.notice_orders import NoticeOrders
from deskhelper.storage.notices import NoticeStore, Place, Queue, QueueEntry, ToldBefore
from deskhelper.storage.orders import OrderStore

__all__ = [
    "Counts",
    "Dropped",
    "Notice",
    "NoticeService",
    "Place",
    "Preview",
    "Queue",
    "QueueEntry",
    "Rechecked",
    "ToldBefore",
]

MOST_DROPPED = 200
NOTHING_PUT_IN = CaseState()


class Counts(Struct, frozen=True):
    """How far a queue has come."""

    total: int = 0
    told: int = 0
    skipped: int = 0
    dropped: int = 0
    waiting: int = 0

    def moved(self, before: Place, after: Place) -> "Counts":
        """Return the counts once an order has gone from one place to another."""
        changed = {place: getattr(self, place) for place in Place}
        changed[before] -= 1
        changed[after] += 1
        return Counts(
            self.total, *(changed[place] for place in (Place.TOLD, Place.SKIPPED, Place.DROPPED, Place.WAITING))
        )


class Dropped(Struct, frozen=True):
    """An order that dropped out of its queue, and why."""

    entry: QueueEntry
    product: str


class Notice(Struct, frozen=True):
    """An order of a queue with its filled script. `told`: when its buyer heard of it already."""

    queue: Queue
    entry: QueueEntry
    view: CaseView
    told: ToldBefore | None = None


class NoticeService:
    """Walks queues; `queues` makes them, on any thread."""

    def __init__(
        self,
        queues: QueueMaker,
        database: Database,
        orders: OrderStore,
        cases: CaseService,
        clock: Clock,
        settings: SettingsService,
        ship_terms_of: ShipTermsOf,
    ) -> None:
        self.queues = queues
        self._store = NoticeStore(database)
        self._standings = NoticeOrders(database, ship_terms_of)
        self._orders = orders
        self._cases = cases
        self._clock = clock
        self._settings = settings
        self._waiting: Mapping[str, Sequence[Instant]] = {}
        self.drops = 0
        """How many orders have dropped out on the way so far."""

    def take(self, rechecked: Rechecked) -> None:
        """Take what `recheck` found: from it the batch of each order is reckoned (D-PRO-1)."""
        self._waiting = rechecked.waiting

    def open_queues(self) -> dict[NoticeKind, Queue]:
        """Return the queue of each kind that is not done with."""
        return self._store.open_queues()

    def counts(self, queue: Queue) -> Counts:
        """Return how far a queue has come."""
        found = self._store.counts(queue.id)
        return Counts(
            sum(found.values()), found[Place.TOLD], found[Place.SKIPPED], found[Place.DROPPED], found[Place.WAITING]
        )

    def next(self, queue: Queue, shown: QueueEntry | None = None) -> Notice | None:
        """Return the next order to tell after `shown`, None where no other is left; what changed drops out."""
        while (entry := self._store.next_entry(queue.id, shown.id if shown else 0)) is not None:
            found = self._looked(queue, entry, CaseState())
            if isinstance(found, Notice):
                return found
            self.drop(entry, found)
        return None

    def refresh(self, notice: Notice) -> Notice | LeftOut:
        """Return a notice against order and clock as they are now, or why it is not to be told any more.

        One that was told already is told again on purpose: only its order must still be there.
        """
        if notice.entry.state is Place.TOLD:
            return self._looked_back(notice.queue, notice.entry, notice.view.case.state) or LeftOut.GONE
        queue = self._store.queue(notice.queue.id) or notice.queue
        return self._looked(queue, notice.entry, notice.view.case.state, notice.view)

    def before(self, notice: Notice | None, queue: Queue) -> Notice | None:
        """Return the order told before the one shown, None where there is none."""
        entry = self._store.told_before(queue.id, notice.entry if notice else None)
        return None if entry is None else self._looked_back(queue, entry)

    def after(self, notice: Notice) -> Notice | None:
        """Return the order told after the told one shown, None where the next one is still to be told."""
        entry = self._store.told_after(notice.queue.id, notice.entry)
        return None if entry is None else self._looked_back(notice.queue, entry)

    def dropped(self, queue: Queue) -> list[Dropped]:
        """Return the last orders that dropped out of a queue."""
        found = []
        for entry in self._store.dropped(queue.id, MOST_DROPPED):
            order = self._orders.get(entry.platform, entry.order_no)
            found.append(Dropped(entry, order.product if order else ""))
        return found

    def may_copy(self, notice: Notice) -> Copying:
        """Ask the gate of every reply."""
        return self._cases.may_copy(notice.view)

    def in_parts(self, text: str) -> list[str]:
        """Return a text in the parts in which it goes to the buyer."""
        return self._cases.in_parts(text)

    def record(self, notice: Notice, text: str) -> Notice:
        """Log what reached the clipboard, with its promises and the mark that its buyer was told, all or nothing."""
        view = self._cases.record_copy(notice.view, text, is_done=True)
        entry = self._store.entry(notice.entry.id) or notice.entry
        return replace(notice, entry=entry, view=view, told=self._told(entry))

    def take_back(self, notice: Notice, earlier: ToldBefore | None) -> Notice | LeftOut:
        """Undo that an order was told, as where nothing was pasted; `earlier` is when it was told before that copy."""
        state = Place.TOLD if earlier else Place.WAITING
        entry = replace(notice.entry, state=state, at=earlier.told_at if earlier else None)
        self._store.take_back(entry, earlier)
        return self._looked(notice.queue, entry, CaseState())

    def skip(self, notice: Notice) -> None:
        """Leave an order for later in its queue."""
        self._store.set_state(notice.entry.id, Place.SKIPPED, self._clock.now())

    def drop(self, entry: QueueEntry, reason: LeftOut) -> None:
        """Take an order out of its queue, with the reason."""
        self.drops += 1
        self._store.set_state(entry.id, Place.DROPPED, self._clock.now(), reason)

    def close(self, queue: Queue) -> None:
        """End a queue; what still waits in it is not told."""
        self._store.close(queue.id, self._clock.now())

    def put_in(self, notice: Notice, state: CaseState) -> Notice:
        """Return a notice with what the agent put in; nothing is kept before the copy."""
        return replace(notice, view=self._cases.relook(notice.view, state))

    def set_slot(self, notice: Notice, slot: str, words: str) -> Notice:
        """Fill a slot: for the whole queue where all orders share it, for a group of it where it has groups."""
        state = notice.view.case.state
        changed = replace(state, slots=_with(state.slots, slot, words), edited="", tracked=())
        if slot not in SPECS[notice.queue.kind].shared:
            return self.put_in(notice, changed)
        terms = notice.queue.terms
        group = notice.view.order.product if terms.by == "product" else notice.view.order.courier
        if terms.by:
            of_group = {**terms.of_group, group: _with(terms.of_group.get(group, {}), slot, words)}
            terms = replace(terms, of_group=of_group)
        else:
            terms = replace(terms, slots=_with(terms.slots, slot, words))
        return self.put_in(self._with_terms(notice, terms), changed)

    def confirm(self, notice: Notice) -> Notice:
        """Give the agent's yes to promises that were only reckoned, for the whole queue."""
        changed = self._with_terms(notice, replace(notice.queue.terms, has_yes=True))
        state = changed.view.case.state
        return self.put_in(changed, replace(state, answers={**state.answers, **SPECS[notice.queue.kind].yes}))

    def look(self, kind: NoticeKind, terms: QueueTerms) -> tuple[list[CaseView], dict[LeftOut, int]]:
        """Return the filled scripts of all that are to be told, and how many are left out and why. Nothing is kept."""
        kept, left_out, self._waiting = self.queues.to_tell(kind, terms)
        queue, views = Queue(0, kind, terms, self._clock.now(), ""), []
        for place, (standing, event) in enumerate(kept, 1):
            entry = QueueEntry(0, 0, place, standing.platform, standing.order_no, event, Place.WAITING, None, None)
            found = self._looked(queue, entry, CaseState())
            if isinstance(found, Notice):
                views.append(found.view)
            else:
                left_out[found] += 1
        return views, dict(left_out)

    def _looked(
        self, queue: Queue, entry: QueueEntry, state: CaseState, before: CaseView | None = None
    ) -> Notice | LeftOut:
        """Return the notice of an entry, drafted anew, or why it is not to be told any more."""
        standing = self._standings.one(queue.kind, entry.platform, entry.order_no)
        reason = why_not_in(queue, standing, self._clock.now(), self._clock.zone)
        order = self._orders.get(entry.platform, entry.order_no)
        if reason is not None or standing is None or order is None:
            return reason or LeftOut.GONE
        event = event_of(queue.kind, standing, self._clock.zone)
        if event != entry.event:
            entry = replace(entry, event=event)
            self._store.set_event(entry.id, event)
        told = self._told(entry)
        if told is not None and entry.state is not Place.TOLD:
            return LeftOut.TOLD
        view = self._view(queue, entry, order, standing.promise_at, state, before)
        if view.walk.outcome != SPECS[queue.kind].outcome:
            return LeftOut.OTHER_EVENT
        return Notice(queue, entry, view, told)

    def _looked_back(self, queue: Queue, entry: QueueEntry, state: CaseState = NOTHING_PUT_IN) -> Notice | None:
        """Return a notice that was told, drafted as if it were told now; None where its order is gone."""
        order = self._orders.get(entry.platform, entry.order_no)
        if order is None:
            return None
        view = self._view(queue, entry, order, None, state)
        return Notice(queue, entry, view, self._told(entry))

    def _view(
        self,
        queue: Queue,
        entry: QueueEntry,
        order: Order,
        promise_at: Instant | None,
        state: CaseState,
        before: CaseView | None = None,
    ) -> CaseView:
        spec = SPECS[queue.kind]
        slots = {**queue.terms.slots_of(order.product, order.courier), **state.slots}
        if queue.kind is NoticeKind.GROUPED and "new_time" not in slots:
            slots |= self._expected(order, promise_at)
        wording = state.wording
        if wording is None and entry.state is not Place.TOLD:
            wording = entry.place  # so that wordings take turns; whoever was told gets the one after that
        answers = {**spec.answers, **(spec.yes if queue.terms.has_yes else {}), **state.answers}
        filled = replace(state, answers=answers, slots=slots, wording=wording)
        if before is None:
            return self._cases.look(order, spec.flow, filled)
        return self._cases.relook(replace(before, order=order), filled)

    def _expected(self, order: Order, promise_at: Instant | None) -> dict[str, str]:
        """Return when a newly grouped order is expected to leave, by the shop's batches; nothing where it has none."""
        terms = self._settings.terms_of(order.shop)
        batches = batches_from(terms.batch_times, terms.batch_capacity)
        ahead = bisect_left(self._waiting.get(order.shop, ()), promise_at) if promise_at is not None else 0
        at = expected_hour(batches, promise_at, ahead, self._clock.now(), self._clock.zone)
        return {} if at is None else {"new_time": iso(at, self._clock.zone) or ""}

    def _told(self, entry: QueueEntry) -> ToldBefore | None:
        return self._store.told(entry.platform, entry.order_no, entry.event)

    def _with_terms(self, notice: Notice, terms: QueueTerms) -> Notice:
        self._store.set_terms(notice.queue.id, terms)
        return replace(notice, queue=replace(notice.queue, terms=terms))


def _with(slots: Mapping[str, str], slot: str, words: str) -> dict[str, str]:
    kept = {name: given for name, given in slots.items() if name != slot}
    return {**kept, slot: words.strip()} if words.strip() else kept
