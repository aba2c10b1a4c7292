"""What one shift hands over to the next: open cases, promises due, overdue orders, notes. On screen and on paper."""

import re
from collections.abc import Sequence

from msgspec import Struct

from deskhelper.core.case_board import CaseLine
from deskhelper.core.log import StoredPromise
from deskhelper.core.moments import Instant
from deskhelper.core.order import masked_phone
from deskhelper.core.view import OrderLine

MOST_NOTE = 300
PHONE = re.compile(r"(?<![\d-])1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")


class ShiftNote(Struct, frozen=True):
    """A note for the next shift. Times are instants; `done_at` once it was seen to."""

    id: int
    text: str
    made_at: Instant
    agent: str
    done_at: Instant | None = None


class HandedOver(Struct, frozen=True):
    """That a shift was handed over: when, and by whom."""

    at: Instant
    agent: str


class HandOver(Struct, frozen=True, kw_only=True):
    """What is handed over at `now`. Lists are cut to what one can read; the counts are whole.

    `until` bounds the promises; `last` is the hand-over before. `parcels` in anomaly, as counted at
    `parcels_at`, are None where nobody counted.
    """

    now: Instant
    until: Instant
    agent: str
    cases: Sequence[CaseLine] = ()
    case_count: int = 0
    cases_due: int = 0
    promises: Sequence[StoredPromise] = ()
    promise_count: int = 0
    orders: Sequence[OrderLine] = ()
    order_count: int = 0
    notes: Sequence[ShiftNote] = ()
    parcels: int | None = None
    parcels_at: Instant | None = None
    last: HandedOver | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not (self.case_count or self.promise_count or self.order_count or self.notes or self.parcels)


def without_phones(text: str) -> str:
    """Return `text` with each mobile number masked: a note may hold one, and paper lies about."""
    return PHONE.sub(lambda found: masked_phone(re.sub(r"\D", "", found[0])), text)


def tidy(text: str) -> str:
    """Return a note as it is kept: no blanks around it, no empty lines, not too long."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(filter(None, lines))[:MOST_NOTE].strip()
