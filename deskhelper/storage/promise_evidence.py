"""Settling promises by what is stored of their orders: the end of every import."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from deskhelper.core.flow import PromiseKind
from deskhelper.core.moments import Instant
from deskhelper.core.order import Status
from deskhelper.core.promise_evidence import Evidence, Verdict, verdict
from deskhelper.storage.order_codec import REFUNDED, STATUSES
from deskhelper.storage.sqlite import Connection
from deskhelper.storage.traces import order_key, parcel_key, stored_trace

_BY_TRACE = (PromiseKind.TRACE, PromiseKind.RECALL)
_OPEN = f"""
SELECT m.id, m.kind, m.made_at, m.due_at, m.waits, m.platform, m.order_no, o.shipped_at, o.status, o.tracking_no,
    o.after_sale, o.refund_fen, o.paid_fen, o.seen_at,
    (SELECT max(a.agreed_at) FROM after_sales a
        WHERE a.order_no = m.order_no AND a.platform = m.platform AND a.after_sale = {REFUNDED})
FROM promises m INDEXED BY promises_open
CROSS JOIN orders o ON o.order_no = m.order_no AND o.platform = m.platform
WHERE m.closed_at IS NULL AND m.fulfilled_at IS NULL AND m.kind NOT IN ('coupon', 'compensation', 'call_back')
    AND (o.status >= 2 OR o.shipped_at IS NOT NULL OR o.tracking_no <> '' OR o.after_sale = {REFUNDED})
"""
_CLOSE = "UPDATE promises SET closed_at = ?, is_kept = ?, closed_by = ? WHERE id = ?"
_LATE = "UPDATE promises SET fulfilled_at = ? WHERE id = ?"


class Settled(Struct):
    """How many promises were closed by what the orders prove, by how they ended; `late` ones stay open."""

    kept: int = 0
    broken: int = 0
    withdrawn: int = 0
    late: int = 0


def settle(connection: Connection, now: Instant) -> Settled:
    """Close the open promises that the stored orders and traces decide; part of the caller's transaction."""
    settled = Settled()
    closed: list[tuple[Any, ...]] = []
    late: list[tuple[Any, ...]] = []
    for promise_id, found in _verdicts(connection, now):
        if found.is_late:
            late.append((found.at, promise_id))
            settled.late += 1
            continue
        closed.append((found.at, None if found.is_kept is None else int(found.is_kept), found.by.value, promise_id))
        settled.kept += found.is_kept is True
        settled.broken += found.is_kept is False
        settled.withdrawn += found.is_kept is None
    connection.executemany(_CLOSE, closed)
    connection.executemany(_LATE, late)
    return settled


def _verdicts(connection: Connection, now: Instant) -> Iterator[tuple[int, Verdict]]:
    for row in connection.execute(_OPEN).fetchall():
        kind = PromiseKind(row[1])
        due_at = max(row[3], now) if row[4] else row[3]  # what waits for somebody else is never late
        found = verdict(kind, row[2], due_at, _evidence(connection, kind, row), now)
        if found is not None:
            yield row[0], found


def _evidence(connection: Connection, kind: PromiseKind, row: tuple[Any, ...]) -> Evidence:
    platform, order_no, shipped_at, status, tracking_no, after_sale, refund_fen, paid_fen, seen_at, agreed_at = row[5:]
    keys = (parcel_key(tracking_no), order_key(platform, order_no)) if kind in _BY_TRACE else ()
    traces = (stored_trace(connection, key) for key in keys if key)
    is_refunded = after_sale == REFUNDED
    is_part = refund_fen is not None and paid_fen is not None and refund_fen < paid_fen
    return Evidence(
        shipped_at=shipped_at,
        has_left=bool(tracking_no) or STATUSES[status] in (Status.SHIPPED, Status.RECEIVED),
        is_cancelled=STATUSES[status] is Status.CANCELLED,
        is_refunded=is_refunded,
        is_fully_refunded=is_refunded and not is_part,
        refunded_at=agreed_at,
        seen_at=seen_at,
        trace=next((trace for trace in traces if trace is not None), None),
    )
