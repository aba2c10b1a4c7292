"""What the agent does with a carrier's trace: paste it, look at it, note that the carrier knows nothing."""

import re
from collections.abc import Callable

from deskhelper.core.carriers import Carriers
from deskhelper.core.errors import WorldError
from deskhelper.core.order import Order
from deskhelper.core.trace import Trace, bare
from deskhelper.core.trace_text import PastedTrace, TraceReader
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.traces import TraceStore

_NUMBER = re.compile(r"(?<!订)单号码?[:：]?([a-z]{0,4}\d{8,20})(?!\d)")


class TraceService:
    """Keeps traces beside orders. Each verb is one transaction."""

    def __init__(self, database: Database, clock: Clock, carriers: Callable[[], Carriers]) -> None:
        self._store = TraceStore(database)
        self._clock = clock
        self._carriers = carriers

    def of_order(self, order: Order) -> Trace | None:
        """Return the trace of an order's parcel, None where the carrier was never asked."""
        return self._store.of_order(order)

    def read(self, text: str) -> PastedTrace:
        """Return what a pasted text says, to be looked at first. Raises WorldError `trace_nothing`, `trace_ahead`."""
        reader = TraceReader(self._carriers().scans, self._clock.now(), self._clock.zone)
        return reader.read(text)

    def paste(self, order: Order, text: str) -> Trace:
        """Keep a carrier's trace that was pasted for an order; return the whole trace.

        Raises WorldError `trace_nothing`, `trace_ahead`, and `trace_other_parcel` for one that names another number.
        """
        pasted = self.read(text)
        heading = bare("\n".join(pasted.unread))
        numbers = _NUMBER.findall(heading)
        own = bare(order.tracking_no)
        if own and numbers and own not in numbers:
            raise WorldError("trace_other_parcel", number=numbers[0].upper(), tracking_no=order.tracking_no)
        courier = self._carriers().couriers.named(order.courier)
        return self._store.add(order, Trace(self._clock.now(), pasted.events, courier))

    def found_nothing(self, order: Order) -> Trace:
        """Note that the carrier was asked and knew nothing of the parcel (D-LOGI-1)."""
        return self._store.add(order, Trace(self._clock.now()))

    def forget(self, order: Order) -> None:
        """Take a trace away that was pasted for the wrong order."""
        self._store.forget(order)
