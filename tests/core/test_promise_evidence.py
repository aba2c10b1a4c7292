"""What an import proves of a promise."""

import pytest

from deskhelper.core.log import ClosedBy
from deskhelper.core.moments import HOUR
from deskhelper.core.promise_evidence import Evidence, Verdict, verdict
from deskhelper.core.promise_kind import PromiseKind
from deskhelper.core.trace import Scan, Trace, TraceEvent

MADE = 1_000_000
DUE = MADE + 10 * HOUR
NOW = DUE + 100 * HOUR
NOTHING = Evidence()


def traced(*events: tuple[int, Scan]) -> Evidence:
    return Evidence(trace=Trace(NOW, tuple(TraceEvent(at, "记录", scan) for at, scan in events)))


CASES: list[tuple[str, PromiseKind, Evidence, Verdict | None]] = [
    ("shipped in time", PromiseKind.SHIP, Evidence(shipped_at=DUE), Verdict(DUE, ClosedBy.SHIPPED, True)),
    (
        "shipped late",
        PromiseKind.SHIP,
        Evidence(shipped_at=DUE + 1),
        Verdict(DUE + 1, ClosedBy.SHIPPED, False, is_late=True),
    ),
    (
        "a number in a file written before it was due",
        PromiseKind.SHIP,
        Evidence(has_left=True, seen_at=DUE - 1),
        Verdict(DUE - 1, ClosedBy.SHIPPED, True),
    ),
    ("a number in a later file", PromiseKind.SHIP, Evidence(has_left=True, seen_at=DUE + 1), None),
    ("a number in a file without a date", PromiseKind.SHIP, Evidence(has_left=True), None),
    ("nothing of a parcel", PromiseKind.SHIP, NOTHING, None),
    (
        "refunded in time",
        PromiseKind.REFUND,
        Evidence(is_refunded=True, refunded_at=DUE),
        Verdict(DUE, ClosedBy.REFUNDED, True),
    ),
    (
        "refunded late",
        PromiseKind.REFUND,
        Evidence(is_refunded=True, refunded_at=DUE + 1),
        Verdict(DUE + 1, ClosedBy.REFUNDED, False, is_late=True),
    ),
    (
        "refunded, nobody knows when",
        PromiseKind.REFUND,
        Evidence(is_refunded=True),
        Verdict(DUE, ClosedBy.REFUNDED, True),
    ),
    (
        "refunded, seen soon",
        PromiseKind.REFUND,
        Evidence(is_refunded=True, seen_at=MADE + 1),
        Verdict(MADE + 1, ClosedBy.REFUNDED, True),
    ),
    ("not refunded", PromiseKind.REFUND, NOTHING, None),
    (
        "a scan after the promise",
        PromiseKind.TRACE,
        traced((MADE, Scan.OTHER), (MADE + 1, Scan.PICKED_UP)),
        Verdict(MADE + 1, ClosedBy.TRACED, True),
    ),
    ("only scans before the promise", PromiseKind.TRACE, traced((MADE, Scan.PICKED_UP)), None),
    (
        "a scan too late",
        PromiseKind.TRACE,
        traced((DUE + 1, Scan.IN_TRANSIT)),
        Verdict(DUE + 1, ClosedBy.TRACED, False, is_late=True),
    ),
    ("no trace", PromiseKind.TRACE, NOTHING, None),
    (
        "the parcel comes back",
        PromiseKind.RECALL,
        traced((MADE + 1, Scan.IN_TRANSIT), (MADE + 2, Scan.RETURNED)),
        Verdict(MADE + 2, ClosedBy.RETURNED, True),
    ),
    ("the parcel goes on", PromiseKind.RECALL, traced((MADE + 1, Scan.DELIVERED)), None),
    ("a coupon", PromiseKind.COUPON, Evidence(shipped_at=MADE, is_refunded=True, is_fully_refunded=True), None),
    ("an answer", PromiseKind.CALL_BACK, Evidence(is_cancelled=True), None),
    (
        "cancelled before it was due",
        PromiseKind.RESEND,
        Evidence(is_cancelled=True, seen_at=DUE),
        Verdict(DUE, ClosedBy.CANCELLED),
    ),
    (
        "cancelled after it was due",
        PromiseKind.SHIP,
        Evidence(is_cancelled=True, seen_at=DUE + 1),
        Verdict(DUE + 1, ClosedBy.CANCELLED, False),
    ),
    (
        "cancelled, nobody knows when",
        PromiseKind.SHIP,
        Evidence(is_cancelled=True),
        Verdict(NOW, ClosedBy.CANCELLED, False),
    ),
    (
        "the money is back",
        PromiseKind.EXCHANGE,
        Evidence(is_refunded=True, is_fully_refunded=True, refunded_at=DUE - 1, seen_at=NOW),
        Verdict(DUE - 1, ClosedBy.REFUNDED),
    ),
    ("a part of the money is back", PromiseKind.SHIP, Evidence(is_refunded=True, refunded_at=DUE - 1), None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "evidence", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_evidence_decides_what_it_can(kind: PromiseKind, evidence: Evidence, expected: Verdict | None) -> None:
    assert verdict(kind, MADE, DUE, evidence, NOW) == expected
