"""The list of what is to be shipped, by batch and promise, for the warehouse (D-PRO-2)."""

from collections import defaultdict
from pathlib import Path

from msgspec import Struct

from deskhelper.core.batches import Batch, PrintLine, batches_from, in_batches
from deskhelper.core.moments import Instant
from deskhelper.services.clock import Clock
from deskhelper.services.settings import SettingsService
from deskhelper.storage.database import Database
from deskhelper.storage.print_list import lines_to_print

NEXT_CUT_OFFS = 6


class PrintList(Struct, frozen=True):
    """The batches in their order, the orders that are held back, and the next cut-off times. Times are instants."""

    made_at: Instant
    batches: list[Batch]
    held: list[PrintLine]
    cut_offs: list[Instant]

    @property
    def count(self) -> int:
        """How many orders are to be shipped."""
        return sum(len(batch.lines) for batch in self.batches)

    @property
    def overdue(self) -> int:
        """How many of them are past their promise."""
        return sum(
            line.ship_by is not None and line.ship_by < self.made_at for batch in self.batches for line in batch.lines
        )


class PrintListService:
    """Makes the list, on any thread: each verb opens a connection of its own."""

    def __init__(self, path: Path, clock: Clock, settings: SettingsService) -> None:
        self._path = path
        self._clock = clock
        self._settings = settings

    def make(self) -> PrintList:
        """Return the list as it is now; receivers are masked, phones are not in it at all."""
        now, zone = self._clock.now(), self._clock.zone
        with Database(self._path, now) as database:
            lines = lines_to_print(database)
        of_shop: dict[str, list[PrintLine]] = defaultdict(list)
        for line in lines:
            of_shop[line.shop].append(line)
        of_time: dict[Instant | None, list[PrintLine]] = defaultdict(list)
        cut_offs: set[Instant] = set()
        for shop, own in of_shop.items():
            terms = self._settings.terms_of(shop)
            batches = batches_from(terms.batch_times, terms.batch_capacity)
            cut_offs.update(batches.after(now, zone, NEXT_CUT_OFFS))
            for batch in in_batches(own, batches, now, zone):
                of_time[batch.at].extend(batch.lines)
        known = sorted(at for at in of_time if at is not None)
        made = [Batch(at, of_time[at]) for at in [*known, *([None] if None in of_time else [])]]
        held = [line for line in lines if line.held]
        return PrintList(now, made, held, sorted(cut_offs)[:NEXT_CUT_OFFS])

    def save(self, file: Path) -> PrintList:
        """Write the list to an XLSX file and return it. Raises WorldError `file_not_written`, `nothing_to_ship`."""
        from deskhelper.core.errors import WorldError
        from deskhelper.exchange.print_list import write_print_list

        made = self.make()
        if not made.count and not made.held:
            raise WorldError("nothing_to_ship")
        write_print_list(file, made.batches, made.held, made.cut_offs, made.made_at, self._clock.zone)
        return made
