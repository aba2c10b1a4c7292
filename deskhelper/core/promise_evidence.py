"""What an import proves of an open promise: kept, done but late, or binding nobody any more.

Only what the data can tell closes a promise; the rest is the agent's tick. A promise that was done late is broken and
stays open until a reply has apologised for it or the agent has seen it.
"""

from msgspec import Struct

from deskhelper.core.flow import PromiseKind
from deskhelper.core.log import ClosedBy
from deskhelper.core.moments import Instant
from deskhelper.core.trace import Scan, Trace

ABOUT_THE_PARCEL = frozenset({PromiseKind.SHIP, PromiseKind.TRACE, PromiseKind.RESEND, PromiseKind.EXCHANGE})
"""What nobody waits for once the money is back or the order is cancelled; money owed, answers and recalls stay."""


class Evidence(Struct, frozen=True):
    """What is stored of the promise's order. Times are instants, None where nobody knows.

    `seen_at` is when the file said so that was read last, `refunded_at` when the refund was agreed to.
    `is_fully_refunded`: no part of the price was left out.
    """

    shipped_at: Instant | None = None
    has_left: bool = False
    is_cancelled: bool = False
    is_refunded: bool = False
    is_fully_refunded: bool = False
    refunded_at: Instant | None = None
    seen_at: Instant | None = None
    trace: Trace | None = None


class Verdict(Struct, frozen=True):
    """What becomes of a promise: closed at `at`, or (`is_late`) done at `at` after its due time and still open.

    `is_kept` None: withdrawn.
    """

    at: Instant
    by: ClosedBy
    is_kept: bool | None = None
    is_late: bool = False


def verdict(kind: PromiseKind, made_at: Instant, due_at: Instant, evidence: Evidence, now: Instant) -> Verdict | None:
    """Return what `evidence` proves of a promise, None where it proves nothing."""
    done = _done(kind, made_at, due_at, evidence)
    if done is not None:
        at, by = done
        return Verdict(at, by, is_kept=True) if at <= due_at else Verdict(at, by, is_kept=False, is_late=True)
    return _void(kind, due_at, evidence, now)


def _done(kind: PromiseKind, made_at: Instant, due_at: Instant, evidence: Evidence) -> tuple[Instant, ClosedBy] | None:
    match kind:
        case PromiseKind.SHIP:
            return _shipped(due_at, evidence)
        case PromiseKind.REFUND:
            return _refunded(due_at, evidence)
        case PromiseKind.TRACE:
            return _scanned(evidence.trace, made_at, ClosedBy.TRACED)
        case PromiseKind.RECALL:
            return _scanned(evidence.trace, made_at, ClosedBy.RETURNED, Scan.RETURNED)
    return None


def _shipped(due_at: Instant, evidence: Evidence) -> tuple[Instant, ClosedBy] | None:
    """Tell when the parcel left; without a time it is proved only by a file that knew of it before the due time."""
    if evidence.shipped_at is not None:
        return evidence.shipped_at, ClosedBy.SHIPPED
    if evidence.has_left and evidence.seen_at is not None and evidence.seen_at <= due_at:
        return evidence.seen_at, ClosedBy.SHIPPED
    return None


def _refunded(due_at: Instant, evidence: Evidence) -> tuple[Instant, ClosedBy] | None:
    """Tell when the refund was done; a file without the time proves that it is done, and nobody can say late."""
    if not evidence.is_refunded:
        return None
    if evidence.refunded_at is not None:
        return evidence.refunded_at, ClosedBy.REFUNDED
    seen_at = due_at if evidence.seen_at is None else evidence.seen_at
    return min(seen_at, due_at), ClosedBy.REFUNDED


def _scanned(trace: Trace | None, after: Instant, by: ClosedBy, *scans: Scan) -> tuple[Instant, ClosedBy] | None:
    events = trace.events if trace is not None else ()
    found = (event.at for event in events if event.at > after and (not scans or event.scan in scans))
    at = next(found, None)
    return None if at is None else (at, by)


def _void(kind: PromiseKind, due_at: Instant, evidence: Evidence, now: Instant) -> Verdict | None:
    """Tell whether the order's end took the promise with it: broken where it was overdue by then, else withdrawn."""
    if kind not in ABOUT_THE_PARCEL or not (evidence.is_cancelled or evidence.is_fully_refunded):
        return None
    by = ClosedBy.CANCELLED if evidence.is_cancelled else ClosedBy.REFUNDED
    known_at = [at for at in (evidence.refunded_at, evidence.seen_at) if at is not None]
    at = known_at[0] if known_at else now
    return Verdict(at, by, is_kept=False if due_at < at else None)
