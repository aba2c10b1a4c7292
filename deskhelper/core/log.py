"""What the desk remembers of replies: what was copied to whom, and the promises that it made."""

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from deskhelper.core.moments import Instant
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.text import Text

if TYPE_CHECKING:
    from deskhelper.core.outgoing.overruled import Overruled


class CopiedReply(Struct, frozen=True, kw_only=True):
    """One reply that reached the clipboard. `copied_at` is an instant."""

    case_id: str
    platform: str
    order_no: str
    flow: str
    outcome: str
    script: str
    wording: int
    text: str
    copied_at: Instant
    agent: str


class PromiseState(StrEnum):
    """How a promise stands. WITHDRAWN: it binds nobody any more, and was not broken before that."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


class ClosedBy(StrEnum):
    """What closed a promise: the agent, what an import proved, a reply, or the end of what it was about.

    HAND: ticked, given, or seen. SHIPPED, REFUNDED, TRACED, RETURNED: the order, its after-sale or its trace.
    ANSWERED: a later reply. CANCELLED: the order is. SUPERSEDED: a later reply took its
    place, as one that promised a refund.
    """

    HAND = "hand"
    SHIPPED = "shipped"
    REFUNDED = "refunded"
    TRACED = "traced"
    RETURNED = "returned"
    ANSWERED = "answered"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


class StoredPromise(Struct, frozen=True, kw_only=True):
    """A promise to a buyer with its due time; open until `closed_at`. Times are instants, money is fen.

    `is_kept` of a closed one: kept, broken, or None for one that was withdrawn. `fulfilled_at`: done, but late.
    `answered_by` is the copy that apologised for it or took its place; `reminded_at` when the agent saw a reminder
    last, and none comes before `snoozed_until`.
    """

    id: int
    case_id: str
    platform: str
    order_no: str
    kind: PromiseKind
    text: str
    follow_up: Text
    due_at: Instant
    made_at: Instant
    agent: str
    fen: int | None = None
    closed_at: Instant | None = None
    is_kept: bool | None = None
    closed_by: ClosedBy | None = None
    fulfilled_at: Instant | None = None
    answered_by: int | None = None
    reminded_at: Instant | None = None
    snoozed_until: Instant | None = None

    @property
    def state(self) -> PromiseState:
        """Whether it is open, and how it ended if not."""
        if self.closed_at is None:
            return PromiseState.OPEN
        return {True: PromiseState.KEPT, False: PromiseState.BROKEN, None: PromiseState.WITHDRAWN}[self.is_kept]


class LetPass(Struct, frozen=True):
    """A finding that an agent let pass in a copied reply, with the reason. `at` is an instant."""

    at: Instant
    agent: str
    overruled: "Overruled"
