"""Many traces at once: gathered per parcel, then merged with what is stored."""

from collections.abc import Callable, Iterable

from msgspec import Struct, field

from deskhelper.core.carriers import Carriers
from deskhelper.core.imported import ImportedTrace
from deskhelper.core.moments import Instant
from deskhelper.core.trace import Trace, TraceEvent, merged
from deskhelper.storage.database import Database
from deskhelper.storage.traces import parcel_key, stored_trace, write_trace


class _Parcel(Struct):
    """What a file says of one parcel."""

    looked_at: Instant
    courier: str = ""
    events: list[TraceEvent] = field(default_factory=list)


class TraceImport:
    """Takes in one file of traces; part of the import's own transaction. Counts are of parcels.

    `unmatched`: parcels whose number no order has yet.
    """

    def __init__(self, database: Database, now: Instant, carriers: Callable[[], Carriers]) -> None:
        self._database = database
        self._now = now
        self._carriers = carriers
        self._parcels: dict[str, _Parcel] = {}
        self.new = 0
        self.updated = 0
        self.unchanged = 0
        self.unmatched = 0

    @property
    def parcels(self) -> int:
        """How many parcels the file tells of."""
        return len(self._parcels)

    def write(self, batch: Iterable[ImportedTrace], exported_at: Instant | None) -> None:
        """Take in rows of a file that was written at `exported_at` (now, where its name does not say)."""
        looked_at = self._now if exported_at is None else min(exported_at, self._now)
        for row in batch:
            parcel = self._parcels.setdefault(parcel_key(row.tracking_no), _Parcel(looked_at))
            parcel.courier = parcel.courier or row.courier
            parcel.events += row.events

    def finish(self) -> None:
        """Merge what was taken in with what is stored."""
        for key, parcel in self._parcels.items():
            look = Trace(parcel.looked_at, in_order(parcel.events), self._carriers().couriers.named(parcel.courier))
            stored = stored_trace(self._database.connection, key)
            whole = merged(stored, look)
            if stored is None:
                self.new += 1
            elif whole.events != stored.events:
                self.updated += 1
            else:
                self.unchanged += 1
            write_trace(self._database.connection, key, whole)
            self.unmatched += not self._has_order(key)

    def _has_order(self, key: str) -> bool:
        return bool(
            self._database.value(
                "SELECT EXISTS (SELECT 1 FROM orders WHERE tracking_no = ? COLLATE NOCASE AND tracking_no <> '')",
                (key,),
            )
        )


def in_order(events: list[TraceEvent]) -> tuple[TraceEvent, ...]:
    """Return events oldest first, one that stands twice only once; those of one second as the carrier has them."""
    alike = list({(event.at, event.words): event for event in events}.values())
    if alike and alike[0].at > alike[-1].at:
        alike.reverse()
    return tuple(sorted(alike, key=lambda event: event.at))
