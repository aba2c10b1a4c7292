"""Rows of a file of carriers' traces → scans of parcels."""

from collections.abc import Sequence
from datetime import tzinfo

from deskhelper.core.errors import WorldError
from deskhelper.core.export_profile import TRACE_COLUMNS, ExportProfile
from deskhelper.core.imported import ImportedTrace
from deskhelper.core.moments import Instant
from deskhelper.core.trace import TraceEvent
from deskhelper.core.trace_text import TraceReader
from deskhelper.exchange.cells import Clock, is_scientific, tidy
from deskhelper.exchange.headers import Columns
from deskhelper.exchange.rejections import Rejections

_FEWEST_DIGITS = 6


class TraceRows:
    """Reads the rows of one file of traces."""

    def __init__(
        self,
        profile: ExportProfile,
        columns: Columns,
        shop_zone: tzinfo,
        rejections: Rejections,
        reader: TraceReader,
    ) -> None:
        self._profile = profile
        self._columns = columns
        self._rejections = rejections
        self._clock = Clock(shop_zone)
        self._reader = reader
        self._above: tuple[str, str] | None = None

    def read(self, number: int, row: list[str]) -> ImportedTrace | None:
        """Return the scans of a row, None when the row is refused or blank.

        A row without number and courier goes on with the parcel of the row above, as merged cells leave it.
        """
        found = {field: self._cell(row, field) for field in TRACE_COLUMNS}
        if not any(found.values()):
            return None
        if not found["tracking_no"] and not found["courier"] and not found["order_no"] and self._above:
            found["tracking_no"], found["courier"] = self._above
        problem = self._no_problem(found["tracking_no"])
        if problem:
            self._above = None
            value = found["tracking_no"] if problem == "order_no_scientific" else ""
            self._rejections.row(number, row, "tracking_no", problem, value)
            return None
        self._above = (found["tracking_no"], found["courier"])
        events = self._events(number, row, found)
        return None if events is None else ImportedTrace(number, found["tracking_no"], found["courier"], events)

    def _cell(self, row: Sequence[str], field: str) -> str:
        cell = self._columns.cell(row, field, self._profile.empty_cells)
        if field == "tracking_no":
            for prefix in self._profile.tracking_prefixes:
                if cell.lower().startswith(prefix.lower()):
                    return tidy(cell[len(prefix) :])
        return cell

    def _no_problem(self, cell: str) -> str:
        if not cell:
            return "order_no_missing"
        if cell.startswith(tuple(self._profile.summary_words)):
            return "summary_line"
        if is_scientific(cell):
            return "order_no_scientific"
        return "" if sum(map(str.isdigit, cell)) >= _FEWEST_DIGITS else "tracking_no_invalid"

    def _events(self, number: int, row: list[str], found: dict[str, str]) -> tuple[TraceEvent, ...] | None:
        """Return the scans of a row, none where the carrier knows nothing; None when the row is refused."""
        words, status, time = found["words"], found["status"], found["time"]
        whole = self._whole_trace(words)
        if len(whole) > 1 or (whole and not time):
            return whole
        if not words and not status:
            return self._refused(number, row, "words", "scan_words_missing")
        if not time:
            is_nothing = self._reader.scans.says_nothing(words or status)
            return () if is_nothing else self._refused(number, row, "time", "scan_time_unreadable")
        at = self._time(time)
        if at is None or self._reader.is_ahead(at):
            return self._refused(number, row, "time", "scan_time_unreadable", time)
        if self._reader.scans.says_nothing(words or status):
            return ()
        place = found["place"]
        said = " ".join(words.split())
        said = f"【{place}】{said}" if place and place not in said else said
        return (self._reader.scans.event(at, said, "" if status == said else status),)

    def _whole_trace(self, words: str) -> tuple[TraceEvent, ...]:
        """Return the events of a cell that holds lines with their times."""
        try:
            return self._reader.read(words).events
        except WorldError:
            return ()

    def _time(self, cell: str) -> Instant | None:
        at = self._reader.moment(cell)
        if at is not None:
            return at
        try:
            return self._clock.read(cell)
        except ValueError:
            return None

    def _refused(
        self, number: int, row: list[str], field: str, code: str, value: str = ""
    ) -> tuple[TraceEvent, ...] | None:
        self._rejections.row(number, row, field, code, value)
        return None
