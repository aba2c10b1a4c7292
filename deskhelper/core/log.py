"""What the desk remembers of replies: what was copied to whom, and the promises that it made."""

from msgspec import Struct

from deskhelper.core.flow import PromiseKind
from deskhelper.core.moments import Instant
from deskhelper.core.outgoing.overruled import Overruled
from deskhelper.core.text import Text


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


class StoredPromise(Struct, frozen=True, kw_only=True):
    """A promise to a buyer with its due time; open until `closed_at`. Times are instants, money is fen."""

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


class LetPass(Struct, frozen=True):
    """A finding that an agent let pass in a copied reply, with the reason. `at` is an instant."""

    at: Instant
    agent: str
    overruled: Overruled
