"""A parcel's trace: the carrier's scans, oldest first, each recognised from the carrier's own words by data."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from deskhelper.core.moments import Instant

MINUTE = 60

_BLANKS = re.compile(r"\s+")
_PHONE = re.compile(r"(?<!\d)(1\d{2})[ -]?\d{4}[ -]?(\d{4})(?!\d)")


class Scan(StrEnum):
    """What happened to the parcel at one line of its trace."""

    PICKED_UP = "picked_up"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    RETURNED = "returned"
    PROBLEM = "problem"
    OTHER = "other"


MOVED = frozenset(set(Scan) - {Scan.OTHER})
"""Scans that prove that the carrier has the parcel."""
ARRIVED = frozenset({Scan.DELIVERED, Scan.RETURNED})
"""Scans after which a parcel is on its way to the buyer no more."""


class TraceEvent(Struct, frozen=True, omit_defaults=True):
    """One line of a trace: an instant, the carrier's words (phones masked), what they mean, and the line as it came.

    `waits`: the parcel lies where the buyer fetches it (a locker, a parcel shop), so no courier is late with it.
    """

    at: Instant
    words: str
    scan: Scan = Scan.OTHER
    waits: bool = False
    raw: str = ""


class Trace(Struct, frozen=True):
    """What is known of a parcel: its events, oldest first, and when the carrier was last asked.

    No events: the carrier was asked and knew nothing (D-LOGI-1).
    """

    looked_at: Instant
    events: tuple[TraceEvent, ...] = ()
    courier: str = ""

    @property
    def last(self) -> TraceEvent | None:
        """The newest event."""
        return self.events[-1] if self.events else None

    def first_of(self, *scans: Scan) -> TraceEvent | None:
        """Return the oldest event that is one of `scans`."""
        return next((event for event in self.events if event.scan in scans), None)

    @property
    def first_move(self) -> TraceEvent | None:
        """The oldest event that proves that the carrier has the parcel."""
        return self.first_of(*MOVED)

    @property
    def delivered(self) -> TraceEvent | None:
        """The event by which the parcel reached the buyer, None where it did not or came back."""
        ends = [event for event in self.events if event.scan in ARRIVED]
        return ends[-1] if ends and ends[-1].scan is Scan.DELIVERED else None

    @property
    def has_arrived(self) -> bool:
        """Whether the parcel was delivered or went back."""
        return any(event.scan in ARRIVED for event in self.events)


def merged(stored: Trace | None, new: Trace) -> Trace:
    """Return the stored trace with a newer look at the same parcel.

    Within the new look's span (to the minute) only its own events count, as the same scan comes with and without
    seconds by source; older and later events stay.
    """
    if stored is None:
        return new
    looked_at = max(stored.looked_at, new.looked_at)
    courier = new.courier or stored.courier
    if not new.events:
        return replace(stored, looked_at=looked_at, courier=courier)
    start = new.events[0].at // MINUTE
    end = new.events[-1].at // MINUTE
    kept = [event for event in stored.events if not start <= event.at // MINUTE <= end]
    events = tuple(sorted([*kept, *new.events], key=lambda event: event.at))
    return Trace(looked_at, events, courier)


class ScanWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that mean a scan: any of `words`, with any of `beside` where given, and none of `unless`."""

    scan: Scan
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    waits: bool = False

    def fits(self, plain: str) -> bool:
        """Tell whether words in plain form (`bare`) mean this scan."""
        is_there = _has(plain, self.words) and (not self.beside or _has(plain, self.beside))
        return is_there and not _has(plain, self.unless)


class ScanRules(Struct, frozen=True, forbid_unknown_fields=True):
    """How carriers' words are read: the first of `rules` that fits counts.

    What follows one of `tails` (如有疑问…) is courtesy and is not read. `expected` words stand before a time that is
    a forecast, no scan. `nothing` are the words for a carrier that knows nothing.
    """

    rules: tuple[ScanWords, ...]
    tails: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()


class ScanBook:
    """Recognises scans by `rules`."""

    def __init__(self, rules: ScanRules) -> None:
        self.rules = rules

    def scan(self, words: str) -> tuple[Scan, bool]:
        """Return what `words` mean, and whether the parcel waits to be fetched."""
        plain = bare(words)
        cuts = [at for tail in self.rules.tails if (at := plain.find(tail)) > 0]
        plain = plain[: min(cuts, default=len(plain))]
        rule = next((rule for rule in self.rules.rules if rule.fits(plain)), None)
        return (rule.scan, rule.waits) if rule else (Scan.OTHER, False)

    def says_nothing(self, text: str) -> bool:
        """Tell whether `text` says that the carrier knows nothing of the parcel."""
        return _has(bare(text), self.rules.nothing)

    def event(self, at: Instant, words: str, heading: str = "", raw: str = "") -> TraceEvent:
        """Return the event of one line; a `heading` such as 已揽件 is the carrier's own word and counts first."""
        scan, waits = self.scan(heading)
        if scan is Scan.OTHER:
            scan, waits = self.scan(words)
        said = " ".join(filter(None, (heading, words)))
        return TraceEvent(at, masked_phones(said), scan, waits, masked_phones(raw or said))


def bare(words: str) -> str:
    """Return `words` without blanks, of one width and case, to be compared."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", words)).lower()


def masked_phones(words: str) -> str:
    """Return `words` with mobile numbers hidden: `100****0001`."""
    return _PHONE.sub(r"\1****\2", words)


def _has(plain: str, words: Sequence[str]) -> bool:
    return any(word in plain for word in words)
