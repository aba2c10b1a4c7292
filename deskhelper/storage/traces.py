"""Carriers' traces to and from the database."""

from collections.abc import Sequence
from typing import Any

import msgspec

from deskhelper.core.order import Order
from deskhelper.core.trace import Trace, TraceEvent, merged
from deskhelper.storage.database import Database
from deskhelper.storage.sqlite import Connection

TRACE_COLUMNS = "looked_at, events, courier"
_READ = f"SELECT {TRACE_COLUMNS} FROM traces WHERE parcel = ?"
_WRITE = "INSERT OR REPLACE INTO traces VALUES (:parcel, :courier, :looked_at, :events, :last_at, :last_scan)"
_EVENTS = msgspec.json.Decoder(tuple[TraceEvent, ...])


def parcel_key(tracking_no: str) -> str:
    """Return the key of a parcel: its tracking number without blanks, in capitals."""
    return "".join(tracking_no.split()).upper()


def order_key(platform: str, order_no: str) -> str:
    """Return the key of the parcel of an order whose tracking number is not known."""
    return f"{platform}:{order_no}"


def key_of(order: Order) -> str:
    """Return the key under which a trace of `order` is written."""
    return parcel_key(order.tracking_no) or order_key(order.platform, order.order_no)


class TraceStore:
    """Reads and writes traces over one connection."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_order(self, order: Order) -> Trace | None:
        """Return the trace of an order's parcel, None where the carrier was never asked.

        A trace that was read in before the tracking number was known still counts.
        """
        keys = dict.fromkeys((key_of(order), order_key(order.platform, order.order_no)))
        found = (stored_trace(self._database.connection, key) for key in keys)
        return next((trace for trace in found if trace is not None), None)

    def add(self, order: Order, trace: Trace) -> Trace:
        """Merge a look at an order's parcel with what is stored, in one transaction; return what is stored then."""
        with self._database.transaction() as connection:
            whole = merged(stored_trace(connection, key_of(order)), trace)
            write_trace(connection, key_of(order), whole)
        return whole

    def forget(self, order: Order) -> None:
        """Take the trace of an order's parcel away."""
        with self._database.transaction() as connection:
            keys = [(key_of(order),), (order_key(order.platform, order.order_no),)]
            connection.executemany("DELETE FROM traces WHERE parcel = ?", keys)


def stored_trace(connection: Connection, key: str) -> Trace | None:
    """Return the trace stored under `key`."""
    row = connection.execute(_READ, (key,)).fetchone()
    return None if row is None else trace_of(row)


def write_trace(connection: Connection, key: str, trace: Trace) -> None:
    """Write a whole trace under `key`; part of the caller's transaction."""
    last = trace.last
    connection.execute(
        _WRITE,
        {
            "parcel": key, "courier": trace.courier, "looked_at": trace.looked_at,
            "events": msgspec.json.encode(trace.events).decode(), "last_at": last.at if last else None,
            "last_scan": last.scan.value if last else None,
        },
    )  # fmt: skip


def trace_of(row: Sequence[Any]) -> Trace | None:
    """Return the trace of a row of TRACE_COLUMNS, None for one without a look."""
    looked_at, events, courier = row
    return None if looked_at is None else Trace(looked_at, _EVENTS.decode(events), courier)
